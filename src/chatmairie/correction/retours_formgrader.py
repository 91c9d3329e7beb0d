"""L'écran de correction (formgrader) : rien d'une copie ne s'y exécute, et une question ouverte se note en six cases.

nbgrader montre les copies sans les assainir, sur la même origine que le serveur du formateur : un script écrit par
un élève agirait avec ses droits. Ce préprocesseur, branché sur l'exporteur HTML (`c.HTMLExporter.preprocessors`),
retire balises actives, scripts et vues de widgets, puis ajoute sous chaque question ouverte les six cases du barème.
Cocher remplit la note et la première ligne du commentaire (« Cases : 1, 2, 4 »), que le retour à l'élève relit. Sans
les cases (autre écran), la même ligne tapée à la main a le même effet.
"""

from __future__ import annotations

import itertools
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from bleach.css_sanitizer import CSSSanitizer
from bleach.sanitizer import Cleaner
from nbconvert.preprocessors import Preprocessor
from nbformat.v4 import new_markdown_cell

from chatmairie.affichage.html import echapper
from chatmairie.affichage.style import feuille
from chatmairie.correction.reconstruction_lecture import en_un_texte
from chatmairie.echecs import catalogue
from chatmairie.juge.exercice import QuestionOuverte, depuis_grade_id

BALISES = frozenset(
    "a abbr b blockquote br caption cite code dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img "
    "ins kbd li mark ol p pre q s samp small span strong sub summary sup table tbody td tfoot th thead tr u ul".split()
)
_ATTRIBUTS_COMMUNS = frozenset("class lang role title colspan rowspan scope open start alt tabindex".split())
_SORTIES_SURES = {"text/plain", "text/latex", "image/png", "image/jpeg", "application/json"}
_FEUILLES = re.compile(r"<style>.*?</style>", re.DOTALL)
_BALISES_A_TAIRE = re.compile(r"<(script|style|template|noscript|iframe|object)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.I)
_LIEN_MARKDOWN = re.compile(r"\]([(\[:])")


def _attribut_permis(balise: str, nom: str, valeur: str) -> bool:
    if balise == "img" and nom == "src":  # une image jointe à la copie, jamais une adresse qui dirait que l'on a lu
        return valeur.startswith(("data:image/png;base64,", "data:image/jpeg;base64,"))
    if balise == "a" and nom == "href":
        return valeur.startswith(("https://", "http://", "mailto:", "#"))
    return nom in _ATTRIBUTS_COMMUNS or nom.startswith("aria-") or nom == "style"


@cache
def _nettoyeur() -> Cleaner:
    styles = CSSSanitizer(allowed_css_properties=["text-align", "font-weight", "width", "color", "background-color"])
    return Cleaner(
        tags=BALISES, attributes=_attribut_permis, protocols={"http", "https", "mailto", "data"}, strip=True,
        strip_comments=True, css_sanitizer=styles,
    )  # fmt: skip


@cache
def _nos_feuilles() -> frozenset[str]:
    return frozenset(feuille(*besoins) for besoins in itertools.product((False, True), repeat=3))


def html_sur(html: str) -> str:
    """Du HTML de sortie sans rien d'actif. Les feuilles de style du cours, mot pour mot, sont gardées."""
    gardees = [f for f in _FEUILLES.findall(html) if f in _nos_feuilles()]
    return "".join(dict.fromkeys(gardees)) + _nettoyeur().clean(_BALISES_A_TAIRE.sub(" ", html))


def markdown_sans_balises(texte: str) -> str:
    """Le Markdown d'un élève, où balises, liens et images se lisent au lieu d'agir."""
    return _sans_liens(texte.replace("&", "&amp;").replace("<", "&lt;"))


def markdown_du_recit(texte: str) -> str:
    """Un texte qui n'est pas une réponse : ses balises inoffensives sont gardées, rien d'actif ne passe."""
    propre = _nettoyeur().clean(_BALISES_A_TAIRE.sub(" ", texte)).replace("&gt;", ">")  # « > » ouvre une citation
    return _sans_liens(propre)


def _sans_liens(texte: str) -> str:
    """Rompt toute écriture de lien. Interdire des protocoles ne suffirait pas : le lecteur décode les entités après."""
    return _LIEN_MARKDOWN.sub(r"] \1", texte)


class EcranDeCorrection(Preprocessor):
    """Assainit une copie avant de la montrer ; ajoute les six cases quand c'est le formgrader qui la montre."""

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        nb.metadata.pop("widgets", None)
        dans_le_formgrader = bool(resources.get("submission_id"))
        a_lire = []
        for cellule in nb.cells:
            meta = cellule.metadata.get("nbgrader", {})
            if cellule.cell_type == "code":
                self._assainir_les_sorties(cellule)
            elif cellule.cell_type == "raw" or meta.get("solution"):
                cellule.source = markdown_sans_balises(cellule.source)
                cellule.pop("attachments", None)
            elif not meta.get("locked"):  # le récit, ou ce qui se donne pour tel
                cellule.source = markdown_du_recit(cellule.source)
            if dans_le_formgrader and meta.get("grade") and meta.get("solution") and cellule.cell_type == "markdown":
                if cases := _cases(meta["grade_id"]):
                    cellule.source += cases
                    a_lire.append(meta["grade_id"])
        if a_lire:
            nb.cells.insert(0, new_markdown_cell(_sommaire(a_lire)))
        return nb, resources

    def _assainir_les_sorties(self, cellule: Any) -> None:
        gardees = []
        for sortie in cellule.outputs:
            donnees = sortie.get("data")
            if donnees is None:
                gardees.append(sortie)
                continue
            for genre in list(donnees):
                if genre == "text/html":
                    donnees[genre] = html_sur(en_un_texte(donnees[genre]))
                elif genre == "text/markdown":
                    donnees[genre] = markdown_sans_balises(en_un_texte(donnees[genre]))
                elif genre not in _SORTIES_SURES:
                    del donnees[genre]
            if donnees:
                gardees.append(sortie)
        cellule.outputs = gardees


def _sommaire(grade_ids: list[str]) -> str:
    """En tête de la copie : un lien par question à lire (un carnet est long, la question est à la fin)."""
    liens = ", ".join(
        f'<a href="#cases-{echapper(g)}">{echapper(catalogue.tous()[depuis_grade_id(g)].titre)}</a>' for g in grade_ids
    )
    return f'<p lang="fr"><strong>À lire dans cette copie :</strong> {liens}</p>'


def _cases(grade_id: str) -> str:
    """Les six cases d'une question ouverte, en HTML de notre main (rien de la copie n'y entre)."""
    question = catalogue.tous().get(depuis_grade_id(grade_id))
    if not isinstance(question, QuestionOuverte):
        return ""
    lignes = "".join(
        f'<li><label><input type="checkbox" value="{rang}"> {rang}. {echapper(phrase)}</label></li>'
        for rang, (phrase, _) in enumerate(question.indicateurs, 1)
    )
    script = (Path(__file__).parent / "gabarits" / "cases.js").read_text(encoding="utf-8")
    # d'une seule ligne par bloc : une ligne vide rendrait la main au Markdown
    return (
        f'\n\n<fieldset class="cm-cases" lang="fr" id="cases-{echapper(grade_id)}" style="scroll-margin-top:50vh" '
        f'data-question="{echapper(grade_id)}"><legend>Les six points '
        f'(0,5 chacun ; {question.mots_max} mots au plus)</legend><ul style="list-style:none;padding-left:0">{lignes}'
        '</ul><button type="button">Aucune case : 0 point</button>'
        f"</fieldset>\n<script>{_sur_une_ligne(script)}({json.dumps(grade_id)});</script>\n"
    )


def _sur_une_ligne(script: str) -> str:
    lignes = (ligne.strip() for ligne in script.splitlines())
    return " ".join(ligne for ligne in lignes if ligne and not ligne.startswith("//"))
