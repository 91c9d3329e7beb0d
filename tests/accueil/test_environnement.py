"""« Cette machine peut-elle suivre le cours ? » : chaque panne est vue, nommée, et suivie de quoi faire."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from chatmairie import environnement as e
from chatmairie.__main__ import COMMANDES, principal


def test_ici_tout_est_pret(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert principal(["verifier-environnement"]) == 0
    dit = capsys.readouterr().out
    noms = ["Python", "Paquets", "Fichiers", "Noyau", "Mémoire", "Écriture", "Disque"]
    assert [v.nom for v in e.tout_verifier()] == noms
    assert dit.count(" : bon.") == 7 and "Tout est prêt" in dit and "Quoi faire" not in dit
    assert list(tmp_path.iterdir()) == []  # rien n'est laissé derrière


def test_un_python_trop_vieux() -> None:
    assert e.python((3, 11, 0)).bon and e.python((3, 14, 1)).bon
    vieux = e.python((3, 10, 12))
    assert vieux.bon is False and "3.10.12" in vieux.constat and "3.11" in vieux.faire


def test_un_paquet_absent_ou_trop_vieux() -> None:
    assert e.paquets(["numpy>=2.0", "nbval>=99 ; extra == 'essais'", "setuptools>=9999"]).bon
    absent = e.paquets(["numpy>=2.0", "un-paquet-qui-n-existe-pas>=1"])
    assert absent.bon is False and "un-paquet-qui-n-existe-pas manque" in absent.constat
    assert "make environnement" in absent.faire and sys.executable in absent.faire
    vieux = e.paquets(["numpy>=99"])
    assert vieux.bon is False and "ne convient pas (il faut >=99)" in vieux.constat


def test_une_memoire_trop_petite_ou_inconnue(monkeypatch: pytest.MonkeyPatch) -> None:
    assert e.memoire(e.MEMOIRE_MO).bon
    petite = e.memoire(e.MEMOIRE_MO - 1)
    assert petite.bon is False and "Fermez" in petite.faire
    monkeypatch.setattr(e, "memoire_libre_mo", lambda: None)
    assert e.memoire().bon is None


def test_la_limite_d_un_conteneur_compte(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(e, "_memoire_du_systeme", lambda: 8e9)
    monkeypatch.setattr(e, "_memoire_du_conteneur", lambda: 3e8)
    assert e.memoire_libre_mo() == 300 and e.memoire().bon is False


def test_un_dossier_ou_l_on_ne_peut_pas_ecrire(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert e.ecriture(tmp_path).bon

    def refuser(*_a: object, **_k: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(e.tempfile, "NamedTemporaryFile", refuser)
    ferme = e.ecriture(tmp_path)
    assert ferme.bon is False and str(tmp_path) in ferme.constat and "Copiez" in ferme.faire


def test_un_disque_plein() -> None:
    assert e.disque(e.DISQUE_MO).bon and e.disque(3).bon is False


def test_un_noyau_declare_pour_un_autre_python(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(e, "_dans_un_noyau", lambda: False)
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path))
    monkeypatch.setenv("JUPYTER_PREFER_ENV_PATH", "0")
    autre = tmp_path / "kernels" / "python3"
    autre.mkdir(parents=True)
    commande = [str(tmp_path / "autre" / "bin" / "python"), "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    (autre / "kernel.json").write_text(
        json.dumps({"argv": commande, "display_name": "Autre", "language": "python"}), encoding="utf-8"
    )
    vu = e.noyau()
    assert vu.bon is False and "autre Python" in vu.constat and "ipykernel install" in vu.faire


def test_une_verification_qui_plante_n_arrete_pas_les_autres(monkeypatch: pytest.MonkeyPatch) -> None:
    def surprise() -> e.Verification:
        raise RuntimeError("disque arraché")

    monkeypatch.setattr(e, "VERIFICATIONS", (surprise, e.disque))
    premiere, seconde = e.tout_verifier()
    assert premiere.bon is None and "disque arraché" in premiere.constat and seconde.nom == "Disque"


def test_la_carte_du_carnet_dit_quoi_faire_et_reste_la_meme_sur_deux_machines_pretes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def pret() -> e.Verification:
        return e.memoire(24_000)

    def pret_ailleurs() -> e.Verification:
        return e.memoire(900)

    monkeypatch.setattr(e, "VERIFICATIONS", (pret,))
    ici = e.carte(e.tout_verifier()).corps_texte()
    monkeypatch.setattr(e, "VERIFICATIONS", (pret_ailleurs,))
    assert e.carte(e.tout_verifier()).corps_texte() == ici and "Tout est prêt" in ici
    monkeypatch.setattr(e, "VERIFICATIONS", (lambda: e.memoire(100),))
    a_regler = e.carte(e.tout_verifier()).corps_texte()
    assert "à régler" in a_regler and "Fermez" in a_regler and "Mémoire. Puis relancez" in a_regler


def test_sans_les_bibliotheques_la_commande_repond_et_le_dit(tmp_path: Path) -> None:
    """Un Python tout nu, où seul le paquet du cours est lisible : pas de trace, une phrase par manque."""
    paquet = Path(e.__file__).parents[1]
    (tmp_path / "chatmairie").symlink_to(paquet / "chatmairie")
    variables = {**os.environ, "PYTHONPATH": str(tmp_path), "PYTHONNOUSERSITE": "1"}
    fait = subprocess.run(
        [getattr(sys, "_base_executable", sys.executable), "-S", "-m", "chatmairie", "verifier-environnement"],
        cwd=tmp_path, env=variables, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert fait.returncode == 1 and "Traceback" not in fait.stderr, fait.stderr
    assert "n'est pas installé dans ce Python" in fait.stdout and "ipykernel manque" in fait.stdout
    assert "À régler avant de commencer : Paquets, Noyau" in fait.stdout


def test_une_commande_inconnue_montre_les_vraies(capsys: pytest.CaptureFixture[str]) -> None:
    assert principal(["verifer"]) == 2 and principal([]) == 2 and principal(["--help"]) == 0
    sortie = capsys.readouterr()
    assert "« verifer » n'est pas une commande" in sortie.err
    assert all(nom in sortie.out for nom in COMMANDES)
    assert principal(["verifier-environnement", "--vite"]) == 2


@pytest.mark.parametrize("nom", ["pandas.py", "numpy/__init__.py"])
def test_un_fichier_qui_cache_une_bibliotheque_est_nomme(nom: str, tmp_path: Path) -> None:
    fichier = tmp_path / nom
    fichier.parent.mkdir(exist_ok=True)
    fichier.write_text("x = 1\n", encoding="utf-8")
    vue = e.fichiers(tmp_path)
    assert vue.bon is False and nom.partition("/")[0] in vue.constat and "Renommez-le" in vue.faire
    rendu = subprocess.run(
        [sys.executable, "-c", "from chatmairie import choisir"], cwd=tmp_path, capture_output=True, text=True
    )
    assert rendu.returncode == 1 and "cannot import name 'choisir'" not in rendu.stderr
    assert f"ImportError: « {nom.partition('/')[0]} »" in rendu.stderr.splitlines()[-1]
