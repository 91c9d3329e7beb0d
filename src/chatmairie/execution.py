"""Faire tourner le code de l'apprenant sous surveillance : rien de ce qu'il fait ne déborde.

Pendant l'appel, ce qu'il écrit est capté (`flux_captes.py`), le temps est limité (`temps_limite.py`),
`input` est refusé, les générateurs aléatoires globaux partent d'une graine connue ; les fils
(*threads*) laissés derrière sont attendus un court instant, puis nommés. Tout est remis en place
ensuite : flux, descripteurs, journaux, avertissements, signaux, alarme, dossier courant.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from typing import Any

from chatmairie.flux_captes import (
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
    sans_bruit,
)
from chatmairie.temps_limite import NOM_DU_VEILLEUR, RAPPEL_S, TempsDepasse, appeler_en_temps

__all__ = ["Execution", "SaisieInterdite", "TempsDepasse", "a_affiche", "executer", "sans_bruit"]

ATTENTE_DES_FILS_S = 0.5


@dataclass
class Execution:
    """Ce qu'a donné un appel : sa valeur ou son erreur, ce qu'il a écrit, ce qu'il a laissé tourner.

    duree : secondes. temps_depasse : vrai aussi pour un appel compilé revenu trop tard de lui-même.
    """

    valeur: Any = None
    erreur: BaseException | None = None
    sortie: str = ""
    sortie_erreur: str = ""
    avertissements: tuple[str, ...] = ()
    fils: tuple[str, ...] = ()
    duree: float = 0.0
    temps_depasse: bool = False


def executer(fonction: Callable[[], Any], secondes: float) -> Execution:
    """Appelle `fonction()` sous surveillance, `secondes` au plus.

    Ne lève rien de ce que lève le code, sauf `KeyboardInterrupt` (la personne a demandé l'arrêt).
    Lève `ValueError` si `secondes` n'est pas strictement positif.
    """
    if not secondes > 0:
        raise ValueError("Le temps permis doit être plus grand que 0 seconde.")
    bilan = Execution()
    fils_avant = set(threading.enumerate())
    with ExitStack() as pile:
        pile.enter_context(reglages_gardes())
        ecrits = pile.enter_context(descripteur_capte(1)), pile.enter_context(descripteur_capte(2))
        sortie, erreurs = pile.enter_context(flux_captes())
        alertes = pile.enter_context(avertissements_captes())
        pile.enter_context(saisie_refusee())
        pile.enter_context(hasard_fixe())
        debut = time.perf_counter()
        try:
            bilan.valeur = appeler_en_temps(fonction, secondes)
        except KeyboardInterrupt:
            raise
        except BaseException as erreur:  # noqa: BLE001 - tout ce que fait le code de l'apprenant se raconte
            bilan.erreur = erreur
        bilan.duree = time.perf_counter() - debut
        bilan.temps_depasse = isinstance(bilan.erreur, TempsDepasse) or bilan.duree > secondes + RAPPEL_S
        bilan.fils = _attendre_les_fils(fils_avant)
        bilan.sortie = (sortie.getvalue() + lire(ecrits[0]))[:TAILLE_MAX]
        bilan.sortie_erreur = (erreurs.getvalue() + lire(ecrits[1]))[:TAILLE_MAX]
        bilan.avertissements = tuple(dict.fromkeys(_texte(a.message) for a in alertes))
    return bilan


def a_affiche() -> bool:
    """Vrai si le code surveillé en ce moment a affiché quelque chose (avec `print`, par exemple)."""
    return isinstance(sys.stdout, Tampon) and bool(sys.stdout.getvalue().strip())


def _texte(message: Any) -> str:
    try:
        return str(message)[:TAILLE_MAX]
    except Exception:  # noqa: BLE001 - la classe de l'avertissement est peut-être celle de l'apprenant
        return f"un avertissement « {type(message).__name__} » au message illisible"


def _attendre_les_fils(avant: set[threading.Thread]) -> tuple[str, ...]:
    limite = time.monotonic() + ATTENTE_DES_FILS_S
    restants = []
    for fil in threading.enumerate():
        if fil in avant or fil.name == NOM_DU_VEILLEUR:
            continue
        with suppress(RuntimeError, AssertionError):  # un fil né hors de Python, ou pas encore démarré
            fil.join(max(0.0, limite - time.monotonic()))
        if fil.is_alive():
            # Une exception dans un fil oublié ne doit pas tomber plus tard dans une autre cellule notée.
            fil._invoke_excepthook = lambda _fil: None
            restants.append(str(fil.name))
    return tuple(restants)
