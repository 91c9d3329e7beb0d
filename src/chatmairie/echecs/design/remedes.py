"""Essayer des remèdes, puis rejouer la semaine avec les réponses de l'apprenant. Rien n'est noté ici.

Un remède se mesure à ce que comprend l'assistant, et au ton sur lequel il répond.

Deux essais de compréhension, qu'il ne faut pas confondre. Les questions de la semaine sont celles du corpus, à peine
changées (`tirage.varier`) : elles reviennent, et l'assistant les a presque toutes lues. Les tournures jamais vues sont
gardées à part avant d'apprendre (`tirage.separer`) : elles disent ce qu'il comprend au-delà de ce qu'il a retenu.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from chatmairie.echecs.commun.remedes import rejouer_avec_les_reponses
from chatmairie.echecs.design.exercices.reformuler import EXERCICE as REFORMULER
from chatmairie.echecs.design.mecanisme import EXEMPLE, Assistant, comprehension, ecrire_la_reponse, entrainer
from chatmairie.echecs.design.page import defauts
from chatmairie.echecs.design.public import USAGERS, lire, reussite
from chatmairie.echecs.design.registre import marques
from chatmairie.echecs.design.rejeu import Rejeu, rejouer
from chatmairie.echecs.design.tirage import CLAIRE, REGISTRES, separer, tirer_corpus, toutes_les_questions, varier
from chatmairie.juge.jugement import sujet_public

REMEDES: dict[str, Callable[[pd.DataFrame], pd.DataFrame]] = {
    "tout garder": lambda corpus: corpus,
    "retirer les questions en argot": lambda corpus: corpus[corpus["registre_question"].ne("familier")],
    "retirer les lignes à réponse familière": lambda corpus: corpus[corpus["registre_reponse"].eq(CLAIRE)],
}
PARTAGES = 3
"""Fois où l'on met à part d'autres tournures, pour l'essai sur des tournures jamais vues (une sur trois à chaque
fois)."""


@dataclass(frozen=True)
class Essai:
    """comprises : remède -> façon d'écrire -> questions de la semaine comprises, sur 100 ; neuves : la même chose, sur
    des tournures jamais vues ; familieres : remède -> réponses familières sur 100 ; lignes : remède -> lignes du
    corpus."""

    comprises: dict[str, dict[str, int]]
    neuves: dict[str, dict[str, int]]
    familieres: dict[str, int]
    lignes: dict[str, int]


def questions_d_essai(graine: int) -> pd.DataFrame:
    """Les demandes de la semaine suivante (voir `tirage.varier`)."""
    return varier(np.random.default_rng([graine, 7]), toutes_les_questions())


def mesurer(assistant: Assistant, questions: pd.DataFrame) -> tuple[dict[str, int], int]:
    """(façon d'écrire -> comprises sur 100, réponses familières sur 100)."""
    textes = [r.texte for r in assistant.repondre_a(list(questions["question"]))]
    familiers = {t: bool(marques(t)) for t in set(textes)}
    return _comprises(comprehension(assistant, questions)), round(100 * sum(familiers[t] for t in textes) / len(textes))


def _comprises(table: pd.DataFrame) -> dict[str, int]:
    """Façon d'écrire -> questions comprises, sur 100."""
    return {r: round(100 * int(table["comprises"][r]) / int(table["questions"][r])) for r in REGISTRES}


def _sur_cent(chances: Iterable[float]) -> int:
    return round(100 * float(np.mean(list(chances))))


@lru_cache(maxsize=4)
def essayer_les_remedes(graine: int) -> Essai:
    """Trois corpus : tel quel, sans les questions en argot, sans les lignes à réponse familière."""
    rejeu, questions = rejouer(graine), questions_d_essai(graine)
    comprises, familieres, lignes = {}, {}, {}
    for nom, remede in REMEDES.items():
        table = remede(rejeu.corpus)
        comprises[nom], familieres[nom] = mesurer(entrainer(table), questions)
        lignes[nom] = len(table)
    return Essai(comprises, _sur_des_tournures_neuves(graine, rejeu.monde.part_familiere), familieres, lignes)


def _sur_des_tournures_neuves(graine: int, part: float) -> dict[str, dict[str, int]]:
    """Remède -> façon d'écrire -> comprises sur 100, quand rien de ce que l'on essaie n'a servi à apprendre."""
    comptes: dict[str, list[pd.DataFrame]] = {nom: [] for nom in REMEDES}
    for k in range(PARTAGES):
        hasard = np.random.default_rng([graine, 9, k])
        apprises, neuves = separer(hasard)
        corpus = tirer_corpus(hasard, part, apprises)
        for nom, remede in REMEDES.items():
            comptes[nom].append(comprehension(entrainer(remede(corpus)), neuves))
    return {nom: _comprises(sum(tables[1:], tables[0])) for nom, tables in comptes.items()}


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
        u.prenom: _sur_cent(reussite(u, lectures[r.texte], (), ok) for r, ok in zip(rendues, justes, strict=True))
        for u in USAGERS
    }
    return comprises, familieres, dict(sorted(reussies.items(), key=lambda c: c[1]))


# --- « Rejouons » : la même semaine, avec les réponses de l'apprenant -------------------------------------


@dataclass(frozen=True, eq=False)
class Reprise:
    """Le rejeu réparé. `manque` : phrase si quelque chose n'est pas écrit ou ne tourne pas ; sinon `personnes` : par
    personne, démarches réussies sur 100 (`avant`, `apres`, et `dossier` : avec la réponse écrite par `reformuler`),
    `defauts` : phrases des défauts restants de la page, `exemple` : ce que lirait la personne la moins bien servie."""

    rejeu: Rejeu
    manque: str = ""
    personnes: pd.DataFrame | None = field(default=None, repr=False)
    defauts: tuple[str, ...] = ()
    exemple: str = ""

    @property
    def leses(self) -> tuple[int, int, int] | None:
        """Demandes manquées avant, après, et sur combien ; None si rien n'a été rejoué."""
        if self.personnes is None:
            return None
        sur = len(self.rejeu.echanges)
        avant, apres = (
            round(float((100 - self.personnes[c]).sum()) / 100 * sur / len(self.personnes)) for c in ("avant", "apres")
        )
        return avant, apres, sur


def rejouer_avec(graine: int, *, reformuler: Any, interface_html: Any, equilibrer: Any) -> Reprise:
    """Rejoue la semaine de cette graine avec les trois réponses. Ne lève rien de ce que lève leur code."""
    rejeu = rejouer(graine)
    pieces = {"reformuler": reformuler, "interface_html": interface_html, "equilibrer": equilibrer}
    reprise, manque = rejouer_avec_les_reponses(pieces, lambda: _rejouer(rejeu, pieces))
    return reprise if reprise is not None else Reprise(rejeu, manque)


def _rejouer(rejeu: Rejeu, pieces: Mapping[str, Any]) -> Reprise:
    trouves = defauts(str(pieces["interface_html"](EXEMPLE)))
    codes = tuple(dict.fromkeys(d.code for d in trouves))
    assistant = entrainer(pieces["equilibrer"](rejeu.corpus.copy()))
    rendues = assistant.repondre_a(list(rejeu.echanges["question"]))
    lectures = {t: lire(t) for t in {r.texte for r in rendues}}
    compris = [r.besoin == b for r, b in zip(rendues, rejeu.echanges["besoin"], strict=True)]
    cas = sujet_public(REFORMULER).entrees["cas"]
    ecrites = [ecrire_la_reponse(pieces["reformuler"](c["message"], dict(c["contexte"])), c["contexte"]) for c in cas]
    lignes = []
    for u in USAGERS:
        siens = np.flatnonzero(rejeu.echanges["cle"].eq(u.cle))
        lignes.append(
            {
                "prenom": u.prenom,
                "situation": u.situation,
                "avant": round(100 * float(rejeu.echanges["chance"].iloc[siens].mean())),
                "apres": _sur_cent(reussite(u, lectures[rendues[i].texte], codes, compris[i]) for i in siens),
                "dossier": _sur_cent(reussite(u, lire(t), codes) for t in ecrites),
            }
        )
    table = pd.DataFrame(lignes).sort_values(["apres", "prenom"], ignore_index=True)
    return Reprise(rejeu, "", table, tuple(dict.fromkeys(d.phrase for d in trouves)), ecrites[0])
