"""La copie de l'apprenant : les préprocesseurs de nbgrader, sa configuration, sans carnet de notes."""

from __future__ import annotations

import copy
import logging
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from chatmairie.carnets.sorties import ecrire_texte


class CopieImpossible(ValueError):
    """nbgrader refuse ce carnet ; le message dit ce qu'il lui reproche."""


def preprocesseurs() -> list[type]:
    """Ceux de `nbgrader generate_assignment`, dans son ordre, moins celui qui écrit dans le carnet de notes."""
    from nbgrader.converters import GenerateAssignment
    from nbgrader.preprocessors import SaveCells

    return [p for p in GenerateAssignment.class_traits()["preprocessors"].default() if p is not SaveCells]


def preparer_copie(carnet_source: Any) -> Any:
    """Le carnet distribué : sans solutions, tests cachés, barème ni sorties ; cellules notées verrouillées.

    Ne change pas `carnet_source`. Lève `CopieImpossible` (région non refermée, identifiant en double…).
    """
    import nbformat
    from nbconvert.exporters import NotebookExporter
    from traitlets.config import Config

    from chatmairie.carnets.reglages import config_nbgrader

    config = Config(config_nbgrader())
    config.Exporter.default_preprocessors = []
    exportateur = NotebookExporter(config=config)
    for preprocesseur in preprocesseurs():
        exportateur.register_preprocessor(preprocesseur(config=config, enabled=True), enabled=True)
    with _journal_muet():
        try:
            rendu, _ = exportateur.from_notebook_node(copy.deepcopy(carnet_source))
        except Exception as erreur:
            raise CopieImpossible(f"{type(erreur).__name__} : {erreur}") from erreur
    return nbformat.reads(rendu, as_version=4)


@contextmanager
def _journal_muet():
    """nbgrader écrit ses reproches en anglais dans le journal avant de lever : l'exception suffit."""
    journal = logging.getLogger("traitlets")
    avant, journal.disabled = journal.disabled, True
    try:
        yield
    finally:
        journal.disabled = avant


def octets_de_la_copie(fichier: Path) -> bytes:
    """Les octets du carnet distribué, à partir du `.ipynb` construit. Lève `CopieImpossible`."""
    import nbformat

    try:
        source = nbformat.read(str(fichier), as_version=4)
    except Exception as erreur:
        raise CopieImpossible(f"{fichier} ne se lit pas comme un carnet : {erreur}") from erreur
    try:
        return ecrire_texte(preparer_copie(source)).encode()
    except CopieImpossible as erreur:
        raise CopieImpossible(f"{fichier} : {erreur}") from erreur
