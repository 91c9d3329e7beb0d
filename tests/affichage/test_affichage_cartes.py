"""Les cartes : échappement, texte complet, statut en mots d'abord, phrases qui ne promettent pas trop."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from chatmairie.affichage.cartes import CarteCorrige, CarteIndice, CarteLoi, CartePari, CarteTexte, Encadre, Ensemble
from chatmairie.affichage.erreurs import Explication
from chatmairie.affichage.scenes import Page
from chatmairie.atelier.verdict import CarteErreur, CarteVerdict
from tests.affichage.galerie import HOSTILE, objets, verdict

VIDES = {"br", "img"}


class _Balises(HTMLParser):
    """Vérifie que tout s'ouvre et se ferme, et garde les balises, les attributs et le texte vu."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.pile, self.vues, self.attributs, self.texte, self.mots = [], set(), [], "", set()
        self.feed(source)
        self.close()
        assert not self.pile, f"balises restées ouvertes : {self.pile}"

    def handle_starttag(self, balise, attributs):
        self.vues.add(balise)
        self.attributs += attributs
        if balise not in VIDES:
            self.pile.append(balise)

    def handle_endtag(self, balise):
        assert self.pile and self.pile.pop() == balise, f"</{balise}> inattendu"

    def handle_data(self, texte):
        if "style" not in self.pile:
            self.texte += texte
            self.mots |= set(re.findall(r"\w{3,}", texte))


def lu(objet) -> str:
    return _Balises(objet._repr_html_()).texte


TOUS = objets()
NOMS = [f"{i}-{type(o).__name__}" for i, o in enumerate(TOUS)]


@pytest.mark.parametrize("objet", TOUS, ids=NOMS)
def test_html_bien_forme_en_francais_sans_script_ni_titre(objet):
    page = _Balises(objet._repr_html_())
    assert ("lang", "fr") in page.attributs
    interdites = {"script", "iframe", "object", "h1", "h2", "h3", "h4", "h5", "h6"}
    if isinstance(objet, Page):  # un cadre isolé, sans script ni navigation
        interdites.remove("iframe")
        assert ("sandbox", "") in page.attributs
    assert not page.vues & interdites
    assert not [a for a, _ in page.attributs if a.startswith("on") or a == "id"]
    assert all(v.startswith("data:image/png") for a, v in page.attributs if a == "src")


@pytest.mark.parametrize("objet", TOUS, ids=NOMS)
def test_le_texte_dit_tout_ce_que_dit_le_html(objet):
    """Chaque mot du HTML se retrouve dans le texte (hors intitulés propres à la page)."""
    texte = repr(objet)
    assert "<object at" not in texte and "<div" not in texte and str(objet) == texte
    propres_a_la_page = set(re.findall(r"\w+", "Les chiffres en tableau. Un point : 1 personne"))
    manquants = _Balises(objet._repr_html_()).mots - set(re.findall(r"\w{3,}", texte)) - propres_a_la_page
    assert not manquants


@pytest.mark.parametrize("objet", TOUS, ids=NOMS)
def test_deux_rendus_donnent_les_memes_octets(objet):
    assert objet._repr_html_() == objet._repr_html_()
    assert repr(objet) == repr(objet)


@pytest.mark.parametrize(
    "objet",
    [
        CarteTexte(HOSTILE, HOSTILE, HOSTILE),
        CartePari(HOSTILE, {HOSTILE: HOSTILE}),
        CartePari(HOSTILE, None, HOSTILE),
        CarteIndice(1, HOSTILE, 2),
        CarteCorrige(
            HOSTILE, [HOSTILE, {"titre": HOSTILE, "code": HOSTILE, "commentaire": HOSTILE}], {"idee": HOSTILE}
        ),
        CarteLoi(HOSTILE, HOSTILE, "https://a.fr/" + HOSTILE, HOSTILE, HOSTILE),
        CarteVerdict(
            verdict(avis=(HOSTILE,)), HOSTILE, 3, "noter", HOSTILE, {"a": HOSTILE}, libelles={"forme": HOSTILE}
        ),
        CarteErreur(HOSTILE, Explication(HOSTILE, HOSTILE, HOSTILE, 3, HOSTILE, HOSTILE, HOSTILE), HOSTILE, 2.0),
        Encadre(HOSTILE, HOSTILE, CarteTexte(HOSTILE, HOSTILE)),
    ],
    ids=lambda o: type(o).__name__,
)
def test_rien_de_ce_qui_est_ecrit_n_est_interprete(objet):
    page = _Balises(objet._repr_html_())
    assert not page.vues & {"script", "img"}
    assert not [a for a, _ in page.attributs if a.startswith("on")]
    assert "<script>" in page.texte, "le texte hostile reste lisible, tel quel"
    assert "\x1b" not in repr(objet) and "\x1b" not in objet._repr_html_()
    assert "mathjax_ignore" in objet._repr_html_() and "tex2jax_ignore" in objet._repr_html_()


def test_corps_en_paragraphes_listes_et_code():
    html = CarteTexte("T", "Un\ndeux\n\n- a\n- b\n3. c\n4. d\n`x\n  y`\n```python\nz < 1\n```")._repr_html_()
    for morceau in (
        "<p>Un<br>deux</p>",
        "<ul><li>a</li><li>b</li></ul>",
        '<ol start="3"><li>c</li><li>d</li></ol>',
        "<pre><code>x\n  y</code></pre>",
        "<pre><code>z &lt; 1</code></pre>",
    ):
        assert morceau in html


# --- verdict --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("statut", "mot", "compte"),
    [("non traité", "Non traité", "(0/3)"), ("à revoir", "À revoir", "(1/3)"), ("réussi", "Réussi", "(2/3)")],
)
def test_le_statut_en_mots_vient_en_premier(statut, mot, compte):
    carte = CarteVerdict(verdict(statut), "Décider", 3)
    assert repr(carte).startswith(mot)
    assert lu(carte).startswith(mot)
    assert f"Tests visibles réussis {compte}" in repr(carte)
    assert f"Tests visibles réussis {compte}" in lu(carte)


def test_un_echec_dit_qui_quoi_ou_et_dans_quelles_donnees():
    texte = repr(CarteVerdict(verdict(), "Décider", 3))
    ordre = [
        "À revoir",
        "1\u00a0contrôle sur 3 ne tient pas encore. Un autre sera jugé ensuite.",
        "Léa, 3 ans",
        "93 familles sur 100",
        "Quelle colonne",
        "le monde du cours",
    ]
    places = [texte.index(p) for p in ordre]
    assert places == sorted(places)
    assert "1 sur 3\u00a0points" in texte
    assert "Pas encore examiné (cela dépend de ce qui précède)\u00a0: incomplets" in texte


def test_une_reussite_ne_promet_pas_que_tout_est_juste():
    for caches in (False, True):
        texte = repr(CarteVerdict(verdict("réussi"), "Décider", 2, caches=caches)).lower()
        assert "tout est juste" not in texte and "parfait" not in texte and "bravo" not in texte
    assert "qui pourrait encore être lésé" in repr(CarteVerdict(verdict("réussi"), "Décider", 2))


def test_en_mode_noter_une_phrase_dit_que_ce_n_est_pas_la_note_finale():
    phrase = "le résultat des tests visibles, pas la note finale"
    assert phrase in repr(CarteVerdict(verdict(), "D", 3, "noter"))
    assert phrase not in repr(CarteVerdict(verdict(), "D", 3, "verifier"))
    caches = repr(CarteVerdict(verdict(), "D", 3, "noter", caches=True))
    assert phrase not in caches and "données cachées comprises (1/3)" in caches


def test_libelles_criteres_et_avis():
    v = verdict(avis=("Python a averti.",))
    texte = repr(CarteVerdict(v, "D", 3, criteres=("Équité",), libelles={"forme": "la forme de la réponse"}))
    assert "Ce qui tient déjà\u00a0: la forme de la réponse" in texte
    assert "Critères touchés\u00a0: Équité" in texte
    assert texte.index("Pour information\u00a0: Python a averti.") > texte.index("Ce qui tient déjà")


@pytest.mark.parametrize(
    ("arguments", "erreur"),
    [
        (("pas un verdict", "T", 3), TypeError),
        ((verdict(), "", 3), ValueError),
        ((verdict(), "T", 0), ValueError),
        ((verdict(), "T", 3, "juger"), ValueError),
    ],
)
def test_verdict_absurde_refuse(arguments, erreur):
    with pytest.raises(erreur):
        CarteVerdict(*arguments)


# --- les autres -----------------------------------------------------------------------------------


def test_pari():
    sans = repr(CartePari("Suffira-t-il ?", {"oui": "le jour a disparu", "non": "non"}, None))
    assert '- "oui"\u00a0: le jour a disparu' in sans and "jamais noté" in sans
    assert "Votre prévision\u00a0: le jour a disparu" in repr(CartePari("Q ?", {"oui": "le jour a disparu"}, "oui"))
    assert "12,5 sur 100" in repr(CartePari("Combien ?", None, 12.5))


def test_indice():
    assert "Indice 2 sur 3" in repr(CarteIndice(2, "Regardez.", 1))
    assert "dernier indice" in repr(CarteIndice(3, "Regardez.", 0))
    for n, restants in ((0, 3), (1, -1), (True, 1), ("1", 2)):
        with pytest.raises(ValueError, match="rang"):
            CarteIndice(n, "x", restants)


def test_corrige_accepte_textes_et_tables_et_refuse_le_vide():
    assert "Une solution" in repr(CarteCorrige("T", "a = 1"))
    assert "    a = 1" in repr(CarteCorrige("T", [{"code": "a = 1"}], {"idee": "Retirer le jour.", "effet": "Rien."}))
    with pytest.raises(ValueError, match="au moins une solution"):
        CarteCorrige("T", [])
    with pytest.raises((TypeError, ValueError)):
        CarteCorrige("T", [{"titre": "sans code"}])


def test_loi_refuse_un_lien_qui_execute():
    with pytest.raises(ValueError, match="http"):
        CarteLoi("R.", "P.", "javascript:alert(1)")
    texte = repr(CarteLoi("R.", "P.", "https://a.fr", "Code"))
    assert "La règle\u00a0: R." in texte and "Pour vous\u00a0: P." in texte and "(https://a.fr)" in texte


def test_ensemble_et_cartes_refusent_l_absurde():
    with pytest.raises(ValueError, match="au moins un"):
        Ensemble()
    with pytest.raises(TypeError, match="objets d'affichage"):
        Ensemble("texte")
    with pytest.raises(TypeError, match="corps"):
        CarteTexte("T", 3)
    with pytest.raises(ValueError, match="titre"):
        CarteTexte(" ", "x")
    with pytest.raises(TypeError, match="Explication"):
        CarteErreur("T", "une erreur")


def test_un_encadre_ne_repete_pas_la_feuille_de_style():
    html = Encadre("T", CarteTexte("A", "b"), CarteTexte("C", "d"))._repr_html_()
    assert html.count("<style>") == 1
