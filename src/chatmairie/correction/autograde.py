"""Corriger par nbgrader (`nbgrader autograde`, le bouton du formgrader) : la même porte que `corriger`.

`Autograde.exporter_class = ExporteurDesCopies` : lit la copie quel que soit l'accident, la fait corriger par un ouvrier
(`ouvrier.py`), inscrit ses notes et rend le carnet corrigé. nbgrader l'écrit, et n'exécute rien.
"""

from __future__ import annotations

import dataclasses
import os
from pathlib import Path
from typing import Any

from nbconvert.exporters import NotebookExporter
from nbconvert.exporters.exporter import ResourcesDict
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.converters.base import NbGraderException
from traitlets import Bool, Dict, Float, Integer
from traitlets.config import Configurable

from chatmairie.correction import commande
from chatmairie.correction.carnet_de_notes import CarnetDeNotes, refus_du_secret
from chatmairie.correction.commande import DOSSIER, classe
from chatmairie.correction.devoir import Devoir, Rendu, lire_le_devoir, lire_le_rendu
from chatmairie.correction.enclos import LIMITES, EnclosImpossible
from chatmairie.correction.execution_carnet import CALCUL_CARNET_S, CALCUL_CELLULE_S, SORTIES_MAX, Reglages
from chatmairie.correction.ouvrier import OuvrierPerdu, ouvrier_partage, rendre_l_ouvrier
from chatmairie.correction.seances import ATTENTE_COPIE_S
from chatmairie.juge.jugement import LIMITE_S, VARIABLE_SECRET

DUREE_MAX_S = 1800
"""L'horloge de dernier recours d'une copie, en secondes : ce qui calcule est arrêté bien avant."""

QUOI_FAIRE = (
    "Installez bubblewrap (sous Debian ou Ubuntu : « sudo apt-get install bubblewrap »). Pour corriger quand même des "
    "copies que vous avez lues, sur une machine où rien n'est à protéger : « corriger --sans-enclos », ou "
    "`c.Executer.sans_enclos = True` dans nbgrader_config.py."
)


class Executer(Configurable):
    """Les réglages de l'exécution (`c.Executer.…` dans `nbgrader_config.py`)."""

    sans_enclos = Bool(False, help="Corriger même si l'enclos ne tient pas : rien ne protège alors cette machine.").tag(
        config=True
    )
    calcul_cellule = Float(CALCUL_CELLULE_S, help="Secondes de processeur pour une cellule.").tag(config=True)
    calcul_carnet = Float(CALCUL_CARNET_S, help="Secondes de processeur pour toutes les cellules.").tag(config=True)
    attente = Float(ATTENTE_COPIE_S, help="Secondes d'horloge pour un carnet entier, même s'il dort.").tag(config=True)
    limite = Float(LIMITE_S, help="Secondes de processeur par monde, la même que chez l'élève.").tag(config=True)
    sorties = Integer(SORTIES_MAX, help="Résultats gardés pour une cellule, en caractères.").tag(config=True)
    limites = Dict({}, help=f"Limites du système, parmi : {', '.join(LIMITES)}.").tag(config=True)
    tout_rejouer = Bool(False, help="Rejouer aussi les cellules du cours qui ne font que montrer.").tag(config=True)

    def reglages(self) -> dict[str, Any]:
        """Ce dont un ouvrier a besoin."""
        execution = {champ.name: getattr(self, champ.name) for champ in dataclasses.fields(Reglages)}
        return {"sans_enclos": self.sans_enclos, "limites": dict(self.limites), "execution": execution}


class ExporteurDesCopies(NotebookExporter):
    """L'exporteur de carnets de nbgrader, qui ne bute sur aucun fichier rendu, et les fait corriger."""

    def __init__(self, **reglages: Any) -> None:
        super().__init__(**reglages)
        self._copies: dict[Path, tuple[str, Devoir, Rendu]] = {}
        convertisseur: Any = self.parent
        if not hasattr(convertisseur, "assignments"):
            return
        coursedir = convertisseur.coursedir
        ou = classe(coursedir) / DOSSIER
        try:
            empeche = commande.phrase_du_verrou(ou) if commande.est_tenu(ou, coursedir.db_url) else ""
        except commande.VerrouImpossible as impossible:
            empeche = str(impossible)
        empeche = empeche or refus_du_secret(coursedir, [coursedir.assignment_id])
        if empeche:
            self.log.error(empeche)
            raise NbGraderException(empeche)
        self._preparer(convertisseur)

    def _preparer(self, convertisseur: Any) -> None:
        """Avant toute conversion : les carnets renommés retrouvent leur nom, ce qui bloquerait est mis de côté."""
        coursedir, devoirs = convertisseur.coursedir, {}
        with Gradebook(coursedir.db_url, coursedir.course_id) as notes:
            for chemin, trouves in convertisseur.assignments.items():
                dossier = Path(chemin)
                try:
                    eleve, nom = _eleve_et_devoir(coursedir, dossier)
                    if nom not in devoirs:
                        devoirs[nom] = lire_le_devoir(coursedir, notes, nom)
                    rendu = lire_le_rendu(coursedir, eleve, devoirs[nom])
                except (OSError, MissingEntry) as erreur:
                    self.log.warning("« %s » n'a pas pu être préparé : %s", dossier, erreur)
                    continue
                self._copies[dossier.resolve()] = eleve, devoirs[nom], rendu
                if coursedir.notebook_id == "*":
                    convertisseur.assignments[chemin] = [str(dossier / f"{n}.ipynb") for n in rendu.carnets] or trouves

    def from_filename(self, filename: str, resources: dict | None = None, **options: Any) -> tuple[Any, Any]:
        chemin = Path(filename)
        convertisseur: Any = self.parent
        if not getattr(convertisseur, "_sanitizing", False) or chemin.parent.resolve() not in self._copies:
            return super().from_filename(filename, resources=resources, **options)
        eleve, devoir, rendu = self._copies[chemin.parent.resolve()]
        faits = self._corriger(devoir, Rendu({chemin.stem: rendu.carnets[chemin.stem]}, rendu.pieces))
        coursedir = convertisseur.coursedir
        with Gradebook(coursedir.db_url, coursedir.course_id) as notes:
            nb = CarnetDeNotes(convertisseur, coursedir, notes).inscrire(eleve, devoir.nom, faits)[chemin.stem]
        ressources = resources if resources is not None else ResourcesDict()
        ressources["metadata"] = ResourcesDict(name=chemin.stem, path=os.path.dirname(filename))
        return self.from_notebook_node(nb, resources=ressources, **options)

    def _corriger(self, devoir: Devoir, rendu: Rendu) -> dict[str, Any]:
        for essai in (1, 2):
            try:
                reglages = Executer(parent=self.parent).reglages()
                fait = ouvrier_partage(os.environ.get(VARIABLE_SECRET, ""), reglages).corriger(
                    devoir, rendu, DUREE_MAX_S
                )
                rendre_l_ouvrier()
                return fait
            except EnclosImpossible as refus:
                raise NbGraderException(f"{refus} {QUOI_FAIRE}") from refus
            except OuvrierPerdu as perdu:
                if essai == 2:
                    raise NbGraderException(f"La correction de cette copie a échoué : {perdu}.") from perdu
        raise AssertionError


def _eleve_et_devoir(coursedir: Any, dossier: Path) -> tuple[str, str]:
    import re

    motif = coursedir.format_path(
        coursedir.submitted_directory, "(?P<student_id>.*)", "(?P<assignment_id>.*)", escape=True
    )
    trouve = re.fullmatch(motif, str(dossier))
    if trouve is None:
        raise MissingEntry(f"« {dossier} » n'est pas le dossier d'une copie.")
    return trouve["student_id"], trouve["assignment_id"]
