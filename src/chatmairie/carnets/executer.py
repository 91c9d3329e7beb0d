"""Exécuter un carnet à part : copie temporaire du module, progression isolée, réseau fermé."""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from chatmairie.carnets.source import MOTIF_MODULE

DUREE_MAX_CELLULE_S = 120
"""Temps accordé à une cellule, en secondes (hypothèse du cours : dix fois ce qui est visé pour un carnet entier)."""

VARIABLE_PROGRESSION = "CHATMAIRIE_PROGRESSION"
NON_COPIES = ("__pycache__", ".ipynb_checkpoints", ".chatmairie", f"{MOTIF_MODULE}.ipynb", f"{MOTIF_MODULE}.py")
_RETIREES = ("PYTHONDONTWRITEBYTECODE", "PYTHONWARNINGS", "PYTHONHASHSEED", "NBGRADER_EXECUTION")
_ADRESSE_MEMOIRE = re.compile(r"\bat 0x[0-9a-fA-F]{6,}")


@dataclass(frozen=True)
class Incident:
    """Ce qui n'aurait pas dû arriver dans une cellule. `rang` : à partir de 0, dans `nb.cells`."""

    rang: int
    phrase: str


def environnement_isole(dossier: Path, depart: Mapping[str, str] | None = None) -> dict[str, str]:
    """Les variables d'environnement d'une exécution reproductible.

    Retire tout réglage `CHATMAIRIE_*` (dont la graine secrète de qui enseigne) et ce qui change les
    avertissements ; met la progression et les réglages d'IPython dans `dossier`.
    """
    depart = os.environ if depart is None else depart
    env = {c: v for c, v in depart.items() if not c.startswith("CHATMAIRIE_") and c not in _RETIREES}
    env[VARIABLE_PROGRESSION] = str(dossier / "progression.json")
    env["IPYTHONDIR"] = str(dossier / "ipython")
    paquet = str(Path(__file__).resolve().parents[2])
    suite = [str(Path(c).resolve()) for c in env.get("PYTHONPATH", "").split(os.pathsep) if c]
    env["PYTHONPATH"] = os.pathsep.join(dict.fromkeys([paquet, *suite]))
    return env


@contextmanager
def module_a_part(module: Path):
    """Une copie temporaire du dossier d'un module, sans carnets ni sources ; rend (dossier, environnement)."""
    with tempfile.TemporaryDirectory(prefix="carnet-", ignore_cleanup_errors=True) as racine:
        travail = Path(racine).resolve() / module.resolve().name
        if module.is_dir():
            shutil.copytree(module, travail, ignore=shutil.ignore_patterns(*NON_COPIES))
        else:
            travail.mkdir()
        reglages = Path(racine).resolve() / "reglages"
        reglages.mkdir()
        yield travail, environnement_isole(reglages)


def executer(nb: Any, module: Path, *, duree_max_s: float = DUREE_MAX_CELLULE_S) -> list[Incident]:
    """Exécute `nb` en place (sorties remplacées) dans une copie de `module`. Rend les incidents.

    Incident : une erreur (l'exécution s'arrête là), un texte sur la sortie d'erreur (avertissements
    compris), une sortie qui contient une adresse mémoire ou le chemin du dossier temporaire.
    """
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    with module_a_part(module) as (travail, env):
        client = NotebookClient(
            nb,
            timeout=duree_max_s,
            kernel_name="python3",
            kernel_manager_class=_classe_de_noyau(),
            record_timing=False,
            store_widget_state=False,
            coalesce_streams=True,
            resources={"metadata": {"path": str(travail)}},
        )
        incidents: list[Incident] = []
        with client.setup_kernel(env=env):
            for rang, cellule in enumerate(nb.cells):
                if cellule.cell_type != "code":
                    continue
                cellule.outputs, cellule.execution_count = [], None
                try:
                    client.execute_cell(cellule, rang)
                except CellTimeoutError:
                    return [*incidents, Incident(rang, f"dépasse {duree_max_s:g} secondes.")]
                except DeadKernelError:
                    return [*incidents, Incident(rang, "le noyau s'est arrêté (mémoire, ou arrêt brutal).")]
                except CellExecutionError as erreur:
                    return [*incidents, Incident(rang, f"lève {erreur.ename} : {erreur.evalue}")]
                incidents += [Incident(rang, phrase) for phrase in _taches(cellule, travail.parent)]
        return incidents


def _classe_de_noyau() -> type:
    from jupyter_client.kernelspec import KernelSpec
    from jupyter_client.manager import AsyncKernelManager

    class NoyauSansReseau(AsyncKernelManager):
        """Toujours le Python d'ici, quels que soient les noyaux installés sur la machine."""

        @property
        def kernel_spec(self) -> KernelSpec:
            commande = [sys.executable, "-m", "chatmairie.carnets.noyau", "-f", "{connection_file}", "--log-level=40"]
            return KernelSpec(argv=commande, display_name="Python 3 (ipykernel)", language="python")

    return NoyauSansReseau


def _taches(cellule: Any, temporaire: Path) -> list[str]:
    phrases = []
    for sortie in cellule.outputs:
        if sortie.output_type == "stream" and sortie.name == "stderr":
            phrases.append(f"écrit sur la sortie d'erreur (avertissement ?) : {sortie.text.strip()[:300]}")
            continue
        for texte in _textes(sortie):
            if str(temporaire) in texte:
                phrases.append("montre le chemin d'un dossier de la machine, qui ne sera pas deux fois le même.")
            if trouve := _ADRESSE_MEMOIRE.search(texte):
                phrases.append(f"montre une adresse mémoire ({trouve.group()}) : donnez un `__repr__` à cet objet.")
    return list(dict.fromkeys(phrases))


def _textes(sortie: Any) -> list[str]:
    if sortie.output_type == "stream":
        return [sortie.text]
    return [v for c, v in sortie.get("data", {}).items() if isinstance(v, str) and not c.startswith("image/")]
