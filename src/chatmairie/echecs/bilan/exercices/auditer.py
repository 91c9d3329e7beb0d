"""`bilan.auditer` : douze critères, ChatMairie réparé, et les preuves que les carnets ont produites.

Auditer n'est pas cocher : une réponse vaut ce que vaut sa preuve, ce qui n'a pas été fait se dit « non », et
« partiel » dit ce qui manque.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from numpy.random import Generator

from chatmairie.juge import formes
from chatmairie.juge.exercice import (
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
from chatmairie.juge.jugement import controle_de_forme
from chatmairie.langue.mots import accorder, sans_accents

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


MANQUES: Mapping[str, str] = {
    "essai_reel": "aucune personne en situation de handicap, âgée ou gênée par l'écrit n'a encore essayé pour de bon",
    "audit_publie": "les contrôles automatiques ne voient qu'une partie du RGAA, et ni audit ni déclaration ne sont "
    "publiés",
    "cout_complet": "le coût complet, jusqu'au retrait, n'est pas montré",
    "qui_decide": "la personne qui décide d'arrêter n'est pas nommée",
    "regle_ecrite": "ce que l'IA peut décider seule n'est pas écrit, cas par cas",
    "retrait_essaye": "personne n'a encore essayé de retirer son accord",
    "habilitations": "qui a le droit de lire quoi n'est pas écrit",
    "avec_les_agents": "le plan n'a été joué qu'à l'écran, jamais avec les agents",
    "mieux": "on peut toujours faire mieux",
    "budget": "le budget de l'an prochain n'est pas voté",
}
MANQUES_VAINS = frozenset({"mieux", "budget"})
"""Ils se diraient de tout critère, tenu ou non : personne ne saurait quoi réparer."""


@dataclass(frozen=True)
class Attendu:
    """Pour un critère : les (réponse, preuve, manque) qui se défendent, et ce qu'il reste à faire s'il y a lieu.

    manque : un code de `MANQUES`, vide si la réponse n'est pas « partiel ».
    """

    reponses: frozenset[tuple[str, str, str]]
    reste: str = ""


def _tenu(preuve: str, manque: str = "") -> Attendu:
    """manque : ce que le critère demande aussi, et que cette preuve ne montre pas."""
    return Attendu(frozenset({("oui", preuve, "")} | ({("partiel", preuve, manque)} if manque else set())))


def _reste(preuve: str, manque: str) -> Attendu:
    return Attendu(frozenset({("partiel", preuve, manque), ("non", preuve, ""), ("non", AUCUNE, "")}), MANQUES[manque])


ATTENDUS: Mapping[str, Attendu] = {
    "CM-STR-06": _tenu("offres_ecartees", "cout_complet"),
    "CM-CAD-02": _tenu("arret_rejoue", "qui_decide"),
    "CM-SOC-02": _tenu("lignes_ecartees"),
    "CM-SOC-04": _tenu("torts_par_groupe"),
    "CM-CAD-07": _tenu("decisions_rejouees", "regle_ecrite"),
    "CM-UX-02": _reste("plan_essai", "essai_reel"),
    "CM-UI-04": _reste("page_essayee", "audit_publie"),
    "CM-CAD-05": _tenu("inventaire_champs"),
    "CM-CAD-09": _tenu("attaques_rejouees"),
    "CM-CAD-06": _tenu("registre_accords", "retrait_essaye"),
    "CM-SOC-05": _tenu("refus_par_defaut", "habilitations"),
    "CM-SOC-10": _tenu("incident_joue", "avec_les_agents"),
}
"""Critère -> ce qui se défend. Les douze sont ceux de `referential/choix.yaml` (vérifié par un essai)."""

PALIERS = ((4, 0.75), (7, 0.75), (10, 0.75), (12, 1.0))
"""Combien de lignes tiennent, et les points que cela ajoute."""


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
    if isinstance(valeur, list) and len(valeur) in (2, 3):
        valeur = dict(zip(("reponse", "preuve", "manque"), valeur, strict=False))
    if not isinstance(valeur, dict) or not {"reponse", "preuve"} <= set(valeur):
        raise FormeInattendue(f'{code} : attendu {{"reponse": "oui, partiel ou non", "preuve": "…"}}.')
    lus = {cle: _code(code, cle, valeur[cle], connus) for cle, connus in (("reponse", REPONSES), ("preuve", PREUVES))}
    partiel = lus["reponse"] == "partiel" and valeur.get("manque")
    return {**lus, "manque": _code(code, "manque", valeur["manque"], MANQUES) if partiel else ""}


def _code(critere: str, cle: str, valeur: Any, connus: Collection[str]) -> str:
    trouve = {sans_accents(c): c for c in connus}.get(sans_accents(valeur).replace(" ", "_"))
    if not isinstance(valeur, str) or trouve is None:
        raise FormeInattendue(
            f"{critere} : « {str(valeur)[:40]} » n'est pas un code de « {cle} ». Les codes : {', '.join(connus)}."
        )
    return trouve


def ne_tient_pas(critere: str, ligne: Mapping[str, str]) -> str:
    """Ce qui, dans cette ligne, ne se défend pas (une phrase), ou vide si elle tient."""
    attendu = ATTENDUS[critere]
    reponse, preuve, manque = ligne["reponse"], ligne["preuve"], ligne["manque"]
    acceptees = {r: m for r, p, m in attendu.reponses if p == preuve}
    if not acceptees:
        if preuve == AUCUNE:
            return "un carnet a produit de quoi répondre, et vous dites qu'aucune preuve n'existe."
        return f"la preuve « {PREUVES[preuve]} » ne montre pas ce que demande ce critère."
    if reponse not in acceptees:
        if reponse == "oui":
            return f"vous répondez « oui », et pourtant {attendu.reste}."
        if preuve == AUCUNE:
            return "« partiel », sans aucune preuve : quelle partie montreriez-vous ?"
        if reponse == "non":
            return "la preuve que vous citez montre que c'est fait : « non » en prive qui voudrait s'en servir."
        return "la preuve que vous citez montre tout ce que demande ce critère : « partiel » n'y laisse rien à réparer."
    if manque == acceptees[reponse]:
        return ""
    if not manque:
        return "« partiel » ne dit pas ce qui manque : personne ne saura quoi réparer."
    return f"« {MANQUES[manque]} » : ce n'est pas ce que cette preuve laisse à montrer."


def tiennent(audit: Mapping[str, Mapping[str, str]]) -> int:
    """Combien des douze lignes se défendent."""
    return sum(not ne_tient_pas(c, audit[c]) for c in ATTENDUS)


def _recevables(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    for critere, ligne in reponse["audit"].items():
        if ligne["preuve"] in VAINES:
            return Constat(
                "preuve_vaine",
                f"{critere} : {VAINES[ligne['preuve']][0].lower()}{VAINES[ligne['preuve']][1:]}",
                essayer="Qu'est-ce qu'un carnet a produit, que vous pourriez montrer et faire rejouer ?",
            )
        if ligne["manque"] in MANQUES_VAINS:
            return Constat(
                "manque_vain",
                f"{critere} : « {MANQUES[ligne['manque']]} » se dit de tout, tenu ou non. Qui a été lésé n'y apprend "
                "pas ce qui reste à réparer pour lui.",
                essayer="Relisez le critère mot à mot : que demande-t-il, que la preuve ne montre pas ?",
            )
        if ligne["reponse"] == "oui" and ligne["preuve"] == AUCUNE:
            return Constat(
                "oui_sans_preuve",
                f"{critere} : un « oui » sans preuve. Le jour où quelqu'un est lésé, il ne reste qu'une case cochée.",
                essayer="Une preuve, ou un « non » honnête.",
            )
    return None


def _honnete(critere: str) -> Callable[[Sujet, Reponse], Constat | None]:
    def examiner(_sujet: Sujet, reponse: Reponse) -> Constat | None:
        if reponse["audit"][critere]["reponse"] != "oui":
            return None
        return Constat(
            "oui_trop_tot",
            f"{critere} : vous répondez « oui », et pourtant {ATTENDUS[critere].reste}. Rayan, Aurélie et Zofia "
            "seraient les premiers à le découvrir, en service.",
            essayer="Qu'est-ce qui a été fait, et qu'est-ce qui est seulement préparé ?",
        )

    return examiner


def _lignes(combien: int) -> Callable[[Sujet, Reponse], Constat | None]:
    def examiner(_sujet: Sujet, reponse: Reponse) -> Constat | None:
        tenues = tiennent(reponse["audit"])
        if tenues >= combien:
            return None
        dits = ((critere, ne_tient_pas(critere, reponse["audit"][critere])) for critere in ATTENDUS)
        critere, dit = next((c, d) for c, d in dits if d)
        return Constat(
            f"{tenues}_sur_douze",
            f"{critere} : {dit}",
            observe=f"{accorder(tenues, 'ligne tient', 'lignes tiennent')} sur douze.",
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
        'AUDIT = {"CM-…": {"reponse": "oui", "preuve": "…"}, …} : douze lignes ; "partiel" demande aussi "manque". '
        "Deux critères ne sont pas encore tenus : un essai avec de vraies personnes, et un audit d'accessibilité.",
    ),
    productions=("AUDIT",),
    mondes=Mondes(public="cours", mute=lambda hasard: "ailleurs"),
    sujet=_sujet,
    repondre=_repondre,
    controles=(
        controle_de_forme(0.25),
        Controle("preuves_recevables", 0.5, _recevables, ("forme",), "des preuves que l'on peut montrer"),
        Controle("essai_a_faire", 1.0, _honnete("CM-UX-02"), ("forme",), "l'essai qui reste à faire est dit"),
        Controle("audit_a_faire", 1.0, _honnete("CM-UI-04"), ("forme",), "l'audit qui reste à faire est dit"),
        *(
            Controle(
                f"{combien}_lignes_tiennent", points, _lignes(combien),
                ("forme",) if rang == 0 else (f"{PALIERS[rang - 1][0]}_lignes_tiennent",), f"{combien} lignes tiennent",
            )
            for rang, (combien, points) in enumerate(PALIERS)
        ),
    ),
)  # fmt: skip
