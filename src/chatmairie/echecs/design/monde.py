"""Le monde du module 03 : une mairie, ses lieux, ses façons de parler. Données synthétiques, personnes fictives."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.commun.exigences import exiger_generateur
from chatmairie.juge.fiche import lire

TEXTES = lire(Path(__file__).with_name("textes.yaml"))
"""Les phrases du module, par sujet."""

PART_DE_L_HISTOIRE = 0.85
"""Part de réponses familières dans le corpus donné à l'assistant (hypothèse du cours : « principalement »)."""


@dataclass(frozen=True)
class Monde:
    """Une mairie qui entraîne un assistant.

    part_familiere : part de réponses familières de son corpus (0 à 1). argot : mot du corpus -> le mot que l'on emploie
    ici. lieux, agents, pieces, domaine : de quoi écrire d'autres demandes. Lève `ValueError` si la part sort de 0 à 1.
    """

    nom: str = "la mairie du cours"
    part_familiere: float = PART_DE_L_HISTOIRE
    argot: Mapping[str, str] = field(default_factory=dict)
    lieux: tuple[str, ...] = (
        "guichet unique, 4 place du Marché",
        "mairie annexe, 12 rue des Tilleuls",
        "maison des services, 3 quai du Canal",
    )
    agents: tuple[str, ...] = ("Solange", "Gaspard", "Thérèse", "Ingrid")
    pieces: tuple[str, ...] = (
        "un justificatif de domicile",
        "une attestation d'assurance",
        "le carnet de santé",
        "une photo d'identité récente",
    )
    demarches: tuple[str, ...] = (
        "votre inscription à la cantine",
        "votre demande de carte de stationnement",
        "votre dossier de location de salle",
        "votre inscription à l'école de musique",
    )
    domaine: str = "mairie.example"

    def __post_init__(self) -> None:
        if not 0 <= self.part_familiere <= 1:
            raise ValueError("part_familiere est une part, entre 0 et 1.")


MONDE_DU_COURS = Monde()

_AUTRE_ARGOT = (
    {
        "bagnole": "tire",
        "caisse": "gova",
        "thune": "maille",
        "taf": "charbon",
        "gosse": "minot",
        "galère": "rame",
        "meuf": "nana",
        "chope": "agrippe",
        "choper": "agripper",
        "prune": "bastos",
        "clebs": "cabot",
        "kiffe": "valide",
        "relou": "gavant",
        "paumé": "perdu de vue",
        "gratos": "oit",
        "mec": "type",
        "raque": "banque",
        "raquer": "banquer",
        "cantoche": "grailloterie",
    },
    {
        "bagnole": "titine",
        "caisse": "voitoche",
        "thune": "oseille",
        "taf": "turbin",
        "gosse": "gamin",
        "galère": "bagarre",
        "meuf": "gonzesse",
        "chope": "dégote",
        "choper": "dégoter",
        "prune": "douloureuse",
        "clebs": "toutou",
        "kiffe": "surkiffe",
        "relou": "lourdingue",
        "paumé": "égaré",
        "gratos": "gratis",
        "mec": "zigue",
        "raque": "casque",
        "raquer": "casquer",
        "cantoche": "cantine à gamins",
    },
)


def monde_mute(rng: Generator) -> Monde:
    """Une autre mairie : un autre argot, d'autres lieux, d'autres prénoms, une autre part de réponses familières."""
    exiger_generateur(rng)
    return Monde(
        nom="une autre mairie",
        part_familiere=float(rng.uniform(0.7, 0.9)),
        argot=_AUTRE_ARGOT[int(rng.integers(len(_AUTRE_ARGOT)))],
        lieux=("hôtel de ville, 1 cours des Halles", "point d'accueil, 27 rue de la Fontaine", "guichet nord, 8 allée "
            "des "
            "Peupliers"),
        agents=("Amina", "Malo", "Joséphine", "Kenji"),
        pieces=("un avis d'imposition", "la copie du livret de famille", "un certificat médical", "un plan de la "
            "parcelle"),
        demarches=(
            "votre demande de logement", "votre déclaration de travaux", "votre inscription à la crèche",
            "votre demande d'aide au permis",
        ),
        domaine="ville.example",
    )  # fmt: skip


def parler_d_ici(questions: pd.DataFrame, monde: Monde) -> pd.DataFrame:
    """Les mêmes questions, avec l'argot de ce monde."""
    if not monde.argot:
        return questions
    motif = re.compile(r"\b(" + "|".join(sorted(monde.argot, key=len, reverse=True)) + r")\b", re.IGNORECASE)
    return questions.assign(question=[motif.sub(lambda m: monde.argot[m[0].lower()], q) for q in questions["question"]])
