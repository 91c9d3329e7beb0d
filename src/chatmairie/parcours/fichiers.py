"""Écrire un fichier d'un seul coup : on voit l'ancien ou le nouveau, jamais une moitié."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from pathlib import Path

_CAUSES = {
    errno.ENOENT: "il n'existe pas",
    errno.EACCES: "vous n'en avez pas le droit",
    errno.EPERM: "vous n'en avez pas le droit",
    errno.EISDIR: "c'est un dossier",
    errno.ENOTDIR: "une partie du chemin n'est pas un dossier",
    errno.ENOSPC: "le disque est plein",
    errno.EROFS: "le disque est en lecture seule",
    errno.EIO: "le disque ne répond pas",
    errno.EMFILE: "trop de fichiers sont ouverts",
    errno.ELOOP: "un lien tourne en rond",
    errno.ENAMETOOLONG: "le nom est trop long",
}


def pourquoi(erreur: OSError) -> str:
    """Ce qui a empêché de lire ou d'écrire un fichier, en français quand le système le dit par un code courant."""
    return _CAUSES.get(erreur.errno or 0) or erreur.strerror or str(erreur)


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
