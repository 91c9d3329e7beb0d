"""Les productions de l'apprenant, appelées par une porte : la même pour le juge, chez soi et à la correction.

Un juge (`Exercice.repondre`) ne reçoit jamais les fonctions d'une personne, mais des doublures. Chez soi, la doublure
appelle la vraie fonction et compte son temps de calcul ; à la correction, la vraie est dans un autre processus, et la
doublure lui envoie les arguments (`correction/`). Ce que le juge calcule lui-même n'est jamais compté.
"""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from itertools import islice
from types import FunctionType, GeneratorType
from typing import Any, Protocol

import numpy as np

from chatmairie.juge.execution import Execution, executer
from chatmairie.juge.formes import DEROULABLES, ELEMENTS_D_UNE_LISTE, non_traitee
from chatmairie.juge.temps_limite import Compteur

PROFONDEUR, OBJETS = 6, 4000
"""Jusqu'où `textes_gardes` parcourt un objet."""


class Horloge:
    """L'heure que voit le code de la personne, en secondes : `horloge()` ; le juge la fait avancer."""

    def __init__(self, depart: float) -> None:
        self.secondes = depart

    def __call__(self) -> float:
        return self.secondes

    def avancer(self, minutes: float) -> None:
        self.secondes += 60 * minutes


class Passage(Protocol):
    """Par où passent les appels : ici, ou vers un autre processus."""

    def appeler(self, cible: tuple[str, ...], arguments: tuple[Any, ...], graine: int | None = None) -> Any:
        """Le résultat d'un appel. cible : ("fonction", nom), ("creer", nom), ("methode", objet, nom) ou
        ("textes", objet), où `objet` est ce qu'a rendu « creer ». graine : remet les générateurs ordinaires à ce point
        de départ juste avant."""


class UneSeance(Protocol):
    """Un monde jugé : ici (`Seance`), ou dans un autre processus."""

    productions: dict[str, Any]

    def executer(self, appel: Callable[[], Any]) -> Execution:
        """Le bilan de `appel()`, qui se sert des productions."""


class UnePorte(Protocol):
    """Ce qui mène aux productions d'une personne : ici (`Porte`), ou dans un autre processus."""

    @property
    def noms(self) -> set[str]:
        """Les noms des productions."""

    @property
    def vides(self) -> bool:
        """Vrai si rien n'est encore écrit."""

    def monde(self) -> AbstractContextManager[UneSeance]:
        """Un monde à la fois."""


# --- les doublures --------------------------------------------------------------------------------


def doublure_de_fonction(nom: str, passage: Passage, genre: str = "function") -> Callable[..., Any]:
    """Une fonction qui passe par `passage`. genre : le type de la vraie, si ce n'est pas « function »."""

    def doublure(*arguments: Any) -> Any:
        return passage.appeler(("fonction", nom), arguments)

    def de_graine(graine: int) -> Callable[..., Any]:
        return lambda *a: passage.appeler(("fonction", nom), a, graine)

    doublure.__name__ = nom
    vars(doublure)["avec_graine"] = de_graine
    if genre == "function":
        return doublure
    corps = {"__call__": lambda _soi, *a: doublure(*a), "avec_graine": staticmethod(de_graine)}
    return type(genre, (), corps)()


def doublure_de_classe(nom: str, passage: Passage, methodes: list[str]) -> type:
    """Une classe dont les objets vivent de l'autre côté de `passage`. methodes : celles que le juge peut appeler."""

    def creer(soi: Any, *arguments: Any, _graine: int | None = None) -> None:
        soi._objet = passage.appeler(("creer", nom), arguments, _graine)

    def methode(laquelle: str) -> Callable[..., Any]:
        return lambda soi, *arguments: passage.appeler(("methode", soi._objet, laquelle), arguments)

    corps: dict[str, Any] = {m: methode(m) for m in methodes if not m.startswith("_")}
    corps |= {"__init__": creer, "_passage": passage}
    corps["avec_graine"] = staticmethod(lambda graine: lambda *a: classe(*a, _graine=graine))
    classe = type(nom, (), corps)
    return classe


def avec_graine(appelable: Any, graine: int) -> Callable[..., Any]:
    """`appelable`, dont le prochain appel remet d'abord les générateurs ordinaires (`random`, NumPy) à `graine`."""
    return appelable.avec_graine(graine)


def textes_de(objet: Any) -> list[str]:
    """Les textes que garde un objet de la personne, rendu par une doublure de classe."""
    return objet._passage.appeler(("textes", objet._objet), ())


# --- ici ------------------------------------------------------------------------------------------


class Ici:
    """Le passage de chez soi : appelle tout de suite, et compte."""

    def __init__(self, productions: Mapping[str, Any], compteur: Compteur) -> None:
        self.productions, self.compteur = productions, compteur
        self.objets: list[Any] = []

    def appeler(self, cible: tuple[Any, ...], arguments: tuple[Any, ...], graine: int | None = None) -> Any:
        """Voir `Passage`."""
        quoi, *suite = cible
        if quoi == "textes":
            return textes_gardes(self.objets[suite[0]])
        if quoi == "methode":
            fonction = getattr(self.objets[suite[0]], suite[1])
        else:
            fonction = self.productions[suite[0]]
        rendu = self.compteur.appeler(_appel_entier, fonction, arguments, graine)
        if quoi != "creer":
            return rendu
        self.objets.append(rendu)
        return len(self.objets) - 1


def _appel_entier(fonction: Callable[..., Any], arguments: tuple[Any, ...], graine: int | None) -> Any:
    """L'appel, et le déroulement de ce qu'il rend : un générateur tourne ici, sous le compteur, pas chez le juge."""
    if graine is not None:
        random.seed(graine)
        np.random.seed(graine)  # les générateurs qu'emploie `sample`
    rendu = fonction(*arguments)
    if type(rendu) in DEROULABLES:
        return refaire(type(rendu), list(islice(rendu, ELEMENTS_D_UNE_LISTE)))
    return rendu


def refaire(genre: type, elements: list[Any]) -> Any:
    """Un objet de ce type (un de `DEROULABLES`) qui donne ces éléments."""
    if genre is GeneratorType:
        return (e for e in elements)
    if genre is map:
        return map(lambda e: e, elements)
    if genre is filter:
        return filter(lambda _e: True, elements)
    if genre is zip:
        return zip(*zip(*elements, strict=True), strict=True)
    numerotes = dict(enumerate(elements))
    return numerotes.values() if genre is type(numerotes.values()) else dict.fromkeys(elements).keys()


def nature(production: Any) -> str:
    """Ce qu'est une production : « vide », « classe », « fonction » ou « donnee »."""
    if non_traitee(production):
        return "vide"
    if isinstance(production, type):
        return "classe"
    return "fonction" if callable(production) else "donnee"


def methodes_de(classe: type) -> list[str]:
    """Ce qu'une classe de la personne sait faire, par son nom."""
    return [nom for nom in dir(classe) if not nom.startswith("_") and callable(getattr(classe, nom, None))]


def doubler(productions: Mapping[str, Any], passage: Passage) -> dict[str, Any]:
    """Les productions : des doublures pour les fonctions et les classes, les données et les `...` telles quelles."""
    doublees: dict[str, Any] = {}
    for nom, production in productions.items():
        quoi = nature(production)
        if quoi == "classe":
            doublees[nom] = doublure_de_classe(nom, passage, methodes_de(production))
        elif quoi == "fonction":
            doublees[nom] = doublure_de_fonction(nom, passage, type(production).__name__)
        else:
            doublees[nom] = production
    return doublees


class Seance:
    """Un monde jugé chez soi : les productions doublées, et un appel surveillé."""

    def __init__(self, productions: Mapping[str, Any], limite: float) -> None:
        self.compteur = Compteur(limite)
        self.productions = doubler(productions, Ici(productions, self.compteur))

    def executer(self, appel: Callable[[], Any]) -> Execution:
        """Le bilan de `appel()`, qui se sert des productions."""
        return executer(appel, compteur=self.compteur)


class Porte:
    """Les productions d'une personne, prêtes à être jugées : `vides`, leurs noms, et un monde à la fois."""

    def __init__(self, productions: Mapping[str, Any], limite: float) -> None:
        self._productions, self.limite = dict(productions), limite

    @property
    def noms(self) -> set[str]:
        return set(self._productions)

    @property
    def vides(self) -> bool:
        """Vrai si rien n'est encore écrit."""
        return all(non_traitee(p) for p in self._productions.values())

    @contextmanager
    def monde(self) -> Iterator[Seance]:
        """Un monde : ce que son code use de temps n'est compté qu'ici."""
        yield Seance(self._productions, self.limite)


# --- ce que garde un objet ------------------------------------------------------------------------


def textes_gardes(racine: Any) -> list[str]:
    """Les textes et nombres que l'on trouve en parcourant l'objet (attributs, ceux de sa classe aussi, listes,
    dictionnaires), sans l'appeler."""
    trouves: list[str] = []
    vus: set[int] = set()
    suite = [(racine, 0)]
    while suite and len(vus) < OBJETS:
        valeur, profondeur = suite.pop()
        if id(valeur) in vus or profondeur > PROFONDEUR:
            continue
        vus.add(id(valeur))
        if isinstance(valeur, (str, int, float, bytes)):
            trouves.append(valeur.decode("latin-1") if isinstance(valeur, bytes) else str(valeur))
            continue
        suite += [(f, profondeur + 1) for f in _contenus(valeur)]
    return trouves


_CONTENEURS = (dict, list, set, deque)
_TEXTES = (str, bytes)
_RECIPIENTS = (*_CONTENEURS, str, FunctionType)  # ce qu'un attribut de classe peut garder, ou retrouver


def _contenus(valeur: Any) -> list[Any]:
    if isinstance(valeur, dict):
        return [*valeur.keys(), *valeur.values()]
    if isinstance(valeur, (list, tuple, set, frozenset, deque)):
        return list(valeur)
    contenus = list(getattr(valeur, "__dict__", {}).values())
    contenus += [getattr(valeur, s) for s in _emplacements(valeur) if hasattr(valeur, s)]
    contenus += _de_la_fonction(valeur)
    return contenus + [v for c in type(valeur).__mro__[:-1] for v in vars(c).values() if type(v) in _RECIPIENTS]


def _de_la_fonction(valeur: Any) -> list[Any]:
    """Ce qu'une fonction garde en elle et autour d'elle : les textes de son code, ses variables retenues, et ce qu'elle
    nomme du carnet."""
    fonction = getattr(valeur, "__func__", valeur)
    if type(fonction) is not FunctionType:
        return []
    gardes = [c.cell_contents for c in fonction.__closure__ or () if _pleine(c)]
    nommes = (fonction.__globals__.get(nom) for nom in fonction.__code__.co_names)
    return gardes + [v for v in (*nommes, *fonction.__code__.co_consts) if type(v) in (*_CONTENEURS, *_TEXTES)]


def _pleine(cellule: Any) -> bool:
    try:
        return cellule.cell_contents is not None
    except ValueError:
        return False


def _emplacements(valeur: Any) -> list[str]:
    lus = getattr(type(valeur), "__slots__", ())
    return [lus] if isinstance(lus, str) else list(lus)
