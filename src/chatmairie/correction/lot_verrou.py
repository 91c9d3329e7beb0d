"""Une seule correction de classe à la fois : un verrou du système, rendu tout seul si la correction est tuée."""

from __future__ import annotations

import json
import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

NOM = "verrou"
_tenus: set[Path] = set()
"""Les dossiers que ce processus tient : il ne s'attend pas lui-même."""


class DejaEnCours(Exception):
    """Une autre correction tient le verrou ; le message dit laquelle, et quoi faire."""


@contextmanager
def verrou(dossier: Path) -> Iterator[None]:
    """Tient le verrou de cette classe. Lève `DejaEnCours` si une autre correction le tient."""
    dossier.mkdir(parents=True, exist_ok=True)
    with (dossier / NOM).open("a+", encoding="utf-8") as fichier:
        if not _prendre(fichier):
            raise DejaEnCours(phrase_du_verrou(dossier))
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


def est_tenu(dossier: Path) -> bool:
    """Vrai si une autre correction de classe est en cours (celle qui m'a lancé ne compte pas)."""
    if dossier.resolve() in _tenus or not (dossier / NOM).is_file():
        return False
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
    try:
        import fcntl
    except ImportError:  # Windows
        import msvcrt

        try:
            fichier.seek(1_000_000)
            msvcrt.locking(fichier.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    try:
        fcntl.flock(fichier, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
