"""Ce qui passe entre le correcteur et le processus de l'élève : un encodage fermé et plafonné, dans les deux sens.

Un message est un arbre JSON suivi de blocs d'octets (les colonnes). Dans l'arbre, un scalaire voyage tel quel, un
dictionnaire à clés texte aussi ; tout le reste est une liste qui commence par une balise. `coder` ne lit que le type
réel (`type`) et n'appelle que les méthodes des types de base ; il compare des `id` de types, car une métaclasse peut
redéfinir `==` et `hash`. `decoder` lit des octets hostiles : il ne construit que les types de ses tables, et dépense à
proportion de ce qu'il a reçu. `Canal` porte ces messages sur une prise.
"""

from __future__ import annotations

import math
import select
import socket
import threading
import time
from typing import Any

from chatmairie.correction.encodage_commun import NOYAU, Inconnu, MessageIllisible
from chatmairie.correction.encodage_ecriture import coder
from chatmairie.correction.encodage_lecture import decoder

__all__ = ["Canal", "CanalFerme", "Inconnu", "MessageIllisible", "coder", "decoder"]


class CanalFerme(ConnectionError):
    """Il n'y a plus personne à l'autre bout."""


class Canal:
    """Des valeurs qui vont et viennent sur une prise connectée ; plusieurs fils peuvent envoyer, un seul reçoit.

    codes : comment écrire et lire un message, si ce n'est par l'encodage fermé (entre deux processus de confiance).
    """

    def __init__(
        self, prise: socket.socket, octets_max: int = 96 * 2**20, codes: tuple[Any, Any] = (coder, decoder)
    ) -> None:
        self._prise, self._octets_max, self._recus = prise, octets_max, bytearray()
        self._coder, self._decoder = codes
        prise.setblocking(True)
        self.apres_fork()

    def apres_fork(self) -> None:
        """Dans l'enfant : un verrou neuf, car celui du parent était peut-être pris."""
        self._verrou = threading.Lock()

    def envoyer(self, valeur: Any, secondes: float | None = None) -> None:
        """Envoie une valeur ; si l'autre ne lit pas assez vite, lève `TimeoutError` et ferme (un message est coupé)."""
        corps = self._coder(valeur)
        with self._verrou:
            self._pousser(memoryview(NOYAU.pack(len(corps)) + corps), _echeance(secondes))

    def _pousser(self, reste: memoryview, fin: float | None) -> None:
        while reste:
            try:
                reste = reste[self._prise.send(reste, socket.MSG_DONTWAIT) :]
            except BlockingIOError:
                try:
                    self._attendre(select.POLLOUT, fin)
                except TimeoutError:
                    self.fermer()
                    raise
            except OSError as erreur:
                raise CanalFerme("L'autre processus n'écoute plus.") from erreur

    def recevoir(self, secondes: float | None = None) -> Any:
        """La valeur suivante ; `TimeoutError` si elle n'est pas entière à temps (ce qui est venu est gardé)."""
        fin = _echeance(secondes)
        self._remplir(NOYAU.size, fin)
        (longueur,) = NOYAU.unpack_from(self._recus)
        if longueur > self._octets_max:
            raise MessageIllisible("Un message de l'autre processus annonce une taille démesurée.")
        total = NOYAU.size + longueur
        self._remplir(total, fin)
        corps = bytes(memoryview(self._recus)[NOYAU.size : total])
        del self._recus[:total]
        return self._decoder(corps)

    def _remplir(self, taille: int, fin: float | None) -> None:
        """Reçoit jusqu'à avoir `taille` octets ; rien n'est réservé d'après la taille annoncée."""
        while len(self._recus) < taille:
            try:
                morceau = self._prise.recv(min(taille - len(self._recus), 2**18), socket.MSG_DONTWAIT)
            except BlockingIOError:
                self._attendre(select.POLLIN, fin)
                continue
            except OSError as erreur:
                raise CanalFerme("L'autre processus s'est arrêté.") from erreur
            if not morceau:
                raise CanalFerme("L'autre processus s'est arrêté.")
            self._recus += morceau

    def _attendre(self, evenement: int, fin: float | None) -> None:
        guetteur = select.poll()
        try:
            guetteur.register(self._prise, evenement)
        except ValueError as erreur:
            raise CanalFerme("Ce canal est fermé.") from erreur
        reste = None if fin is None else max(0, math.ceil((fin - time.monotonic()) * 1000))
        if not guetteur.poll(reste):
            raise TimeoutError("L'autre processus n'a pas répondu à temps.")

    def fermer(self) -> None:
        """Ferme la prise ; l'autre bout le voit."""
        self._prise.close()

    def fileno(self) -> int:
        """Le descripteur de la prise, pour `select`."""
        return self._prise.fileno()


def _echeance(secondes: float | None) -> float | None:
    return None if secondes is None else time.monotonic() + secondes
