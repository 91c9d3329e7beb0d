"""`campagne.valider` : l'essai à blanc. Rien ne part sans qu'une personne ait lu ce qui change, et dit oui."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.campagne.exercices._commun import MONDES, identifiants
from chatmairie.echecs.campagne.mecanisme import CANAUX_DE_PORTEE, portee_attendue
from chatmairie.echecs.campagne.monde import Monde
from chatmairie.juge import formes
from chatmairie.juge.exercice import Constat, Entrees, Productions, Reponse, Sujet
from chatmairie.juge.fiche import Fiche
from chatmairie.langue.mots import sans_accents

F = Fiche(__file__)
ECHANTILLON_MAX = 20
"""Au-delà, personne ne lit plus (hypothèse du cours)."""

JOURS_ENTRE_ENVOIS = 15
HEURES = range(8, 20)
"""Règle de la maison (hypothèse du cours, pas une loi) : de 8 h à 20 h, jamais le dimanche, au plus une fois par
quinzaine."""

PART_AUTRES_CANAUX = 1 / 3
"""Au moins une personne sur trois, sans téléphone ou aveugle, doit pouvoir apprendre l'agenda autrement. Mesuré :
un appel en joint 0,40, guichet et site 0,45 ; l'affiche seule, 0,40 et aucune personne aveugle ; le site seul, 0,31."""

AUTRES_CANAUX = CANAUX_DE_PORTEE[1:]
EN_TETE = 40
"""Les premières lignes, toutes du même genre : qui ne lit qu'elles croit que tous les messages se ressemblent."""


def _sujet(hasard: Generator, monde: Monde) -> Sujet:
    n = int(hasard.integers(260, 420))
    numeros = [f"P-{i:05d}" for i in hasard.choice(99_999, n, replace=False) + 1]
    communs, *rares = monde.genres
    reste = [communs] * (n - EN_TETE - 30) + [rares[0]] * (34 - 4 * len(rares)) + [g for g in rares[1:] for _ in "1234"]
    genres = [communs] * EN_TETE + [reste[i] for i in hasard.permutation(len(reste))]
    messages = pd.DataFrame({"id_personne": numeros, "genre": genres, "texte": [f"Mairie : {g}" for g in genres]})
    jour = monde.date[:10]
    recent = (date.fromisoformat(jour) - timedelta(int(hasard.integers(2, 10)))).isoformat()
    veille = (date.fromisoformat(jour) - timedelta(JOURS_ENTRE_ENVOIS - 1)).isoformat()
    oui = {"par": "une personne habilitée", "nombre": n}
    ordinaire = {"approbation": oui, "date": f"{jour} 10:00", "dernier_envoi": "2026-01-05"}
    contextes: dict[str, dict[str, Any]] = {
        "permis": {},
        "de_justesse": {"date": "2026-03-28 19:59", "dernier_envoi": "2026-03-13"},
        "sans_accord": {"approbation": None},
        "programme": {"approbation": {**oui, "par": "le programme"}},
        "autre_personne": {"approbation": {**oui, "par": str(hasard.choice(["un stagiaire", "le prestataire"]))}},
        "autre_nombre": {"approbation": {**oui, "nombre": n - 1}},
        "nombre_plus_grand": {"approbation": {**oui, "nombre": n + 40}},
        "nuit": {"date": f"{jour} {hasard.choice(['21:30', '22:15', '06:40'])}"},
        "dimanche": {"date": "2026-03-29 11:00"},
        "trop_souvent": {"dernier_envoi": recent},
        "quatorze_jours": {"dernier_envoi": veille},
    }
    return Sujet(
        entrees={"messages": messages, "contextes": {nom: {**ordinaire, **un} for nom, un in contextes.items()}},
        verite={"genres": dict(zip(numeros, genres, strict=True)), "liste": monde.genres, "nombre": n},
    )


def _repondre(productions: Productions, entrees: Entrees) -> Reponse:
    plan_denvoi = formes.fonction(productions["plan_denvoi"], "plan_denvoi")
    connus = set(entrees["messages"]["id_personne"])
    lus = {}
    for nom, contexte in entrees["contextes"].items():
        approbation = contexte["approbation"]
        copie = {**contexte, "approbation": dict(approbation) if approbation else None}
        lus[nom] = lire_le_plan(plan_denvoi(entrees["messages"].copy(), copie), connus)
    return {
        "plan": lus["permis"],
        "comptes": [lu["combien"] for lu in lus.values()],
        "envoyer": {nom: lu["envoyer"] for nom, lu in lus.items()},
    }


def lire_le_plan(rendu: Any, connus: set[str]) -> dict[str, Any]:
    """Le plan en données simples. Lève `FormeInattendue` (en français) s'il ne se lit pas."""
    rendu = formes.rendu(rendu, "plan_denvoi")
    if isinstance(rendu, dict) and type(rendu.get("echantillon")) in (pd.Series, pd.DataFrame, pd.Index):
        table = rendu["echantillon"]
        en_table = isinstance(table, pd.DataFrame)
        lignes = identifiants(table, "plan_denvoi", "id_personne") if en_table else list(table)
        rendu = {**rendu, "echantillon": lignes}
    plan = formes.dictionnaire(rendu, "plan_denvoi", ("combien", "echantillon", "envoyer", "autres_canaux"))
    if plan["envoyer"] in (None, {}):  # `approbation and …` rend l'approbation quand elle est vide : rien ne part
        plan["envoyer"] = False
    if not isinstance(plan["envoyer"], bool):
        raise F.refus("envoyer_ou_non")
    for cle in ("echantillon", "autres_canaux"):
        if not isinstance(plan[cle], list):
            raise F.refus("une_liste", cle=cle)
    lus = [str(i) for i in plan["echantillon"]]
    if inconnus := [i for i in lus if i not in connus]:
        raise F.refus("message_inconnu", vu=inconnus[0][:30])
    canaux = {sans_accents(c): c for c in AUTRES_CANAUX}
    autres = [canaux.get(sans_accents(c)) for c in plan["autres_canaux"]]
    if None in autres:
        raise F.refus("canal_inconnu", canaux=", ".join(AUTRES_CANAUX))
    if type(plan["combien"]) not in (int, float):
        raise F.refus("combien_de_messages")
    return {
        "combien": int(plan["combien"]),
        "echantillon": list(dict.fromkeys(lus)),
        "envoyer": plan["envoyer"],
        "autres_canaux": sorted(set(autres)),
    }


_NE_PART_PAS = {
    "sans_accord": "personne_n_a_dit_oui",
    "programme": "approuve_par_lui_meme",
    "autre_personne": "approuve_par_un_autre",
    "autre_nombre": "approbation_d_autre_chose",
    "nombre_plus_grand": "approbation_d_un_autre_envoi",
    "nuit": "la_nuit",
    "dimanche": "le_dimanche",
    "trop_souvent": "trop_souvent",
    "quatorze_jours": "trop_souvent/quatorze_jours",
}
"""Un moment où rien ne doit partir -> la famille du tort si le message part."""


@F.controle
def depart(sujet: Sujet, reponse: Reponse) -> Constat | None:
    envoyer, nombre = reponse["envoyer"], sujet.verite["nombre"]
    for contexte, famille in _NE_PART_PAS.items():
        if envoyer[contexte]:
            return F.tort(famille, nombre=nombre)
    if not envoyer["permis"]:
        return F.tort("jamais_envoye", nombre=nombre)
    return None if envoyer["de_justesse"] else F.tort("jamais_envoye/de_justesse", nombre=nombre)


@F.controle
def echantillon(sujet: Sujet, reponse: Reponse) -> Constat | None:
    lus, genres, nombre = reponse["plan"]["echantillon"], sujet.verite["genres"], sujet.verite["nombre"]
    if faux := [compte for compte in reponse["comptes"] if compte != nombre]:
        return F.tort("mauvais_compte", annonce=faux[0], nombre=nombre)
    if len(lus) > ECHANTILLON_MAX:
        return F.tort("echantillon_trop_gros", lus=len(lus), permis=ECHANTILLON_MAX)
    absents = [g for g in sujet.verite["liste"] if g not in {genres[i] for i in lus}]
    if not absents:
        return None
    touches = sum(g in absents for g in genres.values())
    return F.tort("echantillon_tout_pareil", touches, genre=absents[0], absents=", ".join(absents), lus=len(lus))


_OUBLIES = {"sans téléphone": "oublies_sans_telephone", "personnes aveugles": "oublies_aveugles"}


@F.controle
def autres_canaux(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    choisis = reponse["plan"]["autres_canaux"]
    public, part = min(portee_attendue(choisis).items(), key=lambda p: p[1])
    if part >= PART_AUTRES_CANAUX:
        return None
    canaux = F.dire("ces_canaux", canaux=", ".join(choisis)) if choisis else F.dire("aucun_canal")
    return F.tort(_OUBLIES[public], part=round(100 * part), canaux=canaux)


# --- sans code --------------------------------------------------------------------------------------


def peut_partir(messages: pd.DataFrame, contexte: Mapping[str, Any]) -> bool:
    """Vrai si la règle de la maison permet cet envoi : approuvé par une personne, pour ce nombre, au bon moment."""
    approbation = contexte["approbation"] or {}
    par_une_personne = approbation.get("par") == "une personne habilitée"
    return par_une_personne and approbation.get("nombre") == len(messages) and bon_moment(contexte)


def bon_moment(contexte: Mapping[str, Any]) -> bool:
    """Vrai de 8 h à 20 h, hors dimanche, quinze jours au moins après le dernier envoi."""
    quand = datetime.fromisoformat(contexte["date"])
    ecart = (quand.date() - date.fromisoformat(contexte["dernier_envoi"])).days
    return quand.hour in HEURES and quand.weekday() != 6 and ecart >= JOURS_ENTRE_ENVOIS


def _produire(decisions: Mapping[str, Any]) -> Productions:
    def plan_denvoi(messages: pd.DataFrame, contexte: dict) -> dict:
        approbation = contexte["approbation"]
        echantillon = {
            "dix_premiers": messages.head(10),
            "un_de_chaque_genre": messages.groupby("genre").head(2),
            "tous": messages,
            "au_hasard": messages.sample(5, random_state=1),
        }[decisions["echantillon"]]
        envoyer = {
            "personne_habilitee_et_horaires": peut_partir(messages, contexte),
            "personne_habilitee": bool(approbation) and approbation["par"] == "une personne habilitée",
            "une_approbation": bool(approbation) and bon_moment(contexte),
            "horaires": bon_moment(contexte),
            "jamais": False,
        }[decisions["depart"]]
        return {
            "combien": len(messages),
            "echantillon": list(echantillon["id_personne"]),
            "envoyer": envoyer,
            "autres_canaux": decisions["autres_canaux"],
        }

    return {"plan_denvoi": plan_denvoi}


EXERCICE = F.exercice(mondes=MONDES, sujet=_sujet, repondre=_repondre, produire=_produire)
