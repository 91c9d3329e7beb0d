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

from chatmairie.echecs.campagne.agenda import elider, tirer_evenements
from chatmairie.echecs.campagne.exercices._commun import EVENEMENTS, MONDES
from chatmairie.echecs.campagne.fichier import tirer_fichier
from chatmairie.echecs.campagne.message import PHRASES, sorties_de
from chatmairie.echecs.campagne.monde import BASES, THEMES, Monde
from chatmairie.echecs.campagne.sms import longueur_sms, pour_sms
from chatmairie.echecs.commun import phrases
from chatmairie.echecs.commun.phrases import lire_les_codes
from chatmairie.juge import formes
from chatmairie.juge.appels import avec_graine
from chatmairie.juge.exercice import (
    CheminSansCode,
    Constat,
    Controle,
    Entrees,
    Exercice,
    Option,
    Productions,
    Reponse,
    Sujet,
)
from chatmairie.juge.jugement import controle_de_forme
from chatmairie.langue.mots import accorder, combien_sur

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


def _annonce(sujet: Sujet, reponse: Reponse) -> Constat | None:
    for personne, choisies, texte in messages(sujet, reponse):
        if not _annoncees(sujet, choisies):
            return Constat(
                "rien_d_annonce",
                f"{personne['prenom']} reçoit un message qui n'annonce aucune sortie. Son téléphone a sonné pour rien.",
                observe=f"Le message : « {_court(texte)} ».",
                essayer="Au moins une sortie, par son `id`. Qui n'a rien déclaré reçoit l'agenda général, et qui aime "
                "ce qui n'est pas au programme aussi.",
                leses=1,
            )
    return None


def _gouts(sujet: Sujet, reponse: Reponse) -> Constat | None:
    rates = []
    themes = sujet.verite["evenements"]["theme"]
    for personne, choisies, _texte in messages(sujet, reponse):
        gouts = {g.strip() for g in personne["interets"].split(",")} & set(themes)
        if gouts and not gouts & set(_annoncees(sujet, choisies)):
            rates.append((personne, gouts))
    if not rates:
        return None
    personne, gouts = rates[0]
    return Constat(
        "gouts_ignores",
        f"{personne['prenom']} avait déclaré ses goûts ({personne['interets']}) : il y a une sortie pour ces "
        f"goûts, et le "
        "message parle d'autre chose. On a demandé à cette personne ce qu'elle aime pour rien.",
        observe=combien_sur(
            len(rates),
            sum(bool(p["interets"]) for p in sujet.verite["personnes"]),
            "message {} ignore les goûts déclarés.",
            "messages {} ignorent les goûts déclarés.",
        ),
        essayer='`personne["interets"]` est un texte : « concert, lecture ». La colonne `theme` porte les mêmes mots.',
        leses=len(rates),
    )


def _rien_d_autre(sujet: Sujet, reponse: Reponse) -> Constat | None:
    changes = [
        (p, texte)
        for (p, avant, texte), apres in zip(messages(sujet, reponse), reponse["autres"], strict=True)
        if avant != apres or _lue(avant, p, "donnee")
    ]
    if not changes:
        return _sans_source(sujet, reponse) or _le_meme_pour_tous(sujet, reponse)
    personne, avant = changes[0]
    if reponse["encore"] != reponse["choisies"]:
        return Constat(
            "message_au_hasard",
            f"{personne['prenom']} : la même personne, les mêmes sorties, et le message n'est pas deux fois le même. "
            "Si elle demande « Pourquoi ai-je reçu ceci ? », personne ne pourra répondre.",
            observe=f"{accorder(len(changes), 'message change', 'messages changent')}. Par exemple : « "
            f"{_court(avant)} ».",
            essayer="Un tirage ou un compteur ne s'explique pas : à goûts égaux, choisissez toujours la même sortie.",
        )
    return Constat(
        "donnee_d_ailleurs",
        f"{personne['prenom']} : avec un autre nom, un autre âge ou un autre dossier, et les mêmes goûts, le message "
        "change. Il montre ou utilise ce qui a été donné pour une démarche, et quiconque lit cet écran par-dessus une "
        "épaule l'apprend.",
        observe=f"{accorder(len(changes), 'message change', 'messages changent')}. Par exemple : « {_court(avant)} ».",
        essayer="Seuls les goûts déclarés peuvent changer le message. Ni le nom, ni l'âge, ni l'origine du numéro.",
        leses=len(changes),
        grave=True,
    )


def _sans_source(sujet: Sujet, reponse: Reponse) -> Constat | None:
    """Une phrase que rien ne porte : ni l'agenda, ni ce que la personne a dit."""
    rates = [(p, lue) for p, choisies, _ in messages(sujet, reponse) if (lue := _lue(choisies, p, "promesse"))]
    if not rates:
        return None
    personne, lue = rates[0]
    return Constat(
        "sans_source",
        f"{personne['prenom']} lit « {lue} » : ni l'agenda, ni son accord, ni ses goûts ne le disent. D'où cela "
        "vient-il, et qui pourra le tenir ?",
        observe=f"{accorder(len(rates), 'message', 'messages')} sur {len(reponse['choisies'])}.",
        essayer="Une sortie de l'agenda, qui écrit, pourquoi, comment dire non, et la politesse : tout le reste "
        "demande une source.",
        grave=True,
    )


def _le_meme_pour_tous(sujet: Sujet, reponse: Reponse) -> Constat | None:
    """Des goûts ignorés et les mêmes sorties pour tous : rien n'a servi à personnaliser, rien n'est donc prouvé."""
    annonces = {
        tuple(sorted(c for c in choisies if c not in PHRASES))
        for personne, choisies, _texte in messages(sujet, reponse)
        if personne["interets"]
    }
    if len(annonces) > 1 or _gouts(sujet, reponse) is None:
        return None
    gens = [p for p in sujet.verite["personnes"] if p["interets"]]
    return Constat(
        "le_meme_pour_tous",
        f"{gens[0]['prenom']} et {accorder(len(gens) - 1, 'autre personne', 'autres personnes')}, aux goûts "
        "différents, reçoivent la même annonce : rien ne montre que leurs goûts, et eux "
        "seuls, décident de ce qu'on leur écrit.",
        essayer="Comparez les messages de deux personnes qui n'aiment pas les mêmes choses : qu'est-ce qui devrait "
        "changer, et qu'est-ce qui ne doit pas ?",
        leses=len(gens),
    )


def _pourquoi(sujet: Sujet, reponse: Reponse) -> Constat | None:
    manques: dict[str, list[dict[str, Any]]] = {"expediteur": [], "raison_fausse": [], "raison": [], "stop": []}
    fausse = ""
    for personne, choisies, _texte in messages(sujet, reponse):
        dits = _dits(choisies)
        jamais_dits = "gouts" in dits and not personne["interets"]
        lue = _lue(choisies, personne, "raison_fausse")
        if jamais_dits:
            lue = lue or phrases.assembler(["gouts"], PHRASES, personne)
        if "expediteur" not in dits:
            manques["expediteur"].append(personne)
        if lue:
            manques["raison_fausse"].append(personne)
            fausse = fausse or lue
        elif not dits & {"raison", "gouts"}:
            manques["raison"].append(personne)
        if "stop" not in dits:
            manques["stop"].append(personne)
    dites = {
        "expediteur": "{qui} ne sait pas qui écrit : le message ne dit pas qu'il vient de la mairie. On l'efface, "
        "ou on y voit une arnaque.",
        "raison_fausse": "{qui} demande « Pourquoi ai-je reçu ceci ? », et lit « {fausse} » : cette personne n'a rien "
        "dit de tel. C'est une raison inventée.",
        "raison": "{qui} demande « Pourquoi ai-je reçu ceci ? », et le message ne répond pas : rien ne rappelle ce que "
        "cette personne a demandé ou accepté.",
        "stop": "{qui} veut dire non, et ne sait pas comment : il manque « STOP ». Dire non doit être aussi facile que "
        "dire oui.",
    }
    for quoi, gens in manques.items():
        if gens:
            return Constat(
                quoi if quoi == "raison_fausse" else f"sans_{quoi}",
                dites[quoi].format(qui=gens[0]["prenom"], fausse=fausse),
                observe=f"{accorder(len(gens), 'message', 'messages')} sur {len(reponse['choisies'])}.",
                essayer="Trois choses dans chaque message : qui écrit, pourquoi cette personne le reçoit, comment dire "
                "non.",
                grave=quoi in ("raison_fausse", "stop"),  # une tromperie ; un refus que rien ne permet
            )
    return None


def _longueur(sujet: Sujet, reponse: Reponse) -> Constat | None:
    longueurs = [longueur_sms(pour_sms(texte))["messages"] for _p, _c, texte in messages(sujet, reponse)]
    if max(longueurs) <= MESSAGES_MAX:
        return None
    qui = sujet.verite["personnes"][int(np.argmax(longueurs))]["prenom"]
    return Constat(
        "trop_long",
        elider(f"Le téléphone de {qui}", qui)
        + f" sonne {max(longueurs)} fois pour un seul message. Un lecteur d'écran le lira jusqu'au "
        "bout.",
        observe=f"{max(longueurs)} SMS ; la maison s'en permet {MESSAGES_MAX}.",
        essayer="Une ou deux sorties suffisent ; le reste est sur le site, au guichet et sur les affiches.",
        leses=sum(n > MESSAGES_MAX for n in longueurs),
    )


def _court(texte: str) -> str:
    return texte if len(texte) <= 110 else texte[:109] + "…"


# --- sans code --------------------------------------------------------------------------------------

_POUR = {
    "gouts_declares": "une sortie pour les goûts que la personne a déclarés ; sinon, la première de l'agenda",
    "premiere": "la première sortie de l'agenda, la même pour tous",
    "age": "une sortie choisie d'après l'âge : danse pour les jeunes, patrimoine pour les autres",
    "dossier": "une sortie choisie d'après le dossier : atelier pour les familles du périscolaire",
    "tout": "tout l'agenda, on ne sait jamais",
}
_DIRE = {"expediteur": "mairie", "raison": "accord", "stop": "stop", "nom_et_age": "nom_et_naissance",
         "raison_du_dossier": "numero_donne", "place": "reservee"}  # fmt: skip


def _produire(decisions: Mapping[str, Any]) -> Productions:
    def composer(personne: dict, evenements: pd.DataFrame) -> list[str]:
        gouts = [g.strip() for g in personne["interets"].split(",")]
        pour = {
            "gouts_declares": evenements[evenements["theme"].isin(gouts)],
            "premiere": evenements.head(1),
            "age": evenements[evenements["theme"].eq("danse" if personne["naissance"] > "1995" else "patrimoine")],
            "dossier": evenements[
                evenements["theme"].eq("atelier" if "périscolaire" in personne["base_origine"] else "lecture")
            ],
            "tout": evenements,
        }[decisions["pour"]]
        retenus = pour if decisions["pour"] == "tout" else (pour if len(pour) else evenements).head(1)
        dites = [nom for decision, nom in _DIRE.items() if decision in decisions["dire"]]
        return [*(n for n in dites if n == "mairie"), *retenus["id"], *(n for n in dites if n != "mairie")]

    return {"composer": composer}


EXERCICE = Exercice(
    identifiant="campagne.composer",
    titre="Un message que l'on peut expliquer",
    niveau=2,
    duree_min=8,
    criteres=("CM-UX-07", "CM-CAD-04"),
    indices=(
        "Un message « personnalisé » peut montrer à un regard par-dessus l'épaule qu'un enfant va à la garderie, ou "
        "un âge.",
        "Recommandation : ne personnaliser que par ce que la personne a déclaré pour cela, et pouvoir répondre à "
        "« Pourquoi ai-je reçu ceci ? ».",
        'Les goûts : `[g.strip() for g in personne["interets"].split(",")]`. Les sorties : '
        '`evenements[evenements["theme"].isin(gouts)]`, ou toutes si ce tableau est vide ; la première suffit. Rendez '
        'une liste : qui écrit, `sortie["id"]`, pourquoi, comment dire non. `ecrire_le_message` montre le texte.',
    ),
    productions=("composer",),
    mondes=MONDES,
    sujet=_sujet,
    repondre=_repondre,
    choix=CheminSansCode(
        options={
            "pour": Option("Que contient le message ?", _POUR),
            "dire": Option(
                "Que dit-il d'autre ?", {d: f"« {PHRASES[nom].texte} »" for d, nom in _DIRE.items()}, plusieurs=True
            ),
        },
        produire=_produire,
        exemple='composer = choisir("campagne.composer", pour="…", dire=["…"])',
    ),
    controles=(
        controle_de_forme(0.25),
        Controle("annonce", 0.25, _annonce, ("forme",), "au moins une sortie, avec son jour et son lieu"),
        Controle("gouts", 0.5, _gouts, ("annonce",), "une sortie pour les goûts déclarés"),
        Controle("rien_d_autre", 0.5, _rien_d_autre, ("annonce",), "rien que rien ne porte"),
        Controle("pourquoi", 0.25, _pourquoi, ("annonce",), "qui écrit, pourquoi, comment dire non"),
        Controle("longueur", 0.25, _longueur, ("annonce",), "deux SMS au plus"),
    ),
)
