"""Une personne qui n'a jamais programmé traverse les carnets : « Continuer », des formulaires, et tous les points."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from chatmairie import catalogue
from chatmairie.bilan_personnel import sans_code
from chatmairie.exercice import Exercice
from tests.navigateur.laboratoire import Carnet
from tests.navigateur.parcours import traverser
from tests.navigateur.seance import ARTEFACTS

pytestmark = [pytest.mark.navigateur, pytest.mark.lent]
CARNETS = {
    "accueil": "00_accueil/00_accueil.ipynb",
    "choix_ia": "01_choix_ia/01_choix_ia.ipynb",
    "donnees": "02_donnees/02_donnees.ipynb",
    "design": "03_design/03_design.ipynb",
    "acte": "04_communication/41_acte_de_naissance.ipynb",
    "campagne": "04_communication/42_campagne_culturelle.ipynb",
    "bilan": "05_bilan/05_bilan.ipynb",
}
Ouvrir = Callable[..., AbstractContextManager[Carnet]]


@pytest.mark.parametrize("module", CARNETS)
def test_sans_taper_de_python_on_obtient_tous_les_points_annonces_sans_code(ouvrir: Ouvrir, module: str) -> None:
    with ouvrir(CARNETS[module], vue="formulaires", largeur=1440) as carnet:
        verdicts = traverser(carnet, ARTEFACTS / "formulaires")
        assert carnet.erreurs() == []
    attendus = {
        i: e
        for i, e in catalogue.tous().items()
        if i.split(".")[0] == module and isinstance(e, Exercice) and sans_code(e)
    }
    assert set(verdicts) == set(attendus)
    for identifiant, exercice in attendus.items():
        assert "Réussi" in verdicts[identifiant], (identifiant, verdicts[identifiant][:600])
        if not exercice.optionnel:
            assert re.search(rf"^{exercice.points}$", verdicts[identifiant], re.M), verdicts[identifiant][-200:]
