"""Brancher l'exécution sur nbgrader : `Executer` à la place de son `Execute`, et ce qui suit la note.

`Executer` n'exécute rien lui-même : il envoie le carnet rebâti à un ouvrier (`ouvrier.py`) et reprend ses résultats.
Pour un lot, `corriger` a déjà demandé : les résultats sont là (`resultats`, sur le convertisseur).
"""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.api import Gradebook
from nbgrader.converters.base import NbGraderException
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Bool, Dict, Float, Integer

from chatmairie.correction import etats
from chatmairie.correction.enclos import LIMITES, EnclosImpossible
from chatmairie.correction.execution_carnet import CALCUL_CARNET_S, CALCUL_CELLULE_S, SORTIES_MAX, est_une_note
from chatmairie.correction.ouvrier import OuvrierPerdu, ouvrier_partage, rendre_l_ouvrier
from chatmairie.correction.reconstruction import montrer_les_remarques
from chatmairie.correction.seances import ATTENTE_COPIE_S
from chatmairie.jugement import LIMITE_S, VARIABLE_SECRET

DUREE_MAX_S = 1800
"""L'horloge de dernier recours d'une copie, en secondes : ce qui calcule est arrêté bien avant."""

QUOI_FAIRE = (
    "Installez bubblewrap (sous Debian ou Ubuntu : « sudo apt-get install bubblewrap »). Pour corriger quand même des "
    "copies que vous avez lues, sur une machine où rien n'est à protéger : « corriger --sans-enclos », ou "
    "`c.Executer.sans_enclos = True` dans nbgrader_config.py."
)


class Executer(NbGraderPreprocessor):
    """Le carnet exécuté dans l'enclos et jugé par un ouvrier."""

    sans_enclos = Bool(False, help="Corriger même si l'enclos ne tient pas : rien ne protège alors cette machine.").tag(
        config=True
    )
    calcul_cellule = Float(CALCUL_CELLULE_S, help="Secondes de processeur pour une cellule.").tag(config=True)
    calcul_carnet = Float(CALCUL_CARNET_S, help="Secondes de processeur pour toutes les cellules.").tag(config=True)
    attente = Float(ATTENTE_COPIE_S, help="Secondes d'horloge pour un carnet entier, même s'il dort.").tag(config=True)
    limite = Float(LIMITE_S, help="Secondes de processeur par monde, la même que chez l'élève.").tag(config=True)
    sorties = Integer(SORTIES_MAX, help="Résultats gardés pour une cellule, en caractères.").tag(config=True)
    limites = Dict({}, help=f"Limites du système, parmi : {', '.join(LIMITES)}.").tag(config=True)

    def reglages(self) -> dict[str, Any]:
        """Ce dont un ouvrier a besoin."""
        execution = {n: getattr(self, n) for n in ("calcul_cellule", "calcul_carnet", "limite", "attente", "sorties")}
        return {"sans_enclos": self.sans_enclos, "limites": dict(self.limites), "execution": execution}

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        ici = resources["nbgrader"]
        convertisseur = getattr(self.parent, "parent", None)
        coursedir = getattr(convertisseur, "coursedir", None) or CourseDirectory(parent=self)
        deja = getattr(convertisseur, "resultats", {}).get(empreinte_du_carnet(nb))
        fait = deja or self._demander(demande(nb, coursedir, ici["student"], ici["assignment"], ici["notebook"]))
        reprendre(nb, fait)
        montrer_les_remarques(nb)
        return nb, resources

    def _demander(self, quoi: dict[str, Any]) -> str:
        for essai in (1, 2):
            try:
                ouvrier = ouvrier_partage(os.environ.get(VARIABLE_SECRET, ""), self.reglages())
                fait = ouvrier.demander(quoi, DUREE_MAX_S)["nb"]
                rendre_l_ouvrier()
                return fait
            except EnclosImpossible as refus:
                raise NbGraderException(f"{refus} {QUOI_FAIRE}") from refus
            except OuvrierPerdu as perdu:
                if essai == 2:
                    raise NbGraderException(f"La correction de cette copie a échoué : {perdu}.") from perdu
        raise AssertionError


def demande(nb: Any, coursedir: Any, eleve: str, devoir: str, carnet: str) -> dict[str, Any]:
    """Ce qu'un ouvrier doit savoir d'un carnet : lui, celui qui a été distribué, ce qui a été rendu à côté."""
    rendu = Path(coursedir.format_path(coursedir.submitted_directory, eleve, devoir))
    distribue = Path(coursedir.format_path(coursedir.release_directory, ".", devoir))
    fichier = distribue / f"{carnet}.ipynb"
    return {
        "nb": nbformat.writes(nb),
        "distribue": fichier.read_text(encoding="utf-8") if fichier.is_file() else "",
        "dossiers": [str(rendu), str(distribue)],
    }


def empreinte_du_carnet(nb: Any) -> str:
    """Ce qui décide de l'exécution d'un carnet rebâti : ses cellules, dans l'ordre."""
    cellules = [[c.get("id"), c.cell_type, c.source] for c in nb.cells if c.cell_type == "code"]
    return hashlib.sha256(json.dumps(cellules).encode("utf-8", "replace")).hexdigest()


def reprendre(nb: Any, fait: str) -> None:
    """Met dans `nb` les résultats, l'état et les remarques du carnet exécuté."""
    execute = nbformat.reads(fait, as_version=4)
    par_id = {c["id"]: c for c in execute.cells}
    for cellule in nb.cells:
        autre = par_id.get(cellule.get("id"))
        if cellule.cell_type == "code" and autre is not None:
            cellule.outputs, cellule.execution_count = autre.outputs, autre.execution_count
    etat, remarques = etats.lire(execute)
    if etat:
        etats.ecrire(nb, etat, remarques)


class DireEnFrancais(NbGraderPreprocessor):
    """Après la note : une réponse absente, dite en français ; ce que le cours ne juge pas, à une personne."""

    SANS_REPONSE = "Sans réponse."

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        ici = resources["nbgrader"]
        a_lire = {
            c.metadata["nbgrader"]["grade_id"]
            for c in nb.cells
            if est_une_note(c) and any(s.get("ename") == etats.PAR_UNE_PERSONNE for s in c.outputs)
        }
        with Gradebook(ici["db_url"]) as notes:
            rendu = notes.find_submission_notebook(ici["notebook"], ici["assignment"], ici["student"])
            for commentaire in rendu.comments:
                if commentaire.auto_comment == "No response.":
                    commentaire.auto_comment = self.SANS_REPONSE
            for note in rendu.grades:
                if note.name in a_lire:
                    note.auto_score, note.needs_manual_grade = None, note.manual_score is None
            notes.db.commit()
        return nb, resources
