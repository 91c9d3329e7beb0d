"""Faire tourner le code de l'apprenant sous surveillance : rien de ce qu'il fait ne déborde.

Pendant l'appel : `sys.stdout`, `sys.stderr`, `logging`, les avertissements et le descripteur 2
sont captés (nbgrader donne 0 à une cellule notée qui écrit sur la sortie d'erreur) ; le temps est
limité ; `input` est refusé ; les fils (*threads*) laissés derrière sont attendus un court instant,
puis nommés. Tout est remis en place ensuite.

Limite connue : un long appel en code compilé (NumPy, par exemple) n'est coupé qu'à son retour,
et un `except:` nu dans une boucle sans fin peut avaler l'interruption ; dans une classe,
`Execute.timeout` de nbgrader reste alors le dernier recours.
"""

from __future__ import annotations

import builtins
import ctypes
import io
import logging
import os
import signal
import sys
import tempfile
import threading
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Any

ATTENTE_DES_FILS_S = 0.5
RAPPEL_S = 0.25
TAILLE_MAX = 4000


class TempsDepasse(BaseException):
    """Le code a dépassé le temps permis (dérive de `BaseException` : un `except Exception` ne l'avale pas)."""


class SaisieInterdite(Exception):
    """Le code a appelé `input()`."""


@dataclass
class Execution:
    """Ce qu'a donné un appel : sa valeur ou son erreur, ce qu'il a écrit, ce qu'il a laissé tourner."""

    valeur: Any = None
    erreur: BaseException | None = None
    sortie: str = ""
    sortie_erreur: str = ""
    avertissements: tuple[str, ...] = ()
    fils: tuple[str, ...] = ()
    duree: float = 0.0
    temps_depasse: bool = field(default=False)


def executer(fonction: Callable[[], Any], secondes: float) -> Execution:
    """Appelle `fonction()` sous surveillance, `secondes` au plus.

    Ne lève rien de ce que lève le code, sauf `KeyboardInterrupt` (la personne a demandé l'arrêt).
    Lève `ValueError` si `secondes` n'est pas strictement positif.
    """
    if secondes <= 0:
        raise ValueError("Le temps permis doit être plus grand que 0 seconde.")
    bilan = Execution()
    fils_avant = set(threading.enumerate())
    dossier = os.getcwd()
    with ExitStack() as pile:
        sortie, erreurs = pile.enter_context(_flux_captes())
        descripteur = pile.enter_context(_descripteur_2_capte())
        alertes = pile.enter_context(_avertissements_captes())
        pile.enter_context(_saisie_refusee())
        debut = time.perf_counter()
        try:
            with _temps_limite(secondes):
                bilan.valeur = fonction()
        except KeyboardInterrupt:
            raise
        except BaseException as erreur:  # noqa: BLE001 - tout ce que fait le code de l'apprenant se raconte
            bilan.erreur = erreur
        bilan.duree = time.perf_counter() - debut
        bilan.temps_depasse = isinstance(bilan.erreur, TempsDepasse) or bilan.duree > secondes + RAPPEL_S
        bilan.fils = _attendre_les_fils(fils_avant)
        bilan.sortie = sortie.getvalue()[:TAILLE_MAX]
        bilan.sortie_erreur = (erreurs.getvalue() + _lire(descripteur))[:TAILLE_MAX]
        bilan.avertissements = tuple(dict.fromkeys(str(a.message) for a in alertes))
    if os.path.isdir(dossier):
        os.chdir(dossier)
    return bilan


class _Tampon(io.StringIO):
    """Un flux borné : le surplus est oublié plutôt que gardé en mémoire."""

    def write(self, texte: str) -> int:
        if self.tell() < 4 * TAILLE_MAX:
            super().write(str(texte)[: 4 * TAILLE_MAX])
        return len(texte)


def a_affiche() -> bool:
    """Vrai si le code surveillé en ce moment a affiché quelque chose (avec `print`, par exemple)."""
    return isinstance(sys.stdout, _Tampon) and bool(sys.stdout.getvalue().strip())


@contextmanager
def _flux_captes() -> Iterator[tuple[io.StringIO, io.StringIO]]:
    sortie, erreurs = _Tampon(), _Tampon()
    ancienne_sortie, anciennes_erreurs = sys.stdout, sys.stderr
    detournes = [h for h in _manieurs() if getattr(h, "stream", None) in (ancienne_sortie, anciennes_erreurs)]
    flux = [h.stream for h in detournes]
    sys.stdout, sys.stderr = sortie, erreurs
    for manieur in detournes:
        manieur.stream = erreurs
    try:
        yield sortie, erreurs
    finally:
        sys.stdout, sys.stderr = ancienne_sortie, anciennes_erreurs
        for manieur, ancien in zip(detournes, flux, strict=True):
            manieur.stream = ancien
        for manieur in _manieurs():  # ceux que le code vient de créer tiennent notre tampon
            if getattr(manieur, "stream", None) in (sortie, erreurs):
                manieur.stream = ancienne_sortie


def _manieurs() -> list[logging.StreamHandler]:
    journaux = [logging.root, *logging.root.manager.loggerDict.values()]
    return [
        h for j in journaux if isinstance(j, logging.Logger) for h in j.handlers if isinstance(h, logging.StreamHandler)
    ]


@contextmanager
def _descripteur_2_capte() -> Iterator[int | None]:
    try:
        copie = os.dup(2)
        tampon = tempfile.TemporaryFile()
    except OSError:
        yield None
        return
    os.dup2(tampon.fileno(), 2)
    try:
        yield tampon.fileno()
    finally:
        os.dup2(copie, 2)
        os.close(copie)
        tampon.close()


def _lire(descripteur: int | None) -> str:
    if descripteur is None:
        return ""
    os.lseek(descripteur, 0, os.SEEK_SET)
    return os.read(descripteur, TAILLE_MAX).decode("utf-8", "replace")


@contextmanager
def _avertissements_captes() -> Iterator[list]:
    with warnings.catch_warnings(record=True) as alertes:
        warnings.simplefilter("default")
        yield alertes


@contextmanager
def _saisie_refusee() -> Iterator[None]:
    ancienne = builtins.input

    def input(*_args: object, **_options: object) -> str:
        raise SaisieInterdite("`input()` ne peut pas servir ici : personne n'est là pour répondre.")

    builtins.input = input
    try:
        yield
    finally:
        builtins.input = ancienne


@contextmanager
def _temps_limite(secondes: float) -> Iterator[None]:
    dans_le_fil_principal = threading.current_thread() is threading.main_thread()
    if hasattr(signal, "SIGALRM") and hasattr(signal, "setitimer") and dans_le_fil_principal:
        with _par_alarme(secondes):
            yield
    else:
        with _par_veilleur(secondes):
            yield


@contextmanager
def _par_alarme(secondes: float) -> Iterator[None]:
    def sonner(_numero: int, _cadre: object) -> None:
        raise TempsDepasse

    ancien = signal.signal(signal.SIGALRM, sonner)
    # l'alarme sonne à nouveau : un `except:` nu n'avale que la première
    signal.setitimer(signal.ITIMER_REAL, secondes, RAPPEL_S)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, ancien)


@contextmanager
def _par_veilleur(secondes: float) -> Iterator[None]:
    """Sans SIGALRM (Windows, ou hors du fil principal) : un fil veilleur lève l'exception dans ce fil-ci."""
    fini = threading.Event()
    verrou = threading.Lock()
    cible = ctypes.c_ulong(threading.get_ident())

    def veiller() -> None:
        delai = secondes
        while not fini.wait(delai):
            with verrou:
                if not fini.is_set():
                    ctypes.pythonapi.PyThreadState_SetAsyncExc(cible, ctypes.py_object(TempsDepasse))
            delai = RAPPEL_S

    threading.Thread(target=veiller, name="chatmairie-veilleur", daemon=True).start()
    try:
        yield
    finally:
        with verrou:
            fini.set()
            ctypes.pythonapi.PyThreadState_SetAsyncExc(cible, None)


def _attendre_les_fils(avant: set[threading.Thread]) -> tuple[str, ...]:
    limite = time.monotonic() + ATTENTE_DES_FILS_S
    restants = []
    for fil in threading.enumerate():
        if fil in avant or fil.name == "chatmairie-veilleur":
            continue
        fil.join(max(0.0, limite - time.monotonic()))
        if fil.is_alive():
            restants.append(fil)
    if restants:
        _taire(restants)
    return tuple(f.name for f in restants)


def _taire(fils: list[threading.Thread]) -> None:
    """Une exception dans un fil oublié ne doit pas tomber plus tard dans une autre cellule notée."""
    ancien = threading.excepthook

    def muet(arguments: threading.ExceptHookArgs) -> None:
        if arguments.thread not in fils:
            ancien(arguments)

    threading.excepthook = muet
