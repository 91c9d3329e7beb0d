"""`choix_ia.cadrer` : écrire avant l'ouverture pour qui l'on travaille, ce que l'on mesure, et quand on arrête.

Rien n'est jugé sur des mots : la condition d'arrêt écrite par l'apprenant est rejouée sur un service qui va mal,
sur des services sains, et sur des services qui ne laissent tomber qu'un seul public.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.random import Generator

from chatmairie.echecs.choix_ia.mecanisme import (
    ALERTE_SI_PLUS,
    INDICATEURS,
    REGARDS,
    Condition,
    derouler,
    jour_d_arret,
    jour_du_retrait,
    leses,
)
from chatmairie.echecs.choix_ia.monde import MONDES, PUBLICS, Monde
from chatmairie.juge import formes
from chatmairie.juge.exercice import Constat, Entrees, Productions, Reponse, Sujet
from chatmairie.juge.fiche import Fiche
from chatmairie.langue.mots import sans_accents
from chatmairie.langue.texte import nombre

F = Fiche(__file__)
BESOINS = F.mots["besoins"]
PUBLICS_CONNUS = {p.cle: p.nom for p in PUBLICS}
SANS_ECRAN = {p.cle for p in PUBLICS if p.sans_ecran}
PUBLICS_MIN = 3

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
    if not isinstance(lu["publics"], list):
        raise F.refus("publics_en_liste")
    publics = sorted({_un_parmi(p, PUBLICS_CONNUS, "publics") for p in lu["publics"]})
    if not isinstance(lu["indicateurs"], dict) or not lu["indicateurs"]:
        raise F.refus("indicateurs_vides")
    indicateurs = {
        _un_parmi(nom, INDICATEURS, "indicateurs"): _nombre(seuil, "seuil_d_alerte", nom=nom)
        for nom, seuil in lu["indicateurs"].items()
    }
    return {"besoin": besoin, "publics": publics, "indicateurs": indicateurs, "arret": _lire_l_arret(lu["arret"])}


def _lire_l_arret(arret: Any) -> dict[str, Any]:
    """Les quatre valeurs d'une `Condition`. Lève `FormeInattendue`."""
    if not isinstance(arret, dict):
        raise F.refus("arret_sans_cles")
    manquants = [f"« {c} »" for c in ("indicateur", "sur", "seuil", "jours") if c not in arret]
    if manquants:
        raise F.refus("arret_incomplet", manquants=", ".join(manquants))
    jours = _nombre(arret["jours"], "nombre_de_jours")
    if jours != int(jours) or jours < 1:
        raise F.refus("jours_entiers")
    return {
        "indicateur": _un_parmi(arret["indicateur"], INDICATEURS, "indicateur"),
        "sur": _un_parmi(arret["sur"], REGARDS, "sur"),
        "seuil": _nombre(arret["seuil"], "seuil_d_arret"),
        "jours": int(jours),
    }


def _un_parmi(valeur: Any, connus: Iterable[str], cle: str) -> str:
    cherche = sans_accents(valeur).replace(" ", "_") if isinstance(valeur, str) else ""
    trouve = {sans_accents(c): c for c in connus}.get(cherche)
    if trouve is None:
        raise F.refus("hors_liste", cle=cle, valeur=str(valeur), connus=", ".join(connus))
    return trouve


def _nombre(valeur: Any, refus: str, **trous: Any) -> float:
    if isinstance(valeur, bool) or not isinstance(valeur, (int, float)) or not np.isfinite(valeur):
        raise F.refus(refus, **trous)
    return float(valeur)


def _condition(reponse: Reponse) -> Condition:
    return Condition(**reponse["arret"])


def _condition_en_clair(reponse: Reponse) -> str:
    arret = reponse["arret"]
    phrase = "condition_au_dessus" if ALERTE_SI_PLUS[arret["indicateur"]] else "condition_au_dessous"
    seuil = nombre(arret["seuil"], 6)
    return F.dire(phrase, nom=arret["indicateur"], sur=arret["sur"], seuil=seuil, jours=arret["jours"])


@F.controle
def besoin_et_publics(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    if reponse["besoin"] != "repondre":
        return F.tort("besoin_vide")
    if len(reponse["publics"]) < PUBLICS_MIN:
        return F.tort("trop_peu_de_publics", n=len(reponse["publics"]), au_moins=PUBLICS_MIN)
    if not SANS_ECRAN & set(reponse["publics"]):
        return F.tort("sans_ecran_oublies")
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


@F.controle
def indicateur_utile(sujet: Sujet, reponse: Reponse) -> Constat | None:
    indicateurs, pistes = reponse["indicateurs"], F.mots["pistes"]
    en_clair = {n: F.dire("indicateur", nom=n, seuil=nombre(s, 6)) for n, s in indicateurs.items()}
    utiles = [nom for nom, seuil in indicateurs.items() if _distingue(sujet, nom, seuil)]
    if not utiles:
        piste = "une_part" if indicateurs.get("echecs", 0) > 1 else "comparer"
        return F.tort("indicateur_sourd", indicateurs=", ".join(en_clair.values()), piste=pistes[piste])
    if not all(_sonne_apres(sujet, reponse, nom, indicateurs[nom]) for nom in utiles):
        return None
    return F.tort(
        "alerte_apres_l_arret",
        alerte=en_clair[utiles[0]],
        condition=_condition_en_clair(reponse),
        piste=pistes["meme_indicateur" if reponse["arret"]["indicateur"] in utiles else "autre_indicateur"],
    )


def _perdues(malade: Mapping[str, Any], reponse: Reponse) -> int:
    """Demandes perdues dans ce service, avec cette condition d'arrêt."""
    deroule = malade["deroule"]
    return int(leses(deroule, jour_d_arret(deroule, _condition(reponse))).sum())


def part_perdue(sujet: Sujet, reponse: Reponse) -> float:
    """Demandes perdues avant l'arrêt, divisées par celles du service sans condition (le pire des services malades)."""
    return max(_perdues(malade, reponse) / malade["sans"] for malade in sujet.verite["malades"])


@F.controle
def arret_a_temps(sujet: Sujet, reponse: Reponse) -> Constat | None:
    if part_perdue(sujet, reponse) <= PART_MAX:
        return None
    pire = max(sujet.verite["malades"], key=lambda malade: _perdues(malade, reponse))
    jour, perdues = jour_d_arret(pire["deroule"], _condition(reponse)), _perdues(pire, reponse)
    en_clair, arret = _condition_en_clair(reponse), reponse["arret"]
    piste = "une_part" if arret["indicateur"] == "echecs" and arret["seuil"] > 1 else arret["indicateur"]
    dit = F.mots["pistes"][piste]
    if jour is None:
        return F.tort("jamais_arrete", perdues, jours=pire["deroule"].jours, condition=en_clair, piste=dit)
    return F.tort("trop_tard", perdues, jour=jour, sans=pire["sans"], condition=en_clair, piste=dit)


@F.controle
def pas_d_arret_a_tort(sujet: Sujet, reponse: Reponse) -> Constat | None:
    arrets = sum(jour_d_arret(d, _condition(reponse)) is not None for d in sujet.verite["sains"])
    if arrets <= ARRETS_A_TORT_MAX:
        return None
    return F.tort("arret_a_tort", arrets, sains=SAINS, condition=_condition_en_clair(reponse))


def publics_caches(sujet: Sujet, condition: Condition) -> list[str]:
    """Les publics laissés dehors que cette condition ne voit pas, plus d'une fois sur deux, en trois semaines."""
    manques: dict[str, int] = {}
    for oublie in sujet.verite["oublies"]:
        jour = jour_d_arret(oublie["deroule"], condition)
        manques[oublie["cle"]] = manques.get(oublie["cle"], 0) + (jour is None or jour > JOURS_POUR_VOIR)
    return [cle for cle, fois in manques.items() if 2 * fois > OUBLIS]


@F.controle
def aucun_public_cache(sujet: Sujet, reponse: Reponse) -> Constat | None:
    condition = _condition(reponse)
    caches = publics_caches(sujet, condition)
    if not caches:
        return None
    perdues, public = max(
        (
            (int(leses(o["deroule"], JOURS_POUR_VOIR)[o["cle"]]), o["public"])
            for o in sujet.verite["oublies"]
            if o["cle"] in caches
        ),
        key=lambda perte: perte[0],
    )
    vus_autrement = condition.sur != REGARDS[0] and not publics_caches(sujet, replace(condition, sur=REGARDS[0]))
    return F.tort(
        "public_cache",
        perdues,
        public=public,
        jours=JOURS_POUR_VOIR,
        caches=len(caches),
        sur=len(sujet.verite["oublies"]) // OUBLIS,
        condition=_condition_en_clair(reponse),
        piste=F.mots["pistes"]["regard" if vus_autrement else "seuil"],
    )


EXERCICE = F.exercice(mondes=MONDES, sujet=_sujet, repondre=_repondre)
