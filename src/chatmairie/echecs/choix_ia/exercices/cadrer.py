"""`choix_ia.cadrer` : écrire avant l'ouverture pour qui l'on travaille, ce que l'on mesure, et quand on arrête.

Rien n'est jugé sur des mots : la condition d'arrêt écrite par l'apprenant est rejouée sur un service qui va mal,
sur des services sains, et sur des services qui ne laissent tomber qu'un seul public.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from numpy.random import Generator

from chatmairie.echecs.choix_ia.exercices._commun import MONDES
from chatmairie.echecs.choix_ia.monde import PUBLICS, Monde
from chatmairie.echecs.choix_ia.service import (
    ALERTE_SI_PLUS,
    INDICATEURS,
    REGARDS,
    Condition,
    derouler,
    jour_d_arret,
    jour_du_retrait,
    leses,
)
from chatmairie.juge import formes
from chatmairie.juge.exercice import Constat, Controle, Entrees, Exercice, FormeInattendue, Productions, Reponse, Sujet
from chatmairie.juge.jugement import controle_de_forme
from chatmairie.langue.mots import accorder, sans_accents

BESOINS = {
    "repondre": "répondre aux demandes simples des habitants, quelle que soit la façon dont ils viennent",
    "moderniser": "montrer une image moderne de la mairie",
    "comme_les_autres": "avoir une IA, comme les autres mairies",
    "remplacer": "fermer le guichet et le téléphone",
}
PUBLICS_CONNUS = {p.cle: p.nom for p in PUBLICS}
SANS_ECRAN = {p.cle for p in PUBLICS if p.sans_ecran}
PUBLICS_MIN = 3

_UNE_PART = "« echecs » est une part, entre 0 et 1 : la moitié des demandes s'écrit 0.5, et non 50."

QUALITES = ((6, 16), (30, 38))
"""Des services très malades, et d'autres à demi : la moitié des demandes y aboutissent, pas celles de tous."""
MALADES, SAINS, OUBLIS = 3, 60, 5
PART_MAX = 0.25
"""Demandes perdues avant l'arrêt, au plus un quart de celles du service sans condition. Mesuré : 0,16 au plus avec un
arrêt sur les échecs en 1 à 5 jours ; 0,44 et plus sur les plaintes ; 3 (jamais) sur la satisfaction moyenne."""

JOURS_POUR_VOIR = 21
"""Un public dont la moitié des demandes échouent doit se voir en trois semaines, trois fois sur cinq au moins. Mesuré :
toujours jusqu'au seuil de 0,50 en trois jours sur le pire public ; jamais à 0,60, ni pour les petits publics sur la
moyenne."""

ARRETS_A_TORT_MAX = 4
"""Sur soixante services sains, quatre arrêts à tort au plus ; une bonne réponse en fait trois au plus. Mesuré sur 60
mondes, en arrêts pour vingt services : 0,1 pour un seuil de 0,25 en trois jours, 0,02 pour 0,30 en trois jours, 0 à
partir de 0,40 ; 2,1 pour 0,20 en trois jours ; 0,4 pour 0,25 en deux jours."""


def _sujet(hasard: Generator, monde: Monde) -> Sujet:
    malades = []
    for qualites in MALADES * QUALITES:
        deroule = derouler(hasard, monde, qualite=float(hasard.uniform(*qualites)))
        retrait = jour_du_retrait(deroule) or deroule.jours
        malades.append({"deroule": deroule, "sans": int(leses(deroule, retrait).sum()), "retrait": retrait})
    sains = [derouler(hasard, monde, qualite=float(hasard.uniform(95, 99))) for _ in range(SAINS)]
    oublies = [
        {"deroule": derouler(hasard, monde, qualite=97.0, oublie=p.cle), "public": p.nom, "cle": p.cle}
        for p in monde.publics
        for _ in range(OUBLIS)
    ]
    return Sujet(entrees={}, verite={"malades": malades, "sains": sains, "oublies": oublies})


def _repondre(productions: Productions, _entrees: Entrees) -> Reponse:
    lu = formes.dictionnaire(productions["CADRAGE"], "CADRAGE", ("besoin", "publics", "indicateurs", "arret"))
    besoin = _un_parmi(lu["besoin"], BESOINS, "besoin")
    publics = lu["publics"]
    if not isinstance(publics, list):
        raise FormeInattendue('« publics » est une liste entre crochets : ["…", "…"].')
    publics = [_un_parmi(p, PUBLICS_CONNUS, "publics") for p in publics]
    if not isinstance(lu["indicateurs"], dict) or not lu["indicateurs"]:
        raise FormeInattendue("« indicateurs » est un dictionnaire {indicateur: seuil}, avec au moins un indicateur.")
    indicateurs = {
        _un_parmi(nom, INDICATEURS, "indicateurs"): _nombre(seuil, f"le seuil de « {nom} »")
        for nom, seuil in lu["indicateurs"].items()
    }
    arret = lu["arret"]
    if not isinstance(arret, dict):
        raise FormeInattendue('« arret » est un dictionnaire {"indicateur": …, "sur": …, "seuil": …, "jours": …}.')
    manquants = [c for c in ("indicateur", "sur", "seuil", "jours") if c not in arret]
    if manquants:
        raise FormeInattendue(f"Dans « arret », il manque : {', '.join(f'« {c} »' for c in manquants)}.")
    jours = _nombre(arret["jours"], "le nombre de jours")
    if jours != int(jours) or jours < 1:
        raise FormeInattendue("« jours » est un nombre entier, 1 au moins : pendant combien de jours de suite.")
    return {
        "besoin": besoin,
        "publics": sorted(set(publics)),
        "indicateurs": indicateurs,
        "arret": {
            "indicateur": _un_parmi(arret["indicateur"], INDICATEURS, "indicateur"),
            "sur": _un_parmi(arret["sur"], dict.fromkeys(REGARDS), "sur"),
            "seuil": _nombre(arret["seuil"], "le seuil de l'arrêt"),
            "jours": int(jours),
        },
    }


def _un_parmi(valeur: Any, connus: Any, cle: str) -> str:
    cherche = sans_accents(valeur).replace(" ", "_") if isinstance(valeur, str) else ""
    trouve = {sans_accents(c): c for c in connus}.get(cherche)
    if trouve is None:
        raise FormeInattendue(
            f"« {cle} » : « {valeur} » n'est pas dans la liste. On peut écrire : {', '.join(connus)}."
        )
    return trouve


def _nombre(valeur: Any, quoi: str) -> float:
    if isinstance(valeur, bool) or not isinstance(valeur, (int, float)) or not np.isfinite(valeur):
        raise FormeInattendue(f"{quoi[0].upper()}{quoi[1:]} doit être un nombre.")
    return float(valeur)


def _condition(reponse: Reponse) -> Condition:
    return Condition(**reponse["arret"])


def _phrase_du_seuil(reponse: Reponse) -> str:
    arret = reponse["arret"]
    sens = "au-dessus" if ALERTE_SI_PLUS[arret["indicateur"]] else "au-dessous"
    seuil = f"{arret['seuil']:g}".replace(".", ",")
    return (
        f"Votre condition : {arret['indicateur']} ({arret['sur']}) {sens} de {seuil}, "
        f"{accorder(arret['jours'], 'jour', 'jours de suite')}."
    )


def _besoin(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    if reponse["besoin"] != "repondre":
        return Constat(
            "besoin_vide",
            "Ce besoin n'est celui d'aucun habitant : personne n'a demandé une image, ni la fermeture du guichet. "
            "Un service construit dessus ne répondra à personne.",
            essayer="Que veut faire quelqu'un qui appelle la mairie demain matin ?",
        )
    if len(reponse["publics"]) < PUBLICS_MIN:
        return Constat(
            "trop_peu_de_publics",
            "Un service pensé pour un ou deux publics laisse les autres dehors sans que personne ne l'ait décidé.",
            observe=f"{accorder(len(reponse['publics']), 'public nommé', 'publics nommés')} ; il en faut au moins "
            f"{PUBLICS_MIN}.",
            essayer="Qui vient aujourd'hui au guichet, au téléphone, sur le site ?",
        )
    if not SANS_ECRAN & set(reponse["publics"]):
        return Constat(
            "sans_ecran_oublies",
            "Karim n'a pas de smartphone et n'en veut pas : dans ce cadrage, il n'existe pas, et sa demande "
            "n'arrivera nulle part.",
            essayer="Quel public de la liste n'utilise pas d'écran ?",
        )
    return None


def _distingue(sujet: Sujet, nom: str, seuil: float) -> bool:
    """Vrai si cet indicateur, avec ce seuil, sonne dans les services les plus malades et se tait dans presque tous les
    sains."""
    return any(
        all(jour_d_arret(m["deroule"], c) is not None for m in sujet.verite["malades"][:: len(QUALITES)])
        and sum(jour_d_arret(d, c) is not None for d in sujet.verite["sains"]) <= SAINS // 4
        for c in (Condition(nom, seuil, 3, sur) for sur in REGARDS)
    )


def _sonne_apres(sujet: Sujet, reponse: Reponse, nom: str, seuil: float) -> bool:
    """Vrai si l'alerte n'a pas sonné le jour où le service s'arrête (une fois sur deux au moins, dans les services qui
    n'oublient qu'un public)."""
    arret = _condition(reponse)
    retards = []
    for oublie in sujet.verite["oublies"]:
        jour = jour_d_arret(oublie["deroule"], arret)
        if jour is not None:
            alertes = [jour_d_arret(oublie["deroule"], Condition(nom, seuil, 1, sur)) for sur in REGARDS]
            retards.append(not any(a is not None and a <= jour for a in alertes))
    return bool(retards) and 2 * sum(retards) > len(retards)


def _indicateurs(sujet: Sujet, reponse: Reponse) -> Constat | None:
    utiles = [(nom, seuil) for nom, seuil in reponse["indicateurs"].items() if _distingue(sujet, nom, seuil)]
    if utiles and all(_sonne_apres(sujet, reponse, *un) for un in utiles):
        return Constat(
            "alerte_apres_l_arret",
            "Votre alerte ne sonne pas avant l'arrêt : le service est déjà éteint, et personne n'a eu l'occasion de le "
            "réparer avant que les habitants retournent faire la queue.",
            observe=f"Alerte : {utiles[0][0]} à {utiles[0][1]:g}".replace(".", ",") + f". {_phrase_du_seuil(reponse)}",
            essayer="Une alerte sert à agir avant l'arrêt : de quel côté du seuil d'arrêt doit-elle être ?"
            if any(nom == reponse["arret"]["indicateur"] for nom, _ in utiles)
            else "Quel indicateur bouge avant que le service s'arrête ?",
        )
    if utiles:
        return None
    noms = ", ".join(f"{n} à {s:g}".replace(".", ",") for n, s in reponse["indicateurs"].items())
    return Constat(
        "indicateur_sourd",
        "Aucun de vos indicateurs, avec son seuil, ne distingue un service qui laisse les gens sans réponse d'un "
        "service qui marche : on lira un chiffre, et l'on ne saura rien.",
        observe=f"Vos indicateurs : {noms}.",
        essayer=_UNE_PART
        if reponse["indicateurs"].get("echecs", 0) > 1
        else "Regardez ce que vaut chaque indicateur dans le service de l'histoire et dans un service sain.",
    )


def part_perdue(sujet: Sujet, reponse: Reponse) -> float:
    """Demandes perdues avant l'arrêt, divisées par celles du service sans condition (le pire des services malades)."""
    parts = []
    for malade in sujet.verite["malades"]:
        jour = jour_d_arret(malade["deroule"], _condition(reponse))
        parts.append(int(leses(malade["deroule"], jour).sum()) / malade["sans"])
    return max(parts)


def _a_temps(sujet: Sujet, reponse: Reponse) -> Constat | None:
    if part_perdue(sujet, reponse) <= PART_MAX:
        return None
    pire = max(
        sujet.verite["malades"],
        key=lambda m: int(leses(m["deroule"], jour_d_arret(m["deroule"], _condition(reponse))).sum()),
    )
    jour = jour_d_arret(pire["deroule"], _condition(reponse))
    perdues = int(leses(pire["deroule"], jour).sum())
    arret = reponse["arret"]
    pistes = {
        "satisfaction": "Qui remplit le questionnaire ? Ceux qui ont obtenu ce qu'ils voulaient.",
        "plaintes": "Ceux qui ne peuvent pas se servir du service ne se plaignent pas ; les autres, des semaines "
        "après.",
        "visites": "Des gens qui échouent reviennent essayer : les visites ne baissent pas.",
        "echecs": _UNE_PART
        if arret["seuil"] > 1
        else "Combien de jours laissez-vous passer, et à partir de quel seuil regardez-vous ?",
    }
    if jour is None:
        return Constat(
            "jamais_arrete",
            f"Avec cette condition, ChatMairie ne s'arrête jamais : {perdues} demandes sans réponse en "
            f"{pire['deroule'].jours} jours, et derrière chacune quelqu'un qui attendait.",
            observe=_phrase_du_seuil(reponse),
            essayer=pistes[arret["indicateur"]],
            leses=perdues,
        )
    return Constat(
        "trop_tard",
        f"ChatMairie s'arrête au jour {jour}, après {perdues} demandes sans réponse ; sans aucune condition, il y en "
        f"avait {pire['sans']}.",
        observe=f"{_phrase_du_seuil(reponse)} On accepte au plus un quart des {pire['sans']}.",
        essayer=pistes[arret["indicateur"]],
        leses=perdues,
    )


def _fausses_alertes(sujet: Sujet, reponse: Reponse) -> Constat | None:
    arrets = sum(jour_d_arret(d, _condition(reponse)) is not None for d in sujet.verite["sains"])
    if arrets <= ARRETS_A_TORT_MAX:
        return None
    return Constat(
        "arret_a_tort",
        "Votre condition éteint un service qui marche : les habitants qu'il servait retournent faire la queue, et la "
        "prochaine alerte, personne ne la croira.",
        observe=f"{arrets} services sains sur {SAINS} sont arrêtés. {_phrase_du_seuil(reponse)}",
        essayer="Un petit public bouge beaucoup d'une semaine à l'autre : quel seuil, pendant combien de jours ?",
        leses=arrets,
    )


def publics_caches(sujet: Sujet, condition: Condition) -> list[str]:
    """Les publics laissés dehors que cette condition ne voit pas, plus d'une fois sur deux, en trois semaines."""
    manques: dict[str, int] = {}
    for oublie in sujet.verite["oublies"]:
        jour = jour_d_arret(oublie["deroule"], condition)
        manques[oublie["cle"]] = manques.get(oublie["cle"], 0) + (jour is None or jour > JOURS_POUR_VOIR)
    return [cle for cle, fois in manques.items() if 2 * fois > OUBLIS]


def _personne_de_cache(sujet: Sujet, reponse: Reponse) -> Constat | None:
    condition = _condition(reponse)
    caches = publics_caches(sujet, condition)
    if not caches:
        return None
    pire = max(
        (o for o in sujet.verite["oublies"] if o["cle"] in caches),
        key=lambda o: int(leses(o["deroule"], JOURS_POUR_VOIR)[o["cle"]]),
    )
    perdues = int(leses(pire["deroule"], JOURS_POUR_VOIR)[pire["cle"]])
    vus_autrement = condition.sur != REGARDS[0] and not publics_caches(sujet, replace(condition, sur=REGARDS[0]))
    return Constat(
        "public_cache",
        f"Le service marche pour presque tous, sauf pour {pire['public']} : {perdues} de leurs demandes, une sur deux, "
        f"restent sans réponse en {JOURS_POUR_VOIR} jours, et votre condition n'a rien vu.",
        observe=f"{accorder(len(caches), 'public', 'publics')} sur {len(sujet.verite['oublies']) // OUBLIS} "
        f"{'peut être laissé' if len(caches) < 2 else 'peuvent être laissés'} dehors trois semaines sans arrêt. "
        f"{_phrase_du_seuil(reponse)}",
        essayer="Sur qui lisez-vous l'indicateur ?"
        if vus_autrement
        else "Combien de demandes perdues sur cent votre seuil laisse-t-il passer, et pendant combien de jours ?",
        leses=perdues,
    )


EXERCICE = Exercice(
    identifiant="choix_ia.cadrer",
    titre="Cadrer : pour qui, quoi mesurer, quand arrêter",
    niveau=1,
    duree_min=10,
    criteres=("CM-CAD-01", "CM-CAD-02", "CM-UX-03"),
    indices=(
        "Sans condition écrite, il a fallu quarante plaintes pour que quelqu'un regarde ; ceux qui ne pouvaient pas se "
        "servir du service n'en ont écrit presque aucune.",
        "Recommandation : écrire avant l'ouverture le besoin, les publics (dont un sans écran), ce que l'on mesure, et "
        "la condition d'arrêt, lue sur le public le moins bien servi.",
        'CADRAGE = {"besoin": "…", "publics": ["…", "…", "…"], "indicateurs": {"…": 0.0}, "arret": {"indicateur": "…", '
        '"sur": "…", "seuil": 0.0, "jours": 0}}. La manette « Quand arrêter ? » montre ce que chaque condition '
        "aurait fait.",
    ),
    productions=("CADRAGE",),
    mondes=MONDES,
    sujet=_sujet,
    repondre=_repondre,
    controles=(
        controle_de_forme(0.25),
        Controle("besoin_et_publics", 0.25, _besoin, ("forme",), "un besoin, et des publics nommés"),
        Controle("indicateur_utile", 0.5, _indicateurs, ("forme",), "un indicateur qui distingue le bon du mauvais"),
        Controle("arret_a_temps", 0.5, _a_temps, ("forme",), "le service s'arrête avant que le tort s'étende"),
        Controle("pas_d_arret_a_tort", 0.5, _fausses_alertes, ("arret_a_temps",), "un service sain n'est pas éteint"),
        Controle(
            "aucun_public_cache",
            2.0,
            _personne_de_cache,
            ("besoin_et_publics", "arret_a_temps", "pas_d_arret_a_tort"),
            "aucun public n'est oublié",
        ),
    ),
)
