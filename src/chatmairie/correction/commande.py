"""Une commande de correction : ses arguments lus, son cours ouvert ; ce qui l'empêche est dit, jamais levé.

Une seule correction de classe à la fois : un verrou du système (et du serveur), rendu tout seul si elle est tuée.
"""

from __future__ import annotations

import argparse
import functools
import json
import os
import socket
import sqlite3
import sys
import time
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from chatmairie.carnets.reglages import refus_du_chemin
from chatmairie.parcours.fichiers import pourquoi

NOM = "verrou"
NUMERO = 31_2026_11
"""Le verrou consultatif d'un carnet de notes PostgreSQL ; il ne sert qu'à ce cours."""

_TENU: type[OSError] = PermissionError if sys.platform == "win32" else BlockingIOError
_tenus: set[Path] = set()
"""Les dossiers que ce processus tient : il ne s'attend pas lui-même."""


class CorrectionImpossible(Exception):
    """La commande ne peut pas commencer ; le message dit pourquoi, et quoi faire. code : celui de sa sortie."""

    code = 2


class DejaEnCours(CorrectionImpossible):
    """Une autre correction tient le verrou ; le message dit laquelle, et quoi faire."""


class VerrouImpossible(CorrectionImpossible):
    """Ce disque ne sait pas verrouiller un fichier ; le message dit quoi faire."""


@contextmanager
def verrou(dossier: Path, db_url: str = "") -> Iterator[None]:
    """Tient le verrou de cette classe, et celui de son carnet de notes s'il est sur un serveur.

    Lève `DejaEnCours` si une autre correction les tient, `VerrouImpossible` si le disque ne sait pas verrouiller.
    """
    dossier.mkdir(parents=True, exist_ok=True)
    with (dossier / NOM).open("a+", encoding="utf-8") as fichier, _du_serveur(db_url) as seul:
        if not seul or not _prendre(fichier):
            raise DejaEnCours(phrase_du_verrou(dossier) if seul else AILLEURS)
        fichier.seek(0)
        fichier.truncate()
        json.dump(
            {"processus": os.getpid(), "machine": socket.gethostname(), "depuis": time.strftime("%H:%M")}, fichier
        )
        fichier.flush()
        _tenus.add(dossier.resolve())
        try:
            yield
        finally:
            _tenus.discard(dossier.resolve())


AILLEURS = (
    "Une autre correction écrit en ce moment dans ce carnet de notes, depuis un autre dossier. Rien n'a été touché : "
    "attendez qu'elle finisse, puis relancez."
)


@contextmanager
def _du_serveur(db_url: str) -> Iterator[bool]:
    """Le verrou du serveur PostgreSQL, rendu avec la connexion ; vrai s'il est à nous, ou s'il n'y a pas de serveur."""
    if not db_url.startswith("postgresql"):
        yield True
        return
    from sqlalchemy import NullPool, create_engine, func, select

    with create_engine(db_url, poolclass=NullPool).connect() as connexion:
        yield bool(connexion.scalar(select(func.pg_try_advisory_lock(NUMERO))))


def est_tenu(dossier: Path, db_url: str = "") -> bool:
    """Vrai si une autre correction de classe est en cours (celle qui m'a lancé ne compte pas).

    Lève `VerrouImpossible` si le disque ne sait pas verrouiller.
    """
    if dossier.resolve() in _tenus:
        return False
    with _du_serveur(db_url) as seul:
        if not seul or not (dossier / NOM).is_file():
            return not seul
    with (dossier / NOM).open("a+", encoding="utf-8") as fichier:
        return not _prendre(fichier)


def phrase_du_verrou(dossier: Path) -> str:
    """Qui corrige en ce moment, et quoi faire."""
    qui, precision = lire_json(dossier / NOM), ""
    with suppress(KeyError):
        precision = f" (processus {qui['processus']} sur {qui['machine']}, depuis {qui['depuis']})"
    return (
        f"Une correction de cette classe est déjà en cours{precision}. Rien n'a été touché : attendez qu'elle finisse, "
        "puis relancez ; ce qu'elle aura corrigé ne sera pas refait."
    )


def _prendre(fichier: IO[str]) -> bool:
    """Faux si un autre processus tient ce verrou, et pour cette seule raison."""
    try:
        if sys.platform == "win32":
            import msvcrt

            fichier.seek(1_000_000)
            msvcrt.locking(fichier.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            from fcntl import LOCK_EX, LOCK_NB, flock

            flock(fichier, LOCK_EX | LOCK_NB)
    except _TENU:
        return False
    except OSError as erreur:
        raise VerrouImpossible(
            f"Le disque du dossier « {Path(fichier.name).parent} » ne sait pas verrouiller un fichier "
            f"({pourquoi(erreur)}) : deux corrections pourraient y écrire ensemble. Rien n'a été touché : "
            "mettez le dossier de la classe sur un disque de cette machine (ni réseau, ni clé USB), puis relancez."
        ) from erreur
    return True


# --- une commande ---

IMPOSSIBLE = 2
DOSSIER = ".correction"
"""Dans le dossier de la classe : ce que la correction garde pour elle."""

NON_DISTRIBUE = "« {} » n'a pas été distribué. Devoirs distribués : {}."
AUCUN_DISTRIBUE = (
    "Aucun devoir n'a été distribué : lancez d'abord « nbgrader generate_assignment 02_donnees » (par exemple)."
)
RACINE = "dossier du cours (nbgrader_config.py)"
Arguments = dict[str, dict[str, Any]]
DEVOIRS: Arguments = {
    "devoirs": {"nargs": "*", "metavar": "devoir", "help": "par exemple 02_donnees (défaut : tous)"},
}


def chemin_entier(texte: str) -> Path:
    """Un chemin entier : la commande peut ensuite changer de dossier."""
    return Path(texte).resolve()


def classe(coursedir: Any) -> Path:
    """Le dossier qui contient submitted/, autograded/ et le reste."""
    return Path(coursedir.root, coursedir.submitted_directory).parent


def lire_json(fichier: Path) -> dict[str, Any]:
    """Le dictionnaire que garde ce fichier ; vide s'il manque, ou ne se lit pas."""
    with suppress(OSError, ValueError):
        lu = json.loads(fichier.read_text(encoding="utf-8"))
        return lu if isinstance(lu, dict) else {}
    return {}


def application(racine: Path) -> Any:
    """L'application nbgrader de ce cours, réglée par son `nbgrader_config.py`.

    Lève `FileNotFoundError` s'il manque, `CorrectionImpossible` si nbgrader ne sait pas lire ce chemin.
    """
    from nbgrader.apps import AutogradeApp

    if not (racine / "nbgrader_config.py").is_file():
        raise FileNotFoundError(
            f"« {racine} » ne contient pas nbgrader_config.py : lancez la commande depuis le cours."
        )
    if refus := refus_du_chemin(racine):
        raise CorrectionImpossible(refus)
    os.chdir(racine)
    trouvee = AutogradeApp()
    trouvee.initialize([])
    return trouvee


def zipper(archive: Path, contenu: Iterable[tuple[Path, str]], droits: int = 0o666) -> None:
    """Écrit (fichier, nom) dans un zip, le relit, puis le pose d'un coup. Lève `CorrectionImpossible`, `OSError`."""
    provisoire = archive.with_name(f".{archive.name}.partiel")
    try:
        descripteur = os.open(provisoire, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, droits)
        with (
            os.fdopen(descripteur, "wb") as sortie,
            zipfile.ZipFile(sortie, "w", zipfile.ZIP_DEFLATED, strict_timestamps=False) as zip_,
        ):
            for fichier, nom in contenu:
                zip_.write(fichier, nom)
        with zipfile.ZipFile(provisoire) as relu:
            if mauvais := relu.testzip():
                raise CorrectionImpossible(f"La sauvegarde ne se relit pas (« {mauvais} ») : rien n'a été gardé.")
        os.replace(provisoire, archive)
    finally:
        provisoire.unlink(missing_ok=True)


@contextmanager
def sous_verrou(coursedir: Any) -> Iterator[Any]:
    """Le carnet de notes de cette classe, que personne d'autre ne corrige pendant ce temps."""
    from nbgrader.api import Gradebook

    with (
        verrou(classe(coursedir) / DOSSIER, coursedir.db_url),
        Gradebook(coursedir.db_url, coursedir.course_id) as notes,
    ):
        yield notes


def commande(
    nom: str, description: str | None, arguments: Arguments, arret: str = "", code: int = IMPOSSIBLE,
    racine: str = RACINE,
) -> Callable[[Callable[[Any], int]], Callable[..., int]]:  # fmt: skip
    """Décore ce que fait une commande : elle reçoit ses arguments lus, et rend son code de sortie.

    arret, code : ce qui est dit et rendu quand un fichier résiste (trous : cite, fichier, raison).
    """

    def decorer(faire: Callable[[Any], int]) -> Callable[..., int]:
        @functools.wraps(faire)
        def principal(mots: list[str] | None = None) -> int:
            analyseur = argparse.ArgumentParser(prog=f"python -m chatmairie.correction {nom}", description=description)
            analyseur.add_argument("--racine", type=chemin_entier, default=".", help=racine)
            for argument, reglages in arguments.items():
                analyseur.add_argument(argument, **reglages)
            try:
                return faire(analyseur.parse_args(mots))
            except (CorrectionImpossible, FileNotFoundError) as refus:
                print(refus, file=sys.stderr)
                return getattr(refus, "code", IMPOSSIBLE)
            except (OSError, sqlite3.Error) as erreur:
                raison = pourquoi(erreur) if isinstance(erreur, OSError) else str(erreur)
                lequel = getattr(erreur, "filename", None)
                cite = f" « {lequel} »" if lequel else ""
                print(arret.format(cite=cite, fichier=lequel or "un fichier", raison=raison), file=sys.stderr)
                return code

        return principal

    return decorer
