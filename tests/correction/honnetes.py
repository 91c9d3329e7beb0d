"""Des copies d'élèves honnêtes : aucune ne doit perdre un point (avertissement, aide, ordre à soi, gros résultats…)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat

from tests.correction.court import Copie, cellule, code, rang, texte


def _avant(carnet: Any, grade_id: str, *cellules: Any) -> None:
    ici = rang(carnet, grade_id)
    carnet.cells[ici:ici] = cellules


def _dans_la_fonction(ligne: str):
    def abimer(carnet: Any) -> None:
        reponse = cellule(carnet, "donnees-taux")
        debut, _, suite = reponse.source.partition("\n")
        reponse.source = f"{debut}\n    {ligne}\n{suite}"

    return abimer


def _reglage(source: str):
    def abimer(carnet: Any) -> None:
        carnet.cells.insert(2, code(source))

    return abimer


def _fonction_d_aide(carnet: Any) -> None:
    reponse = cellule(carnet, "donnees-taux")
    _avant(
        carnet, "donnees-taux", texte("Mon aide :"), code(f"def mon_aide{reponse.source[reponse.source.index('(') :]}")
    )
    reponse.source = "def taux_de_refus(archives, par):\n    return mon_aide(archives, par)"


def _ordre_a_soi(carnet: Any) -> None:
    """Les exercices dans l'ordre inverse, et le premier se sert d'une aide définie dans le dernier."""
    taux, note = cellule(carnet, "donnees-taux"), cellule(carnet, "donnees-taux-note")
    surveiller = cellule(carnet, "donnees-surveiller")
    surveiller.source += "\n\ndef part_des_refus(decisions):\n    return (decisions == 'refuse').mean()"
    taux.source = (
        "def taux_de_refus(archives, par):\n"
        "    return archives['decision'].groupby(archives[par]).apply(part_des_refus)"
    )
    autres = [c for c in carnet.cells if c is not taux and c is not note]
    ici = next(
        i for i, c in enumerate(autres) if c.metadata.get("nbgrader", {}).get("grade_id") == "donnees-surveiller-note"
    )
    carnet.cells = [*autres[: ici + 1], taux, note, *autres[ici + 1 :]]


def _module_a_soi(dossier: Path, carnet: Any) -> None:
    reponse = cellule(carnet, "donnees-taux")
    (dossier / "mon_aide.py").write_text(f"import pandas as pd\n\n\n{reponse.source}\n", encoding="utf-8")
    reponse.source = "from mon_aide import taux_de_refus"
    nbformat.write(carnet, dossier / "90_court.ipynb")


def _imports_completes(carnet: Any) -> None:
    """Un import à soi ajouté dans notre cellule d'imports."""
    carnet.cells[1].source += "\nimport statistics as stat_a_moi"
    cellule(carnet, "donnees-taux").source = (
        "def taux_de_refus(archives, par):\n"
        "    return (archives['decision'] == 'refuse').groupby(archives[par]).agg(lambda s: stat_a_moi.fmean(s))"
    )


def _gros_resultats(carnet: Any) -> None:
    carnet.cells[2].outputs = [nbformat.v4.new_output("stream", name="stdout", text="x" * 10_000_000)]


def _deux_fois(carnet: Any) -> None:
    """Toutes les cellules de code exécutées deux fois, comme après « Exécuter tout » relancé : d'autres numéros."""
    for numero, c in enumerate((c for c in carnet.cells if c.cell_type == "code"), start=40):
        c.execution_count = numero
    carnet.cells.insert(2, code("compteur = globals().get('compteur', 0) + 1\nprint(compteur)"))


def _noms_du_cours(carnet: Any) -> None:
    """Ses variables s'appellent comme nos fonctions et nos préparations."""
    _avant(
        carnet, "donnees-taux-note",
        code("noter = 'à relire'\nverifier = 3\nsujets = ['lundi']\nchatmairie = None\nSEUIL_DU_COURS = 'haut'"),
    )  # fmt: skip


def _exit_oublie(carnet: Any) -> None:
    _avant(carnet, "donnees-colonnes", code("exit()"), code("quit"))


HONNETES: dict[str, Copie] = {
    "tout-juste": Copie(),
    "avertissement": Copie(_dans_la_fonction("import warnings; warnings.warn('attention')")),
    "print": Copie(_dans_la_fonction("print('je regarde', par)")),
    "stderr": Copie(_dans_la_fonction("import sys, os; print('oups', file=sys.stderr); os.write(2, b'oups')")),
    "journal": Copie(_dans_la_fonction("import logging; logging.warning('attention')")),
    "lente": Copie(_dans_la_fonction("import time; time.sleep(0.4)")),
    "cellule-en-plus": Copie(_fonction_d_aide),
    "cellule-en-erreur": Copie(lambda c: _avant(c, "donnees-colonnes", code("1 / 0"), code("une faute de frappe"))),
    "ordre-a-soi": Copie(_ordre_a_soi, etat="remise_en_ordre"),
    "module-a-soi": Copie(deposer=_module_a_soi),
    "imports-completes": Copie(_imports_completes),
    "noms-du-cours": Copie(_noms_du_cours),
    "tout-montrer": Copie(_reglage("get_ipython().ast_node_interactivity = 'all'")),
    "rien-montrer": Copie(_reglage("get_ipython().ast_node_interactivity = 'none'")),
    "precision": Copie(_reglage("%precision 0")),
    "deux-fois": Copie(_deux_fois),
    "dix-megaoctets": Copie(_gros_resultats),
    "bavarde": Copie(_reglage("for i in range(20000): print('ligne', i)")),
    "exit-oublie": Copie(_exit_oublie),
    "fil-bavard": Copie(
        _dans_la_fonction(
            "import threading, sys, time; threading.Thread("
            "target=lambda: (time.sleep(1), print('fini', file=sys.stderr)), daemon=True).start()"
        )
    ),
}
"""Élève -> sa copie. Toutes valent le maximum."""
