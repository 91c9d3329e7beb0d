"""La campagne naïve, et ce qu'un envoi fait aux gens : les torts, comptés par sorte.

Un envoi, ici, c'est un ensemble de personnes et un ensemble d'entrées : chacune reçoit tout, sur son contact.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd

from chatmairie.echecs.campagne.tirage import ages

ACCROCHES = ("ChatMairie a pensé à vous !", "À ne pas manquer :", "Sortez près de chez vous :")
JOURS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
SANS_ACCORD = ("rien", "autre_finalite", "autre_canal", "sans_preuve", "trop_tard")
MALGRE_UN_NON = ("refus", "retire")

TORTS = {
    "sans_accord": "personnes à qui l'on écrit sans leur accord",
    "malgre_un_non": "personnes à qui l'on écrit malgré leur « non »",
    "mineurs": "personnes trop jeunes pour consentir seules",
    "partis": "personnes parties ou décédées (quelqu'un d'autre lit)",
    "inconnus": "inconnus qui ont aujourd'hui ce numéro",
    "doublons": "téléphones qui reçoivent tout en double",
    "agents": "agents dont la vie privée est envoyée",
    "habitants": "habitants dont l'adresse est envoyée",
    "oublies": "personnes qui avaient dit oui, et ne reçoivent rien",
}
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
