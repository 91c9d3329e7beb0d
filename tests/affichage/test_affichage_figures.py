"""Les figures : équivalent texte complet, PNG stable et lisible, entrées refusées, contrastes calculés."""

from __future__ import annotations

import io
import math
import subprocess
import sys

import matplotlib
import pytest

from chatmairie.affichage.figures import Figure, barres, courbe
from chatmairie.affichage.style import CLAIR, MOTIFS, SERIES, SOMBRE, contraste
from tests.affichage.galerie import figures

DONNEES = {"lundi": 3.0, "mercredi": 97.0}


def _barres(valeurs=DONNEES, **options):
    return barres(valeurs, titre="Refus à tort", resume="Le mercredi, 97 sur 100.", **options)


def _courbe(x=(1, 2, 3), series=None, **options):
    series = {"a": [1, 2, 3]} if series is None else series
    return courbe(x, series, titre="T", resume="R.", etiquette_x="Année", etiquette_y="Taux", **options)


def test_png_stable_sans_logiciel_ni_date():
    un, deux = _barres().png(), _barres().png()
    assert un == deux and un.startswith(b"\x89PNG")
    assert b"tEXt" not in un and b"tIME" not in un
    assert _barres({"lundi": 4.0, "mercredi": 97.0}).png() != un, "d'autres données donnent une autre image"


def test_dessiner_ne_derange_ni_pyplot_ni_les_reglages():
    avant = dict(matplotlib.rcParams)
    _barres().png()
    assert dict(matplotlib.rcParams) == avant


def test_figure_html_alternative_legende_et_tableau_ouvert():
    html = _barres()._repr_html_()
    assert '<img alt="Le mercredi, 97 sur 100." src="data:image/png;base64,' in html
    assert "<figcaption>Refus à tort</figcaption>" in html and "<details open>" in html and "<caption>" in html


def test_le_texte_donne_titre_resume_et_chaque_chiffre():
    texte = repr(_barres({"avant": DONNEES, "après": {"lundi": 2, "mercredi": 2.5}}, prevision={"mercredi": 30}))
    for mot in (
        "Refus à tort",
        "Le mercredi, 97 sur 100.",
        "97",
        "2,5",
        "votre prévision (sur 100)",
        "30",
        "pas de valeur",
    ):
        assert mot in texte


def test_le_texte_seul_ne_charge_pas_matplotlib():
    code = (
        "import sys; from chatmairie.affichage.figures import barres; f = barres({'a': 1.0}, titre='T', resume='R.'); "
        "repr(f); assert 'matplotlib' not in sys.modules and 'pandas' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("figure", figures(), ids=["barres", "courbe"])
def test_caracteres_d_au_moins_dix_points_et_rien_de_coupe(figure):
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure as Feuille
    from matplotlib.text import Text

    from chatmairie.affichage.figures import _REGLAGES

    with matplotlib.rc_context(_REGLAGES):
        feuille = Feuille(figsize=figure.taille, layout="constrained")
        FigureCanvasAgg(feuille).draw()
        axes = feuille.add_subplot()
        figure.dessiner(axes)
        feuille.canvas.draw()
        vus = [t for t in feuille.findobj(Text) if t.get_text().strip() and t.get_visible()]
        assert min(t.get_fontsize() for t in vus) >= 10
        cadre = feuille.bbox
        for texte in vus:
            boite = texte.get_window_extent()
            assert boite.x0 >= -1 and boite.x1 <= cadre.x1 + 1, f"« {texte.get_text()} » sort de la figure"


def test_les_noms_des_courbes_proches_ne_se_chevauchent_pas():
    from matplotlib.figure import Figure as Feuille

    feuille = Feuille(figsize=(7.2, 3.8), layout="constrained")
    axes = feuille.add_subplot()
    _courbe(series={n: [3.0, 3.0, 3.0 + i / 100] for i, n in enumerate("abcde")}).dessiner(axes)
    feuille.canvas.draw()
    boites = sorted((t.get_window_extent() for t in axes.texts), key=lambda b: b.y0)
    assert len(boites) == 5
    assert all(bas.y1 <= haut.y0 + 1 for bas, haut in zip(boites, boites[1:], strict=False))


def test_extremes_zero_cent_et_une_seule_barre():
    for valeurs in ({"a": 0}, {"a": 100}, {"a": 0, "b": 0}):
        assert _barres(valeurs).png()
        assert _barres(valeurs, unite="familles").png()
    assert _barres({f"groupe {i}": i for i in range(40)}, prevision=50).png()
    assert _courbe(x=["lundi"], series={"a": [0]}).png()
    assert _courbe(series={"a": [None, None, math.nan]}).png()


@pytest.mark.parametrize(
    ("appel", "mot"),
    [
        (lambda: _barres({}), "non vide"),
        (lambda: _barres([1, 2]), "dictionnaire"),
        (lambda: _barres({"a": math.nan}), "nombre fini"),
        (lambda: _barres({"a": -1}), "positif"),
        (lambda: _barres({"a": "97"}), "on attend un nombre"),
        (lambda: _barres({"a": 120}), "moins que la plus grande"),
        (lambda: _barres({"a": 1, "b": {"c": 2}}), "aucune"),
        (lambda: _barres({str(i): {"a": 1} for i in range(6)}), "séries"),
        (lambda: _barres(prevision={"dimanche": 3}), "dimanche"),
        (lambda: _courbe(x=[]), "au moins un point"),
        (lambda: _courbe(series={"a": [1, 2]}), "2 valeurs pour 3"),
        (lambda: _courbe(series={str(i): [1, 2, 3] for i in range(6)}), "Au plus 5"),
        (lambda: _courbe(series={"a": [1, math.inf, 3]}), "infinie"),
        (lambda: Figure("dessin", "T", "R", []), "fonction"),
        (lambda: Figure(print, "T", " ", []), "resume"),
    ],
)
def test_entree_absurde_dite_en_francais(appel, mot):
    with pytest.raises((TypeError, ValueError), match=mot):
        appel()


# --- couleurs -------------------------------------------------------------------------------------


@pytest.mark.parametrize("couleurs", [CLAIR, SOMBRE], ids=["clair", "sombre"])
@pytest.mark.parametrize("nom", ["texte", "doux", "neutre", "info", "reussi", "revoir", "lien"])
def test_contraste_des_textes(couleurs, nom):
    """4,5:1 demandé (WCAG 1.4.3) ; le plus faible mesuré : 6,5 en clair, 7,7 en sombre (« doux » sur « creux »)."""
    assert contraste(couleurs[nom], couleurs["fond"]) >= 4.5
    assert contraste(couleurs[nom], couleurs["creux"]) >= 4.5


@pytest.mark.parametrize("couleurs", [CLAIR, SOMBRE], ids=["clair", "sombre"])
def test_contraste_des_traits_porteurs_de_sens(couleurs):
    assert contraste(couleurs["trait"], couleurs["fond"]) >= 3


def test_contraste_et_distinction_des_series():
    assert all(contraste(c, "#ffffff") >= 4.5 for c in SERIES), "leurs noms sont écrits dans leur couleur"
    assert len(set(SERIES)) == len(set(MOTIFS)) == len(SERIES)


def test_contraste_connu_et_couleur_refusee():
    assert contraste("#000000", "#ffffff") == pytest.approx(21)
    assert contraste("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    for faux in ("rouge", "#12345g", "#fff"):
        with pytest.raises(ValueError, match="couleur"):
            contraste(faux, "#ffffff")


def test_image_lisible():
    from PIL import Image

    image = Image.open(io.BytesIO(_barres().png())).convert("RGB")
    assert image.width >= 700 and len(image.getcolors(1 << 20)) > 10, "la figure n'est pas vide"
