"""Le juge d'une page, comparé à axe-core et à un vrai navigateur : accords et désaccords."""

from __future__ import annotations

import pytest

from chatmairie.echecs.design.page import REGLES, annonce, defauts, relie_a_un_champ, texte_lu
from tests.affichage.test_affichage_navigateur import violations
from tests.design.fragments_page import BONNE, FRAGMENTS, Fragment

MESURE_LARGEUR = "document.documentElement.scrollWidth"


def par_nom(fragments):
    return pytest.mark.parametrize("fragment", fragments, ids=lambda f: f.nom)


@par_nom(FRAGMENTS)
def test_le_juge_voit_ce_qui_est_annonce(fragment: Fragment) -> None:
    assert {d.code for d in defauts(fragment.html)} == fragment.ici


def test_chaque_regle_est_eprouvee_et_chaque_defaut_dit_qui_et_ou() -> None:
    vues = {code for f in FRAGMENTS for code in f.ici}
    autres = {
        "ids_en_double": '<p id="e">deux</p>',
        "lien_invisible": '<p>Une phrase avec <a href="#" style="text-decoration:none">un lien</a> dedans.</p>',
    }
    for code, morceau in autres.items():
        assert {d.code for d in defauts(BONNE.replace("</main>", morceau + "</main>"))} == {code}
    assert vues | set(autres) == set(REGLES)
    for defaut in (d for f in FRAGMENTS for d in defauts(f.html)):
        assert defaut.phrase.endswith(".") and defaut.ou and defaut.critere


@pytest.mark.parametrize("absurde", ["", "bonjour", "<", "<html", "<p" * 500, "<style>p{color:</style>", "\0", "<!--"])
def test_une_page_illisible_a_des_defauts_et_ne_leve_rien(absurde: str) -> None:
    assert {"langue", "principal"} <= {d.code for d in defauts(absurde)}


def test_ce_qui_s_entend_n_est_pas_ce_qui_est_ecrit() -> None:
    page = BONNE.replace("<h2>", '<p hidden>caché</p><p aria-hidden="true">muet</p><img src="x" alt="un plan"><h2>')
    entendu = texte_lu(page)
    assert "un plan" in entendu and "avant le 12 mars" in entendu
    assert "caché" not in entendu and "muet" not in entendu and "outline" not in entendu


def test_annonce_et_erreur_se_lisent_sur_le_plus_petit_contenant() -> None:
    assert annonce(BONNE, "avant le 12 mars") == "polite"
    assert annonce(BONNE, "Je suis une IA") == "off"
    assert annonce(BONNE, "ailleurs") == "absent"
    assert relie_a_un_champ(BONNE, "Écrivez votre question avant d'envoyer.")
    assert not relie_a_un_champ(BONNE.replace(' aria-describedby="e"', ""), "Écrivez votre question avant d'envoyer.")


@pytest.mark.navigateur
def test_axe_voit_ce_qui_est_annonce_et_pas_davantage(navigateur) -> None:
    """Chaque désaccord est dans la table : `ici` sans `axe`, et le docstring de `regles.py` dit pourquoi."""
    onglet = navigateur.new_page(viewport={"width": 1000, "height": 900})
    ecarts = {}
    for fragment in FRAGMENTS:
        onglet.set_content(fragment.html)
        trouvees = {v.split(" :")[0] for v in violations(onglet)}
        if trouvees != fragment.axe:
            ecarts[fragment.nom] = (sorted(trouvees), sorted(fragment.axe))
    onglet.close()
    assert not ecarts
    assert len(FRAGMENTS) >= 25 and all(f.ici for f in FRAGMENTS if f.axe)


@pytest.mark.navigateur
def test_a_320_pixels_et_a_200_pour_cent_le_navigateur_est_d_accord(navigateur) -> None:
    """« deborde » : ce que dit le juge se voit dans un vrai navigateur ; un texte coupé, c'est un style refusé."""
    onglet = navigateur.new_page(viewport={"width": 320, "height": 800})
    for fragment in FRAGMENTS:
        onglet.set_content(fragment.html)
        deborde = onglet.evaluate(MESURE_LARGEUR) > 320
        assert deborde == ("deborde" in fragment.ici), fragment.nom
        onglet.add_style_tag(content="html{font-size:200%}")
        coupe = onglet.evaluate(
            "[...document.querySelectorAll('main *')].some(e => getComputedStyle(e).overflowY === 'hidden' "
            "&& e.scrollHeight > e.clientHeight + 2)"
        )
        assert not coupe or "style_inconnu" in fragment.ici, fragment.nom
    onglet.close()
