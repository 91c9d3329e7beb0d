"""Le monde du carnet « campagne culturelle » : la campagne, les calendriers mêlés, et les constantes du mécanisme.

Le mécanisme (hypothèse du cours) :

1. quatre numéros sur cinq du fichier viennent de démarches faites avec ChatMairie (acte de naissance, périscolaire) :
   ces personnes voulaient un papier ou une place, pas un agenda ;
2. les accords sont tenus à part, en ajout seul : une personne, une finalité, un canal, oui ou non, une date, une
   preuve. Le dernier événement l'emporte, pour cette finalité et ce canal ;
3. les calendriers de la ville sont lus ensemble. Celui des agents y est : son logiciel remplit « public » d'office,
   et beaucoup d'entrées n'ont pas de visibilité du tout ;
4. la campagne naïve envoie chaque entrée à chaque numéro.

Données synthétiques, personnes fictives. Sans autre mention, une constante est une « hypothèse du cours ».
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from numpy.random import Generator

from chatmairie.echecs.commun.exigences import exiger_entier, exiger_generateur
from chatmairie.langue.phrases import lire

TEXTES: dict[str, Any] = lire(Path(__file__).with_name("textes.yaml"))

THEMES = ("concert", "théâtre", "exposition", "lecture", "cinéma", "atelier", "patrimoine", "danse")
CANAUX = ("sms", "courriel", "courrier")
CONTACTS = {"sms": "telephone", "courriel": "courriel"}
"""Canal d'une campagne -> colonne du fichier qui porte le contact."""
PUBLIC = "public"
"""Le seul mot de la colonne `visibilite` qui soit le même dans toutes les mairies."""

BASES = {
    "ChatMairie : acte de naissance": 0.42,
    "ChatMairie : périscolaire": 0.38,
    "médiathèque": 0.08,
    "urbanisme": 0.06,
    "état civil": 0.04,
    "aide sociale": 0.02,
}  # part des personnes du fichier, par base d'origine (hypothèse du cours)

# Ce que chaque personne a dit de l'agenda : parts (somme 1).
SCENARIOS = {
    "accord": 0.24,  # un oui, preuve à l'appui
    "repris": 0.03,  # oui, non, puis oui
    "non_ailleurs": 0.03,  # oui, puis non, mais sur un autre canal
    "retire": 0.06,  # oui, puis non
    "autre_canal": 0.06,  # oui, sur un autre canal seulement
    "sans_preuve": 0.04,  # oui, sans preuve qui tienne
    "trop_tard": 0.03,  # oui, après l'envoi
    "refus": 0.06,  # non
    "autre_finalite": 0.25,  # oui, à autre chose
    "rien": 0.20,  # rien
}
OUI_A_LA_CAMPAGNE = ("accord", "repris", "non_ailleurs")
PART_AUTRE_FINALITE = 0.60  # part de ceux qui ont dit quelque chose et ont aussi accepté autre chose
PART_PAPIER = 0.50  # part des événements saisis en retard (formulaires papier)
RETARD_PAPIER_JOURS = 100  # au plus
PART_SANS_TELEPHONE, PART_SANS_COURRIEL = 0.07, 0.12
PART_FAUX = 0.04  # part des contacts qui ne sont plus ceux de la personne
PART_PARTIS = 0.03  # part des personnes parties ou décédées
PART_NUMERO_PARTAGE = 0.06  # part des personnes qui partagent leurs contacts avec la suivante
PART_JEUNES = 0.08  # part des personnes de 10 à 17 ans (tirage simple, sans les vrais fichiers)
PART_INTERETS = {True: 0.60, False: 0.10}  # part qui a déclaré des goûts, selon qu'elle a dit oui ou non
PART_INTERESSES = 0.30  # part, parmi ceux qui n'ont pas dit oui, qui voudraient connaître l'agenda
PART_AVEUGLES = 0.02
PART_HANDICAP = 0.06  # case d'un fichier source, tirée sans lien avec le reste
PART_INTERNES, PART_BROUILLONS = 0.20, 0.07  # parts des entrées de l'agenda
PART_AUTRE_TYPE = 0.10  # part des sorties publiques que leur calendrier ne classe pas « culture »


@dataclass(frozen=True)
class Monde:
    """Une mairie possible : ce qui peut changer d'un monde à l'autre sans que la leçon change.

    finalite, canal : ceux de la campagne ; date : moment de l'envoi (« 2026-03-10 10:00 ») ; age_minimum : âge à
    partir duquel on consent seul (années) ; autres_finalites : à quoi d'autre les gens ont pu dire oui ;
    preuves_valables, preuves_nulles : ce qui prouve un oui, ou pas ; calendrier_agents, calendriers : d'où viennent
    les entrées ; mots_internes : les valeurs de `visibilite` autres que « public » ; valideurs : qui valide une sortie,
    ou une entrée pour le service seulement ; genres : ceux des messages, le plus fréquent d'abord ; jeu : « cours » ou
    « ailleurs », les entrées internes. Lève `ValueError` ou `TypeError` (en français) si le monde se contredit.
    """

    nom: str = "le monde du cours"
    finalite: str = "agenda culturel"
    canal: str = "sms"
    date: str = "2026-03-10 10:00"
    age_minimum: int = 15
    autres_finalites: tuple[str, ...] = ("suivi de dossier", "alertes de sécurité")
    preuves_valables: tuple[str, ...] = ("formulaire signé", "case cochée en ligne", "appel noté par un agent")
    preuves_nulles: tuple[str, ...] = ("", "case précochée", "conditions générales")
    calendrier_agents: str = "agenda des agents"
    calendriers: tuple[str, ...] = ("conservatoire", "médiathèque", "musée", "théâtre municipal")
    mots_internes: tuple[str, ...] = ("interne", "brouillon")
    valideurs: tuple[str, str] = ("responsable de la salle", "service culture")
    genres: tuple[str, ...] = ("goûts déclarés", "agenda général", "sans sortie de ce goût")
    jeu: str = "cours"

    def __post_init__(self) -> None:
        if self.canal not in CONTACTS:
            raise ValueError(f"canal « {self.canal} » : une campagne part par {' ou '.join(CONTACTS)}.")
        if self.finalite in self.autres_finalites or not self.autres_finalites:
            raise ValueError("autres_finalites : au moins une, et aucune n'est celle de la campagne.")
        if set(self.preuves_valables) & set(self.preuves_nulles) or not self.preuves_valables:
            raise ValueError("Une preuve ne peut pas être à la fois valable et nulle.")
        if len(self.mots_internes) < 2 or PUBLIC in self.mots_internes:
            raise ValueError("mots_internes : au moins deux mots, dont aucun n'est « public ».")
        if self.calendrier_agents in self.calendriers or not self.calendriers:
            raise ValueError("Le calendrier des agents n'est pas un calendrier de sorties.")
        if self.jeu not in ("cours", "ailleurs"):
            raise ValueError(f"jeu « {self.jeu} » : « cours » ou « ailleurs ».")
        exiger_entier(self.age_minimum, "age_minimum")
        if not 13 <= self.age_minimum <= 18:
            raise ValueError(f"age_minimum vaut {self.age_minimum} : attendu de 13 à 18 ans.")

    @property
    def contact(self) -> str:
        """La colonne du fichier qui porte le contact de ce canal."""
        return CONTACTS[self.canal]

    @property
    def autre_canal(self) -> str:
        """L'autre canal d'envoi."""
        return next(c for c in CONTACTS if c != self.canal)


MONDE_DU_COURS = Monde()


def monde_mute(hasard: Generator) -> Monde:
    """Tire une autre mairie, où tout ce que nomme un énoncé est différent : finalité, canal, date, âge minimum,
    preuves, calendriers, mots de l'agenda, qui valide, genres de messages, entrées internes.

    Même état du générateur, même monde. Lève `TypeError` si `hasard` n'est pas un générateur NumPy.
    """
    exiger_generateur(hasard)

    def un(*choix: str) -> str:
        return str(hasard.choice(choix))

    return Monde(
        nom="un autre monde",
        finalite=un("sorties du mois", "saison de spectacles", "lettre du patrimoine", "programme des jeunes"),
        canal="courriel",
        date=un("2026-02-03 09:30", "2026-02-05 14:00", "2026-02-10 11:15"),
        age_minimum=18,
        autres_finalites=(un("rappel de rendez-vous", "suivi de demande"), un("risque de crue", "travaux de la rue")),
        preuves_valables=(un("bulletin signé", "coupon daté"), un("double confirmation", "accord enregistré")),
        preuves_nulles=("", un("règlement accepté", "accord supposé"), un("oral, sans trace", "repris d'un fichier")),
        calendrier_agents=un("planning interne", "équipes", "tableau de service"),
        calendriers=(un("bibliothèque", "ludothèque"), un("cinéma Le Rex", "salle Simone"), un("musée", "chapelle")),
        mots_internes=(
            un("réservé aux équipes", "service"),
            un("à confirmer", "en préparation"),
            un("privé", "confid."),
        ),
        valideurs=(un("direction des sports", "accueil du musée"), un("cabinet", "régie des salles")),
        genres=("à votre goût", "toutes les sorties", un("goût absent", "rien de ce goût"), "première fois"),
        jeu="ailleurs",
    )
