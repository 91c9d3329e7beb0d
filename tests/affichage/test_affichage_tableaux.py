"""Le tableau : structure, nombres, limite de lignes, texte aligné ou en fiches."""

from __future__ import annotations

import pandas as pd
import pytest

from chatmairie.affichage.tableaux import Tableau
from tests.affichage.galerie import ARCHIVES, HOSTILE, REFUS


def test_vrai_tableau_avec_legende_et_portees():
    html = Tableau(REFUS, "Refus par jour")._repr_html_()
    assert "<caption>Refus par jour</caption>" in html
    assert html.count('scope="col"') == 3 and html.count('scope="row"') == 2
    assert '<th scope="row">lundi</th>' in html
    sans = Tableau(REFUS, "Refus par jour", entete_de_ligne=False)._repr_html_()
    assert 'scope="row"' not in sans


def test_texte_aligne_virgules_et_decimales_communes():
    texte = repr(Tableau([{"Jour": "lundi", "Taux": 0.5}, {"Jour": "mercredi", "Taux": 12.25}], "T"))
    assert texte.splitlines() == ["T", "Jour       Taux", "--------  -----", "lundi      0,50", "mercredi  12,25"]


def test_formats():
    html = Tableau(REFUS, "T", formats={"Refus": "sur_cent"})._repr_html_()
    assert "97\u00a0sur\u00a0100" in html and 'class="cm-n"' in html
    assert "3\u00a0%" in repr(Tableau(REFUS, "T", formats={"Refus": "pourcent"}))
    assert "10234" in repr(Tableau([{"n": 10234}], "T", formats={"n": "brut"}))
    assert "10\u00a0234" in repr(Tableau([{"n": 10234}], "T"))
    assert "n°7" in repr(Tableau([{"n": 7}], "T", formats={"n": lambda n: f"n°{n}"}))


def test_limite_de_lignes_dite_en_une_phrase():
    tableau = Tableau(ARCHIVES, "Archives", max_lignes=18)
    assert len(tableau.lignes) == 18
    assert "… et 12\u00a0autres lignes." in repr(tableau) and "… et 12\u00a0autres lignes." in tableau._repr_html_()
    assert "1\u00a0autre ligne." in repr(Tableau(ARCHIVES, "Archives", max_lignes=29))
    assert "autre ligne" not in repr(Tableau(ARCHIVES, "Archives", max_lignes=None))


def test_un_tableau_large_se_lit_en_fiches_et_defile_au_clavier():
    tableau = Tableau(ARCHIVES, "Archives", max_lignes=2)
    assert "- num_dossier\u00a0: 0\n  prénom\u00a0: " in repr(tableau)
    assert 'tabindex="0"' in tableau._repr_html_()
    assert 'tabindex="0"' not in Tableau(REFUS, "Refus")._repr_html_()


def test_valeurs_manquantes_booleens_et_echappement():
    table = pd.DataFrame({"nom": [HOSTILE, None], "âge": [3, None], "ok": [True, False]})
    html = Tableau(table, HOSTILE, manquant="rien")._repr_html_()
    assert "<script>" not in html and "onerror=&quot;" in html
    assert html.count(">rien<") == 2 and ">oui<" in html and ">non<" in html and ">3<" in html


def test_series_index_nomme_et_index_multiple():
    serie = pd.Series({"lundi": 0.1, "mardi": 0.2}, name="taux").rename_axis("jour")
    assert Tableau(serie, "T").colonnes == ["jour", "taux"]
    par = pd.DataFrame({"jour": ["l", "l"], "age": [3, 4], "n": [1, 2]}).groupby(["jour", "age"]).sum()
    assert Tableau(par, "T").colonnes == ["jour", "age", "n"]
    assert Tableau(pd.DataFrame({"n": [1]}, index=["a"]), "T").colonnes == ["Groupe", "n"]


def test_vide():
    for donnees in ([], pd.DataFrame({"a": []})):
        tableau = Tableau(donnees, "Familles lésées", vide="Personne.")
        assert "Personne." in repr(tableau) and "Personne." in tableau._repr_html_()


def test_les_donnees_ne_sont_pas_modifiees():
    copie = ARCHIVES.copy(deep=True)
    Tableau(ARCHIVES, "T")._repr_html_()
    pd.testing.assert_frame_equal(ARCHIVES, copie)


@pytest.mark.parametrize(
    ("arguments", "options", "mot"),
    [
        (("texte", "T"), {}, "liste de dictionnaires"),
        ((None, "T"), {}, "liste de dictionnaires"),
        (([[1, 2]], "T"), {}, "dictionnaire"),
        (([{}], "T"), {}, "aucune colonne"),
        ((REFUS, ""), {}, "legende"),
        ((REFUS, "T"), {"max_lignes": 0}, "max_lignes"),
        ((REFUS, "T"), {"formats": {"absente": "brut"}}, "absente"),
        ((REFUS, "T"), {"formats": {"Refus": "romain"}}, "romain"),
        ((REFUS, "T"), {"formats": {"Dossiers": "sur_cent"}}, "entre 0 et 1"),
        ((pd.DataFrame([[1, 2]], columns=["a", "a"]), "T"), {}, "même nom"),
    ],
)
def test_entree_absurde_dite_en_francais(arguments, options, mot):
    with pytest.raises((TypeError, ValueError), match=mot):
        Tableau(*arguments, **options)


def test_le_code_d_une_cellule_se_montre_comme_du_code_et_le_reste_s_echappe():
    tableau = Tableau([{"Pari": "retirer `jour_depot` <b>"}], legende="Paris")
    assert '<th scope="row">retirer <code>jour_depot</code> &lt;b&gt;</th>' in tableau._repr_html_()
