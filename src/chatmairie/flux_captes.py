"""Capter ce qu'un code écrit, et remettre ensuite en place tout ce qu'il a pu déplacer.

nbgrader donne 0 à une cellule notée qui écrit sur la sortie d'erreur, quoi qu'elle y écrive :
`sys.stderr` ne suffit pas, il faut aussi `logging`, les avertissements et le descripteur 2.
"""

from __future__ import annotations

import builtins
import contextlib
import io
import logging
import os
import random
import signal
import sys
import tempfile
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np

TAILLE_MAX = 4000
GRAINE_DES_TIRAGES = 2025


class SaisieInterdite(Exception):
    """Le code a appelé `input()`."""


class Tampon(io.StringIO):
    """Un flux borné (le surplus est oublié plutôt que gardé en mémoire), que l'on ne peut pas fermer."""

    def __init__(self, numero: int) -> None:
        super().__init__()
        self._numero = numero

    def write(self, texte: str) -> int:
        if self.tell() < 4 * TAILLE_MAX:
            super().write(str(texte)[: 4 * TAILLE_MAX])
        return len(texte)

    def fileno(self) -> int:
        return self._numero

    def close(self) -> None:
        """Sans effet : le contenu se lit après l'appel."""


@contextmanager
def flux_captes() -> Iterator[tuple[Tampon, Tampon]]:
    """`sys.stdout` et `sys.stderr` remplacés par deux tampons, journaux compris."""
    anciens = sys.stdout, sys.stderr, sys.__stdout__, sys.__stderr__
    tampons = Tampon(1), Tampon(2)
    sys.stdout, sys.stderr = tampons
    try:
        with _journaux_detournes({id(f): t for f, t in zip(anciens, tampons, strict=False)}, tampons):
            yield tampons
    finally:
        sys.stdout, sys.stderr, sys.__stdout__, sys.__stderr__ = anciens


@contextmanager
def _journaux_detournes(vers: dict[int, Tampon], tampons: tuple[Tampon, Tampon]) -> Iterator[None]:
    """Les manieurs qui écrivaient à l'écran écrivent dans les tampons ; à la fin, chacun retrouve son état."""
    etats = {j: (j.handlers[:], j.level, j.propagate, j.disabled) for j in _journaux()}
    seuil = logging.root.manager.disable
    detournes = [
        (h, h.stream) for etat in etats.values() for h in etat[0] if "stream" in vars(h) and id(h.stream) in vers
    ]
    for manieur, ancien in detournes:
        manieur.stream = vers[id(ancien)]
    try:
        yield
    finally:
        for manieur, ancien in detournes:
            manieur.stream = ancien
        for journal in _journaux():
            if journal in etats:
                manieurs, niveau, journal.propagate, journal.disabled = etats[journal]
                journal.handlers[:] = manieurs
                if journal.level != niveau:
                    journal.setLevel(niveau)
            else:
                journal.handlers[:] = [h for h in journal.handlers if getattr(h, "stream", None) not in tampons]
        if logging.root.manager.disable != seuil:
            logging.disable(seuil)


def _journaux() -> list[logging.Logger]:
    return [logging.root, *(j for j in list(logging.root.manager.loggerDict.values()) if isinstance(j, logging.Logger))]


@contextmanager
def descripteur_capte(numero: int) -> Iterator[io.BufferedIOBase | None]:
    """Ce qui s'écrit sur le descripteur `numero` (processus fils compris) va dans un fichier temporaire."""
    _vider()
    try:
        copie = os.dup(numero)
    except OSError:  # descripteur fermé : il n'y a rien à protéger
        yield None
        return
    try:
        tampon = tempfile.TemporaryFile()
    except OSError:  # disque plein : on perd ce texte, pas les points
        tampon = open(os.devnull, "r+b")
    os.dup2(tampon.fileno(), numero)
    try:
        yield tampon
    finally:
        _vider()
        os.dup2(copie, numero)
        os.close(copie)
        tampon.close()


def lire(tampon: io.BufferedIOBase | None) -> str:
    """Le début de ce qui a été capté sur un descripteur."""
    if tampon is None:
        return ""
    _vider()
    os.lseek(tampon.fileno(), 0, os.SEEK_SET)
    return os.read(tampon.fileno(), TAILLE_MAX).decode("utf-8", "replace")


def _vider() -> None:
    for flux in (sys.__stdout__, sys.__stderr__):
        with contextlib.suppress(Exception):  # un flux absent ou fermé n'a rien à écrire
            flux.flush()


@contextmanager
def sans_bruit() -> Iterator[None]:
    """Rien de ce qui tourne ici n'atteint la sortie d'erreur (`sys.stdout` et l'affichage restent)."""
    ancien = sys.stderr
    tampon = Tampon(2)
    with warnings.catch_warnings(), descripteur_capte(2):
        warnings.simplefilter("ignore")
        sys.stderr = tampon
        try:
            with _journaux_detournes({id(ancien): tampon}, (tampon, tampon)):
                yield
        finally:
            sys.stderr = ancien


@contextmanager
def avertissements_captes() -> Iterator[list]:
    with warnings.catch_warnings(record=True) as alertes:
        warnings.simplefilter("default")
        yield alertes


@contextmanager
def saisie_refusee() -> Iterator[None]:
    """`input()` lève `SaisieInterdite` : dans un jugement, personne n'est là pour répondre."""
    ancienne = builtins.input

    def input(*_args: object, **_options: object) -> str:
        raise SaisieInterdite("`input()` ne peut pas servir ici : personne n'est là pour répondre.")

    builtins.input = input
    try:
        yield
    finally:
        builtins.input = ancienne


@contextmanager
def reglages_gardes() -> Iterator[None]:
    """Dossier courant, signaux et profondeur de récursion retrouvent leur valeur d'avant."""
    try:
        dossier = os.getcwd()
    except OSError:
        dossier = None
    profondeur = sys.getrecursionlimit()
    signaux = {}
    if threading.current_thread() is threading.main_thread():
        signaux = {numero: signal.getsignal(numero) for numero in signal.valid_signals()}
    try:
        yield
    finally:
        for numero, manieur in signaux.items():
            if manieur is not None and signal.getsignal(numero) is not manieur:
                signal.signal(numero, manieur)
        sys.setrecursionlimit(profondeur)
        if dossier is not None and os.path.isdir(dossier):
            os.chdir(dossier)


@contextmanager
def hasard_fixe() -> Iterator[None]:
    """Les générateurs globaux partent d'une graine connue : deux jugements du même code disent la même chose."""
    etats = random.getstate(), np.random.get_state()
    random.seed(GRAINE_DES_TIRAGES)
    np.random.seed(GRAINE_DES_TIRAGES)
    try:
        yield
    finally:
        random.setstate(etats[0])
        np.random.set_state(etats[1])
