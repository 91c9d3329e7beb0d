"""Ce qui laisse quelqu'un dehors, règle par règle : chacune dit qui, et quel critère du RGAA 4.1 elle suit.

Comparé à axe-core 4 dans un vrai navigateur (`tests/design/test_page_axe.py`). Là où ils diffèrent :

- axe accepte `title` ou `placeholder` comme nom d'un champ ; ici non : l'un n'apparaît qu'au survol, l'autre disparaît
  dès que l'on écrit ;
- axe accepte un bouton nommé « ➤ » ; ici non : un dessin ne se prononce pas ;
- axe ne voit pas un `<div onclick>`, un `aria-live="assertive"` partout, un `autofocus` sur une réponse, une largeur
  fixe, un contour de focus retiré, un bouton qui n'envoie rien, une couche d'accessibilité ajoutée de l'extérieur :
  ici, oui ;
- axe connaît tout ARIA, les tableaux, les listes, les couleurs et leur cascade : ici, non. La feuille de style est
  donnée ; un élément, un attribut ou un style que ce juge ne connaît pas est nommé, et refusé (`styles.py`). Une page
  sans défaut ici peut encore en avoir ; des personnes doivent l'essayer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from chatmairie.echecs.design.page.lecture import Page, attribut, lire
from chatmairie.langue.phrases import lire as lire_les_phrases

if TYPE_CHECKING:
    from bs4 import Tag

_DITES = lire_les_phrases(Path(__file__).with_suffix(".yaml"))


@dataclass(frozen=True)
class Defaut:
    """Un défaut : code de la règle, qui reste dehors et comment (une phrase), l'endroit, le critère du RGAA 4.1."""

    code: str
    phrase: str
    ou: str
    critere: str


def defauts(html: str) -> list[Defaut]:
    """Les défauts d'une page entière, au plus un par règle et par élément. Ne lève rien : une page illisible en a."""
    return list(_defauts(html))


@lru_cache(maxsize=32)
def _defauts(html: str) -> tuple[Defaut, ...]:
    page = lire(html)
    return tuple(
        Defaut(code, _DITES[code]["phrase"], _ou(element), _DITES[code]["critere"])
        for code, trouver in REGLES.items()
        for element in trouver(page)
    )


def _ou(element: Tag | str) -> str:
    if isinstance(element, str):
        return element
    ouverture = str(element).split(">", 1)[0] + ">"
    return ouverture if len(ouverture) <= 120 else ouverture[:117] + "…>"


# --- les règles : chacune rend les éléments fautifs, ou une courte phrase quand il manque quelque chose ----

Fautifs = Iterable["Tag | str"]
REGLES: dict[str, Callable[[Page], Fautifs]] = {}
"""Code du défaut -> ce qui le trouve ; ce qui s'en dit est dans `regles.yaml`."""


def regle(trouver: Callable[[Page], Fautifs]) -> Callable[[Page], Fautifs]:
    """Décore une règle : elle porte le code du défaut qu'elle trouve."""
    REGLES[trouver.__name__] = trouver
    return trouver


ROLES = frozenset(
    "alert alertdialog application article banner button cell checkbox columnheader combobox complementary "
    "contentinfo "
    "definition dialog document feed figure form grid gridcell group heading img link list listbox listitem log main "
    "marquee math menu menubar menuitem navigation none note option paragraph presentation progressbar radio "
    "radiogroup "
    "region row rowgroup rowheader search searchbox separator slider spinbutton status switch tab table tablist "
    "tabpanel term textbox timer toolbar tooltip tree treeitem".split()
)
SOURIS = ("onclick", "onmousedown", "ondblclick")
SOUS_LA_MAIN = ("a", "button", "input", "select", "textarea", "summary", "label", "option")

ELEMENTS = frozenset(
    "html head meta title style body main header footer nav section article aside h1 h2 h3 h4 h5 h6 p div span ul ol "
    "li dl dt dd strong b em i small br hr blockquote q cite form fieldset legend label input textarea button select "
    "optgroup option output details summary a img abbr time address figure figcaption code wbr".split()
)
ATTRIBUTS = frozenset(
    "id class lang dir role name type for value href src alt method action placeholder title rows cols maxlength "
    "minlength size required autocomplete charset content http-equiv style tabindex hidden disabled readonly autofocus "
    "novalidate spellcheck inputmode enctype accept-charset datetime open selected checked width height scope colspan "
    "aria-label aria-labelledby aria-describedby aria-errormessage aria-live aria-invalid aria-hidden aria-atomic "
    "aria-relevant aria-required aria-busy aria-current aria-level aria-controls aria-expanded aria-haspopup".split()
)
"""Ce que le juge sait lire. Un autre élément, un autre attribut est nommé, et refusé."""


@regle
def langue(page: Page) -> Fautifs:
    html = page.arbre.find("html")
    if html is None:
        yield "la page n'a pas d'élément <html>"
    elif not re.match(r"fr\b", attribut(html, "lang")):
        yield html


@regle
def titre_de_page(page: Page) -> Fautifs:
    titre = page.arbre.find("title")
    if titre is None or not titre.get_text(strip=True):
        yield titre if titre is not None else "pas de <title> dans l'en-tête"


@regle
def titres(page: Page) -> Fautifs:
    rencontres = list(page.elements("h1", "h2", "h3", "h4", "h5", "h6"))
    if not any(t.name == "h1" and page.texte(t) for t in rencontres):
        yield "aucun titre <h1>"
    niveau = 0
    for titre in rencontres:
        if int(titre.name[1]) > niveau + 1 and niveau:
            yield titre
        niveau = int(titre.name[1])
        if not page.texte(titre):
            yield titre


@regle
def principal(page: Page) -> Fautifs:
    principaux = [e for e in page.elements() if e.name == "main" or attribut(e, "role") == "main"]
    if len(principaux) != 1:
        yield f"{len(principaux)} élément(s) <main>"


def _fenetres(page: Page) -> list[Tag]:
    return page.arbre.select('meta[name="viewport" i]')


def _reglages(meta: Tag) -> str:
    return attribut(meta, "content").replace(" ", "")


@regle
def zoom_interdit(page: Page) -> Fautifs:
    for meta in _fenetres(page):
        maximum = re.search(r"maximum-scale=(\d*\.?\d+)", _reglages(meta))
        bloque = re.search(r"user-scalable=(no|0)", _reglages(meta))
        if bloque or (maximum and float(maximum[1]) < 2):
            yield meta


@regle
def petit_ecran(page: Page) -> Fautifs:
    if not any("width=device-width" in _reglages(meta) for meta in _fenetres(page)):
        yield 'il manque <meta name="viewport" content="width=device-width, initial-scale=1">'


@regle
def ids_en_double(page: Page) -> Fautifs:
    return [e for e in page.arbre.find_all(id=True) if page.par_id[str(e["id"])] is not e]


@regle
def rien_ne_presse(page: Page) -> Fautifs:
    yield from page.arbre.select('meta[http-equiv="refresh" i]')
    yield from page.arbre.select("marquee, blink")
    yield from (m for m in page.elements("audio", "video") if "autoplay" in m.attrs and "muted" not in m.attrs)


@regle
def exterieur(page: Page) -> Fautifs:
    for element in page.arbre.find_all(["script", "iframe", "link", "object", "embed"]):
        adresse = str(element.attrs.get("src") or element.attrs.get("href") or element.attrs.get("data") or "")
        if re.match(r"(https?:)?//", adresse):
            yield element


@regle
def champ_sans_etiquette(page: Page) -> Fautifs:
    return [champ for champ in page.champs() if not page.nom(champ)]


@regle
def commande_sans_nom(page: Page) -> Fautifs:
    for element in page.elements():
        commande = (
            element.name == "button"
            or attribut(element, "role") in ("button", "link")
            or (element.name == "input" and attribut(element, "type") in ("submit", "button", "reset", "image"))
            or (element.name == "a" and "href" in element.attrs)
        )
        if commande and not page.muet(element) and not re.search(r"\w", page.nom(element)):
            yield element


@regle
def souris_seule(page: Page) -> Fautifs:
    for element in page.elements():
        souris = any(a in SOURIS for a in element.attrs)
        lien_mort = element.name == "a" and "href" not in element.attrs and attribut(element, "role") != "link"
        au_clavier = element.name in SOUS_LA_MAIN and not lien_mort
        joue_un_role = attribut(element, "role") in ("button", "link") and element.name not in SOUS_LA_MAIN
        prevu = "tabindex" in element.attrs and any(str(a).lower().startswith("onkey") for a in element.attrs)
        if ((souris and not au_clavier) or joue_un_role) and not prevu:
            yield element


@regle
def ordre_force(page: Page) -> Fautifs:
    return [e for e in page.elements() if re.fullmatch(r"\+?0*[1-9]\d*", attribut(e, "tabindex").strip())]


@regle
def curseur_deplace(page: Page) -> Fautifs:
    return [e for e in page.elements() if "autofocus" in e.attrs and e not in page.champs()]


@regle
def image_sans_texte(page: Page) -> Fautifs:
    for image in page.elements("img"):
        decoratif = attribut(image, "role") in ("presentation", "none") or attribut(image, "aria-hidden") == "true"
        muette = "alt" not in image.attrs and not page.nom(image) and not decoratif
        if muette or re.search(r"\.(png|jpe?g|gif|svg|webp)$", attribut(image, "alt").strip()):
            yield image
    yield from (e for e in page.elements("svg") if attribut(e, "role") == "img" and not page.nom(e))


@regle
def reponse_non_annoncee(page: Page) -> Fautifs:
    if not any(page.politesse(e) == "polite" and not page.muet(e) for e in page.elements()):
        yield 'aucune région role="log", role="status" ou aria-live="polite"'


COURTE = 200
"""Signes d'une alerte, au plus : une erreur de saisie peut couper la parole, une réponse non (hypothèse du cours)."""


@regle
def coupe_la_parole(page: Page) -> Fautifs:
    erreurs = {id(e) for champ in page.champs() for e in page.explications(champ)}
    for element in page.elements():
        longue, role = len(page.texte(element)) > COURTE, attribut(element, "role")
        if id(element) in erreurs and not longue:
            continue
        if "role" not in element.attrs and not page.texte(element):
            continue  # la place, vide, d'une erreur à venir
        if longue if role == "alert" else attribut(element, "aria-live") == "assertive":
            yield element


@regle
def muet(page: Page) -> Fautifs:
    for element in page.elements():
        if attribut(element, "aria-hidden") == "true":
            prenables = [e for e in element.find_all(SOUS_LA_MAIN) if attribut(e, "tabindex") != "-1"]
            if element.name in SOUS_LA_MAIN or prenables or len(element.get_text(strip=True)) > 20:
                yield element


@regle
def reference_perdue(page: Page) -> Fautifs:
    for element in page.elements():
        for nom in ("aria-labelledby", "aria-describedby", "aria-errormessage"):
            if attribut(element, nom).strip() and not page.references(element, nom):
                yield element
        if element.name == "label" and element.attrs.get("for") and element["for"] not in page.par_id:
            yield element


@regle
def role_inconnu(page: Page) -> Fautifs:
    for element in page.elements():
        roles = attribut(element, "role").split()
        if roles and ROLES.isdisjoint(roles):
            yield element


@regle
def erreur_muette(page: Page) -> Fautifs:
    for champ in page.champs():
        if attribut(champ, "aria-invalid") == "true" and not any(map(page.texte, page.explications(champ))):
            yield champ


@regle
def rien_ne_part(page: Page) -> Fautifs:
    """Un bouton qui envoie, dans le formulaire où l'on écrit : sans lui, la question ne part pas."""
    for formulaire in page.elements("form"):
        boutons = [b for b in page.elements("button", "input") if formulaire in b.parents]
        envoie = any(
            (attribut(b, "type") if "type" in b.attrs else "submit" if b.name == "button" else "")
            in ("submit", "image")
            for b in boutons
        )
        if envoie and any(formulaire in champ.parents for champ in page.champs()):
            return
    yield "aucun formulaire n'a à la fois un champ et un bouton qui l'envoie"


@regle
def element_inconnu(page: Page) -> Fautifs:
    venus_d_ailleurs = {id(e) for e in exterieur(page)}
    for element in page.arbre.find_all(True):
        if element.name not in ELEMENTS and id(element) not in venus_d_ailleurs:
            yield f"<{element.name}>"


@regle
def attribut_inconnu(page: Page) -> Fautifs:
    for element in page.arbre.find_all(True):
        for nom in element.attrs:
            if nom in SOURIS and element.name not in SOUS_LA_MAIN or nom.startswith(("data-", "onkey")):
                continue  # ce qui ne répond qu'à la souris est examiné à part : `souris_seule`
            if nom not in ATTRIBUTS:
                yield f"{nom} (dans <{element.name}>)"


def _styles(page: Page, code: str) -> Iterator[str]:
    return (ecrite for trouve, ecrite in page.styles_refuses if trouve == code)


@regle
def style_inconnu(page: Page) -> Fautifs:
    return _styles(page, "style_inconnu")


@regle
def contraste(page: Page) -> Fautifs:
    return _styles(page, "contraste")


@regle
def lien_invisible(page: Page) -> Fautifs:
    return _styles(page, "lien_invisible")


@regle
def focus_invisible(page: Page) -> Fautifs:
    return _styles(page, "focus_invisible")


@regle
def deborde(page: Page) -> Fautifs:
    yield from _styles(page, "deborde")
    for element in page.elements():
        for nom, largeur in (("width", 320), ("cols", 38), ("size", 38)):
            ecrite = str(element.attrs.get(nom, ""))
            if ecrite.isdigit() and int(ecrite) > largeur and "max-width" not in str(element.attrs.get("style", "")):
                yield element
