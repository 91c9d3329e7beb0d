"""Le monde du module 03 : une mairie, ses lieux, ses façons de parler. Données synthétiques, personnes fictives."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.commun.exigences import exiger_generateur
from chatmairie.juge.exercice import Mondes
from chatmairie.langue.phrases import lire

TEXTES = lire(Path(__file__).with_name("textes.yaml"))
"""Les phrases et les mots du module, par sujet."""

PART_DE_L_HISTOIRE = 0.85
"""Part de réponses familières dans le corpus donné à l'assistant (hypothèse du cours : « principalement »)."""


def _d_ici(quoi: str) -> Any:
    return field(default=tuple(TEXTES["mondes"]["cours"][quoi]))


@dataclass(frozen=True)
class Monde:
    """Une mairie qui entraîne un assistant.

    part_familiere : part de réponses familières de son corpus (0 à 1). argot : mot du corpus -> le mot que l'on emploie
    ici. lieux, agents, pieces, domaine : de quoi écrire d'autres demandes. Lève `ValueError` si la part sort de 0 à 1.
    """

    nom: str = TEXTES["mondes"]["cours"]["nom"]
    part_familiere: float = PART_DE_L_HISTOIRE
    argot: Mapping[str, str] = field(default_factory=dict, hash=False)
    lieux: tuple[str, ...] = _d_ici("lieux")
    agents: tuple[str, ...] = _d_ici("agents")
    pieces: tuple[str, ...] = _d_ici("pieces")
    demarches: tuple[str, ...] = _d_ici("demarches")
    domaine: str = TEXTES["mondes"]["cours"]["domaine"]

    def __post_init__(self) -> None:
        if not 0 <= self.part_familiere <= 1:
            raise ValueError("part_familiere est une part, entre 0 et 1.")


MONDE_DU_COURS = Monde()


def monde_mute(hasard: Generator) -> Monde:
    """Une autre mairie : un autre argot, d'autres lieux, d'autres prénoms, une autre part de réponses familières."""
    exiger_generateur(hasard)
    ailleurs: dict[str, Any] = {
        nom: tuple(v) if isinstance(v, list) else v for nom, v in TEXTES["mondes"]["ailleurs"].items()
    }
    part = float(hasard.uniform(0.7, 0.9))
    return Monde(**ailleurs, part_familiere=part, argot=TEXTES["argots"][int(hasard.integers(len(TEXTES["argots"])))])


def parler_d_ici(questions: pd.DataFrame, monde: Monde) -> pd.DataFrame:
    """Les mêmes questions, avec l'argot de ce monde."""
    if not monde.argot:
        return questions
    motif = re.compile(r"\b(" + "|".join(sorted(monde.argot, key=len, reverse=True)) + r")\b", re.IGNORECASE)
    return questions.assign(question=[motif.sub(lambda m: monde.argot[m[0].lower()], q) for q in questions["question"]])


@dataclass(frozen=True)
class CompteRendu:
    """Ce que des participants ont demandé, et ce qu'on ne leur avait pas dit (fictif).

    demandes : ce qui a été demandé -> combien l'ont dit (plusieurs demandes possibles).
    """

    participants: int
    demandes: Mapping[str, int]
    paroles: tuple[str, ...]


COMPTE_RENDU = CompteRendu(**TEXTES["atelier"])


MONDES = Mondes(public=MONDE_DU_COURS, mute=monde_mute)
