"""Un seul navigateur pour tous les essais de l'affichage. S'il manque, ils échouent."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest

OPTIONS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()


@pytest.fixture(scope="session")
def navigateur() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    chemin = os.environ.get("CHATMAIRIE_CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
    with sync_playwright() as outil:
        ouvert = outil.chromium.launch(executable_path=chemin, args=OPTIONS)
        yield ouvert
        ouvert.close()
