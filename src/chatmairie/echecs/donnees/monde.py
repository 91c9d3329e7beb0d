"""Le monde du module 02 : le règlement, le jour sale, et toutes les constantes du mécanisme.

Le mécanisme (hypothèse du cours, inspirée de pannes réelles : une archive garde la trace de ce que
fait un logiciel) :

1. le service n'a pas de statut « en attente » : chaque soir, le logiciel clôture REFUS les dossiers du
   jour que personne n'a instruits ;
2. le jour sale (le mercredi dans le monde du cours), personne n'instruit : l'équipe est au centre de
   loisirs. Presque tous les dossiers de ce jour-là sont donc clôturés ;
3. les agents les reprennent ensuite : une partie sous un nouveau numéro (une deuxième ligne, avec une
   décision normale), les autres sur papier, hors de la base ;
4. les dossiers d'une classe d'âge arrivent surtout ce jour-là, parce que l'école apporte sa boîte ;
5. jusqu'en 2020, un critère abandonné depuis (les deux parents en activité) faisait refuser des dossiers.

L'archive dit ce que le logiciel a fait, pas ce que les familles ont vécu : personne n'était refusé le
mercredi. Données synthétiques, personnes fictives. Les constantes dont la source est « hypothèse du
cours » sont inventées ; aucune ne décrit une commune réelle.
"""

from __future__ import annotations

from dataclasses import dataclass

from numpy.random import Generator

from chatmairie.echecs.commun.exigences import exiger_entier, exiger_generateur
from chatmairie.juge.classe_en_cours import hasard_de_la_classe
from chatmairie.langue.mots import mettre_au_net

JOURS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi")
ACTIVITES = ("garderie du matin", "garderie du soir", "animations")
CANAUX = ("guichet", "en ligne", "boîte aux lettres")
TYPES_FAMILLE = ("couple", "monoparentale")
FILES_ORDINAIRES = ("A", "B", "C")

# Les motifs d'un vrai refus, écrits par un agent. Le dernier correspond au critère abandonné.
MOTIFS_DU_REGLEMENT = ("AGE", "HORS COMMUNE", "HORS DELAI", "DOSSIER INCOMPLET")
MOTIF_ABANDONNE = "PARENTS SANS ACTIVITE"

# Les cinq pièces d'un dossier (hypothèse du cours) ; l'assurance scolaire est vérifiée à part.
PIECES = (
    "justificatif de domicile",
    "fiche de renseignements",
    "copie du livret de famille",
    "attestation de vaccination",
    "photo d'identité",
)

# --- Constantes du mécanisme. Sans autre mention : probabilité (sans unité), source « hypothèse du cours ». ---
ANNEES_ARCHIVES = tuple(range(2018, 2025))  # années scolaires (celle de la rentrée)
ANNEE_DES_DOSSIERS = 2025  # rentrée où l'IA est mise en service
DERNIERE_ANNEE_CRITERE_ABANDONNE = 2020  # dernière année où l'on refusait les « parents sans activité ».
# Ce critère est illégal (code de l'éducation, L131-13, pour la cantine ; TA Poitiers, 3 octobre 2022, n° 2002208,
# garderie : le travail des parents, et le PAI d'un enfant, sont deux discriminations).
# C'est le critère qui est en cause, jamais les familles.

PART_JOUR_SALE = {"couple": 0.15, "monoparentale": 0.30}  # part des dépôts faits le jour sale
PART_BOITE_DE_L_ECOLE = 0.90  # part des dossiers de la classe d'âge du jour déposés le jour sale (archives)
POIDS_SAMEDI = 0.25  # poids du samedi quand un jour ouvré ordinaire pèse 1 (permanence d'une heure)
PART_CLOTURE_AUTO = 0.97  # part des dossiers du jour sale que le logiciel clôture
PART_REPRISE = 0.40  # part des clôtures reprises sous un nouveau numéro
ERREUR_AGENT = 0.02  # part des décisions d'agent contraires au règlement

AGE_MOYEN, AGE_ECART_TYPE = 6.8, 2.3  # années, au 1er septembre
AGE_PLANCHER, AGE_PLAFOND = 2, 13  # années : au-delà, personne ne dépose
PART_SCOLARISE_COMMUNE = 0.90
PART_ASSURANCE_VALIDE = 0.93
PART_DANS_LES_DELAIS = 0.88
PIECES_OUBLIEES = 0.35  # pièces oubliées par dossier, en moyenne (loi de Poisson)
PART_MONOPARENTALE = 0.24
PART_PARENTS_ACTIFS = {"couple": 0.82, "monoparentale": 0.68}
PART_PAI_ALLERGIE = 0.08
QUOTIENT_MEDIAN, QUOTIENT_DISPERSION = 812.0, 0.5  # euros par mois ; écart type du logarithme
FRATRIE = (0.82, 0.15, 0.03)  # part des familles qui inscrivent 1, 2, 3 enfants
ANNEES_D_INSCRIPTION = (0.80, 0.15, 0.05)  # part des familles vues 1, 2, 3 années de suite
PART_DEUX_ACTIVITES = 0.06  # part des enfants inscrits à deux activités la même année
PART_ENVOYES_DEUX_FOIS = 0.02  # part des dossiers envoyés deux fois (double clic), dans les archives
AGENTS_INSTRUCTEURS = tuple(f"AG-{i:02d}" for i in range(1, 7))  # codes des agents qui instruisent

PART_CANAUX_JOUR_SALE = (0.0, 0.70, 0.30)  # guichet fermé ce jour-là ; dans l'ordre de CANAUX
PART_CANAUX = (0.50, 0.40, 0.10)
HEURES_JOUR_SALE = (9, 20)  # heures de dépôt possibles, bornes comprises
HEURES = (8, 17)
PART_ACTIVITES_JOUR_SALE = (0.20, 0.30, 0.50)  # dans l'ordre de ACTIVITES
PART_ACTIVITES = (0.30, 0.45, 0.25)
TICKETS_ORDINAIRES = (1, 399)  # numéros de ticket, bornes comprises
TICKETS_JOUR_SALE = 99  # nombre de numéros de la plage du jour sale, à partir de `ticket_base`


def exiger_jour(jour: object, nom: str = "jour") -> None:
    """Lève `ValueError` si `jour` n'est pas l'un de `JOURS`."""
    if jour not in JOURS:
        raise ValueError(f"{nom} : « {jour} » n'est pas un jour d'ouverture. Jours connus : {', '.join(JOURS)}.")


@dataclass(frozen=True)
class Reglement:
    """Le règlement intérieur (hypothèse du cours), public : cinq règles.

    age_min, age_max : années au 1er septembre, bornes comprises ; pieces_min : pièces exigées sur cinq.
    Les trois autres règles n'ont pas de seuil : scolarisé dans la commune, dans les délais, assurance valide.
    Lève `ValueError` si les seuils se contredisent.
    """

    age_min: int = 3
    age_max: int = 11
    pieces_min: int = 4

    def __post_init__(self) -> None:
        for nom in ("age_min", "age_max", "pieces_min"):
            exiger_entier(getattr(self, nom), nom)
        if not 0 <= self.age_min <= self.age_max:
            raise ValueError(f"Règlement : âges de {self.age_min} à {self.age_max} ans, ces bornes se contredisent.")
        if not 0 <= self.pieces_min <= len(PIECES):
            raise ValueError(f"Règlement : pieces_min va de 0 à {len(PIECES)}, reçu {self.pieces_min}.")


def _reglement_de_la_classe() -> Reglement:
    """Le règlement publié, ou celui de la classe : un autre âge limite, un autre nombre de pièces.

    L'âge de Léa (3 ans) reste admis : le récit ne change pas.
    """
    hasard = hasard_de_la_classe("reglement")
    if hasard is None:
        return Reglement()
    variantes = [Reglement(age_max=a, pieces_min=p) for a in AGES_MAX for p in PIECES_MIN]
    return variantes[int(hasard.choice([i for i, v in enumerate(variantes) if v != Reglement()]))]


AGES_MAX, PIECES_MIN = (10, 11, 12), (3, 4)
"""Ce que le règlement d'une classe peut fixer (hypothèse du cours)."""

REGLEMENT = _reglement_de_la_classe()


@dataclass(frozen=True)
class Monde:
    """Une mairie possible : ce qui peut changer d'un monde à l'autre sans que la leçon change.

    jour_sale : jour où personne n'instruit ; code_file : lettre de la file de ce jour ;
    motif_cloture : ce qu'écrit le logiciel ; age_du_jour : âge (années) des enfants dont l'école apporte les
    dossiers ce jour-là ; ticket_base : premier numéro de ticket de ce jour ; jours_reprise : quand les agents
    reprennent. Lève `ValueError` ou `TypeError` (en français) si le monde se contredit.
    """

    nom: str = "le monde du cours"
    jour_sale: str = "mercredi"
    code_file: str = "M"
    motif_cloture: str = "CLOTURE AUTO HORS PERMANENCE"
    age_du_jour: int = 3
    ticket_base: int = 900
    jours_reprise: tuple[str, ...] = ("jeudi", "vendredi")
    reglement: Reglement = REGLEMENT

    def __post_init__(self) -> None:
        exiger_jour(self.jour_sale, "jour_sale")
        if not isinstance(self.code_file, str) or len(self.code_file) != 1 or not "A" <= self.code_file <= "Z":
            raise ValueError(f"code_file est une lettre majuscule, reçu {self.code_file!r}.")
        if self.code_file in FILES_ORDINAIRES:
            raise ValueError(f"code_file « {self.code_file} » est déjà celui d'une file ordinaire (A, B ou C).")
        if not isinstance(self.motif_cloture, str) or not self.motif_cloture.strip():
            raise ValueError("motif_cloture est un texte non vide.")
        if self.motif_cloture != mettre_au_net(self.motif_cloture):
            raise ValueError("motif_cloture s'écrit en majuscules, sans accents ni espaces doubles.")
        if self.motif_cloture in (*MOTIFS_DU_REGLEMENT, MOTIF_ABANDONNE):
            raise ValueError(f"motif_cloture « {self.motif_cloture} » est déjà le motif d'un vrai refus.")
        if not isinstance(self.reglement, Reglement):
            raise TypeError("reglement est un Reglement.")
        exiger_entier(self.age_du_jour, "age_du_jour")
        if not self.reglement.age_min <= self.age_du_jour <= self.reglement.age_max:
            raise ValueError(f"age_du_jour vaut {self.age_du_jour} : hors des âges admis par le règlement.")
        exiger_entier(self.ticket_base, "ticket_base")
        if self.ticket_base <= TICKETS_ORDINAIRES[1]:
            raise ValueError(f"ticket_base doit dépasser {TICKETS_ORDINAIRES[1]}, les tickets ordinaires.")
        if not isinstance(self.jours_reprise, tuple) or not self.jours_reprise:
            raise ValueError("jours_reprise est un tuple d'au moins un jour.")
        for jour in self.jours_reprise:
            exiger_jour(jour, "jours_reprise")
        if self.jour_sale in self.jours_reprise:
            raise ValueError(f"On ne reprend pas les dossiers le jour où personne n'instruit ({self.jour_sale}).")


MONDE_DU_COURS = Monde()

# Formulations plausibles d'une clôture automatique, sans mot commun : reconnaître l'une n'aide pas pour l'autre.
_MOTIFS_MUTES = (
    "PURGE DE 20 H",
    "BAC NON RELEVE",
    "SOLDE DE FIN DE SERVICE",
    "BASCULE NOCTURNE",
    "ECHEANCE JOURNALIERE ATTEINTE",
    "RETOUR FILE ZERO",
    "TRAITEMENT PAR LOT T9",
)


def monde_mute(hasard: Generator) -> Monde:
    """Tire un autre monde : jamais le mercredi, autres mots, autre âge, autres tickets ; même règlement.

    Même état du générateur, même monde. Lève `TypeError` si `hasard` n'est pas un générateur NumPy.
    """
    exiger_generateur(hasard)
    jour = str(hasard.choice(["lundi", "mardi", "jeudi", "vendredi"]))
    suivants = [j for j in (*JOURS, *JOURS)[JOURS.index(jour) + 1 :] if j not in ("samedi", jour)][:2]
    return Monde(
        nom="un autre monde",
        jour_sale=jour,
        code_file=str(hasard.choice(list("DEFGHKRTVXZ"))),
        motif_cloture=str(hasard.choice(_MOTIFS_MUTES)),
        age_du_jour=int(hasard.choice([4, 5])),
        ticket_base=int(hasard.choice([500, 600, 700, 800])),
        jours_reprise=tuple(suivants),
    )
