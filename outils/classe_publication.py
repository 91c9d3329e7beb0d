"""Les notes que la classe miniature doit obtenir, écrites dans tests/classe/attendu.csv.

    python -m outils.classe_publication      refait la table quand un devoir ou un élève s'ajoute

Les points viennent de ce que la banque attend, jamais d'une correction : c'est ce que le vrai nbgrader doit
retrouver. Une question ouverte remplie reste à noter à la main (points vides) ; laissée telle
quelle, elle vaut 0. Ce qu'un accident a fait perdre vaut 0 ; un devoir non rendu n'y est pas.
Un exercice en plus n'a pas de cellule notée : il n'y est pas.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path

from chatmairie.juge.exercice import depuis_grade_id
from outils import banque
from outils.classe_accidents import ACCIDENTS, exercices_du_carnet
from outils.classe_copies import JUSTE, VIDE, Eleve, Scenario, lire_scenario
from outils.classe_notes import COLONNES

RACINE = Path(__file__).resolve().parent.parent


def publier(cours: Path, scenario: Scenario) -> str:
    """Le texte de `attendu.csv` : une ligne par élève et par cellule notée, dans l'ordre des carnets."""
    sortie = io.StringIO()
    ecrivain = csv.writer(sortie, lineterminator="\n")
    ecrivain.writerow(COLONNES)
    for eleve in scenario.eleves:
        for devoir in filter(eleve.rend, scenario.devoirs):
            for carnet in sorted((cours / devoir).glob("*.ipynb")):
                perdus = _perdus(eleve, carnet)
                for exercice, sur, ouverte in cellules_notees(carnet):
                    if exercice in perdus:
                        points = "0"
                    else:
                        points = _ouverte(eleve, exercice) if ouverte else _banque(eleve, exercice, sur)
                    ecrivain.writerow((eleve.identifiant, devoir, carnet.stem, exercice, points, f"{sur:g}"))
    return sortie.getvalue()


def cellules_notees(carnet: Path) -> list[tuple[str, float, bool]]:
    """Les cellules notées : exercice, points, vrai si une personne la lit."""
    import nbformat

    cellules = [c for c in nbformat.read(carnet, as_version=4).cells if c.metadata.get("nbgrader", {}).get("grade")]
    return [
        (
            depuis_grade_id(c.metadata["nbgrader"]["grade_id"]),
            float(c.metadata["nbgrader"]["points"]),
            c.cell_type == "markdown",
        )
        for c in cellules
    ]


def _perdus(eleve: Eleve, carnet: Path) -> set[str]:
    """Les exercices que l'accident de cet élève empêche de noter."""
    return set(ACCIDENTS[eleve.accident].perdus(exercices_du_carnet(carnet))) if eleve.accident else set()


def _ouverte(eleve: Eleve, question: str) -> str:
    return "" if question in eleve.ouvertes else "0"


def _banque(eleve: Eleve, exercice: str, sur: float) -> str:
    reponse = eleve.sauf.get(exercice, eleve.par_defaut)
    if reponse in (JUSTE, VIDE):
        return f"{sur if reponse == JUSTE else 0:g}"
    return f"{banque.reponse(exercice, reponse).points:g}"


def principal() -> None:
    dossier = RACINE / "tests" / "classe"
    texte = publier(RACINE / "course", lire_scenario(dossier / "eleves.yaml"))
    (dossier / "attendu.csv").write_text(texte, encoding="utf-8")
    print(f"{texte.count(chr(10)) - 1} notes publiées.")


if __name__ == "__main__":
    principal()
