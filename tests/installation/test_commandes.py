"""Les commandes disent ce qui manque, et ne touchent pas à ce qui n'est pas à elles. Rien n'est installé ici."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from chatmairie.carnets import cours
from chatmairie.carnets.livraison import LivraisonImpossible
from outils import environnement

RACINE = Path(__file__).resolve().parents[2]


@pytest.fixture
def depot(tmp_path: Path) -> Path:
    """Un dépôt à part, réduit aux commandes : une commande qui irait trop loin n'y abîme rien."""
    depot = tmp_path / "depot"
    depot.mkdir()
    shutil.copy(RACINE / "Makefile", depot)
    shutil.copytree(RACINE / "outils", depot / "outils", ignore=shutil.ignore_patterns("__pycache__"))
    (depot / "requirements.lock").write_text("ce-paquet n'en est pas un\n", encoding="utf-8")
    return depot


def _make(depot: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    gardees = {n: v for n, v in os.environ.items() if n not in ("MAKEFLAGS", "MAKELEVEL", "PYTHON", "VIRTUAL_ENV")}
    return subprocess.run(
        ["make", *arguments], cwd=depot, env=gardees | variables, capture_output=True, text=True, check=False
    )


def test_make_seul_montre_toutes_les_commandes_en_francais(depot: Path) -> None:
    aide = _make(depot).stdout
    cibles = re.search(r"^\.PHONY: (.*)$", (RACINE / "Makefile").read_text(encoding="utf-8"), re.M)[1].split()
    assert cibles
    for cible in cibles:
        assert re.search(rf"make {re.escape(cible)} +\w", aide), cible


def test_un_python_introuvable_est_dit(depot: Path, tmp_path: Path) -> None:
    chemin = tmp_path / "bin"
    chemin.mkdir()
    for outil in ("sh", "make"):
        (chemin / outil).symlink_to(shutil.which(outil))
    fini = _make(depot, "environnement", PATH=str(chemin))
    assert fini.returncode != 0
    assert "Python 3.11 ou plus récent est introuvable" in fini.stderr
    assert "apt install" in fini.stderr


def test_le_python_de_l_environnement_a_refaire_n_est_pas_choisi_par_make(depot: Path, tmp_path: Path) -> None:
    """L'environnement ne se refait pas avec son propre Python : make ne met pas .venv/bin dans le chemin."""
    piege = depot / ".venv" / "bin" / "python3.11"
    piege.parent.mkdir(parents=True)
    piege.write_text(f"#!/bin/sh\ntouch {tmp_path}/appele\n")
    piege.chmod(0o755)
    _make(depot, "environnement", "PYTHON=")
    assert not (tmp_path / "appele").exists()


def test_un_python_trop_vieux_est_dit(depot: Path, tmp_path: Path) -> None:
    vieux = tmp_path / "python-ancien"
    vieux.write_text("#!/bin/sh\nexit 1\n")  # comme un Python qui répond que sa version ne convient pas
    vieux.chmod(0o755)
    fini = _make(depot, "environnement", f"PYTHON={vieux}")
    assert fini.returncode != 0
    assert f"{vieux} n'est pas un Python 3.11" in fini.stderr


def test_un_dossier_qui_n_est_pas_un_environnement_n_est_pas_touche(depot: Path, tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "vacances.txt").write_text("à moi", encoding="utf-8")
    fini = _make(depot, "environnement", f"VENV={tmp_path / 'photos'}", f"PYTHON={sys.executable}")
    assert fini.returncode != 0
    assert "n'est pas un environnement Python : rien n'y est touché" in fini.stderr
    assert [f.name for f in (tmp_path / "photos").iterdir()] == ["vacances.txt"]


def test_sans_de_quoi_creer_un_environnement_le_paquet_a_installer_est_nomme(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Debian livre Python sans ensurepip tant que python3-venv n'est pas installé."""
    d_origine = environnement.importlib.util.find_spec
    monkeypatch.setattr(
        environnement.importlib.util, "find_spec", lambda nom: None if nom == "ensurepip" else d_origine(nom)
    )
    with pytest.raises(environnement.EnvironnementImpossible, match="apt install python3-venv"):
        environnement.preparer_venv(tmp_path / "neuf")
    assert not (tmp_path / "neuf").exists()


def test_un_echec_de_pip_est_dit_et_sera_refait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sans réseau, le témoin ne doit pas faire croire que tout est installé."""
    venv = tmp_path / "venv"
    venv.mkdir()
    monkeypatch.setattr(environnement, "preparer_venv", lambda _: None)
    environnement.ecrire_temoin(venv, {"verrou": "ancien", "projet": "ancien"})
    with pytest.raises(environnement.EnvironnementImpossible, match="pip"):
        monkeypatch.setattr(environnement, "python_du_venv", lambda _: "false")
        environnement.preparer(venv, essais=False)
    assert environnement.lire_temoin(venv) == {}


def test_l_empreinte_suit_le_contenu_les_noms_et_les_retraits_pas_les_dates(tmp_path: Path) -> None:
    paquet = tmp_path / "paquet"
    paquet.mkdir()
    (paquet / "a.py").write_text("1")
    depart = environnement.empreinte([paquet])
    os.utime(paquet / "a.py", (0, 0))
    (paquet / "__pycache__").mkdir()
    (paquet / "__pycache__" / "a.pyc").write_text("x")
    assert environnement.empreinte([paquet]) == depart
    (paquet / "b.py").write_text("")
    avec_b = environnement.empreinte([paquet])
    assert avec_b != depart
    (paquet / "b.py").rename(paquet / "c.py")
    assert environnement.empreinte([paquet]) not in (depart, avec_b)
    (paquet / "c.py").unlink()
    assert environnement.empreinte([paquet]) == depart


def test_un_temoin_illisible_vaut_pas_de_temoin(tmp_path: Path) -> None:
    for contenu in ("", "pas du json", "[1]"):
        (tmp_path / environnement.TEMOIN).write_text(contenu, encoding="utf-8")
        assert environnement.lire_temoin(tmp_path) == {}


def test_ouvrir_vaut_oui_ou_non(capsys: pytest.CaptureFixture[str]) -> None:
    assert cours.principal(["--ouvrir", "peut-être"]) == 2
    assert "« oui » ou « non »" in capsys.readouterr().err


def test_si_la_preparation_echoue_jupyterlab_n_est_pas_lance(monkeypatch: pytest.MonkeyPatch) -> None:
    def impossible(_dossier: Path) -> None:
        raise LivraisonImpossible("le disque est plein")

    monkeypatch.setattr(cours, "preparer", impossible)
    monkeypatch.setattr(cours.subprocess, "run", lambda *_, **__: pytest.fail("rien ne devait être lancé"))
    assert cours.principal([]) == 1


def test_ailleurs_que_dans_le_cours_la_commande_dit_ou_aller(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cours.principal([]) == 1
    assert "Placez-vous dans le dossier du cours" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_sans_jupyterlab_la_commande_dit_quoi_ajouter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cours, "preparer", lambda _dossier: None)
    monkeypatch.setattr(cours.importlib.util, "find_spec", lambda _nom: None)
    assert cours.principal(["--dossier", str(tmp_path)]) == 1
    assert "pip install 'chatmairie[lab]'" in capsys.readouterr().err


def test_jupyterlab_s_ouvre_sur_le_premier_carnet_dans_travail(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", "/deja/la")
    assert cours.variables_jupyter()["JUPYTER_CONFIG_PATH"] == f"{cours.REGLAGES}{os.pathsep}/deja/la"
    sans_carnet = cours.commande_jupyter(tmp_path)
    assert f"--ServerApp.root_dir={tmp_path}" in sans_carnet
    (tmp_path / cours.PREMIER_CARNET).parent.mkdir()
    (tmp_path / cours.PREMIER_CARNET).touch()
    assert cours.commande_jupyter(tmp_path) == [*sans_carnet, str(tmp_path / cours.PREMIER_CARNET)]
