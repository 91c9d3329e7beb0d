"""Lire et écrire des fichiers de tableur, sans rien écraser ni rien perdre.

Écriture : UTF-8 avec BOM, `;`, formules neutralisées, tout ou rien. Lecture : UTF-8, UTF-16, Windows ou vieux Mac ;
`;`, `,` ou tabulation ; ligne « sep= » d'Excel acceptée.
"""

from __future__ import annotations

import contextlib
import csv
import io
import os
import tempfile
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

TAILLE_MAX = 5_000_000
"""Octets ; une grille remplie en fait quelques dizaines de milliers."""
_FORMULE = ("=", "+", "-", "@", "\t", "\r")
_ACCENTUES = set("éèêëàâçùûüîïôœÉÈÀÇÊ«»’–…€")


class FichierIllisible(ValueError):
    """Le fichier n'est pas une table lisible ; le message dit pourquoi et quoi faire."""


def neutraliser(cellule: str) -> str:
    """Empêche un tableur de prendre un texte pour une formule : une apostrophe devant."""
    return f"'{cellule}" if cellule.startswith(_FORMULE) else cellule


def retablir(cellule: str) -> str:
    """L'inverse de `neutraliser`."""
    return cellule[1:] if cellule[:1] == "'" and cellule[1:2] in _FORMULE and len(cellule) > 1 else cellule


def en_csv(colonnes: Sequence[str], lignes: Iterable[Sequence[str]]) -> str:
    """Le texte CSV (sans BOM) : `;`, guillemets où il en faut, fins de ligne Windows."""
    sortie = io.StringIO()
    plume = csv.writer(sortie, delimiter=";", lineterminator="\r\n")
    plume.writerow(colonnes)
    for ligne in lignes:
        plume.writerow([neutraliser(c) for c in ligne])
    return sortie.getvalue()


def _chemin(valeur: object) -> Path:
    """Lève `TypeError`, en français, si ce n'est pas le nom d'un fichier."""
    if not isinstance(valeur, str | Path):
        raise TypeError("On attend le nom d'un fichier, entre guillemets : « ma_grille.csv », par exemple.")
    return Path(valeur)


def ecrire(chemin: str | Path, texte: str, *, remplacer: bool = False, bom: bool = False) -> Path:
    """Écrit tout, ou rien. Lève `FileExistsError` si le fichier existe (sauf `remplacer`), en français."""
    chemin = _chemin(chemin)
    if chemin.is_dir():
        raise IsADirectoryError(f"« {chemin} » est un dossier : donnez aussi un nom de fichier.")
    if not chemin.parent.is_dir():
        raise FileNotFoundError(f"Le dossier « {chemin.parent} » n'existe pas.")
    deja = f"« {chemin} » existe déjà, et rien n'est écrasé : choisissez un autre nom, ou demandez à remplacer."
    if chemin.exists() and not remplacer:
        raise FileExistsError(deja)
    try:
        descripteur, provisoire = tempfile.mkstemp(dir=chemin.parent, prefix=f".{chemin.name}.")
    except OSError as erreur:
        raise PermissionError(f"Impossible d'écrire dans « {chemin.parent} » : {erreur.strerror}.") from None
    try:
        with os.fdopen(descripteur, "w", encoding="utf-8-sig" if bom else "utf-8", newline="") as sortie:
            sortie.write(texte)
        os.chmod(provisoire, 0o644)
        if remplacer:
            os.replace(provisoire, chemin)
        else:
            try:
                os.link(provisoire, chemin)  # échoue si quelqu'un l'a créé entre-temps
            except FileExistsError:
                raise FileExistsError(deja) from None
            except OSError:  # système de fichiers sans lien dur
                with open(chemin, "x", encoding="utf-8", newline="") as sortie:
                    sortie.write(("\ufeff" if bom else "") + texte)
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(provisoire)
    return chemin


def exiger_libre(sortie: Path, entree: Path, remplacer: bool) -> None:
    """Lève, avant tout travail, si `sortie` existe déjà (sauf `remplacer`) ou n'est autre que le fichier lu."""
    if sortie.exists() and entree.exists() and sortie.samefile(entree):
        raise FileExistsError(f"« {sortie} » est la grille elle-même : donnez un autre nom au rapport.")
    if sortie.exists() and not remplacer:
        raise FileExistsError(
            f"« {sortie} » existe déjà, et rien n'est écrasé : choisissez un autre nom, ou ajoutez --remplacer."
        )


def _decoder(octets: bytes, nom: str) -> str:
    if octets.startswith(b"PK\x03\x04") or octets.startswith(b"\xd0\xcf\x11\xe0"):
        raise FichierIllisible(
            f"« {nom} » est un classeur de tableur. Enregistrez-le en CSV (Fichier, Enregistrer sous, CSV UTF-8)."
        )
    if octets.startswith((b"\xff\xfe", b"\xfe\xff")):
        with contextlib.suppress(UnicodeDecodeError):
            return octets.decode("utf-16")
    if b"\x00" in octets:
        raise FichierIllisible(f"« {nom} » n'est pas un fichier de texte : enregistrez-le au format CSV.")
    with contextlib.suppress(UnicodeDecodeError):
        return octets.decode("utf-8-sig")
    lectures = []
    for codage in ("cp1252", "mac_roman"):
        with contextlib.suppress(UnicodeDecodeError):
            lectures.append(octets.decode(codage))
    return max(lectures, key=lambda texte: sum(c in _ACCENTUES for c in texte))


def lire_table(chemin: str | Path, reconnaitre: Callable[[str], bool]) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """Les titres de colonnes, puis (numéro de ligne du tableur, cellules) pour chaque ligne non vide.

    reconnaitre : dit si un titre est attendu (sert à trouver le séparateur). Lève `FichierIllisible`, en français.
    """
    chemin = _chemin(chemin)
    try:
        if chemin.stat().st_size > TAILLE_MAX:
            raise FichierIllisible(
                f"« {chemin.name} » fait plus de {TAILLE_MAX // 1_000_000} Mo : ce n'est pas la grille."
            )
        texte = _decoder(chemin.read_bytes(), chemin.name)
    except FileNotFoundError:
        raise FichierIllisible(f"« {chemin} » n'existe pas.") from None
    except IsADirectoryError:
        raise FichierIllisible(f"« {chemin} » est un dossier, pas un fichier CSV.") from None
    except OSError as erreur:
        raise FichierIllisible(f"« {chemin} » ne se lit pas : {erreur.strerror}.") from None
    texte = unicodedata.normalize("NFC", texte)
    debut, _, suite = texte.partition("\n")
    annonce = debut.strip().strip('"').lower()
    if annonce.startswith("sep=") and len(annonce) <= 5:
        texte = suite
    if not texte.strip():
        raise FichierIllisible(f"« {chemin.name} » est vide.")
    essais = []
    for separateur in (";", ",", "\t"):
        with contextlib.suppress(csv.Error):
            titres = next(csv.reader(io.StringIO(texte, newline=""), delimiter=separateur), [])
            essais.append((sum(map(reconnaitre, titres)), separateur))
    reconnus, separateur = max(essais, key=lambda e: e[0], default=(0, ";"))
    if not reconnus:
        raise FichierIllisible(
            f"« {chemin.name} » : la première ligne ne porte pas les titres de colonnes attendus. Sont-ils effacés ?"
        )
    lignes: list[tuple[int, list[str]]] = []
    numero = 0
    try:
        for numero, cellules in enumerate(
            csv.reader(io.StringIO(texte, newline=""), delimiter=separateur, strict=True), 1
        ):
            if any(c.strip() for c in cellules):
                lignes.append((numero, [retablir(c.strip()) for c in cellules]))
    except csv.Error:
        raise FichierIllisible(
            f"« {chemin.name} », après la ligne {numero} : une cellule commence par un guillemet et ne finit pas."
        ) from None
    return lignes[0][1], lignes[1:]
