"""Les notes d'une classe : lues dans le carnet de notes et dans l'export, comparées à ce qui est publié.

`attendu.csv` : eleve, devoir, carnet, exercice, points, sur. « points » est vide pour une question
que nbgrader laisse à noter à la main (elle compte alors 0 dans l'export).
"""

from __future__ import annotations

import csv
import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from chatmairie.juge.exercice import depuis_grade_id
from outils.classe_copies import ClasseInjouable

COLONNES = ("eleve", "devoir", "carnet", "exercice", "points", "sur")
Cle = tuple[str, str, str, str]
"""(élève, devoir, carnet, exercice)"""


@dataclass(frozen=True)
class Note:
    """La note d'une cellule. `points` vaut `None` quand elle reste à noter à la main."""

    exercice: str
    points: float | None
    sur: float

    @property
    def a_la_main(self) -> bool:
        return self.points is None


def lire_attendu(chemin: Path) -> dict[Cle, Note]:
    """Les notes publiées. Lève `ClasseInjouable` (fichier absent, colonnes, nombre illisible, ligne en double)."""
    try:
        with chemin.open(encoding="utf-8", newline="") as entree:
            lecteur = csv.DictReader(entree)
            lignes, colonnes = list(lecteur), tuple(lecteur.fieldnames or ())
    except OSError as erreur:
        raise ClasseInjouable(f"« {chemin} » ne se lit pas : {erreur}") from erreur
    if colonnes != COLONNES:
        raise ClasseInjouable(f"« {chemin} » : les colonnes sont {', '.join(COLONNES)}, pas {', '.join(colonnes)}.")
    notes: dict[Cle, Note] = {}
    for numero, ligne in enumerate(lignes, start=2):
        cle = (ligne["eleve"], ligne["devoir"], ligne["carnet"], ligne["exercice"])
        try:
            points = float(ligne["points"]) if ligne["points"] else None
            note = Note(ligne["exercice"], points, float(ligne["sur"]))
        except (TypeError, ValueError) as erreur:
            raise ClasseInjouable(f"« {chemin} », ligne {numero} : il faut des nombres, comme 1.5.") from erreur
        if cle in notes:
            raise ClasseInjouable(f"« {chemin} », ligne {numero} : {' / '.join(cle)} est déjà plus haut.")
        notes[cle] = note
    return notes


def lire_notes(carnet_de_notes: Path) -> dict[Cle, Note]:
    """Les notes, cellule par cellule, d'un carnet de notes de nbgrader (SQLite)."""
    from nbgrader.api import Gradebook

    notes: dict[Cle, Note] = {}
    with Gradebook(f"sqlite:///{carnet_de_notes.as_posix()}") as livre:
        for devoir in livre.assignments:
            for rendu in devoir.submissions:
                for carnet in rendu.notebooks:
                    for note in carnet.grades:
                        exercice = depuis_grade_id(note.name)
                        points = None if note.needs_manual_grade else float(note.score)
                        cle = (rendu.student_id, devoir.name, carnet.name, exercice)
                        notes[cle] = Note(exercice, points, float(note.max_score))
    return notes


def lire_export(chemin: Path) -> dict[tuple[str, str], tuple[float, float]]:
    """L'export CSV de nbgrader : (élève, devoir) -> (note, sur)."""
    with chemin.open(encoding="utf-8", newline="") as entree:
        return {
            (ligne["student_id"], ligne["assignment"]): (float(ligne["score"]), float(ligne["max_score"]))
            for ligne in csv.DictReader(entree)
        }


def ecarts(
    notes: Mapping[Cle, Note],
    attendu: Mapping[Cle, Note],
    export: Mapping[tuple[str, str], tuple[float, float]],
) -> list[str]:
    """Une phrase par différence entre ce que nbgrader a donné et ce qui est publié ; vide si tout est égal."""
    phrases = []
    for cle in sorted({*notes, *attendu}):
        ici = f"Élève {cle[0]}, devoir {cle[1]}, carnet {cle[2]}, exercice {cle[3]} : "
        obtenue, publiee = notes.get(cle), attendu.get(cle)
        if publiee is None:
            phrases.append(ici + f"noté {_dire(obtenue)}, mais aucune note n'est publiée.")
        elif obtenue is None:
            phrases.append(ici + f"{_dire(publiee)} attendu, mais l'exercice n'a pas été noté.")
        elif not _egales(obtenue, publiee):
            phrases.append(ici + f"{_dire(obtenue)} au lieu de {_dire(publiee)}.")
    return phrases + _ecarts_des_totaux(attendu, export)


def _ecarts_des_totaux(attendu: Mapping[Cle, Note], export: Mapping[tuple[str, str], tuple[float, float]]) -> list[str]:
    totaux: dict[tuple[str, str], list[float]] = defaultdict(lambda: [0.0, 0.0])
    for (eleve, devoir, _, _), note in attendu.items():
        totaux[eleve, devoir][0] += note.points or 0.0
        totaux[eleve, devoir][1] += note.sur
    phrases = []
    for eleve, devoir in sorted({*totaux, *export}):
        voulu, obtenu = totaux.get((eleve, devoir)), export.get((eleve, devoir))
        ici = f"Élève {eleve}, devoir {devoir} : "
        if obtenu is None:
            phrases.append(ici + "absent des notes exportées.")
        elif voulu is None and obtenu[0] == 0.0:
            continue  # un devoir non rendu : 0 dans l'export, aucune note publiée
        elif voulu is None:
            phrases.append(ici + "dans les notes exportées, mais aucune note n'est publiée.")
        elif not all(math.isclose(a, b, abs_tol=1e-9) for a, b in zip(voulu, obtenu, strict=True)):
            phrases.append(
                ici + f"note exportée {obtenu[0]:g} sur {obtenu[1]:g} au lieu de {voulu[0]:g} sur {voulu[1]:g}."
            )
    return phrases


def _egales(une: Note, autre: Note) -> bool:
    if une.a_la_main or autre.a_la_main:
        return une.a_la_main == autre.a_la_main and math.isclose(une.sur, autre.sur)
    return math.isclose(une.points, autre.points, abs_tol=1e-9) and math.isclose(une.sur, autre.sur)


def _dire(note: Note | None) -> str:
    if note is None:
        return "rien"
    if note.a_la_main:
        return f"« à noter à la main » (sur {note.sur:g})"
    return f"{note.points:g} sur {note.sur:g}"
