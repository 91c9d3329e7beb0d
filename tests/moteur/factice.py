"""Un petit catalogue factice : quatre exercices, une question ouverte, deux paris. Rien de cela n'est dans le cours."""

from __future__ import annotations

import sys
import tempfile
import types
import warnings
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from chatmairie.juge import formes
from chatmairie.juge.exercice import (
    CheminSansCode,
    Constat,
    Controle,
    Entrees,
    Exercice,
    Mondes,
    Option,
    Prevision,
    Productions,
    QuestionOuverte,
    Reponse,
    Sujet,
)
from chatmairie.juge.jugement import controle_de_forme

INDICES = ("Qui attend en vain ?", "Une règle par personne.", "Une fonction qui rend une colonne.")


# --- une production : doubler les places, sans oublier les demandes négatives (des annulations) -------------


def _sujet_doubler(hasard, monde: int) -> Sujet:
    places = pd.Series(hasard.integers(-50, 50, 40) * monde, index=[f"d{i}" for i in range(40)], name="places")
    return Sujet(entrees={"places": places}, verite={"attendu": (places * 2).tolist(), "places": places.tolist()})


def _repondre_doubler(productions: Productions, entrees: Entrees) -> Reponse:
    places = entrees["places"]
    index = places.index.copy()
    rendu = formes.fonction(productions["doubler"], "doubler")(places)
    return {"doubles": formes.colonne(rendu, "doubler", index).tolist()}


def _tous_doubles(sujet: Sujet, reponse: Reponse) -> Constat | None:
    faux = sum(a != b for a, b in zip(sujet.verite["attendu"], reponse["doubles"], strict=True))
    if not faux:
        return None
    return Constat("pas_double", f"{faux} familles n'ont pas leurs deux places.", f"{faux} sur 40", leses=float(faux))


def _signe_garde(sujet: Sujet, reponse: Reponse) -> Constat | None:
    perdus = sum((a < 0) != (b < 0) for a, b in zip(sujet.verite["places"], reponse["doubles"], strict=True))
    return (
        Constat("signe", f"{perdus} annulations sont devenues des inscriptions.", leses=float(perdus))
        if perdus
        else None
    )


DOUBLER = Exercice(
    identifiant="essai.doubler",
    rang=1,
    titre="Doubler les places",
    niveau=3,
    duree_min=3,
    criteres=(),
    indices=INDICES,
    productions=("doubler",),
    mondes=Mondes(public=1, mute=lambda hasard: 7),
    sujet=_sujet_doubler,
    repondre=_repondre_doubler,
    controles=(
        controle_de_forme(0.5),
        Controle("tous_doubles", 1.0, _tous_doubles, ("forme",), "chaque famille a ses places"),
        Controle("signe", 0.75, _signe_garde, ("tous_doubles",), "les annulations restent des annulations"),
    ),
)


# --- deux productions ---------------------------------------------------------------------------------------


def _repondre_deux(productions: Productions, entrees: Entrees) -> Reponse:
    trier = formes.fonction(productions["trier"], "trier")
    return {"seuil": productions["SEUIL"], "gardes": formes.liste(trier(entrees["ages"]), "trier")}


DEUX = Exercice(
    identifiant="essai.deux",
    rang=2,
    titre="Un seuil et un tri",
    niveau=2,
    duree_min=3,
    criteres=(),
    indices=INDICES,
    productions=("SEUIL", "trier"),
    mondes=Mondes(public=3, mute=lambda hasard: 5),
    sujet=lambda hasard, monde: Sujet({"ages": hasard.integers(0, 12, 20).tolist()}, {"monde": monde}),
    repondre=_repondre_deux,
    controles=(
        Controle(
            "seuil",
            0.25,
            lambda s, r: None if r["seuil"] == 3 else Constat("seuil", "Des enfants de 3 ans sont refusés."),
        ),
        Controle(
            "tri",
            1.25,
            lambda s, r: None if r["gardes"] == sorted(r["gardes"]) else Constat("tri", "Le premier passe après."),
        ),
    ),
)


# --- avec un chemin sans code -------------------------------------------------------------------------------


def _repondre_colonnes(productions: Productions, entrees: Entrees) -> Reponse:
    return {"garder": formes.dictionnaire(productions["COLONNES"], "COLONNES")}


def _produire(decisions: Mapping[str, Any]) -> Productions:
    return {"COLONNES": {c: decisions["raison"] for c in decisions["garder"]}}


COLONNES = Exercice(
    identifiant="essai.colonnes",
    rang=3,
    titre="Choisir des colonnes",
    niveau=1,
    duree_min=2,
    criteres=(),
    indices=INDICES,
    productions=("COLONNES",),
    mondes=Mondes(public=1, mute=lambda hasard: 2),
    sujet=lambda hasard, monde: Sujet({"colonnes": ["age", "jour"]}, {}),
    repondre=_repondre_colonnes,
    controles=(
        controle_de_forme(0.25),
        Controle(
            "sans_jour",
            0.75,
            lambda s, r: Constat("jour", "Léa, refusée un mardi.") if "jour" in r["garder"] else None,
            ("forme",),
        ),
    ),
    choix=CheminSansCode(
        options={
            "garder": Option(
                "Quelles colonnes garder ?", {"age": "l'âge de l'enfant", "jour": "le jour du dépôt"}, plusieurs=True
            ),
            "raison": Option("Pourquoi ?", {"regle": "une règle le demande", "au_cas_ou": "cela peut servir"}),
        },
        produire=_produire,
        exemple='COLONNES = choisir("essai.colonnes", garder=["…"], raison="…")',
    ),
)

# --- un juge dont une bibliothèque avertit -------------------------------------------------------------------


def _avertir(_sujet: Sujet, _reponse: Reponse) -> Constat | None:
    warnings.warn("bruit du juge", stacklevel=1)
    return None


BRUYANT = Exercice(
    identifiant="essai.juge_bruyant",
    rang=4,
    titre="Un juge bruyant",
    niveau=1,
    duree_min=1,
    criteres=(),
    indices=INDICES,
    productions=("REPONSE",),
    mondes=Mondes(public=1, mute=lambda hasard: 2),
    sujet=lambda hasard, monde: Sujet({}, {}),
    repondre=lambda productions, entrees: {"reponse": productions["REPONSE"]},
    controles=(Controle("avertir", 0.25, _avertir),),
)

OUVERTE = QuestionOuverte(
    identifiant="essai.ouverte",
    rang=5,
    titre="Écrire à la famille",
    mots_max=8,
    duree_min=5,
    criteres=(),
    indicateurs=tuple((f"La copie dit {i}.", f"Dites-vous {i} ?") for i in range(6)),
)

EXERCICES = (DOUBLER, DEUX, COLONNES, BRUYANT, OUVERTE)

PARIS = (
    Prevision("essai.combien", "Combien de refus sur 100 ?", None, lambda refus: f"{refus} sur 100."),
    Prevision("essai.qui", "Qui a refusé ?", {"agent": "Un agent", "logiciel": "Le logiciel"}, lambda: "Le logiciel."),
)


@cache
def _fiches(noms: tuple[str, ...]) -> str:
    """Un dossier où chaque exercice a sa fiche : le catalogue n'en lit que le nom."""
    dossier = tempfile.mkdtemp()
    for nom in noms:
        Path(dossier, f"{nom}.yaml").touch()
    return dossier


def modules() -> dict[str, types.ModuleType]:
    """Les modules `chatmairie.echecs.essai.*` à poser dans `sys.modules`."""
    noms = tuple(e.identifiant.partition(".")[2] for e in EXERCICES)
    attributs = {"": {}, ".exercices": {"__path__": [_fiches(noms)]}, ".paris": {"PARIS": PARIS}}
    attributs |= {f".exercices.{nom}": {"EXERCICE": e} for nom, e in zip(noms, EXERCICES, strict=True)}
    faits = {}
    for suite, valeurs in attributs.items():
        module = faits[f"chatmairie.echecs.essai{suite}"] = types.ModuleType(f"chatmairie.echecs.essai{suite}")
        vars(module).update(valeurs)
    return faits


def installer() -> None:
    """Dans un noyau : le catalogue factice à la place du vrai."""
    from chatmairie.echecs import catalogue

    sys.modules.update(modules())
    catalogue.PAQUETS = ("essai",)
    catalogue.tous.cache_clear()
    catalogue.paris.cache_clear()


def doubler_juste(places):
    return places * 2
