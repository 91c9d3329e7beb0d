"""Les règles d'un carnet. Chaque règle reçoit un `Contexte` et rend des `Probleme`.

textes.py     titres, images, liens, tableaux, longueur, mots
squelette.py  les parties, dans l'ordre
code.py       ce qu'une cellule de code ne fait pas
exercices.py  cellules d'exercice : forme, identifiants, points
"""
