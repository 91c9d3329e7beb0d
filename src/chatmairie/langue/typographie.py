"""Poser les espaces insécables du français dans un texte markdown.

Ce qui n'est pas du texte n'est pas touché : code, adresses, balises, formules, lignes d'alignement
des tableaux. Passer deux fois ne change rien de plus.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

INSECABLE = "\u00a0"
_ESPACES = " \u00a0\u202f"
_PREMIER_JETON = 0xE000
_DERNIER_JETON = 0xF8FF

_PROTEGE = re.compile(
    r"(?P<code>(?<!`)(`+)(?!`).+?(?<!`)\2(?!`))"
    r"|<!--.*?-->"
    r"|</?[a-zA-Z][^<>]*>"
    r"|<(?:https?|mailto):[^<>\s]*>"
    r"|\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+\"[^\"]*\")?\)"
    r"|(?:https?|ftp)://[^\s<>)»|]+"
    r"|\$\$.+?\$\$"
    r"|\$[^$\s](?:[^$\n]*[^$\s])?\$"
    r"|&(?!nbsp;)#?\w+;"
    r"|\\[^\w\s]",
    re.DOTALL,
)
_OUVRANT = re.compile(f"«[{_ESPACES}]*(?=\\S)")
_FERMANT = re.compile(f"(?<=\\S)[{_ESPACES}]*»")
_SIGNE = re.compile(
    f"(?<=[^\\s(\\[«|{{])(?<![;?!:])[{_ESPACES}]*([;?!:]+)(?=$|[\\s)\\]»*_\"'’,.…|}}{chr(_PREMIER_JETON)}-{chr(_DERNIER_JETON)}])"
)
_MILLIERS = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
_UNITE = re.compile(r"(?<=\d) (?=[%€])")
_HTML_A_LAISSER = re.compile(r"<(?:pre|code|style|script|svg|math)\b", re.IGNORECASE)


@cache
def lecteur() -> Any:
    """Le lecteur de markdown (CommonMark et tableaux) commun à la typographie et aux règles."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table")


def poser_les_espaces(texte: str) -> str:
    """Le même texte, avec U+00A0 devant `; : ? !` et `»`, après `«`, devant `%` et `€`, entre les milliers.

    Une espace manquante devant un signe double est ajoutée (« Vraiment? » devient « Vraiment ? ») ;
    « 10:30 » et « https://… » restent tels quels. Rend une chaîne ; n'échoue pas.
    """
    lignes = texte.split("\n")
    for debut, fin in _passages(texte):
        lignes[debut:fin] = _poser("\n".join(lignes[debut:fin])).split("\n")
    return "\n".join(lignes)


def _passages(texte: str) -> list[tuple[int, int]]:
    """Les intervalles de lignes qui portent du texte courant."""
    intervalles: set[tuple[int, int]] = set()
    for bloc in lecteur().parse(texte):
        if bloc.map is None:
            continue
        if bloc.type == "inline" or (bloc.type == "html_block" and not _HTML_A_LAISSER.search(bloc.content)):
            intervalles.add((bloc.map[0], bloc.map[1]))
    return sorted(intervalles)


def _poser(passage: str) -> str:
    gardes: list[str] = []

    def cacher(trouve: re.Match[str]) -> str:
        if len(gardes) > _DERNIER_JETON - _PREMIER_JETON:
            return trouve.group()
        gardes.append(trouve.group())
        return chr(_PREMIER_JETON + len(gardes) - 1)

    if any(_PREMIER_JETON <= ord(c) <= _DERNIER_JETON for c in passage):
        return passage
    passage = _PROTEGE.sub(cacher, passage).replace("&nbsp;", INSECABLE)
    passage = _OUVRANT.sub("«" + INSECABLE, passage)
    passage = _FERMANT.sub(INSECABLE + "»", passage)
    passage = _SIGNE.sub(INSECABLE + r"\1", passage)
    passage = _MILLIERS.sub(INSECABLE, passage)
    passage = _UNITE.sub(INSECABLE, passage)
    return "".join(
        gardes[ord(c) - _PREMIER_JETON] if _PREMIER_JETON <= ord(c) <= _DERNIER_JETON else c for c in passage
    )
