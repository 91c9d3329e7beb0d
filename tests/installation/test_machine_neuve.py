"""Comme sur une machine neuve : une copie du dépôt, un environnement vide, les vraies commandes.

Installe le verrou et le projet une fois (une à trois minutes), puis regarde ce qu'aura un élève et
ce que donnent les commandes du README sans make. (Binder et la salle sans internet : test_paquet.py.)
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.patience import PATIENCE_S, serveur_jupyter

RACINE = Path(__file__).resolve().parents[2]
PAS_DANS_UN_CLONE = (".venv*", ".git", "build", "__pycache__", ".*_cache", "*.egg-info", ".chatmairie")
A_QUELQU_UN = {"travail", "classe"}
"""À la racine : le travail d'un élève, une classe. Jamais copiés."""
CARNET = "02_donnees/02_donnees.ipynb"

pytestmark = [pytest.mark.installation, pytest.mark.complet]


def _variables(**autres: str) -> dict[str, str]:
    """Les variables d'une session ordinaire, sur une machine qui interdit le bytecode (c'est le cas de certaines)."""
    a_retirer = ("PYTHONPATH", "VIRTUAL_ENV", "MAKEFLAGS", "MAKELEVEL", "CHATMAIRIE_PROGRESSION")
    gardees = {nom: valeur for nom, valeur in os.environ.items() if nom not in a_retirer}
    return gardees | {"PYTHONDONTWRITEBYTECODE": "1"} | autres


def _faire(depot: Path, *commande: str, **autres: str) -> subprocess.CompletedProcess[str]:
    variables = _variables(**autres)
    return subprocess.run(
        commande, cwd=depot, env=variables, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )


def _copier_le_depot(destination: Path) -> Path:
    motifs = shutil.ignore_patterns(*PAS_DANS_UN_CLONE)

    def a_ignorer(dossier: str, noms: list[str]) -> set[str]:
        return motifs(dossier, noms) | (A_QUELQU_UN if Path(dossier) == RACINE else set())

    shutil.copytree(RACINE, destination, ignore=a_ignorer, symlinks=True)
    return destination


@pytest.fixture(scope="module")
def depot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Un dépôt où `make cours OUVRIR=non` vient d'être lancé pour la première fois, comme dans le conteneur."""
    depot = _copier_le_depot(tmp_path_factory.mktemp("machine_neuve") / "chatmairie")
    conteneur = json.loads((RACINE / ".devcontainer" / "devcontainer.json").read_text(encoding="utf-8"))
    fini = _faire(depot, *conteneur["onCreateCommand"].split(), f"PYTHON={sys.executable}")
    assert fini.returncode == 0, fini.stdout + fini.stderr
    return depot


@pytest.fixture(scope="module")
def python(depot: Path) -> str:
    return str(depot / ".venv" / "bin" / "python")


def test_le_projet_installe_s_importe_d_ailleurs_que_du_depot(python: str, tmp_path: Path) -> None:
    fini = _faire(tmp_path, python, "-c", "import chatmairie; print(chatmairie.__file__)")
    assert "/.venv/lib/" in fini.stdout, fini.stdout + fini.stderr


def test_les_paquets_installes_s_accordent(python: str, tmp_path: Path) -> None:
    fini = _faire(tmp_path, python, "-m", "pip", "check")
    assert fini.returncode == 0, fini.stdout + fini.stderr


def test_verifier_juge_une_reponse_hors_du_depot(python: str, tmp_path: Path) -> None:
    code = (
        "from chatmairie import verifier\n"
        "def taux_de_refus(archives, par):\n"
        "    return (archives['decision'] == 'refuse').groupby(archives[par]).mean()\n"
        "print(repr(verifier('donnees.taux', taux_de_refus=taux_de_refus)))\n"
    )
    fini = _faire(tmp_path, python, "-c", code, CHATMAIRIE_PROGRESSION=str(tmp_path / "p.json"))
    assert fini.returncode == 0, fini.stderr
    assert "Réussi" in fini.stdout


def test_tout_le_bytecode_est_ecrit_meme_si_la_machine_l_interdit(python: str) -> None:
    paquets = next((Path(python).parents[1] / "lib").glob("python3*/site-packages"))
    for nom in ("pandas", "sklearn", "matplotlib", "chatmairie"):
        assert list((paquets / nom / "__pycache__").glob("__init__.*.pyc")), nom


def test_une_deuxieme_fois_rien_n_est_refait_et_rien_n_est_perdu(depot: Path) -> None:
    carnet = depot / "travail" / CARNET
    ecrit = json.loads(carnet.read_text(encoding="utf-8"))
    ecrit["cells"].insert(0, {"cell_type": "markdown", "id": "a-moi", "metadata": {}, "source": "Mes notes."})
    carnet.write_text(json.dumps(ecrit, ensure_ascii=False), encoding="utf-8")
    avant = carnet.read_bytes()
    fini = _faire(depot, "make", "cours", "OUVRIR=non", f"PYTHON={sys.executable}")
    assert fini.returncode == 0, fini.stderr
    assert "Installation" not in fini.stdout
    assert carnet.read_bytes() == avant


def test_une_source_changee_est_reinstallee(depot: Path, python: str, tmp_path: Path) -> None:
    source = depot / "src" / "chatmairie" / "__init__.py"
    ancien = source.read_text(encoding="utf-8")
    (depot / "src" / "chatmairie" / "retire_ensuite.py").write_text("X = 1\n", encoding="utf-8")
    source.write_text(ancien + "\nESSAI = 'nouvelle version'\n", encoding="utf-8")
    _faire(depot, "make", "environnement", f"PYTHON={sys.executable}")
    voir = (
        "import chatmairie, importlib.util as u; "
        "print(chatmairie.ESSAI, bool(u.find_spec('chatmairie.retire_ensuite')))"
    )
    assert _faire(tmp_path, python, "-c", voir).stdout.strip() == "nouvelle version True"
    (depot / "src" / "chatmairie" / "retire_ensuite.py").unlink()
    _faire(depot, "make", "environnement", f"PYTHON={sys.executable}")
    assert _faire(tmp_path, python, "-c", voir).stdout.strip() == "nouvelle version False"


@pytest.fixture
def serveur(depot: Path, tmp_path: Path) -> Iterator[str]:
    """L'adresse d'un JupyterLab lancé comme par `make cours`, sans navigateur."""
    sans_navigateur = (
        "import sys, subprocess; from pathlib import Path; from chatmairie.carnets import cours; "
        "travail = Path('travail').resolve(); "
        "subprocess.run(cours.commande_jupyter(travail) + sys.argv[1:], cwd=travail, env=cours.variables_jupyter())"
    )
    commande = [str(depot / ".venv" / "bin" / "python"), "-c", sans_navigateur]
    with serveur_jupyter(commande, depot, _variables(), tmp_path / "journal.txt", "essai") as adresse:
        yield adresse


def test_jupyterlab_s_ouvre_en_francais_sans_les_panneaux_du_formateur(serveur: str) -> None:
    def lire(chemin: str) -> str:
        with urllib.request.urlopen(f"{serveur}/{chemin}?token=essai", timeout=PATIENCE_S) as reponse:
            return reponse.read().decode()

    assert json.loads(lire(f"api/contents/{CARNET}"))["type"] == "notebook"
    page = lire(f"lab/tree/{CARNET}")
    assert '"disabledExtensions": ["@jupyter/nbgrader"]' in page
    langue = json.loads(lire("lab/api/settings/@jupyterlab/translation-extension:plugin"))
    assert langue["schema"]["properties"]["locale"]["default"] == "fr_FR"
    assert "fr_FR" in json.loads(lire("lab/api/translations"))["data"]


def test_les_commandes_du_readme_sans_make(depot: Path) -> None:
    """Celles de Windows, lues dans le README, avec les chemins d'ici : rien à refaire, et rien n'est écrasé."""
    blocs = re.findall(r"```(?:powershell|bat)\n(.*?)```", (depot / "README.md").read_text(encoding="utf-8"), re.S)
    commandes = [ligne.strip() for bloc in blocs for ligne in bloc.splitlines() if ligne.strip()]
    assert [c.split()[0] for c in commandes] == ["py", ".venv\\Scripts\\chatmairie"], commandes
    avant = (depot / "travail" / CARNET).read_bytes()
    ici = {"py -3.11": sys.executable, ".venv\\Scripts\\chatmairie": ".venv/bin/chatmairie"}
    for commande in commandes:
        for la_bas, equivalent in ici.items():
            commande = commande.replace(la_bas, equivalent)
        mots = commande.replace("\\", "/").split()
        if mots[-1] == "cours":
            mots += ["--ouvrir", "non"]
        fini = _faire(depot, *mots)
        assert fini.returncode == 0, (commande, fini.stdout + fini.stderr)
    assert (depot / "travail" / CARNET).read_bytes() == avant


def test_propre_garde_le_travail(depot: Path) -> None:
    avant = (depot / "travail" / CARNET).read_bytes()
    assert _faire(depot, "make", "propre").returncode == 0
    assert (depot / "travail" / CARNET).read_bytes() == avant
    assert (depot / ".venv" / "bin" / "python").exists()
