"""Les styles d'une page : la feuille de la mairie est donnée, et ce que l'on y ajoute est connu du juge, ou refusé.

Aucune cascade : chaque déclaration doit convenir où qu'elle s'applique. Une couleur de lettres est assez foncée, une
couleur de fond assez claire, pour que n'importe laquelle des premières se lise sur n'importe lequel des seconds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

A_L_OREILLE = "a-l-oreille"
"""La classe de la feuille de la mairie qui retire un texte de l'écran sans le retirer à qui écoute."""

FEUILLE = """body { font: 1rem/1.5 sans-serif; color: #1d1d1d; background: #ffffff; }
main { max-width: 40rem; margin: 0 auto; padding: 1rem; }
input, textarea { font: inherit; width: 100%; box-sizing: border-box; }
:focus-visible { outline: 3px solid #1f4e9c; }
.bulle { background: #eef2f7; padding: 0.5rem; border-radius: 0.5rem; }
.erreur { color: #8b0000; font-weight: bold; }
.a-l-oreille { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
"""
"""La feuille de style de la mairie : donnée, avec ses trois classes."""

FONCEE, CLAIRE = 0.10, 0.625
"""Luminance des lettres, au plus, et des fonds, au moins : le contraste est alors d'au moins 4,5 (WCAG 2.1, 1.4.3)."""

_NOMMEES = {"black": "#000000", "white": "#ffffff", "navy": "#000080", "maroon": "#800000", "darkred": "#8b0000"}
_DISTANCE = r"(?:0|auto|\d*\.?\d+(?:px|em|rem|%))"
_DISTANCES = rf"{_DISTANCE}(?: {_DISTANCE}){{0,3}}"
_GRANDE = r"(?:1(?:\.\d+)?|[2-9](?:\.\d+)?)r?em|1[0-9]\d%|(?:1[6-9]|[2-9]\d)px"
_POLICE = r"[a-z0-9\"', -]+"
_TRAIT = r"(?:0|none|\d+px (?:solid|dashed|double) [#a-z0-9]+)"

PERMISES = {
    "font-family": _POLICE,
    "font": rf"(?:bold )?(?:{_GRANDE})(?:/1\.[2-9]\d*|/2)? {_POLICE}",
    "font-size": _GRANDE,
    "font-weight": r"bold|normal|[4-9]00",
    "font-style": r"italic|normal",
    "line-height": r"1\.[2-9]\d*|2(?:\.\d+)?",
    "text-align": r"left|start|center",
    "max-width": r"\d*\.?\d+(?:px|em|rem|ch|%)|none",
    "width": r"(?:100|[1-9]\d)%|auto",
    "box-sizing": r"border-box|content-box",
    "list-style": r"[a-z]+",
    "list-style-type": r"[a-z]+",
    "border-radius": _DISTANCES,
    "gap": _DISTANCES,
    "display": r"block|flex|grid|inline-block",
    "flex-wrap": r"wrap",
    "flex-direction": r"column",
    "white-space": r"normal|pre-wrap|pre-line",
    "overflow-wrap": r"break-word|anywhere|normal",
    "outline": r"[2-9]px solid #[0-9a-f]+",
    "outline-offset": r"\d+px",
    "border-color": r"[#a-z0-9]+",
    "min-height": _DISTANCE,
    "cursor": r"[a-z-]+",
    "align-items": r"[a-z-]+",
    "justify-content": r"[a-z-]+",
    "text-decoration": r"underline",
    **{f"{boite}{cote}": _DISTANCES for boite in ("margin", "padding") for cote in ("", "-top", "-bottom", "-left",
                                                                                    "-right")},
    **{f"border{cote}": _TRAIT for cote in ("", "-top", "-bottom", "-left", "-right")},
}  # fmt: skip
"""Propriété -> les valeurs qui ne laissent personne dehors. Le reste est refusé, et nommé."""

CODES = {
    "width": "deborde", "min-width": "deborde", "white-space": "deborde", "outline": "focus_invisible",
    "outline-style": "focus_invisible", "outline-width": "focus_invisible", "text-decoration": "lien_invisible",
}  # fmt: skip
"""Propriété refusée -> le défaut qu'elle cause, quand on le connaît."""


def declarations(arbre: BeautifulSoup) -> Iterator[tuple[str, str]]:
    """(propriété, valeur) de chaque déclaration de `<style>` et des attributs `style`, où qu'elle s'applique.

    Ce qui n'est pas une déclaration (`@media`, `@import`, un texte mal écrit) est rendu avec une valeur vide.
    """
    import tinycss2

    def lire(noeuds: list) -> Iterator[tuple[str, str]]:
        for noeud in noeuds:
            if noeud.type == "declaration":
                yield noeud.lower_name, tinycss2.serialize(noeud.value).strip().lower()
            elif noeud.type == "qualified-rule":
                yield from lire(tinycss2.parse_blocks_contents(noeud.content, True, True))
            else:
                yield ("@" + noeud.at_keyword if noeud.type == "at-rule" else "un style mal écrit"), ""

    for style in arbre.find_all("style"):
        yield from lire(tinycss2.parse_stylesheet(style.get_text().replace(FEUILLE, ""), True, True))
    for element in arbre.find_all(style=True):
        yield from lire(tinycss2.parse_blocks_contents(str(element["style"]), True, True))


def refusees(arbre: BeautifulSoup) -> Iterator[tuple[str, str]]:
    """(code du défaut, déclaration) de ce que le juge refuse ; `style_inconnu` : il ne sait pas ce que cela fait."""
    for propriete, valeur in declarations(arbre):
        ecrite = f"{propriete}: {valeur}" if valeur else propriete
        if propriete in ("color", "background", "background-color"):
            luminance = _luminance(valeur)
            if luminance is None:
                yield "style_inconnu", ecrite
            elif luminance > FONCEE if propriete == "color" else luminance < CLAIRE:
                yield "contraste", ecrite
        elif not re.fullmatch(PERMISES.get(propriete, "(?!)"), valeur):
            yield CODES.get(propriete, "style_inconnu"), ecrite


def _luminance(couleur: str) -> float | None:
    """La luminance relative (WCAG 2.1) d'une couleur écrite `#rgb`, `#rrggbb` ou par un nom connu ; None sinon."""
    ecrite = _NOMMEES.get(couleur, couleur)
    if re.fullmatch(r"#[0-9a-f]{3}", ecrite):
        ecrite = "#" + "".join(2 * c for c in ecrite[1:])
    if not re.fullmatch(r"#[0-9a-f]{6}", ecrite):
        return None
    canaux = [int(ecrite[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    rouge, vert, bleu = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in canaux)
    return 0.2126 * rouge + 0.7152 * vert + 0.0722 * bleu
