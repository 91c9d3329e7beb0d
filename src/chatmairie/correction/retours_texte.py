"""Le texte d'un élève ou d'un formateur, en HTML sûr : du Markdown, jamais de balises, d'images ni de scripts."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from markupsafe import Markup

from chatmairie.langue.texte import propre

LONGUEUR_MAX = 20_000
"""Au-delà, le texte est coupé dans le retour (il reste entier dans la copie)."""


@cache
def _lecteur() -> Any:
    from markdown_it import MarkdownIt

    # « js-default » : les balises sont montrées telles quelles, les liens « javascript: » refusés.
    lecteur = MarkdownIt("js-default", {"html": False, "linkify": False, "breaks": True}).disable("image")
    # Un titre de l'élève ne doit pas s'inviter dans le plan de la page : il devient un paragraphe en gras.
    lecteur.add_render_rule("heading_open", lambda *_a, **_o: "<p><strong>")
    lecteur.add_render_rule("heading_close", lambda *_a, **_o: "</strong></p>\n")
    lecteur.add_render_rule("table_open", lambda *_a, **_o: '<div class="defile" tabindex="0"><table>\n')
    lecteur.add_render_rule("table_close", lambda *_a, **_o: "</table></div>\n")
    return lecteur


def markdown_sur(texte: Any) -> Markup:
    """Le Markdown de quelqu'un, en HTML sans danger : balises échappées, images en texte, liens http(s) et mailto."""
    return Markup(_lecteur().render(couper(propre(texte))))


def couper(texte: str, longueur: int = LONGUEUR_MAX) -> str:
    """Le début d'un texte trop long, et une phrase qui le dit."""
    if len(texte) <= longueur:
        return texte
    return texte[:longueur] + "\n\n[… la suite est dans la copie rendue.]"


# --- les six cases d'une question ouverte ----------------------------------------------------------

_LIGNE_DES_CASES = re.compile(
    r"\A\s*cases?\s*:\s*(aucune|[1-6](?:\s*(?:,|;|et|\s)\s*[1-6])*)\s*\.?\s*(?:\n|\Z)", re.IGNORECASE
)


def lire_les_cases(commentaire: str) -> tuple[frozenset[int] | None, str]:
    """Les cases cochées par le formateur (première ligne : « Cases : 1, 2, 4 » ou « Cases : aucune ») et le reste.

    Rend `None` à la place des cases quand cette ligne n'y est pas.
    """
    trouve = _LIGNE_DES_CASES.match(commentaire)
    if not trouve:
        return None, commentaire.strip()
    return frozenset(int(c) for c in re.findall(r"[1-6]", trouve.group(1))), commentaire[trouve.end() :].strip()
