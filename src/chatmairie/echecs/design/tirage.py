"""Le corpus du cours : des besoins de mairie, des questions en cinq façons d'écrire, deux registres de réponse.

`besoins()` lit `corpus.yaml` ; `tirer_corpus` en fait ce que la mairie a donné à son assistant : chaque
question y est une ligne, et la part de réponses familières est celle que l'on veut. Tout est fictif.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.commun.exigences import exiger_generateur
from chatmairie.langue.phrases import lire

REGISTRES = {
    "courant": "français courant",
    "familier": "argot, mots familiers",
    "sans_accents": "tapé vite, sans accents",
    "phonetique": "écrit comme on l'entend, SMS",
    "apprenant": "français en apprentissage",
}
"""Les façons d'écrire une question : aucune n'est une faute."""

COLONNES = ("question", "registre_question", "besoin", "reponse", "registre_reponse")
CLAIRE, FAMILIERE = "clair", "familier"


@dataclass(frozen=True)
class Besoin:
    """Ce que quelqu'un vient demander. questions : registre -> trois façons de le dire."""

    cle: str
    nom: str
    claire: str
    familiere: str
    questions: dict[str, tuple[str, ...]]


@cache
def besoins() -> tuple[Besoin, ...]:
    """Les besoins du corpus, dans l'ordre du fichier."""
    return tuple(
        Besoin(b["cle"], b["nom"], b["claire"], b["familiere"], {r: tuple(b[r].splitlines()) for r in REGISTRES})
        for b in lire(Path(__file__).with_name("corpus.yaml"))
    )


def besoin(cle: str) -> Besoin:
    """Le besoin de cette clé. Lève `ValueError` (avec les clés connues) s'il n'existe pas."""
    for b in besoins():
        if b.cle == cle:
            return b
    raise ValueError(f"Besoin inconnu : « {cle} ». Besoins : {', '.join(b.cle for b in besoins())}.")


def toutes_les_questions() -> pd.DataFrame:
    """Une ligne par question : `question`, `registre_question`, `besoin`."""
    return pd.DataFrame(
        [(q, registre, b.cle) for b in besoins() for registre, textes in b.questions.items() for q in textes],
        columns=list(COLONNES[:3]),
    )


def separer(hasard: Generator, a_part: int = 1) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Les questions à apprendre, et celles gardées pour l'essai (`a_part` par besoin et par façon d'écrire)."""
    exiger_generateur(hasard)
    questions = toutes_les_questions()
    rang = pd.Series(hasard.random(len(questions)), index=questions.index)
    place = rang.groupby([questions["besoin"], questions["registre_question"]]).rank()
    essai = place.le(a_part)
    return questions[~essai].reset_index(drop=True), questions[essai].reset_index(drop=True)


_SALUTS = ("Bonjour, ", "bonsoir ", "svp ", "Bonjour madame, ", "slt, ", "Excusez-moi, ", "", "")


def varier(hasard: Generator, questions: pd.DataFrame) -> pd.DataFrame:
    """Les mêmes demandes, la semaine suivante : un salut en plus, un mot en moins, une faute de frappe.

    C'est un essai facile (les mots restent ceux du corpus) : qui n'y est pas compris a été retiré du corpus.
    """
    exiger_generateur(hasard)
    return questions.assign(question=[_varier_une(hasard, q) for q in questions["question"]])


def _varier_une(hasard: Generator, question: str) -> str:
    mots = question.split()
    if len(mots) > 6:
        courts = [i for i, m in enumerate(mots) if len(m) <= 3]  # un petit mot : ce qui est demandé reste dit
        if courts:
            del mots[int(hasard.choice(courts))]
    longs = [i for i, m in enumerate(mots) if len(m) > 6]
    if longs:  # deux lettres qui se suivent sont tapées dans l'autre sens
        i = int(hasard.choice(longs))
        k = int(hasard.integers(1, len(mots[i]) - 2))
        mots[i] = mots[i][:k] + mots[i][k + 1] + mots[i][k] + mots[i][k + 2 :]
    return str(hasard.choice(_SALUTS)) + " ".join(mots)


def tirer_corpus(hasard: Generator, part_familiere: float, questions: pd.DataFrame | None = None) -> pd.DataFrame:
    """Le corpus d'une mairie : chaque question reçoit une réponse, familière pour cette part des lignes (0 à 1).

    Les questions en argot, en SMS et sans accents reçoivent d'abord les réponses familières : c'est ainsi que les a
    écrites la mairie (« on leur répond comme ils parlent »). Chaque besoin garde au moins une réponse claire dès que la
    part est sous 95 %. Lève `ValueError` si la part sort de 0 à 1.
    """
    exiger_generateur(hasard)
    if not 0 <= part_familiere <= 1:
        raise ValueError(f"part_familiere : attendu une part de 0 à 1, reçu {part_familiere}.")
    table = toutes_les_questions() if questions is None else questions.copy()
    penchant = table["registre_question"].map({"familier": 0.0, "phonetique": 0.25, "sans_accents": 0.5}).fillna(0.75)
    ordre = np.argsort((penchant + hasard.random(len(table))).to_numpy(), kind="stable")
    familiere = np.zeros(len(table), dtype=bool)
    familiere[ordre[: round(part_familiere * len(table))]] = True
    if part_familiere < 0.95:
        for _cle, lignes in table.groupby("besoin").groups.items():
            places = table.index.get_indexer(lignes)
            if familiere[places].all():
                familiere[places[int(hasard.integers(len(places)))]] = False
    textes = {b.cle: (b.claire, b.familiere) for b in besoins()}
    table["reponse"] = [textes[b][int(f)] for b, f in zip(table["besoin"], familiere, strict=True)]
    table["registre_reponse"] = np.where(familiere, FAMILIERE, CLAIRE)
    return table[list(COLONNES)]
