"""Juger la banque de réponses : charger, exécuter le texte d'une réponse, la juger sans refaire tourner son code.

`banque/<module>/<exercice>.py` a une section par réponse, le texte d'une cellule comme un élève l'écrirait. L'en-tête
dit ce qu'on en attend :

    # %% faux_mercredi_a_l_agent tient=forme visibles=tout grave famille=refus_automatique mot="n'a lu le dossier"

tient : les contrôles qui tiennent, dans les mondes de notation (`tout`, `rien`). visibles : ceux qui tiennent sur le
monde public, si ce ne sont pas les mêmes. grave : quelqu'un est lésé ; `grave=ailleurs` : dans les mondes cachés.
famille : celle de la première erreur, « erreur » quand le code s'arrête, rien si tout tient. mot : ce que la carte dit
(« tient », si rien n'est écrit). Les points n'y sont pas : ils se comptent d'après les contrôles de l'exercice.
La réponse « vide », la cellule distribuée, n'est pas écrite : elle est tirée de l'énoncé.
"""

from __future__ import annotations

import ast
import copy
import os
import warnings
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from chatmairie.carnets.banque import DOSSIER, Section, fichier, reponses
from chatmairie.echecs import catalogue
from chatmairie.juge import jugement
from chatmairie.juge.execution import Execution
from chatmairie.juge.exercice import Exercice, Sujet

RACINE = Path(__file__).resolve().parents[1]
REPONSES = RACINE / DOSSIER
ESSAIS = REPONSES / "essais"
COURS = RACINE / "course"
TOUT, RIEN, AILLEURS = "tout", "rien", "ailleurs"
NON_TRAITE, ERREUR = "non_traite", "erreur"


@dataclass(frozen=True)
class Reponse:
    """Une réponse de la banque, et ce qu'on en attend : les contrôles qui tiennent partout, et ici."""

    exercice: str
    nom: str
    texte: str
    tient: tuple[str, ...] = ()
    tient_ici: tuple[str, ...] = ()
    grave: bool = False
    grave_ici: bool = False
    famille: str = ""
    mot: str = ""

    @property
    def genre(self) -> str:
        """« juste », « faux », « vide » ou « triche »."""
        return self.nom.split("_")[0]

    @property
    def points(self) -> float:
        """Les points du jugement de notation (données publiques et cachées)."""
        return points(self.exercice, self.tient, self.grave)

    @property
    def visibles(self) -> float:
        """Les points des seules données publiques."""
        return points(self.exercice, self.tient_ici, self.grave_ici)

    def __str__(self) -> str:
        return f"{self.exercice}/{self.nom}"


def points(identifiant: str, tient: Iterable[str], grave: bool) -> float:
    """Les points des contrôles qui tiennent ; si quelqu'un est lésé, pas plus que le plafond."""
    exercice = catalogue.exercice(identifiant)
    somme = float(sum(c.points for c in exercice.controles if c.code in tient))
    return min(somme, jugement.plafond(exercice)) if grave else somme


def identifiants() -> list[str]:
    """Les exercices de la banque, dans l'ordre du carnet."""
    return [i for i in catalogue.tous() if fichier(REPONSES, i).is_file()]


@cache
def charger(identifiant: str) -> tuple[Reponse, ...]:
    """Les réponses d'un exercice, la vide comprise. Lève `ValueError` si un en-tête ne se lit pas."""
    distribuee = distribuees(carnet_de(identifiant))[identifiant]
    vide = Reponse(identifiant, "vide", distribuee, famille=NON_TRAITE, mot="encore écrit")
    lues = (*(_lire(identifiant, s) for s in reponses(fichier(REPONSES, identifiant))), vide)
    if len({r.nom for r in lues}) != len(lues):
        raise ValueError(f"{identifiant} : deux réponses ont le même nom.")
    return lues


def reponse(identifiant: str, nom: str) -> Reponse:
    """La réponse de ce nom. Lève `LookupError` si la banque ne l'a pas."""
    for lue in charger(identifiant):
        if lue.nom == nom:
            return lue
    raise LookupError(f"La banque n'a pas de réponse « {nom} » pour {identifiant}.")


def _lire(identifiant: str, section: Section) -> Reponse:
    attributs = {"tient": "", "famille": "", "mot": "tient", **section.attributs}
    tient = attributs.pop("tient")
    visibles, grave = attributs.pop("visibles", tient), attributs.pop("grave", None)
    if inconnus := attributs.keys() - {"famille", "mot"}:
        raise ValueError(f"{identifiant}/{section.nom} : attribut inconnu « {sorted(inconnus)[0]} ».")
    return Reponse(
        identifiant,
        section.nom,
        section.texte,
        tient=_codes(identifiant, section.nom, tient),
        tient_ici=_codes(identifiant, section.nom, visibles),
        grave=grave is not None,
        grave_ici=grave == "",
        **attributs,
    )


def _codes(identifiant: str, nom: str, ecrits: str) -> tuple[str, ...]:
    """Les contrôles que nomme un en-tête, dans l'ordre de l'exercice."""
    connus = tuple(c.code for c in catalogue.exercice(identifiant).controles)
    if ecrits in (TOUT, RIEN):
        return connus if ecrits == TOUT else ()
    dits = ecrits.split(",")
    if inconnus := set(dits) - set(connus):
        raise ValueError(f"{identifiant}/{nom} : aucun contrôle « {sorted(inconnus)[0]} » ({', '.join(connus)}).")
    return tuple(code for code in connus if code in dits)


def toutes() -> list[Reponse]:
    """Toutes les réponses de tous les exercices."""
    return [r for i in identifiants() for r in charger(i)]


def justes(identifiant: str) -> list[Reponse]:
    return [r for r in charger(identifiant) if r.genre == "juste"]


# --- les carnets --------------------------------------------------------------------------------------


@cache
def _sources() -> Mapping[Path, Any]:
    """Les sources des carnets qui ont des exercices, dans l'ordre du cours."""
    from chatmairie.carnets.source import lire_source, trouver_les_carnets

    lues = {chemin: lire_source(chemin) for chemin in trouver_les_carnets(COURS)}
    return {chemin: lu for chemin, lu in lues.items() if any(c.exercice for c in lu.cellules)}


def carnets() -> list[Path]:
    """Les sources des carnets qui ont des exercices, dans l'ordre du cours."""
    return list(_sources())


@cache
def carnet_de(identifiant: str) -> Path:
    """La source du carnet qui porte cet exercice. Lève `LookupError` si aucun ne le porte."""
    for chemin, lu in _sources().items():
        if any(c.exercice == identifiant for c in lu.cellules):
            return chemin
    raise LookupError(f"Aucun carnet ne porte l'exercice « {identifiant} ».")


def exercices_du_carnet(carnet: Path) -> list[str]:
    """Les exercices de la banque que porte ce carnet, dans l'ordre."""
    return [i for i in identifiants() if carnet_de(i) == carnet]


def carnet_du_formateur(carnet: Path) -> Any:
    """Ce carnet, solutions et tests cachés compris, fait à partir de sa source sans l'exécuter."""
    from chatmairie.carnets.metadonnees import catalogue_du_cours, developper

    return developper(_sources()[carnet], catalogue_du_cours())


def copie_de_l_eleve(carnet: Path) -> Any:
    """Ce carnet tel qu'un élève le reçoit, fait à partir de sa source."""
    from chatmairie.carnets.copie import preparer_copie

    return preparer_copie(carnet_du_formateur(carnet))


@cache
def distribuees(carnet: Path) -> Mapping[str, str]:
    """Exercice -> sa cellule de réponse, telle qu'un élève la reçoit. Seules ces cellules du carnet sont préparées."""
    from chatmairie.carnets.copie import preparer_copie
    from chatmairie.carnets.metadonnees import catalogue_du_cours, developper

    lu = _sources()[carnet]
    cellules = tuple(c for c in lu.cellules if c.role == "reponse")
    copie = preparer_copie(developper(replace(lu, cellules=cellules), catalogue_du_cours()))
    return {str(c.exercice): d.source.rstrip("\n") for c, d in zip(cellules, copie.cells, strict=True)}


# --- exécuter le texte d'une cellule --------------------------------------------------------------------

PREPARATIONS = ("rejeu = ", "archives = ", "donnees = ")
"""Le début des cellules dont une réponse peut avoir besoin, avec la première (les imports)."""


@cache
def _preparations(carnet: Path) -> tuple[Any, ...]:
    """La première cellule de code du carnet puis ses cellules de préparation, sans ce qu'elles affichent."""
    import jupytext

    cellules = [c for c in jupytext.read(carnet, fmt="py:percent").cells if c.cell_type == "code"]
    codes = []
    for rang, cellule in enumerate(cellules):
        if rang and not cellule.source.startswith(PREPARATIONS):
            continue
        arbre = ast.parse(cellule.source)
        arbre.body = [n for n in arbre.body if not isinstance(n, ast.Expr)]
        codes.append(compile(arbre, str(carnet), "exec"))
    return tuple(codes)


@cache
def _prepare(carnet: Path, graine: int | None) -> Mapping[str, Any]:
    imports, *suite = _preparations(carnet)
    espace: dict[str, Any] = {"__name__": "reponse"}
    exec(imports, espace)  # le texte du cours
    if graine is not None:
        espace["GRAINE"] = graine
    for code in suite:
        exec(code, espace)  # le texte du cours
    return espace


def espace_du_carnet(carnet: Path, graine: int | None = None) -> dict[str, Any]:
    """Ce qu'un élève a sous la main : les imports du carnet, `GRAINE`, et les tables du rejeu (des copies)."""
    return {nom: _copie(valeur) for nom, valeur in _prepare(carnet, graine).items()}


def _copie(valeur: Any) -> Any:
    import pandas as pd

    if isinstance(valeur, (pd.DataFrame, pd.Series)):
        return valeur.copy()
    if is_dataclass(valeur) and not isinstance(valeur, type):
        tables = {
            c.name: getattr(valeur, c.name).copy()
            for c in fields(valeur)
            if isinstance(getattr(valeur, c.name), (pd.DataFrame, pd.Series))
        }
        neuf = copy.copy(valeur)
        for nom, table in tables.items():
            object.__setattr__(neuf, nom, table)
        return neuf
    return valeur


def executer(reponse: Reponse, espace: dict[str, Any] | None = None) -> dict[str, Any]:
    """Exécute la cellule dans cet espace (neuf par défaut) et rend les productions de l'exercice."""
    espace = espace_du_carnet(carnet_de(reponse.exercice)) if espace is None else espace
    exec(compile(reponse.texte, f"<{reponse}>", "exec"), espace)  # le texte de la banque
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


def rejuger(enregistre: Enregistrement, exercice: Exercice | None = None, publics: bool = False) -> jugement.Jugement:
    """Le jugement de ce qui a été enregistré, par le vrai `juger` : seul le code de l'élève n'est pas refait.

    exercice : pour juger avec d'autres contrôles. publics : sur le sujet public seulement.
    """
    cle = (str(enregistre.reponse), publics, os.environ.get(jugement.VARIABLE_SECRET))
    if exercice is None and cle in _JUGES:
        return _JUGES[cle]
    juge = exercice or catalogue.exercice(enregistre.reponse.exercice)
    sujets = jugement.sujets_de_notation(catalogue.exercice(juge.identifiant))
    rendu = rejuger_sur(juge, enregistre.productions, sujets[: 1 if publics else None], enregistre.executions)
    if exercice is None:
        _JUGES[cle] = rendu
    return rendu


_JUGES: dict[tuple[str, bool, str | None], jugement.Jugement] = {}


def rejuger_sur(
    exercice: Exercice, productions: Mapping[str, Any], sujets: Sequence[Sujet], executions: Iterable[Execution]
) -> jugement.Jugement:
    """`juger`, sur des exécutions déjà faites (une par sujet)."""
    suite = iter(executions)

    def rendre(_productions: Any, _entrees: Any) -> Any:
        execution = next(suite)
        for message in execution.avertissements:
            warnings.warn(message, stacklevel=2)
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


def carte(rendu: jugement.Jugement, publics: bool = False) -> str:
    """Le texte de la carte que voit l'élève."""
    from chatmairie.atelier.cartes_de_jugement import carte_du_jugement

    exercice = catalogue.exercice(rendu.verdict.exercice)
    sujets = "publics" if publics else "notation"
    return carte_du_jugement(exercice, rendu, mode="noter", sujets=sujets, indices_lus=0).corps_texte()
