"""La chaîne des carnets : une source par carnet, et tout ce qui s'en déduit.

    source.py        lire `course/<module>/<carnet>.py` (jupytext, `py:percent`)
    typographie.py   poser les espaces insécables dans les textes
    metadonnees.py   développer les raccourcis `exercice=… role=…` en métadonnées nbgrader
    executer.py      exécuter un carnet, à part, sans réseau
    sorties.py       sorties gardées, comparaison de deux carnets (images PNG mises à part)
    construction.py  de la source au `.ipynb` déposé à côté
    linter.py        les règles d'un carnet, réparties dans `regles/`
    reglages.py      la configuration de nbgrader, une seule fois
    copie.py         la copie de l'apprenant d'un carnet
    livraison.py     poser les copies dans `travail/` sans jamais rien écraser

Commandes : `python -m chatmairie.carnets --help`.
"""
