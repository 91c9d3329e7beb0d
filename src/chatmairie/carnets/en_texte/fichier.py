"""Du carnet distribué au fichier `.py` (format jupytext « percent »), et du `.py` rempli au carnet à rendre.

Le `.py` se lit et s'écrit avec n'importe quel éditeur, lecteur d'écran compris. Il garde tous les textes et tout le
code du carnet ; les cellules d'exercice portent leur nom (`exercice="donnees.taux" role="reponse"`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from chatmairie.carnets.source import CarnetSource, lire_texte
from chatmairie.juge.exercice import depuis_grade_id
from chatmairie.parcours import travail
from chatmairie.parcours.fichiers import pourquoi

ROLES = {(True, False): "reponse", (False, True): "note", (True, True): "ouverte", (False, False): "question"}
"""(cellule à remplir, cellule notée) -> rôle."""

MODE_D_EMPLOI = """\
Ce fichier est le carnet « {nom} » en texte. Remplacez les lignes « VOTRE CODE ICI » et « ... » par vos réponses, dans
les cellules marquées role="reponse" ; écrivez la question ouverte à la place de « VOTRE RÉPONSE ICI ». Gardez les
lignes qui commencent par « # %% » : elles séparent les cellules. Puis, dans un terminal :

- python -m chatmairie verifier {nom} : les verdicts, en texte ;
- python -m chatmairie indice donnees.taux : un indice (mettez le nom de l'exercice) ;
- python -m chatmairie deposer {nom} : le carnet à rendre, avec vos réponses.
"""


@dataclass(frozen=True)
class Depot:
    """Le carnet à rendre ; `remplies` : exercices dont la réponse vient du texte ; `avis` : phrases à montrer."""

    carnet: dict[str, Any]
    remplies: tuple[str, ...]
    avis: tuple[str, ...] = field(default=())


def role(cellule: Mapping[str, Any]) -> tuple[str, str] | None:
    """(exercice, rôle) d'une cellule de carnet, ou None pour une cellule ordinaire."""
    lu = travail.nbgrader(cellule)
    if not lu.get("grade_id"):
        return None
    nature = ROLES[bool(lu.get("solution")), bool(lu.get("grade"))]
    return depuis_grade_id(str(lu["grade_id"]).removesuffix("-question")), nature


def en_texte(carnet: Mapping[str, Any], nom: str) -> str:
    """Le `.py` d'un carnet distribué (réponses déjà écrites comprises)."""
    blocs = [_bloc_de_texte(MODE_D_EMPLOI.format(nom=nom), "")]
    for cellule in carnet["cells"]:
        texte = travail.texte(cellule).rstrip("\n")
        qui = role(cellule)
        attributs = f' exercice="{qui[0]}" role="{qui[1]}"' if qui else ""
        if cellule["cell_type"] == "code":
            blocs.append(f"# %%{attributs}\n{texte}\n")
        else:
            blocs.append(_bloc_de_texte(texte, attributs))
    return "\n".join(blocs)


def _bloc_de_texte(texte: str, attributs: str) -> str:
    if '"""' in texte:
        corps = "\n".join(f"# {ligne}".rstrip() for ligne in texte.split("\n"))
    else:
        corps = f'r"""\n{texte.rstrip()}\n"""'
    return f"# %% [markdown]{attributs}\n{corps}\n"


def lire(chemin: Path) -> CarnetSource:
    """Le `.py` découpé en cellules. Lève `SourceIllisible` (absent, encodage, cellule mal formée)."""
    from chatmairie.carnets.source import SourceIllisible

    try:
        brut = chemin.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as erreur:
        raise SourceIllisible(f"« {chemin} » n'est pas en UTF-8 : réglez cela dans votre éditeur.") from erreur
    except OSError as erreur:
        raise SourceIllisible(f"« {chemin} » ne peut pas être lu : {pourquoi(erreur)}.") from erreur
    return lire_texte(brut, chemin)


def remplir(modele: Mapping[str, Any], texte: CarnetSource) -> Depot:
    """Le carnet `modele` où chaque cellule de réponse prend le texte du `.py`. Ne change pas `modele`.

    Une réponse restée vide dans le `.py` n'efface pas celle du carnet ; une cellule absente reste telle quelle.
    """
    carnet = json.loads(json.dumps(modele))
    ecrites = {c.exercice: c for c in texte.cellules if c.role in ("reponse", "ouverte")}
    remplies, avis = [], []
    for identifiant, cellule in travail.reponses(carnet).items():
        exercice = depuis_grade_id(identifiant)
        source = ecrites.pop(exercice, None)
        if source is None:
            avis.append(f"« {exercice} » : sa cellule de réponse n'est plus dans le fichier ; elle est rendue vide.")
            continue
        nouvelle = {**cellule, "source": source.texte.rstrip("\n")}
        if not travail.est_remplie(nouvelle):
            if travail.est_remplie(cellule):
                avis.append(f"« {exercice} » : rien dans le fichier, la réponse du carnet est gardée.")
            else:
                avis.append(f"« {exercice} » : pas encore de réponse.")
            continue
        if travail.est_remplie(cellule) and travail.texte(cellule).strip() != nouvelle["source"].strip():
            avis.append(f"« {exercice} » : le carnet avait une autre réponse ; celle du fichier est rendue.")
        cellule["source"] = nouvelle["source"]
        remplies.append(exercice)
    avis += [f"« {e} » n'est pas un exercice de ce carnet : sa réponse n'est pas rendue." for e in ecrites if e]
    return Depot(travail.sans_sorties(carnet), tuple(remplies), tuple(avis))
