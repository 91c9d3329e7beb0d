"""Ce qui n'est pas à la personne ne lui coûte rien : le travail du juge, un calcul à plusieurs fils, un crochet."""

from __future__ import annotations

import shutil
import time

import pytest
from nbformat.v4 import new_code_cell, new_notebook

from chatmairie.echecs import catalogue
from chatmairie.juge import jugement
from outils import banque

pytestmark = pytest.mark.lent


def _juste(identifiant: str) -> banque.Reponse:
    return banque.justes(identifiant)[0]


def test_l_apprentissage_fait_par_le_juge_n_est_pas_compte() -> None:
    """`design.equilibrer` : quelques millisecondes de la personne, une seconde d'apprentissage du juge."""
    exercice = catalogue.exercice("design.equilibrer")
    productions = banque.executer(_juste("design.equilibrer"))
    sujets = jugement.sujets_de_notation(exercice)
    debut = time.process_time()
    rendu = jugement.juger(exercice, productions, sujets, secondes=0.5)
    du_juge = time.process_time() - debut
    assert rendu.verdict.statut == "réussi" and 4 * rendu.calcul < du_juge / 2


RENFORCE = """
def decider(avis, dossiers):
    from sklearn.ensemble import HistGradientBoostingClassifier

    regles = appliquer_reglement(dossiers)
    classes = np.select([~regles["complet"], regles["recevable"]], ["a_completer", "accepter"], default="agent")
    vu = regles[["complet", "recevable"]].astype(float)
    modele = HistGradientBoostingClassifier(max_iter=60).fit(vu, classes)
    return pd.Series(modele.predict(vu), index=dossiers.index)
"""


def test_un_modele_appris_dans_la_reponse_ne_coute_pas_de_points() -> None:
    from dataclasses import replace

    reponse = replace(_juste("donnees.decider"), texte="import numpy as np\n" + RENFORCE)
    exercice = catalogue.exercice("donnees.decider")
    rendu = jugement.juger(exercice, banque.executer(reponse), jugement.sujets_de_notation(exercice))
    assert rendu.verdict.points == exercice.points and rendu.calcul < jugement.LIMITE_S / 2


CROCHETS = """
def boum(*_):
    raise ValueError("un crochet oublié")
for moment in ("pre_execute", "pre_run_cell", "post_execute", "post_run_cell"):
    get_ipython().events.register(moment, boum)
"""


@pytest.mark.skipif(shutil.which("bwrap") is None, reason="l'enclos demande bubblewrap")
def test_un_crochet_qui_leve_avant_chaque_cellule_ne_coute_pas_de_points() -> None:
    from chatmairie.correction.enclos import Enclos
    from chatmairie.correction.execution_carnet import Deroulement, Reglages

    exercice = "donnees.ecarter"
    entier = banque.carnet_du_formateur(banque.carnet_de(exercice))
    imports = next(c for c in entier.cells if c.cell_type == "code")
    gardees = [
        c for c in entier.cells if c.metadata.get("nbgrader", {}).get("grade_id", "").startswith("donnees-ecarter")
    ]
    carnet = new_notebook(cells=[imports, new_code_cell(CROCHETS), *gardees])
    enclos = Enclos()
    try:
        Deroulement(carnet, enclos, [], Reglages()).tout()
    finally:
        enclos.fermer()
    (note,) = [c for c in carnet.cells if c.metadata.get("nbgrader", {}).get("grade")]
    (points,) = [s.data["text/plain"] for s in note.outputs if s.output_type == "execute_result"]
    assert float(points) == catalogue.exercice(exercice).points
    assert not [s for s in note.outputs if s.output_type == "error"]
