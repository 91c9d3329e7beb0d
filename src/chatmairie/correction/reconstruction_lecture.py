"""Lire un carnet rendu, quel que soit l'accident : ne lève jamais rien, dit ce qui s'est passé.

Accidents reconnus par le contenu : marque d'ordre des octets, autre encodage, ancien format de carnet, fichier
vide, coupé au milieu, en conflit (git), trop gros, lien vers ailleurs, dossier, page HTML ou texte à la place.
"""

from __future__ import annotations

import json
import os
import re
import stat
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_raw_cell

from chatmairie.juge.exercice import vers_grade_id
from chatmairie.langue.mots import accorder
from chatmairie.parcours.fichiers import pourquoi
from chatmairie.parcours.sauvegarde import FORMAT

TAILLE_MAX_CARNET = 150_000_000
"""En octets : un carnet dont les résultats pèsent dix fois dix mégaoctets passe encore."""

CELLULES_MAX = 5000
RELECTURE_MAX = 2_000_000_000
"""Ce que coûte au plus un carnet abîmé, où l'on cherche les cellules qui suivent (trois secondes environ)."""

SOURCE_MAX = 200_000
"""En caractères : au-delà, ce n'est plus une réponse. Le début est gardé."""

ETIQUETTES = ("grade", "solution", "locked", "points")
"""Ce qu'une étiquette nbgrader annonce : lu pour dire ce qui a changé, jamais cru."""

_IDENTIFIANT = re.compile(r"[a-zA-Z0-9_-]{1,64}")
_DEBUT_DE_CELLULE = re.compile(r'\{\s*"(?:attachments|cell_type|execution_count|id|metadata|outputs|source)"\s*:')
_CONFLIT = re.compile(r"^(?:<{7}|>{7})(?: |$)", re.MULTILINE)
FABRIQUES = {"code": new_code_cell, "markdown": new_markdown_cell, "raw": new_raw_cell}
PIECES_PERMISES = ("image/png", "image/jpeg", "image/gif")


@dataclass(frozen=True)
class Lecture:
    """Ce qui a été lu. `etat` : code d'`etats.ETATS`, vide si tout va bien. `carnet` : `None` si rien n'est lisible."""

    carnet: Any | None
    etat: str = ""
    remarques: tuple[str, ...] = ()


def lire_un_carnet(chemin: Path | str) -> Lecture:
    """Le carnet de ce fichier, au format 4, réduit à ses cellules (type, texte, étiquettes, images jointes).

    Les résultats enregistrés ne sont pas gardés : la correction les refait.
    """
    chemin = Path(chemin)
    try:
        octets = lire_les_octets(chemin)
    except Refus as refus:
        return Lecture(None, refus.etat, refus.args)
    except OSError as erreur:
        return Lecture(None, "illisible", (f"« {chemin.name} » ne s'ouvre pas ({pourquoi(erreur)}).",))
    if not octets.strip(b"\0 \t\r\n"):
        return Lecture(None, "vide")
    texte, remarques = lire_le_texte(octets, chemin.name)
    sauve, marques = None, bool(_CONFLIT.search(texte))
    try:
        lu = json.loads(texte)
    except RecursionError:
        lu = None
    except ValueError:
        sauve = _sauver(texte)
        lu = sauve and {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": sauve.cellules}
    if lu is None:
        return Lecture(None, "illisible", (f"« {chemin.name} » {_a_quoi_ressemble(texte)}.",))
    if isinstance(champ(lu, "cells"), list) and len(lu["cells"]) > CELLULES_MAX:
        return Lecture(None, "trop_grosse", (f"« {chemin.name} » a {len(lu['cells'])} cellules.",))
    cellules, dits = _cellules(lu)
    if cellules is None:
        return Lecture(None, "illisible", (*remarques, f"« {chemin.name} » n'est pas un carnet Jupyter."))
    etat = ""
    if sauve is not None:
        etat = "abimee" if marques or sauve.reprises else "coupee"
        dits.append(f"« {chemin.name} » {sauve.dire(len(cellules), marques)}")
    elif any(_CONFLIT.search(c.source) for c in cellules):
        dits.append("Une cellule contient des marques de conflit git (« <<<<<<< », « >>>>>>> »).")
    return Lecture(new_notebook(cells=cellules), etat, (*remarques, *dits))


def nettoyer(lu: Any) -> Any | None:
    """Le carnet déjà lu en JSON, réduit à ses cellules ; `None` si ce n'est pas un carnet."""
    cellules, _ = _cellules(lu)
    return None if cellules is None else new_notebook(cells=cellules)


def champ(lu: Any, *noms: str) -> Any:
    """Ce que dit ce JSON à cet endroit ; `None` s'il n'a pas cette forme."""
    for nom in noms:
        lu = lu.get(nom) if isinstance(lu, Mapping) else None
    return lu


def en_un_texte(valeur: Any) -> str:
    """Le texte d'une cellule ou d'un résultat, que nbformat découpe en lignes ou non."""
    return "".join(map(str, valeur)) if isinstance(valeur, list) else str(valeur or "")


class Refus(Exception):
    """Ce qui a été rendu ne s'ouvre pas : `etat` dit pourquoi."""

    def __init__(self, etat: str, *phrases: str) -> None:
        super().__init__(*phrases)
        self.etat = etat


def lire_les_octets(chemin: Path) -> bytes:
    """Le contenu d'un fichier ordinaire (jamais un lien, un tube, un périphérique), sans attendre personne."""
    if chemin.is_symlink():
        raise Refus("lien")
    drapeaux = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    if chemin.is_dir():
        raise Refus("lien", f"« {chemin.name} » est un dossier.")
    descripteur = os.open(chemin, drapeaux)
    with os.fdopen(descripteur, "rb") as entree:
        infos = os.fstat(entree.fileno())
        if not stat.S_ISREG(infos.st_mode):
            raise Refus("lien", f"« {chemin.name} » n'est pas un fichier ordinaire.")
        if infos.st_size > TAILLE_MAX_CARNET:
            raise Refus("trop_grosse", f"« {chemin.name} » pèse {infos.st_size // 1_000_000} Mo.")
        return entree.read(TAILLE_MAX_CARNET + 1)


def lire_le_texte(octets: bytes, nom: str) -> tuple[str, tuple[str, ...]]:
    for marque, encodage in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if octets.startswith(marque):
            dit = f"« {nom} » avait été réenregistré par un autre logiciel (marque au début) : sans effet."
            return octets.decode(encodage, "replace").lstrip("\ufeff"), (dit,)
    try:
        return octets.decode("utf-8"), ()
    except UnicodeDecodeError:
        dit = f"« {nom} » n'était pas enregistré en UTF-8 : les accents ont été relus au mieux."
        return octets.decode("cp1252", "replace"), (dit,)


@dataclass
class _Sauve:
    """Ce qui reste d'un carnet abîmé. coupe : la fin manque. reprises : lu après ce qui ne se lit pas."""

    cellules: list[Any]
    perdues: int = 0
    reprises: int = 0
    coupe: bool = True

    def dire(self, lues: int, marques: bool) -> str:
        """Ce que la personne qui corrige doit savoir de ce fichier."""
        raison = "est coupé"
        if marques or self.reprises:
            raison = "contient des marques de conflit git (« <<<<<<< », « >>>>>>> »)" if marques else "est abîmé"
            raison += f", {accorder(self.perdues, 'cellule illisible', 'cellules illisibles')}" if self.perdues else ""
        suite = ", la suite manque" if self.coupe else ""
        return f"{raison} : {accorder(lues, 'cellule encore lisible', 'cellules encore lisibles')}{suite}."


def _sauver(texte: str) -> _Sauve | None:
    """Les cellules entières d'un carnet abîmé, ou `None` s'il n'y en a pas.

    Après ce qui ne se lit pas, reprend à la cellule suivante.
    """
    debut = texte.find('"cells"')
    debut = texte.find("[", debut) if debut >= 0 else -1
    if debut < 0:
        return None
    sauve, lecteur, ici = _Sauve([]), json.JSONDecoder(), debut + 1
    a_la_suite, reste = True, RELECTURE_MAX
    while reste > 0:
        if a_la_suite:
            while ici < len(texte) and texte[ici] in " \t\r\n,":
                ici += 1
            if texte[ici : ici + 1] == "]":
                sauve.coupe = False
                break
        try:
            element, apres = lecteur.raw_decode(texte, ici)
            bon = a_la_suite or (isinstance(element, dict) and {"cell_type", "source"} <= set(element))
        except (ValueError, RecursionError) as erreur:
            bon, apres = False, ici + 1
            fin = getattr(erreur, "pos", len(texte))
            reste -= 8 * (fin - ici) + fin + 1  # lire jusqu'à la faute, et (json le fait) compter les lignes d'avant
        if bon:
            sauve.cellules.append(element)
            sauve.reprises += not a_la_suite
            ici, a_la_suite = apres, True
            continue
        sauve.perdues += a_la_suite and texte[ici : ici + 1] == "{"
        suivante = _DEBUT_DE_CELLULE.search(texte, apres)
        if suivante is None:
            break
        ici, a_la_suite = suivante.start(), False
    return sauve if sauve.cellules else None


def _a_quoi_ressemble(texte: str) -> str:
    debut = texte.lstrip()[:300].lower()
    if debut.startswith(("<!doctype html", "<html")):
        return "est une page web enregistrée à la place du carnet"
    if debut.startswith("%pdf"):
        return "est un document PDF"
    if debut.startswith("pk\x03\x04"):
        return "est une archive ZIP : il faut en sortir le carnet"
    return "ne se lit pas comme un carnet Jupyter"


def _cellules(lu: Any) -> tuple[list[Any] | None, list[str]]:
    if not isinstance(lu, dict):
        return None, []
    remarques = []
    version = lu.get("nbformat")
    if isinstance(lu.get("worksheets"), list) or version in (1, 2, 3):
        convertie = _convertir(lu)
        if convertie is None:
            return None, []
        lu = convertie
        remarques.append(f"Le carnet était dans un ancien format (nbformat {version}) : il a été converti.")
    elif version != 4 and isinstance(lu.get("cells"), list):
        remarques.append(f"Le format annoncé par le carnet (nbformat {version!r:.20}) n'existe pas : il a été ignoré.")
    if not isinstance(lu.get("cells"), list):
        return None, []
    noyau = _noyau(lu)
    if noyau and "python" not in noyau.lower():
        remarques.append(f"Le carnet demandait un autre noyau (« {noyau[:40]} ») : il a été exécuté en Python.")
    lues = [c for c in (_cellule(c, remarques) for c in lu["cells"]) if c is not None]
    for rang, cellule in enumerate(lues):
        cellule.setdefault("id", f"lue-{rang}")  # et non au hasard : le même fichier se lit deux fois pareil
    return lues, remarques


def _convertir(lu: dict) -> dict | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            converti = nbformat.reads(json.dumps(lu), as_version=4)
        for cellule in converti.cells:
            cellule.pop("id", None)  # donné au hasard par la conversion
        return converti
    except Exception:  # un vieux carnet abîmé, de mille façons possibles
        return None


def _noyau(lu: dict) -> str:
    noyau = champ(lu, "metadata", "kernelspec")
    return str(champ(noyau, "language") or champ(noyau, "name") or "")


def _cellule(lue: Any, remarques: list[str]) -> Any | None:
    """Une cellule saine : son type, son texte, son étiquette nbgrader telle quelle (à ne pas croire), ses images."""
    if not isinstance(lue, dict):
        return None
    texte = _source(lue.get("source", lue.get("input", "")))
    if len(texte) > SOURCE_MAX:
        remarques.append("Une cellule démesurée a été coupée.")
        texte = texte[:SOURCE_MAX]
    cellule = FABRIQUES.get(str(lue.get("cell_type")), new_markdown_cell)(texte)
    del cellule["id"]
    etiquette = champ(lue, "metadata", "nbgrader")
    if isinstance(grade_id := champ(etiquette, "grade_id"), str):
        dites = {cle: etiquette[cle] for cle in ETIQUETTES if isinstance(etiquette.get(cle), bool | int | float | str)}
        cellule.metadata["nbgrader"] = {"grade_id": grade_id, **dites}
    if isinstance(lue.get("id"), str) and _IDENTIFIANT.fullmatch(lue["id"]):
        cellule["id"] = lue["id"]
    if cellule.cell_type != "code" and (images := _images(lue.get("attachments"))):
        cellule["attachments"] = nbformat.from_dict(images)
    return cellule


def _source(source: Any) -> str:
    if isinstance(source, list):
        source = "".join(s for s in source if isinstance(s, str))
    return source.encode("utf-8", "replace").decode("utf-8") if isinstance(source, str) else ""


def _images(jointes: Any) -> dict:
    return {
        str(nom): {g: donnee for g, donnee in formats.items() if g in PIECES_PERMISES and _est_texte(donnee)}
        for nom, formats in (jointes.items() if isinstance(jointes, dict) else ())
        if isinstance(formats, dict) and any(g in PIECES_PERMISES for g in formats)
    }


def _est_texte(donnee: Any) -> bool:
    return isinstance(donnee, str) or (isinstance(donnee, list) and all(isinstance(d, str) for d in donnee))


# --- les autres formes que le cours donne à un carnet : une sauvegarde en porte plusieurs, la forme texte, un seul ---

TEXTE_MAX = 2_000_000
_SUITES = {"reponse": "", "ouverte": "", "note": "-note", "question": "-question"}


def carnets_portes(chemin: Path) -> Iterator[tuple[float, Any]]:
    """(date de l'enregistrement, carnet en JSON) pour chaque carnet de ce fichier ; rien s'il est d'une autre forme."""
    try:
        octets = lire_les_octets(chemin)
    except (OSError, Refus):  # dit ailleurs
        return
    if FORMAT.encode() in octets and b'"carnets"' in octets:
        yield from _de_la_sauvegarde(lire_le_texte(octets, chemin.name)[0])
    elif len(octets) < TEXTE_MAX and b"# %%" in octets and b'role="reponse"' in octets and b'"cells"' not in octets:
        yield from _du_texte(lire_le_texte(octets, chemin.name)[0], chemin)


def _de_la_sauvegarde(texte: str) -> Iterator[tuple[float, Any]]:
    try:
        lu = json.loads(texte)
    except (ValueError, RecursionError):
        return
    carnets = champ(lu, "carnets") if champ(lu, "format") == FORMAT else None
    for note in carnets.values() if isinstance(carnets, dict) else ():
        if isinstance(carnet := champ(note, "carnet"), dict):
            quand = note.get("modifie", 0)
            yield float(quand) if type(quand) in (int, float) and 0 < quand < 4e9 else 0.0, carnet


def _du_texte(texte: str, chemin: Path) -> Iterator[tuple[float, Any]]:
    from chatmairie.carnets.source import SourceIllisible, lire_texte

    try:
        lues = lire_texte(texte, chemin).cellules
    except (SourceIllisible, RecursionError):
        return
    cellules = []
    for lue in lues:
        etiquette = {}
        if lue.exercice and lue.role in _SUITES:
            etiquette = {"nbgrader": {"grade_id": vers_grade_id(lue.exercice) + _SUITES[lue.role]}}
        cellules.append({"cell_type": lue.genre, "source": lue.texte.rstrip("\n"), "metadata": etiquette})
    yield chemin.stat().st_mtime, {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cellules}
