"""Les indicateurs que les carnets ont mesurés : ce qu'ils valent dans un service qui a gardé un défaut, dans un service
à moitié réparé, et dans un service sain.

Les intervalles sont ceux que donnent les simulations des modules, élargis pour d'autres villes (hypothèse du cours) ;
un essai refait les mesures et vérifie qu'elles y tombent, sauf celles que `SUPPOSES` nomme. Un indicateur qui ne
distingue pas les deux services ne protège personne, même s'il est flatteur.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from chatmairie.echecs.commun.exigences import exiger_generateur

MESURES = 40
"""Services sains, à moitié réparés et malades, tirés pour juger une condition."""

Intervalle = tuple[float, float]


@dataclass(frozen=True)
class Indicateur:
    """echec : le module qui le mesure. au_plus : vrai si la condition se lit « au plus seuil ». echelle : de, à.

    malade, moitie, sain : ce qu'il vaut dans un service qui a cet échec, ou que l'on a mal réparé (pour la
    compréhension : l'argot retiré du corpus), dans un service à moitié réparé (hypothèse du cours : il lèse encore), et
    dans un service sain.
    """

    nom: str
    echec: str
    au_plus: bool
    echelle: Intervalle
    malade: Intervalle
    moitie: Intervalle
    sain: Intervalle
    entier: bool = False

    def tient(self, valeur: np.ndarray | float, seuil: float) -> np.ndarray | bool:
        """Vrai si la condition laisse rouvrir."""
        return valeur <= seuil if self.au_plus else valeur >= seuil


INDICATEURS: dict[str, Indicateur] = {
    "echecs_pire_public": Indicateur(
        "part des demandes sans réponse, pour le public le moins bien servi",
        "choix_ia",
        True,
        (0, 1),
        (0.6, 0.97),
        (0.32, 0.6),
        (0.03, 0.15),
    ),
    "satisfaction": Indicateur(
        "note moyenne, de 0 à 10, de qui remplit le questionnaire",
        "choix_ia",
        False,
        (0, 10),
        (6.5, 9.0),
        (6.8, 9),
        (7.0, 9.0),
    ),
    "plaintes": Indicateur(
        "plaintes reçues par jour, le premier mois", "choix_ia", True, (0, 100), (0, 4), (0, 3), (0, 3), True
    ),
    "refus_a_tort_pire_groupe": Indicateur(
        "part des enfants recevables refusés ou laissés en attente, dans le groupe le plus touché",
        "donnees",
        True,
        (0, 1),
        (0.55, 1),
        (0.12, 0.55),
        (0, 0.05),
    ),
    "score_archive": Indicateur(
        "part des réponses de la machine conformes aux archives",
        "donnees",
        False,
        (0, 1),
        (0.90, 0.98),
        (0.88, 0.98),
        (0.86, 0.98),
    ),
    "comprehension_pire_facon": Indicateur(
        "part des demandes comprises, pour la façon d'écrire la moins bien comprise",
        "design",
        False,
        (0, 1),
        (0.3, 0.75),
        (0.6, 0.78),
        (0.9, 0.99),
    ),
    "parcours_reussis": Indicateur(
        "personnes qui vont au bout de leur démarche, sur les dix du carnet",
        "design",
        False,
        (0, 10),
        (1, 7),
        (6, 8),
        (9, 10),
        True,
    ),
    "conversations": Indicateur(
        "conversations par jour", "design", False, (0, 10_000), (300, 900), (300, 900), (300, 900), True
    ),
    "actes_a_un_autre": Indicateur(
        "actes remis à quelqu'un d'autre que leur titulaire, sur 1 000 demandes",
        "acte",
        True,
        (0, 1000),
        (12, 80),
        (6, 15),
        (0, 2),
        True,
    ),
    "delai_acte": Indicateur(
        "minutes pour obtenir un acte, en moyenne", "acte", True, (0, 1000), (3, 12), (5, 15), (10, 22), True
    ),
    "recus_sans_accord": Indicateur(
        "personnes qui reçoivent un message sans l'avoir accepté, sur 1 000 destinataires",
        "campagne",
        True,
        (0, 1000),
        (250, 950),
        (30, 300),
        (0, 3),
        True,
    ),
    "entrees_internes": Indicateur(
        "entrées de l'agenda des agents parties au public, par envoi",
        "campagne",
        True,
        (0, 1000),
        (3, 60),
        (1, 3),
        (0, 0),
        True,
    ),
    "ouvertures": Indicateur(
        "part des messages ouverts", "campagne", False, (0, 1), (0.2, 0.6), (0.2, 0.6), (0.2, 0.6)
    ),
}


SUPPOSES = ("score_archive", "conversations", "ouvertures")
"""Ceux dont aucun carnet ne donne la mesure : leurs intervalles sont des hypothèses du cours."""


ETATS = ("malade", "moitie", "sain")


def tirer(rng: Generator, indicateur: Indicateur, etat: str, combien: int = MESURES) -> np.ndarray:
    """`combien` mesures de cet indicateur, sur autant de services dans cet état (un de `ETATS`).

    Une par tranche de l'intervalle : d'un tirage à l'autre les services changent, leur répartition non.
    """
    exiger_generateur(rng)
    bas, haut = getattr(indicateur, etat)
    valeurs = bas + (haut - bas) * (np.arange(combien) + rng.random(combien)) / combien
    return np.rint(valeurs) if indicateur.entier else np.round(valeurs, 3)
