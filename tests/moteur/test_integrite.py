"""Remplacer une fonction du juge ne rapporte rien : la cellule échoue, avec une phrase."""

from __future__ import annotations

import builtins
import json
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd
import pytest

import chatmairie
from chatmairie import atelier, catalogue, donnee_simple, integrite, jugement, montrer
from chatmairie.exercice import Verdict
from tests.moteur.factice import DOUBLER


def mentir(*_args, **_options):
    return None


REMPLACEMENTS = [
    (builtins, "abs"),
    (builtins, "len"),
    (builtins, "sum"),
    (pd.Series, "equals"),
    (pd.Series, "__eq__"),
    (pd.DataFrame, "equals"),
    (json, "dumps"),
    (jugement, "examiner"),
    (jugement, "_verdict"),
    (donnee_simple, "simplifier"),
    (jugement, "juger"),
    (montrer.Points, "__repr__"),
    (Verdict, "__post_init__"),
    (catalogue, "exercice"),
]


@pytest.mark.parametrize(("ou", "nom"), REMPLACEMENTS, ids=lambda v: getattr(v, "__name__", str(v)))
def test_une_fonction_remplacee_est_vue(ou, nom: str, monkeypatch: pytest.MonkeyPatch) -> None:
    integrite.exiger_le_juge_d_origine()
    vu = None
    with monkeypatch.context() as patch:  # rien d'autre ici : pytest lui-même se sert de `len`
        patch.setattr(ou, nom, mentir)
        try:
            integrite.exiger_le_juge_d_origine()
        except integrite.JugeModifie as refus:
            vu = refus
    assert vu is not None and nom in str(vu)
    integrite.exiger_le_juge_d_origine()


def test_un_code_remplace_dans_une_fonction_est_vu(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jugement.examiner, "__code__", mentir.__code__)
    with pytest.raises(integrite.JugeModifie, match="examiner"):
        integrite.exiger_le_juge_d_origine()


def test_des_controles_remplaces_sont_vus() -> None:
    catalogue.tous()
    vrais = DOUBLER.controles
    object.__setattr__(DOUBLER, "controles", vrais[:1])
    try:
        with pytest.raises(integrite.JugeModifie, match="essai.doubler.controles"):
            atelier.noter("essai.doubler", doubler=lambda p: p)
    finally:
        object.__setattr__(DOUBLER, "controles", vrais)
    examiner = vrais[1].examiner
    object.__setattr__(vrais[1], "examiner", mentir)
    try:
        with pytest.raises(integrite.JugeModifie, match="tous_doubles.examiner"):
            atelier.noter("essai.doubler", doubler=lambda p: p)
    finally:
        object.__setattr__(vrais[1], "examiner", examiner)


def test_une_fonction_remplacee_pendant_le_jugement_fait_echouer_la_cellule(
    dit, monkeypatch: pytest.MonkeyPatch
) -> None:
    def tricheur(places):
        monkeypatch.setattr(jugement, "examiner", lambda *_: [])
        return places

    with pytest.raises(integrite.JugeModifie) as refus:
        atelier.noter("essai.doubler", doubler=tricheur, sujets="notation")
    assert "Réussi" not in dit()
    assert refus.value._render_traceback_() == [str(refus.value)]
    assert "Redémarrer le noyau" in str(refus.value)


def test_l_atelier_remplace_ne_prend_pas_la_place_du_vrai(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(atelier, "noter", lambda *_, **__: 2.25)
    from chatmairie import noter

    assert noter is chatmairie._fonctions()["noter"]
    with pytest.raises(integrite.JugeModifie, match="atelier.noter"):
        noter("essai.doubler", doubler=lambda p: p)


def test_un_eleve_qui_redefinit_sum_dans_sa_cellule_n_est_pas_accuse(dit) -> None:
    espace = {"sum": 3, "abs": mentir, "noter": mentir, "sujets": 12}
    exec("def doubler(places):\n    return places * 2\n", espace)
    assert atelier.noter("essai.doubler", doubler=espace["doubler"], sujets="notation") == 2.25


def test_un_affichage_de_tableaux_remplace_n_est_pas_accuse(monkeypatch: pytest.MonkeyPatch) -> None:
    """itables, par exemple, remplace `_repr_html_`, et d'autres extensions ajoutent des méthodes."""
    monkeypatch.setattr(pd.DataFrame, "_repr_html_", mentir)
    monkeypatch.setattr(pd.DataFrame, "methode_ajoutee", mentir, raising=False)
    integrite.exiger_le_juge_d_origine()


LEGER = """
import sys
import chatmairie
from chatmairie import __version__, __all__
lourds = {"pandas", "numpy", "matplotlib", "sklearn", "ipywidgets", "IPython"} & set(sys.modules)
assert not lourds, lourds
from chatmairie import noter, verifier
assert noter.__module__ == "chatmairie.atelier" and set(__all__) <= set(dir(chatmairie))
lourds = {"matplotlib", "sklearn", "ipywidgets", "IPython"} & set(sys.modules)
assert not lourds, lourds
try:
    chatmairie.notter
except AttributeError as erreur:
    assert "notter" in str(erreur)
"""


def test_importer_le_cours_ne_charge_rien_de_lourd() -> None:
    racine = str(Path(chatmairie.__file__).resolve().parents[1])
    fait = subprocess.run(
        [sys.executable, "-c", LEGER],
        env={"PYTHONPATH": racine, "PATH": ""},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert fait.returncode == 0, fait.stderr


def test_le_sceau_ne_coute_presque_rien() -> None:
    debut = time.perf_counter()
    for _ in range(20):
        integrite.exiger_le_juge_d_origine()
    assert (time.perf_counter() - debut) / 20 < 0.02
