"""Le temps et la mémoire d'un carnet résolu, cellule par cellule."""

from __future__ import annotations

import copy
import json
import os
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from chatmairie.juge.exercice import depuis_grade_id

OCTETS_PAR_UNITE = 1 if sys.platform == "darwin" else 1024
"""L'unité de `ru_maxrss` : l'octet sur macOS, le kibioctet ailleurs."""


@dataclass(frozen=True)
class MesureExercice:
    """Durées en secondes. verdict : la note sans tests cachés. note : réponse et note, tests cachés compris."""

    exercice: str
    verdict_s: float
    note_s: float


@dataclass(frozen=True)
class Carnet:
    """Les mesures d'un carnet : durées en secondes, mémoire en mégaoctets (10^6 octets).

    duree : à l'horloge. processeur : le temps de calcul, qui ne dépend pas de ce que la machine fait d'autre.
    """

    nom: str
    duree_s: float
    processeur_s: float
    memoire_mo: float
    imports_s: float
    exercices: tuple[MesureExercice, ...]


def mesurer(chemin: Path) -> Carnet:
    """Exécute le carnet deux fois, dans des processus à part : tel quel, puis sans ses tests cachés.

    Lève `RuntimeError` avec la cellule fautive si une exécution échoue.
    """
    entier, visible = (executer_a_part(chemin, caches) for caches in (True, False))
    exercices = tuple(
        MesureExercice(
            exercice=depuis_grade_id(grade_id),
            verdict_s=visible["cellules"][grade_id],
            note_s=duree + entier["cellules"].get(grade_id.removesuffix("-note"), 0.0),
        )
        for grade_id, duree in entier["cellules"].items()
        if grade_id.endswith("-note")
    )
    return Carnet(
        chemin.stem, entier["duree_s"], entier["processeur_s"], entier["memoire_mo"], entier["imports_s"], exercices
    )


def executer_a_part(chemin: Path, caches: bool) -> dict[str, Any]:
    """Les mesures d'une exécution dans un processus à part (`chronometrer`). Lève `RuntimeError` si elle échoue."""
    variables = {n: v for n, v in os.environ.items() if n != "PYTHONDONTWRITEBYTECODE"}
    fini = subprocess.run(
        [sys.executable, "-m", "outils.mesures_carnets", str(chemin), "avec" if caches else "sans"],
        cwd=Path(__file__).resolve().parent.parent, env=variables, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if fini.returncode:
        raise RuntimeError(f"Le carnet « {chemin} » ne s'exécute pas :\n{fini.stderr.strip()[-2000:]}")
    return json.loads(fini.stdout.splitlines()[-1])


def sans_tests_caches(carnet: Any) -> Any:
    """Une copie du carnet où les tests cachés sont retirés par nbgrader lui-même."""
    from nbgrader.preprocessors import ClearHiddenTests

    return ClearHiddenTests().preprocess(copy.deepcopy(carnet), {})[0]


def chronometrer(carnet: Any, module: Path) -> dict[str, Any]:
    """Exécute le carnet et rend ses durées. Lève l'erreur de nbclient si une cellule échoue."""
    from nbclient import NotebookClient

    from chatmairie.carnets.executer import module_a_part

    debuts: dict[int, float] = {}
    durees: dict[int, float] = {}
    with module_a_part(module) as (travail, variables):
        client = NotebookClient(
            carnet,
            kernel_name="python3",
            timeout=120,
            record_timing=False,
            resources={"metadata": {"path": str(travail)}},
            on_cell_start=lambda cell, cell_index: debuts.setdefault(cell_index, time.perf_counter()),
            on_cell_executed=lambda cell, cell_index, execute_reply: durees.setdefault(
                cell_index, time.perf_counter() - debuts[cell_index]
            ),
        )
        depart = time.perf_counter()
        client.execute(env=variables)
        duree = time.perf_counter() - depart
    codes = [rang for rang, cellule in enumerate(carnet.cells) if cellule.cell_type == "code"]
    noyau = resource.getrusage(resource.RUSAGE_CHILDREN)
    return {
        "duree_s": duree,
        "processeur_s": noyau.ru_utime + noyau.ru_stime,
        "memoire_mo": noyau.ru_maxrss * OCTETS_PAR_UNITE / 1e6,
        "imports_s": durees.get(codes[0], 0.0) if codes else 0.0,
        "cellules": {
            carnet.cells[rang].metadata["nbgrader"]["grade_id"]: duree_cellule
            for rang, duree_cellule in durees.items()
            if "nbgrader" in carnet.cells[rang].metadata
        },
    }


def principal(arguments: list[str]) -> int:
    import nbformat

    chemin, caches = Path(arguments[0]), arguments[1] == "avec"
    carnet = nbformat.read(chemin, as_version=4)
    print(json.dumps(chronometrer(carnet if caches else sans_tests_caches(carnet), chemin.parent)))
    return 0


if __name__ == "__main__":
    sys.exit(principal(sys.argv[1:]))
