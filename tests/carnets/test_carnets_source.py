"""Lire une source : cellules, lignes, et phrases quand elle ne se lit pas."""

from __future__ import annotations

import pytest

from chatmairie.carnets.source import SourceIllisible, choisir_les_carnets, lire_source, lire_texte
from tests.carnets.conftest import code, ecrire_carnet, texte


def test_chaque_cellule_connait_sa_ligne(cours):
    carnet = lire_source(cours / "02_essai" / "02_essai.py")
    lignes = carnet.chemin.read_text(encoding="utf-8").split("\n")
    assert len(carnet.cellules) == 17
    for cellule in carnet.cellules:
        assert lignes[cellule.ligne - 1].startswith("# %%")
        assert lignes[cellule.ligne_texte - 1] == cellule.texte.split("\n")[0]


def test_une_marque_dans_une_chaine_n_est_pas_une_cellule(tmp_path):
    source = ecrire_carnet(tmp_path, texte("# Titre"), code('x = """\n# %% pas une cellule\n"""'), code("y = 1"))
    carnet = lire_source(source)
    assert [c.genre for c in carnet.cellules] == ["markdown", "code", "code"]
    assert "pas une cellule" in carnet.cellules[1].texte


def test_les_attributs_sont_lus(cours):
    carnet = lire_source(cours / "02_essai" / "02_essai.py")
    roles = [(c.exercice, c.role) for c in carnet.cellules if c.exercice]
    assert roles == [
        ("essai.compter", "reponse"),
        ("essai.compter", "note"),
        ("essai.seuils", "reponse"),
        ("essai.seuils", "note"),
        ("essai.ouverte", "question"),
        ("essai.ouverte", "ouverte"),
    ]


@pytest.mark.parametrize(
    ("contenu", "mot"),
    [
        ("x = 1\n", "aucune cellule"),
        ("avant = 1\n\n# %%\nx = 1\n", "précéder"),
        ("", "aucune cellule"),
        ('# %% tags="nbval-skip"\nx = 1\n', "attributs d'une ligne"),
    ],
)
def test_une_source_mal_formee_est_refusee(tmp_path, contenu, mot):
    with pytest.raises(SourceIllisible, match=mot):
        lire_texte(contenu, tmp_path / "02_essai.py")


def test_un_fichier_absent_mal_nomme_ou_mal_encode_est_refuse(tmp_path):
    with pytest.raises(SourceIllisible, match="ne peut pas être lu"):
        lire_source(tmp_path / "02_absent.py")
    with pytest.raises(SourceIllisible, match="deux chiffres"):
        lire_source(tmp_path / "Données.py")
    (tmp_path / "02_latin.py").write_bytes("# %%\n# é\n".encode("latin-1"))
    with pytest.raises(SourceIllisible, match="UTF-8"):
        lire_source(tmp_path / "02_latin.py")


def test_choisir_un_carnet_par_son_nom_ou_son_chemin(cours):
    attendu = [cours / "02_essai" / "02_essai.py"]
    assert choisir_les_carnets(cours, []) == attendu
    assert choisir_les_carnets(cours, ["02_essai"]) == attendu
    assert choisir_les_carnets(cours, ["02_essai", str(attendu[0])]) == attendu
    with pytest.raises(SourceIllisible, match="02_essai"):
        choisir_les_carnets(cours, ["03_design"])
    with pytest.raises(SourceIllisible, match="n'existe pas"):
        choisir_les_carnets(cours / "rien", [])
