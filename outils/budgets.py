"""Ce que le cours se permet, à un seul endroit : `make mesures` le publie, les essais échouent au-delà.

Les secondes dépendent de la machine, et de ce qu'elle fait d'autre : elles sont publiées, pas contrôlées. Ce que les
essais contrôlent est stable : des octets, de la mémoire, et un rapport de temps de calcul à un travail de référence
mesuré au même moment. Hypothèses du cours, avec une marge d'un tiers à la moitié au-dessus de ce qui est mesuré.
"""

from __future__ import annotations

import importlib.metadata
import os
import resource
import subprocess
import sys
from collections import deque
from pathlib import Path

from packaging.requirements import Requirement

BUDGETS = {"import": 0.3, "carnet": 10.0, "memoire": 400.0, "verdict": 1.0, "note": 3.0}
"""Publiés : secondes, sauf la mémoire (Mo). La mémoire est aussi contrôlée."""

CARNET_KO = 700.0
"""Un carnet déposé, résultats compris, en milliers d'octets : ce que télécharge qui l'ouvre."""
SORTIES_KO = 600.0
"""Dont ses résultats (figures, tableaux, cartes)."""
ENVIRONNEMENT_MO = 900.0
"""Les paquets Python du cours, installés, en millions d'octets (sans Python lui-même)."""
SOCLE_BINDER_GO = 2.0
"""Le socle d'une image repo2docker (buildpack-deps et conda), en milliards d'octets : ordre de grandeur à vérifier."""
RAPPORT_DE_CALCUL = 6.0
"""Temps de calcul d'un carnet résolu, en travaux de référence."""

REFERENCE = """
import numpy as np, pandas as pd, matplotlib.pyplot, sklearn.tree
hasard = np.random.default_rng(0)
table = pd.DataFrame(hasard.integers(0, 50, (20_000, 12)))
sklearn.tree.DecisionTreeClassifier(random_state=0).fit(table, table[0] % 3)
table.groupby([0, 1]).mean()
"""
"""Le travail de référence : ce que tout carnet de données fait une fois (importer, apprendre un arbre, regrouper)."""


def calcul_de_reference() -> float:
    """Le temps de calcul (processeur) du travail de référence, en secondes : le plus court de trois passages."""
    variables = {n: v for n, v in os.environ.items() if n != "PYTHONDONTWRITEBYTECODE"} | {"MPLBACKEND": "Agg"}
    durees = []
    for _ in range(3):
        avant = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", REFERENCE], env=variables, check=True)
        apres = resource.getrusage(resource.RUSAGE_CHILDREN)
        durees.append(apres.ru_utime + apres.ru_stime - avant.ru_utime - avant.ru_stime)
    return min(durees)


def octets_du_carnet(chemin: Path) -> tuple[int, int]:
    """(taille du fichier, dont résultats), en octets."""
    import json

    brut = chemin.read_bytes()
    sorties = [c["outputs"] for c in json.loads(brut)["cells"] if c.get("outputs")]
    return len(brut), sum(len(json.dumps(s, ensure_ascii=False, indent=1).encode()) for s in sorties)


def taille_de_l_environnement() -> tuple[float, list[tuple[str, float]]]:
    """Les paquets dont le cours dépend, de proche en proche : total en Mo (10^6 octets), et les cinq plus gros."""
    vus: dict[str, float] = {}
    a_voir = deque([("chatmairie", frozenset[str]())])
    while a_voir:
        nom, options = a_voir.popleft()
        try:
            paquet = importlib.metadata.distribution(nom)
        except importlib.metadata.PackageNotFoundError:
            continue
        cle = paquet.metadata["Name"].lower().replace("_", "-")
        if cle in vus and not options:
            continue
        if cle not in vus:
            fichiers = (Path(str(f.locate())) for f in paquet.files or ())
            vus[cle] = sum(f.stat().st_size for f in fichiers if f.is_file()) / 1e6
        for ligne in paquet.requires or ():
            demande = Requirement(ligne)
            contextes = [{"extra": o} for o in options] or [{"extra": ""}]
            if demande.marker is None or any(demande.marker.evaluate(c) for c in contextes):
                a_voir.append((demande.name, frozenset(demande.extras)))
    gros = sorted(vus.items(), key=lambda p: -p[1])[:5]
    return sum(vus.values()), gros
