"""Le retour à l'élève : une page HTML en français, par carnet (`nbgrader generate_feedback`).

Branché dans `nbgrader_config.py` par `chatmairie.carnets.reglages` :

    c.GenerateFeedback.exporter_class = "chatmairie.correction.retours.ExporteurDeRetour"
    c.GenerateFeedback.preprocessors = ["chatmairie.correction.retours.LireLesNotes"]

La page ne montre pas le carnet exécuté : elle est écrite à partir des notes, du compte rendu de chaque cellule
de note et des réponses de l'élève, en texte. Aucun test (caché ou non), aucune sortie HTML, aucun script de
l'élève n'y entre. Pour changer l'aspect : `c.ExporteurDeRetour.extra_template_basedirs` et `.template_name`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from markupsafe import Markup
from nbconvert.exporters import HTMLExporter
from nbgrader.preprocessors import GetGrades
from traitlets.config import Config

from chatmairie.affichage.html import corps, en_ligne
from chatmairie.affichage.texte import nombre
from chatmairie.correction import etats
from chatmairie.correction.retours_contenu import parties_du_retour

GABARITS = Path(__file__).parent / "gabarits"


class LireLesNotes(GetGrades):
    """Les notes et commentaires, plus ce qui reste à lire et le nom de l'élève ; puis le contenu du retour."""

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        nb, resources = super().preprocess(nb, resources)
        parties = parties_du_retour(nb.cells)
        a_lire = [p for p in parties if p.points is None]
        penalite = float(resources["nbgrader"]["late_penalty"] or 0.0)
        etat, remarques = etats.lire(nb)
        acquis = sum(p.points for p in parties if p.points is not None)
        resources["retour"] = {
            "titre": nb.metadata.get("title") or resources["nbgrader"]["notebook"],
            "eleve": resources["nbgrader"].get("nom_eleve") or resources["nbgrader"]["student"],
            "parties": parties,
            "acquis": max(0.0, acquis - penalite),
            "sur": sum(p.sur for p in parties),
            "sur_lus": sum(p.sur for p in parties if p.points is not None),
            "a_lire": sum(p.sur for p in a_lire),
            "penalite": penalite,
            "etat": etats.ETATS[etat] if etat and (remarques or etats.ETATS[etat].gravite != "rien") else None,
            "remarques": remarques,
        }
        return nb, resources

    def _get_score(self, cell: Any, resources: Any) -> None:
        super()._get_score(cell, resources)
        note = self.gradebook.find_grade(
            cell.metadata["nbgrader"]["grade_id"], self.notebook_id, self.assignment_id, self.student_id
        )
        cell.metadata.nbgrader["a_lire"] = bool(note.needs_manual_grade)
        if "nom_eleve" not in resources["nbgrader"]:
            eleve = self.gradebook.find_student(self.student_id)
            nom = " ".join(filter(None, (eleve.first_name, eleve.last_name)))
            resources["nbgrader"]["nom_eleve"] = nom or self.student_id


class ExporteurDeRetour(HTMLExporter):
    """La page de retour, rendue par le gabarit `retour/index.html.j2` (échappement automatique)."""

    @property
    def default_config(self) -> Config:
        reglages = super().default_config.copy()
        reglages.merge(
            Config(
                {
                    "ExporteurDeRetour": {
                        "template_name": "retour",
                        "extra_template_basedirs": [str(GABARITS)],
                        # ce qui assainit l'écran de correction n'a pas à repasser ici : la page est déjà du texte
                        "preprocessors": [],
                    }
                }
            )
        )
        return reglages

    def default_filters(self) -> Any:
        yield from super().default_filters()
        yield ("nombre", lambda x: nombre(x, 2))
        yield ("en_ligne", lambda x: Markup(en_ligne(x)))
        yield ("corps", lambda x: Markup(corps(x)))
