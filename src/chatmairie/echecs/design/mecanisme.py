"""L'assistant : un petit moteur de recherche (scikit-learn), qui répond comme on lui a appris à répondre.

Chaque question est d'abord ramenée à peu près à ce que l'on entend (`a_l_oreille` : « kantine », « cantine » et
« cantinne » se rejoignent), puis à un compte de groupes de lettres (TF-IDF, 3 à 5 lettres). La réponse est celle qui
l'emporte parmi les questions les plus proches du même besoin : une majorité de réponses familières devient presque la
totalité des réponses données. Rien n'est inventé, rien n'est écrit d'avance : le même moteur, avec un autre corpus,
répond autrement.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from chatmairie.echecs.commun.exigences import exiger_colonnes
from chatmairie.langue.mots import sans_accents

VOISINES = 6
"""Questions proches qui votent pour la réponse (hypothèse du cours)."""


_MOTS_VIDES = frozenset(
    "le la les l un une des du de d a au aux en et est c ce ca ces on je j tu il elle nous vous ils y que qu qui quoi "
    "quel "
    "quelle quels quelles comment koman ou pour pr par sur dans se s sa son ses mon ma mes ne n pas plus si faire fait "
    "fais avoir faut fo veux veu ve svp mairie ville ya va t cb kel koi com puis peut peux m me avec".split()
)
_SONS = tuple(
    (re.compile(motif), son)
    for motif, son in (
        (r"(.)\1+", r"\1"), ("eau|au", "o"), ("qu|ck", "k"), ("ph", "f"), ("c(?=[eiy])", "s"), ("c(?!h)", "k"),
        ("ai|ei", "e"), ("(?:er|ez)$", "e"), ("es$", ""), ("ent$", ""), ("[sxtd]$", ""), ("e$", ""), ("en", "an"),
        ("em", "am"), ("y", "i"), ("tion", "sion"), ("g(?=[eiy])", "j"), ("h", ""),
    )
)  # fmt: skip


def a_l_oreille(texte: str) -> str:
    """Les mots pleins, à peu près comme on les entend : « koman inscrir ma fille » devient « inskrir fil »."""
    mots = (m for m in re.findall(r"[a-z0-9]+", sans_accents(texte)) if m not in _MOTS_VIDES)
    return " ".join(_un_mot(m) for m in mots)


def _un_mot(mot: str) -> str:
    for motif, son in _SONS:
        mot = motif.sub(son, mot)
    return mot


@dataclass(frozen=True)
class ReponseDonnee:
    """Ce que l'assistant a compris (`besoin`), ce qu'il répond (`texte`, `registre`), et à quel point (0 à 1)."""

    besoin: str
    texte: str
    registre: str
    proximite: float


@dataclass(frozen=True, eq=False)
class Assistant:
    """Un assistant entraîné ; `repondre(question)` et `comprendre(questions)`."""

    corpus: pd.DataFrame = field(repr=False)
    _lettres: Any = field(repr=False)
    _matrice: Any = field(repr=False)

    def _proximites(self, questions: list[str]) -> np.ndarray:
        return (self._lettres.transform(questions) @ self._matrice.T).toarray()

    def comprendre(self, questions: list[str]) -> list[str]:
        """Le besoin compris, question par question."""
        return [self._choisir(ligne)[0] for ligne in self._proximites([str(q) for q in questions])]

    def repondre_a(self, questions: list[str]) -> list[ReponseDonnee]:
        """Une réponse par question."""
        rendues = []
        for ligne in self._proximites([str(q) for q in questions]):
            besoin, place = self._choisir(ligne)
            trouvee = self.corpus.iloc[place]
            rendues.append(
                ReponseDonnee(besoin, str(trouvee["reponse"]), str(trouvee["registre_reponse"]), float(ligne.max()))
            )
        return rendues

    def repondre(self, question: str) -> ReponseDonnee:
        """La réponse à une question."""
        return self.repondre_a([question])[0]

    def _choisir(self, proximites: np.ndarray) -> tuple[str, int]:
        besoins = self.corpus["besoin"].to_numpy()
        voisines = np.argsort(-proximites, kind="stable")[:VOISINES]
        votes: dict[str, float] = {}
        for v in voisines:  # la plus proche compte le plus : ses voisines l'emportent si elles sont d'accord
            votes[besoins[v]] = votes.get(besoins[v], 0.0) + float(proximites[v]) ** 2
        besoin = max(votes, key=votes.__getitem__)
        du_besoin = np.flatnonzero(besoins == besoin)
        du_besoin = du_besoin[np.argsort(-proximites[du_besoin], kind="stable")][:VOISINES]
        registres = self.corpus["registre_reponse"].to_numpy()
        poids: dict[str, float] = {}
        for v in du_besoin:
            poids[registres[v]] = poids.get(registres[v], 0.0) + 0.05 + float(proximites[v])
        gagnant = max(poids, key=poids.__getitem__)
        return besoin, int(next(v for v in du_besoin if registres[v] == gagnant))


def entrainer(corpus: pd.DataFrame) -> Assistant:
    """L'assistant appris de ce corpus (colonnes `question`, `besoin`, `reponse` ; `registre_reponse` si on l'a).

    Lève `TypeError` ou `ValueError` si la table est vide ou incomplète.
    """
    from sklearn.feature_extraction.text import TfidfVectorizer

    exiger_colonnes(corpus, ("question", "besoin", "reponse"), "corpus")
    if corpus.empty:
        raise ValueError("corpus : aucune ligne, l'assistant n'a rien à apprendre.")
    corpus = corpus.reset_index(drop=True)
    if "registre_reponse" not in corpus:
        corpus = corpus.assign(registre_reponse="")
    lettres = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), preprocessor=a_l_oreille, sublinear_tf=True)
    matrice = lettres.fit_transform(corpus["question"].astype(str))
    return Assistant(corpus, lettres, matrice)


def comprehension(assistant: Assistant, questions: pd.DataFrame) -> pd.DataFrame:
    """Par façon d'écrire (`registre_question`) : `questions`, `comprises` (effectifs)."""
    exiger_colonnes(questions, ("question", "registre_question", "besoin"), "questions")
    compris = assistant.comprendre(list(questions["question"]))
    juste = pd.Series([c == b for c, b in zip(compris, questions["besoin"], strict=True)], index=questions.index)
    par = juste.groupby(questions["registre_question"], sort=False)
    return pd.DataFrame({"questions": par.size(), "comprises": par.sum().astype(int)})
