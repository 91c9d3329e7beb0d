"""Des copies accidentées : le travail de l'élève est retrouvé, ou l'état dit ce qui manque ; la classe continue."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import nbformat

from outils import banque
from tests.correction.court import EXERCICES, POINTS, Copie, cellule, code, rang, texte

NOM = "90_court.ipynb"


def _sans(*grade_ids: str):
    def abimer(carnet: Any) -> None:
        carnet.cells = [c for c in carnet.cells if c.metadata.get("nbgrader", {}).get("grade_id") not in grade_ids]

    return abimer


def _copier(grade_id: str, source: str | None = None):
    """La cellule copiée-collée en dessous, étiquette comprise, comme le fait JupyterLab."""

    def abimer(carnet: Any) -> None:
        originale = cellule(carnet, grade_id)
        doublon = code(originale.source if source is None else source)
        doublon.metadata = nbformat.from_dict(json.loads(json.dumps(originale.metadata)))
        carnet.cells.insert(rang(carnet, grade_id) + 1, doublon)

    return abimer


def _sauvegarde_au_dessus(carnet: Any) -> None:
    """Une ancienne version gardée au-dessus, la bonne en dessous : deux cellules de même étiquette."""
    _copier("donnees-taux")(carnet)
    cellule(carnet, "donnees-taux").source = "def taux_de_refus(archives, par):\n    return 'ancienne version'"


def _changer(laquelle: str, **etiquette: Any):
    def abimer(carnet: Any) -> None:
        cellule(carnet, laquelle).metadata["nbgrader"].update(etiquette)

    return abimer


def _source(grade_id: str, source: str):
    def abimer(carnet: Any) -> None:
        cellule(carnet, grade_id).source = source

    return abimer


def _en_markdown(grade_id: str):
    def abimer(carnet: Any) -> None:
        ancienne = cellule(carnet, grade_id)
        nouvelle = texte(ancienne.source)
        nouvelle.metadata = ancienne.metadata
        carnet.cells[rang(carnet, grade_id)] = nouvelle

    return abimer


def _a_la_fin(*grade_ids: str):
    def abimer(carnet: Any) -> None:
        deplacees = [cellule(carnet, g) for g in grade_ids]
        carnet.cells = [c for c in carnet.cells if c not in deplacees] + deplacees

    return abimer


def _imports_a_la_fin(carnet: Any) -> None:
    carnet.cells.append(carnet.cells.pop(1))


def _sans_etiquettes(carnet: Any) -> None:
    """Un carnet passé par un outil qui perd étiquettes et identifiants."""
    for numero, c in enumerate(carnet.cells):
        c.metadata, c["id"] = nbformat.from_dict({}), f"autre{numero}"


def _etrangere(carnet: Any) -> None:
    venue = code("x = 1")
    venue.metadata["nbgrader"] = {
        "grade_id": "autre-exercice", "grade": True, "locked": True, "solution": False, "task": False, "points": 50,
        "schema_version": 3,
    }  # fmt: skip
    carnet.cells.insert(3, venue)


def _repondu_dans_la_consigne(carnet: Any) -> None:
    cellule(carnet, "donnees-ouverte-question").source += "\n\nMa réponse, au mauvais endroit."


def _sous(nom: str):
    def deposer(dossier: Path, carnet: Any) -> None:
        nbformat.write(carnet, dossier / nom)

    return deposer


def _dans_un_sous_dossier(dossier: Path, carnet: Any) -> None:
    (dossier / "mes devoirs").mkdir()
    nbformat.write(carnet, dossier / "mes devoirs" / "Copie de 90_court.ipynb")


def _octets(transformer):
    def deposer(dossier: Path, carnet: Any) -> None:
        (dossier / NOM).write_bytes(transformer(nbformat.writes(carnet)))

    return deposer


def _coupe(carnet_ecrit: str) -> bytes:
    """Coupé après la notation de `donnees.colonnes` : `donnees.surveiller` et la suite sont perdus."""
    return carnet_ecrit[: carnet_ecrit.index('"donnees-surveiller"')].encode()


def _deux_versions(dossier: Path, carnet: Any) -> None:
    """Le carnet distribué, resté vide, et le bon sous le nom que donne un navigateur."""
    nbformat.write(carnet, dossier / "90_court (1).ipynb")
    for exercice in EXERCICES:
        vide = next(r for r in banque.charger(exercice) if r.genre == "vide")
        cellule(carnet, exercice.replace(".", "-")).source = vide.texte
    cellule(carnet, "donnees-ouverte").source = "VOTRE RÉPONSE ICI"
    nbformat.write(carnet, dossier / NOM)


def _noyau_r(carnet: Any) -> None:
    carnet.metadata["kernelspec"] = {"name": "ir", "display_name": "R", "language": "R"}


def _ancien_format(dossier: Path, carnet: Any) -> None:
    import nbformat.v3

    ancien = nbformat.convert(carnet, 3)
    (dossier / NOM).write_text(nbformat.v3.writes_json(ancien), encoding="utf-8")


def _lien(dossier: Path, _carnet: Any) -> None:
    (dossier / NOM).symlink_to(dossier.parents[3] / "course" / "90_court" / NOM)


def _piece_jointe_en_lien(dossier: Path, carnet: Any) -> None:
    nbformat.write(carnet, dossier / NOM)
    (dossier / "donnees.csv").symlink_to("/dev/zero")
    os.mkfifo(dossier / "tube")


def _enorme(dossier: Path, _carnet: Any) -> None:
    with (dossier / NOM).open("wb") as sortie:
        sortie.truncate(160_000_000)


def _dossier_a_la_place(dossier: Path, _carnet: Any) -> None:
    (dossier / NOM).mkdir()


def _horodatage(dossier: Path, carnet: Any) -> None:
    nbformat.write(carnet, dossier / NOM)
    (dossier / "timestamp.txt").write_text("demain matin", encoding="utf-8")


SANS_TAUX = {**POINTS, "donnees.taux": 0.0}
SANS_SURVEILLER = {**POINTS, "donnees.surveiller": 0.0}
REMISE = "remise_en_ordre"

ACCIDENTS: dict[str, Copie] = {
    "note-supprimee": Copie(_sans("donnees-taux-note"), etat=REMISE),
    "reponse-supprimee": Copie(_sans("donnees-taux"), points=SANS_TAUX, etat=REMISE),
    "tout-supprime-sauf-reponses": Copie(
        lambda c: setattr(c, "cells", [x for x in c.cells if x.metadata.get("nbgrader", {}).get("solution")]),
        etat=REMISE,
    ),
    "note-copiee": Copie(_copier("donnees-taux-note"), etat=REMISE),
    "reponse-copiee": Copie(_copier("donnees-taux"), etat=REMISE),
    "reponse-sauvegardee": Copie(_sauvegarde_au_dessus, etat=REMISE),
    "note-modifiee": Copie(_source("donnees-taux-note", "1.0"), etat=REMISE),
    "note-deplacee": Copie(_a_la_fin("donnees-taux-note"), etat=REMISE),
    "reponse-deplacee": Copie(_a_la_fin("donnees-taux"), etat=REMISE),
    "imports-deplaces": Copie(_imports_a_la_fin, etat=REMISE),
    "reponse-en-markdown": Copie(_en_markdown("donnees-taux"), etat=REMISE),
    "etiquette-retournee": Copie(_changer("donnees-taux", grade=True, solution=False, points=9), etat=REMISE),
    "points-changes": Copie(_changer("donnees-taux-note", points=100, locked=False, solution=True), etat=REMISE),
    "etiquette-abimee": Copie(_changer("donnees-taux-note", schema_version="trois", grade="oui"), etat=REMISE),
    "etiquette-repointee": Copie(_changer("donnees-colonnes-note", grade_id="donnees-taux-note"), etat=REMISE),
    "etiquette-etrangere": Copie(_etrangere, etat=REMISE),
    "sans-etiquettes": Copie(_sans_etiquettes, etat=REMISE),
    "repondu-dans-la-consigne": Copie(_repondu_dans_la_consigne, etat=REMISE),
    "renommee": Copie(deposer=_sous("90_court (1).ipynb"), etat=REMISE),
    "en-txt": Copie(deposer=_sous("90_court.ipynb.txt"), etat=REMISE),
    "sous-dossier": Copie(deposer=_dans_un_sous_dossier, etat=REMISE),
    "deux-versions": Copie(deposer=_deux_versions, etat=REMISE),
    "marque-bom": Copie(deposer=_octets(lambda e: b"\xef\xbb\xbf" + e.encode()), etat=REMISE),
    "utf-16": Copie(deposer=_octets(lambda e: e.encode("utf-16")), etat=REMISE),
    "ancien-format": Copie(deposer=_ancien_format, etat=REMISE),
    "format-99": Copie(deposer=_octets(lambda e: e.replace('"nbformat": 4', '"nbformat": 99').encode()), etat=REMISE),
    "noyau-r": Copie(_noyau_r, etat=REMISE),
    "horodatage-absurde": Copie(deposer=_horodatage, etat=REMISE),
    "piece-jointe-en-lien": Copie(deposer=_piece_jointe_en_lien, etat=REMISE),
    "Émilie d'Ô (2ᵉ)": Copie(),
    "a[bc]*": Copie(),
    "coupee": Copie(deposer=_octets(_coupe), points=SANS_SURVEILLER, etat="coupee"),
    "fichier-vide": Copie(deposer=_octets(lambda _e: b""), points=0.0, etat="vide"),
    "zeros": Copie(deposer=_octets(lambda _e: b"\0" * 4096), points=0.0, etat="vide"),
    "page-web": Copie(deposer=_octets(lambda _e: b"<!DOCTYPE html><html></html>"), points=0.0, etat="illisible"),
    "liste-json": Copie(deposer=_octets(lambda _e: b"[1, 2]"), points=0.0, etat="illisible"),
    "cellules-absurdes": Copie(
        deposer=_octets(lambda _e: b'{"nbformat": 4, "cells": [1, {"source": 3, "metadata": []}, null]}'),
        points=0.0, etat="etrangere",
    ),
    "trop-grosse": Copie(deposer=_enorme, points=0.0, etat="trop_grosse"),
    "lien": Copie(deposer=_lien, points=0.0, etat="lien"),
    "dossier": Copie(deposer=_dossier_a_la_place, points=0.0, etat="lien"),
    "autre-carnet": Copie(
        deposer=lambda d, _c: nbformat.write(nbformat.v4.new_notebook(cells=[code("1 + 1")]), d / NOM),
        points=0.0, etat="etrangere",
    ),
    "dossier-vide": Copie(deposer=lambda d, _c: (d / "lisez-moi.md").write_text("pardon"), points=0.0, etat="absente"),
}  # fmt: skip
"""Élève -> sa copie."""
