"""Le catalogue factice et un progrès neuf, pour chaque essai du moteur."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from chatmairie.echecs import catalogue
from chatmairie.parcours import progres
from tests.moteur import factice


@pytest.fixture(autouse=True)
def _catalogue_factice(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    for nom, module in factice.modules().items():
        monkeypatch.setitem(sys.modules, nom, module)
    monkeypatch.setattr(catalogue, "PAQUETS", ("essai",))
    monkeypatch.setenv(progres.VARIABLE_FICHIER, str(tmp_path / "progres" / "progression.json"))
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    monkeypatch.delenv("JPY_SESSION_NAME", raising=False)
    monkeypatch.chdir(tmp_path)
    catalogue.tous.cache_clear()
    catalogue.paris.cache_clear()
    yield
    catalogue.tous.cache_clear()
    catalogue.paris.cache_clear()


@pytest.fixture
def dit(capsys: pytest.CaptureFixture[str]):
    """Ce que l'atelier vient de montrer, espaces insécables rendues ordinaires."""

    def lire() -> str:
        return capsys.readouterr().out.replace("\u00a0", " ").replace("\u202f", " ")

    return lire
