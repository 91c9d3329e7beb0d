"""Ce que l'on garde des sorties d'un carnet, et comment deux carnets se comparent."""

from __future__ import annotations

import copy
import difflib
import json
import re
from typing import Any

VUE_DE_WIDGET = "application/vnd.jupyter.widget-view+json"
_PNG_EN_LIGNE = re.compile(r"data:image/png;base64,[A-Za-z0-9+/=\s]+?(?=[\"')>\\]|$)")


def nettoyer(nb: Any) -> None:
    """Retire, en place, ce qui change d'une exécution à l'autre ou ne sert qu'à un noyau vivant.

    La vue d'un widget est retirée, ses équivalents (`text/plain`, `text/html`) restent.
    """
    nb.metadata.pop("widgets", None)
    for cellule in nb.cells:
        cellule.metadata.pop("execution", None)
        if cellule.cell_type != "code":
            continue
        for sortie in cellule.outputs:
            if "data" in sortie:
                sortie.data.pop(VUE_DE_WIDGET, None)
                sortie.get("metadata", {}).pop(VUE_DE_WIDGET, None)
        cellule.outputs = [s for s in cellule.outputs if "data" not in s or s.data]


def ecrire_texte(nb: Any) -> str:
    """Le texte du fichier `.ipynb`, tel que Jupyter l'écrit, avec un saut de ligne final."""
    import nbformat

    return nbformat.writes(nb, version=4).rstrip("\n") + "\n"


def sans_png(nb: Any) -> Any:
    """Une copie où chaque image PNG (sortie, ou « data: » dans un texte) est remplacée par un mot."""
    copie = copy.deepcopy(nb)
    for cellule in copie.cells:
        for sortie in cellule.get("outputs", []):
            donnees = sortie.get("data", {})
            for genre, valeur in donnees.items():
                if genre == "image/png":
                    donnees[genre] = "PNG"
                elif isinstance(valeur, str):
                    donnees[genre] = _PNG_EN_LIGNE.sub("data:image/png;base64,PNG", valeur)
    return copie


def ecarts(depose: Any, construit: Any) -> list[str]:
    """Ce qui diffère entre deux carnets, images PNG mises à part : une phrase par cellule."""
    depose, construit = sans_png(depose), sans_png(construit)
    phrases = []
    if _canon(depose.metadata) != _canon(construit.metadata):
        phrases.append("les métadonnées du carnet diffèrent.")
    ids_a, ids_b = [c.get("id") for c in depose.cells], [c.get("id") for c in construit.cells]
    par_id = {c.get("id"): c for c in depose.cells}
    phrases += [f"cellule {ids_a.index(i) + 1} ({i}) : n'est plus dans la source." for i in ids_a if i not in ids_b]
    for rang, cellule in enumerate(construit.cells, 1):
        autre = par_id.get(cellule.id)
        if autre is None:
            phrases.append(f"cellule {rang} ({cellule.id}) : manque dans le carnet déposé, ou y est différente.")
            continue
        for partie, nom in (
            ("cell_type", "le genre"),
            ("source", "le texte"),
            ("metadata", "les métadonnées"),
            ("execution_count", "le numéro d'exécution"),
            ("outputs", "les sorties"),
        ):
            avant, apres = autre.get(partie), cellule.get(partie)
            if _canon(avant) != _canon(apres):
                phrases.append(
                    f"cellule {rang} ({cellule.id}) : {nom} diffère{'nt' if nom[:3] == 'les' else ''}"
                    f" ({_extrait(avant, apres)})."
                )
                break
    if not phrases and ids_a != ids_b:
        phrases.append("les cellules ne sont pas dans le même ordre.")
    return phrases


def _canon(valeur: Any) -> str:
    return json.dumps(valeur, ensure_ascii=False, indent=1, sort_keys=True)


def _lignes(valeur: Any) -> list[str]:
    return valeur.splitlines() if isinstance(valeur, str) else _canon(valeur).splitlines()


def _extrait(avant: Any, apres: Any) -> str:
    lignes = difflib.unified_diff(_lignes(avant), _lignes(apres), lineterm="", n=0)
    utiles = [" ".join(x.split())[:110] for x in lignes if x[:1] in "+-" and x[:3] not in ("+++", "---")]
    moins = next((x for x in utiles if x[0] == "-"), "")
    plus = next((x for x in utiles if x[0] == "+"), "")
    return f"déposé : {moins[1:].strip() or 'rien'} ; construit : {plus[1:].strip() or 'rien'}"
