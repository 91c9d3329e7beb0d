"""Prépare l'environnement Python du cours : les paquets verrouillés, puis le projet.

    python3 outils/environnement.py [--venv .venv] [--essais]

Deux installations, dans cet ordre, car pip refuse de mêler des paquets vérifiés par empreinte et
un dossier local : d'abord le verrou (`--require-hashes`), puis le projet, sans dépendances. Le
verrou s'installe avec uv (quelques secondes) ; là où uv ne s'obtient pas, ou ne trouve pas les
paquets, avec pip, qui fait la même chose. Le projet est installé comme il le sera ailleurs (une
copie dans l'environnement, pas un lien vers src/) : un fichier oublié se voit tout de suite.

Rejouable : un fichier témoin garde l'empreinte des verrous et du projet installés ; ce qui n'a
pas changé n'est pas refait. N'utilise que la bibliothèque standard, avec un Python 3.11 ou plus.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

RACINE = Path(__file__).resolve().parent.parent
TEMOIN = "chatmairie.json"
ROUES = RACINE / "roues"
"""Dans l'archive d'une salle sans internet : tous les paquets. Alors, rien n'est demandé au réseau."""
NOTICE = RACINE / "paquet.json"
VERROU_COURS = "requirements.lock"
VERROU_ESSAIS = "requirements-essais.lock"
SOURCES_DU_PROJET = (
    "pyproject.toml", "setup.py", "MANIFEST.in", "README.md", "LICENSE", "src", "referential", "labextension",
)  # fmt: skip
"""Ce qui entre dans le paquet installé : s'il change, le projet est réinstallé."""
OPTIONS_PIP = ("--quiet", "--disable-pip-version-check", "--no-input")
A_NE_PAS_LIRE = {"__pycache__", ".ipynb_checkpoints"}


class EnvironnementImpossible(Exception):
    """L'environnement ne peut pas être préparé ; le message dit pourquoi et quoi faire."""


def empreinte(chemins: list[Path]) -> str:
    """SHA-256 des noms et des contenus de ces fichiers et dossiers (ce qui n'existe pas est ignoré)."""
    somme = hashlib.sha256()
    for chemin in chemins:
        fichiers = [chemin] if chemin.is_file() else sorted(f for f in chemin.rglob("*") if f.is_file())
        for fichier in fichiers:
            if A_NE_PAS_LIRE & set(fichier.parts) or any(p.endswith(".egg-info") for p in fichier.parts):
                continue
            contenu = fichier.read_bytes()
            somme.update(f"{fichier.relative_to(chemin.parent).as_posix()}\0{len(contenu)}\0".encode())
            somme.update(contenu)
    return somme.hexdigest()


def python_du_venv(venv: Path) -> Path:
    """L'interpréteur d'un environnement, sous Windows ou ailleurs."""
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def environnement_des_commandes() -> dict[str, str]:
    """Les variables pour pip et Python : bytecode écrit (sans lui les imports durent trois fois plus), rien d'autre
    que l'environnement préparé."""
    variables = dict(os.environ)
    for nom in ("PYTHONDONTWRITEBYTECODE", "PYTHONPATH", "PYTHONHOME"):
        variables.pop(nom, None)
    return variables


def preparer_venv(venv: Path) -> None:
    """Crée l'environnement, ou le répare. Lève `EnvironnementImpossible` plutôt que d'effacer autre chose."""
    if venv.exists() and not venv.is_dir():
        raise EnvironnementImpossible(f"« {venv} » est un fichier : il faut un dossier pour l'environnement.")
    if venv.is_dir() and any(venv.iterdir()) and not (venv / "pyvenv.cfg").is_file():
        raise EnvironnementImpossible(
            f"Le dossier « {venv} » existe et n'est pas un environnement Python : rien n'y est touché. "
            "Choisissez-en un autre : make environnement VENV=autre-dossier"
        )
    if _fonctionne(venv):
        return
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        raise EnvironnementImpossible(
            "Il manque à Python de quoi créer un environnement (modules venv et ensurepip).\n"
            f"  Debian, Ubuntu : sudo apt install python3-venv   (ou python{version}-venv)"
        )
    print(f"Création de l'environnement {venv} avec Python {sys.version.split()[0]}.", flush=True)
    # Lancé depuis un environnement activé, peut-être celui-ci : on repart du Python d'origine.
    origine = getattr(sys, "_base_executable", None) or sys.executable
    _lancer([origine, "-m", "venv", "--clear", str(venv)], "La création de l'environnement a échoué.")


def _fonctionne(venv: Path) -> bool:
    """Vrai si l'environnement a un Python 3.11 ou plus qui démarre, avec pip (ajouté au besoin)."""
    python = python_du_venv(venv)
    if not python.exists():
        return False
    essais = (
        ["-c", "import sys; sys.exit(sys.version_info < (3, 11))"],
        ["-c", "import pip"],
    )
    variables = environnement_des_commandes()
    for numero, essai in enumerate(essais):
        try:
            fini = subprocess.run([python, *essai], env=variables, capture_output=True, check=False)
        except OSError:
            return False
        if fini.returncode and numero == 0:
            return False
        if fini.returncode:
            reparation = [python, "-m", "ensurepip", "--upgrade"]
            return subprocess.run(reparation, env=variables, capture_output=True, check=False).returncode == 0
    return True


def _lancer(commande: list[str], si_echec: str) -> None:
    try:
        subprocess.run(commande, cwd=RACINE, env=environnement_des_commandes(), check=True)
    except subprocess.CalledProcessError as erreur:
        raise EnvironnementImpossible(si_echec) from erreur


def _pip(venv: Path, *arguments: str, si_echec: str) -> None:
    hors_ligne = ["--no-index", "--find-links", str(ROUES)] if ROUES.is_dir() else []
    _lancer([str(python_du_venv(venv)), "-m", "pip", "install", *OPTIONS_PIP, *hors_ligne, *arguments], si_echec)


def uv_de(venv: Path) -> str | None:
    """Le programme uv : celui de la machine, sinon celui du verrou des essais, ajouté à l'environnement ; None si pip
    ne l'obtient pas."""
    if ROUES.is_dir():
        return None
    if ici := shutil.which("uv"):
        return ici
    texte = (RACINE / VERROU_ESSAIS).read_text(encoding="utf-8") if (RACINE / VERROU_ESSAIS).is_file() else ""
    entree = re.search(r"^uv==.*(?:\n +--hash.*)+", texte, re.M)
    if entree is None:
        return None
    with tempfile.TemporaryDirectory() as ici:
        (Path(ici) / "uv.txt").write_text(entree[0] + "\n", encoding="utf-8")
        pip = [python_du_venv(venv), "-m", "pip", "install", *OPTIONS_PIP, "--require-hashes", "-r", f"{ici}/uv.txt"]
        if subprocess.run(pip, env=environnement_des_commandes(), capture_output=True, check=False).returncode:
            return None
    return str(python_du_venv(venv).with_name("uv.exe" if os.name == "nt" else "uv"))


def installer_verrou(venv: Path, verrou: Path) -> None:
    """Installe les paquets verrouillés, chacun vérifié par son empreinte : par uv, sinon par pip."""
    print(f"Installation des paquets de {verrou.name} (jusqu'à trois minutes la première fois).", flush=True)
    if uv := uv_de(venv):
        commande = [uv, "pip", "install", "--quiet", "--python", str(python_du_venv(venv)), "--compile-bytecode"]
        fini = subprocess.run(
            [*commande, "--require-hashes", "-r", str(verrou)],
            env=environnement_des_commandes(), capture_output=True, check=False,
        )  # fmt: skip
        if fini.returncode == 0:
            return
    _pip(
        venv, "--require-hashes", "-r", str(verrou),
        si_echec="L'installation des paquets a échoué : lisez le message de pip ci-dessus.\n"
        "Sans réseau ou disque plein ? Réglez cela, puis relancez la même commande : rien n'est perdu.",
    )  # fmt: skip


def installer_projet(venv: Path) -> None:
    """Installe chatmairie sans dépendances ni réseau. Les restes d'une construction passée sont d'abord retirés :
    setuptools les remettrait dans le paquet."""
    print("Installation de chatmairie.", flush=True)
    _retirer_les_restes()
    _pip(
        venv, "--no-deps", "--no-build-isolation", "--force-reinstall", str(RACINE),
        si_echec="L'installation de chatmairie a échoué : lisez le message de pip ci-dessus.",
    )  # fmt: skip
    _retirer_les_restes()
    _lancer(
        [str(python_du_venv(venv)), "-c", "import chatmairie"],
        "chatmairie est installé mais ne s'importe pas : lisez l'erreur ci-dessus.",
    )


def _retirer_les_restes() -> None:
    for reste in (RACINE / "build", *RACINE.glob("src/*.egg-info")):
        shutil.rmtree(reste, ignore_errors=True)


def lire_temoin(venv: Path) -> dict[str, str]:
    """Ce qui est installé, d'après le témoin ; vide s'il n'y en a pas ou s'il est illisible."""
    try:
        lu = json.loads((venv / TEMOIN).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return lu if isinstance(lu, dict) else {}


def ecrire_temoin(venv: Path, temoin: dict[str, str]) -> None:
    provisoire = venv / f"{TEMOIN}.{os.getpid()}"
    provisoire.write_text(json.dumps(temoin, indent=2), encoding="utf-8")
    os.replace(provisoire, venv / TEMOIN)


def exiger_le_python_de_l_archive() -> None:
    """Dans une archive, les roues sont celles d'un Python : lève `EnvironnementImpossible` si c'en est un autre."""
    try:
        voulu = json.loads(NOTICE.read_text(encoding="utf-8"))["python"]
    except (OSError, ValueError, KeyError, TypeError):
        return
    ici = f"{sys.version_info.major}.{sys.version_info.minor}"
    if voulu != ici:
        raise EnvironnementImpossible(
            f"Cette archive est faite pour Python {voulu} ; celui-ci est {ici}. Lancez la commande avec Python {voulu} "
            f"(py -{voulu} sous Windows, python{voulu} ailleurs), ou refaites l'archive : make paquet."
        )


def preparer(venv: Path, essais: bool) -> list[str]:
    """Met l'environnement à jour. Rend ce qui a été refait (vide si tout était prêt)."""
    exiger_le_python_de_l_archive()
    preparer_venv(venv)
    temoin, refait = lire_temoin(venv), []
    voulus = {
        "verrou": empreinte([RACINE / VERROU_COURS]),
        "verrou_essais": empreinte([RACINE / VERROU_ESSAIS]),
        "projet": empreinte([RACINE / s for s in SOURCES_DU_PROJET]),
    }
    # Le verrou des essais contient celui du cours, aux mêmes versions : l'un ou l'autre suffit au cours.
    a_installer = VERROU_ESSAIS if essais else VERROU_COURS
    cle = "verrou_essais" if essais else "verrou"
    if temoin.get(cle) != voulus[cle]:
        ecrire_temoin(venv, {})
        installer_verrou(venv, RACINE / a_installer)
        temoin["verrou"] = voulus["verrou"]
        if essais:
            temoin["verrou_essais"] = voulus["verrou_essais"]
        ecrire_temoin(venv, temoin)
        refait.append(a_installer)
    if temoin.get("projet") != voulus["projet"]:
        temoin.pop("projet", None)
        ecrire_temoin(venv, temoin)
        installer_projet(venv)
        ecrire_temoin(venv, temoin | {"projet": voulus["projet"]})
        refait.append("chatmairie")
    return refait


def principal(arguments: list[str] | None = None) -> int:
    if sys.version_info < (3, 11):  # noqa: UP036 - appelé par un Python quelconque
        print(f"Il faut Python 3.11 ou plus récent ; celui-ci est {sys.version.split()[0]}.", file=sys.stderr)
        return 1
    sys.stdout.reconfigure(errors="replace")  # un terminal qui n'a pas nos accents ne doit rien arrêter
    analyse = argparse.ArgumentParser(description="Prépare l'environnement Python du cours.")
    analyse.add_argument("--venv", default=".venv", help="dossier de l'environnement (par défaut : .venv)")
    analyse.add_argument("--essais", action="store_true", help="ajoute de quoi lancer les essais du projet")
    choix = analyse.parse_args(arguments)
    try:
        refait = preparer((RACINE / choix.venv).absolute(), choix.essais)
    except EnvironnementImpossible as erreur:
        print(erreur, file=sys.stderr)
        return 1
    except OSError as erreur:
        print(f"Le disque a refusé une écriture : {erreur}", file=sys.stderr)
        return 1
    if refait:
        print("Environnement prêt.")
    return 0


if __name__ == "__main__":
    sys.exit(principal())
