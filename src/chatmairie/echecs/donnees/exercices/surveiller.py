"""`donnees.surveiller` : voir à temps qu'un jour décroche, sans crier au loup."""

from __future__ import annotations

from typing import Any

import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.donnees.exercices._commun import MONDES
from chatmairie.echecs.donnees.monde import JOURS, Monde
from chatmairie.juge import formes
from chatmairie.juge.exercice import Constat, Entrees, Productions, Reponse, Sujet
from chatmairie.juge.fiche import Fiche

F = Fiche(__file__)

SEMAINES, DUREE = 8, 2
EFFECTIFS = {"grand": (300, 401), "moyen": (32, 46), "petit": (6, 11)}
"""Dossiers recevables d'un jour (hypothèse du cours) : la plupart, un jour creux, et le samedi, trop peu pour juger."""

VAGUE = 150
"""Dossiers hors règle arrivés ensemble, un jour ordinaire : qui compte tous les dossiers y voit une fausse chute."""

A_TAIRE = 0.065
"""La consigne annonce 10 points. Le niveau habituel se mesure de plusieurs façons, à 3 points près : à moins de 7
points mesurés, une alerte est fausse."""

FAUSSES_MAX = 1
"""Fausses alertes admises en tout, sur quatre fois huit semaines : annoncé dans la consigne. Mesuré sur 60 mondes, neuf
façons de comparer : une au plus. Le jour creux, trop bruyant, ne compte pas."""

NIVEAUX = (0.97, 0.80)
CHUTES = {
    "calme": ("grand", 0.0, None),
    "chute": ("grand", 0.185, (0.177, 0.192)),
    "chute_d_un_jour_creux": ("moyen", 0.50, (0.30, 0.70)),
    "presque_rien": ("grand", 0.065, (0.06, A_TAIRE)),
}
"""Table -> la taille du jour touché, la chute injectée (une part, 0 à 1) et ce qui s'en lit dans les données tirées :
des deux côtés du seuil annoncé."""


def _semaines(
    hasard: Generator, niveau: float, taille: str, chute: float, lue: tuple[float, float] | None
) -> tuple[pd.DataFrame, dict[str, Any]]:
    """Une ligne par dossier (semaine, jour_depot, recevable, decision), tirée, et ce qu'il y a à y voir."""
    jours = [str(j) for j in hasard.permutation(JOURS[:-1])]
    touche, d_une_vague = jours[:2]
    debut = int(hasard.integers(3, SEMAINES - DUREE + 2))
    vague = (int(hasard.integers(2, SEMAINES)), d_une_vague)
    tables, baisses, a_taire = [], {}, []
    for semaine in range(1, SEMAINES + 1):
        for jour in JOURS:
            quoi = "petit" if jour == JOURS[-1] else taille if jour == touche else "grand"
            n = int(hasard.integers(*EFFECTIFS[quoi]))
            tombe = lue if jour == touche and debut <= semaine < debut + DUREE else None
            if quoi == "petit":  # un seul refus y fait un grand écart : c'est sa nature, pas une alerte
                acceptes = int(niveau * n)
            else:
                acceptes = _tirer(hasard, n, niveau - (chute if tombe else 0), niveau, tombe or (-1.0, A_TAIRE))
            if tombe and tombe[0] > A_TAIRE:
                baisses[semaine, jour] = niveau - acceptes / n
            elif quoi == "grand":
                a_taire.append((semaine, jour))
            hors_regle = VAGUE if (semaine, jour) == vague else int(hasard.integers(15, 26))
            tables.append(
                pd.DataFrame(
                    {
                        "semaine": semaine,
                        "jour_depot": jour,
                        "recevable": [True] * n + [False] * hors_regle,
                        "decision": ["accepter"] * acceptes + ["agent"] * (n - acceptes) + ["a_completer"] * hors_regle,
                    }
                )
            )
    table = pd.concat(tables, ignore_index=True)
    leses = round(sum(baisses.values()) * sum(EFFECTIFS[taille]) / 2)
    verite = {"jour": touche, "a_voir": list(baisses), "a_taire": a_taire, "leses": leses}
    return table.iloc[hasard.permutation(len(table))].reset_index(drop=True), verite


def _tirer(hasard: Generator, n: int, part: float, niveau: float, lue: tuple[float, float]) -> int:
    """Le nombre d'acceptés, tiré ; retiré tant que la baisse que l'on y lit n'est pas du bon côté du seuil."""
    while True:
        acceptes = int(hasard.binomial(n, part))
        if lue[0] <= niveau - acceptes / n <= lue[1]:
            return acceptes


def _sujet(hasard: Generator, monde: Monde) -> Sujet:
    niveau = NIVEAUX[0] if monde == MONDES.public else NIVEAUX[1]
    tirees = {nom: _semaines(hasard, niveau, *chute) for nom, chute in CHUTES.items()}
    return Sujet(
        entrees={nom: table for nom, (table, _) in tirees.items()},
        verite={nom: verite for nom, (_, verite) in tirees.items()},
    )


def _repondre(productions: Productions, entrees: Entrees) -> Reponse:
    surveiller = formes.fonction(productions["surveiller"], "surveiller")
    return {nom: _lire(surveiller(entrees[nom].copy())) for nom in CHUTES}


def _lire(rendu: Any) -> list[list]:
    if type(rendu) is pd.DataFrame and rendu.empty:
        return []
    alertes = formes.table(_colonnes_remises(rendu), "surveiller", ("semaine", "jour_depot"))
    semaines = pd.to_numeric(alertes["semaine"], errors="coerce")
    if semaines.isna().any():
        raise F.refus("semaine_illisible")
    return [[int(s), str(j)] for s, j in zip(semaines, alertes["jour_depot"], strict=True)]


def _colonnes_remises(rendu: Any) -> Any:
    """Après un `groupby`, semaine et jour peuvent être dans l'index : c'est admis."""
    if type(rendu) is pd.DataFrame and {"semaine", "jour_depot"} & set(rendu.index.names):
        return rendu.reset_index()
    return rendu


@F.controle
def chute_vue(sujet: Sujet, reponse: Reponse) -> Constat | None:
    for nom, verite in sujet.verite.items():
        vues = {tuple(a) for a in reponse[nom]}
        if not verite["a_voir"] or vues & set(verite["a_voir"]):
            continue
        taille, chute, _lue = CHUTES[nom]
        dit = {
            "jour": verite["jour"],
            "duree": len(verite["a_voir"]),
            "chute": round(chute * 100),
            "moins": EFFECTIFS[taille][0],
            "plus": EFFECTIFS[taille][1] - 1,
        }
        if vues:
            return F.tort("chute_invisible/ailleurs", verite["leses"], alertes=len(vues), **dit)
        return F.tort("chute_invisible/aucune_alerte", verite["leses"], **dit)
    return None


@F.controle
def silence_si_calme(sujet: Sujet, reponse: Reponse) -> Constat | None:
    fausses = []
    for nom, verite in sujet.verite.items():
        fausses += sorted({tuple(a) for a in reponse[nom]} & set(verite["a_taire"]))
    if len(fausses) <= FAUSSES_MAX:
        return None
    semaine, jour = fausses[0]
    return F.tort("crier_au_loup", semaine=semaine, jour=jour, n=len(fausses), tables=len(CHUTES), semaines=SEMAINES)


@F.controle
def petits_groupes(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    petit, (moins, plus) = JOURS[-1], EFFECTIFS["petit"]
    fausses = [a for nom in CHUTES for a in reponse[nom] if a[1] == petit]
    if not fausses:
        return None
    return F.tort("petit_groupe", n=len(fausses), jour=petit, moins=moins, plus=plus - 1)


EXERCICE = F.exercice(
    mondes=MONDES,
    sujet=_sujet,
    repondre=_repondre,
)
