"""Les styles d'une page : ce que disent `<style>` et les attributs `style`, avec une cascade courte.

Lu par tinycss2 et soupsieve. Simplifié, et dit : pas de feuille extérieure, pas d'image de fond, une variable `var(…)`
se lit sur `:root`, les `@media` sont lus pour un écran clair de 320 px de large, les états (`:focus`, `:hover`) à part.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

LARGEUR = 320
"""Largeur de l'écran pour lequel on lit les `@media`, en pixels (WCAG 2.1, critère 1.4.10 « Redistribution »)."""
TAILLE = 16.0
HERITEES = ("color", "font-size", "font-weight", "visibility", "white-space")
_TAILLES = {"small": 13.0, "medium": 16.0, "large": 18.0, "x-large": 24.0, "smaller": 13.3, "larger": 19.2}
_TITRES = {"h1": 2.0, "h2": 1.5, "h3": 1.17}


@dataclass(frozen=True)
class Regle:
    """Une règle : sélecteur, déclarations (propriété -> valeur), poids (spécificité, rang)."""

    selecteur: str
    declarations: dict[str, str]
    poids: tuple[int, int, int, int]


@dataclass(frozen=True, eq=False)
class Styles:
    """Les styles lus. `etats` : les règles dont le sélecteur vise un état (`:focus`…)."""

    regles: tuple[Regle, ...] = ()
    etats: tuple[Regle, ...] = ()
    variables: dict[str, str] = field(default_factory=dict)
    par_element: dict[int, dict[str, str]] = field(default_factory=dict, repr=False)

    def propre(self, element: Tag, propriete: str) -> str:
        """La valeur écrite pour cet élément, sans héritage (texte vide si rien n'est écrit)."""
        return self._sans_variable(self.par_element.get(id(element), {}).get(propriete, ""))

    def valeur(self, element: Tag, propriete: str) -> str:
        """La valeur en vigueur, héritage compris pour les propriétés qui s'héritent."""
        for un in (element, *element.parents):
            valeur = self.propre(un, propriete)
            if valeur and valeur not in ("inherit", "unset"):
                return valeur
            if propriete not in HERITEES and valeur != "inherit":
                return ""
        return ""

    def vaut(self, element: Tag, propriete: str, valeur: str) -> bool:
        """Vrai si la propriété, écrite ou héritée, a cette valeur."""
        return self.valeur(element, propriete) == valeur

    def taille(self, element: Tag) -> float:
        """La taille du texte, en pixels, pour une racine à 16."""
        taille = TAILLE
        for un in reversed([element, *element.parents]):
            ecrite = self.propre(un, "font-size")
            lue = longueur(ecrite, taille)
            taille = _TAILLES.get(ecrite, taille * _TITRES.get(un.name, 1.0)) if lue is None else lue
        return taille

    def gras(self, element: Tag) -> bool:
        """Vrai si le texte est gras."""
        poids = self.valeur(element, "font-weight")
        return poids in ("bold", "bolder", "700", "800", "900") or (
            not poids
            and any(e.name in ("b", "strong", "h1", "h2", "h3", "h4", "th") for e in (element, *element.parents))
        )

    def couleur(self, element: Tag) -> tuple[float, float, float] | None:
        """La couleur du texte (rouge, vert, bleu, de 0 à 1), posée sur son fond ; None si elle ne se lit pas."""
        fond = self.fond(element)
        lue = _couleur(self.valeur(element, "color") or ("#0000ee" if element.name == "a" else "black"))
        return None if lue is None or fond is None else _poser(lue, fond)

    def fond(self, element: Tag) -> tuple[float, float, float] | None:
        """La couleur derrière le texte : les fonds superposés, jusqu'au blanc de la page ; None s'il y a une image."""
        couches = []
        for un in (element, *element.parents):
            ecrit = self.propre(un, "background-color") or self.propre(un, "background")
            if not ecrit or ecrit in ("none", "transparent", "inherit"):
                continue
            lue = next((c for c in map(_couleur, [ecrit, *re.findall(r"[#\w]+(?:\([^)]*\))?", ecrit)]) if c), None)
            if "url(" in ecrit or "gradient(" in ecrit or lue is None:
                return None
            couches.append(lue)
            if lue[3] >= 1:
                break
        fond = (1.0, 1.0, 1.0)
        for couche in reversed(couches):
            fond = _poser(couche, fond)
        return fond

    def _sans_variable(self, valeur: str) -> str:
        for _ in range(3):
            trouve = re.search(r"var\(\s*(--[\w-]+)\s*(?:,\s*([^()]*))?\)", valeur)
            if not trouve:
                break
            remplace = self.variables.get(trouve[1], (trouve[2] or "").strip())
            valeur = valeur[: trouve.start()] + remplace + valeur[trouve.end() :]
        return valeur.strip()


def longueur(valeur: str, taille: float = TAILLE, largeur: float = LARGEUR) -> float | None:
    """Une longueur CSS en pixels, ou None : px, em, rem, %, vw, pt, et nombre seul (attribut HTML)."""
    trouve = re.fullmatch(r"(-?[\d.]+)(px|em|rem|%|vw|pt|ch)?", valeur.strip())
    if not trouve:
        return None
    try:
        nombre = float(trouve[1])
    except ValueError:
        return None
    unite = {"px": 1.0, None: 1.0, "em": taille, "rem": TAILLE, "pt": 4 / 3, "ch": taille / 2, "vw": largeur / 100}
    return nombre * (taille / 100 if trouve[2] == "%" else unite[trouve[2]])


def contraste(une: tuple[float, float, float], autre: tuple[float, float, float]) -> float:
    """Le rapport de contraste de WCAG 2.1 (1 à 21)."""
    claire, sombre = sorted((_luminance(une), _luminance(autre)), reverse=True)
    return (claire + 0.05) / (sombre + 0.05)


def _luminance(couleur: tuple[float, float, float]) -> float:
    canaux = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in couleur]
    return 0.2126 * canaux[0] + 0.7152 * canaux[1] + 0.0722 * canaux[2]


def _poser(dessus: tuple[float, ...], dessous: tuple[float, float, float]) -> tuple[float, float, float]:
    opacite = dessus[3]
    rouge, vert, bleu = (opacite * a + (1 - opacite) * b for a, b in zip(dessus[:3], dessous, strict=True))
    return rouge, vert, bleu


def _couleur(valeur: str) -> tuple[float, float, float, float] | None:
    import tinycss2.color3

    lue = tinycss2.color3.parse_color(valeur.strip()) if valeur else None
    return None if lue is None or isinstance(lue, str) else tuple(float(c) for c in lue)


def lire_les_styles(arbre: BeautifulSoup) -> Styles:
    """Lit les `<style>` et les attributs `style`. Un style mal écrit est ignoré, comme dans un navigateur."""
    toutes: list[Regle] = []
    for style in arbre.find_all("style"):
        _lire_une_feuille(style.get_text(), toutes)
    etats = tuple(
        r for r in toutes if re.search(r":(focus|hover|active|visited|focus-visible|focus-within)", r.selecteur)
    )
    regles = tuple(r for r in toutes if r not in etats)
    variables = {
        p: v
        for r in regles
        if r.selecteur in (":root", "html", "body")
        for p, v in r.declarations.items()
        if p[:2] == "--"
    }
    retenues: dict[int, dict[str, tuple[tuple[int, int, int, int], str]]] = {}
    for regle in regles:
        for element in _vises(arbre, regle.selecteur):
            for propriete, valeur in regle.declarations.items():
                _retenir(retenues, element, propriete, valeur, regle.poids)
    for element in arbre.find_all(style=True):
        for propriete, valeur in _declarations(str(element["style"])).items():
            _retenir(retenues, element, propriete, valeur, (1, 0, 0, 0))
    par_element = {cle: {p: v for p, (_, v) in valeurs.items()} for cle, valeurs in retenues.items()}
    return Styles(regles, etats, variables, par_element)


def _retenir(retenues: dict, element: Tag, propriete: str, valeur: str, poids: tuple[int, int, int, int]) -> None:
    if valeur.endswith("!important"):
        valeur, poids = valeur.removesuffix("!important").strip(), (2, *poids[1:])
    deja = retenues.setdefault(id(element), {}).get(propriete)
    if deja is None or poids >= deja[0]:
        retenues[id(element)][propriete] = (poids, valeur)


def _vises(arbre: BeautifulSoup, selecteur: str) -> list[Any]:
    import warnings

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return arbre.select(selecteur)
    except Exception:  # noqa: BLE001 - un sélecteur que soupsieve ne connaît pas ne vise personne
        return []


def _lire_une_feuille(texte: str, regles: list[Regle]) -> None:
    import tinycss2

    for noeud in tinycss2.parse_stylesheet(texte, skip_comments=True, skip_whitespace=True):
        if noeud.type == "qualified-rule":
            declarations = _declarations(tinycss2.serialize(noeud.content))
            for selecteur in tinycss2.serialize(noeud.prelude).split(","):
                regles.append(Regle(selecteur.strip(), declarations, (0, *_specificite(selecteur))))
        elif noeud.type == "at-rule" and noeud.lower_at_keyword in ("media", "supports") and noeud.content is not None:
            if _s_applique(tinycss2.serialize(noeud.prelude)):
                _lire_une_feuille(tinycss2.serialize(noeud.content), regles)


def _declarations(texte: str) -> dict[str, str]:
    import tinycss2

    lues = tinycss2.parse_blocks_contents(texte, skip_comments=True, skip_whitespace=True)
    return {
        (d.name if d.name.startswith("--") else d.lower_name): tinycss2.serialize(d.value).strip().lower()
        + (" !important" if d.important else "")
        for d in lues
        if d.type == "declaration"
    }


def _specificite(selecteur: str) -> tuple[int, int, int]:
    ids = len(re.findall(r"#[\w-]+", selecteur))
    classes = len(re.findall(r"\.[\w-]+|\[[^\]]*\]|(?<!:):[\w-]+", selecteur))
    noms = len(re.findall(r"(?:^|[\s>+~])[a-zA-Z][\w-]*|::[\w-]+", selecteur))
    return ids, classes, noms


def _s_applique(condition: str) -> bool:
    """Vrai pour un écran clair de 320 px, qui n'a rien demandé d'autre."""
    condition = condition.lower()
    if re.search(r"print|speech|dark|forced-colors|prefers-contrast|hover:\s*none|reduce", condition):
        return False
    bornes = re.findall(r"(min|max)-width:\s*([^)]+)\)", condition)
    for signe, valeur in re.findall(r"\(\s*width\s*([<>])=?\s*([^)<>=]+)", condition):  # « (width >= 40rem) »
        bornes.append(("min" if signe == ">" else "max", valeur.strip()))
    for valeur, signe in re.findall(r"\(\s*([\d.]+\w+)\s*([<>])=?\s*width", condition):
        bornes.append(("min" if signe == "<" else "max", valeur))
    for borne, valeur in bornes:
        pixels = longueur(valeur)
        if pixels is not None and ((borne == "min" and pixels > LARGEUR) or (borne == "max" and pixels < LARGEUR)):
            return False
    return True
