"""`campagne.composer` : ce que l'on écrit, et à partir de quoi. Jugé sur ce que lit la personne.

Le message est une liste de sorties de l'agenda et de phrases choisies (`message.py`) : ce qu'il dit se sait, et rien
n'est deviné.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.campagne.exercices._commun import EVENEMENTS, MONDES
from chatmairie.echecs.campagne.mecanisme import PHRASES, longueur_sms, pour_sms, sorties_de
from chatmairie.echecs.campagne.monde import BASES, THEMES, Monde
from chatmairie.echecs.campagne.tirage import tirer_evenements, tirer_fichier
from chatmairie.echecs.commun import phrases
from chatmairie.echecs.commun.phrases import lire_les_codes
from chatmairie.juge import formes
from chatmairie.juge.appels import avec_graine
from chatmairie.juge.exercice import Constat, Entrees, Productions, Reponse, Sujet
from chatmairie.juge.fiche import Fiche

F = Fiche(__file__)
MESSAGES_MAX = 2
"""SMS par message composé, au plus (règle de la maison, hypothèse du cours)."""

AVEC_GOUTS, SANS_GOUTS = 12, 6
"""Personnes pour qui l'on compose : avec des goûts déclarés, et sans."""


def _sujet(hasard: Generator, monde: Monde) -> Sujet:
    agenda = tirer_evenements(hasard, monde, EVENEMENTS)
    publics = agenda.evenements[agenda.verite["nature"].eq("public").to_numpy()]
    publics = publics.iloc[hasard.permutation(len(publics))].reset_index(drop=True)
    manque = str(hasard.choice(THEMES))  # ce mois-ci, rien de ce genre : il faut quand même écrire quelque chose
    publics = publics[publics["theme"].ne(manque)].reset_index(drop=True)
    gens = tirer_fichier(hasard, monde, 400).personnes
    avec = gens[gens["interets"].ne("")].head(AVEC_GOUTS).copy()
    avec.loc[avec.index[0], "interets"] = manque
    avec.loc[avec.index[1], "interets"] = f"{manque}, {publics['theme'].iloc[-1]}"  # seul le second goût est servi
    retenus = pd.concat([avec, gens[gens["interets"].eq("")].head(SANS_GOUTS)], ignore_index=True)
    personnes = [_propre(p) for p in retenus.to_dict("records")]
    return Sujet(
        entrees={
            "personnes": personnes,
            "autres": [_ailleurs(hasard, p, retenus) for p in personnes],
            "evenements": publics,
        },
        verite={"personnes": personnes, "evenements": publics},
    )


def _propre(personne: Mapping[str, Any]) -> dict[str, Any]:
    """La personne telle que la reçoit `composer` : valeurs simples."""
    return {c: (v.item() if isinstance(v, np.generic) else v) for c, v in personne.items()}


def _ailleurs(hasard: Generator, personne: Mapping[str, Any], gens: pd.DataFrame) -> dict[str, Any]:
    """La même personne, mêmes goûts ; ce qu'elle a donné pour autre chose est différent."""
    autre = {
        **personne,
        "nom": str(hasard.choice([n for n in gens["nom"] if n != personne["nom"]] or ["Lachaume"])),
        "naissance": f"{int(hasard.integers(1935, 2010))}-0{int(hasard.integers(1, 10))}-11",
        "base_origine": str(hasard.choice([b for b in BASES if b != personne["base_origine"]])),
        "quotient_familial": float(hasard.integers(100, 3000)),
        "handicap": not personne["handicap"],
        "telephone": "06 39 98 00 00",
        "courriel": "autre@courriel.example",
        "id_personne": "P-00000",
    }
    return autre


def _repondre(productions: Productions, entrees: Entrees) -> Reponse:
    composer = formes.fonction(productions["composer"], "composer")
    evenements = entrees["evenements"]
    connues = [*PHRASES, *evenements["id"]]

    def composes(personnes: list[dict[str, Any]]) -> list[list[str]]:
        # une sortie tirée au sort est la même pour la même personne
        return [
            lire_les_codes(avec_graine(composer, rang)(dict(p), evenements.copy()), "composer", connues)
            for rang, p in enumerate(personnes)
        ]

    return {
        "choisies": composes(entrees["personnes"]),
        "autres": composes(entrees["autres"]),
        "encore": composes(entrees["personnes"]),
    }


# --- ce que lit la personne ---------------------------------------------------------------------------


def messages(sujet: Sujet, reponse: Reponse) -> list[tuple[dict[str, Any], list[str], str]]:
    """(personne, phrases choisies, texte reçu), pour chaque message."""
    possibles = {**PHRASES, **sorties_de(sujet.verite["evenements"])}
    return [
        (p, choisies, phrases.assembler(choisies, possibles, p))
        for p, choisies in zip(sujet.verite["personnes"], reponse["choisies"], strict=True)
    ]


def _annoncees(sujet: Sujet, choisies: list[str]) -> list[str]:
    """Les thèmes des sorties annoncées."""
    evenements = sujet.verite["evenements"]
    return list(evenements.loc[evenements["id"].isin(choisies), "theme"])


def _dits(choisies: list[str]) -> set[str]:
    return set().union(*(PHRASES[c].dit for c in choisies if c in PHRASES))


def _lue(choisies: list[str], personne: Mapping[str, Any], *torts: str) -> str:
    """La première de ces phrases qui fait un de ces torts, telle que la personne la lit ; vide s'il n'y en a pas."""
    fautives = [c for c in choisies if c in PHRASES and PHRASES[c].tort in torts]
    return phrases.assembler(fautives[:1], PHRASES, personne) if fautives else ""


@F.controle
def annonce(sujet: Sujet, reponse: Reponse) -> Constat | None:
    for personne, choisies, texte in messages(sujet, reponse):
        if not _annoncees(sujet, choisies):
            return F.tort("rien_d_annonce", 1, prenom=personne["prenom"], message=_court(texte))
    return None


@F.controle
def gouts(sujet: Sujet, reponse: Reponse) -> Constat | None:
    au_programme, rates = set(sujet.verite["evenements"]["theme"]), []
    for personne, choisies, _texte in messages(sujet, reponse):
        servis = {g.strip() for g in personne["interets"].split(",")} & au_programme
        if servis and not servis & set(_annoncees(sujet, choisies)):
            rates.append(personne)
    if not rates:
        return None
    un, sur = rates[0], sum(bool(p["interets"]) for p in sujet.verite["personnes"])
    return F.tort("gouts_ignores", len(rates), prenom=un["prenom"], interets=un["interets"], sur=sur)


@F.controle
def rien_d_autre(sujet: Sujet, reponse: Reponse) -> Constat | None:
    changes = [
        (p, texte)
        for (p, avant, texte), apres in zip(messages(sujet, reponse), reponse["autres"], strict=True)
        if avant != apres or _lue(avant, p, "donnee")
    ]
    if not changes:
        return _sans_source(sujet, reponse) or _le_meme_pour_tous(sujet, reponse)
    prenom, message = changes[0][0]["prenom"], _court(changes[0][1])
    if reponse["encore"] != reponse["choisies"]:
        return F.tort("message_au_hasard", prenom=prenom, fois=len(changes), message=message)
    return F.tort("donnee_d_ailleurs", len(changes), prenom=prenom, message=message)


def _sans_source(sujet: Sujet, reponse: Reponse) -> Constat | None:
    """Une phrase que rien ne porte : ni l'agenda, ni ce que la personne a dit."""
    rates = [(p, lue) for p, choisies, _ in messages(sujet, reponse) if (lue := _lue(choisies, p, "promesse"))]
    if not rates:
        return None
    personne, lue = rates[0]
    return F.tort("sans_source", prenom=personne["prenom"], lue=lue, fois=len(rates), sur=len(reponse["choisies"]))


def _le_meme_pour_tous(sujet: Sujet, reponse: Reponse) -> Constat | None:
    """Des goûts ignorés et les mêmes sorties pour tous : rien n'a servi à personnaliser, rien n'est donc prouvé."""
    annonces = {
        tuple(sorted(c for c in choisies if c not in PHRASES))
        for personne, choisies, _texte in messages(sujet, reponse)
        if personne["interets"]
    }
    if len(annonces) > 1 or gouts(sujet, reponse) is None:
        return None
    gens = [p for p in sujet.verite["personnes"] if p["interets"]]
    return F.tort("le_meme_pour_tous", len(gens), prenom=gens[0]["prenom"], autres=len(gens) - 1)


@F.controle
def pourquoi(sujet: Sujet, reponse: Reponse) -> Constat | None:
    lus = [(p["prenom"], _raison_fausse(choisies, p), _dits(choisies)) for p, choisies, _ in messages(sujet, reponse)]
    manques: dict[str, list[tuple[str, str]]] = {
        "sans_expediteur": [(qui, lue) for qui, lue, dits in lus if "expediteur" not in dits],
        "raison_fausse": [(qui, lue) for qui, lue, _ in lus if lue],
        "sans_raison": [(qui, lue) for qui, lue, dits in lus if not lue and not dits & {"raison", "gouts"}],
        "sans_stop": [(qui, lue) for qui, lue, dits in lus if "stop" not in dits],
    }
    for famille, gens in manques.items():
        if gens:
            prenom, lue = gens[0]
            return F.tort(famille, prenom=prenom, lue=lue, fois=len(gens), sur=len(lus))
    return None


def _raison_fausse(choisies: list[str], personne: Mapping[str, Any]) -> str:
    """La raison que la personne n'a jamais donnée, telle qu'elle la lit ; vide s'il n'y en a pas."""
    lue = _lue(choisies, personne, "raison_fausse")
    if not lue and "gouts" in _dits(choisies) and not personne["interets"]:
        return phrases.assembler(["gouts"], PHRASES, personne)
    return lue


@F.controle
def longueur(sujet: Sujet, reponse: Reponse) -> Constat | None:
    longueurs = [longueur_sms(pour_sms(texte))["messages"] for _p, _c, texte in messages(sujet, reponse)]
    pire = max(longueurs)
    if pire <= MESSAGES_MAX:
        return None
    prenom, trop = (
        sujet.verite["personnes"][int(np.argmax(longueurs))]["prenom"],
        sum(n > MESSAGES_MAX for n in longueurs),
    )
    return F.tort("trop_long", trop, prenom=prenom, fois=pire, permis=MESSAGES_MAX)


def _court(texte: str) -> str:
    return texte if len(texte) <= 110 else texte[:109] + "…"


# --- sans code --------------------------------------------------------------------------------------

_DIRE = {"expediteur": "mairie", "raison": "accord", "stop": "stop", "nom_et_age": "nom_et_naissance",
         "raison_du_dossier": "numero_donne", "place": "reservee"}  # fmt: skip


def _produire(decisions: Mapping[str, Any]) -> Productions:
    def composer(personne: dict, evenements: pd.DataFrame) -> list[str]:
        def de_theme(*themes: str) -> pd.DataFrame:
            return evenements[evenements["theme"].isin(themes)]

        if decisions["pour"] == "gouts_declares":
            pour = de_theme(*(g.strip() for g in personne["interets"].split(",")))
        elif decisions["pour"] == "age":
            pour = de_theme("danse" if personne["naissance"] > "1995" else "patrimoine")
        elif decisions["pour"] == "dossier":
            pour = de_theme("atelier" if "périscolaire" in personne["base_origine"] else "lecture")
        else:  # « premiere », « tout »
            pour = evenements
        retenus = pour if decisions["pour"] == "tout" else (pour if len(pour) else evenements).head(1)
        dites = [nom for decision, nom in _DIRE.items() if decision in decisions["dire"]]
        return [*(n for n in dites if n == "mairie"), *retenus["id"], *(n for n in dites if n != "mairie")]

    return {"composer": composer}


EXERCICE = F.exercice(mondes=MONDES, sujet=_sujet, repondre=_repondre, produire=_produire)
