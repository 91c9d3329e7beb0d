"""Ouvrir ce qu'un formateur reçoit (dossier, zip, zip dans un zip) sans rien écrire hors d'un brouillon.

Un nom lu dans une archive n'est jamais un chemin de cette machine : chaque membre est écrit sous un numéro. Une archive
démesurée, chiffrée ou abîmée, un lien, un tube sont dits, et le reste est lu.
"""

from __future__ import annotations

import os
import re
import stat
import time
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from chatmairie.correction.commande import CorrectionImpossible
from chatmairie.correction.reconstruction_lecture import TAILLE_MAX_CARNET
from chatmairie.parcours.fichiers import pourquoi

FICHIER_MAX, TOTAL_MAX = TAILLE_MAX_CARNET, 4_000_000_000
"""En octets : un fichier sorti d'une archive, et tout ce qui en est sorti."""

NOMBRE_MAX, PROFONDEUR_MAX, NOM_MAX = 20_000, 3, 120
_SANS_INTERET = ("__MACOSX", ".ipynb_checkpoints", "__pycache__", ".git", ".chatmairie")
_FICHIERS_SANS_INTERET = (".ds_store", "thumbs.db", "desktop.ini")
_AUTRES_ARCHIVES = (".7z", ".rar", ".tar", ".tgz", ".gz", ".bz2", ".xz")
_RESERVES = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)", re.IGNORECASE)
_INTERDITS = re.compile(r'[<>:"|?*\x00-\x1f\x7f]')
_BLOC = 1 << 20


class SourceImpossible(CorrectionImpossible):
    """Ce qui est donné à recueillir ne s'ouvre pas ; le message dit pourquoi."""


@dataclass
class Recu:
    """Un fichier reçu. parties : son chemin dans l'envoi, noms sûrs. quand : sa date, sûre si une archive la dit.

    refus : pourquoi il n'est pas pris. avis : ce qu'il faudra en faire.
    """

    chemin: Path
    parties: tuple[str, ...]
    quand: float | None = None
    date_sure: bool = False
    refus: str = ""
    avis: str = ""


def nom_sur(nom: str) -> str:
    """Un nom de fichier que Linux, macOS et Windows acceptent ; accents en une seule forme. Jamais « .. »."""
    propre = _INTERDITS.sub("_", unicodedata.normalize("NFC", nom)).replace("/", "_").replace("\\", "_")
    propre = "".join(c if c.isprintable() else "_" for c in propre).strip().rstrip(". ") or "_"
    if _RESERVES.match(propre):
        propre = f"_{propre}"
    if len(propre.encode()) > NOM_MAX:
        racine, point, suffixe = propre.rpartition(".")
        suffixe = f".{suffixe}" if point and len(suffixe) <= 8 else ""
        racine = (racine if suffixe else propre).encode()[: NOM_MAX - len(suffixe.encode())].decode("utf-8", "ignore")
        propre = racine.rstrip(". ") + suffixe
    return propre


class Ouverture:
    """Ce qui est reçu, ouvert une fois. brouillon : un dossier à nous, où les archives sont sorties."""

    def __init__(self, brouillon: Path) -> None:
        self.brouillon, self.numero, self.octets = brouillon, 0, 0

    def recevoir(self, source: Path) -> list[Recu]:
        """Tous les fichiers de cette source. Lève `SourceImpossible`."""
        if not source.exists():
            raise SourceImpossible(f"« {source} » n'existe pas.")
        if source.is_dir():
            return list(self._du_dossier(source))
        recu = Recu(source, (nom_sur(source.name),), source.stat().st_mtime)
        lus = list(self._ouvrir(recu, 0))
        if lus == [recu] and recu.refus:
            raise SourceImpossible(f"« {source} » {recu.refus}.")
        return lus

    def _du_dossier(self, racine: Path) -> Iterator[Recu]:
        for ici, dossiers, noms in os.walk(racine):
            liens = [d for d in dossiers if Path(ici, d).is_symlink()]
            dossiers[:] = sorted(d for d in dossiers if d not in _SANS_INTERET and d not in liens)
            for nom in sorted([*noms, *liens]):
                chemin = Path(ici, nom)
                parties = tuple(nom_sur(p) for p in chemin.relative_to(racine).parts)
                infos = chemin.lstat()
                if not _interessant(parties):
                    continue
                recu = Recu(chemin, parties, infos.st_mtime)
                if not stat.S_ISREG(infos.st_mode):
                    recu.refus = "est un lien vers un autre endroit" if chemin.is_symlink() else "n'est pas un fichier"
                elif not os.access(chemin, os.R_OK):
                    recu.refus = "ne s'ouvre pas : vous n'en avez pas le droit"
                yield from self._ouvrir(recu, 0)

    def _ouvrir(self, recu: Recu, profondeur: int) -> Iterator[Recu]:
        """Ce fichier, ou, si c'est une archive, ce qu'elle contient (l'archive d'un élève porte souvent son nom)."""
        bas = recu.chemin.name.lower()
        if recu.refus or not (bas.endswith(".zip") or (bas.endswith(".ipynb") and _commence_en_zip(recu.chemin))):
            if bas.endswith(_AUTRES_ARCHIVES) and not recu.refus:
                recu.avis = "archive que cette commande n'ouvre pas : sortez-en le carnet, puis recueillez-le"
            yield recu
            return
        try:
            with zipfile.ZipFile(recu.chemin) as archive:
                membres = archive.infolist()
                if len(membres) > NOMBRE_MAX:
                    recu.refus = f"contient {len(membres)} fichiers : trop pour des copies"
                    yield recu
                    return
                for membre in membres:
                    dedans = _parties(membre)
                    parties = (*recu.parties, *dedans)
                    if not membre.is_dir() and dedans and _interessant(parties):
                        sorti = self._sortir(archive, membre, parties)
                        if (
                            profondeur + 1 >= PROFONDEUR_MAX
                            and parties[-1].lower().endswith(".zip")
                            and not sorti.refus
                        ):
                            sorti.refus = "est une archive dans une archive dans une archive : ouvrez-la"
                        yield from self._ouvrir(sorti, profondeur + 1)
        except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, EOFError, ValueError):
            recu.refus = "est une archive abîmée : redemandez-la"
            yield recu
        except OSError as erreur:
            recu.refus = f"ne s'ouvre pas ({pourquoi(erreur)})"
            yield recu

    def _sortir(self, archive: zipfile.ZipFile, membre: zipfile.ZipInfo, parties: tuple[str, ...]) -> Recu:
        """Écrit un membre dans le brouillon, sans jamais dépasser ce qui est permis, quoi que dise l'archive."""
        self.numero += 1
        recu = Recu(self.brouillon / str(self.numero) / parties[-1], parties, _date(membre), date_sure=True)
        if stat.S_ISLNK(membre.external_attr >> 16):
            recu.refus = "est un lien vers un autre endroit"
        elif membre.flag_bits & 1:
            recu.refus = "est protégé par un mot de passe"
        elif self.numero > NOMBRE_MAX:
            recu.refus = "vient après trop de fichiers"
        if recu.refus:
            return recu
        recu.chemin.parent.mkdir()
        ecrits = 0
        try:
            with archive.open(membre) as entree, recu.chemin.open("wb") as sortie:
                while bloc := entree.read(_BLOC):
                    ecrits += len(bloc)
                    self.octets += len(bloc)
                    if ecrits > FICHIER_MAX or self.octets > TOTAL_MAX:
                        recu.refus = f"dépasse {FICHIER_MAX // 1_000_000} Mo une fois ouvert"
                        break
                    sortie.write(bloc)
        except (zipfile.BadZipFile, NotImplementedError, EOFError, zlib.error, RuntimeError):
            recu.refus = "ne se lit pas dans son archive, qui est abîmée"
        if recu.refus:
            recu.chemin.unlink()
        elif recu.quand is not None:
            os.utime(recu.chemin, (recu.quand, recu.quand))
        return recu


def _interessant(parties: tuple[str, ...]) -> bool:
    nom = parties[-1]
    return not (
        any(p in _SANS_INTERET for p in parties)
        or nom.lower() in _FICHIERS_SANS_INTERET
        or nom.startswith(("._", "~$"))
    )


def _commence_en_zip(chemin: Path) -> bool:
    """Un zip renommé « .ipynb »."""
    with suppress(OSError), chemin.open("rb") as entree:
        return entree.read(4) == b"PK\x03\x04"
    return False


def _parties(membre: zipfile.ZipInfo) -> tuple[str, ...]:
    """Le chemin d'un membre, en noms sûrs. Sans marque UTF-8, le nom est relu en UTF-8 (macOS), sinon à la Windows."""
    nom = membre.filename
    if not membre.flag_bits & 0x800:
        with suppress(UnicodeEncodeError):
            brut = nom.encode("cp437")
            try:
                nom = brut.decode("utf-8")
            except UnicodeDecodeError:
                nom = brut.decode("cp850")
    return tuple(nom_sur(p) for p in re.split(r"[/\\]", nom) if p.strip() not in ("", ".", ".."))


def _date(membre: zipfile.ZipInfo) -> float | None:
    """La date que dit l'archive (heure de cette machine) ; `None` si elle n'en dit pas."""
    if membre.date_time[0] <= 1980:
        return None
    try:
        quand = time.mktime((*membre.date_time, 0, 0, -1))
    except (ValueError, OverflowError):
        return None
    return quand if 0 < quand < 4e9 else None
