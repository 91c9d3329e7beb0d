"""Capter ce qu'un code écrit (flux, journaux, avertissements, processus fils), pour le dire une fois dans la carte.

Ce qu'il déplace sans y penser (le dossier courant, `input`…) est remis en place.
"""

from __future__ import annotations

import builtins
import contextlib
import io
import logging
import os
import random
import sys
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

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
    anciens, tampons = (sys.stdout, sys.stderr), (Tampon(1), Tampon(2))
    sys.stdout, sys.stderr = tampons
    _emmener_les_journaux(anciens, tampons)
    try:
        yield tampons
    finally:
        sys.stdout, sys.stderr = anciens
        _emmener_les_journaux(tampons, anciens)


def _emmener_les_journaux(avant: tuple[Any, Any], apres: tuple[Any, Any]) -> None:
    """Un manieur de `logging` garde le flux où il écrit : il suit celui qui le remplace."""
    for journal in (logging.root, *list(logging.root.manager.loggerDict.values())):
        for manieur in getattr(journal, "handlers", ()):
            for ancien, nouveau in zip(avant, apres, strict=True):
                if vars(manieur).get("stream") is ancien:
                    manieur.stream = nouveau
                    break


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
    for flux in filter(None, (sys.__stdout__, sys.__stderr__)):
        with contextlib.suppress(Exception):  # un flux fermé n'a rien à écrire
            flux.flush()


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
    """Dossier courant et profondeur de récursion retrouvent leur valeur d'avant."""
    try:
        dossier = os.getcwd()
    except OSError:
        dossier = None
    profondeur = sys.getrecursionlimit()
    try:
        yield
    finally:
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
