"""Ce que partagent les règles : le contexte d'un carnet, un problème et son lieu."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from chatmairie.carnets.metadonnees import Catalogue
from chatmairie.carnets.source import CarnetSource, CelluleSource
from chatmairie.langue.typographie import lecteur

_LIGNE_DE_REGION = re.compile(r"(?:BEGIN|END) (?:MARK SCHEME|SOLUTION|HIDDEN TESTS)")


@dataclass(frozen=True)
class Probleme:
    """Une règle enfreinte : `lieu` (fichier, cellule, ligne) et ce qu'il faut changer."""

    lieu: str
    phrase: str

    def __str__(self) -> str:
        return f"{self.lieu} : {self.phrase}"


@dataclass(frozen=True)
class Bloc:
    """Un bloc de markdown (jeton de markdown-it) et sa cellule ; `ligne` : décalage dans la cellule."""

    cellule: CelluleSource
    jeton: Any
    ligne: int


class Contexte:
    """Un carnet source et le catalogue des exercices."""

    def __init__(self, carnet: CarnetSource, catalogue: Catalogue) -> None:
        self.carnet = carnet
        self.catalogue = catalogue

    def probleme(self, cellule: CelluleSource, phrase: str, decalage: int = 0) -> Probleme:
        """Un problème à la ligne `decalage` (à partir de 0) du texte de la cellule."""
        return Probleme(self.carnet.lieu(cellule, decalage), phrase)

    def general(self, phrase: str) -> Probleme:
        """Un problème du carnet entier."""
        return Probleme(str(self.carnet.chemin), phrase)

    @cached_property
    def textes(self) -> tuple[CelluleSource, ...]:
        """Les cellules de texte, dans l'ordre."""
        return tuple(c for c in self.carnet.cellules if c.genre == "markdown")

    @cached_property
    def codes(self) -> tuple[CelluleSource, ...]:
        """Les cellules de code, dans l'ordre."""
        return tuple(c for c in self.carnet.cellules if c.genre == "code")

    @cached_property
    def _blocs(self) -> dict[int, tuple[Bloc, ...]]:
        return {c.numero: tuple(self._analyser(c)) for c in self.textes}

    def blocs(self, cellule: CelluleSource) -> tuple[Bloc, ...]:
        """Les blocs de markdown d'une cellule de texte."""
        return self._blocs[cellule.numero]

    def _analyser(self, cellule: CelluleSource):
        ligne = 0
        for jeton in lecteur().parse(texte_sans_regions(cellule.texte)):
            ligne = jeton.map[0] if jeton.map else ligne
            yield Bloc(cellule, jeton, ligne)


def texte_sans_regions(texte: str) -> str:
    """Le texte, les lignes BEGIN/END des régions de nbgrader vidées (elles ne paraissent pas)."""
    return "\n".join("" if _LIGNE_DE_REGION.search(ligne) else ligne for ligne in texte.split("\n"))
