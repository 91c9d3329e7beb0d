"""`bilan.auditer` : douze critères, ChatMairie réparé, et les preuves que les carnets ont produites.

Auditer n'est pas cocher : une réponse vaut ce que vaut sa preuve, et ce qui n'a pas été fait se dit « non ».
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from numpy.random import Generator

from chatmairie import formes
from chatmairie.exercice import (
    Constat,
    Controle,
    Entrees,
    Exercice,
    FormeInattendue,
    Mondes,
    Productions,
    Reponse,
    Sujet,
)
from chatmairie.exigences import accorder, sans_accents
from chatmairie.jugement import controle_de_forme

REPONSES = ("oui", "partiel", "non")
AUCUNE = "aucune"

PREUVES: Mapping[str, str] = {
    "offres_ecartees": "01 : la table des offres écartées, avec la raison de chacune",
    "arret_rejoue": "01 : la condition d'arrêt, rejouée sur un service malade et sur un service sain",
    "lignes_ecartees": "02 : la table des lignes écartées, avec la raison de chacune",
    "torts_par_groupe": "02 : les refus à tort comptés par jour, par âge et par situation, sur des dossiers récents",
    "decisions_rejouees": "02 : le relevé des décisions rejouées : aucun refus sans agent",
    "page_essayee": "03 : la page de conversation, passée aux contrôles automatiques",
    "plan_essai": "03 : le plan d'un essai avec de vraies personnes",
    "inventaire_champs": "41 : l'inventaire des champs demandés : pour quoi, et qui les détient déjà",
    "attaques_rejouees": "41 : les demandes rejouées, celles des proches malveillants comme celles des honnêtes gens",
    "registre_accords": "42 : le registre des accords, par but et par canal, retraits compris",
    "refus_par_defaut": "42 : la liste de publication, où ce qui n'est pas marqué public est refusé",
    "incident_joue": "42 : le plan d'incident, joué dans l'ordre et dans les délais",
    "declaration": "une déclaration du prestataire : « conforme »",
    "moyenne": "un taux moyen de bonnes réponses : 97 sur 100",
    "silence": "aucune plainte reçue depuis la réparation",
    "promesse": "une promesse : « c'est prévu pour janvier »",
    AUCUNE: "aucune preuve n'existe encore",
}
VAINES: Mapping[str, str] = {
    "declaration": "Une déclaration du prestataire dit ce qu'il promet, pas ce que vivent les gens.",
    "moyenne": "97 bonnes réponses sur 100, et un groupe entier peut être dehors : c'était le cas du mercredi.",
    "silence": "Les personnes qui n'arrivent pas à se servir du service ne se plaignent pas : le silence ne prouve "
    "rien pour Rayan ni "
    "pour Aurélie.",
    "promesse": "Une promesse ne protège personne aujourd'hui ; demain, il faudra une date et quelqu'un qui a vu.",
}


@dataclass(frozen=True)
class Attendu:
    """Pour un critère : les couples (réponse, preuve) qui se défendent, et ce qu'il reste à faire s'il y a lieu."""

    couples: frozenset[tuple[str, str]]
    reste: str = ""


def _tenu(preuve: str) -> Attendu:
    return Attendu(frozenset({("oui", preuve), ("partiel", preuve)}))


def _reste(reste: str, *couples: tuple[str, str]) -> Attendu:
    return Attendu(frozenset(couples), reste)


ATTENDUS: Mapping[str, Attendu] = {
    "CM-STR-06": _tenu("offres_ecartees"),
    "CM-CAD-02": _tenu("arret_rejoue"),
    "CM-SOC-02": _tenu("lignes_ecartees"),
    "CM-SOC-04": _tenu("torts_par_groupe"),
    "CM-CAD-07": _tenu("decisions_rejouees"),
    "CM-UX-02": _reste(
        "aucune personne en situation de handicap, âgée ou gênée par l'écrit n'a encore essayé pour de bon",
        ("non", AUCUNE), ("non", "plan_essai"), ("partiel", "plan_essai"),
    ),
    "CM-UI-04": _reste(
        "les contrôles automatiques ne voient qu'une partie du RGAA, et ni audit ni déclaration ne sont publiés",
        ("partiel", "page_essayee"), ("non", "page_essayee"), ("non", AUCUNE),
    ),
    "CM-CAD-05": _tenu("inventaire_champs"),
    "CM-CAD-09": _tenu("attaques_rejouees"),
    "CM-CAD-06": _tenu("registre_accords"),
    "CM-SOC-05": _tenu("refus_par_defaut"),
    "CM-SOC-10": _tenu("incident_joue"),
}  # fmt: skip
"""Critère -> ce qui se défend. Les douze sont ceux de `referential/choix.yaml` (vérifié par un essai)."""

PALIERS = (4, 7, 10, 12)


def _sujet(_hasard: Generator, _monde: Any) -> Sujet:
    return Sujet(entrees={}, verite={})


def _repondre(productions: Productions, _entrees: Entrees) -> Reponse:
    lu = formes.dictionnaire(productions["AUDIT"], "AUDIT")
    audit = {}
    for critere, valeur in lu.items():
        code = {sans_accents(c): c for c in ATTENDUS}.get(sans_accents(critere))
        if code is None:
            raise FormeInattendue(f"« {critere} » n'est pas un des douze critères : {', '.join(ATTENDUS)}.")
        audit[code] = _lire(code, valeur)
    manques = [c for c in ATTENDUS if c not in audit]
    if manques:
        raise FormeInattendue(f"Il manque {accorder(len(manques), 'critère', 'critères')} : {', '.join(manques)}.")
    return {"audit": audit}


def _lire(code: str, valeur: Any) -> dict[str, str]:
    if isinstance(valeur, list) and len(valeur) == 2:
        valeur = {"reponse": valeur[0], "preuve": valeur[1]}
    if not isinstance(valeur, dict) or not {"reponse", "preuve"} <= set(valeur):
        raise FormeInattendue(f'{code} : attendu {{"reponse": "oui, partiel ou non", "preuve": "…"}}.')
    lus = {}
    for cle, connus in (("reponse", REPONSES), ("preuve", PREUVES)):
        trouve = {sans_accents(c): c for c in connus}.get(sans_accents(valeur[cle]).replace(" ", "_"))
        if not isinstance(valeur[cle], str) or trouve is None:
            raise FormeInattendue(
                f"{code} : « {str(valeur[cle])[:40]} » n'est pas un code de « {cle} ». Les codes : {', '.join(connus)}."
            )
        lus[cle] = trouve
    return lus


def tiennent(audit: Mapping[str, Mapping[str, str]]) -> int:
    """Combien des douze lignes se défendent."""
    return sum((audit[c]["reponse"], audit[c]["preuve"]) in a.couples for c, a in ATTENDUS.items())


def _recevables(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    for critere, ligne in reponse["audit"].items():
        if ligne["preuve"] in VAINES:
            return Constat(
                "preuve_vaine",
                f"{critere} : {VAINES[ligne['preuve']][0].lower()}{VAINES[ligne['preuve']][1:]}",
                essayer="Qu'est-ce qu'un carnet a produit, que vous pourriez montrer et faire rejouer ?",
            )
        if ligne["reponse"] == "oui" and ligne["preuve"] == AUCUNE:
            return Constat(
                "oui_sans_preuve",
                f"{critere} : un « oui » sans preuve. Le jour où quelqu'un est lésé, il ne reste qu'une case cochée.",
                essayer="Une preuve, ou un « non » honnête.",
            )
    return None


def _honnete(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    for critere, attendu in ATTENDUS.items():
        if attendu.reste and reponse["audit"][critere]["reponse"] == "oui":
            return Constat(
                "oui_trop_tot",
                f"{critere} : vous répondez « oui », et pourtant {attendu.reste}. Rayan, Aurélie et Zofia seraient "
                f"les premiers à "
                "le découvrir, en service.",
                essayer="Qu'est-ce qui a été fait, et qu'est-ce qui est seulement préparé ?",
            )
    return None


def _lignes(combien: int) -> Callable[[Sujet, Reponse], Constat | None]:
    def examiner(_sujet: Sujet, reponse: Reponse) -> Constat | None:
        tenues = tiennent(reponse["audit"])
        if tenues >= combien:
            return None
        return Constat(
            f"{tenues}_sur_douze",
            f"{accorder(tenues, 'ligne tient', 'lignes tiennent')} sur douze. Pour les autres, la preuve citée ne "
            f"montre pas ce que "
            "demande le critère : quelqu'un qui a été lésé ne pourrait pas s'en servir.",
            essayer="Lisez le critère, puis la preuve : « si je montrais ce document, saurait-on que c'est réparé ? »",
        )

    return examiner


EXERCICE = Exercice(
    identifiant="bilan.auditer",
    titre="Auditer ChatMairie réparé : douze critères",
    niveau=1,
    duree_min=15,
    criteres=tuple(ATTENDUS),
    indices=(
        "Un audit qui dit « oui » partout n'a jamais protégé personne : ChatMairie aussi cochait toutes les cases.",
        "Recommandation : une réponse par critère, une preuve que l'on peut montrer, et « non » ou « partiel » quand "
        "ce n'est que "
        "préparé.",
        'AUDIT = {"CM-…": {"reponse": "oui", "preuve": "…"}, …} : douze lignes. Deux critères ne sont pas encore '
        'tenus : un '
        "essai avec de vraies personnes, et un audit d'accessibilité.",
    ),
    productions=("AUDIT",),
    mondes=Mondes(public="cours", mute=lambda hasard: "ailleurs"),
    sujet=_sujet,
    repondre=_repondre,
    controles=(
        controle_de_forme(0.25),
        Controle("preuves_recevables", 0.75, _recevables, ("forme",), "des preuves que l'on peut montrer"),
        Controle("pas_de_oui_trop_tot", 1.0, _honnete, ("forme",), "ce qui reste à faire est dit"),
        *(
            Controle(
                f"{combien}_lignes_tiennent", 1.0, _lignes(combien),
                ("forme",) if rang == 0 else (f"{PALIERS[rang - 1]}_lignes_tiennent",), f"{combien} lignes tiennent",
            )
            for rang, combien in enumerate(PALIERS)
        ),
    ),
)  # fmt: skip
