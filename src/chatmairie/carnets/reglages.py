"""La configuration de nbgrader, à un seul endroit : `nbgrader_config.py` et la copie de l'apprenant la lisent.

Usage dans `nbgrader_config.py` :

    from pathlib import Path
    from chatmairie.carnets.reglages import config_nbgrader

    c = get_config()
    c.merge(config_nbgrader(Path(__file__).parent))
"""

from __future__ import annotations

import glob
from pathlib import Path
from typing import Any

from chatmairie.carnets.source import MOTIF_MODULE

NOM_DU_COURS = "chatmairie"
DOSSIER_COURS = "course"
DOSSIER_CLASSE = "classe"
BOUCHON_CODE = "# VOTRE CODE ICI\n..."
BOUCHON_TEXTE = "VOTRE RÉPONSE ICI"

IGNORES = (
    f"{MOTIF_MODULE}.py",
    ".ipynb_checkpoints",
    "__pycache__",
    "*.pyc",
    ".chatmairie",
    ".*.partiel",
    ".DS_Store",
)
"""Ce qui n'est pas distribué : les sources par leur nom (pas tous les `.py` : un élève peut joindre le sien)."""


def refus_du_chemin(dossier: Path | str) -> str:
    """Pourquoi nbgrader ne retrouverait aucun carnet dans ce dossier ; vide s'il le peut."""
    chemin = str(Path(dossier).resolve())
    if glob.escape(chemin) == chemin:
        return ""
    return (
        f"« {chemin} » : nbgrader lit les crochets, « * » et « ? » d'un chemin comme un motif, et n'y trouverait aucun "
        "carnet. Choisissez un dossier dont le chemin n'en a pas."
    )


def config_nbgrader(racine: Path | str | None = None) -> Any:
    """La configuration (un `traitlets.config.Config`).

    racine : racine du projet ; fixe alors l'adresse absolue du carnet de notes. Sans elle, nbgrader
        prend `classe/gradebook.db` dans le dossier courant.
    """
    from traitlets.config import Config

    c = Config()
    c.CourseDirectory.course_id = NOM_DU_COURS
    c.CourseDirectory.source_directory = DOSSIER_COURS
    c.CourseDirectory.release_directory = f"{DOSSIER_CLASSE}/release"
    c.CourseDirectory.submitted_directory = f"{DOSSIER_CLASSE}/submitted"
    c.CourseDirectory.autograded_directory = f"{DOSSIER_CLASSE}/autograded"
    c.CourseDirectory.feedback_directory = f"{DOSSIER_CLASSE}/feedback"
    c.CourseDirectory.solution_directory = f"{DOSSIER_CLASSE}/solution"
    base = Path(racine).resolve() / DOSSIER_CLASSE if racine is not None else Path(DOSSIER_CLASSE)
    c.CourseDirectory.db_url = f"sqlite:///{(base / 'gradebook.db').as_posix()}"
    if racine is not None:
        c.CourseDirectory.root = str(Path(racine).resolve())
    c.CourseDirectory.ignore = list(IGNORES)
    c.ClearSolutions.code_stub = {"python": BOUCHON_CODE}
    c.ClearSolutions.text_stub = BOUCHON_TEXTE
    # Le barème est dans la cellule de la question (lecture seule), qui n'est pas une « task » de nbgrader.
    c.ClearMarkScheme.enforce_metadata = False
    # La copie est rebâtie, exécutée dans l'enclos et notée par le cours ; nbgrader n'exécute rien et écrit le résultat.
    c.Autograde.exporter_class = "chatmairie.correction.autograde.ExporteurDesCopies"
    c.Autograde.sanitize_preprocessors = []
    c.Autograde.autograde_preprocessors = []
    # Le retour à l'élève, en français ; et l'écran de correction, où rien d'une copie ne s'exécute.
    c.GenerateFeedback.exporter_class = "chatmairie.correction.retours.ExporteurDeRetour"
    c.GenerateFeedback.preprocessors = []
    c.HTMLExporter.preprocessors = ["chatmairie.correction.retours_formgrader.EcranDeCorrection"]
    return c
