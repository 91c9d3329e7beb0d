"""Une réponse ouverte déjà lue, et rendue à nouveau sans un mot changé, n'est pas à relire.

nbgrader demande de confirmer toute note donnée à la main dès qu'une copie est recorrigée : une autre version du cours,
ou une copie rendue à nouveau pour un seul exercice, feraient relire toute la classe. L'empreinte du texte lu est gardée
dans classe/.correction/lectures/ ; sans elle, ou si le texte a changé, nbgrader demande, comme d'habitude.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from nbgrader import utils
from nbgrader.api import Gradebook
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import NbGraderPreprocessor

from chatmairie.carnets.fichiers import ecrire_atomiquement
from chatmairie.correction.reconstruction_nbgrader import DOSSIER_DU_LOT

LECTURES = "lectures"


class GarderLesLectures(NbGraderPreprocessor):
    """Après `SaveAutoGrades` : une note donnée à la main reste donnée si le texte lu est le même."""

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        ici = resources["nbgrader"]
        convertisseur = getattr(self.parent, "parent", None)
        coursedir = getattr(convertisseur, "coursedir", None) or CourseDirectory(parent=self)
        fichier = fichier_des_lectures(coursedir, ici["student"], ici["assignment"], ici["notebook"])
        lues = _lire(fichier)
        with Gradebook(ici["db_url"]) as notes:
            for cellule in nb.cells:
                if not (utils.is_grade(cellule) and utils.is_solution(cellule)):
                    continue
                nom = cellule.metadata["nbgrader"]["grade_id"]
                note = notes.find_grade(nom, ici["notebook"], ici["assignment"], ici["student"])
                texte = hashlib.sha256(cellule.source.strip().encode("utf-8", "replace")).hexdigest()
                if note.manual_score is None:
                    lues[nom] = texte  # ce que la personne va lire
                elif lues.get(nom) == texte:
                    note.needs_manual_grade = False
            notes.db.commit()
        try:
            fichier.parent.mkdir(parents=True, exist_ok=True)
            ecrire_atomiquement(fichier, json.dumps(lues, indent=1).encode("utf-8"))
        except OSError as erreur:
            self.log.warning("« %s » n'a pas pu être écrit (%s) : les notes seront à confirmer.", fichier, erreur)
        return nb, resources


def fichier_des_lectures(coursedir: Any, eleve: str, devoir: str, carnet: str) -> Path:
    """Où sont gardées les empreintes des textes lus de ce carnet."""
    classe = Path(coursedir.root, coursedir.submitted_directory).parent
    return classe / DOSSIER_DU_LOT / LECTURES / eleve / devoir / f"{carnet}.json"


def _lire(fichier: Path) -> dict[str, str]:
    try:
        lu = json.loads(fichier.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(nom): str(texte) for nom, texte in lu.items()} if isinstance(lu, dict) else {}
