"""Fait une archive du cours pour une salle sans internet : `make paquet`.

    python -m outils.paquet [--plateforme win_amd64] [--python 3.11] [--roues dossier] [--avec-corriges]

L'archive (dist/chatmairie-….zip) contient le projet, les carnets distribués (sans solutions), leurs textes et leurs
pages, et toutes les roues du verrou. On la décompresse, puis on y lance les commandes ordinaires : `make cours`, ou,
sans make, `python outils/environnement.py` puis `.venv/bin/chatmairie cours`. Rien n'est alors demandé au réseau.

`make roue` (--roue) fait seulement la roue du cours, qui porte les carnets distribués : installée n'importe où avec ce
dont elle dépend, `chatmairie cours` y ouvre le cours.

Sans --plateforme, les roues sont celles de la machine qui fait l'archive. Les téléchargements sont vérifiés par les
empreintes du verrou.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from packaging.markers import default_environment
from packaging.requirements import Requirement

RACINE = Path(__file__).resolve().parent.parent
DESTINATION = RACINE / "dist"
NOTICE = "paquet.json"
EMPORTES = (
    "Makefile", "README.md", "LICENSE", "LICENSE-CONTENU", "CITATION.cff", "pyproject.toml", "setup.py", "MANIFEST.in",
    "requirements.lock", "src", "referential", "labextension", "guide",
    "outils/environnement.py", "outils/python_convenable.sh",
)  # fmt: skip
"""Ce que l'archive prend du projet ; jamais course/ ni tests/, qui contiennent les solutions."""
_A_LAISSER = shutil.ignore_patterns("__pycache__", "*.egg-info", ".ipynb_checkpoints")

CIBLES: Mapping[str, Mapping[str, str]] = {
    "win_amd64": {"sys_platform": "win32", "os_name": "nt", "platform_system": "Windows", "platform_machine": "AMD64"},
    "macosx_12_0_arm64": {
        "sys_platform": "darwin", "os_name": "posix", "platform_system": "Darwin", "platform_machine": "arm64",
    },
    "manylinux_2_28_x86_64": {
        "sys_platform": "linux", "os_name": "posix", "platform_system": "Linux", "platform_machine": "x86_64",
    },
}  # fmt: skip
"""Plateforme de pip -> ce que valent les conditions du verrou là-bas : pip, lui, les lit pour la machine d'ici."""

LISEZ_MOI = """\
ChatMairie, pour une salle sans internet
========================================

Il faut Python {python} sur chaque poste ({quoi}). Décompressez l'archive dans un dossier où vous pouvez écrire, ouvrez
un terminal dans ce dossier, puis :

  Linux, macOS :  python{python} outils/environnement.py
                  .venv/bin/chatmairie cours

  Windows :       py -{python} outils\\environnement.py
                  .venv\\Scripts\\chatmairie cours

La première commande installe les paquets du dossier roues/ (une à trois minutes) ; la seconde prépare travail/ et ouvre
JupyterLab. Rien n'est demandé à internet. Relancée, elle ne touche jamais à ce qui a été écrit.

Ce poste convient-il ?  .venv/bin/python -m chatmairie verifier-environnement
"""


class PaquetImpossible(RuntimeError):
    """L'archive ne peut pas être faite ; le message dit pourquoi."""


# --- les roues --------------------------------------------------------------------------------------


def exigences(verrou: str, environnement: Mapping[str, str]) -> list[str]:
    """Les entrées du verrou qui valent dans cet environnement, sans leur condition, empreintes gardées."""
    entrees = re.split(r"\n(?=[A-Za-z0-9])", "\n" + "\n".join(x for x in verrou.splitlines() if not x.startswith("#")))
    gardees = []
    for entree in filter(None, (e.strip() for e in entrees)):
        tete, *empreintes = entree.replace("\\\n", "\n").splitlines()
        demande = Requirement(tete.strip())
        if demande.marker is None or demande.marker.evaluate(dict(environnement)):
            gardees.append(
                " \\\n".join([f"{demande.name}{demande.specifier}", *(f"    {e.strip()}" for e in empreintes)])
            )
    return gardees


def environnements(plateforme: str | None, python: str) -> Iterator[dict[str, str]]:
    """La première et la dernière version corrective de ce Python, là-bas (le verrou peut les distinguer)."""
    base = {**default_environment(), **CIBLES.get(plateforme or "", {}), "python_version": python}
    for correctif in ("0", "99"):
        yield base | {"python_full_version": f"{python}.{correctif}", "implementation_version": f"{python}.{correctif}"}


def telecharger(roues: Path, plateforme: str | None, python: str) -> None:
    """Met dans `roues` toutes les roues du verrou pour cette cible. Lève `PaquetImpossible`."""
    verrou = (RACINE / "requirements.lock").read_text(encoding="utf-8")
    roues.mkdir(parents=True, exist_ok=True)
    faites: set[str] = set()
    cible = ["--implementation", "cp", *(["--platform", plateforme] if plateforme else [])]
    for environnement in environnements(plateforme, python):
        a_faire = [e for e in exigences(verrou, environnement) if e not in faites]
        if not a_faire:
            continue
        with tempfile.TemporaryDirectory() as ici:
            liste = Path(ici) / "exigences.txt"
            liste.write_text("\n".join(a_faire) + "\n", encoding="utf-8")
            commande = [
                sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps",
                "--only-binary=:all:", "--require-hashes", "-r", str(liste), "-d", str(roues), *cible,
                "--python-version", environnement["python_full_version"],
            ]  # fmt: skip
            if subprocess.run(commande, check=False).returncode:
                raise PaquetImpossible("Le téléchargement des roues a échoué : lisez le message de pip ci-dessus.")
        faites |= set(a_faire)


# --- l'archive --------------------------------------------------------------------------------------


def poser_le_projet(dossier: Path, avec_corriges: bool) -> None:
    """Remplit `dossier` : le projet, et les carnets distribués. Lève `PaquetImpossible`."""
    from chatmairie.carnets.livraison import LivraisonImpossible, livrer

    for nom in EMPORTES:
        source, cible = RACINE / nom, dossier / nom
        cible.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, cible, ignore=_A_LAISSER)
        else:
            shutil.copy2(source, cible)
    try:
        livrer(RACINE / "course", dossier / "carnets", avec_corriges=avec_corriges, en_texte=True)
    except LivraisonImpossible as erreur:
        raise PaquetImpossible(str(erreur)) from erreur
    shutil.rmtree(dossier / "carnets" / ".chatmairie")


def faire_la_roue(destination: Path, avec_corriges: bool) -> Path:
    """La roue du cours, carnets compris, posée dans `destination`. Lève `PaquetImpossible`."""
    destination.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as provisoire:
        dossier = Path(provisoire) / "projet"
        poser_le_projet(dossier, avec_corriges)
        commande = [sys.executable, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check", "--no-deps"]
        if subprocess.run([*commande, "--no-build-isolation", "-w", provisoire, dossier], check=False).returncode:
            raise PaquetImpossible("La roue n'a pas pu être faite : lisez le message de pip ci-dessus.")
        (roue,) = Path(provisoire).glob("chatmairie-*.whl")
        return Path(shutil.copy2(roue, destination))


def assembler(dossier: Path, roues: Path, *, plateforme: str | None, python: str, avec_corriges: bool) -> None:
    """Remplit `dossier` : le projet, les carnets distribués, les roues, la notice. Lève `PaquetImpossible`."""
    poser_le_projet(dossier, avec_corriges)
    shutil.copytree(roues, dossier / "roues")
    quoi = plateforme or sysconfig.get_platform()
    notice = {"python": python, "plateforme": quoi}
    (dossier / NOTICE).write_text(json.dumps(notice, indent=1) + "\n", encoding="utf-8")
    lisez = LISEZ_MOI.format(python=python, quoi=f"archive faite pour {quoi}")
    (dossier / "LISEZ-MOI.txt").write_text(lisez, encoding="utf-8")


def comprimer(dossier: Path, archive: Path) -> None:
    """Une archive .zip de `dossier`, posée d'un seul coup ; les roues, déjà comprimées, ne le sont pas deux fois."""
    archive.parent.mkdir(parents=True, exist_ok=True)
    provisoire = archive.with_name(f"{archive.name}.{os.getpid()}")
    with zipfile.ZipFile(provisoire, "w", zipfile.ZIP_DEFLATED) as sortie:
        for fichier in sorted(f for f in dossier.rglob("*") if f.is_file()):
            genre = zipfile.ZIP_STORED if fichier.suffix == ".whl" else zipfile.ZIP_DEFLATED
            sortie.write(fichier, fichier.relative_to(dossier.parent).as_posix(), compress_type=genre)
    os.replace(provisoire, archive)


def principal(arguments: list[str] | None = None) -> int:
    sys.stdout.reconfigure(errors="replace")  # un terminal qui n'a pas nos accents ne doit rien arrêter
    ici = platform.python_version_tuple()
    analyse = argparse.ArgumentParser(description="Fait une archive du cours pour une salle sans internet.")
    analyse.add_argument("--plateforme", choices=sorted(CIBLES), help="par défaut : celle de cette machine")
    analyse.add_argument("--python", default=f"{ici[0]}.{ici[1]}", help="version de Python des postes (3.11)")
    analyse.add_argument("--roues", type=Path, help="garde (ou reprend) les roues téléchargées dans ce dossier")
    analyse.add_argument("--destination", type=Path, default=DESTINATION, help="dossier de l'archive (dist)")
    analyse.add_argument("--avec-corriges", action="store_true", help="pour une salle sans formateur")
    analyse.add_argument("--roue", action="store_true", help="seulement la roue du cours, carnets compris")
    choix = analyse.parse_args(arguments)
    if not re.fullmatch(r"3\.\d+", choix.python):
        print(f"« {choix.python} » : une version de Python s'écrit 3.11.", file=sys.stderr)
        return 2
    version = re.search(r'^version = "(.+)"', (RACINE / "pyproject.toml").read_text(encoding="utf-8"), re.M)[1]
    quoi = choix.plateforme or sysconfig.get_platform().replace("-", "_").replace(".", "_")
    nom = f"chatmairie-{version}-python{choix.python}-{quoi}"
    try:
        if choix.roue:
            print(f"{faire_la_roue(choix.destination, choix.avec_corriges)} : pip install 'cette roue[lab]', puis")
            print("chatmairie cours, dans le dossier où vous voulez travailler.")
            return 0
        with tempfile.TemporaryDirectory() as provisoire:
            roues = choix.roues or Path(provisoire) / "roues"
            print("Téléchargement des roues (une à trois minutes).", flush=True)
            telecharger(roues, choix.plateforme, choix.python)
            print("Assemblage.", flush=True)
            dossier = Path(provisoire) / nom
            dossier.mkdir()
            options = {"plateforme": choix.plateforme, "python": choix.python, "avec_corriges": choix.avec_corriges}
            assembler(dossier, roues, **options)
            archive = choix.destination / f"{nom}.zip"
            comprimer(dossier, archive)
    except (PaquetImpossible, OSError) as erreur:
        print(erreur, file=sys.stderr)
        return 1
    print(f"{archive} : {archive.stat().st_size / 1e6:.0f} Mo. À décompresser sur chaque poste ; lire LISEZ-MOI.txt.")
    return 0


if __name__ == "__main__":
    sys.exit(principal())
