"""Compter le temps de calcul du code de l'apprenant, et l'arrêter à sa limite.

Le temps compté est celui du processeur (le code et les processus qu'il a lancés et attendus), jamais celui de
l'horloge : une machine occupée ne coûte rien. Une horloge large arrête seulement ce qui dort. Là où le système ne
sait pas interrompre (Windows, un navigateur, hors du fil principal), le temps est lu après l'appel.

Limites connues : un long appel en code compilé (NumPy, par exemple) n'est coupé qu'à son retour. Un code qui veut
échapper à la limite chez lui y arrive ; à la correction, c'est le noyau du système qui l'arrête.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from types import FrameType
from typing import Any

RAPPEL_S = 0.25
"""L'alarme sonne à nouveau : un `except:` nu n'avale que la première. C'est aussi la tolérance d'une lecture après."""

RAPPELS_AVANT_INSISTANCE = 2
ATTENTE_PAR_SECONDE = 30
"""L'horloge de ce qui dort, en secondes pour une seconde de calcul permise : très au-delà d'une machine occupée."""


class TempsDepasse(BaseException):
    """Le code a dépassé le temps permis (dérive de `BaseException` : un `except Exception` ne l'avale pas)."""


def calcul_fait() -> float:
    """Secondes de processeur de ce processus et des processus fils qu'il a attendus."""
    temps = os.times()
    return time.process_time() + temps.children_user + temps.children_system


class Compteur:
    """Le temps de calcul permis au code de l'apprenant, appel après appel (pour un monde).

    limite, utilise : secondes de processeur. Lève `ValueError` si `limite` n'est pas strictement positive.
    """

    def __init__(self, limite: float) -> None:
        if not limite > 0:
            raise ValueError("Le temps permis doit être plus grand que 0 seconde.")
        self.limite, self.utilise = limite, 0.0

    @property
    def depasse(self) -> bool:
        """Vrai aussi pour un appel compilé revenu trop tard de lui-même."""
        return self.utilise > self.limite + RAPPEL_S

    def appeler(self, fonction: Callable[..., Any], *arguments: Any) -> Any:
        """`fonction(*arguments)`, compté. Lève `TempsDepasse` à la limite ; les alarmes d'avant sont remises."""
        debut = calcul_fait()
        reste = max(0.001, self.limite - self.utilise)
        try:
            rendu = _interrompable(fonction, arguments, reste, ATTENTE_PAR_SECONDE * self.limite)
        finally:
            self.utilise += calcul_fait() - debut
        if self.depasse:
            raise TempsDepasse
        return rendu


class _Garde:
    """Ce qui tourne sous la limite : l'alarme ne lève rien ailleurs (en particulier, pas dans le rangement)."""

    def __init__(self, calcul: float) -> None:
        self.cadre: FrameType | None = None
        self.fin = calcul_fait() + calcul
        self.rappels = 0

    def appeler(self, fonction: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
        self.cadre = sys._getframe()
        return fonction(*arguments)

    def contient(self, cadre: FrameType | None) -> bool:
        depart = cadre
        while cadre is not None:
            if cadre is self.cadre:
                return cadre is not depart
            cadre = cadre.f_back
        return False

    def sonner(self, numero: int, cadre: FrameType | None) -> None:
        if numero == signal.SIGPROF and calcul_fait() < self.fin:
            return  # ce minuteur compte par à-coups, et sonne parfois trop tôt : il sonnera de nouveau
        if self.contient(cadre):
            self.rappels += 1
            if self.rappels > RAPPELS_AVANT_INSISTANCE:
                self.insister(cadre)
            raise TempsDepasse

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


def _interrompable(fonction: Callable[..., Any], arguments: tuple[Any, ...], calcul: float, attente: float) -> Any:
    garde = _Garde(calcul)
    if threading.current_thread() is not threading.main_thread():
        return garde.appeler(fonction, arguments)
    traceur = sys.gettrace()
    remettre = []
    try:
        for minuteur, secondes in (("PROF", calcul), ("REAL", attente)):
            remettre.append(_armer(minuteur, secondes, garde.sonner))
        return garde.appeler(fonction, arguments)
    finally:
        sys.settrace(traceur)
        for geste in remettre:
            geste()
        garde.cadre = None


_MINUTEURS: dict[str, tuple[str, Callable[[], float]]] = {
    "PROF": ("SIGPROF", time.process_time),
    "REAL": ("SIGALRM", time.monotonic),
}


def _armer(minuteur: str, secondes: float, sonner: Callable[..., None]) -> Callable[[], None]:
    """Arme un minuteur, s'il existe ici, et rend le geste qui le désarme et remet celui d'avant."""
    signal_nom, lire = _MINUTEURS[minuteur]
    try:
        numero, quoi, poser = getattr(signal, signal_nom), getattr(signal, f"ITIMER_{minuteur}"), signal.setitimer
        ancien = signal.signal(numero, sonner)
        reste, periode = poser(quoi, secondes, RAPPEL_S)
    except (AttributeError, OSError, ValueError):  # ce système n'interrompt pas : le temps sera lu après l'appel
        return lambda: None
    debut = lire()

    def remettre() -> None:
        poser(quoi, 0)
        signal.signal(numero, signal.SIG_DFL if ancien is None else ancien)
        if reste:
            poser(quoi, max(0.001, reste - (lire() - debut)), periode)

    return remettre
