"""`campagne.consentir` sans code : les règles d'envoi possibles, les tentantes comprises."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from chatmairie.echecs.campagne.fichier import ages
from chatmairie.juge.exercice import CheminSansCode, Option, Productions

_ACCORD = {
    "tout_le_fichier": "écrire à toutes les personnes du fichier",
    "tous_sauf_non": "écrire à tous, sauf aux personnes qui ont dit non au moins une fois",
    "un_oui_quelconque": "écrire aux personnes qui ont dit oui au moins une fois, à quoi que ce soit",
    "un_oui_a_ce_but": "écrire aux personnes qui ont dit oui au moins une fois à ce but, par ce canal",
    "dernier_mot_tous_canaux": "lire le dernier mot de chacun sur ce but, tous canaux ensemble",
    "dernier_mot_ce_canal": "lire le dernier mot de chacun sur ce but, par ce canal, au moment de l'envoi",
}
_ORDRE = {
    "date_de_l_evenement": "ranger les événements par la date où ils ont eu lieu",
    "ordre_de_saisie": "les prendre dans l'ordre du fichier, celui de la saisie",
}
_PREUVE = {
    "preuves_valables": "ne garder que les oui dont la preuve est dans la liste des preuves valables",
    "toute_preuve": "garder tous les oui dont la case « preuve » est remplie",
    "sans_regarder": "ne pas regarder la preuve : la personne a dit oui",
}
_ECARTER = {
    "trop_jeunes": "les personnes qui n'ont pas l'âge minimum",
    "partis_ou_decedes": "les personnes parties ou décédées",
    "contacts_non_verifies": "les contacts qui ne sont plus ceux de la personne",
    "contacts_en_double": "le second message au même contact",
    "aide_sociale": "les personnes connues de l'aide sociale : l'agenda ne les intéressera pas",
    "en_situation_de_handicap": "les personnes en situation de handicap : les salles ne sont pas toutes accessibles",
}


def _produire(decisions: Mapping[str, Any]) -> Productions:
    def destinataires(personnes: pd.DataFrame, consentements: pd.DataFrame, campagne: dict) -> pd.DataFrame:
        tous = consentements
        if decisions["ordre"] == "date_de_l_evenement":
            tous = tous.sort_values("date", kind="stable")
        avant = tous[tous["date"] <= campagne["date"]]
        ce_but = avant[avant["finalite"].eq(campagne["finalite"])]
        ici = ce_but[ce_but["canal"].eq(campagne["canal"])]
        oui = {
            "tout_le_fichier": None,
            "tous_sauf_non": None,
            "un_oui_quelconque": tous[tous["accord"]],
            "un_oui_a_ce_but": ici[ici["accord"]],
            "dernier_mot_tous_canaux": _dernier(ce_but),
            "dernier_mot_ce_canal": _dernier(ici),
        }[decisions["accord"]]
        gardes = personnes
        if oui is not None:
            if decisions["preuve"] == "preuves_valables":
                oui = oui[oui["preuve"].isin(campagne["preuves_valables"])]
            elif decisions["preuve"] == "toute_preuve":
                oui = oui[oui["preuve"].ne("")]
            gardes = personnes[personnes["id_personne"].isin(oui["id_personne"])]
        elif decisions["accord"] == "tous_sauf_non":
            gardes = personnes[~personnes["id_personne"].isin(tous.loc[~tous["accord"], "id_personne"])]
        return _ecarter(gardes, campagne, decisions["ecarter"])

    return {"destinataires": destinataires}


def _dernier(evenements: pd.DataFrame) -> pd.DataFrame:
    derniers = evenements.drop_duplicates("id_personne", keep="last")
    return derniers[derniers["accord"]]


def _ecarter(gens: pd.DataFrame, campagne: dict, quoi: list[str]) -> pd.DataFrame:
    contact = campagne["contact"]
    gens = gens[gens[contact].ne("")]
    regles = {
        "trop_jeunes": lambda t: ages(t, campagne["date"]) >= campagne["age_minimum"],
        "partis_ou_decedes": lambda t: ~t["parti_ou_decede"],
        "contacts_non_verifies": lambda t: t[f"{contact}_verifie"],
        "aide_sociale": lambda t: t["base_origine"].ne("aide sociale"),
        "en_situation_de_handicap": lambda t: ~t["handicap"],
    }
    for nom in quoi:
        if nom in regles:
            gens = gens[regles[nom](gens)]
    return gens.drop_duplicates(contact) if "contacts_en_double" in quoi else gens


CHEMIN = CheminSansCode(
    options={
        "accord": Option("Quel accord faut-il pour écrire à quelqu'un ?", _ACCORD),
        "ordre": Option("Dans quel ordre lire les événements ?", _ORDRE),
        "preuve": Option("Quelle preuve demander ?", _PREUVE),
        "ecarter": Option("Parmi les personnes qui restent, qui ou quoi écarter ?", _ECARTER, plusieurs=True),
    },
    produire=_produire,
    exemple='destinataires = choisir("campagne.consentir", accord="…", ordre="…", preuve="…", ecarter=["…"])',
)
