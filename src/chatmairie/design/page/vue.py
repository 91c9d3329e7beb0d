"""Les règles qui se lisent dans les styles : contrastes, liens, petit écran, texte agrandi."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from chatmairie.design.page.lecture import Page
from chatmairie.design.page.styles import LARGEUR, contraste, longueur

if TYPE_CHECKING:
    from bs4 import Tag

CONTRASTE_MIN, CONTRASTE_MIN_GRAND = 4.5, 3.0
"""Rapports de contraste du texte ordinaire, et du grand texte (24 px, ou 18,66 px en gras) : WCAG 2.1, 1.4.3."""

# --- ce qui se voit --------------------------------------------------------------------------------------


def _porteurs(page: Page) -> Iterator[Tag]:
    for element in page.elements():
        if any(type(n).__name__ == "NavigableString" and str(n).strip() for n in element.children):
            yield element


def contrastes(page: Page) -> Iterator[Tag | str]:
    for element in _porteurs(page):
        if element.name == "option" or "disabled" in element.attrs:
            continue
        if element.name in ("button", "input", "select", "textarea") and not page.styles.valeur(element, "color"):
            continue  # les couleurs du navigateur
        couleur, fond = page.styles.couleur(element), page.styles.fond(element)
        taille = page.styles.taille(element)
        grand = taille >= 24 or (taille >= 18.66 and page.styles.gras(element))
        if fond is None or couleur is None:
            continue  # une image de fond : axe ne tranche pas non plus
        if contraste(couleur, fond) < (CONTRASTE_MIN_GRAND if grand else CONTRASTE_MIN) - 0.005:
            yield element


def liens_invisibles(page: Page) -> Iterator[Tag | str]:
    for lien in page.elements("a"):
        dans_un_texte = (
            lien.parent is not None
            and lien.parent.name in ("p", "li", "dd", "td")
            and any(type(n).__name__ == "NavigableString" and len(str(n).strip()) > 3 for n in lien.parent.children)
        )
        decoration = page.styles.propre(lien, "text-decoration") or page.styles.propre(lien, "text-decoration-line")
        marque = (
            page.styles.propre(lien, "border-bottom") or page.styles.propre(lien, "border") or page.styles.gras(lien)
        )
        if dans_un_texte and decoration.startswith("none") and not marque:
            yield lien


def deborde(page: Page) -> Iterator[Tag | str]:
    for element in page.elements():
        if element.name == "html":
            continue
        taille = page.styles.taille(element)
        ecrites = [page.styles.propre(element, "width"), page.styles.propre(element, "min-width")]
        if element.name in ("img", "table", "td", "textarea", "iframe", "canvas", "video"):
            ecrites.append(str(element.attrs.get("width", "")))
        if element.name in ("textarea", "input") and not ecrites[0]:
            colonnes = str(element.attrs.get("cols") or element.attrs.get("size") or "")
            ecrites.append(f"{int(colonnes) * 8}px" if colonnes.isdigit() else "")
        borne = longueur(page.styles.propre(element, "max-width"), taille)
        for rang, ecrite in enumerate(ecrites):
            pixels = None if ecrite.endswith("%") else longueur(ecrite, taille)
            # max-width l'emporte sur width, jamais sur min-width ; « max-width: 100% » suit l'écran
            suit = rang != 1 and (page.styles.propre(element, "max-width").endswith("%") or (borne or 9999) <= LARGEUR)
            if pixels is not None and pixels > LARGEUR and not suit:
                yield element
                break
        blancs = page.styles.propre(element, "white-space") or ("pre" if element.name == "pre" else "")
        if blancs in ("nowrap", "pre") and len(page.texte(element)) > 40:
            yield element


def coupe_si_grand(page: Page) -> Iterator[Tag | str]:
    for element in page.elements():
        if page.hors_ecran(element):
            continue  # un texte réservé à qui écoute (classe « sr-only ») : il n'y a rien à agrandir
        hauteur = page.styles.propre(element, "height") or page.styles.propre(element, "max-height")
        fixe = re.fullmatch(r"[\d.]+(px|pt|vh|dvh)?", hauteur) and hauteur not in ("0", "100vh", "100dvh")
        cache = "hidden" in (page.styles.propre(element, "overflow") + page.styles.propre(element, "overflow-y"))
        if fixe and (cache or "clip" in page.styles.propre(element, "overflow")) and page.texte(element):
            yield element
        elif page.styles.propre(element, "-webkit-line-clamp") or (
            page.styles.propre(element, "text-overflow") == "ellipsis" and cache and len(page.texte(element)) > 40
        ):
            yield element


def minuscule(page: Page) -> Iterator[Tag | str]:
    for element in _porteurs(page):
        if page.styles.taille(element) < 12 and len(page.texte(element)) > 3:
            yield element
