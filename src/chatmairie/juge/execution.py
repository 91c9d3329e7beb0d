"""Faire tourner le code de l'apprenant sous surveillance : rien de ce qu'il fait ne déborde.

Pendant l'appel, ce qu'il écrit est capté (`flux_captes.py`), le temps de calcul est limité (`temps_limite.py`),
`input` est refusé, les générateurs aléatoires globaux partent d'une graine connue ; les fils
(*threads*) laissés derrière sont attendus un court instant, puis nommés. Tout cela est remis en place ensuite.
"""

from __future__ import annotations

import functools
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from threadpoolctl import ThreadpoolController

from chatmairie.juge.flux_captes import (
    TAILLE_MAX,
    SaisieInterdite,
    Tampon,
    avertissements_captes,
    descripteur_capte,
    flux_captes,
    hasard_fixe,
    lire,
    reglages_gardes,
    saisie_refusee,
)
from chatmairie.juge.temps_limite import Compteur, TempsDepasse

__all__ = ["Execution", "SaisieInterdite", "TempsDepasse", "a_affiche", "code_ailleurs", "executer", "surveillance"]

ATTENTE_DES_FILS_S = 0.5


@dataclass
class Execution:
    """Ce qu'a donné un appel : sa valeur ou son erreur, ce qu'il a écrit, ce qu'il a laissé tourner.

    calcul, limite : secondes de processeur du code de la personne, et ce qui lui était permis.
    """

    valeur: Any = None
    erreur: BaseException | None = None
    sortie: str = ""
    sortie_erreur: str = ""
    avertissements: tuple[str, ...] = ()
    fils: tuple[str, ...] = ()
    calcul: float = 0.0
    limite: float = 0.0

    @property
    def temps_depasse(self) -> bool:
        return isinstance(self.erreur, TempsDepasse)


def executer(fonction: Callable[[], Any], secondes: float = 0.0, *, compteur: Compteur | None = None) -> Execution:
    """Appelle `fonction()` sous surveillance.

    secondes : le temps de calcul de tout l'appel. compteur : à la place, celui qui compte déjà certains appels faits
    par `fonction` (le reste est au juge, et n'est pas compté).
    Ne lève rien de ce que lève le code, sauf `KeyboardInterrupt` (la personne a demandé l'arrêt).
    Lève `ValueError` si `secondes` n'est pas strictement positif.
    """
    bilan = Execution()
    if compteur is None:
        compteur, d_origine = Compteur(secondes), fonction
        fonction = functools.partial(compteur.appeler, d_origine)
    with surveillance(bilan):
        try:
            bilan.valeur = fonction()
        except KeyboardInterrupt:
            raise
        except BaseException as erreur:  # tout ce que fait le code de l'apprenant se raconte
            bilan.erreur = erreur
    bilan.calcul, bilan.limite = compteur.utilise, compteur.limite
    return bilan


@contextmanager
def surveillance(bilan: Execution) -> Iterator[None]:
    """Tout ce qui entoure le code d'une personne ; `bilan` reçoit à la fin ce qu'il a écrit et laissé tourner."""
    fils_avant = set(threading.enumerate())
    with ExitStack() as pile:
        pile.enter_context(reglages_gardes())
        pile.enter_context(un_seul_fil())  # comme à la correction : un seul fil pour les calculs
        ecrits = pile.enter_context(descripteur_capte(1)), pile.enter_context(descripteur_capte(2))
        sortie, erreurs = pile.enter_context(flux_captes())
        alertes = pile.enter_context(avertissements_captes())
        pile.enter_context(saisie_refusee())
        pile.enter_context(hasard_fixe())
        yield
        bilan.fils = _attendre_les_fils(fils_avant)
        bilan.sortie = (sortie.getvalue() + lire(ecrits[0]))[:TAILLE_MAX]
        bilan.sortie_erreur = (erreurs.getvalue() + lire(ecrits[1]))[:TAILLE_MAX]
        bilan.avertissements = tuple(dict.fromkeys(_texte(a.message) for a in alertes))


def un_seul_fil() -> Any:
    """Un contexte où les bibliothèques de calcul n'ont qu'un fil."""
    chargees = frozenset(nom for nom in ("numpy", "scipy.linalg", "sklearn") if nom in sys.modules)
    return _controleur(chargees).limit(limits=1)


@functools.cache
def _controleur(_chargees: frozenset[str]) -> ThreadpoolController:
    return ThreadpoolController()  # retrouver les bibliothèques chargées prend dix fois plus que de les régler


_ailleurs: ContextVar[Callable[[], bool] | None] = ContextVar("ailleurs", default=None)


@contextmanager
def code_ailleurs(affiche: Callable[[], bool]) -> Iterator[None]:
    """Le code jugé tourne dans un autre processus : `affiche()` dit s'il a affiché quelque chose."""
    jeton = _ailleurs.set(affiche)
    try:
        yield
    finally:
        _ailleurs.reset(jeton)


def a_affiche() -> bool:
    """Vrai si le code surveillé en ce moment a affiché quelque chose (avec `print`, par exemple)."""
    ailleurs = _ailleurs.get()
    if ailleurs is not None:
        return ailleurs()
    return isinstance(sys.stdout, Tampon) and bool(sys.stdout.getvalue().strip())


def _texte(message: Any) -> str:
    try:
        return str(message)[:TAILLE_MAX]
    except Exception:  # la classe de l'avertissement est peut-être celle de l'apprenant
        return f"un avertissement « {type(message).__name__} » au message illisible"


def _attendre_les_fils(avant: set[threading.Thread]) -> tuple[str, ...]:
    limite = time.monotonic() + ATTENTE_DES_FILS_S
    restants = []
    for fil in threading.enumerate():
        if fil in avant:
            continue
        with suppress(RuntimeError, AssertionError):  # un fil né hors de Python, ou pas encore démarré
            fil.join(max(0.0, limite - time.monotonic()))
        if fil.is_alive():
            # La trace d'un fil oublié tomberait plus tard, au milieu d'une autre cellule.
            fil._invoke_excepthook = lambda _fil: None  # type: ignore[attr-defined]  # un attribut privé de `Thread`
            restants.append(str(fil.name))
    return tuple(restants)
