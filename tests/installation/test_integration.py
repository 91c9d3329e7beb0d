"""L'intégration continue : un clone propre, un bilan, un échec quand quelque chose n'a pas tourné."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

RACINE = Path(__file__).resolve().parents[2]
BILAN = "=========== 12 passed in 3.45s ==========="


@pytest.fixture
def depot(tmp_path: Path) -> Path:
    """Un petit dépôt git : le vrai .ci/run, et un Makefile dont les deux cibles sont remplaçables."""
    depot = tmp_path / "dépôt d'essai"
    (depot / "outils").mkdir(parents=True)
    shutil.copytree(RACINE / ".ci", depot / ".ci")
    for script in ("python_convenable.sh", "paquets_systeme.sh"):
        shutil.copy(RACINE / "outils" / script, depot / "outils")
    return depot


def _lancer(depot: Path, recette: str, complet: str = f"echo '{BILAN}'") -> subprocess.CompletedProcess[str]:
    (depot / "Makefile").write_text(f"test:\n\t@{recette}\ntest-complet:\n\t@{complet}\n", encoding="utf-8")
    qui = ["-c", "user.name=Essai", "-c", "user.email=essai@exemple.invalid", "-c", "commit.gpgsign=false"]
    for commande in (["init", "-q"], ["add", "Makefile", ".ci", "outils"], [*qui, "commit", "-q", "-m", "essai"]):
        subprocess.run(["git", *commande], cwd=depot, check=True)
    variables = {n: v for n, v in os.environ.items() if not n.startswith("GIT_")}
    # Un faux Chromium : cet essai ne doit rien installer sur la machine de qui le lance.
    faux = depot.parent / "bin"
    faux.mkdir(exist_ok=True)
    for nom in ("chromium", "bwrap"):
        (faux / nom).touch(mode=0o755)
    variables["PATH"] = os.pathsep.join([str(faux), variables["PATH"]])
    return subprocess.run(
        ["bash", ".ci/run"],
        cwd=depot, env=variables, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_le_bilan_de_pytest_est_la_derniere_ligne(depot: Path) -> None:
    fini = _lancer(depot, f"echo debut; echo '{BILAN}'; echo fin de make")
    assert fini.returncode == 0, fini.stderr
    assert fini.stdout.splitlines()[-1] == BILAN


def test_un_echec_de_make_est_un_echec(depot: Path) -> None:
    fini = _lancer(depot, "echo '==== 1 failed, 3 passed in 2.00s ===='; exit 1")
    assert fini.returncode != 0
    assert fini.stdout.splitlines()[-1] == "==== 1 failed, 3 passed in 2.00s ===="


def test_un_bilan_propre_ne_cache_pas_un_code_d_erreur(depot: Path) -> None:
    assert _lancer(depot, f"echo '{BILAN}'; exit 3").returncode != 0


def test_sans_bilan_les_essais_n_ont_pas_tourne(depot: Path) -> None:
    fini = _lancer(depot, "echo tout va bien")
    assert fini.returncode == 1
    assert "n'ont pas tourné" in fini.stderr


def test_ce_qui_est_plus_long_compte_aussi(depot: Path) -> None:
    fini = _lancer(depot, f"echo '{BILAN}'", "echo '==== 1 failed in 2.00s ===='; exit 1")
    assert fini.returncode != 0 and fini.stdout.splitlines()[-1] == "==== 1 failed in 2.00s ===="
    assert "make test-complet" in _lancer(depot, f"echo '{BILAN}'", "echo rien").stderr


def test_ce_qui_n_est_pas_depose_n_existe_pas_pour_l_integration(depot: Path) -> None:
    (depot / "oublie.txt").write_text("jamais ajouté à git", encoding="utf-8")
    fini = _lancer(depot, f"test ! -e oublie.txt && echo '{BILAN}'")
    assert fini.returncode == 0, fini.stdout + fini.stderr


@pytest.mark.lent
def test_un_essai_saute_fait_echouer_la_session_complete(tmp_path: Path) -> None:
    """Le vrai conftest, lu par une session à part."""
    shutil.copy(RACINE / "tests" / "conftest.py", tmp_path)
    essai = "import pytest\ndef test_a(): pass\n@pytest.mark.skip\ndef test_b(): pass\n"
    (tmp_path / "test_saut.py").write_text(essai, encoding="utf-8")
    commande = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-c", os.devnull]
    codes = {}
    for valeur in ("oui", ""):
        variables = os.environ | {"CHATMAIRIE_SANS_SAUT": valeur, "PYTHONPATH": str(RACINE)}
        fini = subprocess.run(
            [*commande, f"--rootdir={tmp_path}", str(tmp_path)],
            cwd=tmp_path, env=variables, capture_output=True, text=True, check=False,
        )  # fmt: skip
        codes[valeur] = fini.returncode, "1 essai(s) sauté(s)" in fini.stdout
    assert codes == {"oui": (1, True), "": (0, False)}


def test_un_paquet_manquant_sans_les_droits_se_dit(tmp_path: Path) -> None:
    """Ni Chromium ni apt-get dans le PATH : la commande à taper est dite, et rien n'est tenté."""
    outils = tmp_path / "bin"
    outils.mkdir()
    for nom in ("sh", "dirname", "id", "git", "make"):
        (outils / nom).symlink_to(shutil.which(nom) or f"/bin/{nom}")
    (outils / "python3").symlink_to(sys.executable)
    script = (RACINE / "outils" / "paquets_systeme.sh").read_text(encoding="utf-8")
    copie = tmp_path / "paquets_systeme.sh"
    copie.write_text(script.replace("/usr/bin/chromium", "/absent"), encoding="utf-8")
    shutil.copy(RACINE / "outils" / "python_convenable.sh", tmp_path)
    fini = subprocess.run(["sh", str(copie)], env={"PATH": str(outils)}, capture_output=True, text=True, check=False)
    assert fini.returncode == 1 and "apt-get install" in fini.stderr and "chromium" in fini.stderr
