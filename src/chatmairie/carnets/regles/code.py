"""Règles des cellules de code : des sorties qui seront deux fois les mêmes."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from chatmairie.carnets.regles.commun import Contexte, Probleme
from chatmairie.carnets.source import CelluleSource

_A_LA_PLACE = "affichez une `Manette`, ou une commande et un `HTML` qu'une fonction met à jour"
NOMS_INTERDITS = {
    nom: f"`{nom}` (ipywidgets) n'est jamais deux fois le même : {_A_LA_PLACE}"
    for nom in ("Output", "interact", "interactive", "interactive_output", "interact_manual")
}

SORTIES_LIBRES: Mapping[str, int] = MappingProxyType({})
"""Carnet -> nombre de cellules dont la sortie peut varier (mesures « chez vous »), et elles seules."""

ETIQUETTE_LIBRE = "nbval-ignore-output"
MONTRE = "montre"
"""L'étiquette d'une cellule qui ne fait que montrer : la correction ne la rejoue que si la suite s'en sert."""

_MARQUES_NBVAL = ("NBVAL_IGNORE_OUTPUT", "PYTEST_VALIDATE_IGNORE_OUTPUT", "NBVAL_SKIP", "NBVAL_RAISES_EXCEPTION")
_ETIQUETTES_REFUSEES = {"nbval-skip", "nbval-raises-exception", "raises-exception", "pytest-validate-ignore-output"}


def verifier(contexte: Contexte, sorties_libres: Mapping[str, int] = SORTIES_LIBRES) -> Iterator[Probleme]:
    """Toutes les règles du code."""
    yield from _etiquettes(contexte, sorties_libres)
    for cellule in contexte.carnet.cellules:
        yield from _regions_egarees(contexte, cellule)
    for cellule in contexte.codes:
        if not cellule.texte.strip():
            yield contexte.probleme(cellule, "cette cellule de code est vide.")
            continue
        arbre = analyser(cellule.texte)
        if isinstance(arbre, SyntaxError):
            yield contexte.probleme(cellule, f"Python n'y lit pas du code ({arbre.msg}).", (arbre.lineno or 1) - 1)
            continue
        yield from _noms(contexte, cellule, arbre)
        if MONTRE in (cellule.attributs.get("tags") or []):
            yield from _ne_fait_que_montrer(contexte, cellule, arbre)
        yield from _derniere_expression(contexte, cellule, arbre)


def analyser(code: str) -> ast.Module | SyntaxError:
    """L'arbre du code (magies IPython comprises), ou l'erreur de syntaxe."""
    from IPython.core.inputtransformer2 import TransformerManager

    try:
        if any(x.lstrip().startswith(("%", "!")) for x in code.split("\n")):
            code = TransformerManager().transform_cell(code)
        return ast.parse(code)
    except SyntaxError as erreur:
        return erreur


def _noms(contexte: Contexte, cellule: CelluleSource, arbre: ast.Module) -> Iterator[Probleme]:
    for noeud in ast.walk(arbre):
        if isinstance(noeud, ast.Attribute):
            noms = [noeud.attr]
        elif isinstance(noeud, ast.Name) and isinstance(noeud.ctx, ast.Load):
            noms = [noeud.id]
        elif isinstance(noeud, (ast.Import, ast.ImportFrom)):
            noms = [a.name for a in noeud.names]
        else:
            continue
        for nom in noms:
            if nom in NOMS_INTERDITS:
                yield contexte.probleme(cellule, f"{NOMS_INTERDITS[nom]}.", noeud.lineno - 1)


def _ne_fait_que_montrer(contexte: Contexte, cellule: CelluleSource, arbre: ast.Module) -> Iterator[Probleme]:
    """Une cellule « montre » appelle et range dans des noms, rien d'autre : on sait ainsi qui se sert d'elle."""
    simples = all(
        isinstance(ligne, ast.Expr)
        or (
            isinstance(ligne, ast.Assign)
            and all(isinstance(n, ast.Name | ast.Tuple | ast.Store) for c in ligne.targets for n in ast.walk(c))
        )
        for ligne in arbre.body
    )
    if cellule.exercice or not simples:
        phrase = f"étiquette « {MONTRE} » : la cellule fait plus que montrer (elle définit, importe ou modifie)."
        yield contexte.probleme(cellule, phrase)


def _derniere_expression(contexte: Contexte, cellule: CelluleSource, arbre: ast.Module) -> Iterator[Probleme]:
    derniere = arbre.body[-1] if arbre.body else None
    if not isinstance(derniere, ast.Expr):
        return
    for noeud in ast.walk(derniere):
        if isinstance(noeud, ast.Attribute) and noeud.attr == "style":
            phrase = "un tableau stylé (`.style`) a un numéro au hasard : affichez un `Tableau` du cours."
            yield contexte.probleme(cellule, phrase, derniere.lineno - 1)
            break
    appel = derniere.value
    if isinstance(appel, ast.Call) and isinstance(appel.func, ast.Attribute) and appel.func.attr == "fit":
        phrase = "la cellule affiche un modèle (`.fit(…)`) : gardez-le dans une variable."
        yield contexte.probleme(cellule, phrase, derniere.lineno - 1)


def _etiquettes(contexte: Contexte, sorties_libres: Mapping[str, int]) -> Iterator[Probleme]:
    admises, vues = sorties_libres.get(contexte.carnet.nom, 0), 0
    for cellule in contexte.carnet.cellules:
        etiquettes = cellule.attributs.get("tags") or []
        for etiquette in etiquettes:
            if etiquette in _ETIQUETTES_REFUSEES:
                yield contexte.probleme(cellule, f"étiquette « {etiquette} » refusée : chaque cellule est vérifiée.")
            elif etiquette == ETIQUETTE_LIBRE:
                vues += 1
                if vues > admises:
                    phrase = (
                        f"étiquette « {ETIQUETTE_LIBRE} » : {admises} admise(s) dans ce carnet "
                        "(liste SORTIES_LIBRES de chatmairie/carnets/regles/code.py)."
                    )
                    yield contexte.probleme(cellule, phrase)
        for rang, ligne in enumerate(cellule.texte.split("\n")):
            if cellule.genre == "code" and ligne.strip().lstrip("#").strip() in _MARQUES_NBVAL:
                yield contexte.probleme(cellule, f"« {ligne.strip()} » : chaque cellule est vérifiée.", rang)


_PLACES = {
    "SOLUTION": ("reponse", "ouverte"),
    "HIDDEN TESTS": ("note",),
    "MARK SCHEME": ("question",),
}
"""Région de nbgrader -> rôles des cellules où elle a un sens."""


def _regions_egarees(contexte: Contexte, cellule: CelluleSource) -> Iterator[Probleme]:
    for region, roles in _PLACES.items():
        if cellule.role in roles:
            continue
        for rang, ligne in enumerate(cellule.texte.split("\n")):
            if f"BEGIN {region}" in ligne or f"END {region}" in ligne:
                voulu = " ou ".join(f'role="{r}"' for r in roles)
                yield contexte.probleme(cellule, f"région {region} hors de sa place : une cellule {voulu}.", rang)
    if cellule.genre == "code" and ("AUTOTEST" in cellule.texte or "HASHED" in cellule.texte):
        yield contexte.probleme(cellule, "AUTOTEST et HASHED sont réservés par nbgrader : le cours ne les emploie pas.")
