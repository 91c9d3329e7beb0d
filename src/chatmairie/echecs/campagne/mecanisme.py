"""Ce que la mairie a mis en service : un envoi naïf, des messages, et d'autres canaux ; ce que cela fait aux gens.

Un envoi, ici, c'est un ensemble de personnes et un ensemble d'entrées : chacune reçoit tout, sur son contact.

La portée d'un même agenda selon les canaux : un SMS ne va qu'à qui l'a demandé et a un téléphone ; une affiche ne se
lit pas sans la vue ; le site demande un accès ; le guichet et la liste d'appel ne demandent ni l'un ni l'autre. Parts :
hypothèses du cours.

La longueur d'un SMS : alphabet par défaut GSM 7 bits (3GPP TS 23.038), 160 signes, ou 153 par message s'il en faut
plusieurs. Un seul signe hors de cet alphabet (« ê », « œ », une espace insécable, un émoji) fait compter 70 ou 67
signes par message.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any, TypedDict

import numpy as np
import pandas as pd

from chatmairie.echecs.campagne.monde import CONTACTS, PART_SANS_COURRIEL, TEXTES
from chatmairie.echecs.campagne.tirage import ages
from chatmairie.echecs.commun import phrases
from chatmairie.echecs.commun.phrases import Phrase, phrase

ACCROCHES = ("ChatMairie a pensé à vous !", "À ne pas manquer :", "Sortez près de chez vous :")
JOURS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
SANS_ACCORD = ("rien", "autre_finalite", "autre_canal", "sans_preuve", "trop_tard")
MALGRE_UN_NON = ("refus", "retire")

TORTS: dict[str, str] = TEXTES["torts"]
"""Sorte de tort -> ce que l'on compte. Une même personne peut subir plusieurs torts."""


def rediger(evenements: pd.DataFrame) -> dict[str, str]:
    """id -> le SMS que ChatMairie a écrit pour cette entrée, dans l'ordre de la table."""
    textes = {}
    for rang, un in enumerate(evenements.to_dict("records")):
        quand = pd.Timestamp(un["date"])
        textes[un["id"]] = (
            f"{ACCROCHES[rang % len(ACCROCHES)]} {un['titre']}, {un['lieu']}, "
            f"{JOURS[quand.weekday()]} {quand:%d/%m} à {un['heure']}."
        )
    return textes


def envoyer_naivement(personnes: pd.DataFrame, evenements: pd.DataFrame, contact: str) -> pd.DataFrame:
    """Chaque contact, chaque entrée : une ligne par message (id_personne, contact, rang, evenement)."""
    joignables = personnes[personnes[contact].ne("")]
    n, k = len(joignables), len(evenements)
    return pd.DataFrame(
        {
            "id_personne": pd.Categorical(np.repeat(joignables["id_personne"].to_numpy(), k)),
            "contact": pd.Categorical(np.repeat(joignables[contact].to_numpy(), k)),
            "rang": np.tile(np.arange(1, k + 1), n),
            "evenement": pd.Categorical(np.tile(evenements["id"].to_numpy(), n)),
        }
    )


def compter_les_torts(monde: Any, destinataires: Iterable[str], envoyes: Iterable[str]) -> dict[str, int]:
    """Combien de personnes lésées, par sorte (`TORTS`), si ces gens reçoivent ces entrées.

    monde : un `Rejeu` (personnes, situations, campagne, verite). destinataires : des id_personne ; envoyes : des id
    d'entrées. Un envoi sans entrée, ou sans personne, n'expose personne mais oublie tous ceux qui avaient dit oui.
    """
    envoyes = set(envoyes)
    vises = set(destinataires) if envoyes else set()
    personnes, situation = monde.personnes, monde.situations["situation"]
    contact, age_minimum = monde.campagne["contact"], monde.campagne["age_minimum"]
    recoit = personnes["id_personne"].isin(vises) & personnes[contact].ne("")
    recus = personnes[recoit]
    partis = monde.verite[monde.verite["id"].isin(envoyes) & monde.verite["sensible"] & (len(recus) > 0)]
    servis = set(recus[contact])
    droit = monde.situations["droit"]
    return {
        "sans_accord": int((recoit & situation.isin(SANS_ACCORD)).sum()),
        "malgre_un_non": int((recoit & situation.isin(MALGRE_UN_NON)).sum()),
        "mineurs": int((recoit & (ages(personnes, monde.campagne["date"]) < age_minimum)).sum()),
        "partis": int((recoit & personnes["parti_ou_decede"]).sum()),
        "inconnus": int((recoit & ~personnes[f"{contact}_verifie"]).sum()),
        "doublons": int(recus.duplicated(contact).sum()),
        "agents": len({nom for noms in partis.loc[partis["agents"], "exposes"] for nom in noms}),
        "habitants": len({nom for noms in partis.loc[~partis["agents"], "exposes"] for nom in noms}),
        "oublies": len(set(personnes.loc[droit, contact]) - servis),
    }


# --- les messages ----------------------------------------------------------------------------------

PHRASES = {
    nom: phrase(une["texte"], *une.get("dit", "").split(), tort=une.get("tort", ""))
    for nom, une in TEXTES["messages"].items()
}
"""Ce qu'un message d'agenda peut dire, les phrases tentantes comprises ; les sorties de l'agenda s'y ajoutent."""


def sorties_de(evenements: pd.DataFrame) -> dict[str, Phrase]:
    """Identifiant d'une sortie -> la phrase qui l'annonce, telle qu'elle est à l'agenda."""
    return {
        e["id"]: phrase(
            f"{e['titre']}, {e['lieu']}, le {e['date'][8:]}/{e['date'][5:7]} à {e['heure']}.".replace("{", "{{"),
            "sortie",
        )
        for e in evenements.to_dict("records")
    }


def ecrire_le_message(noms: Iterable[str], personne: Mapping[str, Any], evenements: pd.DataFrame) -> str:
    """Le texte que recevra la personne : ces phrases et ces sorties, dans cet ordre."""
    return phrases.ecrire(noms, {**PHRASES, **sorties_de(evenements)}, personne)


def phrases_possibles() -> pd.DataFrame:
    """Une ligne par phrase : son nom, et ce qui se lit."""
    return phrases.en_table(PHRASES)


# --- la portée -------------------------------------------------------------------------------------

CANAUX_DE_PORTEE = ("message", "affiche", "site", "guichet", "appel")
PART_AFFICHE, PART_SITE, PART_GUICHET = 0.40, 0.35, 0.20
PART_APPEL, PART_APPEL_UTILE = 0.05, 0.40  # en général ; sans téléphone portable ou sans la vue (ligne fixe)


def portee(fichier: Any, canaux: Iterable[str], destinataires: Iterable[str] | None = None) -> pd.DataFrame:
    """Par groupe : `interesses` et `joints` (effectifs) par au moins un de ces canaux.

    fichier : un `Fichier` ou un `Rejeu`. destinataires : les id_personne à qui le message part ; par défaut, les gens
    qui y ont droit. Groupes : « tous », « sans téléphone », « personnes aveugles ». Lève `ValueError` pour un canal
    inconnu.
    """
    choisis = set(canaux)
    inconnus = choisis - set(CANAUX_DE_PORTEE)
    if inconnus:
        raise ValueError(f"Canal inconnu : {sorted(inconnus)[0]}. Canaux : {', '.join(CANAUX_DE_PORTEE)}.")
    personnes, publics = fichier.personnes, fichier.publics
    sans, aveugle = personnes["telephone"].eq(""), publics["aveugle"]
    vise = fichier.situations["droit"] if destinataires is None else personnes["id_personne"].isin(set(destinataires))
    utile = sans | aveugle
    par_canal = {
        "message": vise & personnes[CONTACTS[fichier.campagne["canal"]]].ne(""),
        "affiche": ~aveugle & (publics["affiche"] < PART_AFFICHE),
        "site": personnes["courriel"].ne("") & (publics["site"] < PART_SITE),
        "guichet": publics["guichet"] < PART_GUICHET,
        "appel": publics["appel"] < utile.map({True: PART_APPEL_UTILE, False: PART_APPEL}),
    }
    joint = pd.Series(False, index=personnes.index)
    for canal in choisis:
        joint |= par_canal[canal]
    interesse = publics["interesse"] & ~personnes["parti_ou_decede"]
    groupes = {"tous": interesse, "sans téléphone": interesse & sans, "personnes aveugles": interesse & aveugle}
    return pd.DataFrame(
        {nom: {"interesses": int(g.sum()), "joints": int((g & joint).sum())} for nom, g in groupes.items()}
    ).T


def portee_attendue(canaux: Iterable[str]) -> dict[str, float]:
    """Part attendue (0 à 1) de deux publics jointe par au moins un de ces canaux, sans compter le message.

    Clés : « sans téléphone », « personnes aveugles ». Mêmes hypothèses que `portee`, sans tirage.
    """
    choisis = set(canaux)
    rates = {"sans téléphone": 1.0, "personnes aveugles": 1.0}
    parts = {
        "affiche": {"sans téléphone": PART_AFFICHE, "personnes aveugles": 0.0},
        "site": dict.fromkeys(rates, PART_SITE * (1 - PART_SANS_COURRIEL)),
        "guichet": dict.fromkeys(rates, PART_GUICHET),
        "appel": dict.fromkeys(rates, PART_APPEL_UTILE),
    }
    for canal in choisis & set(parts):
        rates = {public: manque * (1 - parts[canal][public]) for public, manque in rates.items()}
    return {public: 1 - manque for public, manque in rates.items()}


# --- la longueur d'un SMS --------------------------------------------------------------------------

GSM = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
GSM_DOUBLES = frozenset("^{}\\[~]|€")
"""Les signes qui comptent pour deux."""


class Longueur(TypedDict):
    """Ce que rend `longueur_sms`."""

    signes: int
    messages: int
    hors_gsm: str


def longueur_sms(texte: str) -> Longueur:
    """{"signes": longueur comptée, "messages": nombre de SMS, "hors_gsm": les signes qui raccourcissent chaque SMS}.

    Lève `TypeError` si ce n'est pas un texte.
    """
    if not isinstance(texte, str):
        raise TypeError(f"longueur_sms attend un texte entre guillemets, reçu {type(texte).__name__}.")
    hors = "".join(dict.fromkeys(c for c in texte if c not in GSM and c not in GSM_DOUBLES))
    if hors:
        signes, seul, suite = len(texte.encode("utf-16-le")) // 2, 70, 67
    else:
        signes, seul, suite = len(texte) + sum(c in GSM_DOUBLES for c in texte), 160, 153
    messages = 0 if not signes else 1 if signes <= seul else -(-signes // suite)
    return {"signes": signes, "messages": messages, "hors_gsm": hors}


def pour_sms(texte: str) -> str:
    """Le même texte dans l'alphabet des SMS : « théâtre » devient « théatre », « œuvre » « oeuvre ».

    Lève `TypeError` si ce n'est pas un texte.
    """
    if not isinstance(texte, str):
        raise TypeError(f"pour_sms attend un texte entre guillemets, reçu {type(texte).__name__}.")
    for sans, avec in REMPLACEMENTS.items():
        texte = texte.replace(sans, avec)
    return "".join(c if c in GSM or c in GSM_DOUBLES else _au_plus_pres(c) for c in texte)


REMPLACEMENTS = {
    "\u00a0": " ", "\u202f": " ", "« ": '"', " »": '"', "«": '"', "»": '"', "’": "'", "œ": "oe", "Œ": "OE", "…": "...",
    "–": "-", "—": "-", "“": '"', "”": '"',
}  # fmt: skip


def _au_plus_pres(signe: str) -> str:
    proche = unicodedata.normalize("NFKD", signe)[0]
    return proche if proche in GSM else "?"
