"""Les cartes : la provenance est sur la carte, en HTML comme en texte, et tout est échappé."""

import html
import re

import pytest

from chatmairie.referentiel.cartes import carte, loi, recommandation


def _texte_du_html(source: str) -> str:
    sans_style = re.sub(r"<style>.*?</style>", "", source, flags=re.DOTALL)
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", sans_style)).replace("\u00a0", " "))


def test_chaque_critere_a_sa_carte_en_texte_et_en_html(referentiel):
    for ident, c in referentiel.criteres.items():
        objet = carte(ident)
        texte, web = repr(objet), _texte_du_html(objet._repr_html_())
        for attendu in (c.enonce, c.argumentaire, c.limites, *c.tests, "Provenance", "Ce n'est pas le texte officiel"):
            nu = re.sub(r"\s+", " ", attendu.replace("\u00a0", " "))
            assert nu in texte.replace("\u00a0", " "), f"{ident} : {attendu}"
            assert nu in web, f"{ident} : {attendu}"


@pytest.mark.parametrize(
    ("ident", "statut"),
    [
        ("STR-2_01", "Énoncé de l'INR, mot pour mot"),
        ("CM-STR-05", "Rapporté par un tiers"),
        ("CM-SOC-01", "Formulation du cours"),
    ],
)
def test_le_statut_se_lit_avant_l_enonce(ident, statut):
    assert repr(carte(ident)).startswith(f"[{statut}]")
    web = _texte_du_html(carte(ident)._repr_html_())
    assert web.index(statut) < web.index("?")


def test_seul_l_enonce_vient_de_ria31_quand_il_en_vient():
    assert "tout ce qui suit est du cours" in repr(carte("STR-2_01"))
    assert "Seul l'énoncé" not in repr(carte("CM-SOC-01"))


def test_la_carte_d_une_recommandation_montre_ses_criteres(referentiel):
    for ident, reco in referentiel.recommandations.items():
        texte = repr(recommandation(ident))
        assert all(c.identifiant in texte for c in reco.criteres)
        assert "Ce n'est pas le texte officiel" in texte


def test_un_theme_rapporte_se_dit_rapporte():
    assert repr(recommandation("CM-R-STR-1")).startswith("[Thème rapporté par un tiers]")
    assert "La taverne du testeur" in repr(recommandation("CM-R-STR-1"))


def test_une_regle_non_relue_ne_se_dit_pas_verifiee():
    assert "Droit vérifié" not in repr(loi("crpa-l114-5"))
    assert "non relue" in repr(loi("crpa-l114-5"))
    assert "Droit vérifié le 22 novembre 2026" in repr(loi("ria-50"))


@pytest.mark.parametrize("appel", [carte, recommandation, loi])
def test_un_identifiant_inconnu_donne_une_phrase(appel):
    with pytest.raises(ValueError, match="ne correspond à aucun"):
        appel("N'IMPORTE-QUOI")
    with pytest.raises(TypeError, match="est un texte"):
        appel(12)


def test_la_casse_et_les_espaces_sont_pardonnes():
    assert repr(carte(" cm-soc-01 ")) == repr(carte("CM-SOC-01"))


def test_le_plus_proche_est_propose():
    with pytest.raises(ValueError, match="CM-UX-01"):
        carte("CM-UX-1")
