"""Les scènes : un texte complet, tout échappé, aucune requête ; et un jeu qui se joue sans navigateur."""

from __future__ import annotations

import re

import pytest

from chatmairie.affichage import dessins
from chatmairie.affichage.cartes import CarteTexte
from chatmairie.affichage.jouer import JOUER, PASSER, RECOMMENCER, REGARDER, Jeu, Pas, Saisie
from chatmairie.affichage.scenes import (
    ASSISTANT,
    FORMES,
    MOI,
    NOMS_MAX,
    Conversation,
    Ecran,
    Groupe,
    Guichet,
    Lettre,
    Page,
    Personnes,
    Telephone,
)
from chatmairie.affichage.style import feuille
from tests.affichage.galerie import HOSTILE, scenes

CHAQUE = pytest.mark.parametrize("scene", scenes(), ids=lambda s: type(s).__name__)


def nu(html: str) -> str:
    sans_style = re.sub(r"<style>.*?</style>|<iframe.*?</iframe>|<svg.*?</svg>", " ", html, flags=re.DOTALL)
    return re.sub(r"[\s\u00a0]+", " ", re.sub(r"<[^>]+>", " ", sans_style))


@CHAQUE
def test_rien_ne_s_execute_et_rien_n_est_demande_ailleurs(scene) -> None:
    html = scene._repr_html_()
    assert "<script" not in html and not re.search(r"<(?:img|link|object|embed)\b", html)
    assert not re.search(r"\b(?:src|href|poster)=\"(?!data:)", html), "rien ne vient d'ailleurs"
    assert not re.search(r"<[^>]*\son\w+=", re.sub(r'srcdoc="[^"]*"', "", html))


@CHAQUE
def test_le_texte_dit_ce_que_montre_l_image(scene) -> None:
    montre, texte = nu(scene.corps_html()), re.sub(r"[\s\u00a0]+", " ", scene.corps_texte())
    assert len(texte) > 20
    for mot in set(re.findall(r"\w{5,}", montre)) - {"Répond", "point", "points", "moins", "dernier", "groupe"}:
        assert mot in texte, mot


def test_qui_parle_est_dit_en_mots_et_c_est_une_ia() -> None:
    conversation = Conversation([(MOI, "Bonjour ?"), (ASSISTANT, "Salut !"), ("", "On attend.")])
    for vue in (nu(conversation.corps_html()), conversation.corps_texte().replace("\u00a0", " ")):
        assert "Vous : Bonjour" in vue and "ChatMairie (IA) : Salut" in vue and "une IA" in vue


def test_une_page_est_isolee_et_son_titre_la_nomme() -> None:
    html = Page("La page", "<head></head><script>window.top.intrus=1</script>", grossir=200)._repr_html_()
    assert 'sandbox=""' in html and "<script>" not in html and "font-size:200%" in html
    assert 'title="La page"' in html


def _points_dessines(image: Personnes) -> int:
    """Chaque rangée est un trait « M départ, hauteur, H arrivée » : un point tous les douze."""
    rangs = re.findall(r"M6 \d+H([\d.]+)", image.corps_html())
    evides = re.findall(r'<path class="cm-p0" d="([^"]*)"', image.corps_html())
    comptes = [round((float(x) - 6) / 12) + 1 for x in rangs]
    deja = [round((float(x) - 6) / 12) + 1 for d in evides for x in re.findall(r"M6 \d+H([\d.]+)", d)]
    return sum(comptes) - sum(deja)


@pytest.mark.parametrize("nombre", [0, 1, 20, 21, 200])
def test_un_point_est_une_personne(nombre: int) -> None:
    image = Personnes("Qui", "Voici.", [Groupe("Dehors", nombre, "plein")])
    assert _points_dessines(image) == nombre and image.par_point == 1
    assert ("1 personne" in image.corps_html()) or "personnes" in image.corps_html()


def test_au_dela_de_deux_cents_un_point_est_dix_personnes_et_c_est_dit() -> None:
    image = Personnes("Qui", "Voici.", [Groupe("Dehors", 196, "plein"), Groupe("Servies", 7)])
    assert _points_dessines(image) == 20 + 1
    assert "10 personnes" in nu(image.corps_html()) and "196" in image.corps_texte()


def test_deux_groupes_se_distinguent_sans_couleur() -> None:
    css = feuille(scene=True)

    def trait(classe: str) -> str:
        regles = re.findall(rf"\.{classe}\{{([^}}]*)\}}", css)
        return ";".join(r for regle in regles for r in regle.split(";") if not r.startswith("stroke:"))

    dessines = set()
    for forme in FORMES:
        html = Personnes("x", "y", [Groupe("g", 1, forme)]).corps_html()
        dessines.add(tuple(trait(c) for c in re.findall(r'<path class="([^"]*)"', html)))
    assert len(dessines) == len(FORMES)


@pytest.mark.parametrize("mauvais", [-1, 2.5, "3", True])
def test_un_groupe_compte_des_gens(mauvais) -> None:
    with pytest.raises(ValueError, match="nombre de personnes"):
        Groupe("g", mauvais)


def test_au_plus_huit_personnes_sont_nommees() -> None:
    with pytest.raises(ValueError, match="au plus 8"):
        Personnes("x", "y", [Groupe("g", 1)], nommees=[("Léa", "refusée")] * (NOMS_MAX + 1))


def test_chaque_dessin_a_son_texte_et_aucun_n_a_d_identifiant() -> None:
    for dessin in (dessins.couverture(), dessins.guichet(), dessins.telephone_pose(), dessins.pile_de_dossiers(1, 2)):
        assert 'role="img" aria-label="' in dessin and " id=" not in dessin
    assert 'aria-hidden="true"' in dessins.tete_du_chat()


# --- jouer ----------------------------------------------------------------------------------------


def jeu(**options) -> Jeu:
    pas = {
        "un": Pas(CarteTexte("Un", "Tapez le code 12-34."), {"Valider": "deux"}, Saisie("Code", "1234")),
        "deux": Pas(lambda: CarteTexte("Deux", "Bravo."), {"Suite": "trois", "Retour": "un"}),
        "trois": Pas(CarteTexte("Trois", "Fini.")),
    }
    return Jeu("Un jeu", pas, ["un", "deux", "trois"], **options)


def test_on_joue_jusqu_au_bout_puis_on_recommence() -> None:
    un = jeu()
    un.choisir("Valider", "12 34")
    assert un.courant == "deux" and un.boutons == ["Suite", "Retour"]
    un.choisir("Suite")
    assert un.boutons == [RECOMMENCER]
    un.choisir(RECOMMENCER)
    assert un.courant == "un"


@pytest.mark.parametrize("tape", ["1983-11-12", "12/11/1983", " 1983 11 12 "])
def test_une_date_se_tape_dans_le_sens_que_l_on_veut(tape: str) -> None:
    date = Saisie("Date", "1983-11-12")
    assert date.juste(tape) and not date.juste("1983") and not date.juste("")
    assert not Saisie("Nom", "Léa 3").juste("3") and Saisie("Nom", "Léa 3").juste("lea 3")


def test_une_saisie_fausse_ne_mene_nulle_part_et_le_dit() -> None:
    un = jeu()
    un.vue()
    un.choisir("Valider", "9999")
    assert un.courant == "un" and "1234" in un.erreur and 'role="status"' in un._dit.value
    with pytest.raises(ValueError, match="Boutons : Valider"):
        un.choisir("Suite")


def test_le_deroule_ecrit_montre_chaque_pas_et_chaque_geste() -> None:
    un = jeu()
    for vue in (un.corps_texte().replace("\u00a0", " "), nu(un.corps_html())):
        assert [m for m in ("Un", "« Valider »", "Deux", "« Suite »", "Trois") if m not in vue] == []


def test_une_scene_dure_se_joue_se_regarde_ou_se_passe() -> None:
    un = jeu(avertir="C'est dur.", resume="Voici la fin.")
    assert un.boutons == [JOUER, REGARDER, PASSER] and "passer cette scène" in un.corps_texte()
    un.choisir(REGARDER)
    assert "Fini." in un.ici.corps_texte()
    un.choisir(RECOMMENCER)
    un.choisir(PASSER)
    assert "Voici la fin." in un.ici.corps_texte()
    un.choisir(RECOMMENCER)
    un.choisir(JOUER)
    assert un.courant == "un"


def test_un_bouton_qui_ne_mene_nulle_part_est_refuse() -> None:
    with pytest.raises(ValueError, match="introuvable"):
        Jeu("x", {"a": Pas(CarteTexte("A", "b"), {"Aller": "nulle part"})}, ["a"])


def test_le_premier_bouton_garde_sa_place_et_les_autres_se_cachent() -> None:
    un = jeu()
    un.vue()
    premier, second = un._touches
    assert (premier.description, second.layout.display, un._champ.layout.display) == ("Valider", "none", None)
    un._champ.value = "1234"
    premier.click()
    assert (premier.description, second.description, un._champ.layout.display) == ("Suite", "Retour", "none")


def test_ce_qui_est_montre_a_l_instant_n_est_pas_garde_en_memoire() -> None:
    vus = []
    un = Jeu("x", {"a": Pas(lambda: vus.append(1) or CarteTexte("A", "b"))}, ["a"])
    un._repr_mimebundle_()
    assert len(vus) == 2, "une fois pour le déroulé écrit (texte et HTML), une fois pour les boutons"


def test_tout_texte_hostile_reste_du_texte() -> None:
    for objet in (
        Conversation([(HOSTILE, HOSTILE)], HOSTILE, HOSTILE, HOSTILE),
        Ecran(HOSTILE, {HOSTILE: HOSTILE}, HOSTILE),
        Telephone(HOSTILE, HOSTILE, [HOSTILE]),
        Lettre(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE),
        Guichet(HOSTILE, HOSTILE, HOSTILE),
        Personnes(HOSTILE, HOSTILE, [Groupe(HOSTILE, 2)], nommees=[(HOSTILE, HOSTILE)]),
    ):
        assert "<script>" not in objet._repr_html_() and "<img" not in objet._repr_html_()
