"""Et si l'IA n'était pas nécessaire ? Trois vraies solutions, mesurées sur les mêmes questions d'habitants.

Tâche : diriger une question écrite vers le bon service (huit thèmes). Questions fictives, écrites pour le cours, en
quatre manières d'écrire (`questions.yaml`). Chaque solution est jugée sur des tournures qu'elle n'a jamais vues.

Énergie : durée de calcul × puissance d'un cœur de processeur (15 W, **hypothèse du cours** ; selon les machines, de 5
à 45 W : le résultat vaut à un facteur trois près). Ni l'écran, ni le réseau, ni la fabrication n'y sont.
"""

from __future__ import annotations

import pickle
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from chatmairie.langue.mots import sans_accents
from chatmairie.langue.phrases import lire

WATTS = 15.0
MANIERES = {
    "courant": "français courant",
    "familier": "langage familier",
    "sans_accents": "sans accents, abrégé",
    "apprenant": "français en apprentissage",
}
ENREGISTREES = Path(__file__).with_name("frugalite_mesures.csv")


@cache
def _questions() -> dict[str, Any]:
    return lire(Path(__file__).with_name("questions.yaml"))


@dataclass(frozen=True)
class _Formulaire:
    """Une règle par thème : le premier dont un mot se lit dans la question (sinon, le standard)."""

    mots: dict[str, tuple[str, ...]]

    def predict(self, textes: list[str]) -> list[str]:
        return [self._un(sans_accents(t)) for t in textes]

    def _un(self, texte: str) -> str:
        return next((theme for theme, mots in self.mots.items() if any(m in texte for m in mots)), "standard")


@cache
def questions() -> pd.DataFrame:
    """Les questions : texte, theme, maniere, tournure (les deux valeurs d'une même tournure vont ensemble)."""
    lignes = [
        {"texte": modele.format(x=x), "theme": theme, "maniere": maniere, "tournure": f"{theme}/{maniere}/{rang}"}
        for theme, contenu in _questions().items()
        for maniere in MANIERES
        for rang, modele in enumerate(contenu[maniere])
        for x in contenu.get(f"x_{maniere}", contenu["x"])
    ]
    return pd.DataFrame(lignes)


def _regles() -> _Formulaire:
    return _Formulaire({theme: tuple(map(sans_accents, lu["mots"])) for theme, lu in _questions().items()})


def _classifieur(suites: tuple[int, int], modele: Any) -> Any:
    """Un modèle qui compte des suites de lettres (de tant à tant)."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.pipeline import make_pipeline

    compter = TfidfVectorizer(preprocessor=sans_accents, analyzer="char_wb", ngram_range=suites, sublinear_tf=True)
    return make_pipeline(compter, modele)


def _petit() -> Any:
    from sklearn.linear_model import LogisticRegression

    return _classifieur((2, 4), LogisticRegression(C=10.0, max_iter=400))


def _gros() -> Any:
    from sklearn.ensemble import ExtraTreesClassifier

    return _classifieur((1, 6), ExtraTreesClassifier(n_estimators=300, random_state=0, n_jobs=1))


_FABRIQUES: dict[str, Callable[[], Any]] = {
    "formulaire à règles": _regles,
    "petit classifieur": _petit,
    "gros classifieur": _gros,
}
SOLUTIONS = tuple(_FABRIQUES)


def mesurer_les_solutions() -> pd.DataFrame:
    """Entraîne et mesure les trois solutions, ici et maintenant (quelques secondes).

    Colonnes : solution, exactitude (0 à 1), pire_public (exactitude de la manière d'écrire la moins bien comprise),
    quel_public, secondes_pour_1000, memoire_mo (taille du modèle enregistré), energie_wh_pour_1000.
    """
    table = questions()
    plis = _plis(table)
    lignes = []
    for nom, fabrique in _FABRIQUES.items():
        justes = np.zeros(len(table), dtype=bool)
        duree, poids = 0.0, 0
        for pli in range(4):
            apprend, juge = table[plis != pli], table[plis == pli]
            modele = fabrique()
            if hasattr(modele, "fit"):
                modele.fit(apprend["texte"].tolist(), apprend["theme"].tolist())
            depart = time.perf_counter()
            rendu = modele.predict(juge["texte"].tolist())
            duree += time.perf_counter() - depart
            justes[juge.index] = np.asarray(rendu) == juge["theme"].to_numpy()
            poids = len(pickle.dumps(modele))
        par_maniere = pd.Series(justes).groupby(table["maniere"].to_numpy()).mean()
        secondes = 1000 * duree / len(table)
        lignes.append(
            {
                "solution": nom,
                "exactitude": round(float(justes.mean()), 3),
                "pire_public": round(float(par_maniere.min()), 3),
                "quel_public": MANIERES[str(par_maniere.idxmin())],
                "secondes_pour_1000": round(secondes, 4),
                "memoire_mo": round(poids / 1e6, 3),
                "energie_wh_pour_1000": round(secondes * WATTS / 3600, 6),
            }
        )
    return pd.DataFrame(lignes)


def _plis(table: pd.DataFrame) -> np.ndarray:
    """Quatre plis : une tournure est tout entière dans un seul, chaque manière est dans tous."""
    tournures = {t: i for i, t in enumerate(dict.fromkeys(table["tournure"]))}
    return np.array([tournures[t] % 4 for t in table["tournure"]])


def mesures_enregistrees() -> pd.DataFrame:
    """La même table, enregistrée par `make mesures` sur la machine du cours : les mêmes chiffres pour tous."""
    return pd.read_csv(ENREGISTREES, sep=";")
