"""Ce que chaque échec a fait, et ce qu'il en reste une fois réparé : des résultats enregistrés, jamais du code de
solution.

`resultats.yaml` est fait par `python -m outils.resultats_bilan`, qui exécute les carnets résolus ; un essai le
refait et
compare. Chaque nombre compte des personnes (ou leurs demandes), avec le même dénominateur des deux côtés.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FICHIER = Path(__file__).with_name("resultats.yaml")

ECHECS: Mapping[str, str] = {
    "choix_ia": "Le choix de l'IA",
    "donnees": "Les données",
    "design": "Le design",
    "acte": "L'acte de naissance",
    "campagne": "La campagne culturelle",
}
"""Les cinq échecs, dans l'ordre de l'histoire."""

MESURES: Mapping[str, str] = {
    "choix_ia": "demandes d'habitants restées sans réponse, jusqu'au jour du retrait",
    "donnees": "enfants recevables refusés, ou qui attendent encore",
    "design": "démarches qui n'aboutissent pas, pour les dix personnes du carnet",
    "acte": "actes réservés remis, parmi ceux que quelqu'un d'autre a demandés (les preuves retenues sont supposées "
    "sans "
    "faille : le 0 est une hypothèse)",
    "campagne": "personnes qui reçoivent un message sans l'avoir accepté",
}


@dataclass(frozen=True)
class Resultat:
    """Un échec. avant, apres : personnes lésées, sur `sur`. gestes, gestes_apres : ce que la machine fait à la place
    d'un
    agent, avant et après les réparations."""

    echec: str
    avant: int
    apres: int
    sur: int
    gestes: int
    gestes_apres: int

    @property
    def titre(self) -> str:
        return ECHECS[self.echec]

    @property
    def mesure(self) -> str:
        return MESURES[self.echec]


@cache
def _lire() -> dict[str, Any]:
    return yaml.safe_load(FICHIER.read_text(encoding="utf-8"))


def graine() -> int:
    """Le numéro avec lequel ces résultats ont été enregistrés."""
    return int(_lire()["graine"])


def charger() -> dict[str, Resultat]:
    """Les échecs enregistrés, dans l'ordre de l'histoire."""
    lus = _lire()["echecs"]
    return {e: Resultat(e, **lus[e]) for e in ECHECS if e in lus}


def paris() -> dict[str, str]:
    """Pari -> ce qui s'est passé, tel que le carnet l'a dévoilé avec ce numéro."""
    return dict(_lire()["paris"])
