"""Les notes d'une classe, lues dans le carnet de notes de nbgrader (SQLite ou PostgreSQL).

Une note que personne n'a encore donnée reste « à lire » : elle n'est jamais comptée comme un zéro.
"""

from __future__ import annotations

import json
import shutil
import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
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
        return NON_RENDU if not self.rendu else A_LIRE if self.a_lire else NOTE

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
    qui = eleve.id, eleve.first_name or "", eleve.last_name or "", eleve.email or ""
    copie = CopieNotee(*qui, devoir.name, float(devoir.max_score), tuple(exercices), rendu=rendu is not None)
    if rendu is None:
        return copie
    return replace(copie, penalite=float(rendu.late_submission_penalty or 0.0), etats=tuple(lus))


def _exercice(carnet: str, note: Any) -> NoteExercice:
    acquis = float(note.score or 0.0)
    points = None if note.needs_manual_grade else acquis
    return NoteExercice(
        carnet, depuis_grade_id(note.name), points, float(note.max_score), acquis, note.manual_score is not None
    )


# --- le tableau d'une correction : élève × carnet, la note, l'état, ce qu'il faut regarder ---

_DU_COURS = ("classe.json", "timestamp.txt")
_ARCHIVES = (".zip", ".7z", ".rar", ".tar", ".tgz", ".gz")
_NOMS_MAX = 6


@dataclass(frozen=True)
class Ligne:
    """Un carnet d'un élève. `points` : sans les questions ouvertes encore à lire (`a_lire`, en nombre)."""

    eleve: str
    devoir: str
    carnet: str
    points: float
    sur: float
    etat: str
    remarques: tuple[str, ...] = ()
    a_lire: int = 0

    @property
    def a_regarder(self) -> bool:
        """Vrai si une personne doit regarder ; un carnet sans points (l'accueil) ne demande rien à personne."""
        return self.sur > 0 and etats.ETATS[self.etat].gravite == "a_regarder"


def lire_le_bilan(
    coursedir: Any, devoirs: Iterable[str], imposes: Mapping[tuple[str, str], tuple[str, str]] | None = None
) -> list[Ligne]:
    """Une ligne par élève et par carnet, lue dans le carnet de notes et dans les copies corrigées.

    imposes : (élève, devoir) -> (état, remarque) que la correction a constatés elle-même.
    """
    from nbgrader.api import Gradebook

    lignes = []
    with Gradebook(coursedir.db_url, coursedir.course_id) as notes:
        inscrits = {e.id for e in notes.students}
        for devoir in devoirs:
            trouve = notes.find_assignment(devoir)
            sur = {c.name: float(c.max_score) for c in trouve.notebooks}
            rendus = {r.student_id: r for r in notes.assignment_submissions(devoir)}
            ici = set(eleves_du_devoir(coursedir, devoir))
            for eleve in sorted(inscrits | set(rendus) | ici):
                par_nom = {c.name: c for c in rendus[eleve].notebooks} if eleve in rendus else {}
                impose = (imposes or {}).get((eleve, devoir))
                for nom, maximum in sorted(sur.items()):
                    etat, remarques = _etat(coursedir, eleve, devoir, nom)
                    if etat == "absente" and eleve not in ici and _a_des_notes(par_nom.get(nom)):
                        etat = "corrigee"  # depuis un autre dossier, dans le même carnet de notes
                    elif etat == "absente":
                        remarques = _ce_qui_a_ete_rendu(coursedir, eleve, devoir)
                    if impose is not None:
                        etat = etats.le_plus_grave([etat, impose[0]])
                        remarques = [*remarques, *([impose[1]] if impose[1] else [])]
                    carnet = par_nom.get(nom)
                    points = float(carnet.score) if carnet is not None else 0.0
                    a_lire = sum(1 for n in carnet.grades if n.needs_manual_grade) if carnet is not None else 0
                    lignes.append(Ligne(eleve, devoir, nom, points, maximum, etat, tuple(remarques), a_lire))
    return lignes


def _a_des_notes(carnet: Any) -> bool:
    return carnet is not None and any(n.auto_score is not None for n in carnet.grades)


def eleves_du_devoir(coursedir: Any, devoir: str, etape: str = "submitted") -> list[str]:
    """Les élèves qui ont un dossier rendu (ou, à l'étape « autograded », corrigé) pour ce devoir."""
    racine = Path(coursedir.format_path(getattr(coursedir, f"{etape}_directory"), "?", devoir)).parents[1]
    return sorted(d.name for d in racine.iterdir() if (d / devoir).is_dir()) if racine.is_dir() else []


def _etat(coursedir: Any, eleve: str, devoir: str, carnet: str) -> tuple[str, list[str]]:
    chemin = Path(coursedir.format_path(coursedir.autograded_directory, eleve, devoir)) / f"{carnet}.ipynb"
    try:
        etat, remarques = etats.lire(json.loads(chemin.read_text(encoding="utf-8")))
    except (FileNotFoundError, NotADirectoryError):
        return "absente", []
    except (OSError, ValueError) as erreur:  # elle est là, et ne se lit pas : ce n'est pas « non rendue »
        return "en_panne", [f"La copie corrigée ne se lit pas ({getattr(erreur, 'strerror', None) or erreur})."]
    return etat or "corrigee", remarques


def _ce_qui_a_ete_rendu(coursedir: Any, eleve: str, devoir: str) -> list[str]:
    """Ce que contient un dossier rendu sans le carnet attendu : rendre autre chose n'est pas ne rien rendre."""
    dossier = Path(coursedir.format_path(coursedir.submitted_directory, eleve, devoir))
    noms = sorted(f.name for f in dossier.iterdir()) if dossier.is_dir() else []
    noms = [n for n in noms if n not in _DU_COURS and not n.startswith(".")]
    if not noms:
        return []
    archive = any(n.lower().endswith(_ARCHIVES) for n in noms)
    suite = "" if len(noms) <= _NOMS_MAX else f", et {len(noms) - _NOMS_MAX} autre(s)"
    return [
        f"Le dossier rendu contient : {', '.join(f'« {n} »' for n in noms[:_NOMS_MAX])}{suite}."
        + (" Une archive : sortez-en le carnet, et relancez la correction." if archive else "")
    ]


def ecrire_le_tableau(lignes: Iterable[Ligne], largeur: int | None = None) -> str:
    """Le tableau en texte : un bloc par devoir, une ligne par carnet, les remarques en dessous."""
    lignes = list(lignes)
    largeur = max(60, largeur or shutil.get_terminal_size((100, 24)).columns)
    colonne = min(28, max([len("Élève"), *(len(ligne.eleve) for ligne in lignes)]))
    blocs = []
    for devoir in dict.fromkeys(ligne.devoir for ligne in lignes):
        du_devoir = [ligne for ligne in lignes if ligne.devoir == devoir]
        plusieurs = len({ligne.carnet for ligne in du_devoir}) > 1
        blocs.append(f"\n{devoir}")
        blocs.append(f"  {'Élève':<{colonne}}  {'Note':>13}  État")
        for ligne in du_devoir:
            sans_note = ligne.etat in etats.PAS_LU and not ligne.points
            note = "sans note" if sans_note else f"{_nombre(ligne.points)} / {_nombre(ligne.sur)}"
            etat = etats.ETATS[ligne.etat]
            dits = [etat.titre] + ([f"carnet {ligne.carnet}"] if plusieurs else [])
            if ligne.a_lire:
                dits.append(f"{ligne.a_lire} question{'s' if ligne.a_lire > 1 else ''} à lire")
            marque = "!" if ligne.a_regarder else " "
            blocs.append(f"{marque} {ligne.eleve[:colonne]:<{colonne}}  {note:>13}  {', '.join(dits)}")
            a_dire = [*ligne.remarques, *([etat.phrase + " " + etat.a_faire] if ligne.a_regarder else [])]
            for phrase in a_dire:
                blocs += textwrap.wrap(
                    phrase, largeur, initial_indent=" " * 6 + "- ", subsequent_indent=" " * 8, break_long_words=False
                )
    return "\n".join("".join(c if c.isprintable() or c == "\n" else "�" for c in bloc) for bloc in blocs)


def _nombre(nombre: float) -> str:
    return f"{nombre:g}".replace(".", ",")
