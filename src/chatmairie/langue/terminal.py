"""Écrire dans un terminal, quel que soit son encodage."""

from __future__ import annotations

import sys


def sortie_sure() -> None:
    """Un caractère que ce terminal (cp850, latin-1…) ne sait pas écrire est remplacé, sans erreur."""
    for flux in (sys.stdout, sys.stderr):
        if hasattr(flux, "reconfigure"):  # un carnet, un tampon ou une fenêtre sans terminal n'en ont pas besoin
            flux.reconfigure(errors="replace")
