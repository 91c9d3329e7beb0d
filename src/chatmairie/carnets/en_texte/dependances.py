"""Quelles cellules dépendent de ce que l'apprenant écrit : leur résultat n'a pas de sens avant lui.

Lu dans le code seul : un nom défini par une cellule de réponse, ou calculé à partir d'un tel nom, en dépend.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from typing import Any

from chatmairie.carnets.en_texte.fichier import role
from chatmairie.parcours import travail

PERSONNELLES = frozenset({"progression", "corrige", "noter", "verifier", "eprouver", "sauvegarder", "reprendre"})
"""Fonctions dont le résultat est celui d'une personne, ou montrerait une solution."""


def cellules_dependantes(carnet: Mapping[str, Any]) -> list[bool]:
    """Pour chaque cellule, vrai si son résultat dépend d'une réponse. Une cellule illisible en dépend, par prudence."""
    noms: set[str] = set()
    dependantes = []
    for cellule in carnet["cells"]:
        if cellule["cell_type"] != "code":
            dependantes.append(False)
            continue
        try:
            arbre = ast.parse(travail.texte(cellule))
        except SyntaxError:
            dependantes.append(True)
            continue
        lus, ecrits = _noms(arbre)
        qui = role(cellule)
        depend = qui is not None or bool(lus & (noms | PERSONNELLES))
        noms = noms | ecrits if depend else noms - ecrits
        dependantes.append(depend)
    return dependantes


def _noms(arbre: ast.AST) -> tuple[set[str], set[str]]:
    """Les noms lus et les noms définis."""
    lus: set[str] = set()
    ecrits: set[str] = set()
    for noeud in ast.walk(arbre):
        if isinstance(noeud, ast.Name):
            (lus if isinstance(noeud.ctx, ast.Load) else ecrits).add(noeud.id)
        elif isinstance(noeud, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            ecrits.add(noeud.name)
    return lus, ecrits
