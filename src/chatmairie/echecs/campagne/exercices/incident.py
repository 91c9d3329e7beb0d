"""`campagne.incident` : que faire, dans quel ordre, quand l'agenda des agents est parti. Le plan est déroulé heure
par heure : on regarde qui reçoit encore, ce qu'il reste comme preuves, qui a été prévenu, et quand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.campagne.exercices._commun import EVENEMENTS, MONDES, milliers
from chatmairie.echecs.campagne.monde import TEXTES, Monde
from chatmairie.echecs.campagne.tirage import tirer_evenements
from chatmairie.juge import formes
from chatmairie.juge.donnee_simple import est_nombre
from chatmairie.juge.exercice import Constat, Entrees, Productions, Reponse, Sujet
from chatmairie.juge.fiche import Fiche
from chatmairie.langue.mots import sans_accents

F = Fiche(__file__)
ETAPES: dict[str, str] = F.contenu["options"]["etapes"]["valeurs"]
"""Code d'étape -> ce que l'on fait. Les tentantes y sont aussi."""

HEURES_POUR_ARRETER = 1.0
"""Heures entre le moment où l'on sait et l'arrêt de l'envoi, au plus (hypothèse du cours)."""

DELAI_CNIL_HEURES = 72
"""RGPD, article 33 : 72 heures à partir du moment où l'on sait (`referential/droit.yaml`, rgpd-33)."""

HEURES_POUR_GARDER = 72
"""Après trois jours, l'agenda et les journaux ont changé (hypothèse du cours, celle de `HEURES_POUR_PREVENIR`)."""

HEURES_POUR_CORRIGER = 30 * 24
"""La campagne suivante part un mois plus tard (hypothèse du cours) ; l'enquête dure de huit à vingt jours."""

HEURES_POUR_PREVENIR = 72
"""L'article 34 dit « dans les meilleurs délais » ; trois jours au plus est une hypothèse du cours."""


def _sujet(hasard: Generator, monde: Monde) -> Sujet:
    verite = tirer_evenements(hasard, monde, EVENEMENTS).verite
    exposes: dict[str, dict[str, Any]] = {}
    for un in verite[verite["sensible"]].itertuples():
        for nom in un.exposes:
            exposes.setdefault(nom, {"nom": nom, "agent": bool(un.agents), "devoile": TEXTES["sortes"][un.sorte]})
    for nom in list(exposes)[6:]:
        del exposes[nom]
    if all(p["agent"] for p in exposes.values()):  # la personne dont l'adresse est partie est toujours là
        un = verite[verite["sorte"].eq("adresse")].iloc[0]
        exposes[un["exposes"][0]] = {"nom": un["exposes"][0], "agent": False, "devoile": TEXTES["sortes"]["adresse"]}
    par_heure = int(hasard.integers(8, 25)) * 100
    incident = {
        "connu_le": monde.date,
        "messages_par_heure": par_heure,
        "numeros": int(hasard.integers(20, 40)) * 100,
        "risque": "élevé",
        "duree_de_l_enquete_heures": int(hasard.integers(8, 20)) * 24,
        "exposes": list(exposes.values()),
    }
    return Sujet(entrees={"incident": incident}, verite={"incident": incident})


def _repondre(productions: Productions, entrees: Entrees) -> Reponse:
    plan_incident = formes.fonction(productions["plan_incident"], "plan_incident")
    incident = {**entrees["incident"], "exposes": [dict(p) for p in entrees["incident"]["exposes"]]}
    rendu = formes.lignes_de_table(formes.rendu(plan_incident(incident), "plan_incident"))
    plan = formes.liste(_noms_en_listes(rendu), "plan_incident")
    etapes = [_lire(rang, un) for rang, un in enumerate(plan, 1)]
    return {"etapes": sorted(etapes, key=lambda e: e["heures"])}  # stable : à la même heure, l'ordre de la liste


def _noms_en_listes(plan: Any) -> Any:
    """Le plan, où une colonne de noms (une `Series`) est devenue une liste ; tout le reste tel quel."""
    if type(plan) not in (list, tuple):
        return plan

    def lire(un: Any) -> Any:
        en_colonne = type(un) is dict and type(un.get("personnes")) is pd.Series
        return {**un, "personnes": list(un["personnes"])} if en_colonne else un

    return [lire(un) for un in plan]


def _lire(rang: int, un: Any) -> dict[str, Any]:
    if not isinstance(un, dict) or "etape" not in un or "heures" not in un:
        raise F.refus("forme_d_une_etape", rang=rang)
    code = {sans_accents(c): c for c in ETAPES}.get(sans_accents(un["etape"]).replace(" ", "_"))
    if code is None:  # l'ordre du plan n'est pas soufflé
        raise F.refus("etape_inconnue", rang=rang, vu=un["etape"], etapes=", ".join(sorted(ETAPES)))
    if not est_nombre(un["heures"]) or un["heures"] < 0:
        raise F.refus("heures_en_nombre", rang=rang)
    noms = un.get("personnes") or []
    if type(noms) is float:  # la case vide d'un tableau de pandas
        noms = []
    if isinstance(noms, str):
        noms = [nom.strip() for nom in noms.split(",")]
    if not isinstance(noms, list):
        raise F.refus("personnes_en_liste", rang=rang)
    noms = [str(p.get("nom", "")) if isinstance(p, dict) else str(p) for p in noms]
    return {"etape": code, "heures": float(un["heures"]), "personnes": noms}


# --- le plan, déroulé ---------------------------------------------------------------------------------


def _quand(reponse: Reponse, etape: str) -> float | None:
    return next((e["heures"] for e in reponse["etapes"] if e["etape"] == etape), None)


def _avant_les_preuves(reponse: Reponse, etape: str) -> bool:
    """Vrai si les preuves sont gardées, mais après cette étape."""
    etapes = [e["etape"] for e in reponse["etapes"]]
    return "garder_les_preuves" in etapes and etapes.index(etape) < etapes.index("garder_les_preuves")


MESSAGES_PAR_NUMERO = 60
"""Les entrées de l'agenda, une par message : l'envoi finit de lui-même quand chaque numéro les a toutes reçues."""


def _messages_partis(sujet: Sujet, arret: float | None) -> int:
    """Messages partis entre le moment où la mairie a su et l'arrêt (jusqu'à la fin de l'enquête s'il n'y en a pas)."""
    incident = sujet.verite["incident"]
    partis = incident["messages_par_heure"] * (incident["duree_de_l_enquete_heures"] if arret is None else arret)
    return round(min(partis, incident["numeros"] * MESSAGES_PAR_NUMERO))


@F.controle
def arret(sujet: Sujet, reponse: Reponse) -> Constat | None:
    heures = _quand(reponse, "arreter_l_envoi")
    if heures is not None and heures <= HEURES_POUR_ARRETER:
        return None
    partis, nom = _messages_partis(sujet, heures), sujet.verite["incident"]["exposes"][0]["nom"]
    famille = "envoi_jamais_arrete" if heures is None else "envoi_arrete_tard"
    return F.tort(famille, partis, messages=milliers(partis), nom=nom, heures=heures)


@F.controle
def preuves(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    if _quand(reponse, "effacer_les_journaux") is not None:
        return F.tort("preuves_effacees")
    heures = _quand(reponse, "garder_les_preuves")
    if heures is None:
        return F.tort("sans_preuves")
    return F.tort("preuves_trop_tard", heures=heures) if heures > HEURES_POUR_GARDER else None


@F.controle
def compte(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    if _quand(reponse, "compter") is None:
        return F.tort("personne_ne_compte")
    return F.tort("compte_sans_preuves") if _avant_les_preuves(reponse, "compter") else None


@F.controle
def autorites(sujet: Sujet, reponse: Reponse) -> Constat | None:
    heures = _quand(reponse, "notifier_la_cnil")
    if heures is None:
        return F.tort("cnil_jamais", delai=DELAI_CNIL_HEURES)
    if heures > DELAI_CNIL_HEURES:
        enquete_finie = heures >= sujet.verite["incident"]["duree_de_l_enquete_heures"]
        cas = "cnil_trop_tard/apres_l_enquete" if enquete_finie else "cnil_trop_tard"
        return F.tort(cas, heures=heures, delai=DELAI_CNIL_HEURES)
    return F.tort("pas_au_registre") if _quand(reponse, "inscrire_au_registre") is None else None


_OUBLIES = {
    (True, False): "agents_oublies/jamais",
    (True, True): "agents_oublies/trop_tard",
    (False, False): "habitants_oublies/jamais",
    (False, True): "habitants_oublies/trop_tard",
}
"""(un agent, averti trop tard) -> le cas."""


@F.controle
def personnes(sujet: Sujet, reponse: Reponse) -> Constat | None:
    exposes = {sans_accents(p["nom"]): p for p in sujet.verite["incident"]["exposes"]}
    avis = [e for e in reponse["etapes"] if e["etape"] == "prevenir_les_personnes"]
    nommes = {sans_accents(nom): nom for e in avis for nom in e["personnes"]}
    prevenus = {sans_accents(nom) for e in avis if e["heures"] <= HEURES_POUR_PREVENIR for nom in e["personnes"]}
    oublies = sorted(exposes.keys() - prevenus, key=list(exposes).index)
    if not oublies:
        return None
    oublie = next((cle for cle in oublies if exposes[cle]["agent"]), oublies[0])
    en_trop = next((nom for cle, nom in nommes.items() if cle not in exposes), None)
    return F.tort(
        _OUBLIES[exposes[oublie]["agent"], oublie in nommes],
        len(oublies),
        nom=exposes[oublie]["nom"],
        devoile=exposes[oublie]["devoile"],
        sur=len(exposes),
        en_trop=F.dire("nom_en_trop", nom=en_trop[:30]) if en_trop is not None else "",
    )


@F.controle
def pas_de_second_tort(sujet: Sujet, reponse: Reponse) -> Constat | None:
    exposes, numeros = sujet.verite["incident"]["exposes"], sujet.verite["incident"]["numeros"]
    if _quand(reponse, "message_public_avec_les_noms") is not None:
        return F.tort("noms_publies", len(exposes), nom=exposes[0]["nom"])
    if _quand(reponse, "sms_d_excuses_a_tous") is not None:
        return F.tort("second_sms", numeros, numeros=milliers(numeros))
    return None


@F.controle
def cause(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    heures = _quand(reponse, "chercher_la_cause")
    if heures is None or heures > HEURES_POUR_CORRIGER:
        return F.tort("cause_encore_la")
    return F.tort("cause_avant_les_preuves") if _avant_les_preuves(reponse, "chercher_la_cause") else None


# --- sans code --------------------------------------------------------------------------------------


def _produire(decisions: Mapping[str, Any]) -> Productions:
    def plan_incident(incident: dict) -> list:
        cnil = {"apres_avoir_su": 24, "apres_l_enquete": incident["duree_de_l_enquete_heures"] + 72, "si_plainte": 720}
        exposes = {
            "habitants": [p["nom"] for p in incident["exposes"] if not p["agent"]],
            "agents": [p["nom"] for p in incident["exposes"] if p["agent"]],
            "tous_les_exposes": [p["nom"] for p in incident["exposes"]],
            "personne": [],
        }[decisions["qui_prevenir"]]
        plan = []
        for rang, etape in enumerate(decisions["etapes"]):
            heures = cnil[decisions["cnil"]] if etape == "notifier_la_cnil" else rang * 0.75
            plan.append({"etape": etape, "heures": heures, "personnes": exposes})
        return plan

    return {"plan_incident": plan_incident}


EXERCICE = F.exercice(mondes=MONDES, sujet=_sujet, repondre=_repondre, produire=_produire)
