"""`donnees.decider` : accepter, demander ce qui manque, ou passer la main ; jamais refuser seul."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
from numpy.random import Generator

from chatmairie import formes
from chatmairie.donnees.exercices._commun import MONDES, archives_a_juger, enfant, vraies_decisions
from chatmairie.donnees.modele import entrainer
from chatmairie.donnees.monde import JOURS, Monde
from chatmairie.donnees.simulation import appliquer_reglement, autre_jour, tirer_dossiers
from chatmairie.exercice import (
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
from chatmairie.exigences import accorder, combien_sur, sans_accents
from chatmairie.jugement import controle_de_forme

DECISIONS = ("accepter", "a_completer", "agent")
PART_MAX = 0.05
"""Dossiers recevables qui n'obtiennent pas « accepter », ou irrecevables acceptés : 5 % au plus. Mesuré sur 40 mondes
(outils/mesures_marges.py) : 0 avec les bonnes réponses ; 19 % au moins avec les fausses."""

ECART_MAX = 0.03
"""Écart admis entre deux groupes (jours, âges, situations de famille) : 3 points. Mesuré : 0 avec les bonnes réponses,
20 points au moins avec les fausses."""

GROUPE_MIN = 30
"""En dessous de cet effectif, un écart ne se juge pas (hypothèse du cours)."""

MEME_DECISION_MIN = 0.99
"""Part des dossiers qui gardent leur décision un autre jour. Mesuré : 1 ; 0,64 au plus quand le jour compte."""

GROUPES = {"jour_depot": "le jour de dépôt", "age": "l'âge", "type_famille": "la situation de famille"}


def _sujet(hasard: Generator, monde: Monde) -> Sujet:
    archives = archives_a_juger(hasard, monde, lignes=1500)
    propre = vraies_decisions(archives)
    modele = entrainer(propre, ["age", "scolarise_commune", "pieces_fournies", "assurance_valide", "dans_les_delais"])
    dossiers = tirer_dossiers(hasard, monde, lignes=1500)
    ailleurs = autre_jour(dossiers, str(hasard.choice([j for j in JOURS if j != monde.jour_sale])), monde, hasard)
    ce_jour = autre_jour(dossiers, monde.jour_sale, monde, hasard)
    regles = appliquer_reglement(dossiers, monde.reglement)
    return Sujet(
        entrees={
            "dossiers": dossiers,
            "avis": modele.avis(dossiers),
            "ce_jour": ce_jour,
            "ailleurs": ailleurs,
        },
        verite={"dossiers": dossiers, "regles": regles, "jour": monde.jour_sale},
    )


def _repondre(productions: Productions, entrees: Entrees) -> Reponse:
    decider = formes.fonction(productions["decider"], "decider")
    dossiers, avis = entrees["dossiers"], entrees["avis"]
    return {
        nom: lire_les_decisions(decider(avis.copy(), table.copy()), dossiers.index)
        for nom, table in (("dossiers", dossiers), ("ce_jour", entrees["ce_jour"]), ("ailleurs", entrees["ailleurs"]))
    }


def lire_les_decisions(rendu: Any, index: pd.Index) -> list[str]:
    """Les décisions, dans l'ordre de `index`, sans chicaner sur casse, accents et espaces. Lève `FormeInattendue`."""
    decisions = formes.textes(formes.colonne(rendu, "decider", index).tolist())
    vides = sum(d is None or d == "" for d in decisions)
    if vides:
        raise FormeInattendue(
            combien_sur(vides, len(decisions), "dossier {} n'a pas", "dossiers {} n'ont pas")
            + " de décision (une case vide, ou autre chose qu'un "
            "texte) : ces familles attendraient une réponse qui ne vient pas."
        )
    return [sans_accents(d).replace(" ", "_") for d in decisions]


def _jamais_de_refus(sujet: Sujet, reponse: Reponse) -> Constat | None:
    decisions = pd.Series(reponse["dossiers"], index=sujet.verite["dossiers"].index)
    autres = decisions[~decisions.isin(DECISIONS)]
    if autres.empty:
        return None
    refus = autres.str.startswith(("refus", "rejet"))
    if refus.any():
        qui = sujet.verite["dossiers"].loc[autres.index[refus][0]]
        return Constat(
            "refus_automatique",
            f"{enfant(qui)} : une machine refuse, sans que personne n'ait lu le dossier. C'est exactement ce qui "
            "est arrivé le mercredi.",
            observe=f"{accorder(int(refus.sum()), 'refus automatique', 'refus automatiques')} sur {len(decisions)} "
            "dossiers.",
            essayer="Un refus est une décision d'agent, motivée. Votre fonction peut seulement lui passer la main.",
            leses=int(refus.sum()),
        )
    return Constat(
        "decision_inconnue",
        f"La décision « {autres.iloc[0]} » n'existe pas au guichet : "
        f"{accorder(len(autres), 'famille ne saurait', 'familles ne sauraient')} pas quoi faire.",
        essayer='Trois décisions existent : "accepter", "a_completer", "agent".',
        leses=len(autres),
    )


def _recevables(sujet: Sujet, reponse: Reponse) -> Constat | None:
    recevable = sujet.verite["regles"]["recevable"]
    refuses = _non_acceptes(sujet, reponse["dossiers"])
    if len(refuses) <= PART_MAX * int(recevable.sum()):
        return None
    return Constat(
        "recevables_qui_attendent",
        f"{enfant(refuses.iloc[0])}, dossier complet et recevable : pas de place. Sa famille attend, ou fournit "
        "une pièce qu'on a déjà.",
        observe=combien_sur(
            len(refuses),
            int(recevable.sum()),
            "dossier recevable {} n'obtient pas « accepter »",
            "dossiers recevables {} n'obtiennent pas « accepter »",
        )
        + f" (au plus {PART_MAX:.0%}).".replace("%", " %"),
        essayer="Que devient, dans votre fonction, un dossier complet qui respecte toutes les règles ?",
        leses=len(refuses),
    )


def _non_acceptes(sujet: Sujet, decisions: list[str]) -> pd.DataFrame:
    dossiers = sujet.verite["dossiers"]
    donnees = pd.Series(decisions, index=dossiers.index)
    return dossiers[sujet.verite["regles"]["recevable"] & donnees.ne("accepter")]


def parts_par_groupe(sujet: Sujet, reponse: Reponse, colonne: str) -> pd.DataFrame:
    """Par groupe assez grand : part (`mean`), effectif (`size`) et nombre (`sum`) des recevables non acceptés."""
    dossiers, recevable = sujet.verite["dossiers"], sujet.verite["regles"]["recevable"]
    laisse = pd.Series(reponse["dossiers"], index=dossiers.index).ne("accepter")[recevable]
    par_groupe = laisse.groupby(dossiers.loc[recevable, colonne]).agg(["mean", "size", "sum"])
    return par_groupe[par_groupe["size"] >= GROUPE_MIN]


def _groupes(sujet: Sujet, reponse: Reponse) -> Constat | None:
    dossiers, recevable = sujet.verite["dossiers"], sujet.verite["regles"]["recevable"]
    laisse = pd.Series(reponse["dossiers"], index=dossiers.index).ne("accepter")[recevable]
    pire = None
    for colonne, nom in GROUPES.items():
        par_groupe = parts_par_groupe(sujet, reponse, colonne)
        ecart = par_groupe["mean"].max() - par_groupe["mean"].min()
        if ecart > ECART_MAX and (pire is None or ecart > pire[0]):
            pire = (ecart, colonne, nom, par_groupe["mean"].idxmax(), par_groupe)
    if pire is None:
        return None
    _, colonne, nom, groupe, table = pire
    touches = dossiers[recevable & dossiers[colonne].eq(groupe)]
    qui = touches[laisse.loc[touches.index]].iloc[0]
    return Constat(
        "groupe_oublie",
        f"{enfant(qui)}, attend quand les autres, avec le même dossier, sont acceptés. Ce qui l'en sépare : {nom} "
        f"({groupe}). Le tort n'a pas disparu : il a changé de place.",
        observe=f"Dossiers recevables qui ne sont pas acceptés : {int(table.loc[groupe, 'sum'])} sur "
        f"{int(table.loc[groupe, 'size'])} pour ce groupe ; pour le groupe le mieux servi, "
        f"{int(table['sum'].min())}.",
        essayer="Regardez qui attend, par jour, par âge et par situation de famille.",
        leses=float(table.loc[groupe, "sum"]),
    )


def _incomplets(sujet: Sujet, reponse: Reponse) -> Constat | None:
    dossiers, regles = sujet.verite["dossiers"], sujet.verite["regles"]
    decisions = pd.Series(reponse["dossiers"], index=dossiers.index)
    a_prevenir = regles["eligible"] & ~regles["complet"]
    oublies = dossiers[a_prevenir & decisions.ne("a_completer")]
    trompes = dossiers[~regles["eligible"] & regles["complet"] & decisions.eq("a_completer")]
    if len(oublies):
        return Constat(
            "incomplet_sans_reponse",
            f"{enfant(oublies.iloc[0])} : il manque quelque chose à son dossier, et personne ne le dit à sa famille.",
            observe=combien_sur(
                len(oublies),
                int(a_prevenir.sum()),
                "dossier incomplet {} n'obtient pas « a_completer ».",
                "dossiers incomplets {} n'obtiennent pas « a_completer ».",
            ),
            essayer="Un dossier est complet quand les pièces suffisent et que l'assurance est valide.",
            leses=len(oublies),
        )
    if len(trompes):
        return Constat(
            "complet_renvoye",
            f"{enfant(trompes.iloc[0])} : son dossier est complet, et on demande à sa famille de le compléter. "
            "Elle cherchera une pièce qui ne manque pas.",
            observe=f"Dossiers complets renvoyés « à compléter » : {len(trompes)}.",
            essayer="Que manque-t-il vraiment ? Si rien ne manque, c'est à une personne de regarder.",
            leses=len(trompes),
        )
    return None


def _irrecevables(sujet: Sujet, reponse: Reponse) -> Constat | None:
    dossiers, regles = sujet.verite["dossiers"], sujet.verite["regles"]
    decisions = pd.Series(reponse["dossiers"], index=dossiers.index)
    admis = dossiers[~regles["recevable"] & decisions.eq("accepter")]
    total = int((~regles["recevable"]).sum())
    if len(admis) <= PART_MAX * total:
        return None
    return Constat(
        "admis_a_tort",
        f"{enfant(admis.iloc[0])} : accueil décidé hors du règlement. Ni l'encadrement ni l'assurance ne sont prévus "
        "pour cet enfant-là.",
        observe=combien_sur(
            len(admis), total, "dossier irrecevable {} est accepté.", "dossiers irrecevables {} sont acceptés."
        ),
        essayer="Accepter tout le monde, c'est accueillir des enfants sans que rien ne soit prévu pour eux.",
        leses=len(admis),
    )


def _meme_dossier(sujet: Sujet, reponse: Reponse) -> Constat | None:
    ce_jour, ailleurs = reponse["ce_jour"], reponse["ailleurs"]
    changes = [i for i, (a, b) in enumerate(zip(ce_jour, ailleurs, strict=True)) if a != b]
    if len(changes) <= (1 - MEME_DECISION_MIN) * len(ce_jour):
        return None
    i = changes[0]
    return Constat(
        "le_jour_change_la_decision",
        f"{enfant(sujet.verite['dossiers'].iloc[i])}, avec le même dossier, obtient « {ce_jour[i]} » le "
        f"{sujet.verite['jour']} et « {ailleurs[i]} » un autre jour.",
        observe=combien_sur(len(changes), len(ce_jour), "dossier {} change", "dossiers {} changent")
        + " de décision avec le jour.",
        essayer="Le règlement ne parle pas du jour de dépôt : votre fonction non plus.",
        leses=len(changes),
    )


# --- sans code --------------------------------------------------------------------------------------

_INCOMPLET = {
    "a_completer": "demander ce qui manque",
    "agent": "passer la main à un agent",
    "refuser": "refuser",
    "rien_de_special": "ne rien prévoir : suivre l'avis de la machine",
}
_DEFAVORABLE = {
    "agent": "passer la main à un agent",
    "refuser": "refuser",
    "a_completer": "redemander un dossier",
    "accepter": "accepter quand même",
}
_FAVORABLE = {
    "accepter": "accepter",
    "agent": "faire tout relire par un agent",
    "accepter_si_tres_sur": "accepter si la machine est sûre à 99,5 %, sinon un agent",
}
_JOUR = {
    "aucune_regle": "aucune règle : le jour ne compte pas",
    "jour_a_l_agent": "par prudence, tout ce qui arrive le mercredi va à un agent",
}


def _produire(decisions: Mapping[str, Any]) -> Productions:
    def decider(avis: pd.Series, dossiers: pd.DataFrame) -> pd.Series:
        seuil = 0.995 if decisions["avis_favorable"] == "accepter_si_tres_sur" else 0.5
        rendu = pd.Series(decisions["avis_defavorable"], index=dossiers.index, dtype=object)
        favorable = "agent" if decisions["avis_favorable"] == "agent" else "accepter"
        rendu[avis >= 0.5] = "agent"
        rendu[avis >= seuil] = favorable
        if decisions["dossier_incomplet"] != "rien_de_special":
            rendu[~appliquer_reglement(dossiers)["complet"]] = decisions["dossier_incomplet"]
        if decisions["jour"] == "jour_a_l_agent":
            rendu[dossiers["jour_depot"].eq("mercredi")] = "agent"
        return rendu

    return {"decider": decider}


EXERCICE = Exercice(
    identifiant="donnees.decider",
    titre="Décider, ou passer la main",
    niveau=3,
    duree_min=7,
    criteres=("CM-CAD-07", "CM-SOC-03", "CM-STR-05"),
    indices=(
        "Un enfant dont le dossier est complet ne doit pas attendre ; un enfant refusé par erreur ne doit pas "
        "l'être par une machine.",
        "Recommandation : la machine aide, une personne décide de ce qui est défavorable, et la famille sait ce "
        "qui manque.",
        "Partez de « agent » pour tout le monde ; puis « accepter » là où l'avis est favorable ; puis « "
        "a_completer » là où le dossier "
        'est incomplet (`appliquer_reglement(dossiers)["complet"]`). L\'ordre compte.',
    ),
    productions=("decider",),
    mondes=MONDES,
    sujet=_sujet,
    repondre=_repondre,
    # Un refus automatique, ou tout le monde traité pareil mais mal, ne rapporte presque rien : ce qui est jugé
    # ensuite n'a de sens que si le premier tort a disparu.
    controles=(
        controle_de_forme(0.25),
        Controle("jamais_de_refus", 0.75, _jamais_de_refus, ("forme",), "la machine ne refuse personne"),
        Controle("recevables_acceptes", 0.5, _recevables, ("forme",), "un dossier recevable est accepté"),
        Controle(
            "incomplets_prevenus",
            0.5,
            _incomplets,
            ("jamais_de_refus",),
            "on dit ce qui manque à qui il manque quelque chose",
        ),
        Controle("irrecevables_non_admis", 0.5, _irrecevables, ("jamais_de_refus",), "le règlement est respecté"),
        Controle(
            "aucun_groupe_oublie",
            0.25,
            _groupes,
            ("irrecevables_non_admis",),
            "aucun groupe n'attend plus que les autres",
        ),
        Controle(
            "meme_dossier_meme_decision",
            0.25,
            _meme_dossier,
            ("recevables_acceptes", "irrecevables_non_admis"),
            "même dossier, autre jour : même décision",
        ),
    ),
    choix=CheminSansCode(
        options={
            "dossier_incomplet": Option("Le dossier est incomplet. Que faire ?", _INCOMPLET),
            "avis_favorable": Option("La machine est favorable. Que faire ?", _FAVORABLE),
            "avis_defavorable": Option("La machine est défavorable. Que faire ?", _DEFAVORABLE),
            "jour": Option("Une règle pour le mercredi ?", _JOUR),
        },
        produire=_produire,
        exemple='decider = choisir("donnees.decider", dossier_incomplet="…", avis_favorable="…", '
        'avis_defavorable="…", jour="…")',
    ),
)
