"""Les phrases du module 01 qui ne sont pas dans une fiche : chacune se lit, et un programme la dit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from chatmairie.echecs import choix_ia
from chatmairie.echecs.choix_ia.monde import TEXTES
from chatmairie.langue.phrases import trous

PROGRAMMES = "".join(p.read_text(encoding="utf-8") for p in Path(choix_ia.__file__).parent.glob("*.py"))


def _phrases(valeur: Any) -> Iterator[str]:
    if isinstance(valeur, str):
        yield valeur
    else:
        for une in valeur.values() if isinstance(valeur, dict) else valeur:
            yield from _phrases(une)


def test_chaque_phrase_se_lit() -> None:
    for phrase in _phrases(TEXTES):
        trous(phrase)


@pytest.mark.parametrize("partie", ["scenes", "vues", "colonnes", "lignes", "manettes"])
def test_chaque_phrase_est_dite_par_un_programme(partie: str) -> None:
    assert not [nom for nom in TEXTES[partie] if f'"{nom}"' not in PROGRAMMES and f"'{nom}'" not in PROGRAMMES]
