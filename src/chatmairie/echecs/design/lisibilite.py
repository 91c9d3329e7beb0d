"""La lisibilité, par la formule de Kandel et Moles (1958) : 207 − 1,015 × mots par phrase − 73,6 × syllabes par mot.

C'est la bibliothèque textstat qui compte, réglée sur le français (sa table française porte ces trois nombres). Plus le
score est haut, plus le texte est fait de phrases et de mots courts. Il ne dit rien du respect, ni de l'aide.
"""

from __future__ import annotations

import re
from functools import lru_cache

EXCELLENT = 85.0
"""Seuil d'un « excellent » score (hypothèse du cours : une réponse claire et courtoise du corpus fait 79 en moyenne,
une réponse en argot 101)."""


@lru_cache(maxsize=4096)
def score(texte: str) -> float:
    """Le score d'un texte (environ de 0 à 130, plus haut : phrases et mots plus courts). 0 pour un texte sans mot."""
    if not mots(texte):
        return 0.0
    import textstat

    textstat.set_lang("fr")
    return round(float(textstat.flesch_reading_ease(texte)), 1)


def mots(texte: str) -> list[str]:
    """Les mots d'un texte (lettres, apostrophe et trait d'union ; les nombres comptent aussi)."""
    return re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", texte)


def phrases(texte: str) -> list[str]:
    """Les phrases, une abréviation comme « M. » ne finissant pas la sienne."""
    abrege = re.sub(r"\b(M|Mr|Dr|St|art|n|p|ex|tél|Tél|max|min|bd|av)\.", r"\1", texte)
    return [p for p in re.split(r"[.!?…]+(?:\s|$)|\n+", abrege) if mots(p)]


def mots_par_phrase(texte: str) -> float:
    """Le nombre moyen de mots par phrase (0 s'il n'y a pas de mot)."""
    decoupe = phrases(texte)
    return len(mots(texte)) / len(decoupe) if decoupe else 0.0
