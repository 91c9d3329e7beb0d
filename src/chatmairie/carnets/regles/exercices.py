"""Règles des cellules d'exercice : ce qui rend une note fiable avec nbgrader."""

from __future__ import annotations

import ast
import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from chatmairie.carnets.metadonnees import (
    REGION_BAREME,
    chercher,
    lignes_du_bareme,
    metadonnees_nbgrader,
)
from chatmairie.carnets.reglages import BOUCHON_CODE
from chatmairie.carnets.regles.code import analyser
from chatmairie.carnets.regles.commun import Contexte, Probleme
from chatmairie.carnets.regles.squelette import profil_de
from chatmairie.carnets.source import CelluleSource, SourceIllisible
from chatmairie.juge.exercice import Exercice, QuestionOuverte
from chatmairie.langue.typographie import poser_les_espaces

CELLULE_NOTEE = (
    "from chatmairie import noter",
    'sujets = "publics"',
    "### BEGIN HIDDEN TESTS",
    'sujets = "notation"',
    "### END HIDDEN TESTS",
)
"""Les cinq premières lignes d'une cellule notée ; la dernière instruction est l'appel de `noter`."""

_REGION = re.compile(
    r"^(?P<retrait>[ \t]*)[^\n]*BEGIN SOLUTION[^\n]*\n(?P<corps>.*?)^[^\n]*END SOLUTION[^\n]*$", re.M | re.S
)


def verifier(contexte: Contexte) -> Iterator[Probleme]:
    """Toutes les règles des cellules d'exercice."""
    lisibles: list[tuple[CelluleSource, Exercice | QuestionOuverte]] = []
    identifiants: Counter[str] = Counter()
    for cellule in contexte.carnet.cellules:
        try:
            nbgrader = metadonnees_nbgrader(contexte.carnet, cellule, contexte.catalogue)
            if nbgrader is None:
                continue
            exercice = chercher(contexte.catalogue, contexte.carnet, cellule)
        except SourceIllisible as erreur:
            lieu, _, phrase = str(erreur).partition(" : ")
            yield Probleme(lieu, phrase)
            continue
        identifiants[nbgrader["grade_id"]] += 1
        if identifiants[nbgrader["grade_id"]] > 1:
            yield contexte.probleme(cellule, f"deux cellules portent l'identifiant « {nbgrader['grade_id']} ».")
        lisibles.append((cellule, exercice))
    for cellule, exercice in lisibles:
        if cellule.role == "note" and isinstance(exercice, Exercice):
            yield from _cellule_notee(contexte, cellule, exercice)
        elif cellule.role == "reponse" and isinstance(exercice, Exercice):
            yield from _reponse(contexte, cellule, exercice)
        elif cellule.role == "question" and isinstance(exercice, QuestionOuverte):
            yield from _bareme(contexte, cellule, exercice)
    yield from _paires(contexte, lisibles)
    yield from _total(contexte, lisibles)


# --- la cellule notée -------------------------------------------------------------------------------


def _cellule_notee(contexte: Contexte, cellule: CelluleSource, exercice: Exercice) -> Iterator[Probleme]:
    lignes = [(rang, x) for rang, x in enumerate(cellule.texte.split("\n")) if x.strip()]
    for numero, attendue in enumerate(CELLULE_NOTEE):
        rang, vue = lignes[numero] if numero < len(lignes) else (0, "rien")
        if vue != attendue:
            phrase = f"ligne {numero + 1} d'une cellule notée : attendu « {attendue} », lu « {vue} »."
            yield contexte.probleme(cellule, phrase, rang)
            return
    reste = "\n".join(x for _, x in lignes[len(CELLULE_NOTEE) :])
    modele = ", ".join(['"' + exercice.identifiant + '"', *(f"{p}={p}" for p in exercice.productions)])
    attendu = f"noter({modele}, sujets=sujets)"
    if not _est_l_appel(reste, exercice):
        phrase = f"la dernière instruction, et la seule après les tests cachés, est : {attendu}"
        yield contexte.probleme(cellule, phrase, cellule.texte.count("\n"))


def _est_l_appel(code: str, exercice: Exercice) -> bool:
    """Un seul appel de `noter`, nu, avec chaque production sous son nom et `sujets=sujets`, rien après."""
    if ";" in code or "#" in code or not code.rstrip().endswith(")"):
        return False
    arbre = analyser(code)
    if isinstance(arbre, SyntaxError) or len(arbre.body) != 1 or not isinstance(arbre.body[0], ast.Expr):
        return False
    appel = arbre.body[0].value
    if not isinstance(appel, ast.Call) or not isinstance(appel.func, ast.Name) or appel.func.id != "noter":
        return False
    if len(appel.args) != 1 or not isinstance(appel.args[0], ast.Constant):
        return False
    nommes = [(m.arg, m.value.id if isinstance(m.value, ast.Name) else None) for m in appel.keywords]
    attendus = [(p, p) for p in exercice.productions] + [("sujets", "sujets")]
    return appel.args[0].value == exercice.identifiant and sorted(map(str, nommes)) == sorted(map(str, attendus))


# --- la réponse -------------------------------------------------------------------------------------


def bouchonner(texte: str) -> str:
    """Le texte de la cellule tel que `ClearSolutions` de nbgrader le distribue."""

    def remplacer(trouve: re.Match[str]) -> str:
        return "\n".join(trouve["retrait"] + x for x in BOUCHON_CODE.split("\n"))

    return _REGION.sub(remplacer, texte)


def _reponse(contexte: Contexte, cellule: CelluleSource, exercice: Exercice) -> Iterator[Probleme]:
    if not _REGION.search(cellule.texte):
        yield contexte.probleme(cellule, "une réponse contient une région ### BEGIN SOLUTION … ### END SOLUTION.")
        return
    for region in _REGION.finditer(cellule.texte):
        if not region["corps"].strip():
            yield contexte.probleme(
                cellule, "la région SOLUTION est vide.", cellule.texte.count("\n", 0, region.start())
            )
    arbre = analyser(bouchonner(cellule.texte))
    if isinstance(arbre, SyntaxError):
        phrase = (
            f"une fois la solution retirée, la cellule n'est plus du Python ({arbre.msg}) : entourez la région d'un "
        )
        yield contexte.probleme(cellule, phrase + "def ou de NOM = ( … ).", (arbre.lineno or 1) - 1)
        return
    definis = _productions_bouchonnees(arbre)
    for nom in exercice.productions:
        if nom not in definis:
            phrase = f"la réponse doit définir « {nom} » (une fonction, ou {nom} = ( … ))."
            yield contexte.probleme(cellule, phrase)
        elif not definis[nom]:
            phrase = (
                f"« {nom} » : toute sa réponse est dans la région SOLUTION (il doit rester `...` une fois retirée)."
            )
            yield contexte.probleme(cellule, phrase)


def _productions_bouchonnees(arbre: ast.Module) -> dict[str, bool]:
    """Nom défini -> vrai s'il ne reste que le bouchon."""
    definis: dict[str, bool] = {}
    for noeud in arbre.body:
        if isinstance(noeud, (ast.FunctionDef, ast.AsyncFunctionDef)):
            definis[noeud.name] = _corps_bouchon(noeud)
        elif isinstance(noeud, ast.ClassDef):
            methodes = [m for m in noeud.body if isinstance(m, ast.FunctionDef)]
            definis[noeud.name] = bool(methodes) and all(_corps_bouchon(m) for m in methodes)
        elif isinstance(noeud, ast.Assign) and len(noeud.targets) == 1 and isinstance(noeud.targets[0], ast.Name):
            definis[noeud.targets[0].id] = _est_ellipse(noeud.value)
    return definis


def _corps_bouchon(fonction: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    corps = fonction.body[1:] if ast.get_docstring(fonction) is not None else fonction.body
    return len(corps) == 1 and isinstance(corps[0], ast.Expr) and _est_ellipse(corps[0].value)


def _est_ellipse(noeud: ast.expr) -> bool:
    return isinstance(noeud, ast.Constant) and noeud.value is ...


# --- la question ouverte, les paires, le total ------------------------------------------------------


def _bareme(contexte: Contexte, cellule: CelluleSource, question: QuestionOuverte) -> Iterator[Probleme]:
    region = REGION_BAREME.search(cellule.texte)
    if region is None:
        if "MARK SCHEME" in cellule.texte:
            yield contexte.probleme(cellule, "région MARK SCHEME non refermée.")
        return
    ecrites = re.findall(r"^\s*(?:[-*+]|\d+[.)])\s+(.+?)\s*$", region["corps"], re.M)
    voulues = [x.partition(" ")[2] for x in lignes_du_bareme(question)]
    if [_nu(x) for x in ecrites] != [_nu(x) for x in voulues]:
        phrase = "le barème écrit ici n'est pas celui de la question : retirez la région, elle est posée d'elle-même."
        yield contexte.probleme(cellule, phrase, cellule.texte.count("\n", 0, region.start()))


def _nu(ligne: str) -> str:
    """La ligne sans majuscules, espaces particulières ni ponctuation finale."""
    return " ".join(poser_les_espaces(ligne).casefold().split()).rstrip(" .;")


def _paires(contexte: Contexte, lisibles: list) -> Iterator[Probleme]:
    roles: dict[str, list[tuple[str, CelluleSource]]] = defaultdict(list)
    for cellule, exercice in lisibles:
        roles[exercice.identifiant].append((cellule.role, cellule))
    for identifiant, suite in roles.items():
        noms, premiere = [r for r, _ in suite], suite[0][1]
        exercice = next(e for c, e in lisibles if c is premiere)
        if isinstance(exercice, QuestionOuverte):
            attendus: tuple[list[str], ...] = (["question", "ouverte"],)
        elif exercice.optionnel:
            attendus = (["reponse"],)
        else:
            attendus = (["reponse", "note"],)
        if noms not in attendus:
            voulu = " puis ".join(attendus[0])
            pourquoi = " (un exercice optionnel n'est pas noté)" if getattr(exercice, "optionnel", False) else ""
            phrase = f"« {identifiant} » a les cellules {', '.join(noms)} : attendu {voulu}{pourquoi}."
            yield contexte.probleme(premiere, phrase)


def _total(contexte: Contexte, lisibles: list) -> Iterator[Probleme]:
    attendu = profil_de(contexte.carnet.nom).points
    total = sum(e.points for c, e in lisibles if c.role in ("note", "ouverte"))
    if attendu is not None and total != attendu:
        yield contexte.general(f"les cellules notées font {total:g} points : il en faut {attendu:g}.")
