"""Les essais du cours.

Ce fichier fait de `tests` ce dossier-ci : une bibliothèque installée (textstat) pose aussi un paquet `tests`.
"""
