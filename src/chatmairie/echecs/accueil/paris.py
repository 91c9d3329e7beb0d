"""Les paris de l'accueil : l'un se dévoile tout de suite, l'autre dans le bilan. Jamais notés."""

from __future__ import annotations

from typing import Any

from chatmairie.echecs.accueil.demandes import VILLE_DU_COURS
from chatmairie.juge.exercice import Prevision
from chatmairie.langue.texte import nombre

_JE_NE_SAIS_PAS = {"je ne sais pas": "Je ne sais pas."}


def _guichet(demandes: Any) -> str:
    refus = demandes["decision"].eq("refuse").groupby(demandes["guichet"])
    phrases = [
        f"« {g} » : {n} refus sur {d}" for g, n, d in zip(refus.sum().index, refus.sum(), refus.size(), strict=True)
    ]
    plus, souvent = refus.sum().idxmax(), refus.mean().idxmax()
    return (
        f"{' ; '.join(phrases)}. Celui qui refuse le plus de monde est « {plus} » ; celui qui refuse le plus souvent "
        f"est « {souvent} »."
    )


def _temps_fou(heures: Any) -> str:
    return (
        f"dans {heures.perdants} échecs sur {len(heures.lignes)}, les agents passent plus d'heures à réparer que la "
        "machine ne leur en fait gagner. Toutes lignes réunies, le signe ne change que si les minutes de réparation "
        "sont "
        f"multipliées par {nombre(heures.bascule)}."
    )


PARIS = (
    Prevision(
        "accueil.temps_fou",
        "« Nous faire gagner un temps fou » : au bout du compte, les agents de la mairie auront-ils gagné du temps ?",
        {
            "gagné": "Oui, beaucoup ou un peu.",
            "pareil": "Ni gagné ni perdu.",
            "perdu": "Non, ils en auront perdu.",
            **_JE_NE_SAIS_PAS,
        },
        _temps_fou,
    ),
    Prevision(
        "accueil.guichet",
        "Sur ces dix demandes, quel guichet refuse le plus souvent ?",
        {g: f"Le guichet « {g} »." for g in VILLE_DU_COURS.guichets} | _JE_NE_SAIS_PAS,
        _guichet,
    ),
)
