"""« La même réponse en Python » : des décisions réussies, écrites comme un programme que l'on aurait pu taper.

Rien n'est écrit une seconde fois : le texte vient de `CheminSansCode.produire`, la fonction qui fait d'une décision une
réponse. On y met les décisions prises, puis on retire ce qu'elles rendent inutile.
"""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from collections.abc import Mapping
from types import FunctionType, ModuleType
from typing import Any

from chatmairie.affichage.cartes import CarteCorrige
from chatmairie.juge.exercice import Exercice
from chatmairie.juge.sans_code import lire_les_decisions, refus_des_decisions

TITRE = "La même réponse en Python"
COURT, LONG = 60, 400
"""Jusqu'à combien de signes une donnée s'écrit à la place de son nom, et un motif s'écrit tout court."""
_OPERATIONS = {
    ast.Eq: lambda a, b: a == b,
    ast.NotEq: lambda a, b: a != b,
    ast.In: lambda a, b: a in b,
    ast.NotIn: lambda a, b: a not in b,
}


class CarteEnPython(CarteCorrige):
    """Le programme que font les décisions d'une personne."""

    def __init__(self, titre: str, texte: str) -> None:
        super().__init__(titre, texte)
        self.solutions = [("Vos décisions, mot pour mot", texte, "")]

    def nom_accessible(self) -> str:
        return f"{TITRE} : {self.titre}"


def montrer_en_python(identifiant: str, **decisions: Any) -> None:
    """Après une réussite : ces décisions, écrites en Python."""
    from chatmairie.affichage.cartes import CarteTexte
    from chatmairie.affichage.montrer import montrer
    from chatmairie.echecs import catalogue
    from chatmairie.parcours import progres

    exercice = catalogue.exercice(identifiant)
    if not isinstance(exercice, Exercice) or progres.courant().etat(identifiant)["statut"] != "réussi":
        return montrer(CarteTexte(TITRE, "Elle se montre après une réussite."))
    if exercice.choix is None or (refus := refus_des_decisions(exercice, decisions)):
        return montrer(CarteTexte(TITRE, refus if exercice.choix else "Cette réponse est déjà une donnée de Python."))
    texte = en_python(exercice, lire_les_decisions(exercice.choix, decisions))
    if texte is None:
        return montrer(CarteTexte(TITRE, "Elle ne tient pas en quelques lignes : le corrigé en donne une plus courte."))
    return montrer(CarteEnPython(exercice.titre, texte))


def en_python(exercice: Exercice, decisions: Mapping[str, Any]) -> str | None:
    """Le programme que font ces décisions, ou None si l'une de ses fonctions ne s'écrit pas ainsi."""
    assert exercice.choix is not None
    faites = exercice.choix.produire(decisions)
    ecrit = _Ecrit(decisions)
    for nom in exercice.productions:
        if not isinstance(faites[nom], FunctionType):
            ecrit.blocs.append(f"{nom} = {_donnee(faites[nom])}")
        elif not ecrit.fonction(faites[nom]):
            return None
    return ecrit.texte()


class _Ecrit:
    """Le programme que l'on écrit : ses importations, ses données, puis ses fonctions dans l'ordre de leur usage."""

    def __init__(self, decisions: Mapping[str, Any]) -> None:
        self.decisions = decisions
        self.faits: set[str] = set()
        self.importations: set[str] = set()
        self.blocs: list[str] = []

    def texte(self) -> str:
        return "\n\n\n".join(b for b in ("\n".join(sorted(self.importations)), *self.blocs) if b)

    def fonction(self, fonction: FunctionType) -> bool:
        """Écrit cette fonction, et avant elle ce qu'elle nomme. Faux si elle ne s'écrit pas."""
        arbre = ast.parse(textwrap.dedent(inspect.getsource(fonction)))
        definie = arbre.body[0]
        if not isinstance(definie, ast.FunctionDef):
            return False
        definie.returns = None
        for argument in definie.args.args:
            argument.annotation = None
        connus = {**fonction.__globals__, **inspect.getclosurevars(fonction).nonlocals}
        dehors = {n: connus[n] for n in sorted(_noms(definie) - _ecrits(definie)) if n in connus and n != "decisions"}
        donnees = {n: v for n, v in dehors.items() if _est_une_donnee(v)}
        avant = ""
        while avant != (avant := ast.dump(definie)):
            _Replier(self.decisions, donnees, _constantes(definie)).visit(definie)
            while _sans_inutile(definie):
                pass
        nommes = _noms(definie)
        for nom in (n for n in dehors if n in nommes and n not in self.faits):
            self.faits.add(nom)
            if not self._dehors(nom, dehors[nom], fonction):
                return False
        self.blocs.append(ast.unparse(ast.fix_missing_locations(arbre)))
        return True

    def _dehors(self, nom: str, valeur: Any, fonction: FunctionType) -> bool:
        """Écrit ce que nomme une fonction : une donnée, un module, une autre fonction d'ici, ou du cours."""
        if isinstance(valeur, ModuleType):
            self.importations.add(f"import {valeur.__name__}" + (f" as {nom}" if nom != valeur.__name__ else ""))
        elif isinstance(valeur, FunctionType) and (nom.startswith("_") or _PRIVE.search(_adresse(valeur))):
            return self.fonction(valeur)
        elif isinstance(valeur, range) or _est_une_donnee(valeur):
            self.blocs.append(f"{nom} = {_donnee(valeur)}")
        elif isinstance(valeur, re.Pattern):
            self.importations.add("import re")
            self.blocs.append(f"{nom} = re.compile({valeur.pattern!r})")
            return len(valeur.pattern) <= LONG
        else:
            self.importations.add(f"from {getattr(valeur, '__module__', fonction.__module__)} import {nom}")
        return True


_PRIVE = re.compile(r"<locals>|\.exercices\.")
"""Ce qu'un élève n'importe pas : une fonction dans une autre, ou ce qui juge."""


def _adresse(fonction: FunctionType) -> str:
    return f"{fonction.__module__}.{fonction.__qualname__}"


def _noms(arbre: ast.AST) -> set[str]:
    return {n.id for n in ast.walk(arbre) if isinstance(n, ast.Name)}


def _ecrits(arbre: ast.AST) -> set[str]:
    ecrits = {n.id for n in ast.walk(arbre) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    return ecrits | {n.arg for n in ast.walk(arbre) if isinstance(n, ast.arg)}


def _constantes(definie: ast.FunctionDef) -> dict[str, ast.expr]:
    """Les variables de la fonction écrites une seule fois, d'une constante ou d'un dictionnaire."""
    ecrits = [n.id for n in ast.walk(definie) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)]
    return {
        n.targets[0].id: n.value
        for n in ast.walk(definie)
        if isinstance(n, ast.Assign)
        and isinstance(n.targets[0], ast.Name)
        and isinstance(n.value, ast.Constant | ast.Dict)
        and ecrits.count(n.targets[0].id) == 1
    }


def _est_une_donnee(valeur: Any) -> bool:
    try:
        return ast.literal_eval(repr(valeur)) == valeur
    except (ValueError, SyntaxError, TypeError):
        return False


def _donnee(valeur: Any) -> str:
    """Une donnée, une entrée par ligne si elle est longue."""
    entier = ast.unparse(ast.parse(repr(valeur)))
    if len(entier) <= 2 * COURT or not isinstance(valeur, (dict, list, tuple)):
        return entier
    paires = [f"{c!r}: {v!r}" for c, v in valeur.items()] if isinstance(valeur, dict) else [repr(v) for v in valeur]
    ouvre, ferme = {dict: ("{", "}"), list: ("[", "]"), tuple: ("(", ")")}[type(valeur)]
    return ouvre + "\n" + "".join(f"    {p},\n" for p in paires) + ferme


# --- replier : ce que les décisions rendent certain ----------------------------------------------------


def _valeur(noeud: ast.expr | None) -> Any:
    """La donnée qu'écrit ce nœud ; lève `ValueError` s'il n'en est pas une."""
    if noeud is None:
        raise ValueError
    return ast.literal_eval(noeud)


def _noeud(valeur: Any) -> ast.expr:
    return ast.parse(repr(valeur), mode="eval").body


class _Replier(ast.NodeTransformer):
    """Remplace chaque décision par ce qui a été décidé, et ne garde que la branche qui en suit."""

    def __init__(
        self, decisions: Mapping[str, Any], donnees: Mapping[str, Any], locales: Mapping[str, ast.expr]
    ) -> None:
        self.decisions, self.donnees, self.locales = decisions, donnees, locales

    def visit_Name(self, n: ast.Name) -> ast.expr:
        if not isinstance(n.ctx, ast.Load):
            return n
        if isinstance(locale := self.locales.get(n.id), ast.Constant):
            return locale
        courte = n.id in self.donnees and len(repr(self.donnees[n.id])) <= COURT
        return _noeud(self.donnees[n.id]) if courte else n

    def visit_Subscript(self, n: ast.Subscript) -> ast.expr:
        if isinstance(n.value, ast.Name) and isinstance(n.ctx, ast.Load):
            nom = n.value.id
            if isinstance(self.locales.get(nom), ast.Dict):
                n.value = self.locales[nom]
            elif isinstance(self.donnees.get(nom), dict):
                n.value = _noeud(self.donnees[nom])
            intact = ast.Name(nom, ast.Load())
        else:
            intact = None
        self.generic_visit(n)
        try:
            cle = _valeur(n.slice)
        except ValueError:
            n.value = intact or n.value
            return n
        if isinstance(n.value, ast.Name) and n.value.id == "decisions":
            return _noeud(self.decisions[cle])
        if isinstance(n.value, ast.Dict):
            entrees = dict(zip([_valeur(c) for c in n.value.keys], n.value.values, strict=True))
            return entrees.get(cle, n)
        return n

    def visit_List(self, n: ast.List) -> ast.expr:
        self.generic_visit(n)
        n.elts = [x for e in n.elts for x in _deplier(e)]
        return n

    def visit_Call(self, n: ast.Call) -> ast.expr:
        self.generic_visit(n)
        return n.func.body if isinstance(n.func, ast.Lambda) and not n.args else n

    def visit_Compare(self, n: ast.Compare) -> ast.expr:
        self.generic_visit(n)
        try:
            (operation,), a, b = n.ops, _valeur(n.left), _valeur(n.comparators[0])
            return _noeud(_OPERATIONS[type(operation)](a, b))
        except (ValueError, KeyError):
            return n

    def visit_BoolOp(self, n: ast.BoolOp) -> ast.expr:
        self.generic_visit(n)
        arret = isinstance(n.op, ast.Or)
        gardes = []
        for v in n.values:
            if not isinstance(v, ast.Constant):
                gardes.append(v)
            elif bool(v.value) is arret:
                gardes.append(v)
                break
        if not gardes:
            return _noeud(not arret)
        n.values = gardes
        return gardes[0] if len(gardes) == 1 else n

    def visit_IfExp(self, n: ast.IfExp) -> ast.expr:
        self.generic_visit(n)
        if isinstance(n.test, ast.Constant):
            return n.body if n.test.value else n.orelse
        return n

    def visit_If(self, n: ast.If) -> Any:
        self.generic_visit(n)
        if isinstance(n.test, ast.Constant):
            return n.body if n.test.value else n.orelse
        n.body = n.body or [ast.Pass()]
        return n


def _deplier(element: ast.expr) -> list[ast.expr]:
    """Les éléments d'une suite écrite après une étoile ; sinon, l'élément seul."""
    if isinstance(element, ast.Starred) and isinstance(element.value, ast.Tuple | ast.List):
        return element.value.elts
    return [element]


def _sans_inutile(definie: ast.FunctionDef) -> bool:
    """Retire une variable que plus rien ne lit, ou ce qui suit un `return` certain. Vrai si quelque chose est parti."""
    for i, ligne in enumerate(definie.body):
        if isinstance(ligne, ast.Return) and definie.body[i + 1 :]:
            del definie.body[i + 1 :]
            return True
    lus = {n.id for n in ast.walk(definie) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)}

    def inutile(ligne: ast.stmt) -> bool:
        if isinstance(ligne, ast.ImportFrom):
            return all(a.name not in lus for a in ligne.names)
        return isinstance(ligne, ast.Assign) and all(isinstance(c, ast.Name) and c.id not in lus for c in ligne.targets)

    for bloc in (b for n in ast.walk(definie) for b in (getattr(n, "body", []), getattr(n, "orelse", []))):
        for ligne in bloc if isinstance(bloc, list) else []:
            if inutile(ligne):
                bloc.remove(ligne)
                return True
    return False
