"""Lire une page HTML comme la reçoivent des personnes, sans navigateur : ce qui s'y lit, et ce qui laisse dehors.

`defauts` rend les défauts d'une page ; `texte_lu`, ce qu'entend une personne qui l'écoute ; `relie_a_un_champ` dit si
un message est attaché à un champ ; `annonce` dit si un texte sera annoncé quand il arrive. Ce n'est pas axe-core : ce
qui les distingue est écrit dans `regles.py`, et comparé dans un vrai navigateur par les essais.
"""

from chatmairie.echecs.design.page.lecture import annonce, relie_a_un_champ, texte_ecrit, texte_lu, texte_vu, vu
from chatmairie.echecs.design.page.regles import REGLES, Defaut, defauts
from chatmairie.echecs.design.page.styles import FEUILLE

__all__ = [
    "FEUILLE",
    "REGLES",
    "Defaut",
    "annonce",
    "defauts",
    "relie_a_un_champ",
    "texte_ecrit",
    "texte_lu",
    "texte_vu",
    "vu",
]
