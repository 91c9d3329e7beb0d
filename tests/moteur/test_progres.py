"""Le progrès : jamais à moitié écrit, jamais effacé, jamais bloquant."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from chatmairie.parcours import progres
from chatmairie.parcours.progres import Progres, courant, emplacement


@pytest.fixture
def fichier(tmp_path: Path) -> Path:
    return tmp_path / "dossier" / "progression.json"


def test_ce_qui_est_ecrit_se_relit_dans_une_autre_session(fichier: Path) -> None:
    Progres(fichier).ecrire("paris", "essai.combien", 12)
    Progres(fichier).ecrire("notes", "essai.projet", {"lignes": ["é"]})
    lu = Progres(fichier)
    assert lu.lire("paris", "essai.combien") == 12 and lu.tout("notes") == {"essai.projet": {"lignes": ["é"]}}
    assert json.loads(fichier.read_text(encoding="utf-8"))["version"] == 1
    assert sorted(p.name for p in fichier.parent.iterdir()) == [".verrou", "progression.json"]


def test_une_section_inconnue_est_refusee(fichier: Path) -> None:
    with pytest.raises(KeyError):
        Progres(fichier).lire("secrets", "x")


def test_une_coupure_entre_ecriture_et_remplacement_garde_l_ancien(
    fichier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    suivi = Progres(fichier)
    suivi.ecrire("paris", "a", 1)

    def coupure(*_chemins):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", coupure)
        with pytest.raises(KeyboardInterrupt):
            suivi.ecrire("paris", "a", 2)
    assert Progres(fichier).lire("paris", "a") == 1
    assert sorted(p.name for p in fichier.parent.iterdir()) == [".verrou", "progression.json"]


@pytest.mark.parametrize("contenu", ["{", "[]", "null", "3", '{"paris": 3}', '{"paris": null}', "", "\ud800"])
def test_un_fichier_abime_est_mis_de_cote(fichier: Path, contenu: str) -> None:
    fichier.parent.mkdir()
    octets = contenu.encode("utf-8", "surrogatepass")
    fichier.write_bytes(octets)
    suivi = Progres(fichier)
    assert suivi.lire("paris", "a") is None
    suivi.ecrire("paris", "a", 1)
    (cote,) = fichier.parent.glob("progression.abimee-*.json")
    assert cote.read_bytes() == octets and Progres(fichier).lire("paris", "a") == 1
    assert len(suivi.avis) == 1 and cote.name in suivi.avis[0]


def test_deux_fichiers_abimes_dans_la_meme_seconde_sont_gardes_tous_les_deux(fichier: Path) -> None:
    suivi = Progres(fichier)
    fichier.parent.mkdir()
    for contenu in ("{premier", "{second"):
        fichier.write_text(contenu, encoding="utf-8")
        suivi.ecrire("paris", "a", 1)
    gardes = {p.read_text(encoding="utf-8") for p in fichier.parent.glob("progression.abimee-*.json")}
    assert gardes == {"{premier", "{second"}


def test_un_etat_bricole_a_la_main_rend_des_valeurs_sures(fichier: Path) -> None:
    fichier.parent.mkdir()
    etranges = {
        "a": [],
        "b": {"indices": "trois", "essais": -1, "points": "NaN", "statut": 3, "reussi_une_fois": "oui"},
    }
    fichier.write_text(json.dumps({"exercices": etranges, "paris": {}, "notes": {}}), encoding="utf-8")
    neuf = {"statut": "non traité", "points": 0.0, "essais": 0, "indices": 0, "reussi_une_fois": False}
    assert [Progres(fichier).etat(i) for i in ("a", "b", "absent")] == [neuf] * 3


def _refuser(*_args, **_options):
    raise PermissionError(13, "Permission non accordée")


def test_un_dossier_en_lecture_seule_garde_en_memoire_et_le_dit(fichier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    suivi = Progres(fichier)
    suivi.ecrire("paris", "a", 1)
    with monkeypatch.context() as patch:
        patch.setattr(progres.tempfile, "mkstemp", _refuser)
        suivi.ecrire("paris", "a", 2)
        suivi.ecrire("paris", "b", 3)
        assert suivi.tout("paris") == {"a": 2, "b": 3} and Progres(fichier).tout("paris") == {"a": 1}
        assert len(suivi.avis) == 1 and "en mémoire" in suivi.avis[0]
    suivi.ecrire("paris", "c", 4)
    assert Progres(fichier).tout("paris") == {"a": 2, "b": 3, "c": 4}


def test_un_dossier_qui_ne_peut_pas_etre_cree_ne_casse_rien(fichier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "mkdir", _refuser)
    suivi = Progres(fichier)
    suivi.ecrire("paris", "a", 1)
    assert suivi.lire("paris", "a") == 1 and suivi.avis


def test_un_fichier_illisible_que_l_on_ne_peut_pas_deplacer_n_est_pas_ecrase(
    fichier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fichier.parent.mkdir()
    fichier.write_text("{précieux", encoding="utf-8")
    suivi = Progres(fichier)
    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", _refuser)
        suivi.ecrire("paris", "a", 1)
    suivi.ecrire("paris", "b", 2)
    assert fichier.read_text(encoding="utf-8") == "{précieux" and suivi.tout("paris") == {"a": 1, "b": 2}
    assert len(suivi.avis) == 1 and "pas touché" in suivi.avis[0]


ECRIVAIN = """
import sys
from pathlib import Path
from chatmairie.parcours import progres
progres.ATTENTE_DU_VERROU_S = float("inf")
suivi = progres.Progres(Path(sys.argv[1]))
for i in range(40):
    suivi.ecrire("paris", f"{sys.argv[2]}-{i}", i)
"""


def test_deux_processus_qui_ecrivent_ensemble_ne_perdent_rien(fichier: Path) -> None:
    commandes = [[sys.executable, "-c", ECRIVAIN, str(fichier), nom] for nom in ("gauche", "droite")]
    processus = [subprocess.Popen(c, env={**os.environ, "PYTHONPATH": _racine_du_paquet()}) for c in commandes]
    assert [p.wait() for p in processus] == [0, 0]
    assert len(Progres(fichier).tout("paris")) == 80


def _racine_du_paquet() -> str:
    return str(Path(progres.__file__).resolve().parents[2])


def test_un_verrou_tenu_par_un_autre_ne_bloque_pas(fichier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fcntl = pytest.importorskip("fcntl")
    fichier.parent.mkdir()
    monkeypatch.setattr(progres, "ATTENTE_DU_VERROU_S", 0.05)
    with open(fichier.with_name(".verrou"), "w") as tenu:
        fcntl.flock(tenu, fcntl.LOCK_EX)
        Progres(fichier).ecrire("paris", "a", 1)
    assert Progres(fichier).lire("paris", "a") == 1


@pytest.mark.parametrize("valeur", [object(), {1, 2}, np.int64(3), float("nan"), {"a": ...}])
def test_une_valeur_qui_n_est_pas_json_est_refusee_sans_rien_perdre(fichier: Path, valeur: object) -> None:
    suivi = Progres(fichier)
    suivi.ecrire("paris", "a", 1)
    with pytest.raises(TypeError, match="textes"):
        suivi.ecrire("paris", "b", valeur)
    assert Progres(fichier).tout("paris") == suivi.tout("paris") == {"a": 1}


# --- où cela se range ---------------------------------------------------------------------------------------


def test_la_variable_decide_du_lieu(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(progres.VARIABLE_FICHIER, str(tmp_path / "ailleurs.json"))
    assert emplacement() == tmp_path / "ailleurs.json"


def test_le_dossier_le_plus_proche_au_dessus_sert(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(progres.VARIABLE_FICHIER)
    module = tmp_path / "travail" / "02_donnees"
    module.mkdir(parents=True)
    monkeypatch.chdir(module)
    assert emplacement() == module / ".chatmairie" / "progression.json"
    (tmp_path / "travail" / ".chatmairie").mkdir()
    assert emplacement() == tmp_path / "travail" / ".chatmairie" / "progression.json"


def test_pendant_une_correction_rien_n_est_ecrit(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    monkeypatch.setattr(progres, "_ouverts", {})
    courant().ecrire("paris", "a", 1)
    assert emplacement() is None and courant().lire("paris", "a") == 1
    assert list(tmp_path.iterdir()) == []


def test_un_dossier_courant_supprime_garde_en_memoire(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(progres.VARIABLE_FICHIER)
    disparu = tmp_path / "disparu"
    disparu.mkdir()
    monkeypatch.chdir(disparu)
    disparu.rmdir()
    assert emplacement() is None
