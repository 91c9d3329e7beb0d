"""L'archive d'une salle sans internet, installée et utilisée réseau coupé ; puis Binder, dans le même environnement.

Un seul environnement pour les deux : d'abord le verrou et le projet, comme dans une salle ; ensuite le verrou seul,
comme repo2docker le donne à postBuild.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import urllib.request
import venv
import zipfile
from pathlib import Path

import pytest

from outils import environnement, paquet
from tests.installation.test_machine_neuve import CARNET, _copier_le_depot, _variables
from tests.patience import PATIENCE_S, serveur_jupyter

pytestmark = [pytest.mark.installation, pytest.mark.complet]
RACINE = Path(__file__).resolve().parents[2]


def _sans_reseau() -> list[str]:
    """Le préfixe d'une commande à qui le système ne donne aucun réseau, s'il le permet."""
    essai = (
        subprocess.run(["unshare", "-n", "true"], capture_output=True, check=False) if shutil.which("unshare") else None
    )
    return ["unshare", "-n"] if essai is not None and essai.returncode == 0 else []


def _faire(dossier: Path, *commande: str, **autres: str) -> subprocess.CompletedProcess[str]:
    nulle_part = "http://127.0.0.1:9"
    ferme = dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"), nulle_part)
    variables = {n: v for n, v in _variables(**ferme).items() if not n.startswith("PIP_")}
    variables |= {"PIP_CONFIG_FILE": os.devnull} | autres
    return subprocess.run(
        [*_sans_reseau(), *commande], cwd=dossier, env=variables, stdin=subprocess.DEVNULL,
        capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.fixture(scope="module")
def salle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """L'archive faite par la vraie commande, décompressée, installée réseau coupé par la commande de LISEZ-MOI.txt."""
    ici = tmp_path_factory.mktemp("salle")
    assert paquet.principal(["--destination", str(ici)]) == 0
    (archive,) = ici.glob("*.zip")
    with zipfile.ZipFile(archive) as lue:
        lue.extractall(ici)
    dossier = ici / archive.stem
    fini = _faire(dossier, sys.executable, "outils/environnement.py")
    assert fini.returncode == 0, fini.stdout + fini.stderr
    return dossier


@pytest.fixture(scope="module")
def python(salle: Path) -> str:
    return str(salle / ".venv" / "bin" / "python")


def test_le_reseau_est_bien_coupe(salle: Path, python: str) -> None:
    assert _sans_reseau() or os.geteuid() != 0, "qui a tous les droits peut couper le réseau (paquet util-linux)"
    essai = "import urllib.request as u; u.urlopen('http://192.0.2.1/', timeout=3)"
    assert _faire(salle, python, "-c", essai).returncode != 0, "sinon les essais ci-dessous ne prouvent rien"


def test_dans_la_salle_on_prepare_et_on_suit_le_cours(salle: Path, python: str) -> None:
    for attendu in ("posé(s)", "est à jour"):
        fini = _faire(salle, str(Path(python).with_name("chatmairie")), "cours", "--ouvrir", "non")
        assert fini.returncode == 0 and attendu in fini.stdout, fini.stdout + fini.stderr
    assert (salle / "travail" / CARNET).is_file() and (salle / "travail/pages_a_lire/02_donnees.html").is_file()
    fini = _faire(salle, python, "-m", "chatmairie", "verifier", "02_donnees")
    assert fini.returncode == 0 and "Total aux tests visibles" in fini.stdout, fini.stderr


def test_l_archive_n_a_ni_solution_ni_banque(salle: Path) -> None:
    assert not (salle / "course").exists() and not (salle / "tests").exists()
    assert not list((salle / "carnets").rglob("corriges.*"))
    for carnet in (salle / "carnets").rglob("*.ipynb"):
        assert "BEGIN SOLUTION" not in carnet.read_text(encoding="utf-8")


def test_la_roue_porte_les_carnets_et_aucune_solution(tmp_path: Path) -> None:
    """Installée dans un environnement à part, elle pose le cours dans un dossier vide ; JupyterLab manquant est dit."""
    roue = paquet.faire_la_roue(tmp_path / "dist", avec_corriges=False)
    noms = zipfile.ZipFile(roue).namelist()
    assert f"chatmairie/cours/{CARNET}" in noms
    assert not [n for n in noms if "corriges" in n and n.endswith((".yaml", ".json"))]
    assert not [n for n in noms if "banque" in Path(n).parts]
    venv.create(tmp_path / "venv", system_site_packages=False, with_pip=False)
    python, ailleurs = tmp_path / "venv" / "bin" / "python", tmp_path / "ailleurs"
    ailleurs.mkdir()
    installes = next((tmp_path / "venv" / "lib").glob("python*")) / "site-packages"
    pip = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        "--target",
        str(installes),
        str(roue),
    ]
    subprocess.run(pip, check=True)
    (installes / "dependances.pth").write_text(sysconfig.get_paths()["purelib"] + "\n", encoding="utf-8")
    fini = _faire(ailleurs, str(python), "-m", "chatmairie", "cours", "--ouvrir", "non")
    assert fini.returncode == 0 and "posé(s)" in fini.stdout, fini.stdout + fini.stderr
    assert "BEGIN SOLUTION" not in (ailleurs / "travail" / CARNET).read_text(encoding="utf-8")


def test_uvx_ouvre_le_cours_depuis_la_roue_sans_reseau(salle: Path, tmp_path: Path) -> None:
    """La commande du README, avec les paquets d'une salle ; sans `[lab]`, la commande dit quoi ajouter."""
    roue = paquet.faire_la_roue(tmp_path / "dist", avec_corriges=False)
    lue = re.search(r"^uvx --from '(.+)' (.+)$", (RACINE / "README.md").read_text(encoding="utf-8"), re.M)
    voulu, commande = lue[1].replace("ADRESSE_DE_LA_ROUE", roue.as_uri()), lue[2].split()
    assert voulu.startswith("chatmairie[lab] @ file:")
    uvx = [str(Path(sys.executable).with_name("uv")), "tool", "run", "--no-index", "--find-links", str(salle / "roues")]
    uvx += ["--offline", "--no-config", "--python", sys.executable]
    ici = {"UV_CACHE_DIR": str(tmp_path / "reserve")}
    fini = _faire(tmp_path, *uvx, "--from", voulu, *commande, "--ouvrir", "non", **ici)
    assert fini.returncode == 0 and "posé(s)" in fini.stdout, fini.stdout + fini.stderr
    assert (tmp_path / "travail" / CARNET).is_file()
    fini = _faire(tmp_path, *uvx, "--from", voulu.replace("[lab]", ""), *commande, **ici)
    assert fini.returncode == 1 and "pip install 'chatmairie[lab]'" in fini.stderr, fini.stdout + fini.stderr


def test_un_autre_python_se_dit_avant_d_installer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    notice = tmp_path / "paquet.json"
    notice.write_text('{"python": "3.99"}', encoding="utf-8")
    monkeypatch.setattr(environnement, "NOTICE", notice)
    with pytest.raises(environnement.EnvironnementImpossible, match=r"faite pour Python 3\.99"):
        environnement.preparer(tmp_path / "venv", essais=False)
    assert not (tmp_path / "venv").exists()


def test_les_conditions_du_verrou_sont_lues_pour_la_machine_visee() -> None:
    verrou = (RACINE / "requirements.lock").read_text(encoding="utf-8")
    noms = {}
    for plateforme in paquet.CIBLES:
        for cible in paquet.environnements(plateforme, "3.11"):
            lues = paquet.exigences(verrou, cible)
            assert all("--hash=sha256:" in e and ";" not in e for e in lues)
            noms[plateforme] = {e.split("==")[0] for e in lues}
    assert "pywinpty" in noms["win_amd64"] and "ptyprocess" not in noms["win_amd64"]
    assert "appnope" in noms["macosx_12_0_arm64"] and "pywinpty" not in noms["manylinux_2_28_x86_64"]
    assert all({"pandas", "nbgrader", "jupyterlab"} <= trouves for trouves in noms.values())


def test_une_version_de_python_absurde_se_dit(capsys: pytest.CaptureFixture[str]) -> None:
    assert paquet.principal(["--python", "onze"]) == 2
    assert "s'écrit 3.11" in capsys.readouterr().err


# --- Binder : en dernier, l'environnement n'a plus alors que le verrou -------------------------------


@pytest.fixture(scope="module")
def binder(salle: Path, python: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Le dossier personnel d'une session Binder : postBuild lancé là où seul le verrou est installé, sans réseau."""
    retrait = _faire(salle, python, "-m", "pip", "uninstall", "--yes", "--quiet", "chatmairie")
    assert retrait.returncode == 0, retrait.stderr
    assert _faire(salle.parent, python, "-c", "import chatmairie").returncode != 0
    accueil = _copier_le_depot(tmp_path_factory.mktemp("binder") / "accueil")
    (accueil / ".git").mkdir()
    chemin = f"{salle / '.venv' / 'bin'}{os.pathsep}{os.environ['PATH']}"
    fini = _faire(accueil, "./postBuild", REPO_DIR=str(accueil), PATH=chemin)
    assert fini.returncode == 0, fini.stdout + fini.stderr
    return accueil


def test_binder_prepare_le_travail_et_retire_les_solutions(binder: Path) -> None:
    assert (binder / "travail" / CARNET).is_file() and (binder / "travail/02_donnees/corriges.json").is_file()
    for retire in ("course", "banque", ".git", "build"):
        assert not (binder / retire).exists(), retire
    for fichier in (binder / "travail").rglob("*"):
        if fichier.suffix in (".ipynb", ".py", ".html"):
            assert "BEGIN SOLUTION" not in fichier.read_text(encoding="utf-8"), fichier


def test_binder_s_ouvre_en_francais_sur_le_premier_carnet(binder: Path, python: str) -> None:
    """JupyterLab lancé comme dans l'image : rien d'autre que ce que postBuild a réglé."""
    journal = binder.parent / "journal.txt"
    with serveur_jupyter([python, "-m", "jupyterlab"], binder, _variables(HOME=str(binder)), journal) as serveur:
        adresse = urllib.request.urlopen(f"{serveur}/", timeout=PATIENCE_S).geturl()
        premier = sorted((binder / "travail").glob("[0-9][0-9]_*/[0-9][0-9]_*.ipynb"))[0]
        assert adresse.partition("?")[0].endswith(f"/lab/tree/{premier.relative_to(binder).as_posix()}")
        langue = f"{serveur}/lab/api/settings/@jupyterlab/translation-extension:plugin"
        lu = json.loads(urllib.request.urlopen(langue, timeout=PATIENCE_S).read())
        assert lu["schema"]["properties"]["locale"]["default"] == "fr_FR"
