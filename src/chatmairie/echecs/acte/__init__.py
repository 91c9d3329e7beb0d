"""Module 04, carnet 41 « acte de naissance » : valider une identité avec ce que d'autres savent aussi.

`simulation` est la porte d'entrée (le monde et l'échec) ; `collecte` est le fichier qui reste, et que le carnet 42
ouvre. Rien n'est importé ici, pour que `import chatmairie` reste léger. Données synthétiques, personnes fictives.
"""
