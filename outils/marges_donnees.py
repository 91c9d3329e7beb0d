"""Les seuils du module 02 : ce que chacun mesure sur une réponse, et ce qui dépend du monde tiré."""

from __future__ import annotations

import math
from collections.abc import Mapping

import pandas as pd

from chatmairie.echecs.donnees.exercices import colonnes, decider, ecarter, enqueter, taux
from chatmairie.echecs.donnees.mecanisme import predire_le_jour
from chatmairie.juge.exercice import Reponse, Sujet
from chatmairie.langue.mots import sans_accents
from outils.marges import Marge, Mesure


def _admis(sujet: Sujet, reponse: Reponse) -> float:
    dossiers, recevable = sujet.verite["dossiers"], sujet.verite["regles"]["recevable"]
    accepte = pd.Series(reponse["dossiers"], index=dossiers.index).eq("accepter")
    return float((accepte & ~recevable).sum() / (~recevable).sum())


def _attente(sujet: Sujet, reponse: Reponse) -> float:
    recevable = sujet.verite["regles"]["recevable"]
    return float(pd.Series(reponse["dossiers"], index=recevable.index).ne("accepter")[recevable].mean())


def _raison(_sujet: Sujet, reponse: Reponse) -> float:
    raisons = reponse["ecarter"]["raisons"].values()
    return min((len(sans_accents(r).replace(" ", "")) for r in raisons if r), default=math.nan)


def _part_d_un_jour(sujet: Sujet, reponse: Reponse) -> float:
    return float(ecarter.pertes(sujet, reponse)[1].max())


MESURES = (
    Mesure("donnees.taux", "par_jour", "écart à un taux vrai", taux.ECART_ADMIS, taux.ecart),
    Mesure(
        "donnees.ecarter", "vraies_decisions_gardees", "part des vraies décisions écartées",
        1 - ecarter.PART_GARDEE, lambda s, r: ecarter.pertes(s, r)[0],
    ),
    Mesure(
        "donnees.ecarter", "vraies_decisions_gardees", "part des vraies décisions d'un même jour écartées",
        ecarter.PART_PERDUE_UN_JOUR, _part_d_un_jour,
    ),
    Mesure(
        "donnees.ecarter", "raisons_lisibles", "lettres de la raison la plus courte",
        ecarter.LETTRES_D_UNE_RAISON, _raison, au_plus=False,
    ),
    Mesure(
        "donnees.colonnes", "colonnes_suffisantes", "part des recevables refusés",
        colonnes.TORT_MAX, lambda s, r: colonnes.parts_a_tort(s, r)[0],
    ),
    Mesure(
        "donnees.colonnes", "colonnes_suffisantes", "part des irrecevables admis",
        colonnes.TORT_MAX, lambda s, r: colonnes.parts_a_tort(s, r)[1],
    ),
    Mesure(
        "donnees.colonnes", "jour_introuvable", "à quel point les colonnes trahissent le jour",
        colonnes.TRAHISON_MAX, lambda _s, r: r["trahison"],
    ),
    Mesure("donnees.decider", "recevables_acceptes", "part des recevables qui attendent", decider.PART_MAX, _attente),
    Mesure("donnees.decider", "irrecevables_non_admis", "part des irrecevables acceptés", decider.PART_MAX, _admis),
)  # fmt: skip


# --- ce qui ne dépend pas de la réponse, mais du monde tiré ---------------------------------------------


def du_monde(identifiant: str, sujet: Sujet) -> dict[str, float]:
    if identifiant == "donnees.enqueter":
        return _traces_du_jour(sujet)
    if identifiant == "donnees.surveiller":
        return _chutes(sujet)
    return {}


_APRES_LE_JOUR = {"motif", "instruit_par", "jour_depot"}


def _traces_du_jour(sujet: Sujet) -> dict[str, float]:
    archives, jour = sujet.entrees["archives"], sujet.verite["jour"]
    lisibles = [c for c in archives.columns if c not in ("num_dossier", "id_enfant", "id_famille", "prenom")]
    trace = {c: predire_le_jour(archives, [c], jour=jour) for c in lisibles}
    taux_de_refus = pd.Series(sujet.verite["refus_par_jour"]).drop(jour)
    return {
        "indispensables": min(trace[c] for c in enqueter.INDISPENSABLES),
        "accusees": max(v for c, v in trace.items() if c not in enqueter.INDISPENSABLES | _APRES_LE_JOUR),
        "autre_jour": float(taux_de_refus.max()),
        "jour_sale": float(sujet.verite["refus_par_jour"][jour]),
    }


def _part(table: pd.DataFrame) -> pd.DataFrame:
    recevables = table[table["recevable"]]
    accepte = recevables["decision"].eq("accepter")
    groupes = accepte.groupby([recevables["semaine"], recevables["jour_depot"]]).agg(["mean", "size"]).reset_index()
    par_semaine = groupes.groupby("semaine")["mean"]
    references = {
        "la ville": accepte.mean(),
        "la semaine": groupes["semaine"].map(accepte.groupby(recevables["semaine"]).mean()),
        "le même jour": groupes["jour_depot"].map(accepte.groupby(recevables["jour_depot"]).mean()),
        "les semaines d'avant": groupes.groupby("jour_depot")["mean"].transform(
            lambda m: m.expanding(3).mean().shift()
        ),
        "la médiane des jours": par_semaine.transform("median"),
        "la moyenne des jours": par_semaine.transform("mean"),
    }
    return groupes.assign(**{nom: r - groupes["mean"] for nom, r in references.items()})


FACONS = (
    "la ville", "la semaine", "le même jour", "les semaines d'avant", "la médiane des jours", "la moyenne des jours",
)  # fmt: skip


def _chutes(sujet: Sujet) -> dict[str, float]:
    vues, calmes = [], []
    for nom, verite in sujet.verite.items():
        parts = _part(sujet.entrees[nom]).set_index(["semaine", "jour_depot"])
        if verite["a_voir"]:
            vues += [parts.loc[verite["a_voir"], f].max() for f in FACONS]
        calmes += [parts.loc[verite["a_taire"], f].max() for f in FACONS]
    return {"chute": min(vues), "calme": max(calmes)}


def marges_du_monde(extremes: Mapping[str, list[float]]) -> list[Marge]:
    e, s = "donnees.enqueter", "donnees.surveiller"
    milieu = enqueter.TRACE_MIN
    return [
        Marge(e, "trace du jour des colonnes indispensables", milieu, min(extremes["indispensables"]), None, False),
        Marge(e, "trace du jour des colonnes accusées à tort", milieu, max(extremes["accusees"]), None),
        Marge(e, "part de refus d'un jour ordinaire", min(extremes["jour_sale"]), max(extremes["autre_jour"]), None),
        Marge(s, "chute d'un jour, vue de six façons", 0.10, min(extremes["chute"]), None, False),
        Marge(s, "écart d'un jour calme, vu de six façons", 0.10, max(extremes["calme"]), None),
    ]
