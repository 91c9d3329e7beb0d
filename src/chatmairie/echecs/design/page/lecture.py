"""La page comme un arbre : ce qui est caché, le nom de chaque commande, ce qu'entend une personne qui écoute.

Le nom accessible suit, en plus court, l'algorithme du W3C « Accessible Name and Description Computation 1.2 » :
aria-labelledby, aria-label, étiquette, contenu ou texte de remplacement.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from chatmairie.echecs.design.page.styles import A_L_OREILLE, refusees

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

CHAMPS = ("input", "select", "textarea")
SANS_ETIQUETTE = ("hidden", "submit", "reset", "button", "image")
JAMAIS_LUS = ("script", "style", "template", "head", "title", "meta", "link", "noscript")
REGIONS_POLIES = {"log": "polite", "status": "polite", "alert": "assertive", "timer": "off", "marquee": "off"}
"""Annonce implicite de chaque rôle (WAI-ARIA 1.2)."""


@dataclass(frozen=True, eq=False)
class Page:
    """Une page lue. `html` est gardé tel quel ; l'arbre ne sert qu'à lire, jamais à exécuter."""

    html: str

    @cached_property
    def arbre(self) -> BeautifulSoup:
        """L'arbre, lu par l'analyseur de la bibliothèque standard (indulgent, comme un navigateur)."""
        from bs4 import BeautifulSoup

        return BeautifulSoup(self.html, "html.parser")

    @cached_property
    def styles_refuses(self) -> tuple[tuple[str, str], ...]:
        """(code, déclaration) de ce que le juge n'admet pas (aucune feuille extérieure n'est chargée)."""
        return tuple(refusees(self.arbre))

    @cached_property
    def par_id(self) -> dict[str, Tag]:
        """Le premier élément de chaque `id`."""
        trouves: dict[str, Tag] = {}
        for element in self.arbre.find_all(id=True):
            trouves.setdefault(str(element["id"]), element)
        return trouves

    def elements(self, *noms: str) -> Iterator[Tag]:
        """Les éléments de ces noms (tous si aucun) qu'une personne peut rencontrer : ni cachés, ni dans l'en-tête."""
        for element in self.arbre.find_all(list(noms) or True):
            if not self.cache(element):
                yield element

    @cached_property
    def _retires(self) -> frozenset[int]:
        return _avec_leur_contenu(self.arbre, _est_retire)

    @cached_property
    def _muets(self) -> frozenset[int]:
        return _avec_leur_contenu(self.arbre, lambda e: _est_retire(e) or attribut(e, "aria-hidden") == "true")

    @cached_property
    def _escamotes(self) -> frozenset[int]:
        return _avec_leur_contenu(self.arbre, lambda e: A_L_OREILLE in (e.attrs.get("class") or ()))

    def cache(self, element: Tag) -> bool:
        """Vrai si personne ne le rencontre : `hidden`, ou jamais affiché."""
        return id(element) in self._retires

    def muet(self, element: Tag) -> bool:
        """Vrai si un lecteur d'écran ne le dit pas : caché, ou `aria-hidden` sur lui ou au-dessus de lui."""
        return id(element) in self._muets

    def hors_ecran(self, element: Tag) -> bool:
        """Vrai si l'on ne le voit pas, et qu'on l'entend : la classe `a-l-oreille` de la feuille de la mairie."""
        return id(element) in self._escamotes

    def references(self, element: Tag, attribut: str) -> list[Tag]:
        """Les éléments que désigne un attribut qui liste des `id` (ceux qui existent)."""
        return [self.par_id[i] for i in str(element.attrs.get(attribut, "")).split() if i in self.par_id]

    def explications(self, champ: Tag) -> list[Tag]:
        """Les éléments qui disent l'erreur d'un champ, ou ce qu'il attend."""
        return self.references(champ, "aria-describedby") + self.references(champ, "aria-errormessage")

    def texte(self, element: Tag, a_l_ecran: bool = False) -> str:
        """Ce qui s'entend à l'intérieur : textes et textes de remplacement, sans ce qui est muet.

        a_l_ecran : sans ce qui est hors de l'écran, ni le texte d'une image, que personne n'y lit.
        """
        from bs4 import NavigableString, Tag

        morceaux: list[str] = []
        for noeud in element.descendants:
            if not isinstance(noeud, Tag):
                dessus = noeud.parent
                if type(noeud) is NavigableString and dessus is not None and not self.muet(dessus):
                    if not (a_l_ecran and noeud.strip() and self.hors_ecran(dessus)):
                        morceaux.append(str(noeud))
            elif noeud.name in ("img", "area") and not self.muet(noeud) and not a_l_ecran:
                morceaux.append(f" {noeud.attrs.get('alt', '')} ")
            elif noeud.name in ("br", "p", "div", "li", "dt", "dd", "tr", "section", "article", "h1", "h2", "h3"):
                morceaux.append(" ")
        return plat("".join(morceaux))

    def nom(self, element: Tag, etiquettes: bool = True) -> str:
        """Le nom accessible, ou un texte vide. `title` et `placeholder` ne comptent pas : ils se perdent (voir
        `regles.py`)."""
        designes = " ".join(self.texte(e) for e in self.references(element, "aria-labelledby"))
        if plat(designes):
            return plat(designes)
        if plat(str(element.attrs.get("aria-label", ""))):
            return plat(str(element["aria-label"]))
        if element.name in CHAMPS:
            genre = attribut(element, "type")
            if genre in ("submit", "reset", "button"):
                par_defaut = {"submit": "Envoyer", "reset": "Effacer"}.get(genre, "")
                return plat(str(element.attrs.get("value", par_defaut)))
            if genre == "image":
                return plat(str(element.attrs.get("alt", "")))
            return self._etiquette(element) if etiquettes else ""
        if element.name in ("img", "area"):
            return plat(str(element.attrs.get("alt", "")))
        if element.name == "svg":
            titre = element.find("title")
            return plat(titre.get_text()) if titre else ""
        return self.texte(element)

    def _etiquette(self, champ: Tag) -> str:
        trouvees = [e for e in self.arbre.find_all("label") if e.attrs.get("for") and e["for"] == champ.attrs.get("id")]
        trouvees += [p for p in champ.parents if p.name == "label"]
        return plat(" ".join(self.texte(e) for e in trouvees))

    def champs(self) -> list[Tag]:
        """Les champs où l'on écrit ou choisit."""
        return [c for c in self.elements(*CHAMPS) if attribut(c, "type") not in SANS_ETIQUETTE]

    def politesse(self, element: Tag) -> str:
        """« polite », « assertive » ou « off » : comment un ajout dans cet élément est annoncé."""
        for un in (element, *element.parents):
            dite = attribut(un, "aria-live") or REGIONS_POLIES.get(attribut(un, "role"), "")
            if dite or un.name == "output":
                return dite or "polite"
        return "off"


def _est_retire(element: Tag) -> bool:
    return element.name in JAMAIS_LUS or "hidden" in element.attrs


def _avec_leur_contenu(arbre: BeautifulSoup, vrai: Callable[[Tag], bool]) -> frozenset[int]:
    """Les éléments pour lesquels c'est vrai, et tous ceux qu'ils contiennent."""
    trouves: set[int] = set()
    for element in arbre.find_all(True):  # un élément vient après celui qui le contient
        if id(element.parent) in trouves or vrai(element):
            trouves.add(id(element))
    return frozenset(trouves)


def attribut(element: Tag, nom: str) -> str:
    """Ce que vaut cet attribut, en minuscules ; vide s'il n'y est pas."""
    return str(element.attrs.get(nom, "")).lower()


def plat(texte: Any) -> str:
    """Un texte sur une ligne, espaces insécables comprises."""
    return re.sub(r"\s+", " ", str(texte)).strip()


def _compare(texte: str) -> str:
    return unicodedata.normalize("NFC", plat(texte)).casefold()


@lru_cache(maxsize=32)
def lire(html: str) -> Page:
    """La page lue, gardée : les règles et les contrôles lisent la même."""
    return Page(html)


def texte_ecrit(html: str) -> str:
    """Tout le texte de la page, muet ou non, sur une ligne."""
    return plat(lire(html).arbre.get_text(" "))


def texte_lu(html: str) -> str:
    """Ce qu'entend une personne qui écoute la page, d'un bout à l'autre, sur une ligne."""
    page = lire(html)
    return page.texte(page.arbre)


def _plus_petits_contenants(page: Page, texte: str) -> list[Tag]:
    """Les éléments les plus petits où ce texte s'entend (plusieurs, s'il est écrit plusieurs fois)."""
    cherche = _compare(texte)
    if not cherche or cherche not in _compare(page.texte(page.arbre)):
        return []
    trouves: list[Tag] = []
    a_voir: list[Tag] = [page.arbre]
    while a_voir:
        contenant = a_voir.pop()
        enfants = contenant.find_all(True, recursive=False)
        dedans = [e for e in enfants if not page.muet(e) and cherche in _compare(page.texte(e))]
        a_voir += dedans
        if not dedans:
            trouves.append(contenant)
    return trouves


def annonce(html: str, texte: str) -> str:
    """Comment ce texte est annoncé quand il arrive : « polite », « assertive », « off », ou « absent ».

    Écrit à deux endroits (la conversation, puis une annonce), il est annoncé si l'un des deux l'est.
    """
    page = lire(html)
    dites = {page.politesse(e) for e in _plus_petits_contenants(page, texte)}
    return next((d for d in ("assertive", "polite", "off") if d in dites), "off" if dites else "absent")


def relie_a_un_champ(html: str, texte: str) -> bool:
    """Vrai si le message est lu avec un champ : désigné par `aria-describedby` ou `aria-errormessage` (avec
    `aria-invalid`), ou écrit dans son étiquette."""
    page = lire(html)
    cherche = _compare(texte)
    for champ in page.champs():
        designes = page.references(champ, "aria-describedby")
        if attribut(champ, "aria-invalid") in ("true", "grammar", "spelling"):
            designes += page.references(champ, "aria-errormessage")
        if (
            cherche
            and any(cherche in _compare(page.texte(e)) for e in designes)
            or cherche in _compare(page.nom(champ))
        ):
            return True
    return False


def vu(html: str, texte: str) -> bool:
    """Vrai si ce texte est à l'écran : ni sorti de la page, ni transparent, ni réduit à rien."""
    return bool(_compare(texte)) and _compare(texte) in _compare(texte_vu(html))


def texte_vu(html: str) -> str:
    """Ce qui se lit à la fois à l'oreille et à l'écran : `texte_lu`, sans ce qui est sorti de l'écran."""
    page = lire(html)
    return page.texte(page.arbre, a_l_ecran=True)
