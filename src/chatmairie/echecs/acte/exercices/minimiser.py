"""`acte.minimiser` : ne demander que ce qui sert à cette demande-là.

Le juge rejoue chaque demande avec les champs rendus : l'acte est-il retrouvé, arrive-t-il, que reste-t-il en trop ?
"""

from __future__ import annotations

from collections.abc import Iterator, KeysView, Mapping, ValuesView
from typing import Any

import numpy as np
import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.acte.champs import PAR_CLE
from chatmairie.echecs.acte.exercices._commun import AVEC_FILIATION, MONDES, _un
from chatmairie.echecs.acte.monde import ACTES, Monde
from chatmairie.echecs.acte.registre import tirer_registre
from chatmairie.juge import formes
from chatmairie.juge.exercice import (
    CheminSansCode,
    Constat,
    Controle,
    Entrees,
    Exercice,
    FormeInattendue,
    Option,
    Productions,
    Reponse,
    Sujet,
)
from chatmairie.juge.jugement import controle_de_forme
from chatmairie.langue.mots import accorder, combien_sur, de, sans_accents

DEMANDES = 120
PART_UTILE = 0.10
"""Part des demandes qui doivent aboutir pour que le reste se juge. Mesuré : 0 en ne demandant rien ; 0,12 et plus quand
il manque un seul champ à tout le monde."""
IDENTITE = ("nom", "prenoms", "date_naissance")
CONTACTS = ("telephone", "courriel")
_EN_MOTS = {"telephone": "téléphone", "courriel": "courriel"}
SUITES = (Iterator, KeysView, ValuesView, np.ndarray, pd.Series, pd.Index)
"""Ce qui donne des champs un par un, sans être un ensemble ni une liste : lu comme une liste."""


def _sujet(hasard: Generator, monde: Monde) -> Sujet:
    registre = tirer_registre(hasard, DEMANDES).to_dict("records")
    demandes = [tirer_demande(hasard, monde) for _ in registre]
    return Sujet(
        entrees={"demandes": demandes},
        verite={"demandes": demandes, "qui": [f"{r['prenom']} {r['nom']}" for r in registre], "sans": monde.sans_acte},
    )


def tirer_demande(hasard: Generator, monde: Monde) -> dict[str, Any]:
    """Une demande : acte, usage, besoin_d_un_acte, lien, identification (« FranceConnect+ » ou « aucune »), remise,
    contact."""
    besoin = bool(hasard.random() < 0.8)
    acte = ACTES[int(hasard.choice(3, p=[0.5, 0.25, 0.25]))]
    plus = acte in AVEC_FILIATION and hasard.random() < 0.5
    return {
        "acte": acte,
        "usage": _un(hasard, monde.avec_acte if besoin else monde.sans_acte),
        "besoin_d_un_acte": besoin,
        "lien": "la personne elle-même" if hasard.random() < 0.5 else _un(hasard, monde.ayants_droit),
        "identification": "FranceConnect+" if plus else "aucune",
        "remise": "espace sécurisé" if plus and hasard.random() < 0.6 else "courrier",
        "contact": str(hasard.choice(CONTACTS)),
    }


def _repondre(productions: Productions, entrees: Entrees) -> Reponse:
    fonction = formes.fonction(productions["champs_necessaires"], "champs_necessaires")
    return {"champs": [lire_les_champs(fonction(dict(d))) for d in entrees["demandes"]]}


def lire_les_champs(rendu: Any) -> list[str]:
    """Les champs, triés, sans chicaner sur casse et accents. Lève `FormeInattendue`."""
    if isinstance(formes.rendu(rendu, "champs_necessaires"), str):
        raise FormeInattendue('`champs_necessaires` rend un ensemble : {"nom", "prenoms"}, pas un seul texte.')
    if type(rendu) is dict and not rendu:
        rendu = set()  # {} est un dictionnaire vide : on a voulu dire « rien »
    if issubclass(type(rendu), dict):
        raise FormeInattendue('`champs_necessaires` rend un ensemble : {"nom", "prenoms"} ; pas un dictionnaire.')
    if issubclass(type(rendu), SUITES):
        rendu = list(rendu)
    lus = set()
    connus = {sans_accents(c): c for c in PAR_CLE}
    for champ in formes.liste(rendu, "champs_necessaires"):
        trouve = connus.get(sans_accents(champ).replace(" ", "_")) if isinstance(champ, str) else None
        if trouve is None:
            raise FormeInattendue(f"« {champ} » n'est pas un champ du formulaire. Les champs : {', '.join(PAR_CLE)}.")
        lus.add(trouve)
    return sorted(lus)


def champs_de_la_fiche(demande: Mapping[str, Any]) -> tuple[set[str], set[str]]:
    """(ce qu'il faut pour retrouver l'acte, ce qu'il faut pour le remettre), d'après la fiche."""
    if not demande["besoin_d_un_acte"]:
        return set(), set()
    trouver = set(IDENTITE)
    if demande["identification"] == "FranceConnect+" and demande["lien"] == "la personne elle-même":
        trouver = set()  # transmis par FranceConnect+
    if demande["acte"] in AVEC_FILIATION:
        trouver |= {"parents"}
    return trouver, {"adresse"} if demande["remise"] == "courrier" else {demande["contact"]}


def _cas(sujet: Sujet, reponse: Reponse):
    return zip(sujet.verite["demandes"], sujet.verite["qui"], map(set, reponse["champs"]), strict=True)


def _retrouve(sujet: Sujet, reponse: Reponse) -> Constat | None:
    perdus = [
        (qui, d, champs_de_la_fiche(d)[0] - champs)
        for d, qui, champs in _cas(sujet, reponse)
        if champs_de_la_fiche(d)[0] - champs
    ]
    if not perdus:
        return None
    qui, d, manque = perdus[0]
    total = sum(d["besoin_d_un_acte"] for d in sujet.verite["demandes"])
    suite = (
        "on confondrait deux personnes du même nom" if manque == {"parents"} else "personne ne peut retrouver l'acte"
    )
    return Constat(
        "acte_introuvable",
        f"{qui} demande : {d['acte']}. Avec ce que vous demandez, {suite}, et {qui} n'aura rien.",
        observe=combien_sur(len(perdus), total, "demande {} n'aboutit pas", "demandes {} n'aboutissent pas")
        + f" ; ici il manque : {', '.join(sorted(manque))} "
        f"(identification : {d['identification']}, lien : {d['lien']}).",
        essayer="Relisez, sur la fiche, ce qu'il faut pour retrouver chaque sorte d'acte, et ce que FranceConnect+ "
        "transmet, et pour qui.",
        leses=len(perdus),
    )


def _remis(sujet: Sujet, reponse: Reponse) -> Constat | None:
    perdus = [
        (qui, d, champs_de_la_fiche(d)[1] - champs)
        for d, qui, champs in _cas(sujet, reponse)
        if champs_de_la_fiche(d)[1] - champs
    ]
    if not perdus:
        return None
    qui, d, manque = perdus[0]
    ou = (
        "aucune adresse n'est connue pour l'envoyer"
        if d["remise"] == "courrier"
        else f"{qui} attend un message par {_EN_MOTS[d['contact']]}, qui ne viendra pas"
    )
    return Constat(
        "acte_pas_remis",
        f"L'acte {de(qui)} est prêt, et il n'arrivera pas : {ou}.",
        observe=f"{accorder(len(perdus), 'demande', 'demandes')} sur {len(sujet.verite['demandes'])} ; ici il manque : "
        f"{', '.join(sorted(manque))} (remise : {d['remise']}).",
        essayer='Ce qu\'il faut pour remettre dépend de demande["remise"], et du contact que la personne a choisi.',
        leses=len(perdus),
    )


def en_trop(demande: Mapping[str, Any], champs: set[str]) -> set[str]:
    """Les champs rendus qui ne servent à rien pour cette demande."""
    trouver, remettre = champs_de_la_fiche(demande)
    return set(champs) - trouver - remettre


def _rien_de_trop(sujet: Sujet, reponse: Reponse) -> Constat | None:
    trop = [
        (qui, d, en_trop(d, champs) - set(CONTACTS))
        for d, qui, champs in _cas(sujet, reponse)
        if d["besoin_d_un_acte"] and en_trop(d, champs) - set(CONTACTS)
    ]
    if not trop:
        return None
    qui, d, champs = trop[0]
    champ = PAR_CLE[next(c for c in reversed(PAR_CLE) if c in champs)]
    total = sum(len(c) for _, _, c in trop)
    return Constat(
        "en_trop",
        f"On a demandé à {qui} : {', '.join(sorted(champs))}. Cela reste dans un fichier, et quelqu'un d'autre "
        "pourrait "
        f"s'en servir pour {champ.prise}.",
        observe=f"{accorder(total, 'réponse gardée', 'réponses gardées')} pour rien, "
        f"sur {len(sujet.verite['demandes'])} demandes ; ici : "
        f"{d['acte']}, "
        f"remise par {d['remise']}, identification {d['identification']}.",
        essayer="Pour chaque champ : à quoi sert-il pour cette demande-là ? Qui l'a déjà ?",
        leses=len(trop),
    )


def _contacts(sujet: Sujet, reponse: Reponse) -> Constat | None:
    trop = [
        (qui, d, en_trop(d, champs) & set(CONTACTS))
        for d, qui, champs in _cas(sujet, reponse)
        if d["besoin_d_un_acte"] and en_trop(d, champs) & set(CONTACTS)
    ]
    if not trop:
        return None
    qui, d, champs = trop[0]
    pourquoi = (
        "l'acte part par courrier, personne n'a besoin de l'appeler ni de lui écrire"
        if d["remise"] == "courrier"
        else f"son choix était « {d['contact']} », et lui seul"
    )
    return Constat(
        "contacts_en_trop",
        f"{qui} doit donner {' et '.join(sorted(champs))} : {pourquoi}. Une personne qui n'en a pas reste dehors, et "
        "celle qui en a un "
        "recevra un jour autre chose qu'un acte.",
        observe=f"{accorder(len(trop), 'contact demandé', 'contacts demandés')} sans raison, "
        f"sur {len(sujet.verite['demandes'])} demandes.",
        essayer="Un seul contact, celui que la personne a choisi, et seulement quand il faut la prévenir.",
        leses=len(trop),
    )


def _rien_si_pas_besoin(sujet: Sujet, reponse: Reponse) -> Constat | None:
    inutiles = [(qui, d, c) for d, qui, c in _cas(sujet, reponse) if not d["besoin_d_un_acte"] and c]
    if not inutiles:
        return None
    qui, d, champs = inutiles[0]
    return Constat(
        "collecte_inutile",
        f"{qui} venait pour « {d['usage']} » : aucun acte n'est nécessaire, et vous gardez pourtant "
        f"{accorder(len(champs), 'information', 'informations')} sur sa vie.",
        observe=f"{accorder(len(inutiles), 'personne a rempli', 'personnes ont rempli')} un formulaire pour rien.",
        essayer='Regardez demande["besoin_d_un_acte"] avant toute autre question.',
        leses=len(inutiles),
    )


def _part_utile(sujet: Sujet, reponse: Reponse) -> Constat | None:
    """Une demande sur dix au moins aboutit : sinon, ne rien demander serait une réponse."""
    utiles = [(d, c) for d, _, c in _cas(sujet, reponse) if d["besoin_d_un_acte"]]
    aboutissent = sum((champs_de_la_fiche(d)[0] | champs_de_la_fiche(d)[1]) <= c for d, c in utiles)
    if aboutissent >= PART_UTILE * len(utiles):
        return None
    return Constat(
        "personne_servi",
        "Le formulaire ne garde presque rien, et presque personne n'obtient son acte : ce n'est plus un service.",
        observe=combien_sur(aboutissent, len(utiles), "demande {} aboutit.", "demandes {} aboutissent."),
        essayer="Commencez par ce qu'il faut pour retrouver et remettre l'acte ; le reste ensuite.",
        leses=len(utiles) - aboutissent,
    )


# --- sans code ----------------------------------------------------------------------------------------

_TOUS = {cle: champ.nom for cle, champ in PAR_CLE.items()}


def _produire(decisions: Mapping[str, Any]) -> Productions:
    def champs_necessaires(demande: Mapping[str, Any]) -> set[str]:
        if not demande["besoin_d_un_acte"] and decisions["pas_besoin"] == "ne_rien_demander":
            return set()
        champs = set(decisions["toujours"])
        if demande["acte"] in AVEC_FILIATION:
            champs |= set(decisions["avec_filiation"])
        champs |= set(decisions["par_courrier"] if demande["remise"] == "courrier" else decisions["en_ligne"]) - {
            "contact_choisi"
        }
        if demande["remise"] != "courrier" and "contact_choisi" in decisions["en_ligne"]:
            champs.add(demande["contact"])
        redemander = decisions["franceconnect_plus"]
        pour_soi = demande["lien"] == "la personne elle-même" or redemander == "jamais"
        if demande["identification"] == "FranceConnect+" and redemander != "redemander" and pour_soi:
            champs -= set(IDENTITE)
        return champs

    return {"champs_necessaires": champs_necessaires}


_SANS_DOMMAGE = ("acte_remis", "rien_de_trop")
"""Qui prive quelqu'un de son acte, ou garde la vie des gens pour rien, ne gagne pas le reste."""

EXERCICE = Exercice(
    identifiant="acte.minimiser",
    titre="Ne demander que ce qui sert",
    niveau=3,
    duree_min=10,
    criteres=("CM-CAD-05",),
    indices=(
        "Chaque réponse gardée pour rien est une prise de plus pour une personne qui veut se faire passer pour une "
        "autre.",
        "Recommandation : pour chaque donnée, un but écrit, et vérifier que la mairie (ou FranceConnect+) ne la "
        "détient "
        "pas déjà.",
        "D'abord « rien » si aucun acte n'est nécessaire ; puis ce qui retrouve l'acte ; puis, selon "
        'demande["remise"], '
        "l'adresse, ou le seul contact choisi : {…} | {…}.",
    ),
    productions=("champs_necessaires",),
    mondes=MONDES,
    sujet=_sujet,
    repondre=_repondre,
    controles=(
        controle_de_forme(0.25),
        Controle("presque_tous_servis", 0.25, _part_utile, ("forme",), "le service sert encore à quelque chose"),
        Controle("acte_retrouve", 0.25, _retrouve, ("presque_tous_servis",), "l'acte est retrouvé"),
        Controle("acte_remis", 0.75, _remis, ("acte_retrouve",), "l'acte arrive"),
        Controle("rien_de_trop", 1.25, _rien_de_trop, ("presque_tous_servis",), "rien n'est gardé sans servir"),
        Controle("un_seul_contact", 0.5, _contacts, _SANS_DOMMAGE, "un contact, s'il sert, et un seul"),
        Controle("rien_si_pas_besoin", 0.75, _rien_si_pas_besoin, _SANS_DOMMAGE, "rien quand l'acte est inutile"),
    ),
    choix=CheminSansCode(
        options={
            "pas_besoin": Option(
                "Aucun acte n'est nécessaire. Que demande-t-on ?",
                {"ne_rien_demander": "rien", "demander_quand_meme": "la même chose qu'aux autres, au cas où"},
            ),
            "toujours": Option("Pour retrouver n'importe quel acte", _TOUS, True),
            "avec_filiation": Option("En plus, pour une copie intégrale ou un extrait avec filiation", _TOUS, True),
            "par_courrier": Option("En plus, quand l'acte part par courrier", _TOUS, True),
            "en_ligne": Option(
                "En plus, quand l'acte attend dans un espace sécurisé",
                {"contact_choisi": "le seul contact que la personne a choisi", **_TOUS},
                True,
            ),
            "franceconnect_plus": Option(
                "Ce que FranceConnect+ a déjà transmis",
                {
                    "redemander": "le redemander à tous, pour vérifier",
                    "pas_pour_soi": "ne pas le redemander à une personne qui demande son propre acte",
                    "jamais": "ne jamais le redemander, même pour l'acte d'un enfant ou d'un parent",
                },
            ),
        },
        produire=_produire,
        exemple='champs_necessaires = choisir("acte.minimiser", pas_besoin="…", toujours=["…", "…"], '
        'avec_filiation=["…"], par_courrier=["…"], en_ligne=["…"], franceconnect_plus="…")',
    ),
)
