"""Les paris de l'accueil : l'un se dévoile tout de suite, l'autre dans le bilan."""

from __future__ import annotations

from typing import Any

from chatmairie.echecs.commun.paris import Paris

P = Paris(__file__)


@P.devoile
def guichet(demandes: Any) -> str:
    refus = demandes["decision"].eq("refuse").groupby(demandes["guichet"])
    comptes = zip(refus.sum().index, refus.sum(), refus.size(), strict=True)
    guichets = [P.dire("un_guichet", guichet=g, refus=n, demandes=d) for g, n, d in comptes]
    return P.dire("guichet", guichets=" ; ".join(guichets), plus=refus.sum().idxmax(), souvent=refus.mean().idxmax())


@P.devoile
def temps_fou(heures: Any) -> str:
    return P.dire("temps_fou", perdants=heures.perdants, echecs=len(heures.lignes), bascule=heures.bascule)


PARIS = P.tous()
