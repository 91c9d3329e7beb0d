"""Brancher la lecture et la reconstruction sur nbgrader : un exporteur et un préprocesseur, réglés par la config.

`Autograde.exporter_class = ExporteurDesCopies` : prépare les dossiers rendus, et lit chaque carnet quel que soit
l'accident. `Autograde.sanitize_preprocessors` : `Reconstruire` en tête de la liste d'origine. Les commandes de
nbgrader et le formgrader passent tous deux par là.
"""

from __future__ import annotations

import copy
import os
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters import NotebookExporter
from nbconvert.exporters.exporter import ResourcesDict
from nbformat.v4 import new_notebook
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.converters.base import NbGraderException
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import NbGraderPreprocessor

from chatmairie.correction import etats, lot_verrou
from chatmairie.correction.reconstruction import CelluleDuMaitre, montrer_les_remarques, rebatir
from chatmairie.correction.reconstruction_dossier import Dossier, preparer_le_dossier
from chatmairie.correction.reconstruction_lecture import lire_un_carnet

DOSSIER_A_PART = "mis_de_cote"
DOSSIER_DU_LOT = ".correction"


class ExporteurDesCopies(NotebookExporter):
    """L'exporteur de carnets de nbgrader, qui ne bute sur aucun fichier rendu."""

    def __init__(self, **reglages: Any) -> None:
        super().__init__(**reglages)
        self._dossiers: dict[Path, Dossier] = {}
        if hasattr(self.parent, "coursedir") and hasattr(self.parent, "assignments"):
            self._attendre_son_tour(self.parent.coursedir)
            self._preparer(self.parent)

    def _attendre_son_tour(self, coursedir: CourseDirectory) -> None:
        classe = Path(coursedir.root, coursedir.submitted_directory).parent / DOSSIER_DU_LOT
        if lot_verrou.est_tenu(classe):
            self.log.error(lot_verrou.phrase_du_verrou(classe))
            raise NbGraderException(lot_verrou.phrase_du_verrou(classe))

    def _preparer(self, convertisseur: Any) -> None:
        """Avant toute conversion : les carnets renommés retrouvent leur nom, ce qui bloquerait est mis de côté."""
        for chemin, trouves in convertisseur.assignments.items():
            dossier = Path(chemin)
            try:
                deja = getattr(convertisseur, "prepares", {})
                prepare = deja.get(chemin) or preparer_une_copie(convertisseur.coursedir, dossier)
            except (OSError, MissingEntry) as erreur:
                self.log.warning("« %s » n'a pas pu être préparé : %s", dossier, erreur)
                continue
            self._dossiers[dossier.resolve()] = prepare
            motif = convertisseur.coursedir.notebook_id
            if motif == "*":
                convertisseur.assignments[chemin] = [str(dossier / f.name) for f in prepare.carnets.values()] or trouves

    def from_filename(self, filename: str, resources: dict | None = None, **options: Any) -> tuple[Any, Any]:
        if not getattr(self.parent, "_sanitizing", False):
            return super().from_filename(filename, resources=resources, **options)
        chemin = Path(filename)
        prepare = self._dossiers.get(chemin.parent.resolve(), Dossier())
        carnet = lire_une_copie(chemin, prepare.remarques.get(chemin.stem, []))
        ressources = resources if resources is not None else ResourcesDict()
        lieu = ResourcesDict()
        lieu["name"], lieu["path"] = chemin.stem, os.path.dirname(filename)
        ressources["metadata"] = lieu
        return self.from_notebook_node(carnet, resources=ressources, **options)


class Reconstruire(NbGraderPreprocessor):
    """Rebâtit la copie à partir du carnet du formateur, avant tout autre travail."""

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        ici = resources["nbgrader"]
        convertisseur = getattr(self.parent, "parent", None)
        coursedir = getattr(convertisseur, "coursedir", None) or CourseDirectory(parent=self)
        fait = reconstruire(nb, coursedir, ici["assignment"], ici["notebook"])
        for phrase in etats.lire(fait)[1]:
            self.log.warning("%s, %s : %s", ici["student"], ici["notebook"], phrase)
        return fait, resources


def lire_une_copie(chemin: Path, dites: list[str]) -> Any:
    """Le carnet rendu, tel qu'il a pu être lu ; ce qui s'est passé est rangé dans ses métadonnées. dites : ce qui a été
    dit de son dossier."""
    lu = lire_un_carnet(chemin)
    carnet = lu.carnet if lu.carnet is not None else new_notebook()
    carnet.metadata[etats.CLE] = {
        "lu": lu.etat, "lisible": lu.carnet is not None, "dites": [*dites, *lu.remarques],
    }  # fmt: skip
    return carnet


def reconstruire(nb: Any, coursedir: CourseDirectory, devoir: str, carnet: str) -> Any:
    """La copie rebâtie à partir du carnet du formateur. nb : ce qu'a rendu `lire_une_copie`."""
    maitre = lire_le_maitre(coursedir, devoir, carnet, coursedir.db_url)
    arrivee = nb.metadata.get(etats.CLE, {})
    fait = rebatir(maitre, nb if arrivee.get("lisible", True) else None, arrivee.get("lu", ""))
    dites = [*arrivee.get("dites", []), *fait.remarques]
    etat = "remise_en_ordre" if fait.etat == "corrigee" and dites else fait.etat
    etats.ecrire(fait.carnet, etat, dites)
    if fait.ordre:
        fait.carnet.metadata[etats.CLE]["ordre"] = list(fait.ordre)
    montrer_les_remarques(fait.carnet)
    return fait.carnet


def preparer_une_copie(coursedir: CourseDirectory, dossier: Path) -> Dossier:
    """Prépare le dossier rendu `dossier` (…/élève/devoir). Lève `MissingEntry` si le devoir n'est pas distribué."""
    eleve, devoir = _eleve_et_devoir(coursedir, dossier)
    with Gradebook(coursedir.db_url, coursedir.course_id) as notes:
        noms = [carnet.name for carnet in notes.find_assignment(devoir).notebooks]
    maitres = {nom: lire_le_maitre(coursedir, devoir, nom, coursedir.db_url) for nom in noms}
    a_part = Path(coursedir.root, coursedir.submitted_directory).parent / DOSSIER_A_PART / eleve / devoir
    return preparer_le_dossier(dossier, maitres, a_part)


def _eleve_et_devoir(coursedir: CourseDirectory, dossier: Path) -> tuple[str, str]:
    import re

    motif = coursedir.format_path(
        coursedir.submitted_directory, "(?P<student_id>.*)", "(?P<assignment_id>.*)", escape=True
    )
    trouve = re.fullmatch(motif, str(dossier))
    if trouve is None:
        raise MissingEntry(f"« {dossier} » n'est pas le dossier d'une copie.")
    return trouve["student_id"], trouve["assignment_id"]


def lire_le_maitre(coursedir: CourseDirectory, devoir: str, carnet: str, db_url: str) -> tuple[CelluleDuMaitre, ...]:
    """Les cellules du carnet du formateur : l'ordre de ce qui a été distribué, le texte du carnet de notes.

    Si le devoir distribué n'est plus là, l'ordre est celui de l'énoncé d'origine.
    Lève `MissingEntry` si le carnet n'a jamais été distribué (`nbgrader generate_assignment`).
    """
    with Gradebook(db_url, coursedir.course_id) as notes:
        connu = notes.find_notebook(carnet, devoir)
        sources = {c.name: c for c in connu.source_cells}
        points = {c.name: float(c.max_score) for c in [*connu.grade_cells, *connu.task_cells]}
        notees = {c.name for c in connu.grade_cells}
        reponses = {c.name for c in connu.solution_cells}
        taches = {c.name for c in connu.task_cells}
        etiquettes = {
            nom: {
                "grade_id": nom, "grade": nom in notees, "solution": nom in reponses, "task": nom in taches,
                "locked": bool(c.locked), "checksum": c.checksum, "cell_type": c.cell_type, "schema_version": 3,
                **({"points": points[nom]} if nom in points else {}),
            }
            for nom, c in sources.items()
        }  # fmt: skip
        textes = {nom: (c.source or "", c.cell_type) for nom, c in sources.items()}
    modele = _carnet_distribue(coursedir, devoir, carnet)
    cellules = []
    for numero, cellule in enumerate(modele.cells):
        nom = cellule.metadata.get("nbgrader", {}).get("grade_id")
        identifiant = str(cellule.get("id") or f"cours-{numero}")
        if nom in textes:
            source, genre = textes.pop(nom)
            cellules.append(CelluleDuMaitre(identifiant, genre, source, cellule.source, copy.copy(etiquettes[nom])))
        else:
            cellules.append(CelluleDuMaitre(identifiant, cellule.cell_type, cellule.source, cellule.source))
    for nom, (source, genre) in textes.items():  # une cellule notée que le fichier distribué n'aurait plus
        cellules.append(CelluleDuMaitre(f"remise-{nom}"[:64], genre, source, source, etiquettes[nom]))
    return tuple(cellules)


def _carnet_distribue(coursedir: CourseDirectory, devoir: str, carnet: str) -> Any:
    for etape in (coursedir.release_directory, coursedir.source_directory):
        chemin = Path(coursedir.format_path(etape, ".", devoir)) / f"{carnet}.ipynb"
        if chemin.is_file():
            return nbformat.read(chemin, as_version=4)
    return new_notebook()
