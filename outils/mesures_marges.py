"""Les marges du module 02 : de combien les bonnes réponses sont en deçà de chaque seuil, et les fausses au-delà.

    python -m outils.mesures_marges

Les bonnes réponses de la banque (tests/reponses) sont jugées sur des mondes frais, un sur deux étant une
autre mairie ; pour chaque seuil des exercices, on garde la pire mesure des bonnes réponses, et la mesure de
la fausse réponse la plus proche parmi celles que ce seuil arrête (sur les mondes de notation).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from typing import Any

import pandas as pd

from chatmairie import catalogue, jugement
from chatmairie.donnees.exercices import colonnes, decider, ecarter, enqueter, surveiller, taux
from chatmairie.donnees.modele import predire_le_jour
from chatmairie.exercice import Exercice, Reponse, Sujet
from chatmairie.exigences import sans_accents
from tests.banque import banque

MONDES = 40
"""Vingt tirages du monde du cours, vingt d'autres mairies."""

TIRAGE = 2
"""Graine de ces mondes : ni ceux du cours, ni ceux de la notation."""


@dataclass(frozen=True)
class Mesure:
    """Un seuil : au plus `seuil` pour réussir (`au_plus`), ou au moins. `lire` mesure une réponse sur un sujet."""

    exercice: str
    controle: str
    quoi: str
    seuil: float
    lire: Callable[[Sujet, Reponse], float]
    au_plus: bool = True


@dataclass(frozen=True)
class Marge:
    """`pire` : la pire mesure des bonnes réponses ; `proche` : la fausse la plus proche (None si aucune)."""

    exercice: str
    quoi: str
    seuil: float
    pire: float
    proche: float | None
    au_plus: bool = True

    @property
    def marge(self) -> float:
        """Ce qui sépare la pire bonne réponse du seuil (positif si elle passe)."""
        return self.seuil - self.pire if self.au_plus else self.pire - self.seuil


@dataclass(frozen=True)
class Bilan:
    """marges : une par seuil ; refusees : les bonnes réponses qui n'ont pas eu le plein, et où."""

    marges: tuple[Marge, ...]
    refusees: tuple[str, ...] = field(default=())


def _admis(sujet: Sujet, reponse: Reponse) -> float:
    dossiers, recevable = sujet.verite["dossiers"], sujet.verite["regles"]["recevable"]
    accepte = pd.Series(reponse["dossiers"], index=dossiers.index).eq("accepter")
    return float((accepte & ~recevable).sum() / (~recevable).sum())


def _attente(sujet: Sujet, reponse: Reponse) -> float:
    recevable = sujet.verite["regles"]["recevable"]
    return float(pd.Series(reponse["dossiers"], index=recevable.index).ne("accepter")[recevable].mean())


def _ecart(sujet: Sujet, reponse: Reponse) -> float:
    parts = [decider.parts_par_groupe(sujet, reponse, c)["mean"] for c in decider.GROUPES]
    return float(max(p.max() - p.min() for p in parts))


def _changes(_sujet: Sujet, reponse: Reponse) -> float:
    couples = list(zip(reponse["ce_jour"], reponse["ailleurs"], strict=True))
    return 1 - sum(a != b for a, b in couples) / len(couples)


def _raison(_sujet: Sujet, reponse: Reponse) -> float:
    return min((len(sans_accents(r).replace(" ", "")) for r in reponse["ecarter"].values() if r), default=math.nan)


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
    Mesure("donnees.decider", "aucun_groupe_oublie", "écart entre deux groupes", decider.ECART_MAX, _ecart),
    Mesure("donnees.decider", "irrecevables_non_admis", "part des irrecevables acceptés", decider.PART_MAX, _admis),
    Mesure(
        "donnees.decider", "meme_dossier_meme_decision", "part des dossiers de même décision un autre jour",
        decider.MEME_DECISION_MIN, _changes, au_plus=False,
    ),
)  # fmt: skip


def sujets_frais(exercice: Exercice, mondes: int = MONDES) -> Iterator[Sujet]:
    """Des mondes qui ne sont ni celui du cours ni ceux de la notation ; un sur deux est une autre mairie."""
    for _, sujet in jugement.sujets_au_hasard(exercice, mondes, TIRAGE):
        yield sujet


def bilan(enregistrees: Mapping[str, banque.Enregistrement], mondes: int = MONDES) -> Bilan:
    """Juge les bonnes réponses sur `mondes` mondes frais (deux processus) et rassemble les marges."""
    pires: dict[str, list[float]] = {m.quoi: [] for m in MESURES}
    extremes: dict[str, list[float]] = {}
    refusees: list[str] = []
    identifiants = banque.identifiants()
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as processus:
        for mesures, du_monde, fautes in processus.map(_jouer, identifiants, [mondes] * len(identifiants)):
            refusees += fautes
            for ou, valeurs in ((pires, mesures), (extremes, du_monde)):
                for nom, lues in valeurs.items():
                    ou.setdefault(nom, []).extend(lues)
    marges = [
        Marge(m.exercice, m.quoi, m.seuil, _pire(pires[m.quoi], m.au_plus), _plus_proche(m, enregistrees), m.au_plus)
        for m in MESURES
    ]
    return Bilan(tuple(marges + _marges_du_monde(extremes)), tuple(refusees))


def _jouer(identifiant: str, mondes: int) -> tuple[dict[str, list[float]], dict[str, list[float]], list[str]]:
    """Un exercice : les mesures des bonnes réponses, celles du monde, et les bonnes réponses refusées."""
    exercice = catalogue.exercice(identifiant)
    productions = {r: banque.executer(r) for r in banque.justes(identifiant)}
    mesures, du_monde, fautes = defaultdict(list), defaultdict(list), []
    for rang, sujet in enumerate(sujets_frais(exercice, mondes)):
        for reponse, production in productions.items():
            execution = jugement.repondre(exercice, production, sujet)
            if execution.erreur is not None:
                fautes.append(f"{reponse}, {sujet.nom} : {execution.erreur!r}")
                continue
            manques = jugement.examiner(exercice, sujet, execution.valeur)
            if manques:
                fautes.append(f"{reponse}, {sujet.nom} : {manques[0].constat.phrase} {manques[0].constat.observe}")
                continue
            for mesure in MESURES:
                if mesure.exercice == identifiant:
                    mesures[mesure.quoi].append(mesure.lire(sujet, execution.valeur))
        if rang % 8 < 2:  # ces mesures-là sont longues : un quart des mondes, des deux sortes
            for nom, valeur in _du_monde(identifiant, sujet).items():
                du_monde[nom].append(valeur)
    return dict(mesures), dict(du_monde), fautes


def _pire(valeurs: list[float], au_plus: bool) -> float:
    lues = [v for v in valeurs if not math.isnan(v)]
    return max(lues) if au_plus else min(lues)


def _plus_proche(mesure: Mesure, enregistrees: Mapping[str, banque.Enregistrement]) -> float | None:
    exercice = catalogue.exercice(mesure.exercice)
    sujets = jugement.sujets_de_notation(exercice)
    au_dela = []
    for reponse in banque.charger(mesure.exercice):
        if reponse.genre != "faux":
            continue
        valeurs = []
        for sujet, execution in zip(sujets, enregistrees[str(reponse)].executions, strict=True):
            if execution.erreur is None and not _forme_manquee(exercice, sujet, execution.valeur):
                valeurs.append(mesure.lire(sujet, execution.valeur))
        valeurs = [v for v in valeurs if math.isfinite(v)]
        if valeurs:
            pire = _pire(valeurs, mesure.au_plus)
            if (pire > mesure.seuil) if mesure.au_plus else (pire < mesure.seuil):
                au_dela.append(pire)
    if not au_dela:
        return None
    return min(au_dela) if mesure.au_plus else max(au_dela)


def _forme_manquee(exercice: Exercice, sujet: Sujet, reponse: Any) -> bool:
    return any(e.constat.famille == "forme" for e in jugement.examiner(exercice, sujet, reponse))


# --- ce qui ne dépend pas de la réponse, mais du monde tiré ---------------------------------------------


def _du_monde(identifiant: str, sujet: Sujet) -> dict[str, float]:
    if identifiant == "donnees.enqueter":
        return _traces_du_jour(sujet)
    if identifiant == "donnees.surveiller":
        return _chutes(sujet)
    return {}


def _traces_du_jour(sujet: Sujet) -> dict[str, float]:
    archives, jour = sujet.entrees["archives"], sujet.verite["jour"]
    lisibles = [c for c in archives.columns if c not in ("num_dossier", "id_enfant", "id_famille", "prenom")]
    trace = {c: predire_le_jour(archives, [c], jour=jour) for c in lisibles}
    taux_de_refus = pd.Series(sujet.verite["refus_par_jour"]).drop(jour)
    return {
        "indispensables": min(trace[c] for c in enqueter.INDISPENSABLES),
        "accusees": max(v for c, v in trace.items() if c not in enqueter.INDISPENSABLES | enqueter.TOLEREES),
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
        "la semaine d'avant": groupes.groupby("jour_depot")["mean"].shift(),
        "la médiane des jours": par_semaine.transform("median"),
        "la moyenne des jours": par_semaine.transform("mean"),
    }
    return groupes.assign(**{nom: r - groupes["mean"] for nom, r in references.items()})


FACONS = (
    "la ville", "la semaine", "le même jour", "la semaine d'avant", "la médiane des jours", "la moyenne des jours",
)  # fmt: skip


def _chutes(sujet: Sujet) -> dict[str, float]:
    chute, calme = _part(sujet.entrees["chute"]), _part(sujet.entrees["calme"])
    finales = chute[chute["jour_depot"].eq(sujet.verite["jour"]) & chute["semaine"].ge(surveiller.SEMAINES - 1)]
    grands = calme[calme["size"] > 2 * surveiller.PETIT_GROUPE]
    return {
        "chute": min(finales[f].max() for f in FACONS),
        "calme": max(grands[f].max() for f in FACONS),
    }


def _marges_du_monde(extremes: Mapping[str, list[float]]) -> list[Marge]:
    e, s = "donnees.enqueter", "donnees.surveiller"
    milieu = 0.75
    return [
        Marge(e, "trace du jour des colonnes indispensables", milieu, min(extremes["indispensables"]), None, False),
        Marge(e, "trace du jour des colonnes accusées à tort", milieu, max(extremes["accusees"]), None),
        Marge(e, "part de refus d'un jour ordinaire", min(extremes["jour_sale"]), max(extremes["autre_jour"]), None),
        Marge(s, "chute d'un jour, vue de six façons", 0.10, min(extremes["chute"]), None, False),
        Marge(s, "écart d'un jour calme, vu de six façons", 0.10, max(extremes["calme"]), None),
    ]


def en_markdown(marges: tuple[Marge, ...]) -> str:
    """La table publiée, avec ses en-têtes."""

    def nombre(valeur: float | None) -> str:
        return "aucune" if valeur is None else f"{valeur:.3f}".rstrip("0").rstrip(".").replace(".", ",")

    lignes = [
        "| exercice | mesure | seuil | pire bonne réponse | marge | fausse réponse la plus proche |",
        "|---|---|---|---|---|---|",
    ]
    lignes += [
        f"| `{m.exercice}` | {m.quoi} | {'au plus' if m.au_plus else 'au moins'} {nombre(m.seuil)} | {nombre(m.pire)} "
        f"| {nombre(m.marge)} | {nombre(m.proche)} |"
        for m in marges
    ]
    return "\n".join(lignes)


def marges(mondes: int = MONDES) -> Bilan:
    """Le bilan complet, banque comprise (une à deux minutes)."""
    enregistrees = {str(r): banque.enregistrer(r) for r in banque.toutes()}
    return bilan(enregistrees, mondes)


if __name__ == "__main__":
    resultat = marges()
    print(en_markdown(resultat.marges))
    for phrase in resultat.refusees:
        print(phrase)
