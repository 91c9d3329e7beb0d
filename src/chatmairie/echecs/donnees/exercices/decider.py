"""`donnees.decider` : accepter, demander ce qui manque, ou passer la main ; jamais refuser seul."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.donnees.dossiers import appliquer_reglement, autre_jour, tirer_dossiers
from chatmairie.echecs.donnees.exercices._commun import MONDES, REGLES, archives_a_juger, enfant, vraies_decisions
from chatmairie.echecs.donnees.modele import entrainer
from chatmairie.echecs.donnees.monde import JOURS, Monde
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
from chatmairie.langue.mots import accorder, combien_sur, sans_accents

DECISIONS = ("accepter", "a_completer", "agent")
PART_MAX = 0.05
"""Part des dossiers où l'avis peut se tromper, et la décision le suivre (hypothèse du cours). Mesuré sur 150 mondes :
l'avis ne se trompe sur aucun. Contre l'avis et le règlement à la fois, aucun dossier n'est admis ni laissé de côté."""

HASARD = ""
NOMS = {
    "jour_depot": "le jour de dépôt", "age": "l'âge", "type_famille": "la situation de famille", "prenom": "le prénom",
    "quotient_familial": "le quotient familial", "pai_allergie": "l'allergie", "parents_actifs": "le travail des "
    "parents", "canal": "la voie du dépôt", "heure": "l'heure de dépôt", "code_file": "le code de la file",
    "num_ticket": "le numéro de ticket", "activite": "l'activité", "num_dossier": "le numéro de dossier",
    "id_enfant": "l'identifiant de l'enfant", "id_famille": "l'identifiant de la famille", "annee": "l'année",
    "avis": "l'avis de la machine", "pieces_manquantes": "les pièces manquantes",
    "pieces_fournies": "le nombre de pièces",
}  # fmt: skip
"""Colonne -> comment la nommer ; les autres, par leur nom."""


def _sujet(hasard: Generator, monde: Monde) -> Sujet:
    archives = archives_a_juger(hasard, monde, lignes=1500)
    propre = vraies_decisions(archives)
    modele = entrainer(propre, REGLES)
    dossiers = tirer_dossiers(hasard, monde, lignes=1500)
    ailleurs = autre_jour(dossiers, str(hasard.choice([j for j in JOURS if j != monde.jour_sale])), monde, hasard)
    ce_jour = autre_jour(dossiers, monde.jour_sale, monde, hasard)
    autres = {c: hasard.permutation(dossiers[c]) for c in dossiers.columns if c not in REGLES}
    regles = appliquer_reglement(dossiers, monde.reglement)
    avis = modele.avis(dossiers)
    return Sujet(
        entrees={
            "dossiers": dossiers,
            "avis": avis,
            "ce_jour": ce_jour,
            "ailleurs": ailleurs,
            "autres": dossiers.assign(**autres),
            "regles": regles,
        },
        verite={"dossiers": dossiers, "regles": regles, "jour": monde.jour_sale, "favorable": avis.ge(0.5)},
    )


def _repondre(productions: Productions, entrees: Entrees) -> Reponse:
    decider = formes.fonction(productions["decider"], "decider")
    dossiers, avis = entrees["dossiers"], entrees["avis"]

    def decisions(table: pd.DataFrame, avis: pd.Series = avis) -> list[str]:
        return lire_les_decisions(decider(avis.copy(), table.copy()), dossiers.index)

    reponse = {nom: decisions(entrees[nom]) for nom in ("dossiers", "ce_jour", "ailleurs", "autres")}
    recevable, favorable = entrees["regles"]["recevable"], avis.ge(0.5)
    accepte = pd.Series(reponse["dossiers"], index=dossiers.index).eq("accepter")
    autres = [*(c for c in dossiers.columns if c not in REGLES), "avis"]
    return {
        **reponse,
        "pourquoi_attend": _causes(
            decisions, dossiers, avis, recevable & favorable & ~accepte, recevable & accepte, [*autres, *REGLES]
        ),
        "pourquoi_admis": _causes(
            decisions, dossiers, avis, ~recevable & accepte & ~favorable, ~recevable & ~accepte, autres
        ),
    }


def _causes(
    decisions: Any, dossiers: pd.DataFrame, avis: pd.Series, vises: pd.Series, modeles: pd.Series, colonnes: list[str]
) -> dict[str, int]:
    """Colonne (ou avis) -> combien de décisions changent, parmi `vises`, quand elle seule prend la valeur d'un de
    `modeles` ; `HASARD` : quand rien ne change. Le code n'est rappelé que s'il y a quelqu'un à défendre."""
    if not vises.any() or not modeles.any():
        return {}

    def acceptes(table: pd.DataFrame) -> pd.Series:
        return pd.Series(decisions(table[dossiers.columns], table["avis"]), index=dossiers.index)[vises].eq("accepter")

    tables = dossiers.assign(avis=avis)
    avant, donneurs = acceptes(tables), tables[modeles].sample(int(vises.sum()), replace=True, random_state=0)
    causes = {HASARD: int((avant != acceptes(tables)).sum())}
    for colonne in colonnes:
        table = tables.copy()
        table.loc[vises, colonne] = donneurs[colonne].to_numpy()
        causes[colonne] = int((avant != acceptes(table)).sum())
    return causes


def _pourquoi(causes: Mapping[str, int], combien: int) -> str:
    """Ce qui a été essayé et qui change des décisions ; rien, si rien n'en change."""
    if causes.get(HASARD):
        return " Rappelée avec les mêmes dossiers, votre fonction ne décide pas la même chose."
    colonne = max(causes, key=causes.__getitem__, default=HASARD)
    if not causes.get(colonne):
        return ""
    nom = NOMS.get(colonne, f"`{colonne}`")
    return f" Ne changez que {nom} : {combien_sur(causes[colonne], combien, '{} change', '{} changent')} de décision."


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
            grave=True,
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
    laisses = recevable & pd.Series(reponse["dossiers"], index=recevable.index).ne("accepter")
    soutenus = laisses & sujet.verite["favorable"]
    if not soutenus.any() and laisses.sum() <= PART_MAX * recevable.sum():
        return None
    attendent = sujet.verite["dossiers"][soutenus if soutenus.any() else laisses]
    return Constat(
        "recevables_qui_attendent",
        f"{enfant(attendent.iloc[0])}, dossier complet et recevable : pas de place. Sa famille attend, ou fournit "
        "une pièce qu'on a déjà.",
        observe=combien_sur(
            len(attendent),
            int(recevable.sum()),
            "dossier recevable {} n'obtient pas « accepter ».",
            "dossiers recevables {} n'obtiennent pas « accepter ».",
        )
        + _pourquoi(reponse["pourquoi_attend"], len(attendent)),
        essayer="Que devient, dans votre fonction, un dossier complet qui respecte toutes les règles ?",
        leses=len(attendent),
        grave=True,
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
            grave=True,
        )
    return None


def _irrecevables(sujet: Sujet, reponse: Reponse) -> Constat | None:
    dossiers, regles = sujet.verite["dossiers"], sujet.verite["regles"]
    accepte = pd.Series(reponse["dossiers"], index=dossiers.index).eq("accepter")
    tous, total = accepte & ~regles["recevable"], int((~regles["recevable"]).sum())
    passe_droits = tous & ~sujet.verite["favorable"]
    if not passe_droits.any() and tous.sum() <= PART_MAX * total:
        return None
    admis = dossiers[passe_droits if passe_droits.any() else tous]
    return Constat(
        "admis_a_tort",
        f"{enfant(admis.iloc[0])} : accueil décidé hors du règlement. Ni l'encadrement ni l'assurance ne sont prévus "
        "pour cet enfant-là.",
        observe=combien_sur(
            len(admis), total, "dossier irrecevable {} est accepté.", "dossiers irrecevables {} sont acceptés."
        )
        + _pourquoi(reponse["pourquoi_admis"], len(admis)),
        essayer="Le règlement est le même pour tous : qui, dans votre fonction, est accepté sans le remplir ?",
        leses=len(admis),
        grave=True,
    )


_AUTREMENT = (
    ("ce_jour", "le {jour}", "avec le jour"),
    ("ailleurs", "un autre jour que le {jour}", "avec le jour"),
    ("autres", "avec les mêmes réponses aux cinq règles", "avec ce que le règlement ne demande pas"),
)
"""Le même dossier : le jour et ce qui en naît changent, puis tout ce que le règlement ne lit pas."""


def _meme_dossier(sujet: Sujet, reponse: Reponse) -> Constat | None:
    ecrites = reponse["dossiers"]
    changes = {
        cas: [i for i, (a, b) in enumerate(zip(ecrites, reponse[cas[0]], strict=True)) if a != b] for cas in _AUTREMENT
    }
    cas = next((c for c in _AUTREMENT if changes[c]), None)
    if cas is None:
        return None
    (nom, quand, avec), combien, i, jour = cas, len(changes[cas]), changes[cas][0], sujet.verite["jour"]
    return Constat(
        "le_jour_change_la_decision" if avec == "avec le jour" else "hors_reglement",
        f"{enfant(sujet.verite['dossiers'].iloc[i])}, avec le même dossier, obtient « {ecrites[i]} », puis "
        f"« {reponse[nom][i]} » {quand.format(jour=jour)}.",
        observe=combien_sur(combien, len(ecrites), "dossier {} change", "dossiers {} changent")
        + f" de décision {avec}.",
        essayer="Le règlement ne parle pas du jour de dépôt : votre fonction non plus."
        if avec == "avec le jour"
        else "Ni le revenu, ni le prénom, ni la santé, ni le numéro d'un dossier ne sont dans les cinq règles.",
        leses=combien,
        grave=True,
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
            "meme_dossier_meme_decision",
            0.5,
            _meme_dossier,
            ("recevables_acceptes", "irrecevables_non_admis"),
            "même dossier, autre jour ou autre famille : même décision",
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
