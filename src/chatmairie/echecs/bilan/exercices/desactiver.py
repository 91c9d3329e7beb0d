"""`bilan.desactiver` : éteindre ChatMairie ce soir, sans laisser personne dehors ni perdre la trace de qui a été lésé.

Le plan est rejoué sur trente jours, dans cette ville et dans d'autres ; rien n'est jugé sur des mots.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from numpy.random import Generator

from chatmairie.echecs.bilan.arret import ETAPES, FONCTIONS, JAMAIS, ROLES, Etape, Suite, allumee, derouler
from chatmairie.echecs.bilan.ville import (
    DEMANDES,
    HEURES,
    JOURS,
    OUVERTES,
    PUBLICS,
    VILLE_DU_COURS,
    Ville,
    autre_ville,
    torts_par_heure,
    une_annee,
)
from chatmairie.echecs.commun.exigences import le_code
from chatmairie.juge import formes
from chatmairie.juge.donnee_simple import est_nombre
from chatmairie.juge.exercice import Constat, Entrees, Mondes, Productions, Reponse, Sujet
from chatmairie.juge.fiche import Fiche

F = Fiche(__file__)
JOURS_DE_TORTS_MAX = 0.5
"""Nouveaux torts tolérés, en journées ordinaires, fonction par fonction : un acte donné à un inconnu ne se perd pas
dans le nombre des réponses inutiles. 0 en éteignant le soir même, 0,5 au plus demain à 8 h, 1 le lendemain soir ; un
envoi, un réemploi de la liste ou un second SMS se compte en journées de torts de toute la ville (12 et plus)."""

JOURS_SANS_SERVICE_MAX = 0.75
"""Personnes sans service, en journées ordinaires de demandes. Mesuré : 0 avec deux voies ouvertes au matin et
annoncées, 0,53 au plus si on l'annonce le lendemain soir, 0,99 au moins si l'on ouvre un jour plus tard ; 10 avec une
seule voie."""

PART_DE_FRAUDES_MAX = 0.20
"""Part des titulaires dont l'acte a servi contre eux. Mesuré : 0,14 au plus si on les alerte en trois jours, 0,31 au
moins en dix jours, 0,67 au moins si on ne les alerte pas."""

PART_OUBLIEE_MAX = 0.05
ARRET_TARDIF_H = 10 * 24
"""Au-delà, rien n'est éteint : avoir laissé la machine répondre ne compte pas comme une autre porte."""
ANNONCE_TARDIVE_H = 48
ETAPES_PAR_NUIT = 6
"""Ce qu'une même personne peut mener dans les douze premières heures (hypothèse du cours)."""
NUIT_H = 12

A_PREVENIR = {
    "notifier_cnil": (72, "cnil_non_notifiee"),
    "prevenir_dpo": (24, "dpo_oublie"),
    "prevenir_elus": (24, "elus_oublies"),
    "prevenir_prestataire": (24, "prestataire_oublie"),
}
"""Étape -> (heures au plus, famille). La CNIL : 72 heures après avoir pris connaissance de la violation (RGPD,
article 33, rappelé dans l'énoncé) ; les autres, un jour (hypothèse du cours, dite par l'énoncé)."""

ABSTRAITS = {"chatmairie", "tout_le_monde"}
JUGE_ET_PARTIE = {"copier_preuves", "alerter_titulaires", "notifier_cnil", "prevenir_habitants", "rappeler_refusees"}
"""Ce que le prestataire ne peut pas mener : il y serait juge et partie."""


def _sujet(hasard: Generator, ville: Ville) -> Sujet:
    return Sujet(entrees={}, verite={"ville": une_annee(hasard, ville)})


def _repondre(productions: Productions, _entrees: Entrees) -> Reponse:
    return {"plan": [[e.code, e.heure, e.qui] for e in lire_plan(productions["ARRET"])]}


def lire_plan(arret: Any) -> list[Etape]:
    """Le plan écrit par l'apprenant. Lève `FormeInattendue` (une phrase) s'il ne se lit pas."""
    lignes = formes.liste(formes.lignes_de_table(arret), "ARRET", 1)
    return [_lire_etape(rang, ligne) for rang, ligne in enumerate(lignes, 1)]


def _lire_etape(rang: int, ligne: Any) -> Etape:
    if isinstance(ligne, list) and len(ligne) == 3:
        ligne = dict(zip(("etape", "heure", "qui"), ligne, strict=True))
    if not isinstance(ligne, dict):
        raise F.refus("ligne", rang=rang)
    if manques := [f"« {c} »" for c in ("etape", "heure", "qui") if ligne.get(c) is None]:
        raise F.refus("manque", rang=rang, cles=", ".join(manques))
    heure = ligne["heure"]
    if not est_nombre(heure) or not 0 <= heure <= HEURES:
        raise F.refus("heure", rang=rang, heures=HEURES)
    return Etape(_code(ligne["etape"], ETAPES, rang, "etape"), float(heure), _code(ligne["qui"], ROLES, rang, "qui"))


def _code(valeur: Any, connus: Iterable[str], rang: int, cle: str) -> str:
    trouve = le_code(valeur, connus)
    if trouve is None:
        raise F.refus("code_inconnu", rang=rang, valeur=str(valeur)[:40], cle=cle, codes=", ".join(sorted(connus)))
    return trouve


def _suite(sujet: Sujet, reponse: Reponse) -> Suite:
    return derouler(sujet.verite["ville"], _plan(reponse))


def _plan(reponse: Reponse) -> list[Etape]:
    return [Etape(*e) for e in reponse["plan"]]


def torts_en_jours(ville: Ville, suite: Suite) -> dict[str, float]:
    """Cause -> nouveaux torts du mois (actes déjà partis non compris), en journées ordinaires de cette cause."""
    jours = {}
    for fonction, torts in torts_par_heure(ville).items():
        reste = torts[allumee(suite.heures[FONCTIONS[fonction]], suite.heures["relancer_v2"])].sum()
        jours[fonction] = round(JOURS * float(reste / torts.sum()), 6)
    return jours | {c: suite.leses[c] / ville.torts_par_jour for c in ("envois", "reemploi", "second_sms")}


def jours_de_torts(sujet: Sujet, reponse: Reponse) -> float:
    """La pire des causes, en journées ordinaires."""
    return max(torts_en_jours(sujet.verite["ville"], _suite(sujet, reponse)).values())


def jours_sans_service(sujet: Sujet, reponse: Reponse) -> float:
    """Personnes restées sans service, en journées ordinaires de demandes."""
    return _suite(sujet, reponse).dehors / sujet.verite["ville"].demandes_par_jour


def part_de_fraudes(sujet: Sujet, reponse: Reponse) -> float:
    """Part des titulaires d'un acte parti dont l'acte a servi contre eux."""
    return _suite(sujet, reponse).leses["fraudes"] / sujet.verite["ville"].actes_partis


# --- les contrôles ------------------------------------------------------------------------------------

_ENCORE = {
    "envois": "encore_des_torts_envois",
    "reemploi": "encore_des_torts_reemploi",
    "second_sms": "encore_des_torts_second_sms",
    "conversation": "encore_des_torts_conversation",
    "decisions": "encore_des_torts_decisions",
    "actes": "encore_des_torts_actes",
}
_ROUVERTE = {
    "envois": "rouvrir_sans_condition/envois",
    "conversation": "rouvrir_sans_condition/conversation",
    "decisions": "rouvrir_sans_condition/decisions",
    "actes": "rouvrir_sans_condition/actes",
}


@F.controle
def plus_de_nouveaux_torts(sujet: Sujet, reponse: Reponse) -> Constat | None:
    suite = _suite(sujet, reponse)
    if jours_de_torts(sujet, reponse) <= JOURS_DE_TORTS_MAX:
        return _rouverte_a_la_fin(sujet, suite)
    causes = {c: n for c, n in suite.leses.items() if c != "fraudes"}
    jours, leses = torts_en_jours(sujet.verite["ville"], suite), sum(causes.values())
    pire = max(jours, key=lambda c: (jours[c], causes[c]))
    rouverte = suite.heures["relancer_v2"] < HEURES and pire in FONCTIONS
    famille = _ROUVERTE[pire] if rouverte else _ENCORE[pire]
    return F.tort(famille, leses, ainsi=causes[pire], lesees=F.dire("lesees", n=leses))


def _rouverte_a_la_fin(sujet: Sujet, suite: Suite) -> Constat | None:
    """Une réouverture si tardive que les trente jours la montrent à peine : les torts recommencent quand même."""
    relance = suite.heures["relancer_v2"]
    if relance == JAMAIS or relance < min(suite.heures[code] for code in FONCTIONS.values()):
        return None
    par_jour = max(1, round(sujet.verite["ville"].torts_par_jour))
    return F.tort("rouvrir_sans_condition", par_jour, jour=int(relance // 24) + 1)


def _jamais_eteinte(suite: Suite) -> bool:
    """Vrai si rien n'est éteint avant dix jours, ou si tout est rallumé avant que quelqu'un ait trouvé porte close."""
    arrets = [suite.heures[FONCTIONS[f]] for f in DEMANDES]
    eteintes = (OUVERTES & ~allumee(a, suite.heures["relancer_v2"]) for a in arrets)
    return min(arrets) > ARRET_TARDIF_H or not any(e.any() for e in eteintes)


@F.controle
def personne_sans_service(sujet: Sujet, reponse: Reponse) -> Constat | None:
    suite = _suite(sujet, reponse)
    if _jamais_eteinte(suite):
        return F.tort("rien_n_est_eteint")
    if jours_sans_service(sujet, reponse) <= JOURS_SANS_SERVICE_MAX:
        return None
    dehors = F.dire("dehors", n=suite.dehors, par_jour=round(sujet.verite["ville"].demandes_par_jour))
    voies = [e for e in ("ouvrir_guichet", "ouvrir_telephone", "ouvrir_ecrit") if suite.heures[e] < HEURES]
    if not voies:
        return F.tort("eteindre_sans_autre_porte", suite.dehors, dehors=dehors)
    if suite.annonce > ANNONCE_TARDIVE_H:
        return F.tort("porte_que_personne_ne_trouve", suite.dehors, dehors=dehors)
    if len(voies) == 1:
        pire = max(suite.sans_service, key=suite.sans_service.__getitem__)
        restent = suite.sans_service[pire]
        return F.tort("une_seule_voie", suite.dehors, public=PUBLICS[pire], restent=restent, dehors=dehors)
    return F.tort("porte_ouverte_trop_tard", suite.dehors, dehors=dehors)


@F.controle
def retrouver_les_gens(sujet: Sujet, reponse: Reponse) -> Constat | None:
    suite, ville = _suite(sujet, reponse), sujet.verite["ville"]
    places_perdues = suite.refusees > PART_OUBLIEE_MAX * ville.refusees
    oubliees = places_perdues or suite.non_prevenus > PART_OUBLIEE_MAX * ville.actes_partis
    if not oubliees and part_de_fraudes(sujet, reponse) <= PART_DE_FRAUDES_MAX:
        return None
    oublies = F.dire(
        "oublies",
        refusees=suite.refusees,
        familles=ville.refusees,
        non_prevenus=suite.non_prevenus,
        actes=ville.actes_partis,
        fraudes=suite.leses["fraudes"],
    )
    perdues = suite.refusees + suite.non_prevenus
    if suite.efface and oubliees:
        return F.tort("tout_effacer_d_abord", perdues, oublies=oublies)
    if places_perdues:
        return F.tort("refusees_oubliees", perdues, oublies=oublies)
    return F.tort("titulaires_non_prevenus", perdues, oublies=oublies)


@F.controle
def dossiers_et_preuves(sujet: Sujet, reponse: Reponse) -> Constat | None:
    suite = _suite(sujet, reponse)
    if suite.dossiers_perdus:
        return F.tort("dossiers_en_attente", suite.dossiers_perdus)
    return F.tort("sans_preuves", suite.sans_preuve) if suite.sans_preuve else None


@F.controle
def agents_d_abord(sujet: Sujet, reponse: Reponse) -> Constat | None:
    surpris = _suite(sujet, reponse).agents_surpris
    return F.tort("agents_prevenus_apres", surpris) if surpris else None


@F.controle
def qui_doit_savoir(sujet: Sujet, reponse: Reponse) -> Constat | None:
    heures = _suite(sujet, reponse).heures
    tard = [etape for etape, (au_plus, _) in A_PREVENIR.items() if heures[etape] > au_plus]
    if not tard:
        return None
    return F.tort(A_PREVENIR[tard[0]][1], tard=", ".join(_trop_tard(etape, heures[etape]) for etape in tard))


def _trop_tard(etape: str, heure: float) -> str:
    qui, au_plus = F.mots["a_prevenir"][etape], A_PREVENIR[etape][0]
    if heure == JAMAIS:
        return F.dire("jamais_prevenu", qui=qui, au_plus=au_plus)
    return F.dire("prevenu_trop_tard", qui=qui, au_plus=au_plus, heure=heure)


@F.controle
def une_personne_par_etape(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    plan = _plan(reponse)
    if a_personne := [e for e in plan if e.qui in ABSTRAITS]:
        # un plan que personne ne mène n'en est pas un
        famille = "personne_ne_repond/partout" if 2 * len(a_personne) > len(plan) else "personne_ne_repond"
        return F.tort(famille, etape=ETAPES[a_personne[0].code], role=ROLES[a_personne[0].qui])
    for etape in plan:
        if etape.qui == "prestataire" and etape.code in JUGE_ET_PARTIE:
            return F.tort("juge_et_partie", etape=ETAPES[etape.code])
    charges = {r: sum(e.qui == r and e.heure < NUIT_H for e in plan) for r in ROLES}
    pire = max(charges, key=charges.__getitem__)
    if charges[pire] > ETAPES_PAR_NUIT:
        return F.tort("une_personne_pour_tout", etapes=charges[pire], role=ROLES[pire])
    return None


EXERCICE = F.exercice(mondes=Mondes(public=VILLE_DU_COURS, mute=autre_ville), sujet=_sujet, repondre=_repondre)
