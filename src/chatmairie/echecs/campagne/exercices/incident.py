"""`campagne.incident` : que faire, dans quel ordre, quand l'agenda des agents est parti. Le plan est déroulé heure
par heure : on regarde qui reçoit encore, ce qu'il reste comme preuves, qui a été prévenu, et quand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.campagne.agenda import tirer_evenements
from chatmairie.echecs.campagne.agenda_textes import SORTES
from chatmairie.echecs.campagne.exercices._commun import EVENEMENTS, MONDES, milliers
from chatmairie.echecs.campagne.monde import Monde
from chatmairie.juge import formes
from chatmairie.juge.donnee_simple import est_nombre
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
from chatmairie.langue.mots import accorder, sans_accents

ETAPES = {
    "arreter_l_envoi": "arrêter l'envoi",
    "garder_les_preuves": "mettre à l'abri la boîte d'envoi, les journaux et l'agenda tels qu'ils étaient",
    "compter": "compter qui a reçu quoi, et qui est exposé",
    "inscrire_au_registre": "inscrire la violation au registre",
    "notifier_la_cnil": "notifier la CNIL",
    "prevenir_les_personnes": "prévenir une par une, à part, les personnes exposées",
    "chercher_la_cause": "chercher la cause, et séparer les calendriers",
    "effacer_les_journaux": "effacer les journaux et la boîte d'envoi, pour limiter les dégâts",
    "sms_d_excuses_a_tous": "envoyer à tous un SMS d'excuses",
    "message_public_avec_les_noms": "publier un message d'excuses qui nomme les agents concernés",
    "message_public_sans_nom": "publier un message d'excuses, sans nom",
}
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
            exposes.setdefault(nom, {"nom": nom, "agent": bool(un.agents), "devoile": SORTES[un.sorte]})
    for nom in list(exposes)[6:]:
        del exposes[nom]
    if all(p["agent"] for p in exposes.values()):  # la personne dont l'adresse est partie est toujours là
        un = verite[verite["sorte"].eq("adresse")].iloc[0]
        exposes[un["exposes"][0]] = {"nom": un["exposes"][0], "agent": False, "devoile": SORTES["adresse"]}
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
        raise FormeInattendue(f'Étape n° {rang} : attendu {{"etape": "…", "heures": …}}.')
    code = {sans_accents(c): c for c in ETAPES}.get(sans_accents(un["etape"]).replace(" ", "_"))
    if code is None:
        connues = ", ".join(sorted(ETAPES))  # l'ordre du plan n'est pas soufflé
        raise FormeInattendue(f"Étape n° {rang} : « {un['etape']} » n'est pas une étape. Étapes : {connues}.")
    if not est_nombre(un["heures"]) or un["heures"] < 0:
        raise FormeInattendue(
            f"Étape n° {rang} : « heures » est un nombre positif, sans guillemets, compté depuis le moment où la "
            "mairie a su."
        )
    personnes = un.get("personnes") or []
    if type(personnes) is float:  # la case vide d'un tableau de pandas
        personnes = []
    if isinstance(personnes, str):
        personnes = [nom.strip() for nom in personnes.split(",")]
    if not isinstance(personnes, list):
        raise FormeInattendue(f"Étape n° {rang} : « personnes » est une liste de noms.")
    noms = [str(p.get("nom", "")) if isinstance(p, dict) else str(p) for p in personnes]
    return {"etape": code, "heures": float(un["heures"]), "personnes": noms}


# --- le plan, déroulé ---------------------------------------------------------------------------------


def _quand(reponse: Reponse, etape: str) -> float | None:
    return next((e["heures"] for e in reponse["etapes"] if e["etape"] == etape), None)


def _rang(reponse: Reponse, etape: str) -> int | None:
    return next((i for i, e in enumerate(reponse["etapes"]) if e["etape"] == etape), None)


def _heures(nombre: float) -> str:
    return f"{nombre:g} heure{'s' if nombre >= 2 else ''}".replace(".", ",")


MESSAGES_PAR_NUMERO = 60
"""Les entrées de l'agenda, une par message : l'envoi finit de lui-même quand chaque numéro les a toutes reçues."""


def messages_partis(sujet: Sujet, reponse: Reponse) -> float:
    """Messages partis entre le moment où la mairie a su et l'arrêt (jusqu'à la fin de l'enquête s'il n'y en a pas)."""
    incident, arret = sujet.verite["incident"], _quand(reponse, "arreter_l_envoi")
    partis = incident["messages_par_heure"] * (incident["duree_de_l_enquete_heures"] if arret is None else arret)
    return min(partis, incident["numeros"] * MESSAGES_PAR_NUMERO)


def _arret(sujet: Sujet, reponse: Reponse) -> Constat | None:
    arret = _quand(reponse, "arreter_l_envoi")
    if arret is not None and arret <= HEURES_POUR_ARRETER:
        return None
    partis = round(messages_partis(sujet, reponse))
    nom = sujet.verite["incident"]["exposes"][0]["nom"]
    return Constat(
        "envoi_jamais_arrete" if arret is None else "envoi_arrete_tard",
        f"Pendant que l'on réfléchit, {milliers(partis)} messages partent encore, et {nom} le sait : chaque "
        f"heure, d'autres gens "
        "apprennent ce que personne ne devait savoir.",
        observe="L'envoi n'est jamais arrêté." if arret is None else f"L'envoi s'arrête au bout de {_heures(arret)}.",
        essayer="Quelle est la seule chose qui ne peut pas attendre que l'on comprenne ?",
        leses=partis,
        grave=True,
    )


def _preuves(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    gardees, effaces = _rang(reponse, "garder_les_preuves"), _rang(reponse, "effacer_les_journaux")
    if effaces is not None:
        return Constat(
            "preuves_effacees",
            "La boîte d'envoi et les journaux sont effacés : on ne saura jamais qui a reçu quoi, et l'on ne "
            "pourra dire à "
            "aucune des personnes exposées ce qui est parti, ni à qui.",
            essayer="Effacer ne rappelle aucun message. De quoi aura-t-on besoin pour prévenir, et pour rendre "
            "compte ?",
            grave=True,
        )
    quand = _quand(reponse, "garder_les_preuves")
    if quand is not None and quand > HEURES_POUR_GARDER:
        return Constat(
            "preuves_trop_tard",
            "On met les preuves à l'abri plus de trois jours après : l'agenda a changé, les journaux ont tourné, et "
            "l'on ne pourra plus dire aux personnes exposées qui a lu quoi sur elles.",
            observe=f"Les preuves sont gardées au bout de {_heures(quand)}.",
            essayer="Qu'est-ce qui disparaît tout seul pendant que l'on attend ?",
            grave=True,
        )
    if gardees is None:
        return Constat(
            "sans_preuves",
            "On ne sait plus ce qui est parti : l'agenda a changé depuis, et chacun raconte sa version. Les personnes "
            "exposées attendent une réponse que personne ne peut donner.",
            essayer="Avant de changer quoi que ce soit, que met-on à l'abri ?",
            grave=True,
        )
    return None


def _compte(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    gardees, compte = _rang(reponse, "garder_les_preuves"), _rang(reponse, "compter")
    if compte is None:
        return Constat(
            "personne_ne_compte",
            "Personne ne compte qui a reçu quoi : on dira « quelques personnes », et ce sera faux.",
            essayer="Une fois les preuves à l'abri, qu'y lit-on ?",
        )
    if gardees is not None and compte < gardees:
        return Constat(
            "compte_sans_preuves",
            "On compte avant d'avoir mis les preuves à l'abri : l'agenda continue de changer pendant que l'on compte.",
            essayer="L'ordre compte autant que la liste.",
        )
    return None


def _autorites(sujet: Sujet, reponse: Reponse) -> Constat | None:
    cnil = _quand(reponse, "notifier_la_cnil")
    if cnil is None or cnil > DELAI_CNIL_HEURES:
        enquete = sujet.verite["incident"]["duree_de_l_enquete_heures"]
        apres_l_enquete = cnil is not None and cnil >= enquete
        return Constat(
            "cnil_jamais" if cnil is None else "cnil_trop_tard",
            "La CNIL n'est pas prévenue : la mairie reste seule juge de sa faute, et les personnes exposées n'ont "
            "personne "
            "à qui se plaindre utilement."
            if cnil is None
            else f"La CNIL est prévenue {_heures(cnil)} après que la mairie a su"
            + (", une fois l'enquête finie" if apres_l_enquete else "")
            + " : pendant ce temps, personne n'a vérifié que les agents étaient protégés.",
            observe=f"Délai : {DELAI_CNIL_HEURES} heures, à partir du moment où l'on sait.",
            essayer="On peut notifier en plusieurs fois : d'abord ce que l'on sait, le reste ensuite.",
            grave=True,
        )
    if _quand(reponse, "inscrire_au_registre") is None:
        return Constat(
            "pas_au_registre",
            "Rien n'est écrit au registre : au prochain incident, personne ne saura que cela s'était déjà "
            "produit, ni ce qui "
            "avait été promis aux agents.",
            essayer="Toute violation s'inscrit, même petite.",
        )
    return None


def _personnes(sujet: Sujet, reponse: Reponse) -> Constat | None:
    exposes = sujet.verite["incident"]["exposes"]
    avis = [e for e in reponse["etapes"] if e["etape"] == "prevenir_les_personnes"]
    nommes = {sans_accents(nom): nom for e in avis for nom in e["personnes"]}
    prevenus = {sans_accents(nom) for e in avis if e["heures"] <= HEURES_POUR_PREVENIR for nom in e["personnes"]}
    oublies = [p for p in exposes if sans_accents(p["nom"]) not in prevenus]
    if not oublies:
        return None
    agents = [p for p in oublies if p["agent"]]
    lese = (agents or oublies)[0]
    famille = "agents_oublies" if agents else "habitants_oublies"
    trop_tard = sans_accents(lese["nom"]) in nommes
    inconnus = [nom for cle, nom in nommes.items() if cle not in {sans_accents(p["nom"]) for p in exposes}]
    return Constat(
        famille,
        f"{lese['nom']} ({lese['devoile']}) l'apprendra par quelqu'un d'autre, dans un couloir ou au guichet"
        + (" : on ne l'avertit qu'après plus de trois jours." if trop_tard else " : personne ne l'avertit."),
        observe=f"{accorder(len(oublies), 'personne exposée', 'personnes exposées')} sur {len(exposes)} ne "
        f"{'sait' if len(oublies) < 2 else 'savent'} rien à temps."
        + (f" Votre liste nomme « {inconnus[0][:30]} », que rien n'expose." if inconnus else ""),
        essayer="Qui est nommé dans ce qui est parti ? Les agents sont des personnes, et l'une d'elles ne "
        "travaille pas "
        'ici. La liste est dans `incident["exposes"]`.',
        leses=len(oublies),
        grave=True,
    )


def _pas_de_second_tort(sujet: Sujet, reponse: Reponse) -> Constat | None:
    numeros = sujet.verite["incident"]["numeros"]
    if _quand(reponse, "message_public_avec_les_noms") is not None:
        nom = next(p["nom"] for p in sujet.verite["incident"]["exposes"])
        return Constat(
            "noms_publies",
            f"Le message d'excuses nomme {nom} devant tout le monde : ceux qui n'avaient rien lu savent "
            f"maintenant, et les "
            "moteurs de recherche aussi.",
            observe=f"Personnes nommées : {len(sujet.verite['incident']['exposes'])}.",
            essayer="On s'excuse en public sans nom, et à part auprès de chacun.",
            leses=len(sujet.verite["incident"]["exposes"]),
            grave=True,
        )
    if _quand(reponse, "sms_d_excuses_a_tous") is not None:
        return Constat(
            "second_sms",
            f"{milliers(numeros)} numéros reçoivent encore un message que presque personne n'avait demandé : on "
            f"recommence pour "
            "s'excuser d'avoir commencé. Et beaucoup vont relire les précédents.",
            essayer="Par quel canal parler à des gens qui n'ont pas dit oui à ces messages ?",
            leses=numeros,
            grave=True,
        )
    return None


def _cause(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    cause, gardees = _rang(reponse, "chercher_la_cause"), _rang(reponse, "garder_les_preuves")
    quand = _quand(reponse, "chercher_la_cause")
    if cause is None or quand is None or quand > HEURES_POUR_CORRIGER:
        return Constat(
            "cause_encore_la",
            "Rien n'empêche que cela recommence : les calendriers sont toujours lus ensemble, et le mois "
            "prochain, ce sera "
            "quelqu'un d'autre.",
            essayer="Quand l'urgence est passée, que reste-t-il à changer, avant le prochain envoi ?",
            grave=True,
        )
    if gardees is not None and cause < gardees:
        return Constat(
            "cause_avant_les_preuves",
            "On répare avant d'avoir gardé ce qui était cassé : la cause disparaît avec les preuves.",
            essayer="L'ordre compte autant que la liste.",
        )
    return None


# --- sans code --------------------------------------------------------------------------------------

_CNIL = {
    "apres_avoir_su": "dans les 72 heures après avoir su, quitte à compléter ensuite",
    "apres_l_enquete": "72 heures après la fin de l'enquête, quand on saura tout",
    "si_plainte": "seulement si quelqu'un se plaint (disons, au bout d'un mois)",
}
_QUI = {
    "habitants": "les habitants dont l'adresse est partie",
    "agents": "les agents dont la vie privée est partie",
    "tous_les_exposes": "toutes les personnes exposées, agents et habitants",
    "personne": "personne : ce serait attirer l'attention",
}


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


EXERCICE = Exercice(
    identifiant="campagne.incident",
    titre="Le jour où c'est parti",
    niveau=1,
    duree_min=8,
    criteres=("CM-SOC-10",),
    indices=(
        "L'équipe de Jean-Mi a appris son départ par un SMS, Ingrid a passé la nuit à chercher un bouton, et "
        "personne n'a dit à "
        "la personne à qui l'on rend visite que son adresse circulait.",
        "Recommandation : arrêter, garder les preuves, compter, écrire au registre, notifier dans les 72 heures après "
        "avoir su, prévenir chaque personne exposée (les agents aussi), puis traiter la cause.",
        'Une liste de dictionnaires, dans l\'ordre : {"etape": "arreter_l_envoi", "heures": 0}, puis les autres. Pour '
        '« prevenir_les_personnes », ajoutez "personnes": [p["nom"] for p in incident["exposes"]].',
    ),
    productions=("plan_incident",),
    mondes=MONDES,
    sujet=_sujet,
    repondre=_repondre,
    choix=CheminSansCode(
        options={
            "etapes": Option(
                "Que fait-on, dans quel ordre ? (la première de la liste est faite d'abord)", ETAPES, True, True
            ),
            "cnil": Option("Quand notifie-t-on la CNIL, si on la notifie ?", _CNIL),
            "qui_prevenir": Option("Qui prévient-on, à part ?", _QUI),
        },
        produire=_produire,
        exemple='plan_incident = choisir("campagne.incident", etapes=["…", "…"], cnil="…", qui_prevenir="…")',
    ),
    controles=(
        controle_de_forme(0.25),
        Controle("arret", 0.5, _arret, ("forme",), "l'envoi s'arrête d'abord"),
        Controle("preuves", 0.25, _preuves, ("forme",), "les preuves sont gardées"),
        Controle("compte", 0.25, _compte, ("preuves",), "l'on compte, sur les preuves"),
        Controle("autorites", 0.5, _autorites, ("forme",), "le registre, et la CNIL à temps"),
        Controle("personnes", 0.5, _personnes, ("preuves",), "chaque personne exposée est prévenue, agents compris"),
        Controle("pas_de_second_tort", 0.5, _pas_de_second_tort, ("personnes",), "s'excuser ne lèse personne"),
        Controle("cause", 0.25, _cause, ("forme",), "la cause est traitée, après les preuves"),
    ),
)
