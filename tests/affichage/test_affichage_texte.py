"""Les mots et les nombres à la française."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest

from chatmairie.langue.texte import (
    compte,
    en_mots,
    enumerer,
    nombre,
    points,
    pourcent,
    propre,
    score,
    sur_cent,
    typographier,
)

I = "\u00a0"  # noqa: E741 - l'espace insécable, écrite court


@pytest.mark.parametrize(
    ("x", "attendu"),
    [(1.5, "1,5"), (3.0, "3"), (0.25, "0,25"), (1234, "1234"), (12345.6, f"12{I}345,6"), (-2, "−2"), (-0.001, "0"),
     (np.float64(0.5), "0,5"), (np.int64(7), "7"), (math.nan, "non renseigné"), (math.inf, "infini")],
)  # fmt: skip
def test_nombre_a_virgule(x, attendu):
    assert nombre(x) == attendu


@pytest.mark.parametrize("faux", ["3", None, True, [1]])
def test_nombre_refuse_ce_qui_n_en_est_pas_un(faux):
    with pytest.raises(TypeError, match="On attend un nombre"):
        nombre(faux)


def test_points_et_score():
    assert points(1.5) == "1,5"
    assert score(0.0, 1.0) == f"0 sur 1{I}point"
    assert score(1.5, 3.0) == f"1,5 sur 3{I}points"


@pytest.mark.parametrize(
    ("part", "attendu"),
    [(0.27, "27"), (0, "0"), (1, "100"), (0.004, "moins de 1"), (0.995, "plus de 99"), (0.997, "plus de 99"),
     (0.005, "1"), (0.125, "13")],
)  # fmt: skip
def test_une_part_n_est_jamais_arrondie_a_tout_ou_rien(part, attendu):
    assert sur_cent(part) == f"{attendu}{I}sur{I}100"
    assert pourcent(part) == f"{attendu}{I}%"


def test_sur_cent_accorde_le_nom():
    assert sur_cent(0.27, "familles") == f"27{I}familles sur{I}100"
    assert sur_cent(0.01, "familles") == f"1{I}famille sur{I}100"
    assert sur_cent(0.01, ("dossier complet", "dossiers complets")) == f"1{I}dossier complet sur{I}100"
    assert sur_cent(0.01, "refus") == f"1{I}refus sur{I}100"


@pytest.mark.parametrize("faux", [27, -0.1, 1.0001, math.nan])
def test_une_part_hors_de_0_1_est_refusee(faux):
    with pytest.raises(ValueError, match="entre 0 et 1"):
        sur_cent(faux)
    with pytest.raises(ValueError, match="entre 0 et 1"):
        pourcent(faux)


def test_enumerer():
    assert enumerer([]) == ""
    assert enumerer(["a"]) == "a"
    assert enumerer(["a", "b", "c"]) == "a, b et c"
    assert enumerer(("a", "b"), "ou") == "a ou b"
    with pytest.raises(TypeError, match="liste"):
        enumerer("abc")


def test_compte():
    assert [compte(n, "contrôle") for n in (0, 1, 2)] == [f"0{I}contrôle", f"1{I}contrôle", f"2{I}contrôles"]


def test_typographier_pose_les_insecables_sans_toucher_au_code():
    assert typographier("Quoi ? « oui » : 3 % ; non !") == f"Quoi{I}? «{I}oui{I}»{I}: 3{I}%{I}; non{I}!"
    assert typographier("Écrivez `a ? b : c` ici :") == f"Écrivez `a ? b : c` ici{I}:"
    assert typographier("https://exemple.fr/?a=1") == "https://exemple.fr/?a=1"


def test_propre_retire_les_commandes_de_terminal_et_le_sens_force():
    assert propre("a\x1b[31mb\x00c\u202ed\ne") == "a[31mbcd\ne"


def test_en_mots():
    assert en_mots(True) == "oui"
    assert en_mots(np.bool_(False)) == "non"
    assert en_mots(None) == en_mots(pd.NA) == en_mots(float("nan")) == en_mots(pd.NaT) == "non renseigné"
    assert en_mots(["a", 2.5]) == "a et 2,5"
    assert en_mots([]) == "aucun"
