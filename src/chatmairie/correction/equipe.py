"""Corriger beaucoup de copies à la fois : des ouvriers sur cette machine, une copie chacun.

Un ouvrier garde son devoir tant qu'il en reste des copies : les mondes d'un devoir ne sont tirés qu'une fois.
"""

from __future__ import annotations

import queue
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from chatmairie.correction.devoir import Devoir, Rendu
from chatmairie.correction.ouvrier import Ouvrier, OuvrierPerdu

TENTATIVES = 2
Cle = tuple[str, str]
"""(élève, devoir)."""

Preparer = Callable[[Cle], tuple[Devoir, Rendu]]
Fait = tuple[Cle, Rendu | None, dict[str, dict[str, Any]] | Exception]
"""Une copie, ce qui en a été lu, et ce que sa correction a rendu (ou ce qui l'a empêchée)."""


class Equipe:
    """Des ouvriers ; un ouvrier perdu est remplacé, et sa copie redemandée une fois.

    Le premier est lancé tout de suite : `couches` dit ce que tient l'enclos. Lève `EnclosImpossible`, `OuvrierPerdu`.
    """

    def __init__(self, nombre: int, secret: str, reglages: dict[str, Any], duree_max: int, journal: Path) -> None:
        self.nombre, self.secret, self.reglages, self.duree_max = max(1, nombre), secret, reglages, duree_max
        journal.parent.mkdir(parents=True, exist_ok=True)
        self._journal = journal.open("ab")
        self._lances: list[Ouvrier] = []
        self._fini = threading.Event()
        self.couches = self._lancer().couches

    def _lancer(self) -> Ouvrier:
        ouvrier = Ouvrier(self.secret, self.reglages, self._journal)
        self._lances.append(ouvrier)
        return ouvrier

    def corriger(self, cles: Iterable[Cle], preparer: Preparer, pas: float = 0.5) -> Iterator[Fait | None]:
        """Chaque copie quand elle est corrigée, dans le désordre ; `None` de temps en temps (`pas`, en secondes)."""
        files: dict[str, deque[Cle]] = {}
        for cle in cles:
            files.setdefault(cle[1], deque()).append(cle)
        reste = sum(map(len, files.values()))
        self._files, self._verrou = files, threading.Lock()
        self._faits: queue.Queue[Fait] = queue.Queue(2 * self.nombre)
        premiers = [*self._lances, *[None] * self.nombre][: self.nombre]
        self._fils = [threading.Thread(target=self._tourner, args=(preparer, premier)) for premier in premiers]
        for fil in self._fils:
            fil.start()
        while reste:
            try:
                fait = self._faits.get(timeout=pas)
                reste -= 1
                yield fait
            except queue.Empty:
                yield None

    def _suivante(self, devoir: str) -> Cle | None:
        """Une copie du même devoir s'il en reste, sinon de celui où il en reste le plus."""
        with self._verrou:
            restent = {d: f for d, f in self._files.items() if f}
            if not restent or self._fini.is_set():
                return None
            return restent.get(devoir, max(restent.values(), key=len)).popleft()

    def _tourner(self, preparer: Preparer, ouvrier: Ouvrier | None) -> None:
        devoir = ""
        while (cle := self._suivante(devoir)) is not None:
            rendu, devoir = None, cle[1]
            resultat: dict[str, Any] | Exception
            try:
                lu, rendu = preparer(cle)
                ouvrier, resultat = self._une_copie(ouvrier, lu, rendu)
            except Exception as erreur:  # une copie qui ne se prépare pas n'arrête pas la classe
                resultat = erreur
            while not self._fini.is_set():
                with suppress(queue.Full):
                    self._faits.put((cle, rendu, resultat), timeout=1)
                    break

    def _une_copie(self, ouvrier: Ouvrier | None, devoir: Devoir, rendu: Rendu) -> tuple[Ouvrier, dict[str, Any]]:
        for essai in range(TENTATIVES):
            ouvrier = ouvrier if ouvrier is not None and ouvrier.vivant else self._lancer()
            try:
                return ouvrier, ouvrier.corriger(devoir, rendu, self.duree_max)
            except OuvrierPerdu:
                if essai + 1 == TENTATIVES or self._fini.is_set():
                    raise
        raise AssertionError

    def fermer(self) -> None:
        """Arrête les ouvriers, et ce qu'ils exécutent."""
        self._fini.set()
        for ouvrier in list(self._lances):
            ouvrier.processus.kill()
        for fil in getattr(self, "_fils", ()):
            fil.join()
        for ouvrier in self._lances:
            ouvrier.processus.kill()
            ouvrier.fermer()
        self._journal.close()
