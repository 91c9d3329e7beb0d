"""Ce que tous les essais partagent : progrès isolé, aucun secret, aucun réseau, aucun essai sauté en silence."""

from __future__ import annotations

import ipaddress
import os
import shutil
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tests.patience import PATIENCE_MS

SANS_SAUT = "CHATMAIRIE_SANS_SAUT"
"""« oui » : un essai sauté fait échouer la session (make test, intégration continue)."""


# Les essais de Hypothesis n'ont pas d'heure non plus : ni un exemple lent, ni une machine chargée ne sont des fautes.
settings.register_profile("sans_heure", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("sans_heure")


@pytest.fixture(scope="session", autouse=True)
def _environnement_a_part(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Les essais n'écrivent pas dans le progrès de qui les lance, et ignorent son secret de formateur."""
    with pytest.MonkeyPatch.context() as patch:
        dossier: Path = tmp_path_factory.mktemp("progression")
        patch.setenv("CHATMAIRIE_PROGRESSION", str(dossier / "progression.json"))
        patch.delenv("CHATMAIRIE_SECRET", raising=False)
        # nbgrader appelle `alembic` par son nom, sans activer l'environnement
        patch.setenv("PATH", str(Path(sys.executable).parent), prepend=os.pathsep)
        yield


@pytest.fixture(scope="session", autouse=True)
def _sans_reseau() -> Iterator[None]:
    """Une connexion hors de cette machine est une erreur : le cours n'a pas besoin du réseau."""
    d_origine = socket.socket.connect, socket.socket.connect_ex

    def refuser_au_loin(connexion: socket.socket, adresse: object) -> None:
        if connexion.family in (socket.AF_INET, socket.AF_INET6) and not _est_locale(adresse):
            raise PermissionError(f"Le réseau est fermé pendant les essais (adresse demandée : {adresse}).")

    def connect(connexion: socket.socket, adresse: object) -> None:
        refuser_au_loin(connexion, adresse)
        return d_origine[0](connexion, adresse)

    def connect_ex(connexion: socket.socket, adresse: object) -> int:
        refuser_au_loin(connexion, adresse)
        return d_origine[1](connexion, adresse)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect)
        patch.setattr(socket.socket, "connect_ex", connect_ex)
        yield


def _est_locale(adresse: object) -> bool:
    hote = str(adresse[0]) if isinstance(adresse, tuple) and adresse else ""
    try:
        return ipaddress.ip_address(hote.split("%")[0]).is_loopback
    except ValueError:
        return hote == "localhost"


CHROMIUM = os.environ.get("CHATMAIRIE_CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
OPTIONS_CHROMIUM = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()


@pytest.fixture(scope="session")
def navigateur() -> Iterator[Any]:
    """Un seul Chromium par processus d'essais, pour tout ce qui se regarde. S'il manque, l'essai échoue."""
    from playwright.sync_api import expect, sync_playwright

    if not os.access(CHROMIUM, os.X_OK):
        pytest.fail(f"Chromium est introuvable ({CHROMIUM}) : apt-get install chromium.")
    with sync_playwright() as outil:
        ouvert = outil.chromium.launch(executable_path=CHROMIUM, args=OPTIONS_CHROMIUM)
        expect.set_options(timeout=PATIENCE_MS)
        yield Patient(ouvert)
        ouvert.close()


class Patient:
    """Un navigateur dont chaque page attend ce qu'elle cherche aussi longtemps qu'il le faut."""

    def __init__(self, chromium: Any) -> None:
        self._chromium = chromium

    def new_context(self, **options: Any) -> Any:
        return self._patient(self._chromium.new_context(**options))

    def new_page(self, **options: Any) -> Any:
        return self._patient(self._chromium.new_page(**options))

    def _patient(self, ouvert: Any) -> Any:
        ouvert.set_default_timeout(PATIENCE_MS)
        return ouvert


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    if os.environ.get(SANS_SAUT) != "oui":
        return
    rapporteur = session.config.pluginmanager.get_plugin("terminalreporter")
    sautes = len(rapporteur.stats.get("skipped", [])) if rapporteur else 0
    if sautes and exitstatus == 0:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
        print(f"\n{sautes} essai(s) sauté(s) : ici, tout doit tourner.")
