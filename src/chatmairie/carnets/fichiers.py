"""Écrire un fichier d'un seul coup : on voit l'ancien ou le nouveau, jamais une moitié."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path


def ecrire_atomiquement(cible: Path, contenu: bytes) -> None:
    """Remplace `cible` par `contenu`. Lève `OSError` sans avoir rien changé (ni laissé de brouillon).

    Les droits sont ceux du fichier remplacé, sinon ceux d'un fichier neuf ordinaire.
    """
    try:
        droits = cible.stat().st_mode & 0o777
    except OSError:
        masque = os.umask(0)
        os.umask(masque)
        droits = 0o666 & ~masque
    descripteur, brouillon = tempfile.mkstemp(dir=cible.parent, prefix=f".{cible.name}.", suffix=".brouillon")
    try:
        with os.fdopen(descripteur, "wb") as fichier:
            fichier.write(contenu)
            fichier.flush()
            os.fsync(fichier.fileno())
        os.chmod(brouillon, droits)
        os.replace(brouillon, cible)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(brouillon)
        raise
