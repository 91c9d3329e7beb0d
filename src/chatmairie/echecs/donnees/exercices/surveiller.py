"""`donnees.surveiller` : voir à temps qu'un jour décroche, sans crier au loup."""

from __future__ import annotations

from typing import Any

import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.donnees.exercices._commun import MONDES
from chatmairie.echecs.donnees.monde import JOURS, Monde
from chatmairie.juge import formes
from chatmairie.juge.exercice import Constat, Controle, Entrees, Exercice, FormeInattendue, Productions, Reponse, Sujet
from chatmairie.juge.jugement import controle_de_forme
from chatmairie.langue.mots import accorder

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
        raise FormeInattendue("Dans les alertes, `semaine` doit être un numéro de semaine.")
    return [[int(s), str(j)] for s, j in zip(semaines, alertes["jour_depot"], strict=True)]


def _colonnes_remises(rendu: Any) -> Any:
    """Après un `groupby`, semaine et jour peuvent être dans l'index : c'est admis."""
    if type(rendu) is pd.DataFrame and {"semaine", "jour_depot"} & set(rendu.index.names):
        return rendu.reset_index()
    return rendu


def _alerte(sujet: Sujet, reponse: Reponse) -> Constat | None:
    for nom, verite in sujet.verite.items():
        vues = {tuple(a) for a in reponse[nom]}
        if not verite["a_voir"] or vues & set(verite["a_voir"]):
            continue
        taille, chute, _lue = CHUTES[nom]
        return Constat(
            "chute_invisible",
            f"{len(verite['a_voir'])} semaines de suite, le {verite['jour']} perd {chute * 100:.0f} points et rien ne "
            f"s'allume : environ {verite['leses']} familles qui avaient droit à une place attendent, comme la première "
            "fois.",
            observe=f"Ce jour-là reçoit de {EFFECTIFS[taille][0]} à {EFFECTIFS[taille][1] - 1} dossiers recevables. "
            + (f"Alertes rendues : {len(vues)}, dont aucune ce jour-là." if vues else "Aucune alerte rendue."),
            essayer="Comparez chaque jour, chaque semaine, aux autres, parmi les dossiers recevables : la moyenne de "
            "la ville bouge à peine, et celle de toutes les semaines non plus."
            if vues
            else "Affichez la part d'acceptés par semaine et par jour, parmi les recevables : elle va de 0 à 1 (10 "
            "points y valent 0,10), et une réponse favorable s'écrit « accepter ». Puis comparez chaque jour aux "
            "autres.",
            leses=verite["leses"],
        )
    return None


def _silence(sujet: Sujet, reponse: Reponse) -> Constat | None:
    fausses = []
    for nom, verite in sujet.verite.items():
        fausses += sorted({tuple(a) for a in reponse[nom]} & set(verite["a_taire"]))
    if len(fausses) <= FAUSSES_MAX:
        return None
    return Constat(
        "crier_au_loup",
        f"Semaine {fausses[0][0]}, {fausses[0][1]} : il ne s'est rien passé qui demande une alerte, et un agent "
        "vérifie tout pour rien. Au bout d'un mois, plus personne ne lira les alertes, et elles ne protégeront plus "
        "aucune famille.",
        observe=f"{accorder(len(fausses), 'fausse alerte', 'fausses alertes')} en {len(CHUTES)} fois {SEMAINES} "
        "semaines, là où la part d'acceptés est à moins de 7 points du niveau habituel.",
        essayer="Le niveau ordinaire n'est pas le même dans toutes les mairies : comparez, parmi les dossiers "
        "recevables, au lieu de fixer un taux, et ne signalez que le jour qui tombe.",
    )


def _petits(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    petit = JOURS[-1]
    fausses = [a for nom in CHUTES for a in reponse[nom] if a[1] == petit]
    if not fausses:
        return None
    moins, plus = EFFECTIFS["petit"][0], EFFECTIFS["petit"][1] - 1
    return Constat(
        "petit_groupe",
        f"Le {petit} compte de {moins} à {plus} dossiers recevables : un seul de plus ou de moins déclenche votre "
        "alerte, et l'agente d'accueil passe sa matinée à vérifier pour rien.",
        observe=f"{accorder(len(fausses), 'alerte', 'alertes')} sur un groupe de moins de vingt dossiers recevables.",
        essayer="Combien de dossiers recevables faut-il pour qu'un écart veuille dire quelque chose ?",
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
        Controle("silence_si_calme", 0.25, _silence, ("forme", "chute_vue"), "rien quand il ne se passe rien"),
        Controle("petits_groupes", 0.25, _petits, ("forme", "chute_vue"), "pas d'alerte sur une poignée de dossiers"),
    ),
)
