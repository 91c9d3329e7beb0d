"""Les autres formes que le cours donne à un carnet, quand l'une d'elles est rendue à sa place : en sortir le carnet.

La sauvegarde (`sauvegarder()`) porte plusieurs carnets ; la forme texte (`02_donnees.py`), un seul.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from chatmairie.correction.reconstruction_lecture import Refus, lire_le_texte, lire_les_octets
from chatmairie.juge.exercice import vers_grade_id
from chatmairie.parcours.sauvegarde import FORMAT

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
    carnets = lu.get("carnets") if isinstance(lu, dict) and lu.get("format") == FORMAT else None
    for note in carnets.values() if isinstance(carnets, dict) else ():
        if isinstance(note, dict) and isinstance(note.get("carnet"), dict):
            quand = note.get("modifie", 0)
            yield float(quand) if type(quand) in (int, float) and 0 < quand < 4e9 else 0.0, note["carnet"]


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
