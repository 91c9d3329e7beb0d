"""Le monde du module 01 : ce qui est supposé, à un seul endroit.

Tout ce qui relie ici un prix, une qualité et des échecs est une **hypothèse du cours**, pas un fait : la page le
dit, et une manette amène le lien entre prix et qualité jusqu'à zéro. Données synthétiques, personnes et
entreprises fictives.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from numpy.random import Generator

from chatmairie.echecs.commun.exigences import exiger_generateur
from chatmairie.juge.exercice import Mondes
from chatmairie.langue.phrases import lire

TEXTES = lire(Path(__file__).with_name("textes.yaml"))
"""Ce que le module dit, hors des fiches d'exercice."""

CRITERES = ("prix", "methodo", "rgpd_ethique", "accessibilite", "environnement", "references", "transfert")
"""Les critères que l'on peut pondérer (`abonnes_tiktok` se pondère aussi : c'est ce qu'a fait le maire)."""

PLANCHER = 40
"""Note minimale, sur 100, en protection des données et en accessibilité (règlement de la consultation, hypothèse)."""

JOURS_DE_FORMATION = 3
"""Jours de formation des agents demandés au moins (règlement de la consultation, hypothèse du cours)."""


@dataclass(frozen=True)
class Public:
    """Un public du service : une situation, jamais une étiquette.

    cle : nom court. nom : comme on l'écrit. demandes : demandes par jour (hypothèse du cours). sans_ecran : joint
    sans écran (téléphone, guichet). exigence : à quel point il dépend de l'accessibilité et de la clarté (0 à 1).
    plaint : part de ses échecs qui deviennent une plainte écrite.
    """

    cle: str
    nom: str
    demandes: float
    exigence: float
    plaint: float
    sans_ecran: bool = False


PUBLICS = (
    Public("parents", "les parents qui inscrivent un enfant", 30, 0.25, 0.05),
    Public("jeunes", "les jeunes qui cherchent une aide ou un logement", 18, 0.25, 0.02),
    Public("nouveaux", "les personnes qui viennent d'emménager", 14, 0.35, 0.04),
    Public("retraites", "les retraités qui demandent une aide", 16, 0.55, 0.02),
    Public("lecteur_ecran", "les personnes qui lisent l'écran avec un lecteur d'écran", 6, 1.0, 0.01),
    Public("apprenants", "les personnes qui apprennent le français", 10, 0.75, 0.005),
    Public("sans_ecran", "les personnes sans écran, qui téléphonent ou viennent au guichet", 12, 0.9, 0.0, True),
    Public("petits_commerces", "les petits commerces et associations", 8, 0.3, 0.06),
)


@dataclass(frozen=True)
class Monde:
    """Une mairie qui achète un assistant.

    lien : de combien de k€ monte le prix quand la qualité monte d'un point (0 : aucun lien).
    moins_cher_meilleur : part des consultations où l'offre la moins chère est la meilleure (une petite entreprise
    que personne ne connaît). estimation : ce que la mairie pensait payer, en k€. cout_du_retrait : crise, rachat,
    heures d'agents, en k€. buzz : part des consultations où répond un candidat très connu et sans expérience.
    nom_buzz : le nom de ce candidat. Lève `ValueError` si une part sort de 0 à 1, ou un coût est négatif.
    """

    nom: str = "la mairie du cours"
    lien: float = 0.5
    estimation: float = 50.0
    cout_du_retrait: float = 150.0
    moins_cher_meilleur: float = 0.0
    buzz: float = 1.0
    nom_buzz: str = "Chat'GPT Studio"
    publics: tuple[Public, ...] = PUBLICS

    def __post_init__(self) -> None:
        if not 0 <= self.moins_cher_meilleur <= 1 or not 0 <= self.buzz <= 1:
            raise ValueError("moins_cher_meilleur et buzz sont des parts, entre 0 et 1.")
        if self.lien < 0 or self.estimation <= 0 or self.cout_du_retrait < 0:
            raise ValueError("lien, estimation et cout_du_retrait ne peuvent pas être négatifs.")


MONDE_DU_COURS = Monde()

_NOMS_CONNUS = ("Tendance IA", "VuPartout", "Studio Buzz", "Les Prompteurs")


def monde_mute(hasard: Generator) -> Monde:
    """Une autre mairie : autre lien entre prix et qualité, autre estimation, d'autres volumes, un autre candidat connu.

    Une fois sur quatre, l'offre la moins chère y est la meilleure.
    """
    exiger_generateur(hasard)
    facteurs = hasard.uniform(0.7, 1.4, len(PUBLICS))
    return Monde(
        nom="une autre mairie",
        lien=float(hasard.uniform(0.2, 0.6)),
        estimation=float(hasard.uniform(40, 70)),
        cout_du_retrait=150.0,
        moins_cher_meilleur=0.25,
        nom_buzz=str(hasard.choice(_NOMS_CONNUS)),
        publics=tuple(replace(p, demandes=p.demandes * float(f)) for p, f in zip(PUBLICS, facteurs, strict=True)),
    )


MONDES = Mondes(public=MONDE_DU_COURS, mute=monde_mute)
