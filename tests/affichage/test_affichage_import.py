"""Rien de lourd au chargement : ni matplotlib, ni pandas, ni ipywidgets, ni numpy."""

from __future__ import annotations

import subprocess
import sys

import pytest

import chatmairie.affichage as affichage

LOURDS = "matplotlib pandas ipywidgets numpy IPython sklearn"


def test_import_leger():
    code = (
        "import sys, chatmairie.affichage as a; "
        "[getattr(a, n) for n in a.__all__]; "
        f"lourds = [m for m in {LOURDS.split()!r} if m in sys.modules]; assert not lourds, lourds"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_tout_ce_qui_est_annonce_existe():
    for nom in affichage.__all__:
        assert getattr(affichage, nom) is not None
    with pytest.raises(AttributeError, match="ne contient pas"):
        _ = affichage.Inconnu
