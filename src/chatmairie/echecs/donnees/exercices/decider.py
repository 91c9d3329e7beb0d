"""`donnees.decider` : accepter, demander ce qui manque, ou passer la main ; jamais refuser seul."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.donnees.exercices._commun import MONDES, REGLES, archives_a_juger, enfant, vraies_decisions
from chatmairie.echecs.donnees.mecanisme import entrainer
from chatmairie.echecs.donnees.monde import JOURS, Monde
from chatmairie.echecs.donnees.tirage import appliquer_reglement, autre_jour, tirer_dossiers
from chatmairie.juge import formes
from chatmairie.juge.exercice import Constat, Entrees, Productions, Reponse, Sujet
from chatmairie.juge.fiche import Fiche
from chatmairie.langue.mots import sans_accents

F = Fiche(__file__)
DECISIONS = ("accepter", "a_completer", "agent")
PART_MAX = 0.05
"""Part des dossiers où l'avis peut se tromper, et la décision le suivre (hypothèse du cours). Mesuré sur 150 mondes :
l'avis ne se trompe sur aucun. Contre l'avis et le règlement à la fois, aucun dossier n'est admis ni laissé de côté."""

HASARD = ""


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
        return F.dire("pas_deux_fois")
    colonne = max(causes, key=causes.__getitem__, default=HASARD)
    if not causes.get(colonne):
        return ""
    return F.dire("cause", colonne=F.mots["colonnes"].get(colonne, f"`{colonne}`"), n=causes[colonne], sur=combien)


def lire_les_decisions(rendu: Any, index: pd.Index) -> list[str]:
    """Les décisions, dans l'ordre de `index`, sans chicaner sur casse, accents et espaces. Lève `FormeInattendue`."""
    decisions = formes.textes(formes.colonne(rendu, "decider", index).tolist())
    if vides := sum(d is None or d == "" for d in decisions):
        raise F.refus("sans_decision", n=vides, sur=len(decisions))
    return [sans_accents(d).replace(" ", "_") for d in decisions]


@F.controle
def jamais_de_refus(sujet: Sujet, reponse: Reponse) -> Constat | None:
    decisions = pd.Series(reponse["dossiers"], index=sujet.verite["dossiers"].index)
    autres = decisions[~decisions.isin(DECISIONS)]
    if autres.empty:
        return None
    refus = autres.str.startswith(("refus", "rejet"))
    if refus.any():
        qui = sujet.verite["dossiers"].loc[autres.index[refus][0]]
        return F.tort("refus_automatique", int(refus.sum()), enfant=enfant(qui), sur=len(decisions))
    return F.tort("decision_inconnue", len(autres), decision=autres.iloc[0])


@F.controle
def recevables_acceptes(sujet: Sujet, reponse: Reponse) -> Constat | None:
    recevable = sujet.verite["regles"]["recevable"]
    laisses = recevable & pd.Series(reponse["dossiers"], index=recevable.index).ne("accepter")
    soutenus = laisses & sujet.verite["favorable"]
    if not soutenus.any() and laisses.sum() <= PART_MAX * recevable.sum():
        return None
    attendent = sujet.verite["dossiers"][soutenus if soutenus.any() else laisses]
    return F.tort(
        "recevables_qui_attendent",
        len(attendent),
        enfant=enfant(attendent.iloc[0]),
        sur=int(recevable.sum()),
        pourquoi=_pourquoi(reponse["pourquoi_attend"], len(attendent)),
    )


@F.controle
def incomplets_prevenus(sujet: Sujet, reponse: Reponse) -> Constat | None:
    dossiers, regles = sujet.verite["dossiers"], sujet.verite["regles"]
    decisions = pd.Series(reponse["dossiers"], index=dossiers.index)
    a_prevenir = regles["eligible"] & ~regles["complet"]
    oublies = dossiers[a_prevenir & decisions.ne("a_completer")]
    trompes = dossiers[~regles["eligible"] & regles["complet"] & decisions.eq("a_completer")]
    if len(oublies):
        return F.tort("incomplet_sans_reponse", len(oublies), enfant=enfant(oublies.iloc[0]), sur=int(a_prevenir.sum()))
    if len(trompes):
        return F.tort("complet_renvoye", len(trompes), enfant=enfant(trompes.iloc[0]))
    return None


@F.controle
def irrecevables_non_admis(sujet: Sujet, reponse: Reponse) -> Constat | None:
    dossiers, regles = sujet.verite["dossiers"], sujet.verite["regles"]
    accepte = pd.Series(reponse["dossiers"], index=dossiers.index).eq("accepter")
    tous, total = accepte & ~regles["recevable"], int((~regles["recevable"]).sum())
    passe_droits = tous & ~sujet.verite["favorable"]
    if not passe_droits.any() and tous.sum() <= PART_MAX * total:
        return None
    admis = dossiers[passe_droits if passe_droits.any() else tous]
    return F.tort(
        "admis_a_tort",
        len(admis),
        enfant=enfant(admis.iloc[0]),
        sur=total,
        pourquoi=_pourquoi(reponse["pourquoi_admis"], len(admis)),
    )


_AUTREMENT = {
    "ce_jour": "le_jour_change_la_decision/ce_jour",
    "ailleurs": "le_jour_change_la_decision/ailleurs",
    "autres": "hors_reglement",
}
"""Le même dossier : le jour et ce qui en naît changent, puis tout ce que le règlement ne lit pas."""


@F.controle
def meme_dossier_meme_decision(sujet: Sujet, reponse: Reponse) -> Constat | None:
    ecrites, dossiers = reponse["dossiers"], sujet.verite["dossiers"]
    for nom, famille in _AUTREMENT.items():
        changes = [i for i, (a, b) in enumerate(zip(ecrites, reponse[nom], strict=True)) if a != b]
        if changes:
            qui, avant, apres = enfant(dossiers.iloc[changes[0]]), ecrites[changes[0]], reponse[nom][changes[0]]
            jour, combien = sujet.verite["jour"], len(changes)
            return F.tort(famille, combien, enfant=qui, avant=avant, apres=apres, jour=jour, sur=len(ecrites))
    return None


# --- sans code --------------------------------------------------------------------------------------


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


EXERCICE = F.exercice(
    mondes=MONDES,
    sujet=_sujet,
    repondre=_repondre,
    produire=_produire,
)
