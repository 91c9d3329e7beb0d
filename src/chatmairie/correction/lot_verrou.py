"""Une seule correction de classe à la fois : un verrou du système (et du serveur), rendu tout seul si elle est tuée."""

from __future__ import annotations

import json
import os
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from chatmairie.parcours.fichiers import pourquoi

NOM = "verrou"
NUMERO = 31_2026_11
"""Le verrou consultatif d'un carnet de notes PostgreSQL ; il ne sert qu'à ce cours."""

_tenus: set[Path] = set()
"""Les dossiers que ce processus tient : il ne s'attend pas lui-même."""


class DejaEnCours(Exception):
    """Une autre correction tient le verrou ; le message dit laquelle, et quoi faire."""


class VerrouImpossible(Exception):
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
    try:
        qui = json.loads((dossier / NOM).read_text(encoding="utf-8"))
        precision = f" (processus {qui['processus']} sur {qui['machine']}, depuis {qui['depuis']})"
    except (OSError, ValueError, KeyError, TypeError):
        precision = ""
    return (
        f"Une correction de cette classe est déjà en cours{precision}. Rien n'a été touché : attendez qu'elle finisse, "
        "puis relancez ; ce qu'elle aura corrigé ne sera pas refait."
    )


def _prendre(fichier: IO[str]) -> bool:
    """Faux si un autre processus tient ce verrou, et pour cette seule raison."""
    if sys.platform == "win32":
        import msvcrt

        def prendre() -> None:
            fichier.seek(1_000_000)
            msvcrt.locking(fichier.fileno(), msvcrt.LK_NBLCK, 1)

        tenu: type[OSError] = PermissionError
    else:
        from fcntl import LOCK_EX, LOCK_NB, flock

        def prendre() -> None:
            flock(fichier, LOCK_EX | LOCK_NB)

        tenu = BlockingIOError
    try:
        prendre()
    except tenu:
        return False
    except OSError as erreur:
        raise VerrouImpossible(
            f"Le disque du dossier « {Path(fichier.name).parent} » ne sait pas verrouiller un fichier "
            f"({pourquoi(erreur)}) : deux corrections pourraient y écrire ensemble. Rien n'a été touché : "
            "mettez le dossier de la classe sur un disque de cette machine (ni réseau, ni clé USB), puis relancez."
        ) from erreur
    return True
