"""La première semaine : la mairie entraîne son assistant sur un corpus surtout familier, et des gens lui écrivent.

Rien n'est écrit d'avance : l'assistant est vraiment entraîné, c'est lui qui comprend ou non, et qui tutoie.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.commun.rejeu import Rejouable
from chatmairie.echecs.design.journal import tirer_journal
from chatmairie.echecs.design.mecanisme import EXEMPLE, Assistant, entrainer, page_naive
from chatmairie.echecs.design.monde import MONDE_DU_COURS, Monde, parler_d_ici
from chatmairie.echecs.design.page import defauts
from chatmairie.echecs.design.public import USAGERS, lire, reussite
from chatmairie.echecs.design.tirage import REGISTRES, tirer_corpus, toutes_les_questions, varier

DEMANDES = 30
"""Demandes de chaque personne pendant la semaine (hypothèse du cours : assez pour compter)."""


@dataclass(frozen=True, eq=False)
class Rejeu:
    """Une semaine rejouée, reproductible.

    corpus : ce que l'assistant a lu ; assistant : lui ; echanges : une ligne par demande (`cle`, `prenom`, `question`,
    `registre_question`, `besoin`, `compris`, `reponse`, `registre_reponse`, `chance` : de réussir, `reussi`) ;
    journal : ce que les gens ont vécu.
    """

    graine: int
    monde: Monde
    corpus: pd.DataFrame = field(repr=False)
    assistant: Assistant = field(repr=False)
    echanges: pd.DataFrame = field(repr=False)
    journal: pd.DataFrame = field(repr=False)


def demandes_de_la_semaine(hasard: Generator, monde: Monde = MONDE_DU_COURS) -> pd.DataFrame:
    """Les demandes des dix personnes : chacune écrit de toutes les façons ; Erin, souvent en français d'apprenante.

    Le tirage de la façon d'écrire ne regarde ni l'âge ni le prénom.
    """
    questions = varier(hasard, parler_d_ici(toutes_les_questions(), monde))
    lignes = []
    for u in USAGERS:
        poids = questions["registre_question"].map(
            {r: (4.0 if (u.cle, r) == ("erin", "apprenant") else 1.0) for r in REGISTRES}
        )
        if u.cle != "erin":
            poids = poids.where(questions["registre_question"].ne("apprenant"), 0.0)
        tirees = hasard.choice(len(questions), DEMANDES, replace=False, p=(poids / poids.sum()).to_numpy())
        lignes.append(questions.iloc[tirees].assign(cle=u.cle, prenom=u.prenom))
    return pd.concat(lignes, ignore_index=True)


def repondre_aux_demandes(
    demandes: pd.DataFrame, assistant: Assistant, hasard: Generator, codes: tuple[str, ...]
) -> pd.DataFrame:
    """Les échanges : ce que l'assistant a compris et répondu, et si la démarche a réussi (tirage)."""
    table = demandes.copy()
    rendues = assistant.repondre_a(list(table["question"]))
    table["compris"] = [r.besoin == b for r, b in zip(rendues, table["besoin"], strict=True)]
    table["reponse"] = [r.texte for r in rendues]
    table["registre_reponse"] = [r.registre for r in rendues]
    usagers = {u.cle: u for u in USAGERS}
    lectures = {t: lire(t) for t in set(table["reponse"])}
    table["chance"] = [
        reussite(usagers[c], lectures[t], codes, bool(ok))
        for c, t, ok in zip(table["cle"], table["reponse"], table["compris"], strict=True)
    ]
    table["reussi"] = hasard.random(len(table)) < table["chance"]
    return table


def defauts_de_la_page_naive() -> tuple[str, ...]:
    """Les codes des défauts de la page mise en ligne par la mairie."""
    return tuple(dict.fromkeys(d.code for d in defauts(page_naive(EXEMPLE))))


@Rejouable
def rejouer(graine: int, monde: Monde = MONDE_DU_COURS) -> Rejeu:
    """La première semaine, pour cette graine."""
    hasards = [np.random.default_rng(s) for s in np.random.SeedSequence(graine).spawn(4)]
    corpus = tirer_corpus(hasards[0], monde.part_familiere)
    assistant = entrainer(corpus)
    demandes = demandes_de_la_semaine(hasards[1])
    echanges = repondre_aux_demandes(demandes, assistant, hasards[2], defauts_de_la_page_naive())
    return Rejeu(graine, monde, corpus, assistant, echanges, tirer_journal(hasards[3], echanges))
