"""Corriger une seule copie avec nbgrader, et savoir si c'est déjà fait.

L'empreinte d'une correction (ce qui a été rendu, le carnet du formateur, le juge, le secret de la classe) est rangée
dans autograded/élève/devoir/.chatmairie/, en dernier et d'un coup : une correction tuée au milieu ne la laisse pas.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook
from nbgrader.converters import Autograde

from chatmairie.correction.preprocesseurs import demande
from chatmairie.correction.reconstruction_dossier import Dossier
from chatmairie.correction.reconstruction_nbgrader import lire_une_copie, preparer_une_copie, reconstruire

EMPREINTE = Path(".chatmairie", "correction.json")
SANS_EFFET_SUR_LA_NOTE = ("affichage", "carnets", "correction")
"""Les parties du paquet dont un changement ne fait pas refaire toute la classe."""


class UneCopie(Autograde):
    """`Autograde` de nbgrader pour un seul dossier déjà préparé, quels que soient les caractères de son nom."""

    prepare: Dossier
    resultats: Mapping[str, str]

    def init_notebooks(self) -> None:
        dossier = Path(self._format_source(self.coursedir.assignment_id, self.coursedir.student_id))
        if not self.prepare.carnets:
            raise SansCarnet(str(dossier))
        self.prepares = {str(dossier): self.prepare}
        self.assignments = {str(dossier): [str(c) for c in self.prepare.carnets.values()]}
        self.notebooks = []


class SansCarnet(Exception):
    """Le dossier rendu ne contient aucun carnet de ce devoir."""


def application(racine: Path) -> Any:
    """L'application nbgrader de ce cours, réglée par son `nbgrader_config.py`. Lève `FileNotFoundError` s'il manque."""
    from nbgrader.apps import AutogradeApp

    if not (racine / "nbgrader_config.py").is_file():
        raise FileNotFoundError(
            f"« {racine} » ne contient pas nbgrader_config.py : lancez la commande depuis le cours."
        )
    os.chdir(racine)
    trouvee = AutogradeApp()
    trouvee.initialize([])
    return trouvee


def preparer(coursedir: Any, eleve: str, devoir: str) -> tuple[Dossier, list[Any]]:
    """La copie préparée, et ses carnets rebâtis (`NotebookNode`), prêts pour un ouvrier."""
    dossier = Path(coursedir.format_path(coursedir.submitted_directory, eleve, devoir))
    prepare = preparer_une_copie(coursedir, dossier)
    carnets = []
    for nom, chemin in prepare.carnets.items():
        lu = lire_une_copie(chemin, prepare.remarques.get(nom, []))
        carnets.append(demande(reconstruire(lu, coursedir, devoir, nom), coursedir, eleve, devoir, nom))
    return prepare, carnets


def corriger(app: Any, eleve: str, devoir: str, base: str, prepare: Dossier, resultats: Mapping[str, str]) -> None:
    """Écrit une copie : copie corrigée, notes, marque. resultats : empreinte d'un carnet rebâti -> carnet exécuté.

    Lève `SansCarnet` (0 est inscrit), ou ce qui a empêché nbgrader d'aller au bout.
    """
    coursedir = app.coursedir
    coursedir.student_id, coursedir.assignment_id = eleve, devoir
    corrige = Path(coursedir.format_path(coursedir.autograded_directory, eleve, devoir))
    try:
        travail = UneCopie(coursedir=coursedir, parent=app)
        travail.force, travail.prepare, travail.resultats = True, prepare, resultats
        travail.start()
    except SansCarnet:
        noter_zero(coursedir, eleve, devoir)
        _marquer(corrige, empreinte(coursedir, eleve, devoir, base))
        raise
    _marquer(corrige, empreinte(coursedir, eleve, devoir, base))


def noter_zero(coursedir: Any, eleve: str, devoir: str) -> None:
    """Inscrit 0 partout pour une copie sans carnet : une note, pas un trou dans le carnet de notes."""
    with Gradebook(coursedir.db_url, coursedir.course_id) as notes:
        notes.update_or_create_student(eleve)
        notes.update_or_create_submission(devoir, eleve)
        for carnet in notes.find_assignment(devoir).notebooks:
            for note in notes.find_submission_notebook(carnet.name, devoir, eleve).grades:
                note.auto_score, note.needs_manual_grade = 0, False
        notes.db.commit()


def empreinte(coursedir: Any, eleve: str, devoir: str, base: str) -> str:
    """Ce dont dépend la note de cette copie. `base` : celle du devoir (`empreinte_du_devoir`)."""
    dossier = Path(coursedir.format_path(coursedir.submitted_directory, eleve, devoir))
    somme = hashlib.sha256(base.encode())
    for chemin in sorted(dossier.rglob("*")):
        somme.update(chemin.relative_to(dossier).as_posix().encode("utf-8", "surrogateescape") + b"\0")
        if chemin.is_symlink():
            somme.update(b"lien:" + os.readlink(chemin).encode("utf-8", "surrogateescape"))
        elif chemin.is_file():
            with chemin.open("rb") as entree:
                somme.update(hashlib.file_digest(entree, "sha256").digest())
    return somme.hexdigest()


def empreinte_du_devoir(coursedir: Any, devoir: str) -> str:
    """Le carnet du formateur, le juge, les fichiers joints et le secret de la classe."""
    with Gradebook(coursedir.db_url, coursedir.course_id) as notes:
        cellules = [
            (carnet.name, c.name, c.source, c.cell_type, bool(c.locked))
            for carnet in notes.find_assignment(devoir).notebooks
            for c in carnet.source_cells
        ]
        points = [
            (carnet.name, c.name, float(c.max_score))
            for carnet in notes.find_assignment(devoir).notebooks
            for c in carnet.grade_cells
        ]
    mondes = "\0".join(os.environ.get(nom, "") for nom in ("CHATMAIRIE_SECRET", "CHATMAIRIE_CLASSE"))
    secret = hashlib.sha256(mondes.encode()).hexdigest()
    return json.dumps([sorted(map(str, cellules)), sorted(points), _empreinte_du_juge(), secret])


@cache
def _empreinte_du_juge() -> str:
    racine = Path(__file__).resolve().parents[1]
    somme = hashlib.sha256()
    for chemin in sorted([*racine.rglob("*.py"), *racine.rglob("*.yaml"), *racine.rglob("*.csv")]):
        if chemin.relative_to(racine).parts[0] in SANS_EFFET_SUR_LA_NOTE:
            continue
        somme.update(chemin.relative_to(racine).as_posix().encode() + b"\0" + chemin.read_bytes())
    return somme.hexdigest()


def deja_corrigee(coursedir: Any, eleve: str, devoir: str, base: str, notees: Mapping[tuple[str, str], bool]) -> bool:
    """Vrai si cette copie, telle quelle, a déjà ses notes. `notees` : (élève, devoir) -> notes au complet."""
    marque = Path(coursedir.format_path(coursedir.autograded_directory, eleve, devoir)) / EMPREINTE
    if not notees.get((eleve, devoir)):
        return False
    try:
        lue = json.loads(marque.read_text(encoding="utf-8"))["empreinte"]
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return lue == empreinte(coursedir, eleve, devoir, base)


def copies_notees(coursedir: Any, devoirs: list[str]) -> dict[tuple[str, str], bool]:
    """(élève, devoir) -> vrai si toutes ses cellules notées par le juge ont une note."""
    notees: dict[tuple[str, str], bool] = {}
    with Gradebook(coursedir.db_url, coursedir.course_id) as notes:
        for devoir in devoirs:
            attendus = len(notes.find_assignment(devoir).notebooks)
            for rendu in notes.assignment_submissions(devoir):
                a_la_machine = [n for c in rendu.notebooks for n in c.grades if n.cell_type == "code"]
                notees[rendu.student_id, devoir] = len(rendu.notebooks) == attendus and all(
                    n.auto_score is not None for n in a_la_machine
                )
    return notees


def _marquer(corrige: Path, somme: str) -> None:
    marque = corrige / EMPREINTE
    marque.parent.mkdir(parents=True, exist_ok=True)
    provisoire = marque.with_suffix(".partiel")
    provisoire.write_text(json.dumps({"empreinte": somme}), encoding="utf-8")
    os.replace(provisoire, marque)
