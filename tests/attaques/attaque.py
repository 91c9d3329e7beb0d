"""Une attaque : ce qu'elle tente, ce qu'elle contient, ce qu'elle doit obtenir ; et de quoi l'écrire en une ligne."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat

from outils import banque
from tests.correction.court import DEVOIR, EXERCICES, POINTS, Copie, cellule, code

NOM = f"{DEVOIR}.ipynb"
RIEN = {e: 0.0 for e in EXERCICES}
SANS_TAUX = {**POINTS, "donnees.taux": 0.0}
NON_ESSAYE = "non essayé"
TOUT_JUSTE = "tous les points, avec des réponses fausses"
ATTEINT = "CIBLE ATTEINTE"
"""Ce qu'écrit une attaque qui a vu, lu ou joint ce qu'elle cherchait : aucune copie corrigée ne doit le contenir."""


@dataclass(frozen=True)
class Attaque(Copie):
    """dit : l'attaque, en français, telle que le guide la montre. nu : ce qu'en fait nbgrader seul, là où cela a été
    essayé. vite : fait partie des quelques-unes que l'on essaie à chaque fois. Dans un carnet, @CLASSE@, @PORT@, @UDP@
    et @PRISE@ valent le dossier de la classe et de quoi joindre cette machine."""

    dit: str = ""
    nu: str = NON_ESSAYE
    vite: bool = False


def vider(carnet: Any) -> None:
    """Aucune réponse."""
    for exercice in EXERCICES:
        vide = next(r for r in banque.charger(exercice) if r.genre == "vide")
        cellule(carnet, exercice.replace(".", "-")).source = vide.texte


def fausse(source: str, corps: str = "return 'faux'") -> Callable[[Any], None]:
    """Aucune réponse juste, ce code au début, et `taux_de_refus` qui fait `corps`."""

    def abimer(carnet: Any) -> None:
        vider(carnet)
        dans_taux(corps)(carnet)
        au_debut(source)(carnet)

    return abimer


def dans_taux(corps: str) -> Callable[[Any], None]:
    """Tout juste, sauf une fonction, qui fait autre chose."""

    def abimer(carnet: Any) -> None:
        lignes = "\n    ".join(corps.strip().split("\n"))
        cellule(carnet, "donnees-taux").source = f"def taux_de_refus(archives, par):\n    {lignes}"

    return abimer


def au_debut(*sources: str) -> Callable[[Any], None]:
    """Tout juste, et ces cellules avant les réponses."""

    def abimer(carnet: Any) -> None:
        carnet.cells[2:2] = [code(s.strip()) for s in sources]

    return abimer


def avant_le_cours(source: str) -> Callable[[Any], None]:
    """Tout juste, et cette cellule avant celles du cours."""

    def abimer(carnet: Any) -> None:
        carnet.cells.insert(1, code(source.strip()))

    return abimer


def avec_fichier(nom: str, contenu: str) -> Callable[[Path, Any], None]:
    """Aucune réponse, et ce fichier rendu à côté du carnet."""

    def deposer(dossier: Path, carnet: Any) -> None:
        vider(carnet)
        nbformat.write(carnet, dossier / NOM)
        (dossier / nom).parent.mkdir(parents=True, exist_ok=True)
        (dossier / nom).write_text(contenu, encoding="utf-8")

    return deposer
