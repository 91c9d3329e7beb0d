"""Rien de lourd au chargement : ni matplotlib, ni pandas, ni ipywidgets, ni numpy."""

from __future__ import annotations

import pkgutil
import subprocess
import sys

from chatmairie import affichage

LOURDS = "matplotlib pandas ipywidgets numpy IPython sklearn"


def test_import_leger():
    modules = [f"chatmairie.affichage.{m.name}" for m in pkgutil.iter_modules(affichage.__path__)]
    code = (
        f"import sys, importlib; [importlib.import_module(m) for m in {modules!r}]; "
        f"lourds = [m for m in {LOURDS.split()!r} if m in sys.modules]; assert not lourds, lourds"
    )
    assert len(modules) >= 10
    subprocess.run([sys.executable, "-c", code], check=True)
