"""Essayer des remèdes, et mesurer un corpus : ce que comprend l'assistant, et sur quel ton il répond."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd

from chatmairie.design.corpus import CLAIRE, REGISTRES, tirer_corpus, toutes_les_questions, varier
from chatmairie.design.modele import Assistant, comprehension, entrainer
from chatmairie.design.public import USAGERS, lire, reussite
from chatmairie.design.registre import marques
from chatmairie.design.rejeu import rejouer


@dataclass(frozen=True)
class Essai:
    """comprises : remède -> façon d'écrire -> questions comprises sur 100 ; familieres : remède -> réponses familières
    sur 100 ; lignes : remède -> lignes du corpus."""

    comprises: dict[str, dict[str, int]]
    familieres: dict[str, int]
    lignes: dict[str, int]


def questions_d_essai(graine: int) -> pd.DataFrame:
    """Les demandes de la semaine suivante (voir `corpus.varier`)."""
    return varier(np.random.default_rng([graine, 7]), toutes_les_questions())


def mesurer(assistant: Assistant, questions: pd.DataFrame) -> tuple[dict[str, int], int]:
    """(façon d'écrire -> comprises sur 100, réponses familières sur 100)."""
    table = comprehension(assistant, questions)
    comprises = {r: round(100 * int(table["comprises"][r]) / int(table["questions"][r])) for r in REGISTRES}
    textes = [r.texte for r in assistant.repondre_a(list(questions["question"]))]
    familiers = {t: bool(marques(t)) for t in set(textes)}
    return comprises, round(100 * sum(familiers[t] for t in textes) / len(textes))


@lru_cache(maxsize=4)
def essayer_les_remedes(graine: int) -> Essai:
    """Trois corpus : tel quel, sans les questions en argot, sans les lignes à réponse familière."""
    corpus, questions = rejouer(graine).corpus, questions_d_essai(graine)
    corpus_essayes = {
        "tout garder": corpus,
        "retirer les questions en argot": corpus[corpus["registre_question"].ne("familier")],
        "retirer les lignes à réponse familière": corpus[corpus["registre_reponse"].eq(CLAIRE)],
    }
    comprises, familieres = {}, {}
    for nom, table in corpus_essayes.items():
        comprises[nom], familieres[nom] = mesurer(entrainer(table), questions)
    return Essai(comprises, familieres, {nom: len(t) for nom, t in corpus_essayes.items()})


@lru_cache(maxsize=32)
def essayer_une_part(graine: int, part: int) -> tuple[dict[str, int], int, dict[str, int]]:
    """Pour une part de réponses familières (0 à 100) : comprises, familières, et démarches réussies par personne,
    sur 100 (sur une page sans défaut : on ne regarde ici que les mots)."""
    corpus = tirer_corpus(np.random.default_rng([graine, 8]), part / 100)
    assistant, questions = entrainer(corpus), questions_d_essai(graine)
    comprises, familieres = mesurer(assistant, questions)
    rendues = assistant.repondre_a(list(questions["question"]))
    lectures = {t: lire(t) for t in {r.texte for r in rendues}}
    justes = [r.besoin == b for r, b in zip(rendues, questions["besoin"], strict=True)]
    reussies = {
        u.prenom: round(
            100
            * float(np.mean([reussite(u, lectures[r.texte], (), ok) for r, ok in zip(rendues, justes, strict=True)]))
        )
        for u in USAGERS
    }
    return comprises, familieres, dict(sorted(reussies.items(), key=lambda c: c[1]))
