"""Un carnet en page HTML à lire : sans script, en français, titres en ordre, figures avec leur équivalent.

Le texte et le code sont ceux du carnet distribué. Les résultats qui ne dépendent pas des réponses sont ceux du carnet
construit (figures, tableaux, journal) ; les autres sont remplacés par une phrase.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import Any

from chatmairie.affichage.confort import REGLES_DE_CONFORT
from chatmairie.affichage.html import code as bloc_de_code
from chatmairie.affichage.style import feuille
from chatmairie.carnets.en_texte.dependances import cellules_dependantes
from chatmairie.carnets.en_texte.fichier import role
from chatmairie.langue.texte import typographier
from chatmairie.parcours import travail

_STYLE = re.compile(r"<style\b.*?</style>", re.S | re.I)
_SCRIPT = re.compile(r"<script\b.*?</script>", re.S | re.I)
_CADRE = re.compile(r"<iframe\b.*?</iframe>", re.S | re.I)
_AU_CARNET = "<p>Cette page s'ouvre dans le carnet.</p>"
_COMMENTAIRE = re.compile(r"<!--.*?-->", re.S)
_TABLE_NUE = re.compile(r'<table\b[^>]*class="dataframe".*?</table>', re.S)
_DEFILE = r'<div class="defile" tabindex="0" role="group" aria-label="Tableau">\g<0></div>'
"""Une table de pandas peut être plus large que l'écran : elle défile, au clavier aussi."""
_LIGNES_MONTREES = 3
_PERSONNEL = (
    "Ce résultat dépend de vos réponses : il paraît dans le carnet, ou par `python -m chatmairie verifier {nom}`."
)
_TITRES = {"reponse": "À vous : {e}", "note": "Verdict : {e}", "ouverte": "À vous d'écrire : {e}"}

_CSS = """
html{scroll-behavior:auto}body{margin:0 auto;padding:1rem 1rem 4rem;max-width:60rem;background:#fff;color:#1b2430;
font:17px/1.6 system-ui,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;overflow-wrap:anywhere}
h1,h2,h3,h4{line-height:1.25;margin:1.6em 0 .5em}main{display:block}
p,ul,ol,table,blockquote,details,pre{max-width:46rem}
a{color:#1f4e9c}a:focus-visible,summary:focus-visible,input:focus-visible{outline:3px solid #1f4e9c;outline-offset:2px}
pre{white-space:pre-wrap;background:#f3f5f8;padding:.6em .8em;border-radius:4px;font:15px/1.5 ui-monospace,
"DejaVu Sans Mono",Menlo,Consolas,monospace}code{background:#f3f5f8;padding:.05em .25em;border-radius:3px}
pre code{padding:0}blockquote{border-left:4px solid #7c8796;margin:1em 0;padding:.1em 1em}
table{border-collapse:collapse}th,td{border:1px solid #7c8796;padding:.3em .7em;text-align:left}
summary{cursor:pointer;font-weight:600}.exercice{border-left:5px solid #1f4e9c;padding-left:1em;margin:1em 0}
.aparte{color:#4d5968}img{max-width:100%;height:auto}.resultat{margin:.8em 0}.cm.cm .cm-statut{white-space:normal}
.defile{overflow-x:auto;max-width:100%}.defile:focus-visible{outline:3px solid #1f4e9c}
@media print{.confort,nav{display:none}}
"""


def page(carnet: Mapping[str, Any], nom: str, distribue: Mapping[str, Any] | None = None) -> str:
    """La page HTML d'un carnet.

    carnet : le carnet, avec ses résultats s'il a été exécuté. distribue : le même, tel que distribué (sans solutions) ;
    ses textes remplacent alors ceux de `carnet`. Lève `ValueError` si les deux n'ont pas les mêmes cellules.
    """
    distribue = distribue or carnet
    if [c.get("id") for c in carnet["cells"]] != [c.get("id") for c in distribue["cells"]]:
        raise ValueError(f"« {nom} » : le carnet distribué n'a pas les mêmes cellules que le carnet construit.")
    corps: list[str] = []
    titres: list[tuple[int, str, str]] = []
    avec_resultats = any(c.get("outputs") for c in carnet["cells"])
    dependantes = cellules_dependantes(carnet)
    for construite, donnee, depend in zip(carnet["cells"], distribue["cells"], dependantes, strict=True):
        if donnee["cell_type"] == "code":
            corps.append(_code(donnee, construite.get("outputs", []), depend and avec_resultats, nom))
        elif donnee["cell_type"] == "markdown":
            corps.append(_texte(donnee, titres))
    titre = next((t for niveau, t, _ in titres if niveau == 1), nom)
    sommaire = "".join(f'<li><a href="#{ancre}">{html.escape(t)}</a></li>' for n, t, ancre in titres if n == 2)
    contenu = "\n".join(corps)
    return (
        '<!DOCTYPE html>\n<html lang="fr"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{html.escape(titre)}, page à lire (ChatMairie)</title>"
        f"<style>{_CSS}{REGLES_DE_CONFORT}</style>{feuille(True, True, True)}</head><body>"
        '<p class="confort"><input type="checkbox" id="confort"> '
        '<label for="confort">Lire plus confortablement (lettres plus grandes, lignes plus espacées)</label></p>'
        f'<nav aria-label="Sommaire"><p><strong>Sommaire</strong></p><ul>{sommaire}</ul></nav>'
        f"<main>{_avant(nom)}\n{contenu}</main></body></html>\n"
    )


def _avant(nom: str) -> str:
    phrase = (
        f"Ceci est le carnet « {nom} » en page à lire : rien ne s'y exécute. Pour répondre, ouvrez le carnet dans "
        f"JupyterLab, ou le fichier {nom}.py dans un éditeur de texte ; le guide `autodidacte.md` dit comment."
    )
    return f'<p class="aparte">{html.escape(typographier(phrase))}</p>'


def _texte(cellule: Mapping[str, Any], titres: list[tuple[int, str, str]]) -> str:
    """Le markdown en HTML ; chaque titre reçoit une ancre, et s'ajoute à `titres` (niveau, texte, ancre)."""
    from chatmairie.langue.typographie import lecteur

    source = _COMMENTAIRE.sub("", travail.texte(cellule))
    jetons = lecteur().parse(source)
    for jeton, suivant in zip(jetons, jetons[1:], strict=False):
        if jeton.type == "heading_open":
            ancre = f"t{len(titres) + 1}"
            jeton.attrSet("id", ancre)
            lu = re.sub(r"[*_`]", "", suivant.content)
            titres.append((int(jeton.tag[1]), lu, ancre))
        elif jeton.type == "th_open":
            jeton.attrSet("scope", "col")
    rendu = lecteur().renderer.render(jetons, lecteur().options, {})
    rendu = _SCRIPT.sub("", rendu)
    qui = role(cellule)
    if qui and qui[1] == "ouverte":
        return _exercice(qui, rendu)
    return rendu


def _exercice(qui: tuple[str, str], contenu: str) -> str:
    intitule = _TITRES[qui[1]].format(e=qui[0])
    return (
        f'<section class="exercice" aria-label="{html.escape(intitule)}"><p><strong>'
        f"{html.escape(typographier(intitule))}</strong></p>{contenu}</section>"
    )


def _code(cellule: Mapping[str, Any], sorties: list[Mapping[str, Any]], personnel: bool, nom: str) -> str:
    source, qui = travail.texte(cellule).strip(), role(cellule)
    montre = bloc_de_code(source) if source else ""
    if qui and qui[1] == "reponse":
        return _exercice(qui, montre)
    if qui:
        return _exercice(qui, f"<p>{_phrase_personnelle(nom)}</p>")
    replie = source.count("\n") + 1 > _LIGNES_MONTREES
    if replie:
        montre = f"<details><summary>Le code de cette cellule</summary>{montre}</details>"
    if personnel:
        return montre + f'<p class="aparte">{_phrase_personnelle(nom)}</p>'
    rendues = "".join(_sortie(s) for s in sorties)
    return montre + (f'<div class="resultat">{rendues}</div>' if rendues else "")


def _phrase_personnelle(nom: str) -> str:
    from chatmairie.affichage.html import en_ligne

    return en_ligne(_PERSONNEL.format(nom=nom))


def _sortie(sortie: Mapping[str, Any]) -> str:
    """Une sortie : le HTML de nos objets (sans style ni script), sinon le texte."""
    if sortie.get("output_type") == "stream":
        texte = _chaine(sortie.get("text", ""))
        return bloc_de_code(texte.rstrip()) if sortie.get("name") == "stdout" and texte.strip() else ""
    donnees = sortie.get("data", {})
    if "text/html" in donnees:
        propre = _CADRE.sub(_AU_CARNET, _SCRIPT.sub("", _STYLE.sub("", _chaine(donnees["text/html"]))))
        return _TABLE_NUE.sub(_DEFILE, propre.replace("<th></th>", "<td></td>"))
    if "text/markdown" in donnees:
        from chatmairie.langue.typographie import lecteur

        return lecteur().render(_chaine(donnees["text/markdown"]))
    if "text/plain" in donnees:
        return bloc_de_code(_chaine(donnees["text/plain"]))
    return ""


def _chaine(valeur: Any) -> str:
    return valeur if isinstance(valeur, str) else "".join(valeur)
