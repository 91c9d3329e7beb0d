"""Le retour à l'élève : une page HTML en français, par carnet.

`corriger` l'écrit avec la note ; `nbgrader generate_feedback`, et le bouton du formgrader, la refont à partir du
carnet de notes (branchés par `chatmairie.carnets.reglages`). La page ne montre pas le carnet exécuté : elle est écrite
à partir des notes, du compte rendu de chaque cellule de note et des réponses de l'élève, en texte. Aucun test (caché ou
non), aucune sortie HTML, aucun script de l'élève n'y entre.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup
from nbconvert.exporters import HTMLExporter
from nbgrader.api import Gradebook

from chatmairie.affichage.html import corps, en_ligne
from chatmairie.correction import etats
from chatmairie.correction.retours_contenu import parties_du_retour
from chatmairie.langue.texte import nombre

GABARITS = Path(__file__).parent / "gabarits"


def page_de_retour(nb: Any, rendu: Any, carnet: str) -> str:
    """La page d'un carnet corrigé. rendu : sa ligne du carnet de notes (`nbgrader.api.SubmittedNotebook`)."""
    notes = {n.name: n for n in rendu.grades}
    dits = {c.name: c.comment for c in rendu.comments}
    for cellule in nb.cells:
        etiquette = cellule.metadata.get("nbgrader", {})
        if (note := notes.get(etiquette.get("grade_id"))) is not None:
            etiquette |= {"score": note.score, "points": note.max_score, "a_lire": bool(note.needs_manual_grade)}
        if etiquette.get("grade_id") in dits:
            etiquette["comment"] = dits[etiquette["grade_id"]]
    parties = parties_du_retour(nb.cells)
    penalite = float(rendu.late_submission_penalty or 0.0)
    etat, remarques = etats.lire(nb)
    eleve = rendu.student
    nom = " ".join(filter(None, (eleve.first_name, eleve.last_name)))
    retour = {
        "titre": nb.metadata.get("title") or carnet,
        "eleve": nom or eleve.id,
        "parties": parties,
        "acquis": max(0.0, sum(p.points for p in parties if p.points is not None) - penalite),
        "sur": sum(p.sur for p in parties),
        "sur_lus": sum(p.sur for p in parties if p.points is not None),
        "a_lire": sum(p.sur for p in parties if p.points is None),
        "penalite": penalite,
        "etat": etats.ETATS[etat] if etat and (remarques or etats.ETATS[etat].gravite != "rien") else None,
        "remarques": remarques,
        "sans_note": etat in etats.PAS_LU and all(n.manual_score is None for n in rendu.grades),
    }
    return gabarit("retour/index.html.j2").render(resources={"retour": retour})


@cache
def gabarit(nom: str, serre: bool = False) -> jinja2.Template:
    """Ce gabarit du cours (échappement automatique). serre : sans les lignes que font les instructions."""
    gabarits = jinja2.Environment(
        loader=jinja2.FileSystemLoader(GABARITS), autoescape=True, trim_blocks=serre, lstrip_blocks=serre
    )
    gabarits.filters["nombre"] = lambda x: nombre(x, 2)
    gabarits.filters["en_ligne"] = lambda x: Markup(en_ligne(x))
    gabarits.filters["corps"] = lambda x: Markup(corps(x))
    return gabarits.get_template(nom)


class ExporteurDeRetour(HTMLExporter):
    """La même page, quand c'est nbgrader qui la demande."""

    def from_notebook_node(self, nb: Any, resources: Any = None, **_options: Any) -> tuple[Any, dict[str, Any]]:
        ici = resources["nbgrader"]
        resources = self._init_resources(resources)
        with Gradebook(ici["db_url"]) as notes:
            rendu = notes.find_submission_notebook(ici["notebook"], ici["assignment"], ici["student"])
            return page_de_retour(nb, rendu, ici["notebook"]), resources
