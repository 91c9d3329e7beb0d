"""Ce que chaque échec a fait, et ce qu'il en reste une fois réparé : des résultats enregistrés, jamais du code de
solution.

`resultats.yaml` est fait par `python -m outils.resultats_bilan`, qui exécute les carnets résolus ; un essai le
refait et compare. Chaque nombre compte des personnes (ou leurs demandes), avec le même dénominateur des deux côtés.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from chatmairie.echecs.commun.gabarit import textes
from chatmairie.langue.phrases import lire

FICHIER = Path(__file__).with_name("resultats.yaml")

_DITS: Mapping[str, Mapping[str, Any]] = textes(__file__).contenu["echecs"]
ECHECS = {echec: dit["titre"] for echec, dit in _DITS.items()}
"""Les cinq échecs, dans l'ordre de l'histoire."""


@dataclass(frozen=True)
class Resultat:
    """Un échec. avant, apres : personnes lésées, sur `sur`. gestes, gestes_apres : ce que la machine fait à la place
    d'un agent, avant et après les réparations."""

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
        return _DITS[self.echec]["mesure"]


@cache
def _lire() -> dict[str, Any]:
    return lire(FICHIER)


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


# --- « Nous faire gagner un temps fou » : les heures d'agents gagnées, et celles passées à réparer -----------------
# Les nombres de gestes et de personnes lésées viennent des rejeux enregistrés ; les minutes sont des hypothèses du
# cours, que l'on peut déplacer.

MINUTES = {e: (dit["gagnees"], dit["passees"], dit["geste"], dit["reparation"]) for e, dit in _DITS.items()}
"""Échec -> minutes gagnées par geste, minutes passées par personne lésée, et ce que l'une et l'autre recouvrent."""


@dataclass(frozen=True)
class Ligne:
    """Un échec, en heures d'agents."""

    echec: str
    gestes: int
    leses: int
    gagnees: float
    passees: float

    @property
    def solde(self) -> float:
        return self.gagnees - self.passees

    @property
    def bascule(self) -> float:
        """Par combien multiplier les minutes de réparation pour que le solde soit nul (infini : rien à réparer)."""
        return self.gagnees / self.passees if self.passees else float("inf")


@dataclass(frozen=True)
class Heures:
    """Toutes les lignes, et leur total (en heures)."""

    lignes: tuple[Ligne, ...]

    @property
    def gagnees(self) -> float:
        return sum(x.gagnees for x in self.lignes)

    @property
    def passees(self) -> float:
        return sum(x.passees for x in self.lignes)

    @property
    def solde(self) -> float:
        return self.gagnees - self.passees

    @property
    def perdants(self) -> int:
        """Combien d'échecs coûtent plus d'heures qu'ils n'en font gagner."""
        return sum(x.solde < 0 for x in self.lignes)

    @property
    def bascule(self) -> float:
        """La bascule de toutes les lignes réunies."""
        return self.gagnees / self.passees if self.passees else float("inf")


def compter(
    gain: float = 1.0, reparation: float = 1.0, repare: bool = False, resultats: Mapping[str, Resultat] | None = None
) -> Heures:
    """Les heures du service de l'histoire (ou réparé). gain, reparation : multiplient les minutes supposées.

    Lève `ValueError` si un multiplicateur est négatif.
    """
    if gain < 0 or reparation < 0:
        raise ValueError("Un multiplicateur de minutes est un nombre positif.")
    lignes = []
    for echec, r in (charger() if resultats is None else resultats).items():
        gagne, passe, *_ = MINUTES[echec]
        gestes, leses = (r.gestes_apres, r.apres) if repare else (r.gestes, r.avant)
        lignes.append(Ligne(echec, gestes, leses, gain * gestes * gagne / 60, reparation * leses * passe / 60))
    return Heures(tuple(lignes))
