"""La portée d'un même agenda selon les canaux : qui, parmi les gens que cela intéresse, l'a vu passer ?

Un SMS ne va qu'à qui l'a demandé et a un téléphone ; une affiche ne se lit pas sans la vue ; le site demande un
accès ; le guichet et la liste d'appel ne demandent ni l'un ni l'autre. Parts : hypothèses du cours.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

from chatmairie.echecs.campagne.monde import CONTACTS, PART_SANS_COURRIEL

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
