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
from typing import TYPE_CHECKING

from chatmairie.echecs.design.page import structure
from chatmairie.echecs.design.page.lecture import Page, lire

if TYPE_CHECKING:
    from bs4 import Tag


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
    trouves = []
    for code, (regle, critere, phrase) in REGLES.items():
        for element in regle(page):
            trouves.append(Defaut(code, phrase, _ou(element), critere))
    return tuple(trouves)


def _ou(element: Tag | str) -> str:
    if isinstance(element, str):
        return element
    ouverture = str(element).split(">", 1)[0] + ">"
    return ouverture if len(ouverture) <= 120 else ouverture[:117] + "…>"


def _styles(code: str) -> Callable[[Page], Iterator[Tag | str]]:
    return lambda page: (ecrite for trouve, ecrite in page.styles_refuses if trouve == code)


REGLES: dict[str, tuple[Callable[[Page], Iterable[Tag | str]], str, str]] = {
    "langue": (
        structure.langue,
        "8.3",
        "La page ne dit pas qu'elle est en français : un lecteur d'écran la lit avec une autre prononciation, et Rayan "
        "n'y comprend rien.",
    ),
    "titre_de_page": (
        structure.titre_de_page,
        "8.5",
        "La page n'a pas de titre : qui a plusieurs onglets ouverts et ne voit pas l'écran ne sait pas où il est.",
    ),
    "titres": (
        structure.titres,
        "9.1",
        "Les titres manquent ou sautent un niveau : qui parcourt la page de titre en titre, à l'oreille, s'y perd.",
    ),
    "principal": (
        structure.principal,
        "9.2",
        "Le contenu principal n'est pas marqué par un seul `<main>` : au lecteur d'écran, il faut tout réécouter "
        "pour l'atteindre.",
    ),
    "zoom_interdit": (
        structure.zoom,
        "10.4",
        "L'agrandissement est interdit : une personne qui voit mal ne peut plus lire la réponse sur son téléphone.",
    ),
    "petit_ecran": (
        structure.petit_ecran,
        "10.11",
        "La page ne s'adapte pas à l'écran : sur un téléphone, tout est minuscule, et il faut se déplacer en tous "
        "sens.",
    ),
    "ids_en_double": (
        structure.ids_en_double,
        "8.2",
        "Deux éléments portent le même `id` : une étiquette ou un message d'erreur risque d'être lu avec le "
        "mauvais champ.",
    ),
    "rien_ne_presse": (
        structure.attente,
        "13.1",
        "La page change, défile ou parle toute seule : une personne qui lit ou écrit lentement perd ce qu'elle "
        "faisait.",
    ),
    "exterieur": (
        structure.exterieur,
        "7.1",
        "La page charge un outil venu d'ailleurs : il ne répare pas ce qui manque, et dit à un tiers qui écrit à "
        "la mairie.",
    ),
    "champ_sans_etiquette": (
        structure.etiquettes,
        "11.1",
        "Un champ n'a pas d'étiquette qui reste (ni `placeholder` ni `title` n'en sont) : à l'oreille, on entend "
        "« zone d'édition », sans savoir quoi y écrire.",
    ),
    "commande_sans_nom": (
        structure.noms,
        "11.9",
        "Un bouton ou un lien n'a pas de nom : au lecteur d'écran, on entend « bouton », sans savoir ce qu'il fait.",
    ),
    "souris_seule": (
        structure.souris_seule,
        "7.3",
        "Une commande ne répond qu'à la souris : une personne qui n'a que le clavier ne peut pas l'atteindre.",
    ),
    "ordre_force": (
        structure.ordre_force,
        "12.8",
        "L'ordre des touches est forcé (`tabindex` positif) : au clavier, on saute d'un bout à l'autre de la page.",
    ),
    "curseur_deplace": (
        structure.saut,
        "12.8",
        "Le curseur saute sur un élément que l'on n'a pas choisi : la personne qui écrit ou écoute est interrompue.",
    ),
    "image_sans_texte": (
        structure.images,
        "1.1",
        "Une image n'a pas de texte de remplacement : les personnes qui ne la voient pas perdent ce qu'elle dit.",
    ),
    "reponse_non_annoncee": (
        structure.annoncees,
        "7.5",
        "Une réponse arrive sans être annoncée : au lecteur d'écran, rien ne se passe, et l'on attend pour rien.",
    ),
    "coupe_la_parole": (
        structure.coupe_la_parole,
        "7.5",
        "Chaque réponse coupe la parole (`assertive`) : le lecteur d'écran s'interrompt au milieu d'une phrase, "
        "et l'on perd le fil.",
    ),
    "muet": (
        structure.muets,
        "10.8",
        "Un contenu visible est rendu muet (`aria-hidden`) : il existe pour les uns, et pas pour les autres.",
    ),
    "reference_perdue": (
        structure.references_perdues,
        "11.1",
        "Un attribut désigne un élément qui n'existe pas : l'étiquette ou l'explication n'est jamais lue.",
    ),
    "role_inconnu": (
        structure.roles,
        "8.2",
        "Un rôle n'existe pas : le lecteur d'écran ne sait pas ce qu'il a devant lui.",
    ),
    "erreur_muette": (
        structure.erreur_muette,
        "11.10",
        "Un champ est en erreur et rien ne dit laquelle avec lui : à l'oreille, on entend « invalide », sans "
        "savoir quoi corriger.",
    ),
    "rien_ne_part": (
        structure.envoi,
        "11.9",
        "Le bouton n'envoie rien : la question est écrite, et personne ne la reçoit.",
    ),
    "element_inconnu": (
        structure.elements_inconnus,
        "8.2",
        "Le juge ne sait pas ce que cet élément fait à qui écoute, agrandit ou n'a que le clavier : il le refuse.",
    ),
    "attribut_inconnu": (
        structure.attributs_inconnus,
        "8.2",
        "Le juge ne sait pas ce que cet attribut fait à qui écoute, agrandit ou n'a que le clavier : il le refuse.",
    ),
    "style_inconnu": (
        _styles("style_inconnu"),
        "10.1",
        "Le juge ne sait pas ce que ce style fait à qui voit mal, agrandit ou lit sur un téléphone : il le refuse, et "
        "ne peut pas dire ce qui se voit encore.",
    ),
    "contraste": (
        _styles("contraste"),
        "3.2",
        "Un texte est trop pâle sur son fond, ou un fond trop sombre : qui voit mal, ou lit au soleil, ne le lit pas.",
    ),
    "lien_invisible": (
        _styles("lien_invisible"),
        "10.6",
        "Un lien ne se distingue du texte que par sa couleur : les personnes qui ne la voient pas ignorent qu'on "
        "peut le suivre.",
    ),
    "focus_invisible": (
        _styles("focus_invisible"),
        "10.7",
        "Le contour du clavier est retiré : qui se déplace au clavier ne voit plus où il est.",
    ),
    "deborde": (
        lambda page: (*_styles("deborde")(page), *structure.trop_larges(page)),
        "10.11",
        "Un élément est plus large qu'un écran de 320 pixels : sur un petit téléphone, ou agrandi, il faut faire "
        "défiler chaque ligne.",
    ),
}
"""code -> (fonction, critère du RGAA 4.1 à vérifier avant usage, phrase)."""
