"""Une classe corrigée par session et par fichier : les essais d'un même fichier la partagent."""

from __future__ import annotations

import pytest

from tests.correction.court import fermer_les_processus


@pytest.fixture(autouse=True)
def _rien_ne_survit():
    yield
    fermer_les_processus()
