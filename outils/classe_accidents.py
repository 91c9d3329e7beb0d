"""Les accidents de la classe miniature : ce qui arrive à une copie entre l'élève et le formateur.

Un accident abîme un dossier déjà rempli de bonnes réponses ; il dit quel état la correction doit trouver, et quels
exercices y sont perdus.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from chatmairie.juge.exercice import depuis_grade_id
from outils import banque


@dataclass(frozen=True)
class Accident:
    """Un accident. `perdus` : parmi les exercices d'un carnet, dans l'ordre, ceux qui ne peuvent plus être notés."""

    abimer: Callable[[Path], None]
    etat: str
    perdus: Callable[[Sequence[str]], Collection[str]] = lambda exercices: ()


def _chaque_carnet(faire: Callable[[Path], None]) -> Callable[[Path], None]:
    def abimer(dossier: Path) -> None:
        for chemin in sorted(dossier.glob("*.ipynb")):
            faire(chemin)

    return abimer


def _sur_le_carnet(faire: Callable[[Any], None]) -> Callable[[Path], None]:
    import nbformat

    def reecrire(chemin: Path) -> None:
        carnet = nbformat.read(chemin, as_version=4)
        faire(carnet)
        nbformat.write(carnet, chemin)

    return _chaque_carnet(reecrire)


def _notes(carnet: Any) -> list[Any]:
    """Les cellules de notation par le juge."""
    return [c for c in carnet.cells if c.metadata.get("nbgrader", {}).get("grade") and c.cell_type == "code"]


def _renommer(chemin: Path) -> None:
    chemin.rename(chemin.with_name(f"{chemin.stem} (1).ipynb"))


def _ajouter_une_marque(chemin: Path) -> None:
    chemin.write_bytes(b"\xef\xbb\xbf" + chemin.read_bytes())


def _vider(chemin: Path) -> None:
    chemin.write_bytes(b"")


def _couper(chemin: Path) -> None:
    """Coupé au milieu de la deuxième réponse."""
    texte = chemin.read_text(encoding="utf-8")
    reponses = [
        c["metadata"]["nbgrader"]["grade_id"]
        for c in json.loads(texte)["cells"]
        if c["metadata"].get("nbgrader", {}).get("solution")
    ]
    chemin.write_text(texte[: texte.index(f'"grade_id": "{reponses[1]}"')], encoding="utf-8")


def _supprimer_une_note(carnet: Any) -> None:
    carnet.cells.remove(_notes(carnet)[0])


def _copier_une_note(carnet: Any) -> None:
    import copy

    copiee = copy.deepcopy(_notes(carnet)[0])
    copiee["id"] = "copie-de-la-note"
    carnet.cells.append(copiee)


def _boucler(carnet: Any) -> None:
    """La première fonction à écrire ne finit jamais."""
    reponses = {
        depuis_grade_id(c.metadata["nbgrader"]["grade_id"]): c
        for c in carnet.cells
        if c.metadata.get("nbgrader", {}).get("solution")
    }
    exercice, distribuee = _premiere_fonction(list(reponses))
    reponses[exercice].source = distribuee.split("\n")[0] + "\n    while True:\n        pass"


def _premiere_fonction(exercices: Sequence[str]) -> tuple[str, str]:
    """Le premier exercice où l'on écrit une fonction, et sa cellule telle qu'elle est distribuée."""
    connus = set(banque.identifiants())
    textes = ((e, banque.distribuees(banque.carnet_de(e))[e]) for e in exercices if e in connus)
    return next((e, texte) for e, texte in textes if texte.startswith("def "))


def _arreter_python(carnet: Any) -> None:
    from nbformat.v4 import new_code_cell

    carnet.cells.insert(4, new_code_cell("import os\nos._exit(1)  # « pour tout arrêter proprement »"))


def _tout(exercices: Sequence[str]) -> Collection[str]:
    return exercices


def _apres_le_premier(exercices: Sequence[str]) -> Collection[str]:
    return exercices[1:]


ACCIDENTS: dict[str, Accident] = {
    "renommee": Accident(_chaque_carnet(_renommer), "remise_en_ordre"),
    "marque-bom": Accident(_chaque_carnet(_ajouter_une_marque), "remise_en_ordre"),
    "note-supprimee": Accident(_sur_le_carnet(_supprimer_une_note), "remise_en_ordre"),
    "note-copiee": Accident(_sur_le_carnet(_copier_une_note), "remise_en_ordre"),
    "coupee": Accident(_chaque_carnet(_couper), "coupee", _apres_le_premier),
    "vide": Accident(_chaque_carnet(_vider), "vide", _tout),
    "arret-brutal": Accident(_sur_le_carnet(_arreter_python), "plantee"),
    "sans-fin": Accident(_sur_le_carnet(_boucler), "corrigee", lambda exercices: [_premiere_fonction(exercices)[0]]),
}
"""Nom, dans eleves.yaml -> accident."""


def exercices_du_carnet(carnet: Path) -> list[str]:
    """Les exercices et questions d'un carnet, dans l'ordre."""
    cellules = json.loads(carnet.read_text(encoding="utf-8"))["cells"]
    etiquettes = [c["metadata"].get("nbgrader", {}) for c in cellules]
    return [depuis_grade_id(e["grade_id"]) for e in etiquettes if e.get("solution")]
