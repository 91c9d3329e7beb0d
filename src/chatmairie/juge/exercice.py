"""Le contrat d'un exercice : des données et des fonctions pures, rien d'autre ne sait ce qui est juste.

Un `Exercice` fabrique un `Sujet` (ce que voit le code de l'apprenant, et, à part, la vérité),
appelle le code rendu par `repondre` (seul endroit où il s'exécute), puis fait examiner la
réponse, devenue donnée simple, par des `Controle` purs. Un contrôle est réussi quand il est
réussi sur tous les sujets ; les points sont ceux de ce verdict unique.

Ce module ne montre rien et n'exécute rien : voir `jugement.py` (jouer un exercice),
`execution.py` (le code de l'apprenant sous surveillance) et `affichage/` (les cartes).
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from numpy.random import Generator

Entrees = Mapping[str, Any]
Productions = Mapping[str, Any]
Reponse = Mapping[str, Any]
Statut = Literal["non traité", "à revoir", "réussi"]

_IDENTIFIANT = re.compile(r"[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*")


class FormeInattendue(Exception):
    """La production n'a pas la forme demandée ; le message dit laquelle, jamais la valeur attendue."""


@dataclass(frozen=True)
class Sujet:
    """Un monde à juger : `entrees` (montrées au code de l'apprenant) et `verite` (jamais montrée).

    `nom` se lit dans les cartes (« le monde du cours », « un autre monde ») ; il ne dit pas la graine.
    """

    entrees: Entrees
    verite: Mapping[str, Any]
    nom: str = "le monde du cours"


@dataclass(frozen=True)
class Constat:
    """Ce qui ne va pas, dit à une personne.

    famille : nom court de la famille d'erreur (`cause_encore_la`), le même pour les réponses qui
        ont les mêmes conséquences.
    phrase : une phrase qui nomme qui est lésé, et comment.
    observe : ce qui a été mesuré (effectifs avant les taux), sans la réponse attendue.
    essayer : où regarder ensuite, sans donner la réponse.
    leses : nombre de personnes lésées (pour montrer le pire monde en premier).
    grave : quelqu'un subit un tort qu'aucune autre voie ne répare ; l'exercice ne rapporte alors pas plus de la moitié
        de ses points, quoi qu'il ait d'autre de juste.
    """

    famille: str
    phrase: str
    observe: str = ""
    essayer: str = ""
    leses: float = 0.0
    grave: bool = False


@dataclass(frozen=True)
class Controle:
    """Un point de contrôle : pur, sur données simples, n'appelle jamais le code de l'apprenant.

    points : multiple de 0,25, strictement positif.
    examiner : `None` quand c'est réussi, un `Constat` sinon.
    depend_de : codes des contrôles sans lesquels celui-ci n'est pas examiné (il est alors perdu).
    libelle : ce qui est contrôlé, en quelques mots clairs (montré quand c'est réussi).
    """

    code: str
    points: float
    examiner: Callable[[Sujet, Reponse], Constat | None]
    depend_de: tuple[str, ...] = ()
    libelle: str = ""


@dataclass(frozen=True)
class Option:
    """Un réglage du chemin sans code : ce que l'on décide, et les valeurs proposées.

    valeurs : valeur -> phrase qui l'explique. Les mauvaises idées tentantes y sont aussi.
    plusieurs : vrai si l'on peut en prendre plusieurs (une liste) ; sinon une seule.
    ordonnees : vrai si l'ordre de la liste compte.
    """

    question: str
    valeurs: Mapping[str, str]
    plusieurs: bool = False
    ordonnees: bool = False


@dataclass(frozen=True)
class CheminSansCode:
    """Le chemin sans code : des options nommées, et la fonction qui en fait les mêmes productions."""

    options: Mapping[str, Option]
    produire: Callable[[Mapping[str, Any]], Productions]
    exemple: str


@dataclass(frozen=True)
class Mondes:
    """Les mondes où un exercice se joue.

    public : le monde du cours. mute : tire un autre monde (autre jour, autres mots…).
    """

    public: Any
    mute: Callable[[Generator], Any]


@dataclass(frozen=True, eq=False)
class Exercice:
    """Un exercice noté. Lève `ValueError` (en français) si ses parties se contredisent.

    niveau : 1 lire et choisir, 2 compléter trois lignes, 3 écrire une fonction.
    duree_min : minutes annoncées.
    criteres : identifiants de `referential/`.
    indices : le tort, la recommandation, la forme de la réponse.
    productions : noms rendus, dans l'ordre.
    rang : sa place dans le carnet.
    optionnel : un exercice en plus, de « Pour aller plus loin » : le même juge, par `verifier` ; aucune cellule notée.
    """

    identifiant: str
    titre: str
    niveau: int
    duree_min: int
    criteres: tuple[str, ...]
    indices: tuple[str, str, str]
    productions: tuple[str, ...]
    mondes: Mondes
    sujet: Callable[[Generator, Any], Sujet]
    repondre: Callable[[Productions, Entrees], Reponse]
    controles: tuple[Controle, ...]
    choix: CheminSansCode | None = None
    essentiel: str = ""
    optionnel: bool = False
    rang: int = 0

    def __post_init__(self) -> None:
        if not _IDENTIFIANT.fullmatch(self.identifiant):
            raise ValueError(f"Identifiant « {self.identifiant} » : attendu « module.exercice ».")
        if self.niveau not in (1, 2, 3):
            raise ValueError(f"{self.identifiant} : le niveau vaut 1, 2 ou 3.")
        if not self.controles or not self.productions or len(self.indices) != 3:
            raise ValueError(f"{self.identifiant} : il faut des contrôles, des productions et trois indices.")
        vus: set[str] = set()
        for controle in self.controles:
            if controle.points <= 0 or controle.points * 4 % 1:
                raise ValueError(f"{self.identifiant}.{controle.code} : points en quarts, plus grands que 0.")
            if controle.code in vus:
                raise ValueError(f"{self.identifiant} : deux contrôles « {controle.code} ».")
            inconnus = set(controle.depend_de) - vus
            if inconnus:
                ou = f"{self.identifiant}.{controle.code}"
                raise ValueError(f"{ou} : dépend de {sorted(inconnus)}, inconnu avant lui.")
            vus.add(controle.code)

    @property
    def points(self) -> float:
        """Le total des contrôles (un `float` ordinaire)."""
        return float(sum(c.points for c in self.controles))


@dataclass(frozen=True)
class QuestionOuverte:
    """Une question ouverte, notée à la main : six indicateurs oui/non de 0,5 point.

    indicateurs : six couples (pour la correction, la même chose dite à qui écrit).
    mots_max : au-delà, la lecture s'arrête.
    """

    identifiant: str
    titre: str
    mots_max: int
    duree_min: int
    criteres: tuple[str, ...]
    indicateurs: tuple[tuple[str, str], ...]
    rang: int = 0

    def __post_init__(self) -> None:
        if len(self.indicateurs) != 6:
            raise ValueError(f"{self.identifiant} : il faut six indicateurs.")

    @property
    def points(self) -> float:
        return 3.0

    @property
    def optionnel(self) -> bool:
        """Jamais : une question ouverte compte toujours dans la note."""
        return False


@dataclass(frozen=True)
class Prevision:
    """Un pari, jamais noté, jamais bloquant : la question, les réponses proposées, ce qui s'est passé.

    reponses : valeur -> phrase ; `None` quand on demande un nombre sur 100.
    devoilement : reçoit les résultats du rejeu, rend la phrase montrée à côté du pari.
    """

    identifiant: str
    question: str
    reponses: Mapping[str, str] | None
    devoilement: Callable[..., str]


@dataclass(frozen=True)
class Echec:
    """Un contrôle manqué : son code, les points perdus, le monde et le constat (le pire rencontré)."""

    controle: str
    points: float
    monde: str
    constat: Constat


@dataclass(frozen=True)
class Verdict:
    """Le jugement d'une réponse. `points` est un `float` entre 0 et `points_max`, en quarts.

    reussis : codes des contrôles réussis. avis : ce qui se dit en plus (avertissements captés, fils encore vivants,
    points plafonnés…).
    """

    exercice: str
    statut: Statut
    points: float
    points_max: float
    reussis: tuple[str, ...] = ()
    echecs: tuple[Echec, ...] = ()
    message: str = ""
    avis: tuple[str, ...] = field(default=())

    def __post_init__(self) -> None:
        if type(self.points) is not float or not math.isfinite(self.points):
            raise TypeError("Les points d'un verdict sont un float fini.")
        if not 0.0 <= self.points <= self.points_max:
            raise ValueError(f"Points hors bornes : {self.points} sur {self.points_max}.")


def vers_grade_id(identifiant: str) -> str:
    """« donnees.ecarter » -> « donnees-ecarter » (nbgrader et nbformat refusent le point)."""
    return identifiant.replace(".", "-")


def depuis_grade_id(grade_id: str) -> str:
    """« donnees-ecarter » ou « donnees-ecarter-note » -> « donnees.ecarter »."""
    return grade_id.removesuffix("-note").replace("-", ".", 1)
