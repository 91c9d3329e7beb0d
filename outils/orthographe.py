"""Relit l'orthographe de tout le français que voit une personne : `python -m outils.orthographe`.

Carnets, messages du paquet, fiches, référentiel, récit, corrigés, guides, README. Le dictionnaire est celui de hunspell
(paquet Debian `hunspell-fr`). Les mots que le cours emploie et qu'il ne connaît pas sont dans `outils/orthographe.txt`,
un par ligne : en minuscules, sauf les noms propres ; « mot @ chemin » n'admet le mot que là (une faute, un argot).
`--proposer` écrit les mots inconnus, à relire avant de les ajouter.
"""

from __future__ import annotations

import argparse
import ast
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

RACINE = Path(__file__).resolve().parent.parent
LISTE = Path(__file__).with_suffix(".txt")
DICTIONNAIRE = "fr"
GUIDES = ("README.md", "CONTRIBUTING.md", "referential/README.md", "guide/**/*.md")
YAML = (
    *("course/recit.yaml", "referential/**/*.yaml", "src/chatmairie/langue/*.yaml", "src/chatmairie/correction/*.yaml"),
    *("src/chatmairie/echecs/**/*.yaml", "src/chatmairie/atelier/*.yaml"),
)
PAROLES = {"corpus.yaml", "questions.yaml", "saisie.yaml"}
"""Ce que des personnes fictives tapent, fautes comprises."""
A_TAIRE = {"mot", "fichier", "lieu", "motif", "vagues", "messages", "lexique", "familier_aussi", "argots", "jargon"}
"""Les clés dont les valeurs ne sont pas des phrases du cours : argot cherché, motif, mot d'une liste."""
_MOT = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿœŒ]+(?:['’\-‑][A-Za-zÀ-ÖØ-öø-ÿœŒ]+)*")
_ELISION = re.compile(r"^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu|entr)['’]", re.I)
_A_EFFACER = (
    re.compile(r"^## In English$.*?(?=^## |\Z)", re.S | re.M),
    re.compile(r"```.*?```", re.S),
    re.compile(r"<(style|script|pre|code|svg)\b.*?</\1>", re.S | re.I),
    re.compile(r"<!--.*?-->", re.S),
    re.compile(r"<[^<>]*>"),
    re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)", re.S),
    re.compile(r"\b(?:https?|mailto|www)[:.]\S+"),
    re.compile(r"\[[^\]\n]*\]\((?=\S)[^)\s]*\)(?<=\))|\]\([^)\s]*\)"),
    re.compile(r"\S*[_/\\=@{}#]\S*"),
    re.compile(r"\S*\w\.\w\S*"),
    re.compile(r"\w*\d\w*"),
    re.compile(r"&\w+;"),
    re.compile(r"\"[^\"\s]{1,30}\""),
    re.compile(r"«\s*[\w.]+\s*»"),
    re.compile(r"\bpython -m [^:\n]*"),
)
_PHRASE = re.compile(
    r"(?:^|[\s'’(«])(?:l|d|qu|c|s|n|j|le|la|les|de|du|des|un|une|et|est|en|à|au|aux|pas|que|qui|pour|sur|par|avec|dans|"
    r"vous|votre|vos|il|elle|on|ce|cette|sans|plus|ne|son|sa|ses)(?:[\s'’]|$)",
    re.I,
)


_CODE = re.compile(r"[{}<>;]\s*\w+\s*:|\\[bwsd]|^\s*(?:import|from|def) |[=(]\s*[\"\[{]")
"""Une feuille de style, une expression rationnelle, une ligne de Python : pas une phrase."""


_EXPRESSIONS = frozenset({"compile", "search", "match", "fullmatch", "findall", "sub"})


_TROU = re.compile(r"\{\w*:?=?|[|}]")
"""Ce qui entoure les mots d'un accord (« {n:dossier refusé|dossiers refusés} »), dans une fiche."""


class OutilAbsent(RuntimeError):
    """hunspell, ou son dictionnaire français, n'est pas installé."""


def textes(racine: Path) -> Iterator[tuple[str, str]]:
    """(lieu, texte) de tout ce qui est à relire."""
    from chatmairie.carnets.banque import DOSSIER, paragraphes, sections
    from chatmairie.carnets.source import lire_source, trouver_les_carnets

    for chemin in trouver_les_carnets(racine / "course"):
        for cellule in lire_source(chemin).cellules:
            lieu = f"{chemin.relative_to(racine)}:{cellule.ligne_texte}"
            if cellule.genre == "markdown":
                yield lieu, cellule.texte
            else:
                commentaires = re.findall(r"#\s(?!%%|###)(.*)", cellule.texte)
                yield lieu, "\n".join(c for c in commentaires if _PHRASE.search(c) and not _CODE.search(c))
                yield from _chaines(cellule.texte, lieu)
    for chemin in sorted((racine / "src" / "chatmairie").rglob("*.py")):
        lieu = str(chemin.relative_to(racine))
        yield from _chaines(chemin.read_text(encoding="utf-8"), lieu)
    for motif in YAML:
        for chemin in sorted(c for c in racine.glob(motif) if c.name not in PAROLES):
            lieu = str(chemin.relative_to(racine))
            yield from ((lieu, _TROU.sub(" ", texte)) for texte in _valeurs(chemin))
    for chemin in sorted((racine / DOSSIER).glob("*/*.py")):
        for section in (s for s in sections(chemin) if s.nom == "[markdown]"):
            yield str(chemin.relative_to(racine)), "\n".join(paragraphes(section))
    for motif in GUIDES:
        for chemin in sorted(racine.glob(motif)):
            yield str(chemin.relative_to(racine)), chemin.read_text(encoding="utf-8")


def _chaines(code: str, lieu: str) -> Iterator[tuple[str, str]]:
    """Les phrases écrites dans un code Python, docstrings exceptées."""
    try:
        arbre = ast.parse(code)
    except SyntaxError:
        return
    identifiants = _identifiants(arbre)
    a_laisser = set(_docstrings(arbre)) | set(_cles_et_listes(arbre))
    for noeud in ast.walk(arbre):
        if id(noeud) in a_laisser:
            continue
        if isinstance(noeud, ast.JoinedStr):
            parties = [p.value if isinstance(p, ast.Constant) else "0" for p in noeud.values]
            a_laisser |= {id(p) for p in noeud.values}
            phrase = "".join(map(str, parties))
        elif isinstance(noeud, ast.Constant) and isinstance(noeud.value, str):
            phrase = noeud.value
        else:
            continue
        if _PHRASE.search(phrase) and not _CODE.search(phrase):
            yield f"{lieu}:{noeud.lineno}", _MOT.sub(lambda m: " " if m.group() in identifiants else m.group(), phrase)


def _identifiants(arbre: ast.AST) -> set[str]:
    """Les noms de ce code : un message peut les citer sans accents (« ecarter : la table rendue … »)."""
    noms: set[str] = set()
    for noeud in ast.walk(arbre):
        for attribut in ("id", "name", "arg", "attr"):
            valeur = getattr(noeud, attribut, None)
            if isinstance(valeur, str):
                noms |= {valeur, *valeur.split("_")}
    return noms


def _docstrings(arbre: ast.AST) -> Iterator[int]:
    for noeud in ast.walk(arbre):
        corps = getattr(noeud, "body", None)
        if isinstance(corps, list) and corps and isinstance(corps[0], ast.Expr):
            yield id(corps[0].value)


def _cles_et_listes(arbre: ast.AST) -> Iterator[int]:
    """Les clés d'un dictionnaire, les ensembles et les listes de mots : ce que le code compare, sans accents."""
    for noeud in ast.walk(arbre):
        if isinstance(noeud, ast.Dict):
            yield from (id(c) for c in noeud.keys if c is not None)
        elif isinstance(noeud, ast.Set):
            yield from (id(e) for e in noeud.elts)
        elif isinstance(noeud, ast.Attribute) and noeud.attr == "split":
            yield id(noeud.value)
        elif isinstance(noeud, ast.Call) and isinstance(noeud.func, ast.Attribute) and noeud.func.attr in _EXPRESSIONS:
            yield from (id(a) for a in noeud.args)
        elif isinstance(noeud, (ast.Tuple, ast.List)) and len(noeud.elts) > 8:
            mots_simples = [e for e in noeud.elts if isinstance(e, ast.Constant) and str(e.value).islower()]
            if len(mots_simples) == len(noeud.elts):  # une liste de formes sans accents, que le code compare
                yield from (id(e) for e in noeud.elts)


def _valeurs(chemin: Path) -> Iterator[str]:
    """Les textes d'un fichier YAML, de plus d'un mot."""
    import yaml

    def parcourir(valeur: object, cle: str = "") -> Iterator[str]:
        if isinstance(valeur, dict):
            for c, v in valeur.items():
                yield from () if c in A_TAIRE else parcourir(v, str(c))
        elif isinstance(valeur, list):
            for v in valeur:
                yield from parcourir(v, cle)
        elif isinstance(valeur, str) and cle not in A_TAIRE and " " in valeur:
            yield valeur

    yield from parcourir(yaml.safe_load(chemin.read_text(encoding="utf-8")))


def mots(texte: str) -> Iterator[str]:
    """Les mots d'un texte, sans code, adresses ni identifiants ; une élision (« l' ») est détachée."""
    texte = re.sub(r"\*\*|\*(?=\w)|(?<=\w)\*", "", texte.replace("’", "'"))
    for motif in _A_EFFACER:
        texte = motif.sub(" ", texte)
    for trouve in _MOT.findall(texte.replace("\u00ad", "")):
        mot = trouve.replace("‑", "-").strip("-'")
        while _ELISION.match(mot):
            mot = _ELISION.sub("", mot)
        if len(mot) > 1 and not mot.isupper() and not re.search(r"[a-zà-ÿ][A-ZÀ-Ö]", mot):
            yield mot


def inconnus(candidats: Iterable[str]) -> set[str]:
    """Ceux que hunspell ne connaît pas, en entier ou par leurs morceaux (« porte-à-faux »). Lève `OutilAbsent`."""
    if shutil.which("hunspell") is None:
        raise OutilAbsent("hunspell est introuvable : apt-get install hunspell hunspell-fr")
    entiers = _refuses(set(candidats))
    admis = lire_la_liste()
    morceaux = {
        m: [p for p in m.split("-") if len(p) > 1 and p not in admis and p.lower() not in admis] for m in entiers
    }
    refuses = _refuses({p for parties in morceaux.values() for p in parties})
    return {m for m, parties in morceaux.items() if any(p in refuses for p in parties) or m in refuses}


def _refuses(a_voir: set[str]) -> set[str]:
    """Parmi ces mots, ceux du dictionnaire exceptés (un mot en tête de phrase peut y être en minuscules)."""
    if not a_voir:
        return set()
    formes = sorted(a_voir | {m.lower() for m in a_voir})
    fini = subprocess.run(
        ["hunspell", "-d", DICTIONNAIRE, "-i", "utf-8", "-l"],
        input="\n".join(formes) + "\n", capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    if fini.returncode or "Can't open" in fini.stderr:
        raise OutilAbsent(
            f"Le dictionnaire français de hunspell manque : apt-get install hunspell-fr ({fini.stderr.strip()})"
        )
    rendus = set(fini.stdout.split())
    return {m for m in a_voir if m in rendus and m.lower() in rendus}


def lire_la_liste(chemin: Path = LISTE) -> dict[str, tuple[str, ...]]:
    """Mot admis -> débuts des lieux où il l'est (« » : partout)."""
    lignes = (ligne.partition("#")[0].strip() for ligne in chemin.read_text(encoding="utf-8").splitlines())
    coupees = (ligne.partition(" @ ") for ligne in lignes if ligne)
    liste: dict[str, tuple[str, ...]] = {}
    for mot, _, lieu in coupees:
        liste[mot.strip()] = (*liste.get(mot.strip(), ()), lieu.strip())
    return liste


def relire(racine: Path = RACINE) -> dict[str, list[str]]:
    """Mot inconnu -> les lieux où il est écrit."""
    lieux: dict[str, list[str]] = defaultdict(list)
    admis = lire_la_liste()
    for lieu, texte in textes(racine):
        for mot in dict.fromkeys(mots(texte)):
            if not lieu.startswith(admis.get(mot, admis.get(mot.lower(), "\0"))):
                lieux[mot].append(lieu)
    return {m: lieux[m] for m in sorted(inconnus(lieux), key=str.lower)}


def principal(arguments: list[str] | None = None) -> int:
    analyse = argparse.ArgumentParser(description="Relit l'orthographe de tout le français que voit une personne.")
    analyse.add_argument("--proposer", action="store_true", help="n'écrit que les mots, un par ligne")
    analyse.add_argument("--racine", type=Path, default=RACINE, help="le projet à relire (par défaut : celui-ci)")
    choix = analyse.parse_args(arguments)
    try:
        trouves = relire(choix.racine.resolve())
    except OutilAbsent as absent:
        print(absent, file=sys.stderr)
        return 1
    for mot, lieux in trouves.items():
        print(mot if choix.proposer else f"« {mot} » : {', '.join(lieux[:3])}{' …' if len(lieux) > 3 else ''}")
    if not choix.proposer:
        print(f"{len(trouves)} mot(s) inconnu(s). S'ils sont justes, ajoutez-les à {LISTE.relative_to(RACINE)}.")
    return min(1, len(trouves))


if __name__ == "__main__":
    sys.exit(principal())
