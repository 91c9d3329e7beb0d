"""Un devoir de deux carnets : chacun est reconnu, chacun a son état ; et la commande refuse avec une phrase."""

from __future__ import annotations

import nbformat
import pytest

from chatmairie.correction.lot import A_REGARDER, IMPOSSIBLE
from tests.correction.court import DEVOIR, EXERCICES, Classe, Copie, cellule, remplir

pytestmark = pytest.mark.classe
CARNETS = ("91_taux", "92_reste")


def _garder(carnet, exercices) -> None:
    """Un carnet qui ne porte que ces exercices."""
    a_retirer = {f"{e.replace('.', '-')}{s}" for e in EXERCICES if e not in exercices for s in ("", "-note")}
    if EXERCICES[0] not in exercices:
        a_retirer |= {"donnees-ouverte", "donnees-ouverte-question"}
    carnet.cells = [c for c in carnet.cells if c.metadata.get("nbgrader", {}).get("grade_id") not in a_retirer]


@pytest.fixture(scope="module")
def classe(tmp_path_factory: pytest.TempPathFactory) -> Classe:
    faite = Classe(
        tmp_path_factory.mktemp("deux carnets"), CARNETS,
        preparer=lambda nom, carnet: _garder(carnet, EXERCICES[:1] if nom == CARNETS[0] else EXERCICES[1:]),
    )  # fmt: skip

    def deposer(renommes: dict[str, str]):
        def faire(dossier, _rendu) -> None:
            for nom, fichier in renommes.items():
                chemin = faite.classe / "release" / DEVOIR / f"{nom}.ipynb"
                nbformat.write(remplir(nbformat.read(chemin, as_version=4)), dossier / fichier)

        return faire

    un, deux = CARNETS
    faite.deposer("les-deux", Copie(deposer=deposer({un: f"{un}.ipynb", deux: f"{deux}.ipynb"})))
    faite.deposer("renommes", Copie(deposer=deposer({un: "mon carnet.ipynb", deux: "Sans titre (3).ipynb"})))
    faite.deposer("croises", Copie(deposer=deposer({un: "a.ipynb", deux: f"{deux}.ipynb"})))
    faite.deposer("un-seul", Copie(deposer=deposer({deux: f"{deux}.ipynb"})))
    return faite


def test_chaque_carnet_est_reconnu_et_a_son_etat(classe: Classe) -> None:
    fini = classe.corriger()
    assert fini.returncode == A_REGARDER, fini.stderr
    notes = classe.notes()
    for eleve in ("les-deux", "renommes", "croises"):
        assert [notes[eleve, e] for e in EXERCICES] == [1.0, 2.0, 1.0], eleve
    assert [notes["un-seul", e] for e in EXERCICES] == [0.0, 2.0, 1.0]
    etats = {(ligne.eleve, ligne.carnet): ligne.etat for ligne in classe.tableau()}
    assert etats["un-seul", CARNETS[0]] == "absente" and etats["un-seul", CARNETS[1]] == "corrigee"
    assert etats["renommes", CARNETS[0]] == etats["renommes", CARNETS[1]] == "remise_en_ordre"
    assert etats["les-deux", CARNETS[0]] == "corrigee"


@pytest.mark.parametrize(
    ("options", "phrase"),
    [
        (("88_inconnu",), "n'a pas été distribué. Devoirs distribués : 90_court"),
        (("--eleve=personne",), "n'a rien rendu"),
        (("--racine=/tmp",), "nbgrader_config.py"),
    ],
)
def test_la_commande_refuse_avec_une_phrase(classe: Classe, options: tuple[str, ...], phrase: str) -> None:
    fini = classe.corriger(*options)
    assert fini.returncode == IMPOSSIBLE and phrase in fini.stderr and "Traceback" not in fini.stderr
    assert cellule(classe.distribue, "donnees-taux") is not None
