"""`campagne.consentir` : à qui écrire. Jugé sur qui reçoit, et sur qui avait dit oui et ne reçoit rien."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.campagne.exercices._commun import MONDES, PERSONNES, identifiants, qui
from chatmairie.echecs.campagne.monde import BASES, Monde
from chatmairie.echecs.campagne.tirage import ages, tirer_fichier
from chatmairie.juge import formes
from chatmairie.juge.exercice import Constat, Entrees, Productions, Reponse, Sujet
from chatmairie.juge.fiche import Fiche

F = Fiche(__file__)
PART_QUELQU_UN = 0.5
"""En dessous, la campagne n'a pas lieu (hypothèse du cours) : ne déranger personne ne suffit pas."""

PART_LAISSEE = 0.25
"""Au-delà, oublier n'est plus une étourderie (hypothèse du cours) : ces gens avaient demandé l'agenda."""

INTERDITES = ("base_origine", "quotient_familial", "handicap", "nom")
"""Des colonnes recueillies pour autre chose : les échanger entre les gens ne doit rien changer à qui reçoit."""


def _sujet(hasard: Generator, monde: Monde) -> Sujet:
    fichier = tirer_fichier(hasard, monde, PERSONNES)
    personnes, situations = fichier.personnes, fichier.situations
    contact = personnes[monde.contact]
    # de deux personnes qui ont dit oui au même contact, la première part : l'autre doit recevoir quand même
    partages = situations["droit"] & contact.duplicated(keep=False)
    for partie in partages.index[partages & partages.shift(-1, fill_value=False) & contact.eq(contact.shift(-1))][:1]:
        personnes.loc[partie, "parti_ou_decede"] = True
        situations.loc[partie, ["situation", "droit"]] = ["parti_ou_decede", False]
    # et deux autres, toujours là, partagent un contact : sans elles, un message envoyé deux fois ne se verrait pas
    if not contact[situations["droit"]].duplicated().any():
        une, autre = personnes.index[situations["droit"]][:2]
        personnes.loc[autre, monde.contact] = contact[une]
        contact = personnes[monde.contact]
    return Sujet(
        entrees={
            "personnes": personnes,
            "consentements": fichier.consentements,
            "campagne": fichier.campagne,
            "echangees": _echanger(hasard, personnes),
        },
        verite={
            "personnes": personnes.assign(
                situation=situations["situation"],
                contact=contact,
                age=ages(personnes, monde.date),
            ).set_index("id_personne"),
            "droit": set(contact[situations["droit"]]),
            "finalite": monde.finalite,
            "canal": monde.canal,
            "age_minimum": monde.age_minimum,
        },
    )


def _echanger(hasard: Generator, personnes: pd.DataFrame) -> pd.DataFrame:
    """Les mêmes gens, mais ce que les autres fichiers disaient d'eux est tiré autrement."""
    rendu = personnes.copy()
    for colonne in INTERDITES:
        rendu[colonne] = personnes[colonne].to_numpy()[hasard.permutation(len(personnes))]
    rendu["base_origine"] = hasard.choice(list(BASES), len(personnes))
    return rendu


def _repondre(productions: Productions, entrees: Entrees) -> Reponse:
    destinataires = formes.fonction(productions["destinataires"], "destinataires")
    connus = set(entrees["personnes"]["id_personne"])

    def lire(table: str) -> list[str]:
        campagne = {**entrees["campagne"], "preuves_valables": list(entrees["campagne"]["preuves_valables"])}
        rendu = destinataires(entrees[table].copy(), entrees["consentements"].copy(), campagne)
        numeros = identifiants(rendu, "destinataires", "id_personne")
        if inconnus := [i for i in numeros if i not in connus]:
            raise F.refus("numero_inconnu", vu=inconnus[0][:40])
        return numeros

    return {"recoivent": lire("personnes"), "echangees": lire("echangees")}


# --- qui reçoit -------------------------------------------------------------------------------------


def _recus(sujet: Sujet, reponse: Reponse) -> pd.DataFrame:
    """Les lignes du fichier à qui l'on écrit (une par ligne rendue)."""
    return sujet.verite["personnes"].loc[reponse["recoivent"]]


@F.controle
def quelqu_un(sujet: Sujet, reponse: Reponse) -> Constat | None:
    contacts = sujet.verite["droit"]
    joints, droit = len(contacts & set(_recus(sujet, reponse)["contact"])), len(contacts)
    if joints >= PART_QUELQU_UN * droit:
        return None
    cas = "presque_personne/quelques" if joints else "presque_personne/aucune"
    return F.tort(cas if reponse["recoivent"] else "personne", droit - joints, joints=joints, droit=droit)


def _a_tort(sujet: Sujet, reponse: Reponse, situations: Mapping[str, str]) -> Constat | None:
    """situations : famille de tort -> la situation des gens à qui l'on écrit quand même."""
    ecrits = _recus(sujet, reponse)
    par_famille = {famille: ecrits[ecrits["situation"].eq(s)] for famille, s in situations.items()}
    # un message qui n'arrive à personne ne cache pas celui qu'un autre lit
    lus = [f for f in situations if f != "sans_contact" and len(par_famille[f])]
    pire = max(lus or situations, key=lambda f: len(par_famille[f]))
    leses, ici = sum(map(len, par_famille.values())), len(par_famille[pire])
    if not leses:
        return None
    combien = F.dire("a_tort", n=leses) if ici == leses else F.dire("a_tort_dont", n=leses, ici=ici)
    but = {"finalite": sujet.verite["finalite"], "canal": sujet.verite["canal"]}
    return F.tort(pire, leses, qui=qui(par_famille[pire].iloc[0]), combien=combien, **but)


@F.controle
def cette_finalite(sujet: Sujet, reponse: Reponse) -> Constat | None:
    return _a_tort(sujet, reponse, {"sans_accord": "rien", "autre_finalite": "autre_finalite"})


@F.controle
def ce_canal(sujet: Sujet, reponse: Reponse) -> Constat | None:
    situations = {"autre_canal": "autre_canal", "sans_preuve": "sans_preuve", "pas_encore": "trop_tard"}
    return _a_tort(sujet, reponse, situations)


@F.controle
def dernier_mot(sujet: Sujet, reponse: Reponse) -> Constat | None:
    return _a_tort(sujet, reponse, {"retrait_ignore": "retire", "refus_ignore": "refus"})


@F.controle
def bonne_personne(sujet: Sujet, reponse: Reponse) -> Constat | None:
    return _a_tort(sujet, reponse, {s: s for s in ("mineur", "parti_ou_decede", "faux_numero", "sans_contact")})


@F.controle
def personne_oublie(sujet: Sujet, reponse: Reponse) -> Constat | None:
    servis, droit = set(_recus(sujet, reponse)["contact"]), sujet.verite["droit"]
    if droit <= servis:
        return None
    table = sujet.verite["personnes"]
    oublies = table[table["situation"].eq("droit") & ~table["contact"].isin(servis)]
    contacts = oublies["contact"].nunique()
    cas = "oublies/beaucoup" if contacts > PART_LAISSEE * len(droit) else "oublies/quelques_uns"
    return F.tort(cas, len(oublies), qui=qui(oublies.iloc[0]), contacts=contacts, droit=len(droit))


@F.controle
def un_par_contact(sujet: Sujet, reponse: Reponse) -> Constat | None:
    ecrits = _recus(sujet, reponse)
    doubles = ecrits[ecrits["contact"].duplicated() & ecrits["contact"].ne("")]
    if doubles.empty:
        return None
    return F.tort("doublons", len(doubles), qui=qui(doubles.iloc[0]))


@F.controle
def rien_d_autre(sujet: Sujet, reponse: Reponse) -> Constat | None:
    table = sujet.verite["personnes"]
    avant, apres = (set(table.loc[reponse[cle], "contact"]) for cle in ("recoivent", "echangees"))
    change = avant ^ apres
    if not change:
        return None
    lese = table[table["contact"].isin(change)].iloc[0]
    return F.tort("autre_fichier", len(change), qui=qui(lese))


# --- sans code --------------------------------------------------------------------------------------


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


EXERCICE = F.exercice(mondes=MONDES, sujet=_sujet, repondre=_repondre, produire=_produire)
