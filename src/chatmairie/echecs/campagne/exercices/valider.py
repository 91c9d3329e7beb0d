"""`campagne.valider` : l'essai à blanc. Rien ne part sans qu'une personne ait lu ce qui change, et dit oui."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.campagne.exercices._commun import MONDES, identifiants
from chatmairie.echecs.campagne.monde import Monde
from chatmairie.echecs.campagne.portee import CANAUX_DE_PORTEE, portee_attendue
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
from chatmairie.langue.mots import accorder, sans_accents

ECHANTILLON_MAX = 20
"""Au-delà, personne ne lit plus (hypothèse du cours)."""

JOURS_ENTRE_ENVOIS = 15
HEURES = range(8, 20)
"""Règle de la maison (hypothèse du cours, pas une loi) : de 8 h à 20 h, jamais le dimanche, au plus une fois par
quinzaine."""

PART_AUTRES_CANAUX = 1 / 3
"""Au moins une personne sur trois, sans téléphone ou aveugle, doit pouvoir apprendre l'agenda autrement. Mesuré :
un appel en joint 0,40, guichet et site 0,45 ; l'affiche seule, 0,40 et aucune personne aveugle ; le site seul, 0,31."""

AUTRES_CANAUX = tuple(c for c in CANAUX_DE_PORTEE if c != "message")
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
    contextes = {
        "permis": {"approbation": oui, "date": f"{jour} 10:00", "dernier_envoi": "2026-01-05"},
        "de_justesse": {"approbation": oui, "date": "2026-03-28 19:59", "dernier_envoi": "2026-03-13"},
        "sans_accord": {"approbation": None, "date": f"{jour} 10:00", "dernier_envoi": "2026-01-05"},
        "programme": {"approbation": {**oui, "par": "le programme"}, "date": f"{jour} 10:00",
                      "dernier_envoi": "2026-01-05"},
        "autre_personne": {"approbation": {**oui, "par": str(hasard.choice(["un stagiaire", "le prestataire"]))},
                           "date": f"{jour} 10:00", "dernier_envoi": "2026-01-05"},
        "autre_nombre": {"approbation": {**oui, "nombre": n - 1}, "date": f"{jour} 10:00",
                         "dernier_envoi": "2026-01-05"},
        "nombre_plus_grand": {"approbation": {**oui, "nombre": n + 40}, "date": f"{jour} 10:00",
                              "dernier_envoi": "2026-01-05"},
        "nuit": {"approbation": oui, "date": f"{jour} {hasard.choice(['21:30', '22:15', '06:40'])}",
                 "dernier_envoi": "2026-01-05"},
        "dimanche": {"approbation": oui, "date": "2026-03-29 11:00", "dernier_envoi": "2026-01-05"},
        "trop_souvent": {"approbation": oui, "date": f"{jour} 10:00", "dernier_envoi": recent},
        "quatorze_jours": {"approbation": oui, "date": f"{jour} 10:00", "dernier_envoi": veille},
    }  # fmt: skip
    return Sujet(
        entrees={"messages": messages, "contextes": contextes},
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
        lignes = identifiants(table, "plan_denvoi", "id_personne", connus, "personne") if isinstance(
            table, pd.DataFrame) else list(table)  # fmt: skip
        rendu = {**rendu, "echantillon": lignes}
    plan = formes.dictionnaire(rendu, "plan_denvoi", ("combien", "echantillon", "envoyer", "autres_canaux"))
    if plan["envoyer"] in (None, {}):  # `approbation and …` rend l'approbation quand elle est vide : rien ne part
        plan["envoyer"] = False
    if not isinstance(plan["envoyer"], bool):
        raise FormeInattendue("« envoyer » vaut True ou False : ce message part, ou il attend.")
    for cle in ("echantillon", "autres_canaux"):
        if not isinstance(plan[cle], list):
            raise FormeInattendue(f"« {cle} » est une liste entre crochets.")
    echantillon = [str(i) for i in plan["echantillon"]]
    inconnus = [i for i in echantillon if i not in connus]
    if inconnus:
        raise FormeInattendue(f"« echantillon » : « {inconnus[0][:30]} » n'est l'`id_personne` d'aucun message.")
    canaux = {sans_accents(c): c for c in AUTRES_CANAUX}
    autres = [canaux.get(sans_accents(c)) for c in plan["autres_canaux"]]
    if None in autres:
        raise FormeInattendue(f"« autres_canaux » : on peut écrire {', '.join(AUTRES_CANAUX)}.")
    if type(plan["combien"]) not in (int, float):
        raise FormeInattendue("« combien » est un nombre : combien de messages partiraient.")
    return {
        "combien": int(plan["combien"]),
        "echantillon": list(dict.fromkeys(echantillon)),
        "envoyer": plan["envoyer"],
        "autres_canaux": sorted(set(autres)),
    }


def _echantillon(sujet: Sujet, reponse: Reponse) -> Constat | None:
    plan, genres = reponse["plan"], sujet.verite["genres"]
    faux = [compte for compte in reponse["comptes"] if compte != sujet.verite["nombre"]]
    if faux:
        return Constat(
            "mauvais_compte",
            f"Le plan annonce {accorder(faux[0], 'message', 'messages')} ; il en partirait "
            f"{sujet.verite['nombre']}. Qui approuve ne "
            "sait pas combien de téléphones sonneront.",
            essayer="« combien » : le nombre de lignes de `messages`, quoi que l'on ait approuvé.",
        )
    if len(plan["echantillon"]) > ECHANTILLON_MAX:
        return Constat(
            "echantillon_trop_gros",
            f"{len(plan['echantillon'])} messages à lire : la personne qui approuve lira les trois premiers, et "
            f"dira oui.",
            essayer=f"{ECHANTILLON_MAX} au plus.",
        )
    absents = [g for g in sujet.verite["liste"] if g not in {genres[i] for i in plan["echantillon"]}]
    if not absents:
        return None
    touches = sum(g in absents for g in genres.values())
    return Constat(
        "echantillon_tout_pareil",
        f"L'échantillon ne montre aucun message du genre « {absents[0]} ». La personne qui approuve dit oui à ce "
        f"qu'elle n'a pas vu, et {accorder(touches, 'personne reçoit', 'personnes reçoivent')} un message que nul "
        "n'a relu.",
        observe=f"{accorder(len(plan['echantillon']), 'message lu', 'messages lus')} ; "
        f"genres absents : {', '.join(absents)}.",
        essayer="Les premières lignes se ressemblent toutes. Une colonne dit de quel genre est chaque message.",
        leses=touches,
        grave=True,
    )


_PHRASES = {
    "sans_accord": (
        "personne_n_a_dit_oui",
        "{n} messages partent sans que personne ait dit oui : c'est ainsi que l'agenda des agents est parti.",
    ),
    "programme": (
        "approuve_par_lui_meme",
        "Le programme s'approuve lui-même, et {n} messages partent : personne ne pouvait dire non.",
    ),
    "autre_personne": (
        "approuve_par_un_autre",
        "{n} messages partent, approuvés par quelqu'un qui n'est pas habilité : personne n'en répond devant ceux qui "
        "les reçoivent.",
    ),
    "autre_nombre": (
        "approbation_d_autre_chose",
        "Quelqu'un a dit oui à moins de messages, et {n} partent : il en part que personne n'a approuvés.",
    ),
    "nombre_plus_grand": (
        "approbation_d_un_autre_envoi",
        "Quelqu'un a dit oui à plus de messages, et {n} partent : ce n'est pas l'envoi que cette personne a lu, et "
        "celles qui manquent n'en sauront rien.",
    ),
    "nuit": ("la_nuit", "{n} téléphones sonnent avant 8 h ou après 20 h : des gens dorment, d'autres ont peur."),
    "dimanche": ("le_dimanche", "{n} téléphones sonnent un dimanche : la règle de la maison dit non."),
    "trop_souvent": (
        "trop_souvent",
        "{n} personnes reçoivent un second message en moins de quinze jours : demain elles écriront STOP, et ne "
        "sauront "
        "plus rien.",
    ),
    "quatorze_jours": (
        "trop_souvent",
        "{n} personnes reçoivent un second message au bout de quatorze jours : la règle de la maison dit quinze, au "
        "moins.",
    ),
}


def _depart(sujet: Sujet, reponse: Reponse) -> Constat | None:
    for nom, (famille, phrase) in _PHRASES.items():
        if reponse["envoyer"][nom]:
            return Constat(
                famille,
                phrase.format(n=sujet.verite["nombre"]),
                essayer="« envoyer » ne vaut True que si une personne habilitée a approuvé ce nombre-là, de 8 h à "
                "20 h, "
                "pas un dimanche, et quinze jours après le dernier envoi.",
                grave=True,
            )
    if not reponse["envoyer"]["permis"] or not reponse["envoyer"]["de_justesse"]:
        quand = " (un samedi à 19 h 59, quinze jours après le dernier envoi)" if reponse["envoyer"]["permis"] else ""
        return Constat(
            "jamais_envoye",
            f"Tout est en règle{quand}, une personne habilitée a dit oui, et rien ne part : {sujet.verite['nombre']} "
            "personnes qui attendaient l'agenda ne le reçoivent pas.",
            essayer="Quand les quatre conditions sont réunies, « envoyer » vaut True.",
            grave=True,
        )
    return None


def _canaux(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    parts = portee_attendue(reponse["plan"]["autres_canaux"])
    public, part = min(parts.items(), key=lambda p: p[1])
    if part >= PART_AUTRES_CANAUX:
        return None
    qui = "Karim n'a pas de téléphone portable" if public == "sans téléphone" else "Rayan ne lit pas une affiche"
    return Constat(
        f"oublies_{'sans_telephone' if public == 'sans téléphone' else 'aveugles'}",
        f"{qui} : avec ces canaux, l'agenda atteint {accorder(round(100 * part), 'personne', 'personnes')} sur "
        f"100 de ce public. Un agenda "
        f"public "
        "réservé aux bons appareils ne l'est plus.",
        observe=f"Autres canaux : {', '.join(reponse['plan']['autres_canaux']) or 'aucun'}. Il en faut assez pour une "
        "personne sur trois.",
        essayer="La manette « Par quels canaux ? » compte les personnes jointes, public par public.",
        grave=True,
    )


# --- sans code --------------------------------------------------------------------------------------

_ECHANTILLON = {
    "dix_premiers": "les dix premiers messages",
    "un_de_chaque_genre": "deux messages de chaque genre",
    "tous": "tous les messages",
    "au_hasard": "cinq messages pris au hasard",
}
_DEPART = {
    "personne_habilitee_et_horaires": "une personne habilitée a approuvé ce nombre, et le jour et l'heure conviennent",
    "personne_habilitee": "une personne habilitée a approuvé, quels que soient le nombre, le jour et l'heure",
    "une_approbation": "une approbation est notée, de qui que ce soit",
    "horaires": "le jour et l'heure conviennent",
    "jamais": "jamais : mieux vaut ne rien envoyer",
}


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


EXERCICE = Exercice(
    identifiant="campagne.valider",
    titre="L'essai à blanc",
    niveau=2,
    duree_min=5,
    criteres=("CM-SOC-08", "CM-UX-03"),
    indices=(
        "Personne n'avait lu les soixante messages avant qu'ils partent ; et ni Karim ni Rayan n'ont appris le "
        "concert.",
        "Recommandation : un essai à blanc, un échantillon qui montre ce qui diffère, une personne qui peut dire "
        "non, et "
        "un autre chemin pour une personne qui n'a pas de téléphone, ou n'y voit pas.",
        'Un dictionnaire : `"combien": len(messages)` ; `"echantillon": list(messages.groupby("genre").head(2)'
        '["id_personne"])` ; `"envoyer"` : True seulement si l\'approbation vient d\'« une personne habilitée », '
        "pour ce "
        'nombre, et si `bon_moment(contexte)` ; `"autres_canaux"` : une liste.',
    ),
    productions=("plan_denvoi",),
    mondes=MONDES,
    sujet=_sujet,
    repondre=_repondre,
    choix=CheminSansCode(
        options={
            "echantillon": Option("Quels messages fait-on relire ?", _ECHANTILLON),
            "depart": Option("Quand le message part-il ?", _DEPART),
            "autres_canaux": Option(
                "Par quels autres canaux annonce-t-on l'agenda ?",
                {c: CANAUX_DE_PORTEE[c] for c in AUTRES_CANAUX},
                plusieurs=True,
            ),
        },
        produire=_produire,
        exemple='plan_denvoi = choisir("campagne.valider", echantillon="…", depart="…", autres_canaux=["…"])',
    ),
    controles=(
        controle_de_forme(0.25),
        Controle("depart", 0.25, _depart, ("forme",), "rien ne part sans une personne, ni à la mauvaise heure"),
        # montrer un échantillon à quelqu'un qui ne peut pas dire non ne retient rien
        Controle("echantillon", 0.25, _echantillon, ("depart",), "l'échantillon montre ce qui diffère"),
        Controle("autres_canaux", 0.25, _canaux, ("forme",), "un chemin sans téléphone et sans la vue"),
    ),
)
