"""Les paris du bilan : deux idées tentantes, avant de les rejouer."""

from __future__ import annotations

from typing import Any

from chatmairie.echecs.bilan.ville import JOURS
from chatmairie.echecs.commun.paris import Paris

P = Paris(__file__)


@P.devoile
def une_porte(idees: Any) -> str:
    dehors = idees.guichet.dehors
    part = round(100 * dehors / (idees.ville.demandes_par_jour * JOURS))
    return P.dire("une_porte", dehors=dehors, part=part, absents=idees.guichet.sans_service["sans_deplacement"])


@P.devoile
def effacer(idees: Any) -> str:
    suite, ville = idees.effacer, idees.ville
    return P.dire(
        "effacer",
        refusees=suite.refusees,
        familles=ville.refusees,
        non_prevenus=suite.non_prevenus,
        actes=ville.actes_partis,
    )


PARIS = P.tous()
