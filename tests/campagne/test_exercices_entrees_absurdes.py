"""Une réponse qui ne se lit pas reçoit une phrase, jamais une trace, et jamais de points d'exécution."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest

from chatmairie.echecs import catalogue
from chatmairie.juge import jugement
from outils import banque

ABSURDES: tuple[Any, ...] = (
    None, 3,
    2.5, "texte", b"octets", True, [], {}, (), set(), [None], {"a": 1}, pd.DataFrame(), pd.Series(dtype=object),
    np.zeros(3), pd.NA, float("nan"), [[]], pd.DataFrame({"id": [None]}), pd.DataFrame({"id_personne": [1, 2]}),
    {"combien": None, "echantillon": None, "envoyer": None, "autres_canaux": None},
    [{"etape": None, "heures": None}], [{"etape": "compter", "heures": float("nan")}], object(),
)  # fmt: skip
CALCULEES = ("publier", "consentir", "composer", "valider", "incident")


@pytest.mark.parametrize("nom", CALCULEES)
@pytest.mark.parametrize("rang", range(len(ABSURDES)))
def test_un_rendu_absurde_recoit_une_phrase(nom: str, rang: int) -> None:
    exercice = catalogue.exercice(f"campagne.{nom}")
    rendu = jugement.juger(
        exercice, {exercice.productions[0]: lambda *_: ABSURDES[rang]}, [jugement.sujet_public(exercice)]
    )
    assert rendu.erreur is None, rendu.erreur
    assert rendu.verdict.points <= 0.5
    assert all(e.constat.famille != jugement.JUGE_EN_DEFAUT for e in rendu.verdict.echecs)
    carte = banque.carte(rendu)
    assert "Traceback" not in carte and len(carte) > 60


@pytest.mark.parametrize("nom", ("personnes", "ria31", *CALCULEES))
@pytest.mark.parametrize("rang", range(len(ABSURDES)))
def test_une_production_absurde_recoit_une_phrase(nom: str, rang: int) -> None:
    exercice = catalogue.exercice(f"campagne.{nom}")
    rendu = jugement.juger(exercice, {exercice.productions[0]: ABSURDES[rang]}, [jugement.sujet_public(exercice)])
    assert rendu.erreur is None and rendu.verdict.points == 0
    assert rendu.verdict.echecs[0].constat.famille == "forme"


@pytest.mark.parametrize(
    ("etape", "mot"),
    [
        ({"etape": "compter"}, "attendu"),
        ({"etape": "compter", "heures": -1}, "positif"),
        ({"etape": "compter", "heures": "demain"}, "nombre"),
        ({"etape": "attendre", "heures": 1}, "n'est pas une étape"),
        ({"etape": "compter", "heures": 1, "personnes": 3}, "liste de noms"),
    ],
)
def test_une_etape_mal_ecrite_est_expliquee(etape: dict, mot: str) -> None:
    exercice = catalogue.exercice("campagne.incident")
    rendu = jugement.juger(exercice, {"plan_incident": lambda i: [etape]}, [jugement.sujet_public(exercice)])
    assert mot in rendu.verdict.echecs[0].constat.phrase
