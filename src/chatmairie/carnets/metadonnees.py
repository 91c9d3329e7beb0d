"""De la source au carnet : métadonnées nbgrader développées, identifiants de cellule, barème.

Les points viennent de l'exercice et de nulle part ailleurs. Le barème d'une question ouverte
vient de ses six indicateurs.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable
from typing import Any

from chatmairie.carnets import formulaires
from chatmairie.carnets.reglages import BOUCHON_TEXTE
from chatmairie.carnets.source import CarnetSource, CelluleSource, SourceIllisible
from chatmairie.juge.exercice import Exercice, QuestionOuverte, vers_grade_id
from chatmairie.langue.typographie import poser_les_espaces

Catalogue = Callable[[str], Exercice | QuestionOuverte]
"""D'un identifiant à l'exercice ; lève `LookupError` ou `ValueError` quand il n'existe pas."""

ROLES = {"reponse": "code", "note": "code", "question": "markdown", "ouverte": "markdown"}
"""Rôle d'une cellule d'exercice -> genre de cellule."""

REPLIE = "replie"
"""L'étiquette d'une cellule dont JupyterLab ne montre que le résultat (son code reste à un clic)."""
ATTRIBUTS_ADMIS = frozenset({"exercice", "role", "tags"})
DEBUT_BAREME = "<!-- ### BEGIN MARK SCHEME -->"
FIN_BAREME = "<!-- ### END MARK SCHEME -->"
REGION_BAREME = re.compile(r"^[^\n]*BEGIN MARK SCHEME[^\n]*\n(?P<corps>.*?)^[^\n]*END MARK SCHEME[^\n]*$", re.M | re.S)

CONSIGNE_CODE = "# Répondez dans le formulaire ; ou en Python : ce modèle complété, sans # (Ctrl+/)."
CONSIGNE_EN_CODE = "# Dans cette classe, cet exercice se répond en Python."
CONSIGNE_TEXTE = (
    f"Répondez dans le formulaire ; ou cliquez sur « {BOUCHON_TEXTE} », puis Entrée, et remplacez ces mots "
    "(Maj+Entrée, puis Ctrl+S). La suite montre ce qui sera cherché."
)
"""Ce que la fabrique pose au-dessus du modèle d'une cellule de réponse, et sous une question ouverte."""
_MODELE = re.compile(r"(?<=END SOLUTION\n)(?P<avant>\)?\n*)(?=# )")

METADONNEES_DU_CARNET = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {
        "codemirror_mode": {"name": "ipython", "version": 3},
        "file_extension": ".py",
        "mimetype": "text/x-python",
        "name": "python",
        "nbconvert_exporter": "python",
        "pygments_lexer": "ipython3",
    },
}
"""Sans numéro de version : le carnet ne change pas avec la machine qui le construit."""


def catalogue_du_cours() -> Catalogue:
    """Le catalogue réel (chargé à l'usage)."""
    from chatmairie.echecs import catalogue

    return catalogue.exercice


def chercher(catalogue: Catalogue, carnet: CarnetSource, cellule: CelluleSource) -> Exercice | QuestionOuverte:
    """L'exercice d'une cellule. Lève `SourceIllisible` avec le lieu s'il est inconnu."""
    try:
        return catalogue(str(cellule.exercice))
    except (LookupError, ValueError) as erreur:
        raise SourceIllisible(f"{carnet.lieu(cellule)} : {_phrase(erreur)}") from erreur


def metadonnees_nbgrader(carnet: CarnetSource, cellule: CelluleSource, catalogue: Catalogue) -> dict[str, Any] | None:
    """Le dictionnaire `metadata.nbgrader`, ou None pour une cellule ordinaire.

    Lève `SourceIllisible` : attribut inconnu, rôle inconnu ou d'un autre genre, exercice inconnu.
    """
    lieu = carnet.lieu(cellule)
    inconnus = set(cellule.attributs) - ATTRIBUTS_ADMIS
    if inconnus:
        admis = ", ".join(sorted(ATTRIBUTS_ADMIS))
        raise SourceIllisible(f"{lieu} : attribut inconnu « {sorted(inconnus)[0]} » (admis : {admis}).")
    if cellule.exercice is None and cellule.role is None:
        return None
    if cellule.role not in ROLES or cellule.exercice is None:
        raise SourceIllisible(f'{lieu} : écrivez exercice="module.nom" et role= parmi {", ".join(ROLES)}.')
    if ROLES[cellule.role] != cellule.genre:
        raise SourceIllisible(f"{lieu} : le rôle « {cellule.role} » demande une cellule {ROLES[cellule.role]}.")
    exercice = chercher(catalogue, carnet, cellule)
    ouverte = isinstance(exercice, QuestionOuverte)
    if ouverte != (cellule.role in ("question", "ouverte")):
        genre = "une question ouverte" if ouverte else "un exercice jugé par le code"
        raise SourceIllisible(f"{lieu} : « {cellule.exercice} » est {genre}, le rôle « {cellule.role} » ne lui va pas.")
    grade_id = vers_grade_id(cellule.exercice)
    base = {"schema_version": 3, "task": False}
    if cellule.role == "reponse":
        return base | {"grade_id": grade_id, "solution": True, "grade": False, "locked": False}
    if cellule.role == "question":
        return base | {"grade_id": f"{grade_id}-question", "solution": False, "grade": False, "locked": True}
    points = _nombre(exercice.points)
    if cellule.role == "note":
        return base | {
            "grade_id": f"{grade_id}-note",
            "solution": False,
            "grade": True,
            "locked": True,
            "points": points,
        }
    return base | {"grade_id": grade_id, "solution": True, "grade": True, "locked": False, "points": points}


def developper(carnet: CarnetSource, catalogue: Catalogue) -> Any:
    """Le carnet complet, sans sorties (un `NotebookNode` nbformat 4.5). Lève `SourceIllisible`."""
    import nbformat.v4 as v4

    cellules = []
    vus: Counter[str] = Counter()
    for source in carnet.cellules:
        nbgrader = metadonnees_nbgrader(carnet, source, catalogue)
        texte = source.texte
        if source.role == "question":
            texte = _avec_bareme(texte, chercher(catalogue, carnet, source))
        if source.role == "reponse":
            texte = _avec_consigne(texte, chercher(catalogue, carnet, source))
        if source.genre == "markdown":
            texte = poser_les_espaces(texte)
        metadonnees: dict[str, Any] = {}
        if nbgrader is not None:
            metadonnees["nbgrader"] = nbgrader
        if source.attributs.get("tags"):
            metadonnees["tags"] = list(source.attributs["tags"])
        if REPLIE in (source.attributs.get("tags") or []):
            metadonnees["jupyter"] = {"source_hidden": True}
        formulaire = _formulaire(carnet, source, catalogue)
        if formulaire is not None:
            metadonnees[formulaires.CLE] = formulaire
        fabrique = {"code": v4.new_code_cell, "markdown": v4.new_markdown_cell, "raw": v4.new_raw_cell}[source.genre]
        identifiant = _identifiant(source, nbgrader, vus)
        cellules.append(fabrique(source=texte, metadata=metadonnees, id=identifiant))
    nb = v4.new_notebook(cells=cellules, metadata=dict(METADONNEES_DU_CARNET))
    titre = _titre(carnet)
    if titre:
        nb.metadata["title"] = poser_les_espaces(titre)
    nb.nbformat_minor = 5
    return nb


def _formulaire(carnet: CarnetSource, source: CelluleSource, catalogue: Catalogue) -> dict[str, Any] | None:
    """La description du formulaire de cette cellule (voir `formulaires`), ou None."""
    if source.role in ("reponse", "ouverte"):
        return formulaires.formulaire_de_l_exercice(chercher(catalogue, carnet, source), source.texte)
    return formulaires.formulaire_de_l_appel(source.texte) if source.genre == "code" and not source.role else None


def lignes_du_bareme(question: QuestionOuverte) -> list[str]:
    """Les six lignes du barème, telles qu'elles paraissent à qui corrige."""
    return [f"{rang}. {_en_phrase(indicateur[0])}" for rang, indicateur in enumerate(question.indicateurs, 1)]


def _en_phrase(indicateur: str) -> str:
    return indicateur[:1].upper() + indicateur[1:].rstrip(". ") + "."


def _avec_bareme(texte: str, question: Exercice | QuestionOuverte) -> str:
    if REGION_BAREME.search(texte) or not isinstance(question, QuestionOuverte):
        return texte
    corps = "\n".join(lignes_du_bareme(question))
    return (
        f"{texte.rstrip()}\n\n{CONSIGNE_TEXTE}\n\n{DEBUT_BAREME}\n\n**Barème : six points à observer, 0,5 chacun "
        f"(oui ou non) ; la lecture s'arrête à {question.mots_max} mots.**\n\n{corps}\n\n{FIN_BAREME}"
    )


def _avec_consigne(texte: str, exercice: Exercice | QuestionOuverte) -> str:
    """La cellule de réponse ; au-dessus de son modèle (des lignes en commentaire), comment répondre."""
    choix = f' Choix : options("{exercice.identifiant}").' if getattr(exercice, "choix", None) else ""
    return _MODELE.sub(lambda m: f"{m['avant']}{CONSIGNE_CODE}{choix}\n", texte)


def _identifiant(source: CelluleSource, nbgrader: dict[str, Any] | None, vus: Counter[str]) -> str:
    """Identifiant stable : celui de l'exercice, sinon une empreinte du contenu (et un rang s'il se répète)."""
    if nbgrader is not None:
        base = nbgrader["grade_id"][:56]
    else:
        base = hashlib.sha256(f"{source.genre}\n{source.texte}".encode()).hexdigest()[:12]
    vus[base] += 1
    return base if vus[base] == 1 else f"{base}-{vus[base]}"


def _titre(carnet: CarnetSource) -> str:
    for cellule in carnet.cellules:
        if cellule.genre == "markdown":
            trouve = re.search(r"^# +(.+?)\s*#*$", cellule.texte, re.M)
            if trouve:
                return re.sub(r"[*_`]", "", trouve.group(1))
    return ""


def _nombre(points: float) -> int | float:
    return int(points) if float(points).is_integer() else float(points)


def _phrase(erreur: Exception) -> str:
    return str(erreur.args[0]) if isinstance(erreur, KeyError) and erreur.args else str(erreur)
