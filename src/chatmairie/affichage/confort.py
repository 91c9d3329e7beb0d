"""Le confort de lecture : lettres plus grandes, lignes et mots plus espacés, pas d'italique, lignes courtes.

Les valeurs suivent le critère 1.4.12 des WCAG 2.1 (interligne 1,5 au moins, lettres 0,12, mots 0,16, paragraphes 2).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

CLE = "confort_de_lecture"
"""Où le choix est gardé (section « notes » du progrès)."""

_TEXTE = (
    'font-family:Verdana,"DejaVu Sans",Tahoma,sans-serif;font-size:20px;line-height:1.9;letter-spacing:.03em;'
    "word-spacing:.16em;text-align:left;hyphens:none"
)
_REGLES = (
    ("{p} p,{p} li,{p} dd,{p} dt,{p} td,{p} th,{p} blockquote,{p} figcaption,{p} caption", _TEXTE),
    ("{p} p,{p} ul,{p} ol,{p} blockquote,{p} pre", "max-width:62ch;margin-bottom:1.2em"),
    ("{p} em,{p} i", "font-style:normal;font-weight:600"),
    ("{p} .cm-statut", "white-space:normal"),
    ("{p} pre,{p} pre code,{p} code", "font-size:18px;line-height:1.8;letter-spacing:0"),
)


def regles(portee: str) -> str:
    """Les règles CSS de confort, sous ce sélecteur."""
    larges = "".join("%s{%s}" % (choix.format(p=portee), corps) for choix, corps in _REGLES)  # noqa: UP031
    cases = f"{portee} th,{portee} td"
    return larges + "@media (max-width:420px){%s{overflow-wrap:anywhere;padding-right:.4em}}" % cases  # noqa: UP031


_CARTES = ".cm.cm.cm.cm"
"""Quatre classes : les règles ordinaires de nos cartes en portent trois."""
_TEXTES_DE_JUPYTERLAB = ".jp-RenderedHTMLCommon.jp-RenderedMarkdown"


_lecteurs: list[Callable[[], bool]] = []


def suivre(lecteur: Callable[[], bool]) -> None:
    """Dit où lire le choix de la personne : une carte ne sait pas où il est gardé."""
    _lecteurs[:] = [lecteur]


def choisi() -> bool:
    """Vrai si la personne a demandé le confort de lecture (jamais pendant une correction)."""
    return any(lecteur() for lecteur in _lecteurs)


def regler(oui: bool, suivi: Any) -> Any:
    """Garde le choix dans le progrès `suivi`, et rend la carte qui le dit."""
    from chatmairie.affichage.cartes import CarteTexte

    suivi.ecrire("notes", CLE, oui)
    if not oui:
        return CarteTexte("Confort de lecture : non", "Les prochaines cartes auront leur aspect ordinaire.")
    return CarteTexte(
        "Confort de lecture : oui",
        "Les textes et les cartes ont des lettres plus grandes et plus espacées. Ce choix est gardé pour tous les "
        "carnets : les cartes déjà affichées le suivront quand vous exécuterez à nouveau leur cellule.\n\n"
        "Pour revenir : `confort_de_lecture(False)`. Les menus et le code se grossissent avec Ctrl et +.",
    )


def feuille_de_confort() -> str:
    """La feuille de style du confort, pour nos cartes et les textes de JupyterLab ; vide si personne ne l'a demandé."""
    if not choisi():
        return ""
    return f"<style>{regles(_CARTES)}{regles(_TEXTES_DE_JUPYTERLAB)}</style>"


REGLES_DE_CONFORT = regles("body:has(#confort:checked)")
"""Pour une page à lire : une case à cocher, sans script."""
