"""L'enclos : il refuse quand il ne tient pas tout, et dit ce qui arrive à qui décide de s'en passer."""

from __future__ import annotations

from typing import Any

import nbformat
import pytest

from chatmairie.correction import enclos, ouvrier
from chatmairie.correction.lot import A_REGARDER, RIEN_A_REGARDER
from tests.correction.court import DEVOIR, EXERCICES, POINTS, Classe, Copie, cellule, code

TOUT = {"donnees.taux": 1.0, "donnees.colonnes": 2.0, "donnees.surveiller": 1.0}


def _travail(fait: enclos.Enclos, **reglages: Any) -> Any:
    travail = object.__new__(ouvrier._Travail)
    travail.enclos, travail.sans_enclos = fait, bool(reglages.get("sans_enclos"))
    return travail


def test_sans_bubblewrap_rien_ne_s_execute(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(enclos.shutil, "which", lambda _nom: None)
    with pytest.raises(enclos.EnclosImpossible, match="apt-get install bubblewrap"):
        enclos.Enclos()


@pytest.mark.lent
def test_une_couche_qui_ne_retient_rien_compte_comme_absente() -> None:
    fait = enclos.Enclos(sans_enclos=True)
    try:
        manquent = enclos.essayer(fait).manquent
        assert "le réseau" in manquent and "les processus" in manquent
        with pytest.raises(enclos.EnclosImpossible, match="ne tient pas.*le réseau.*rien n'a été exécuté"):
            _travail(fait).couches()
        assert "couches" in _travail(fait, sans_enclos=True).couches()
    finally:
        fait.fermer()
    assert not fait.dossier.exists()


@pytest.mark.lent
def test_avec_bubblewrap_tout_tient_et_chaque_copie_a_son_espace() -> None:
    fait = enclos.Enclos()
    try:
        couches = enclos.essayer(fait)
        assert couches.manquent == [] and fait.imbrique and len(couches.details) == 6
    finally:
        fait.fermer()


def _affaiblir(carnet: Any) -> None:
    """L'élève remplace un nom dont une cellule du cours se sert."""
    carnet.cells.insert(2, code("print = 'rien'"))


def _preparer(_nom: str, carnet: Any) -> None:
    """Le formateur laisse une cellule qui échoue, et une note à lui, que le cours ne sait pas juger."""
    carnet.cells.insert(3, code("1 / 0"))
    note = code("2.0 if True else 0.0")
    note.metadata["nbgrader"] = {
        "grade_id": "maison-note", "grade": True, "solution": False, "locked": True, "task": False, "points": 2.0,
        "schema_version": 3,
    }  # fmt: skip
    carnet.cells.append(note)


@pytest.mark.classe
def test_une_cellule_du_cours_en_echec_se_dit_et_tout_le_reste_est_note(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    classe = Classe(tmp_path_factory.mktemp("a nous"))
    classe.deposer("change", Copie(_affaiblir))
    classe.deposer("ordinaire", Copie())
    assert classe.corriger("--sans-enclos", "--eleve=ordinaire").stdout.count("SANS ENCLOS") == 1
    fini = classe.corriger("--tout")
    lignes = classe.lignes()
    assert fini.returncode == RIEN_A_REGARDER and "SANS ENCLOS" not in fini.stdout
    assert lignes["change"].etat == "cours_abime" and lignes["ordinaire"].etat == "corrigee"
    assert "dans elle seule" in lignes["change"].remarques[0]
    assert {e: classe.notes()["change", e] for e in EXERCICES} == POINTS == TOUT


@pytest.mark.classe
def test_une_cellule_qui_echoue_aussi_dans_l_enonce_est_une_panne_jamais_une_note(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    classe = Classe(tmp_path_factory.mktemp("panne"), preparer=_preparer)
    classe.deposer("ordinaire", Copie())
    fini = classe.corriger()
    ligne = classe.lignes()["ordinaire"]
    assert fini.returncode == A_REGARDER and ligne.etat == "en_panne" and "1 / 0" in ligne.remarques[0]
    assert {e: classe.notes()["ordinaire", e] for e in EXERCICES} == TOUT
    # la note du formateur attend une personne ; rien de ce qu'a calculé la copie n'y compte
    assert [n for (_, exercice), n in classe.notes().items() if exercice.startswith("maison")] == [None]
    carnet = nbformat.read(classe.classe / "autograded" / "ordinaire" / DEVOIR / f"{DEVOIR}.ipynb", as_version=4)
    assert "une personne" in str(cellule(carnet, "maison-note").outputs)
