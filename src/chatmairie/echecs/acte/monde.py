"""Le monde du carnet « acte de naissance » : qui demande, qui attaque, et les constantes du mécanisme.

Le mécanisme (hypothèses du cours) :

1. le service naïf compare ce que l'on tape (nom, prénom, date de naissance, numéro de téléphone) à ce que la mairie
   sait. Il vérifie donc ce que l'on **sait**, jamais qui l'on **est** ;
2. le code s'affiche dans le chat et se retape dans le chat : il prouve que quelqu'un sait lire ;
3. l'acte part à l'adresse électronique que l'on vient de taper ;
4. tout ce qui est tapé reste, même quand la demande est abandonnée.

Un attaquant est décrit par ce qu'il sait ou tient, jamais par ce qu'il est. Données synthétiques, personnes fictives.
Sans autre mention, une constante est une « hypothèse du cours ».
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from numpy.random import Generator

from chatmairie.echecs.commun.exigences import exiger_generateur
from chatmairie.langue.phrases import lire, remplir

TEXTES: dict[str, Any] = lire(Path(__file__).with_name("textes.yaml"))
MONDES: dict[str, Any] = lire(Path(__file__).with_name("monde.yaml"))


def dire(nom: str, /, **trous: Any) -> str:
    """La phrase de ce nom (`textes.yaml`), ses trous remplis."""
    return remplir(TEXTES["phrases"][nom], **trous)


ACTES = ("copie intégrale", "extrait avec filiation", "extrait sans filiation")
AVEC_FILIATION = ACTES[:2]  # réservés ; le troisième est ouvert à toute personne
SAVOIRS = ("etat_civil", "contact", "parents", "photo_piece", "mot_de_passe", "telephone_en_main")
"""Ce qu'un attaquant peut savoir ou tenir : nom et naissance ; numéro et adresse électronique ; noms des parents ;
une photo de la pièce d'identité ; le mot de passe de la personne ; son téléphone, dans la main."""


@dataclass(frozen=True)
class Attaquant:
    """Un attaquant, défini par ce qu'il sait. savoirs : savoir -> probabilité (0 à 1). Lève `ValueError` si un savoir
    est inconnu ou une probabilité absurde."""

    cle: str
    nom: str
    savoirs: tuple[tuple[str, float], ...]

    def __post_init__(self) -> None:
        for savoir, part in self.savoirs:
            if savoir not in SAVOIRS or not 0 <= part <= 1:
                raise ValueError(f"{self.cle} : « {savoir} » à {part} n'est pas un savoir connu, de 0 à 1.")

    def part(self, savoir: str) -> float:
        """La probabilité de ce savoir (0 s'il n'est pas cité)."""
        return dict(self.savoirs).get(savoir, 0.0)


ATTAQUANTS = tuple(Attaquant(cle, x["nom"], tuple(x["savoirs"].items())) for cle, x in MONDES["attaquants"].items())
SITUATIONS = {
    "tout_venant": 0.55,
    "sans_telephone": 0.07,
    "sans_smartphone": 0.12,
    "etranger": 0.08,
    "tape_lentement": 0.12,
    "lecteur_ecran": 0.06,
}
"""Situation des ayants droit : parts (somme 1)."""
NOMS_DES_SITUATIONS: dict[str, str] = TEXTES["situations"]

PART_TELEPHONE_CONNU = 0.70  # part des personnes dont la mairie a déjà vérifié le numéro
PART_FC = 0.65  # part des personnes qui ont un compte FranceConnect, FranceConnect+ compris
PART_FC_PLUS = 0.25  # part de celles qui ont FranceConnect+
PERSONNES_AU_REGISTRE = 2000
ATTAQUES_PAR_PROFIL = 30  # sur les 2 000 demandes du rejeu (6 %) : assez pour compter, hypothèse du cours
ANNEE = 2025
MOTIFS = {
    "passeport ou carte d'identité": 0.34,
    "mariage": 0.16,
    "PACS": 0.14,
    "succession chez un notaire": 0.10,
    "retraite": 0.10,
    "démarche à l'étranger": 0.06,
    "adoption": 0.02,
    "employeur": 0.08,
}
"""Pourquoi on demande un acte : parts des demandes."""


@dataclass(frozen=True)
class Monde:
    """Une mairie possible : ce qui peut changer d'un monde à l'autre sans que la leçon change.

    attaquants : leurs savoirs ; sans_acte : usages pour lesquels l'administration interroge elle-même la mairie de
    naissance (COMEDEC) ; avec_acte : usages qui demandent vraiment un acte ; ayants_droit, sans_droit : liens qui
    ouvrent, ou non, une copie intégrale ou un extrait avec filiation. Lève `ValueError` si le monde se contredit.
    """

    attaquants: tuple[Attaquant, ...] = ATTAQUANTS
    sans_acte: tuple[str, ...] = (
        "passeport ou carte d'identité",
        "succession chez un notaire",
        "démarche de la mairie",
    )
    avec_acte: tuple[str, ...] = ("mariage à l'étranger", "démarche à l'étranger", "dossier de retraite")
    ayants_droit: tuple[str, ...] = ("la personne elle-même", "père ou mère", "grand-parent", "enfant", "conjoint")
    sans_droit: tuple[str, ...] = ("frère ou sœur", "concubin", "voisin")

    def __post_init__(self) -> None:
        if set(self.sans_acte) & set(self.avec_acte) or set(self.ayants_droit) & set(self.sans_droit):
            raise ValueError("Un usage ou un lien ne peut pas être des deux côtés à la fois.")
        if not (self.attaquants and self.sans_acte and self.avec_acte and self.ayants_droit and self.sans_droit):
            raise ValueError("Il faut au moins un attaquant, un usage de chaque sorte et un lien de chaque sorte.")


MONDE_DU_COURS = Monde()


@dataclass(frozen=True)
class Champ:
    """nom : comme on l'écrit. sert : à quoi. detenu : qui l'a déjà. prise : ce qu'en ferait quelqu'un d'autre."""

    nom: str
    sert: str
    detenu: str
    prise: str


CHAMPS = {cle: Champ(**dit) for cle, dit in TEXTES["champs"].items()}
"""Ce que le service naïf demande à tout le monde (hypothèse du cours ; le support cite naissance, téléphone,
courriel)."""


def monde_mute(hasard: Generator) -> Monde:
    """Tire une autre mairie : d'autres attaquants, d'autres usages, d'autres liens. Même état, même monde."""
    exiger_generateur(hasard)

    def un(choix: str | list[str]) -> str:
        return choix if isinstance(choix, str) else str(hasard.choice(choix))

    def part(bornes: float | list[float]) -> float:
        return bornes if isinstance(bornes, float) else round(float(hasard.uniform(bornes[0], bornes[1])), 2)

    def quelques(choix: list[str]) -> tuple[str, ...]:
        return tuple(str(c) for c in hasard.permutation(choix)[: int(hasard.integers(2, len(choix) + 1))])

    ailleurs = MONDES["ailleurs"]
    return Monde(
        attaquants=tuple(
            Attaquant(cle, un(x["noms"]), tuple((savoir, part(bornes)) for savoir, bornes in x["savoirs"].items()))
            for cle, x in ailleurs["attaquants"].items()
        ),
        sans_acte=quelques(ailleurs["sans_acte"]),
        avec_acte=quelques(ailleurs["avec_acte"]),
        ayants_droit=("la personne elle-même", *quelques(ailleurs["ayants_droit"])),
        sans_droit=quelques(ailleurs["sans_droit"]),
    )
