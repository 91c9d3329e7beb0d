"""Les exercices que plusieurs modules posent, et les paris : leurs fiches se tiennent, toutes leurs phrases servent."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from chatmairie.echecs.commun import personnes, ria31
from chatmairie.langue.phrases import lire

MODULES = ("choix_ia", "donnees", "design", "acte", "campagne")


def _fiche(module: str) -> ria31.Ria31:
    return import_module(f"chatmairie.echecs.{module}.exercices.ria31").RIA31


@pytest.mark.parametrize("module", MODULES)
def test_huit_criteres_sont_enfreints_et_quatre_parlent_d_autre_chose(module: str) -> None:
    fiche = _fiche(module)
    assert (len(fiche.liens), len(fiche.contenu["hors_sujet"]), len(set(fiche.criteres))) == (8, 4, 12)


@pytest.mark.parametrize("module", MODULES)
def test_chaque_lien_se_defend_avec_des_codes_connus(module: str) -> None:
    fiche = _fiche(module)
    vaines, abstraites = set(fiche.contenu["ne_prouve_rien"]), set(fiche.contenu["abstraites"])
    assert vaines <= set(fiche.preuves) and abstraites <= set(fiche.personnes)
    for lien in fiche.liens.values():
        assert lien.phrases and set(lien.phrases) <= set(fiche.phrases)
        assert lien.personnes and set(lien.personnes) <= set(fiche.personnes) - abstraites
        assert lien.preuves and set(lien.preuves) <= set(fiche.preuves) - vaines


@pytest.mark.parametrize("gabarit", (ria31, personnes))
def test_chaque_phrase_d_un_gabarit_est_dite_par_son_programme(gabarit: object) -> None:
    programme = Path(str(gabarit.__file__))
    fiche, source = lire(programme.with_suffix(".yaml")), programme.read_text(encoding="utf-8")
    calcules = {f"{n}_sur_trois" for n in range(3)}
    assert [
        nom for nom in (fiche["torts"].keys() - calcules) | fiche["phrases"].keys() if f'"{nom}"' not in source
    ] == []


@pytest.mark.parametrize("module", ("accueil.paris", *(f"{m}.paris" for m in MODULES), "bilan.paris", "express"))
def test_chaque_phrase_est_dite_par_son_programme(module: str) -> None:
    programme = Path(str(import_module(f"chatmairie.echecs.{module}").__file__))
    noms, source = lire(programme.with_suffix(".yaml"))["phrases"], programme.read_text(encoding="utf-8")
    assert [nom for nom in noms if f'"{nom}"' not in source] == []


def test_chaque_texte_du_bilan_est_dit() -> None:
    paquet = Path(str(import_module("chatmairie.echecs.bilan").__file__)).parent
    source = "".join(f.read_text(encoding="utf-8") for f in paquet.glob("*.py"))
    assert [nom for nom in lire(paquet / "textes.yaml")["phrases"] if f'"{nom}"' not in source] == []
