"""Un petit cours d'un seul devoir, pour éprouver la classe sans dépendre du contenu du vrai cours."""

from __future__ import annotations

import shutil
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

RACINE = Path(__file__).resolve().parents[2]
DEVOIR = "90_essai"

REPONSE = """def double(n):
    ### BEGIN SOLUTION
    return 2 * n
    ### END SOLUTION"""
NOTE = """cas = [1]
### BEGIN HIDDEN TESTS
cas = [1, 5]
### END HIDDEN TESTS
2.0 if all(double(n) == 2 * n for n in cas) else 0.0"""
QUESTION = """## Expliquez votre choix

### BEGIN MARK SCHEME
Un point par idée : BAREME-SECRET.
### END MARK SCHEME
En dix mots au plus."""

BANQUE = {
    "juste_produit": "def double(n):\n    return n * 2",
    "faux_visible": "def double(n):\n    return n",
    "faux_cache": "def double(n):\n    return 2",
}
SCENARIO = """devoirs: [90_essai]
eleves:
  - {identifiant: tout-juste, prenom: Ana, nom: Fictive, copie: tout juste, par_defaut: juste,
     ouvertes: {essai.ouverte: Parce que.}}
  - {identifiant: faute-cachee, prenom: Bo, nom: Fictif, copie: une faute, par_defaut: juste,
     sauf: {essai.double: faux_cache}}
  - {identifiant: rien, prenom: Cy, nom: Fictif, copie: vide, par_defaut: vide}
"""
ATTENDU = """eleve,devoir,carnet,exercice,points,sur
tout-juste,90_essai,90_essai,essai.double,2,2
tout-juste,90_essai,90_essai,essai.ouverte,,3
faute-cachee,90_essai,90_essai,essai.double,0,2
faute-cachee,90_essai,90_essai,essai.ouverte,0,3
rien,90_essai,90_essai,essai.double,0,2
rien,90_essai,90_essai,essai.ouverte,0,3
"""


def _nbgrader(grade_id: str, **changements: object) -> dict:
    base = {"grade_id": grade_id, "grade": False, "solution": False, "locked": False, "task": False}
    return {"nbgrader": base | {"schema_version": 3} | changements}


def fabriquer_cours(racine: Path) -> Path:
    """Écrit dans `racine` un cours complet : configuration, devoir, banque, scénario, notes attendues."""
    module = racine / "course" / DEVOIR
    module.mkdir(parents=True)
    shutil.copy(RACINE / "nbgrader_config.py", racine)
    carnet = new_notebook(
        cells=[
            new_code_cell(REPONSE, metadata=_nbgrader("essai-double", solution=True)),
            new_code_cell(NOTE, metadata=_nbgrader("essai-double-note", grade=True, locked=True, points=2.0)),
            new_markdown_cell(QUESTION, metadata=_nbgrader("essai-ouverte-question", locked=True)),
            new_markdown_cell("Parce que.", metadata=_nbgrader("essai-ouverte", grade=True, solution=True, points=3.0)),
        ],
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
    )
    nbformat.write(carnet, module / f"{DEVOIR}.ipynb")
    (module / f"{DEVOIR}.py").write_text("# la source du carnet\n", encoding="utf-8")
    (module / "corriges.yaml").write_text("essai.double: return 2 * n\n", encoding="utf-8")
    (module / "aide.py").write_text("# un module joint au devoir\n", encoding="utf-8")
    banque = racine / "reponses" / "essai.double"
    banque.mkdir(parents=True)
    for nom, texte in BANQUE.items():
        (banque / f"{nom}.py").write_text(texte + "\n", encoding="utf-8")
    (racine / "eleves.yaml").write_text(SCENARIO, encoding="utf-8")
    (racine / "attendu.csv").write_text(ATTENDU, encoding="utf-8")
    return racine


def arguments(racine: Path) -> list[str]:
    """Les arguments d'`outils.classe` pour ce cours."""
    return [
        f"--racine={racine}",
        f"--scenario={racine / 'eleves.yaml'}",
        f"--attendu={racine / 'attendu.csv'}",
        f"--reponses={racine / 'reponses'}",
    ]
