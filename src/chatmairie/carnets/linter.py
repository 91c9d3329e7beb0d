"""Passer toutes les règles sur la source d'un carnet."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from chatmairie.carnets.metadonnees import Catalogue
from chatmairie.carnets.regles import code, exercices, squelette, textes
from chatmairie.carnets.regles.commun import Contexte, Probleme
from chatmairie.carnets.source import CarnetSource, lire_source


def examiner(
    carnet: Path | CarnetSource, catalogue: Catalogue, *, sorties_libres: Mapping[str, int] = code.SORTIES_LIBRES
) -> list[Probleme]:
    """Les règles enfreintes, dans l'ordre du carnet. Lève `SourceIllisible` si la source ne se lit pas."""
    source = carnet if isinstance(carnet, CarnetSource) else lire_source(carnet)
    contexte = Contexte(source, catalogue)
    return [
        *textes.verifier(contexte),
        *squelette.verifier(contexte),
        *code.verifier(contexte, sorties_libres),
        *exercices.verifier(contexte),
    ]
