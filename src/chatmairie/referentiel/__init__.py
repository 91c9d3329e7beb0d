"""Le référentiel du cours : lire, montrer, auditer son propre projet.

Grille du cours en forme de RIA31 ; ce n'est pas le texte officiel (voir `referential/README.md`).
"""
