"""Limiter le temps d'un appel : une alarme du système là où elle existe, un fil veilleur ailleurs.

Limites connues : un long appel en code compilé (NumPy, par exemple) n'est coupé qu'à son retour ; sous
Windows, un `time.sleep` aussi. Un code qui veut échapper à la limite y arrive (il peut retirer
l'alarme) ; dans une classe, `Execute.timeout` de nbgrader reste le dernier recours.
"""

from __future__ import annotations

import ctypes
import signal
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import Any

RAPPEL_S = 0.25
"""L'alarme sonne à nouveau : un `except:` nu n'avale que la première."""

RAPPELS_AVANT_INSISTANCE = 2
NOM_DU_VEILLEUR = "chatmairie-veilleur"


class TempsDepasse(BaseException):
    """Le code a dépassé le temps permis (dérive de `BaseException` : un `except Exception` ne l'avale pas)."""


def appeler_en_temps(fonction: Callable[[], Any], secondes: float) -> Any:
    """`fonction()`, ou `TempsDepasse` après `secondes`. L'alarme qui était posée avant est remise."""
    dans_le_fil_principal = threading.current_thread() is threading.main_thread()
    if hasattr(signal, "SIGALRM") and hasattr(signal, "setitimer") and dans_le_fil_principal:
        return _par_alarme(fonction, secondes)
    return _par_veilleur(fonction, secondes)


class _Garde:
    """Ce qui tourne sous la limite : l'alarme ne lève rien ailleurs (en particulier, pas dans le rangement)."""

    def __init__(self) -> None:
        self.cadre: FrameType | None = None

    def appeler(self, fonction: Callable[[], Any]) -> Any:
        self.cadre = sys._getframe()
        return fonction()

    def contient(self, cadre: FrameType | None) -> bool:
        depart = cadre
        while cadre is not None:
            if cadre is self.cadre:
                return cadre is not depart
            cadre = cadre.f_back
        return False

    def insister(self, cadre: FrameType | None) -> None:
        """Un `except:` nu avale l'alarme à chaque tour : lever aussi à la ligne suivante fait sortir de la boucle."""

        def a_chaque_ligne(cadre: FrameType, evenement: str, _argument: Any) -> Any:
            if evenement == "line" and self.contient(cadre):
                raise TempsDepasse
            return a_chaque_ligne

        while cadre is not None and cadre is not self.cadre:
            cadre.f_trace = a_chaque_ligne
            cadre = cadre.f_back
        sys.settrace(a_chaque_ligne)


def _par_alarme(fonction: Callable[[], Any], secondes: float) -> Any:
    garde = _Garde()
    rappels = 0

    def sonner(_numero: int, cadre: FrameType | None) -> None:
        nonlocal rappels
        if garde.contient(cadre):
            rappels += 1
            if rappels > RAPPELS_AVANT_INSISTANCE:
                garde.insister(cadre)
            raise TempsDepasse

    traceur = sys.gettrace()
    debut = time.monotonic()
    ancien = signal.signal(signal.SIGALRM, sonner)
    reste, periode = signal.setitimer(signal.ITIMER_REAL, secondes, RAPPEL_S)
    try:
        return garde.appeler(fonction)
    finally:
        sys.settrace(traceur)
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, signal.SIG_DFL if ancien is None else ancien)
        garde.cadre = None
        if reste:
            signal.setitimer(signal.ITIMER_REAL, max(0.001, reste - (time.monotonic() - debut)), periode)


def _par_veilleur(fonction: Callable[[], Any], secondes: float) -> Any:
    """Sans SIGALRM (Windows, ou hors du fil principal) : un fil veilleur lève l'exception dans ce fil-ci.

    Elle peut arriver entre deux instructions quelconques, désarmement compris : rien ici ne prend de verrou
    que l'exception laisserait fermé, et désarmer deux fois ne change rien.
    """
    garde = _Garde()
    identite = threading.get_ident()
    lever = ctypes.pythonapi.PyThreadState_SetAsyncExc
    arret, parti = threading.Lock(), []
    arret.acquire()

    def veiller() -> None:
        delai = secondes
        while not arret.acquire(timeout=delai):
            if garde.contient(sys._current_frames().get(identite)):
                lever(ctypes.c_ulong(identite), ctypes.py_object(TempsDepasse))
            delai = RAPPEL_S
        parti.append(True)

    def desarmer() -> None:
        garde.cadre = None
        with suppress(RuntimeError):  # déjà relâché
            arret.release()
        while not parti:
            time.sleep(0.0005)
        lever(ctypes.c_ulong(identite), None)  # sonné, mais pas encore levé

    threading.Thread(target=veiller, name=NOM_DU_VEILLEUR, daemon=True).start()
    try:
        try:
            return garde.appeler(fonction)
        finally:
            desarmer()
    finally:
        desarmer()
