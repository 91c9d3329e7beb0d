"""La banque de réponses : la charger, exécuter le texte d'une réponse, la juger sans refaire tourner son code.

Un fichier `tests/reponses/<exercice>/<nom>.py` est le texte d'une cellule de réponse, comme un élève
l'écrirait. `attendu.csv` dit ce qu'elle obtient : points du jugement de notation (données publiques et
cachées), points visibles (publiques seules), famille de la première erreur (vide si la réponse est juste ;
« non_traite », « erreur » quand le code s'arrête), et un mot que la carte doit contenir.

    python -m tests.banque.banque        refait les réponses vides quand l'énoncé a changé
"""

from __future__ import annotations

import ast
import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from chatmairie import catalogue, jugement
from chatmairie.execution import Execution
from chatmairie.exercice import Exercice, Sujet, vers_grade_id

RACINE = Path(__file__).resolve().parents[2]
REPONSES = RACINE / "tests" / "reponses"
CARNET = RACINE / "course" / "02_donnees" / "02_donnees.py"
ATTENDU = "attendu.csv"
NON_TRAITE, ERREUR = "non_traite", "erreur"


@dataclass(frozen=True)
class Reponse:
    """Une réponse de la banque, et ce qu'elle doit obtenir."""

    exercice: str
    nom: str
    texte: str
    points: float
    visibles: float
    famille: str
    mot: str

    @property
    def genre(self) -> str:
        """« juste », « faux », « vide » ou « triche »."""
        return self.nom.split("_")[0]

    def __str__(self) -> str:
        return f"{self.exercice}/{self.nom}"


def identifiants() -> list[str]:
    """Les exercices de la banque, dans l'ordre du carnet."""
    return [i for i in catalogue.tous() if (REPONSES / i).is_dir()]


@cache
def charger(identifiant: str) -> tuple[Reponse, ...]:
    """Les réponses d'un exercice. Lève `ValueError` si un fichier et `attendu.csv` ne se correspondent pas."""
    dossier = REPONSES / identifiant
    with (dossier / ATTENDU).open(encoding="utf-8", newline="") as entree:
        lignes = list(csv.DictReader(entree, delimiter=";"))
    noms = [ligne["reponse"] for ligne in lignes]
    fichiers = {f.stem for f in dossier.glob("*.py")}
    if len(set(noms)) != len(noms) or set(noms) != fichiers:
        raise ValueError(f"{identifiant} : attendu.csv et les fichiers diffèrent : {sorted(set(noms) ^ fichiers)}.")
    return tuple(
        Reponse(
            exercice=identifiant,
            nom=ligne["reponse"],
            texte=(dossier / f"{ligne['reponse']}.py").read_text(encoding="utf-8").rstrip("\n"),
            points=float(ligne["points"]),
            visibles=float(ligne["visibles"]),
            famille=ligne["famille"],
            mot=ligne["mot"],
        )
        for ligne in lignes
    )


def toutes() -> list[Reponse]:
    """Toutes les réponses de tous les exercices."""
    return [r for i in identifiants() for r in charger(i)]


def justes(identifiant: str) -> list[Reponse]:
    return [r for r in charger(identifiant) if r.genre == "juste"]


def carnet_du_formateur() -> Any:
    """Le carnet du module 02, solutions et tests cachés compris, fait à partir de sa source sans l'exécuter."""
    from chatmairie.carnets.metadonnees import catalogue_du_cours, developper
    from chatmairie.carnets.source import lire_source

    return developper(lire_source(CARNET), catalogue_du_cours())


# --- exécuter le texte d'une cellule --------------------------------------------------------------------


@cache
def _imports_du_carnet() -> Any:
    """La première cellule de code du carnet, sans ce qu'elle affiche."""
    import jupytext

    carnet = jupytext.read(CARNET, fmt="py:percent")
    premiere = next(c for c in carnet.cells if c.cell_type == "code")
    arbre = ast.parse(premiere.source)
    arbre.body = [n for n in arbre.body if not isinstance(n, ast.Expr)]
    return compile(arbre, str(CARNET), "exec")


@cache
def _imports() -> Mapping[str, Any]:
    espace: dict[str, Any] = {"__name__": "reponse"}
    exec(_imports_du_carnet(), espace)  # noqa: S102 - le texte du cours
    return espace


def espace_du_carnet(graine: int | None = None) -> dict[str, Any]:
    """Ce qu'un élève a sous la main : les imports du carnet, `GRAINE`, `rejeu` et `archives` (des copies)."""
    espace = dict(_imports())
    if graine is not None:
        espace["GRAINE"] = graine
    espace["rejeu"] = espace["rejouer"](espace["GRAINE"])
    espace["archives"] = _archives(espace["GRAINE"]).copy()
    return espace


@cache
def _archives(graine: int) -> Any:
    espace = _imports()
    return espace["normaliser"](espace["rejouer"](graine).archives)


def executer(reponse: Reponse, espace: dict[str, Any] | None = None) -> dict[str, Any]:
    """Exécute la cellule dans cet espace (neuf par défaut) et rend les productions de l'exercice."""
    espace = espace_du_carnet() if espace is None else espace
    exec(compile(reponse.texte, f"<{reponse}>", "exec"), espace)  # noqa: S102 - le texte de la banque
    return {nom: espace[nom] for nom in catalogue.exercice(reponse.exercice).productions}


# --- juger une réponse déjà enregistrée -----------------------------------------------------------------


@dataclass(frozen=True)
class Enregistrement:
    """Une réponse, et ce que son code a rendu sur chaque sujet de notation (le premier est le sujet public)."""

    reponse: Reponse
    productions: Mapping[str, Any]
    executions: tuple[Execution, ...]


def enregistrer(reponse: Reponse) -> Enregistrement:
    """Fait tourner le code une fois par sujet de notation."""
    exercice = catalogue.exercice(reponse.exercice)
    productions = executer(reponse)
    sujets = () if reponse.genre == "vide" else jugement.sujets_de_notation(exercice)
    return Enregistrement(reponse, productions, tuple(jugement.repondre(exercice, productions, s) for s in sujets))


def rejuger(
    enregistre: Enregistrement, exercice: Exercice | None = None, publics: bool = False
) -> jugement.Jugement:
    """Le jugement de ce qui a été enregistré, par le vrai `juger` : seul le code de l'élève n'est pas refait.

    exercice : pour juger avec d'autres contrôles. publics : sur le sujet public seulement.
    """
    cle = (str(enregistre.reponse), publics)
    if exercice is None and cle in _JUGES:
        return _JUGES[cle]
    juge = exercice or catalogue.exercice(enregistre.reponse.exercice)
    sujets = jugement.sujets_de_notation(catalogue.exercice(juge.identifiant))
    rendu = rejuger_sur(juge, enregistre.productions, sujets[: 1 if publics else None], enregistre.executions)
    if exercice is None:
        _JUGES[cle] = rendu
    return rendu


_JUGES: dict[tuple[str, bool], jugement.Jugement] = {}


def rejuger_sur(
    exercice: Exercice, productions: Mapping[str, Any], sujets: Sequence[Sujet], executions: Iterable[Execution]
) -> jugement.Jugement:
    """`juger`, sur des exécutions déjà faites (une par sujet)."""
    suite = iter(executions)

    def rendre(_productions: Any, _entrees: Any) -> Any:
        execution = next(suite)
        if execution.erreur is not None:
            raise execution.erreur
        return execution.valeur

    sans_entrees = [Sujet({}, s.verite, s.nom) for s in sujets]
    return jugement.juger(replace(exercice, repondre=rendre), productions, sans_entrees)


def famille(rendu: jugement.Jugement) -> str:
    """La famille de la première erreur dite ; vide si tout est juste."""
    if rendu.verdict.statut == "non traité":
        return NON_TRAITE
    if rendu.execution is not None:
        return ERREUR
    return next((e.constat.famille for e in rendu.verdict.echecs if e.constat.phrase), "")


def copie_de_l_eleve() -> Any:
    """Le carnet du module 02 tel qu'un élève le reçoit, fait à partir de sa source."""
    from chatmairie.carnets.copie import preparer_copie

    return preparer_copie(carnet_du_formateur())


def refaire_les_vides() -> list[str]:
    """Réécrit chaque `vide.py` : la cellule de réponse telle qu'elle est distribuée. Rend ceux qui ont changé."""
    cellules = {c.metadata["nbgrader"]["grade_id"]: c for c in copie_de_l_eleve().cells if "nbgrader" in c.metadata}
    changes = []
    for identifiant in identifiants():
        fichier = REPONSES / identifiant / "vide.py"
        texte = cellules[vers_grade_id(identifiant)].source.rstrip("\n") + "\n"
        if fichier.read_text(encoding="utf-8") != texte:
            fichier.write_text(texte, encoding="utf-8")
            changes.append(identifiant)
    return changes


def carte(rendu: jugement.Jugement, publics: bool = False) -> str:
    """Le texte de la carte que voit l'élève."""
    from chatmairie.cartes_de_jugement import carte_du_jugement

    exercice = catalogue.exercice(rendu.verdict.exercice)
    sujets = "publics" if publics else "notation"
    return carte_du_jugement(exercice, rendu, mode="noter", sujets=sujets, indices_lus=0).corps_texte()


if __name__ == "__main__":
    print("Réponses vides refaites :", ", ".join(refaire_les_vides()) or "aucune n'avait changé")
