"""`donnees.surveiller` : voir à temps qu'un jour décroche, sans crier au loup."""

from __future__ import annotations

from typing import Any

import pandas as pd
from numpy.random import Generator

from chatmairie import formes
from chatmairie.donnees.exercices._commun import MONDES
from chatmairie.donnees.monde import JOURS, Monde
from chatmairie.exercice import Constat, Controle, Entrees, Exercice, FormeInattendue, Productions, Reponse, Sujet
from chatmairie.exigences import accorder
from chatmairie.jugement import controle_de_forme

SEMAINES = 8
PETIT_GROUPE = 6
"""Dossiers recevables d'un samedi ; un seul de plus ou de moins y fait 17 points."""

GRAND_GROUPE = 60
VAGUE = 35
"""Dossiers hors règle arrivés ensemble, un jour ordinaire : qui compte tous les dossiers y voit une fausse chute."""

CHUTE = 0.22
"""Chute injectée (hypothèse du cours) : la consigne demande de voir une baisse de 10 points ou plus, et six façons
raisonnables de comparer doivent toutes la voir. Mesuré (outils/mesures_marges.py) : 13 points au moins pour la moins
sensible, et 6 points au plus un jour calme."""

NIVEAUX = (0.97, 0.80)


def _semaines(hasard: Generator, niveau: float, jour: str | None) -> pd.DataFrame:
    """Une ligne par dossier : semaine, jour_depot, recevable, decision. Effectifs exacts, pas tirés."""
    tables = []
    vague = (int(hasard.integers(2, SEMAINES - 2)), str(hasard.choice([j for j in JOURS[:-1] if j != jour])))
    for semaine in range(1, SEMAINES + 1):
        for j in JOURS:
            petit = j == JOURS[-1]
            n = PETIT_GROUPE if petit else GRAND_GROUPE + int(hasard.integers(0, 21))
            part = niveau + float(hasard.uniform(-0.015, 0.015))
            if j == jour and semaine >= SEMAINES - 1:
                part = niveau - CHUTE
            # les petits groupes font de grands écarts : c'est leur nature, pas une alerte
            acceptes = int(hasard.integers(n - 2, n + 1)) if petit else round(part * n)
            hors_regle = VAGUE if (semaine, j) == vague else int(hasard.integers(0, 3 if petit else 16))
            tables.append(
                pd.DataFrame(
                    {
                        "semaine": semaine,
                        "jour_depot": j,
                        "recevable": [True] * n + [False] * hors_regle,
                        "decision": ["accepter"] * acceptes + ["agent"] * (n - acceptes) + ["a_completer"] * hors_regle,
                    }
                )
            )
    table = pd.concat(tables, ignore_index=True)
    return table.iloc[hasard.permutation(len(table))].reset_index(drop=True)


def _sujet(hasard: Generator, monde: Monde) -> Sujet:
    niveau = NIVEAUX[0] if monde == MONDES.public else NIVEAUX[1]
    jour = monde.jour_sale
    return Sujet(
        entrees={"calme": _semaines(hasard, niveau, None), "chute": _semaines(hasard, niveau, jour)},
        verite={"jour": jour, "petit": JOURS[-1], "niveau": niveau},
    )


def _repondre(productions: Productions, entrees: Entrees) -> Reponse:
    surveiller = formes.fonction(productions["surveiller"], "surveiller")
    return {nom: _lire(surveiller(entrees[nom].copy())) for nom in ("calme", "chute")}


def _lire(rendu: Any) -> list[list]:
    if type(rendu) is pd.DataFrame and rendu.empty:
        return []
    alertes = formes.table(_colonnes_remises(rendu), "surveiller", ("semaine", "jour_depot"))
    semaines = pd.to_numeric(alertes["semaine"], errors="coerce")
    if semaines.isna().any():
        raise FormeInattendue("Dans les alertes, `semaine` doit être un numéro de semaine.")
    return [[int(s), str(j)] for s, j in zip(semaines, alertes["jour_depot"], strict=True)]


def _colonnes_remises(rendu: Any) -> Any:
    """Après un `groupby`, semaine et jour peuvent être dans l'index : c'est admis."""
    if type(rendu) is pd.DataFrame and {"semaine", "jour_depot"} & set(rendu.index.names):
        return rendu.reset_index()
    return rendu


def _alerte(sujet: Sujet, reponse: Reponse) -> Constat | None:
    vues = {tuple(a) for a in reponse["chute"]}
    if any((s, sujet.verite["jour"]) in vues for s in (SEMAINES - 1, SEMAINES)):
        return None
    leses = round(CHUTE * GRAND_GROUPE * 2)
    return Constat(
        "chute_invisible",
        f"Deux semaines de suite, un jour perd {CHUTE * 100:.0f} points et rien ne s'allume : environ {leses} "
        "familles qui avaient droit à une place attendent, comme la première fois.",
        observe=f"Alertes rendues : {len(vues)}, dont aucune ce jour-là." if vues else "Aucune alerte rendue.",
        essayer="Comparez chaque jour aux autres, parmi les dossiers recevables : la moyenne de la ville bouge à "
        "peine, et un groupe minuscule ne doit pas peser autant qu'un grand."
        if vues
        else "Affichez la part d'acceptés par semaine et par jour, parmi les recevables : elle va de 0 à 1 (10 "
        "points y "
        "valent 0,10), et une réponse favorable s'écrit « accepter ». Puis comparez chaque jour aux autres.",
        leses=leses,
    )


def _silence(sujet: Sujet, reponse: Reponse) -> Constat | None:
    fausses = [a for a in reponse["calme"] if a[1] != sujet.verite["petit"]]
    if not fausses:
        return None
    return Constat(
        "crier_au_loup",
        f"Semaine {fausses[0][0]}, {fausses[0][1]} : il ne s'est rien passé, et un agent vérifie tout pour rien. "
        "Au bout d'un mois, plus personne ne lira les alertes, et elles ne protégeront plus aucune famille.",
        observe=f"{accorder(len(fausses), 'fausse alerte', 'fausses alertes')} en {SEMAINES} semaines calmes.",
        essayer="Le niveau ordinaire n'est pas le même dans toutes les mairies : comparez, parmi les dossiers "
        "recevables, au lieu de fixer un taux.",
    )


def _petits(sujet: Sujet, reponse: Reponse) -> Constat | None:
    fausses = [a for table in ("calme", "chute") for a in reponse[table] if a[1] == sujet.verite["petit"]]
    if not fausses:
        return None
    return Constat(
        "petit_groupe",
        f"Le {sujet.verite['petit']} compte {PETIT_GROUPE} dossiers : un seul de plus ou de moins déclenche votre "
        "alerte, et l'agente d'accueil passe sa matinée à vérifier pour rien.",
        observe=f"{accorder(len(fausses), 'alerte', 'alertes')} sur un groupe de {PETIT_GROUPE} dossiers.",
        essayer="Combien de dossiers faut-il pour qu'un écart veuille dire quelque chose ?",
    )


EXERCICE = Exercice(
    identifiant="donnees.surveiller",
    titre="Surveiller après la mise en service",
    niveau=3,
    duree_min=4,
    criteres=("CM-SOC-09",),
    indices=(
        "Une panne qui ne touche qu'un jour ne se voit pas dans la moyenne de la ville : les familles de ce "
        "jour-là sont seules à la voir.",
        "Recommandation : suivre chaque groupe, avec un effectif minimal, et prévenir une personne qui peut arrêter.",
        "Gardez les dossiers recevables ; par (semaine, jour_depot), la part de « accepter » et le nombre de "
        "dossiers ; comparez à la part de toute la ville ; rendez les lignes où l'écart atteint 10 points, et où "
        "il y a assez de dossiers.",
    ),
    productions=("surveiller",),
    mondes=MONDES,
    sujet=_sujet,
    repondre=_repondre,
    controles=(
        controle_de_forme(0.25),
        Controle("chute_vue", 0.25, _alerte, ("forme",), "une chute d'un seul jour est vue"),
        Controle("silence_si_calme", 0.25, _silence, ("forme",), "rien quand il ne se passe rien"),
        Controle("petits_groupes", 0.25, _petits, ("forme",), "pas d'alerte sur une poignée de dossiers"),
    ),
)
