"""« Nous faire gagner un temps fou » : les heures d'agents gagnées, et celles passées à réparer.

Les nombres de gestes et de personnes lésées viennent des rejeux enregistrés ; les minutes sont des **hypothèses du
cours**, que l'on peut déplacer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from chatmairie.echecs.bilan.resultats import Resultat, charger

MINUTES: Mapping[str, tuple[float, float, str, str]] = {
    "choix_ia": (5, 20, "répondre à une demande simple", "recevoir au guichet quelqu'un que la machine n'a pas aidé"),
    "donnees": (10, 90, "instruire un dossier complet", "relire, rappeler la famille, écrire, rouvrir une place"),
    "design": (4, 15, "répondre à un message", "reprendre l'échange, s'excuser, refaire la démarche"),
    "acte": (12, 360, "délivrer un acte", "prévenir, déposer plainte, suivre la personne dont l'acte est parti"),
    "campagne": (0.5, 6, "prévenir une personne d'un événement", "répondre à quelqu'un qui n'avait rien demandé"),
}
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
