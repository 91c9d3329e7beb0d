"""Les règles qui se lisent dans la structure : la page, ce qui se commande, ce qui s'entend.

Chaque règle reçoit une page et rend les éléments fautifs (ou une courte phrase, quand il manque quelque chose).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from chatmairie.echecs.design.page.lecture import Page

if TYPE_CHECKING:
    from bs4 import Tag

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


# --- la page ------------------------------------------------------------------------------------------


def langue(page: Page) -> Iterator[Tag | str]:
    html = page.arbre.find("html")
    if html is None or not re.match(r"fr\b", str(html.attrs.get("lang", "")).lower()):
        yield html if html is not None else "la page n'a pas d'élément <html>"


def titre_de_page(page: Page) -> Iterator[Tag | str]:
    titre = page.arbre.find("title")
    if titre is None or not titre.get_text(strip=True):
        yield titre if titre is not None else "pas de <title> dans l'en-tête"


def titres(page: Page) -> Iterator[Tag | str]:
    titres = [t for t in page.elements("h1", "h2", "h3", "h4", "h5", "h6")]
    if not any(t.name == "h1" and page.texte(t) for t in titres):
        yield "aucun titre <h1>"
    niveau = 0
    for titre in titres:
        if int(titre.name[1]) > niveau + 1 and niveau:
            yield titre
        niveau = int(titre.name[1])
        if not page.texte(titre):
            yield titre


def principal(page: Page) -> Iterator[Tag | str]:
    principaux = [e for e in page.elements() if e.name == "main" or e.attrs.get("role") == "main"]
    if len(principaux) != 1:
        yield f"{len(principaux)} élément(s) <main>"


def zoom(page: Page) -> Iterator[Tag | str]:
    for meta in page.arbre.find_all("meta", attrs={"name": re.compile("^viewport$", re.I)}):
        contenu = str(meta.attrs.get("content", "")).lower().replace(" ", "")
        maximum = re.search(r"maximum-scale=([\d.]+)", contenu)
        if re.search(r"user-scalable=(no|0)", contenu) or (maximum and float(maximum[1].rstrip(".") or 0) < 2):
            yield meta


def petit_ecran(page: Page) -> Iterator[Tag | str]:
    metas = page.arbre.find_all("meta", attrs={"name": re.compile("^viewport$", re.I)})
    if not any("width=device-width" in str(m.attrs.get("content", "")).lower().replace(" ", "") for m in metas):
        yield 'il manque <meta name="viewport" content="width=device-width, initial-scale=1">'


def ids_en_double(page: Page) -> Iterator[Tag | str]:
    vus: set[str] = set()
    for element in page.arbre.find_all(id=True):
        if (ici := str(element["id"])) in vus:
            yield element
        vus.add(ici)


def attente(page: Page) -> Iterator[Tag | str]:
    yield from page.arbre.find_all("meta", attrs={"http-equiv": re.compile("^refresh$", re.I)})
    yield from page.arbre.find_all(["marquee", "blink"])
    for media in page.elements("audio", "video"):
        if "autoplay" in media.attrs and "muted" not in media.attrs:
            yield media


def exterieur(page: Page) -> Iterator[Tag | str]:
    for element in page.arbre.find_all(["script", "iframe", "link", "object", "embed"]):
        adresse = str(element.attrs.get("src") or element.attrs.get("href") or element.attrs.get("data") or "")
        if re.match(r"(https?:)?//", adresse):
            yield element


def elements_inconnus(page: Page) -> Iterator[Tag | str]:
    for element in page.arbre.find_all(True):
        if element.name not in ELEMENTS and not any(e is element for e in exterieur(page)):
            yield f"<{element.name}>"


def attributs_inconnus(page: Page) -> Iterator[Tag | str]:
    for element in page.arbre.find_all(True):
        for nom in element.attrs:
            if nom in SOURIS and element.name not in SOUS_LA_MAIN or nom.startswith(("data-", "onkey")):
                continue  # ce qui ne répond qu'à la souris est examiné à part : `souris_seule`
            if nom not in ATTRIBUTS:
                yield f"{nom} (dans <{element.name}>)"


def trop_larges(page: Page) -> Iterator[Tag | str]:
    for element in page.elements():
        for nom, largeur in (("width", 320), ("cols", 38), ("size", 38)):
            ecrite = str(element.attrs.get(nom, ""))
            if ecrite.isdigit() and int(ecrite) > largeur and "max-width" not in str(element.attrs.get("style", "")):
                yield element


def envoi(page: Page) -> Iterator[Tag | str]:
    """Un bouton qui envoie, dans le formulaire où l'on écrit : sans lui, la question ne part pas."""
    for formulaire in page.elements("form"):
        ecrit = any(c for c in page.champs() if formulaire in c.parents)
        envoie = any(
            str(b.attrs.get("type", "submit" if b.name == "button" else "")).lower() in ("submit", "image")
            for b in page.elements("button", "input")
            if formulaire in b.parents
        )
        if ecrit and envoie:
            return
    yield "aucun formulaire n'a à la fois un champ et un bouton qui l'envoie"


# --- ce qui se commande --------------------------------------------------------------------------------


def etiquettes(page: Page) -> Iterator[Tag | str]:
    for champ in page.champs():
        if not page.nom(champ):
            yield champ


def noms(page: Page) -> Iterator[Tag | str]:
    for element in page.elements():
        role = str(element.attrs.get("role", "")).lower()
        bouton = (
            element.name == "button"
            or role in ("button", "link")
            or (
                element.name == "input"
                and str(element.attrs.get("type", "")).lower() in ("submit", "button", "reset", "image")
            )
        )
        commande = bouton or (element.name == "a" and "href" in element.attrs)
        if commande and not page.muet(element) and not re.search(r"\w", page.nom(element)):
            yield element


def souris_seule(page: Page) -> Iterator[Tag | str]:
    for element in page.elements():
        souris = any(a in SOURIS for a in element.attrs)
        lien_mort = element.name == "a" and "href" not in element.attrs and element.attrs.get("role") != "link"
        au_clavier = element.name in SOUS_LA_MAIN and not lien_mort
        joue_un_role = (
            str(element.attrs.get("role", "")).lower() in ("button", "link") and element.name not in SOUS_LA_MAIN
        )
        prevu = "tabindex" in element.attrs and any(str(a).lower().startswith("onkey") for a in element.attrs)
        if (souris and not au_clavier and not prevu) or (joue_un_role and not prevu):
            yield element


def ordre_force(page: Page) -> Iterator[Tag | str]:
    for element in page.elements():
        rang = str(element.attrs.get("tabindex", "")).strip()
        if re.fullmatch(r"\+?\d+", rang) and int(rang) > 0:
            yield element


def saut(page: Page) -> Iterator[Tag | str]:
    for element in page.elements():
        if "autofocus" in element.attrs and element not in page.champs():
            yield element


# --- ce qui s'entend -----------------------------------------------------------------------------------


def images(page: Page) -> Iterator[Tag | str]:
    for image in page.elements("img"):
        decoratif = image.attrs.get("role") in ("presentation", "none") or str(image.attrs.get("aria-hidden")) == "true"
        if "alt" not in image.attrs and not page.nom(image) and not decoratif:
            yield image
        elif re.search(r"\.(png|jpe?g|gif|svg|webp)$", str(image.attrs.get("alt", "")).strip().lower()):
            yield image
    for dessin in page.elements("svg"):
        if dessin.attrs.get("role") == "img" and not page.nom(dessin):
            yield dessin


def annoncees(page: Page) -> Iterator[Tag | str]:
    if not any(page.politesse(e) == "polite" and not page.muet(e) for e in page.elements()):
        yield 'aucune région role="log", role="status" ou aria-live="polite"'


def coupe_la_parole(page: Page) -> Iterator[Tag | str]:
    erreurs = {
        id(e) for c in page.champs() for a in ("aria-describedby", "aria-errormessage") for e in page.references(c, a)
    }
    for element in page.elements():
        declaree = str(element.attrs.get("aria-live", "")).lower()
        if id(element) in erreurs and len(page.texte(element)) <= 200:
            continue
        if "role" not in element.attrs and not page.texte(element):
            continue  # la place, vide, d'une erreur à venir
        # une alerte courte (une erreur de saisie) est permise : c'est la réponse qui ne doit pas couper la parole
        alerte = element.attrs.get("role") == "alert" and len(page.texte(element)) > 200
        if declaree == "assertive" and not (element.attrs.get("role") == "alert" and not alerte) or alerte:
            yield element


def muets(page: Page) -> Iterator[Tag | str]:
    for element in page.elements():
        if str(element.attrs.get("aria-hidden", "")).lower() == "true":
            prenables = [e for e in element.find_all(SOUS_LA_MAIN) if str(e.attrs.get("tabindex")) != "-1"]
            utile = element.name in SOUS_LA_MAIN or prenables
            if utile or len(element.get_text(strip=True)) > 20:
                yield element


def references_perdues(page: Page) -> Iterator[Tag | str]:
    for element in page.elements():
        for attribut in ("aria-labelledby", "aria-describedby", "aria-errormessage"):
            if str(element.attrs.get(attribut, "")).strip() and not page.references(element, attribut):
                yield element
        if element.name == "label" and element.attrs.get("for") and element["for"] not in page.par_id:
            yield element


def roles(page: Page) -> Iterator[Tag | str]:
    for element in page.elements():
        role = str(element.attrs.get("role", "")).lower().split()
        if role and not any(r in ROLES for r in role):
            yield element


def erreur_muette(page: Page) -> Iterator[Tag | str]:
    for champ in page.champs():
        if str(champ.attrs.get("aria-invalid", "")).lower() == "true":
            dites = page.references(champ, "aria-describedby") + page.references(champ, "aria-errormessage")
            if not any(page.texte(e) for e in dites):
                yield champ
