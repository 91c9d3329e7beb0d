"""Un devoir court tiré du vrai carnet 02 (trois exercices, notés ici ; une question ouverte), et des copies à déposer.

Une copie est une fonction qui reçoit le carnet distribué (réponses justes déjà écrites) et l'abîme, ou une fonction
qui écrit ce qu'elle veut dans le dossier rendu.
"""

from __future__ import annotations

import copy
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat

from chatmairie.correction import lot, notes_de_classe
from chatmairie.echecs import catalogue
from chatmairie.juge.exercice import vers_grade_id
from outils import banque
from outils.classe_notes import lire_notes

RACINE = Path(__file__).resolve().parents[2]
DEVOIR = "90_court"
EXERCICES = ("donnees.taux", "donnees.colonnes", "donnees.surveiller")
POINTS = {"donnees.taux": 1.0, "donnees.colonnes": 2.0, "donnees.surveiller": 1.0}
OUVERTE = "donnees.ouverte"
TEXTE = "La mairie s'est trompée : le dossier de Léa est repris, écrivez-nous au guichet."

Abimer = Callable[[Any], Any]
Deposer = Callable[[Path, Any], None]


@dataclass(frozen=True)
class Copie:
    """Une copie d'essai et ce qu'elle doit obtenir.

    points : exercice -> points ; par défaut, tout juste ; `None` : n'importe. etat : code d'`etats.ETATS` ; `None` :
    tous, sauf une panne.
    """

    abimer: Abimer | None = None
    deposer: Deposer | None = None
    points: dict[str, float] | float | None = 1.0
    etat: str | None = "corrigee"

    def attendus(self) -> dict[str, float] | None:
        if self.points is None:
            return None
        return self.points if isinstance(self.points, dict) else {e: p * self.points for e, p in POINTS.items()}


def carnet_court() -> Any:
    """Le carnet du formateur : la cellule d'imports, une préparation, trois exercices, une question ouverte."""
    entier = banque.carnet_du_formateur(banque.carnet_de(EXERCICES[0]))
    reponses = {vers_grade_id(e): e for e in EXERCICES}
    voulues = {*reponses, "donnees-ouverte-question", "donnees-ouverte"}
    imports = next(c for c in entier.cells if c.cell_type == "code")
    prose = next(c for c in entier.cells if c.cell_type == "markdown")
    preparation = copy.deepcopy(imports)
    preparation.source, preparation["id"] = "SEUIL_DU_COURS = 0.5\nprint('préparé')", "preparation"
    modele = next(c for c in entier.cells if c.metadata.get("nbgrader", {}).get("grade_id") == "donnees-personnes-note")
    gardees = []
    for une in entier.cells:
        grade_id = une.metadata.get("nbgrader", {}).get("grade_id")
        if grade_id in voulues:
            gardees.append(une)
        if grade_id in reponses:
            gardees.append(_note(modele, reponses[grade_id]))
    ouvertes = [c for c in gardees if c.cell_type == "markdown"]
    entier.cells = [prose, imports, preparation, *(c for c in gardees if c not in ouvertes), *ouvertes]
    return entier


def _note(modele: Any, exercice: str) -> Any:
    """La cellule qui note cet exercice : « en plus » dans le carnet, il compte dans le devoir court."""
    note, grade_id = copy.deepcopy(modele), f"{vers_grade_id(exercice)}-note"
    (production,) = catalogue.exercice(exercice).productions
    note.source = note.source.replace("donnees.personnes", exercice).replace("PERSONNES", production)
    note["id"] = grade_id
    note.metadata["nbgrader"].update(grade_id=grade_id, points=POINTS[exercice])
    return note


def cellule(carnet: Any, grade_id: str) -> Any:
    """La cellule de ce `grade_id`."""
    return next(c for c in carnet.cells if c.metadata.get("nbgrader", {}).get("grade_id") == grade_id)


def rang(carnet: Any, grade_id: str) -> int:
    return carnet.cells.index(cellule(carnet, grade_id))


def code(source: str) -> Any:
    return nbformat.v4.new_code_cell(source)


def texte(source: str) -> Any:
    return nbformat.v4.new_markdown_cell(source)


def remplir(distribue: Any) -> Any:
    """Le carnet distribué avec une réponse juste partout."""
    rendu = copy.deepcopy(distribue)
    justes = {e.replace(".", "-"): next(r for r in banque.charger(e) if r.genre == "juste").texte for e in EXERCICES}
    for une in rendu.cells:
        grade_id = une.metadata.get("nbgrader", {}).get("grade_id")
        une.source = {**justes, "donnees-ouverte": TEXTE}.get(grade_id, une.source)
    return rendu


class Classe:
    """Une classe d'essai dans `racine` : distribuer, déposer, corriger, lire."""

    def __init__(
        self,
        racine: Path,
        carnets: tuple[str, ...] = (DEVOIR,),
        reglages: str = "",
        preparer: Callable[[str, Any], None] = lambda nom, carnet: None,
    ) -> None:

        self.racine = racine
        (racine / "course" / DEVOIR).mkdir(parents=True)
        (racine / "nbgrader_config.py").write_text(
            (RACINE / "nbgrader_config.py").read_text(encoding="utf-8") + "\n" + reglages, encoding="utf-8"
        )
        for nom in carnets:
            carnet = carnet_court()
            preparer(nom, carnet)
            nbformat.write(carnet, racine / "course" / DEVOIR / f"{nom}.ipynb")
        self.nbgrader("generate_assignment", DEVOIR)
        self.distribue = nbformat.read(racine / "classe" / "release" / DEVOIR / f"{carnets[0]}.ipynb", as_version=4)

    @property
    def classe(self) -> Path:
        return self.racine / "classe"

    def dossier(self, eleve: str) -> Path:
        return self.classe / "submitted" / eleve / DEVOIR

    def deposer(self, eleve: str, copie: Copie) -> None:
        dossier = self.dossier(eleve)
        dossier.mkdir(parents=True)
        rendu = remplir(self.distribue)
        if copie.abimer is not None:
            rendu = copie.abimer(rendu) or rendu
        if copie.deposer is not None:
            copie.deposer(dossier, rendu)
        else:
            nbformat.write(rendu, dossier / f"{DEVOIR}.ipynb")

    def environnement(self) -> dict[str, str]:
        environnement = {
            n: v for n, v in os.environ.items() if n not in ("CHATMAIRIE_SECRET", "CHATMAIRIE_PROGRESSION")
        }
        environnement["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), environnement.get("PATH", "")])
        environnement.pop("PYTHONDONTWRITEBYTECODE", None)
        return environnement

    def nbgrader(self, *arguments: str, reussite: bool = True) -> subprocess.CompletedProcess:
        fini = subprocess.run(
            [sys.executable, "-m", "nbgrader", *arguments], cwd=self.racine, env=self.environnement(),
            capture_output=True, text=True, errors="replace", check=False, stdin=subprocess.DEVNULL,
        )  # fmt: skip
        assert not reussite or fini.returncode == 0, fini.stderr[-3000:]
        return fini

    def commande(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "chatmairie.correction", "corriger", f"--racine={self.racine}", *arguments]

    def corriger(self, *arguments: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            self.commande(*arguments), cwd=self.racine, env=self.environnement(),
            capture_output=True, text=True, errors="replace", check=False, stdin=subprocess.DEVNULL,
        )  # fmt: skip

    def notes(self) -> dict[tuple[str, str], float | None]:
        """(élève, exercice) -> points (`None` : à lire)."""
        return {(e, x): n.points for (e, _d, _c, x), n in lire_notes(self.classe / "gradebook.db").items()}

    def lignes(self) -> dict[str, notes_de_classe.Ligne]:
        """Élève -> sa ligne du tableau (un seul carnet)."""
        return {ligne.eleve: ligne for ligne in self.tableau()}

    def tableau(self) -> list[notes_de_classe.Ligne]:
        ici = os.getcwd()
        try:
            app = lot.application(self.racine)
            return notes_de_classe.lire_le_bilan(app.coursedir, [DEVOIR])
        finally:
            os.chdir(ici)


OUVERTS: list[subprocess.Popen] = []


def fermer_les_processus() -> None:
    """Arrête les corrections lancées par un essai qui a échoué en route."""
    from chatmairie.correction.enclos import arreter_la_descendance

    while OUVERTS:
        processus = OUVERTS.pop()
        if processus.poll() is None:
            arreter_la_descendance(processus.pid)
            processus.kill()
            processus.wait()
