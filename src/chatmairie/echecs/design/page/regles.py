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

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from chatmairie.echecs.design.page import structure
from chatmairie.echecs.design.page.lecture import Page, lire
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
    trouves: list[Defaut] = []
    for code, regle in REGLES.items():
        trouves += [
            Defaut(code, _DITES[code]["phrase"], _ou(element), _DITES[code]["critere"]) for element in regle(page)
        ]
    return tuple(trouves)


def _ou(element: Tag | str) -> str:
    if isinstance(element, str):
        return element
    ouverture = str(element).split(">", 1)[0] + ">"
    return ouverture if len(ouverture) <= 120 else ouverture[:117] + "…>"


def _styles(code: str) -> Callable[[Page], Iterator[Tag | str]]:
    return lambda page: (ecrite for trouve, ecrite in page.styles_refuses if trouve == code)


REGLES: dict[str, Callable[[Page], Iterable[Tag | str]]] = {
    "langue": structure.langue,
    "titre_de_page": structure.titre_de_page,
    "titres": structure.titres,
    "principal": structure.principal,
    "zoom_interdit": structure.zoom,
    "petit_ecran": structure.petit_ecran,
    "ids_en_double": structure.ids_en_double,
    "rien_ne_presse": structure.attente,
    "exterieur": structure.exterieur,
    "champ_sans_etiquette": structure.etiquettes,
    "commande_sans_nom": structure.noms,
    "souris_seule": structure.souris_seule,
    "ordre_force": structure.ordre_force,
    "curseur_deplace": structure.saut,
    "image_sans_texte": structure.images,
    "reponse_non_annoncee": structure.annoncees,
    "coupe_la_parole": structure.coupe_la_parole,
    "muet": structure.muets,
    "reference_perdue": structure.references_perdues,
    "role_inconnu": structure.roles,
    "erreur_muette": structure.erreur_muette,
    "rien_ne_part": structure.envoi,
    "element_inconnu": structure.elements_inconnus,
    "attribut_inconnu": structure.attributs_inconnus,
    "style_inconnu": _styles("style_inconnu"),
    "contraste": _styles("contraste"),
    "lien_invisible": _styles("lien_invisible"),
    "focus_invisible": _styles("focus_invisible"),
    "deborde": lambda page: (*_styles("deborde")(page), *structure.trop_larges(page)),
}
"""Code du défaut -> ce qui le trouve ; ce qui s'en dit est dans `regles.yaml`."""
