"""Module 04, carnet 42 « campagne culturelle » : un fichier qui servait à autre chose, et l'agenda des agents.

`simulation` est la porte d'entrée (le monde et l'échec) ; `journal` dit ce que les gens ont vécu, `telephone`
montre ce qu'une personne a reçu. Rien n'est importé ici, pour que `import chatmairie` reste léger.
Données synthétiques, personnes fictives.
"""
