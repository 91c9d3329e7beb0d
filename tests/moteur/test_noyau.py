"""Dans un vrai noyau : ce que montre une cellule notée, que nbgrader seul saurait lire."""

from __future__ import annotations

import os
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook

RACINE = Path(__file__).resolve().parents[2]

PREPARER = """
from tests.moteur import factice
factice.installer()
def juste(places):
    return places * 2
def partielle(places):
    return places
"""

NOTEE = """
from chatmairie import noter
sujets = "publics"
sujets = "notation"
noter("essai.doubler", doubler={}, sujets=sujets)
"""

BRUYANTE = """
import logging, os, subprocess, sys, threading, warnings
logging.getLogger("ancien").addHandler(logging.StreamHandler())
def boum():
    raise ValueError("dans un fil")
def bruyante(places):
    print("bonjour")
    warnings.warn("attention")
    logging.warning("journal")
    logging.getLogger("ancien").error("journal")
    print("aïe", file=sys.stderr)
    sys.__stderr__.write("aïe")
    os.write(2, b"aie")
    subprocess.run("echo fils >&2", shell=True)
    threading.Thread(target=boum).start()
    return places * 2
"""

RESTE = """
import threading, time
def laisse_un_fil(places):
    def plus_tard():
        time.sleep(0.9)
        raise ValueError("trop tard")
    threading.Thread(target=plus_tard, name="traînard").start()
    return places * 2
"""

# (nom de la cellule, source, texte attendu du résultat ou None pour une erreur)
CELLULES = [
    ("préparer", PREPARER, ""),
    ("juste", NOTEE.format("juste"), "2.25"),
    ("partielle", NOTEE.format("partielle"), "0.5"),
    ("vide", NOTEE.format("..."), "0.0"),
    ("code fautif", NOTEE.format("lambda p: p['absente']"), "0.0"),
    ("sys.exit", NOTEE.format("lambda p: __import__('sys').exit()"), "0.0"),
    ("input", NOTEE.format("lambda p: input('?')"), "0.0"),
    ("définir bruyante", BRUYANTE, ""),
    ("bruyante", NOTEE.format("bruyante"), "2.25"),
    ("juge bruyant", "from chatmairie import noter\nnoter('essai.juge_bruyant', REPONSE=1, sujets='notation')", "0.25"),
    ("définir le fil", RESTE, ""),
    ("fil qui reste", NOTEE.format("laisse_un_fil"), "2.25"),
    ("attendre le fil", "[fil.join() for fil in threading.enumerate() if fil.name == 'traînard']; None", ""),
    ("précision 1", "%precision 1", ""),
    ("partielle, précision 1", NOTEE.format("lambda p: p * 2 if p.abs().max() <= 50 else p"), "0.5"),
    ("juste, précision 1", NOTEE.format("juste"), "2.25"),
    ("précision normale", "%precision", ""),
    ("noms de l'élève", "noter = 3\nsujets = ['Léa']\nPoints = float", ""),
    ("juste, noms de l'élève", NOTEE.format("juste"), "2.25"),
    ("nom absent", NOTEE.format("pas_encore_ecrite"), None),
    ("variable locale", "def f():\n    if False:\n        x = 1\n    return x\nf()", None),
    *[
        cellule
        for mode in ("all", "last_expr_or_assign", "last")
        for cellule in (
            (f"régler {mode}", f"get_ipython().ast_node_interactivity = '{mode}'", ""),
            (f"juste, {mode}", NOTEE.format("juste"), "2.25"),
            (f"partielle, {mode}", NOTEE.format("partielle"), "0.5"),
        )
    ],
]


@pytest.fixture(scope="module")
def cellules(tmp_path_factory: pytest.TempPathFactory) -> dict[str, nbformat.NotebookNode]:
    dossier = tmp_path_factory.mktemp("noyau")
    carnet = new_notebook(cells=[new_code_cell(source) for _, source, _ in CELLULES])
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", os.pathsep.join((str(RACINE), str(RACINE / "src"))))
        patch.setenv("CHATMAIRIE_PROGRESSION", str(dossier / "progression.json"))
        client = NotebookClient(
            carnet, kernel_name="python3", allow_errors=True, resources={"metadata": {"path": str(dossier)}}
        )
        client.execute()
    return {nom: cellule for (nom, _, _), cellule in zip(CELLULES, carnet.cells, strict=True)}


def _sorties(cellule: nbformat.NotebookNode, genre: str) -> list[nbformat.NotebookNode]:
    return [s for s in cellule.outputs if s.output_type == genre]


def _texte(cellule: nbformat.NotebookNode) -> str:
    textes = [s.data.get("text/plain", "") for s in cellule.outputs if "data" in s] + [
        "".join(e.traceback) for e in _sorties(cellule, "error")
    ]
    return "\n".join(textes).replace("\u00a0", " ").replace("\u202f", " ")


def test_jamais_de_sortie_d_erreur(cellules) -> None:
    fuites = {nom: s.text for nom, c in cellules.items() for s in _sorties(c, "stream") if s.name == "stderr"}
    assert fuites == {}


@pytest.mark.parametrize(("nom", "attendu"), [(n, a) for n, s, a in CELLULES if "noter(" in s and a])
def test_un_seul_resultat_lisible_par_float(nom: str, attendu: str, cellules) -> None:
    (resultat,) = _sorties(cellules[nom], "execute_result")
    assert resultat.data["text/plain"] == attendu and float(resultat.data["text/plain"]) == float(attendu)
    assert resultat.data.get("text/html") == "<span></span>", "la carte dit déjà les points"
    assert set(resultat.data) == {"text/plain", "text/html"} and not _sorties(cellules[nom], "error")
    assert len(_sorties(cellules[nom], "display_data")) == 1


@pytest.mark.parametrize(("nom"), [n for n, _, a in CELLULES if a is None])
def test_une_cellule_en_erreur_le_reste(nom: str, cellules) -> None:
    """nbgrader compte alors 0 : ni résultat, ni silence."""
    assert len(_sorties(cellules[nom], "error")) == 1 and not _sorties(cellules[nom], "execute_result")


def test_un_nom_absent_se_dit_en_francais(cellules) -> None:
    texte = _texte(cellules["nom absent"])
    assert "« pas_encore_ecrite » n'existe pas encore" in texte and "Exécutez d'abord" in texte
    assert "Traceback" not in texte and 'noter("essai.doubler", doubler=pas_encore_ecrite' in texte
    texte = _texte(cellules["variable locale"])
    assert "avant cette ligne" in texte and "return x" in texte


def test_ce_que_le_code_a_ecrit_est_dans_la_carte(cellules) -> None:
    texte = _texte(cellules["bruyante"])
    assert all(mot in texte for mot in ("bonjour", "attention", "sortie d'erreur"))
    assert "traînard" in _texte(cellules["fil qui reste"])
