"""Les états d'une copie : chacun dit ce qui s'est passé, ce qui a été compté, quoi faire."""

from __future__ import annotations

from pathlib import Path

import pytest
from nbformat.v4 import new_notebook

from chatmairie.correction import __main__ as commandes
from chatmairie.correction.etats import ETATS, ecrire, le_plus_grave, lire


@pytest.mark.parametrize("etat", ETATS.values(), ids=ETATS)
def test_un_etat_se_dit_en_une_phrase_et_un_geste(etat) -> None:
    assert etat.phrase.endswith(".") and len(etat.titre) <= 20
    assert etat.a_faire or etat.gravite == "rien"


def test_le_guide_du_formateur_dit_chaque_etat_et_quoi_faire() -> None:
    guide = (
        (Path(__file__).resolve().parents[2] / "guide" / "formateur.md")
        .read_text(encoding="utf-8")
        .replace("\xa0", " ")
    )
    for etat in ETATS.values():
        assert f"| {etat.titre} | {etat.phrase} | {etat.a_faire or 'Rien.'} |" in guide


def test_l_etat_suit_le_carnet_et_le_plus_grave_reste() -> None:
    carnet = new_notebook()
    assert lire(carnet) == ("", [])
    ecrire(carnet, "remise_en_ordre", ["Une."])
    ecrire(carnet, "delai", ["Une.", "Deux."])
    ecrire(carnet, "corrigee", [])
    assert lire(carnet) == ("delai", ["Une.", "Deux."])
    with pytest.raises(KeyError):
        ecrire(carnet, "parfaite", [])
    assert le_plus_grave([]) == "corrigee"


def test_une_commande_inconnue_dit_celles_qui_existent(capsys: pytest.CaptureFixture[str]) -> None:
    assert commandes.main(["noter"]) == 2
    assert "corriger" in capsys.readouterr().err
    assert commandes.main(["--help"]) == 0


def test_un_dossier_mal_nomme_est_dit_avec_l_eleve_le_plus_proche() -> None:
    from chatmairie.correction.lot import Lot, _hors_de_la_liste

    copies = [("sokna-lemoine", "02_donnees"), ("tom", "02_donnees"), ("zzz", "02_donnees")]
    lot = Lot(None, None, {}, a_faire=copies, inscrits={"sokhna-lemoine", "tom"})
    assert _hors_de_la_liste(lot) == ["« sokna-lemoine » (pour « sokhna-lemoine » ?)", "« zzz »"]
    assert _hors_de_la_liste(Lot(None, Path(), copies)) == [], "personne n'est inscrit : nbgrader inscrit au passage"
