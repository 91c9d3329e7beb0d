"""Les notes d'une classe, lues dans le carnet de notes de nbgrader (SQLite ou PostgreSQL).

Une note que personne n'a encore donnée reste « à lire » : elle n'est jamais comptée comme un zéro.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from chatmairie.correction import etats
from chatmairie.juge.exercice import depuis_grade_id

NON_RENDU, A_LIRE, NOTE = "non rendu", "à lire", "noté"
"""Les trois états d'une copie, pour un devoir."""


@dataclass(frozen=True)
class NoteExercice:
    """La note d'un exercice. `points` vaut `None` tant qu'une personne doit encore le lire (ou le relire).

    acquis : points déjà comptés (une note donnée avant une nouvelle correction, à confirmer), sinon 0.
    a_la_main : une personne a donné cette note.
    """

    carnet: str
    exercice: str
    points: float | None
    sur: float
    acquis: float = 0.0
    a_la_main: bool = False


@dataclass(frozen=True)
class CopieNotee:
    """Un élève et un devoir. `penalite` : points de retard. `exercices` : vide si rien n'est rendu.

    etats : (carnet, code d'`etats.ETATS`) de chaque carnet ; vide quand le dossier de la classe n'est pas là.
    """

    eleve: str
    prenom: str
    nom: str
    courriel: str
    devoir: str
    sur: float
    exercices: tuple[NoteExercice, ...]
    penalite: float = 0.0
    rendu: bool = True
    etats: tuple[tuple[str, str], ...] = ()

    @property
    def constat(self) -> str:
        """Le code de l'état qu'une personne doit regarder ; vide s'il n'y en a pas."""
        grave = etats.le_plus_grave(code for _, code in self.etats)
        return grave if etats.ETATS[grave].gravite == "a_regarder" else ""

    @property
    def pas_lu(self) -> str:
        """L'état d'un carnet qui n'a pas pu être lu, et que personne n'a noté : son 0 n'est pas une décision."""
        decides = {e.carnet for e in self.exercices if e.a_la_main}
        codes = [code for carnet, code in self.etats if code in etats.PAS_LU and carnet not in decides]
        return etats.le_plus_grave(codes) if codes else ""

    @property
    def a_lire(self) -> tuple[NoteExercice, ...]:
        return tuple(e for e in self.exercices if e.points is None)

    @property
    def etat(self) -> str:
        if not self.rendu:
            return NON_RENDU
        return A_LIRE if self.a_lire else NOTE

    @property
    def acquis(self) -> float:
        """Les points déjà comptés, retard déduit ; jamais moins que 0."""
        somme = sum(e.acquis if e.points is None else e.points for e in self.exercices)
        return max(0.0, float(somme) - self.penalite)

    @property
    def note(self) -> float | None:
        """La note, ou `None` si rien n'est rendu, si rien n'a pu être lu, ou s'il reste quelque chose à lire."""
        return self.acquis if self.etat == NOTE and not self.pas_lu else None


def lire_la_classe(
    carnet: Any, devoirs: Iterable[str] = (), eleves: Iterable[str] = (), coursedir: Any = None
) -> list[CopieNotee]:
    """Toutes les copies, devoir par devoir (ordre des noms), élèves dans l'ordre alphabétique.

    carnet : un `nbgrader.api.Gradebook` ouvert. devoirs, eleves : ceux à garder (tous si vide). coursedir : le
    dossier de la classe (`CourseDirectory` de nbgrader), pour l'état de chaque copie.
    """
    from nbgrader.api import MissingEntry

    from chatmairie.correction.lot_tableau import lire_le_bilan

    devoirs, eleves = {str(d) for d in devoirs}, {str(e) for e in eleves}
    inscrits = [e for e in carnet.students if not eleves or e.id in eleves]
    inscrits.sort(key=lambda e: ((e.last_name or "").casefold(), (e.first_name or "").casefold(), e.id))
    lus: dict[tuple[str, str], list[tuple[str, str]]] = {}
    if coursedir is not None:
        connus = [d.name for d in carnet.assignments if not devoirs or d.name in devoirs]
        for ligne in lire_le_bilan(coursedir, connus):
            lus.setdefault((ligne.eleve, ligne.devoir), []).extend([(ligne.carnet, ligne.etat)] * (ligne.sur > 0))
    copies = []
    for devoir in sorted(carnet.assignments, key=lambda d: d.name):
        if devoirs and devoir.name not in devoirs:
            continue
        for eleve in inscrits:
            try:
                rendu = carnet.find_submission(devoir.name, eleve.id)
            except MissingEntry:
                rendu = None
            copies.append(_copie(eleve, devoir, rendu, lus.get((eleve.id, devoir.name), ())))
    return copies


def _copie(eleve: Any, devoir: Any, rendu: Any, lus: Iterable[tuple[str, str]]) -> CopieNotee:
    exercices: list[NoteExercice] = []
    if rendu is not None:
        for carnet in sorted(rendu.notebooks, key=lambda c: c.name):
            ordre = {c.name: rang for rang, c in enumerate(carnet.notebook.grade_cells)}
            notes = sorted(carnet.grades, key=lambda n: ordre.get(n.name, 0))
            exercices += [_exercice(carnet.name, note) for note in notes]
    return CopieNotee(
        eleve=eleve.id,
        prenom=eleve.first_name or "",
        nom=eleve.last_name or "",
        courriel=eleve.email or "",
        devoir=devoir.name,
        sur=float(devoir.max_score),
        exercices=tuple(exercices),
        penalite=float(rendu.late_submission_penalty or 0.0) if rendu is not None else 0.0,
        rendu=rendu is not None,
        etats=tuple(lus) if rendu is not None else (),
    )


def _exercice(carnet: str, note: Any) -> NoteExercice:
    acquis = float(note.score or 0.0)
    points = None if note.needs_manual_grade else acquis
    return NoteExercice(
        carnet, depuis_grade_id(note.name), points, float(note.max_score), acquis, note.manual_score is not None
    )
