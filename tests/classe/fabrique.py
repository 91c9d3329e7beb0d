"""Un petit cours d'un seul devoir, pour éprouver la classe sans dépendre du contenu du vrai cours."""

from __future__ import annotations

import shutil
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

RACINE = Path(__file__).resolve().parents[2]
DEVOIR = "90_essai"

REPONSE = """def taux_de_refus(archives, par):
    ### BEGIN SOLUTION
    return (archives["decision"] == "refuse").groupby(archives[par]).mean()
    ### END SOLUTION"""
NOTE = """from chatmairie import noter
sujets = "publics"
### BEGIN HIDDEN TESTS
sujets = "notation"
### END HIDDEN TESTS
noter("donnees.taux", taux_de_refus=taux_de_refus, sujets=sujets)"""
QUESTION = """## Expliquez votre choix

### BEGIN MARK SCHEME
Un point par idée : BAREME-SECRET.
### END MARK SCHEME
En dix mots au plus."""

BANQUE = {
    "juste_groupby": "def taux_de_refus(archives, par):\n"
    "    return archives['decision'].eq('refuse').groupby(archives[par]).mean()",
    "faux_acceptations": "def taux_de_refus(archives, par):\n"
    "    return archives['decision'].eq('accepte').groupby(archives[par]).mean()",
    "faux_affiche": "def taux_de_refus(archives, par):\n    print('0,3')",
}
SCENARIO = """devoirs: [90_essai]
eleves:
  - {identifiant: tout-juste, prenom: Ana, nom: Fictive, copie: tout juste, par_defaut: juste,
     ouvertes: {essai.ouverte: Parce que.}}
  - {identifiant: une-faute, prenom: Bo, nom: Fictif, copie: une faute, par_defaut: juste,
     sauf: {donnees.taux: faux_affiche}}
  - {identifiant: rien, prenom: Cy, nom: Fictif, copie: vide, par_defaut: vide}
"""
ATTENDU = """eleve,devoir,carnet,exercice,points,sur
tout-juste,90_essai,90_essai,donnees.taux,1,1
tout-juste,90_essai,90_essai,essai.ouverte,,3
une-faute,90_essai,90_essai,donnees.taux,0,1
une-faute,90_essai,90_essai,essai.ouverte,0,3
rien,90_essai,90_essai,donnees.taux,0,1
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
            new_code_cell(REPONSE, metadata=_nbgrader("donnees-taux", solution=True)),
            new_code_cell(NOTE, metadata=_nbgrader("donnees-taux-note", grade=True, locked=True, points=1.0)),
            new_markdown_cell(QUESTION, metadata=_nbgrader("essai-ouverte-question", locked=True)),
            new_markdown_cell("Parce que.", metadata=_nbgrader("essai-ouverte", grade=True, solution=True, points=3.0)),
        ],
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
    )
    nbformat.write(carnet, module / f"{DEVOIR}.ipynb")
    (module / f"{DEVOIR}.py").write_text("# la source du carnet\n", encoding="utf-8")
    (module / "aide.py").write_text("# un module joint au devoir\n", encoding="utf-8")
    (racine / "banque" / "donnees").mkdir(parents=True)
    sections = "\n".join(f"# %% {nom} tient=tout\n{texte}\n" for nom, texte in BANQUE.items())
    (racine / "banque" / "donnees" / "taux.py").write_text(sections, encoding="utf-8")
    (racine / "eleves.yaml").write_text(SCENARIO, encoding="utf-8")
    (racine / "attendu.csv").write_text(ATTENDU, encoding="utf-8")
    return racine


def arguments(racine: Path) -> list[str]:
    """Les arguments d'`outils.classe` pour ce cours."""
    return [
        f"--racine={racine}",
        f"--scenario={racine / 'eleves.yaml'}",
        f"--attendu={racine / 'attendu.csv'}",
        f"--banque={racine / 'banque'}",
    ]
