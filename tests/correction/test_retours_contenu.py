"""Le contenu d'un retour, sans nbgrader : ce qui vient d'une copie est relu comme un texte, jamais cru."""

from __future__ import annotations

import re
from typing import Any

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from chatmairie.correction.retours_contenu import (
    NOTE_CHANGEE,
    NOTE_RELEVEE,
    SANS_REPONSE,
    lire_le_compte_rendu,
    lire_les_cases,
    markdown_sur,
    parties_du_retour,
)
from chatmairie.correction.retours_formgrader import (
    EcranDeCorrection,
    html_sur,
    markdown_du_recit,
    markdown_sans_balises,
)


def _meta(grade_id: str, **plus: Any) -> dict[str, Any]:
    base = {
        "grade_id": grade_id,
        "grade": False,
        "solution": False,
        "locked": False,
        "task": False,
        "schema_version": 3,
    }
    return {"nbgrader": base | plus}


def _carnet(compte_rendu: dict[str, Any] | None = None, **note: Any) -> list[Any]:
    sorties = []
    if compte_rendu is not None:
        sorties.append(new_output("display_data", {"text/plain": "carte"}, metadata={"chatmairie": compte_rendu}))
    return [
        new_code_cell("def taux_de_refus(): ...", metadata=_meta("donnees-taux", solution=True)),
        new_code_cell(
            'noter("secret-du-test")', outputs=sorties,
            metadata=_meta("donnees-taux-note", grade=True, points=1.0, **({"score": 0.0} | note)),
        ),
    ]  # fmt: skip


def test_un_compte_rendu_fabrique_ne_donne_ni_points_ni_texte_sans_fin() -> None:
    faux = {
        "exercice": "donnees.taux", "statut": "réussi", "points": 1e9, "reussis": ["x"] * 5000,
        "echecs": [{"phrase": "A" * 100_000, "famille": {"a": 1}}, "pas un échec", None], "erreur": "non",
        "avis": {"a": 1},
    }  # fmt: skip
    (partie,) = parties_du_retour(_carnet(faux))
    assert partie.points == 0.0
    assert len(partie.tient) <= 30 and all(len(m.phrase) < 1500 for m in partie.manques)


def test_un_compte_rendu_d_un_autre_exercice_est_ignore() -> None:
    (partie,) = parties_du_retour(_carnet({"exercice": "donnees.ecarter", "statut": "réussi"}))
    assert partie.etat == "À revoir" and not partie.tient


@pytest.mark.parametrize(
    ("statut", "famille", "erreur", "rang"),
    [("non traité", "", None, 0), ("à revoir", "acceptations", None, 1), ("à revoir", "forme", None, 2),
     ("à revoir", "", {"nom": "KeyError", "phrase": "Une colonne manque."}, 2)],
)  # fmt: skip
def test_l_indice_est_celui_qui_aide_ensuite(statut: str, famille: str, erreur: Any, rang: int) -> None:
    from chatmairie.echecs import catalogue

    echecs = [{"controle": "forme", "famille": famille, "phrase": "Une phrase."}] if famille else []
    (partie,) = parties_du_retour(
        _carnet({"exercice": "donnees.taux", "statut": statut, "echecs": echecs, "erreur": erreur})
    )
    assert partie.indice == catalogue.exercice("donnees.taux").indices[rang]


def test_une_cellule_arretee_avant_le_juge_ne_montre_pas_la_trace() -> None:
    cellules = _carnet()
    cellules[1].outputs = [
        new_output("error", ename="AssertionError", evalue="non", traceback=['assert f(3) == "SECRET-DU-TEST"'])
    ]
    (partie,) = parties_du_retour(cellules)
    assert "SECRET" not in str(partie) and partie.manques[0].phrase == "AssertionError : non"


@pytest.mark.parametrize(
    ("ename", "evalue", "dit"),
    [
        ("StdinNotImplementedError", "raw_input was called", "`input()` ne peut pas servir ici"),
        ("SystemExit", "0", "demande à Python de s'arrêter"),
        ("CelluleSautee", "La réponse de donnees.taux a arrêté Python.", "La réponse de donnees.taux a arrêté Python."),
        ("SyntaxError", "'(' was never closed (123.py, line 2)", "n'a pas son pendant"),
        ("KeyError", "'jour'", "« jour » n'existe pas"),
        ("UnicodeDecodeError", "bof", "ne peut pas traiter"),
        ("ErreurAMoi", "x", "ErreurAMoi : x"),
        ("open", "x", "open : x"),
    ],
)
def test_une_cellule_de_reponse_arretee_dit_pourquoi_et_pas_name_error(ename: str, evalue: str, dit: str) -> None:
    cellules = _carnet()
    cellules[0].outputs = [new_output("error", ename=ename, evalue=evalue, traceback=[])]
    cellules[1].outputs = [new_output("error", ename="NameError", evalue="name 'taux_de_refus' is not defined")]
    (partie,) = parties_du_retour(cellules)
    assert partie.arret and dit in partie.manques[0].phrase and "NameError" not in str(partie)
    assert "Votre cellule de réponse s'est arrêtée" in partie.resume and partie.indice


def test_un_fichier_illisible_ne_montre_ni_erreur_ni_texte_distribue_comme_une_reponse() -> None:
    cellules = _carnet()
    cellules[1].outputs = [new_output("error", ename="NonExecutee", evalue="Le fichier rendu est vide.", traceback=[])]
    (partie,) = parties_du_retour(cellules)
    assert (partie.etat, partie.resume) == ("Non examiné", "Le fichier rendu est vide.")
    assert not partie.manques and not partie.code and not partie.indice


def test_un_exercice_inconnu_du_cours_garde_points_et_sorties() -> None:
    cellules = [
        new_code_cell("1", metadata=_meta("essai-double", solution=True)),
        new_code_cell("2", outputs=[new_output("stream", name="stdout", text="<b>bonjour</b>")],
                      metadata=_meta("essai-double-note", grade=True, points=2.0, score=2.0)),
    ]  # fmt: skip
    (partie,) = parties_du_retour(cellules)
    assert (partie.titre, partie.etat, partie.sortie) == ("essai.double", "Réussi", "<b>bonjour</b>")


def test_la_note_fait_foi_quand_le_compte_rendu_dit_autre_chose() -> None:
    (baisse,) = parties_du_retour(_carnet({"exercice": "donnees.taux", "statut": "réussi"}, score=0.5))
    assert (baisse.etat, baisse.resume) == ("À revoir", NOTE_CHANGEE)
    (relevee,) = parties_du_retour(_carnet({"exercice": "donnees.taux", "statut": "à revoir"}, score=1.0))
    assert (relevee.etat, relevee.resume, relevee.indice) == ("Réussi", NOTE_RELEVEE, "")


# --- question ouverte -------------------------------------------------------------------------------


def _ouverte(commentaire: str, a_lire: bool = False, texte: str = "Madame, Monsieur.") -> Any:
    meta = _meta(
        "donnees-ouverte", grade=True, solution=True, points=3.0, score=1.0, comment=commentaire, a_lire=a_lire
    )
    return parties_du_retour([new_markdown_cell(texte, metadata=meta)])[0]


def test_les_cases_cochees_et_le_commentaire() -> None:
    partie = _ouverte("Cases : 1, 4\nMerci. <script>x</script>")
    assert [coche for coche, _ in partie.cases] == [True, False, False, True, False, False]
    assert partie.commentaire.strip() == "<p>Merci. &lt;script&gt;x&lt;/script&gt;</p>"


def test_une_reponse_pas_encore_lue_ne_montre_aucun_non() -> None:
    partie = _ouverte("Cases : 1", a_lire=True)
    assert partie.points is None and partie.etat == "À lire"
    assert {coche for coche, _ in partie.cases} == {None}


def test_no_response_se_dit_en_francais() -> None:
    partie = _ouverte("No response.")
    assert (partie.etat, partie.resume, partie.commentaire) == ("Non traité", SANS_REPONSE, None)
    assert {coche for coche, _ in partie.cases} == {None}


@pytest.mark.parametrize(
    ("commentaire", "cases", "reste"),
    [
        ("Cases : 1, 2, 4", {1, 2, 4}, ""),
        ("cases: 1 et 6.\nBien.", {1, 6}, "Bien."),
        ("Cases : aucune\n\nRelisez.", set(), "Relisez."),
        ("Case : 3", {3}, ""),
        ("Cases : 7", None, "Cases : 7"),
        ("Trois cases : 1, 2", None, "Trois cases : 1, 2"),
        ("Cases : 1, 2 mais pas 3", None, "Cases : 1, 2 mais pas 3"),
        ("", None, ""),
    ],
)
def test_la_premiere_ligne_du_commentaire_dit_les_cases(commentaire: str, cases: set | None, reste: str) -> None:
    assert lire_les_cases(commentaire) == (cases, reste)


def test_le_markdown_d_un_eleve_est_sans_danger() -> None:
    html = markdown_sur(
        "# T\n<b onclick=x>g</b> [l](javascript:alert(1)) [v](VBScript:x) ![i](http://x/y.png) [ok](https://exemple.fr)\n\n"
        "| a |\n|---|\n| <iframe src=x> |\n\n[r]: data:text/html,x\n[r][r]\n\n```html\n<script>x</script>\n```\n"
    )
    for interdit in ("<b ", "<h1", "<img", "<iframe", "<script", 'href="javascript', 'href="VBScript', 'href="data:'):
        assert interdit.lower() not in html.lower(), interdit
    assert '<a href="https://exemple.fr">ok</a>' in html and "<table>" in html


# --- l'écran de correction --------------------------------------------------------------------------

ATTAQUES = (
    "<script>x</script>", "<img src=x onerror=x>", "<svg onload=x></svg>",
    "<iframe srcdoc='<script>x</script>'></iframe>", "<a href='javascript:x'>a</a>",
    "<a href=' java\tscript:x'>a</a>", "<form action=/formgrader/api><button>x</button></form>",
    "<style>@import 'http://x'</style>", "<link rel=stylesheet href=//x>",
    "<math><mtext><script>x</script></mtext></math>",
    "<div style='background:url(javascript:x)'>a</div>", "<base href=//x>", "<meta http-equiv=refresh content=0>",
    "<details open ontoggle=x>a</details>", "<input autofocus onfocus=x>", "<script", "<img src='http://x/lu.png'>",
)  # fmt: skip
ACTIFS = (
    "<script", "<svg", "<iframe", "javascript:", "<form", "<button", "<style", "<link", "<base", "<meta", "<input",
    "onerror", "onload", "ontoggle", "onfocus", "http://x", "url(",
)  # fmt: skip


@pytest.mark.parametrize("attaque", ATTAQUES)
def test_une_sortie_html_ne_garde_rien_d_actif(attaque: str) -> None:
    propre = html_sur(f"<p>avant</p>{attaque}<p>après</p>").lower()
    assert not [a for a in ACTIFS if a in propre], propre
    assert "avant" in propre


@pytest.mark.parametrize("attaque", ATTAQUES)
def test_une_reponse_ne_garde_aucune_balise(attaque: str) -> None:
    assert "<" not in markdown_sans_balises(f"texte {attaque}")


@pytest.mark.parametrize("nettoyer", [markdown_sans_balises, markdown_du_recit])
@pytest.mark.parametrize(
    "lien",
    [
        "[a](javascript:x)", "[a](javascript&#58;x)", "[a](javascript&amp;#58;x)", "[a]( JaVaScRiPt:x)",
        "[r][r]\n\n[r]: data:x", "[r]\n\n[r]:javascript:x", "![a](http://x/lu.png)", "[a](java&Tab;script:x)",
        "[a\\](javascript:x)", "<javascript:x>",
    ],
)  # fmt: skip
def test_aucun_lien_d_un_eleve_n_est_actif_a_l_ecran(nettoyer: Any, lien: str) -> None:
    """Avec le lecteur Markdown de nbconvert, celui de l'écran de correction."""
    from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

    html = MarkdownWithMath(renderer=IPythonRenderer(escape=False)).render(nettoyer(lien))
    assert not re.search(r'href="(?!https?://)', html) and "<img" not in html, html


def test_les_cartes_du_cours_gardent_leur_style_pas_celui_des_autres() -> None:
    from chatmairie.affichage.cartes import CarteTexte

    carte = CarteTexte("Titre", "Corps")._repr_html_()
    propre = html_sur(carte + "<style>.cm{display:none}</style>")
    assert propre.count("<style>") == 1 and "display:none" not in propre
    assert 'class="cm cm-info' in propre and "Titre" in propre


def test_widgets_scripts_et_images_vectorielles_sont_retires_de_l_ecran() -> None:
    sortie = new_output(
        "display_data",
        {"application/javascript": "x", "image/svg+xml": "<svg onload=x>", "text/plain": "texte",
         "application/vnd.jupyter.widget-view+json": {"model_id": "a"}, "text/html": "<b>g</b><script>x</script>"},
    )  # fmt: skip
    seule = new_output("display_data", {"application/javascript": "x"})
    carnet = new_notebook(cells=[new_code_cell("1", outputs=[sortie, seule])], metadata={"widgets": {"a": 1}})
    propre, _ = EcranDeCorrection().preprocess(carnet, {})
    (gardee,) = propre.cells[0].outputs
    assert set(gardee.data) == {"text/plain", "text/html"} and gardee.data["text/html"] == "<b>g</b> "
    assert "widgets" not in propre.metadata
    nbformat.validate(propre)


def test_les_cases_ne_s_ajoutent_que_dans_le_formgrader() -> None:
    meta = _meta("donnees-ouverte", grade=True, solution=True, points=3.0)
    for resources, presentes in (({}, False), ({"submission_id": "abc"}, True)):
        carnet = new_notebook(cells=[new_markdown_cell("Texte", metadata=meta)])
        propre, _ = EcranDeCorrection().preprocess(carnet, resources)
        assert len(propre.cells) == (2 if presentes else 1)
        assert ("cm-cases" in propre.cells[-1].source) is presentes
        assert propre.cells[-1].source.count('type="checkbox"') == (6 if presentes else 0)
        assert ('href="#cases-donnees-ouverte"' in propre.cells[0].source) is presentes


def test_un_compte_rendu_absent_ou_abime_n_arrete_rien() -> None:
    for sortie in (
        {"metadata": {"chatmairie": 3}},
        {"metadata": []},
        {},
        {"metadata": {"chatmairie": {"exercice": 1}}},
    ):
        assert lire_le_compte_rendu({"outputs": [sortie]}, "donnees.taux") is None
