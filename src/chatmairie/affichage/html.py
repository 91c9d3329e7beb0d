"""La base de tout ce qui se montre : un texte complet, et le même en HTML échappé.

Un `Affichage` donne `corps_texte()` et `corps_html()` ; le reste (cadre, langue, style) est ici.
Les formules entre « $ » ne sont pas interprétées par MathJax dans nos cadres (classes prévues pour cela).
"""

from __future__ import annotations

import html as _html
import re
from typing import Any

from chatmairie.affichage.confort import feuille_de_confort
from chatmairie.affichage.style import feuille
from chatmairie.langue.texte import propre, typographier

_PUCE = re.compile(r"[-•]\s+(.*)")
_NUMERO = re.compile(r"(\d+)[.)]\s+(.*)")
_BLOC_DE_CODE = re.compile(r"(?m)^```\w*\n(.*?)\n?```[ ]*$|^`([^`\n]*\n[^`]*)`[ ]*$", re.DOTALL)
_EN_LIGNE = re.compile(r"`([^`\n]+)`")


def echapper(texte: Any) -> str:
    """Le texte, sans caractère de commande, où rien ne peut être pris pour une balise ou un attribut.

    L'apostrophe reste telle quelle : nos attributs sont toujours entre guillemets doubles.
    """
    return _html.escape(propre(texte), quote=False).replace('"', "&quot;")


def attribut(texte: Any) -> str:
    """Un texte pour un attribut : échappé, sur une ligne, sans les accents graves du code."""
    return echapper(" ".join(typographier(texte).replace("`", "").split()))


def en_ligne(texte: Any) -> str:
    """Une phrase en HTML : typographie française, `code` entre accents graves."""
    morceaux = _EN_LIGNE.split(typographier(texte))
    return "".join(f"<code>{echapper(m)}</code>" if i % 2 else echapper(m) for i, m in enumerate(morceaux))


def code(texte: Any) -> str:
    """Un bloc de code, tel quel."""
    return f"<pre><code>{echapper(texte)}</code></pre>"


def corps(texte: Any) -> str:
    """Un texte de plusieurs lignes en HTML : paragraphes, « - » et « 1. » en listes, blocs de code.

    Rien d'autre n'est interprété ; deux lignes qui se suivent restent deux lignes.
    """
    resultat, position, brut = [], 0, propre(texte)
    for bloc in _BLOC_DE_CODE.finditer(brut):
        resultat += _paragraphes(brut[position : bloc.start()])
        resultat.append(code(bloc.group(1) if bloc.group(1) is not None else bloc.group(2)))
        position = bloc.end()
    return "".join(resultat + _paragraphes(brut[position:]))


def _paragraphes(texte: str) -> list[str]:
    blocs: list[tuple[str, list[str], int]] = []
    for ligne in texte.splitlines():
        nue = ligne.strip()
        puce, numero = _PUCE.fullmatch(nue), _NUMERO.fullmatch(nue)
        genre, contenu = ("ul", puce.group(1)) if puce else ("ol", numero.group(2)) if numero else ("p", nue)
        if not nue:
            blocs.append(("", [], 1))
        elif blocs and blocs[-1][0] == genre:
            blocs[-1][1].append(contenu)
        else:
            blocs.append((genre, [contenu], int(numero.group(1)) if numero else 1))
    return [_bloc(*b) for b in blocs if b[0]]


def _bloc(genre: str, lignes: list[str], debut: int) -> str:
    if genre == "p":
        return "<p>" + "<br>".join(en_ligne(ligne) for ligne in lignes) + "</p>"
    depart = f' start="{debut}"' if debut != 1 else ""
    return f"<{genre}{depart}>" + "".join(f"<li>{en_ligne(ligne)}</li>" for ligne in lignes) + f"</{genre}>"


def entete(titre: Any, statut: str = "") -> str:
    """La première ligne d'une carte : le statut en mots s'il y en a un, puis le titre.

    Pas de balise de titre : une carte ne doit pas s'inviter dans le plan du carnet.
    """
    avant = f'<span class="cm-statut">{echapper(statut)}</span> ' if statut else ""
    return f'<p class="cm-titre">{avant}<strong>{en_ligne(titre)}</strong></p>'


class Affichage:
    """Un objet qui se montre dans un carnet (HTML) et se lit seul dans un terminal (texte).

    À définir : `nom_accessible()`, `corps_texte()` et `corps_html()`. Attributs de classe : `classes` (aspect),
    `avec_tableau`, `avec_figure`, `avec_scene` (règles de style nécessaires).
    """

    classes = "cm-info"
    avec_tableau = False
    avec_figure = False
    avec_scene = False

    def nom_accessible(self) -> str:
        raise NotImplementedError

    def corps_texte(self) -> str:
        raise NotImplementedError

    def corps_html(self) -> str:
        raise NotImplementedError

    def cadre(self) -> str:
        """Le HTML sans feuille de style, pour l'emboîter dans un autre objet."""
        return (
            f'<div class="cm {self.classes} mathjax_ignore tex2jax_ignore" lang="fr" role="group" '
            f'aria-label="{attribut(self.nom_accessible())}">{self.corps_html()}</div>'
        )

    def style(self) -> str:
        """La feuille de style dont cet objet a besoin."""
        return feuille(self.avec_tableau, self.avec_figure, self.avec_scene)

    def _repr_html_(self) -> str:
        return self.style() + feuille_de_confort() + self.cadre()

    def __repr__(self) -> str:
        return self.corps_texte()

    def __str__(self) -> str:
        return self.corps_texte()


class AffichageAvecVue(Affichage):
    """Un objet qui a aussi des boutons : `vue()` rend le widget. Sans ipywidgets, il reste son texte et son HTML."""

    def vue(self) -> Any:
        raise NotImplementedError

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        paquet = {"text/plain": self.corps_texte(), "text/html": self._repr_html_()}
        try:
            vue = self.vue()
        except ImportError:
            return paquet
        return {**vue._repr_mimebundle_(), **paquet}


def exiger_texte(valeur: Any, nom: str) -> str:
    """Rend `valeur` si c'est un texte non vide ; lève `TypeError` ou `ValueError` en nommant `nom`."""
    if not isinstance(valeur, str):
        raise TypeError(f"`{nom}` est un texte, pas {type(valeur).__name__}.")
    if not valeur.strip():
        raise ValueError(f"`{nom}` est vide : il faut une phrase.")
    return valeur


def page_entiere(
    titre: str,
    corps_html: str,
    *,
    figures: bool = False,
    largeur: int = 50,
    impression: str = "section{break-inside:avoid}",
) -> str:
    """Une page autonome, à imprimer : sans script, sans requête. corps_html : des morceaux déjà échappés.

    figures : vrai s'il y en a. largeur : la plus grande, en rem. impression : les règles CSS du papier.
    """
    return typographier(
        '<!DOCTYPE html>\n<html lang="fr"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{echapper(titre)}</title>{feuille(True, figures)}"
        f"<style>body{{overflow-wrap:anywhere;margin:0 auto;padding:1rem;max-width:{largeur}rem;background:#fff;"
        "color:#1b2430;"
        'font:16px/1.5 system-ui,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}h1,h2{line-height:1.25}'
        f".cm.cm-large{{max-width:none}}@media print{{{impression}}}</style></head>"
        f"<body><main><h1>{en_ligne(titre)}</h1>{corps_html}</main></body></html>\n"
    )
