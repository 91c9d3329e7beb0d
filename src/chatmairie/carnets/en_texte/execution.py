"""Exécuter un carnet en texte, cellule par cellule, et dire les verdicts : les mêmes que dans JupyterLab."""

from __future__ import annotations

import ast
import contextlib
import io
import os
import re
import sys
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from chatmairie.carnets.source import CarnetSource, CelluleSource


@dataclass
class Bilan:
    """points : exercice -> points aux tests visibles. lignes_fautives : là où une cellule s'est arrêtée."""

    points: dict[str, float] = field(default_factory=dict)
    lignes_fautives: list[int] = field(default_factory=list)


def derouler(source: CarnetSource, dossier: Path, *, montres: Collection[str] = (), tout: bool = False) -> Bilan:
    """Exécute les cellules dans l'ordre, depuis `dossier`, et écrit les verdicts sur la sortie ordinaire.

    montres : les exercices à montrer (tous si vide). tout : montre aussi ce que donnent les autres cellules.
    Une cellule en erreur est racontée, et la suite continue. Lève `KeyboardInterrupt` si la personne arrête.
    """
    os.environ.setdefault("MPLBACKEND", "Agg")
    espace: dict[str, Any] = {"__name__": "__main__", "__builtins__": __builtins__}
    bilan = Bilan()
    ici, chemins = Path.cwd(), list(sys.path)
    os.chdir(dossier)
    sys.path.insert(0, str(dossier))
    try:
        for cellule in source.cellules:
            if cellule.genre == "code" and cellule.texte.strip():
                _une_cellule(source, cellule, espace, bilan, montres, tout)
    finally:
        os.chdir(ici)
        sys.path[:] = chemins
    return bilan


def _une_cellule(
    source: CarnetSource, cellule: CelluleSource, espace: dict[str, Any], bilan: Bilan, montres: Any, tout: bool
) -> None:
    note = cellule.role == "note"
    juge = cellule.exercice if note else _verifie_en_plus(cellule)
    visible = tout or (juge is not None and (not montres or juge in montres))
    if juge and visible:
        print(f"\n=== {juge} (ligne {cellule.ligne}) ===", flush=True)
    elif tout:
        print(f"\n--- ligne {cellule.ligne} ---", flush=True)
    sortie = contextlib.nullcontext() if visible else contextlib.redirect_stdout(io.StringIO())
    erreur: BaseException | None = None
    valeur: Any = None
    with sortie:
        try:
            valeur = _executer(source, cellule, espace)
            if valeur is not None:
                print(repr(valeur))
        except KeyboardInterrupt:
            raise
        except BaseException as arrivee:
            erreur = arrivee
    if erreur is not None:
        bilan.lignes_fautives.append(_raconter(erreur, source, cellule))
    if note and cellule.exercice:
        bilan.points[cellule.exercice] = float(valeur) if isinstance(valeur, float) else 0.0


def _verifie_en_plus(cellule: CelluleSource) -> str | None:
    """L'exercice que cette cellule vérifie sans le noter (l'accueil, les exercices « en plus »), ou None."""
    trouve = re.search(r"""^verifier\(\s*["']([\w.]+)["']""", cellule.texte, re.MULTILINE)
    return trouve[1] if trouve else None


def _executer(source: CarnetSource, cellule: CelluleSource, espace: dict[str, Any]) -> Any:
    """Exécute la cellule, aux lignes du fichier ; rend la valeur de sa dernière expression, comme un carnet."""
    chemin = str(source.chemin)
    arbre = ast.parse(cellule.texte, chemin)
    ast.increment_lineno(arbre, cellule.ligne_texte - 1)
    derniere = arbre.body[-1] if arbre.body else None
    if isinstance(derniere, ast.Expr):
        arbre.body.pop()
    exec(compile(arbre, chemin, "exec"), espace)  # c'est le fichier de la personne, chez elle
    if not isinstance(derniere, ast.Expr) or cellule.texte.rstrip().endswith(";"):
        return None
    return eval(compile(ast.Expression(derniere.value), chemin, "eval"), espace)


def _raconter(erreur: BaseException, source: CarnetSource, cellule: CelluleSource) -> int:
    """Écrit l'erreur en français, avec la ligne du fichier ; rend cette ligne."""
    from chatmairie.affichage.erreurs import expliquer_erreur

    explication = expliquer_erreur(erreur)
    ligne = explication.ligne or cellule.ligne_texte
    if isinstance(erreur, SyntaxError):
        ligne += cellule.ligne_texte - 1
    if isinstance(erreur, NameError):
        phrase = f"« {getattr(erreur, 'name', None) or erreur} » n'existe pas encore."
        essayer = (
            "Vérifiez son orthographe. S'il est défini plus haut dans le fichier, sa cellule s'est arrêtée sur une "
            "erreur, dite avant celle-ci : corrigez-la d'abord. Un mot à choisir s'écrit entre guillemets droits."
        )
    else:
        phrase, essayer = explication.phrase, explication.essayer
    print(f"\n{source.chemin.name}, ligne {ligne} : {phrase}")
    if explication.code.strip():
        print(f"    {explication.code.strip()}")
    if essayer:
        print(essayer)
    return ligne
