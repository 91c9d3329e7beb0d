"""Inscrire une copie corrigée : le carnet de notes, le dossier corrigé, le retour à l'élève. Une seule main écrit.

Ce que nbgrader écrit en quinze passages l'est ici en un ; ses commandes et son écran y lisent la même chose.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.api import Gradebook
from nbgrader.preprocessors import AssignLatePenalties
from nbgrader.utils import compute_checksum

from chatmairie.carnets.reglages import DOSSIER_CLASSE
from chatmairie.correction.commande import DOSSIER, classe, lire_json
from chatmairie.correction.devoir import Devoir, Rendu
from chatmairie.correction.retours import page_de_retour
from chatmairie.juge.classe_en_cours import VARIABLE_CLASSE
from chatmairie.juge.jugement import VARIABLE_SECRET
from chatmairie.parcours.fichiers import ecrire_atomiquement

EMPREINTE = Path(".chatmairie", "correction.json")
SANS_REPONSE = "Sans réponse."


A_COTE = ("timestamp.txt", "submission_secret.txt")
"""Ce que l'échange de nbgrader met à côté d'une copie rendue, et relit à côté de son retour."""


class CarnetDeNotes:
    """Le carnet de notes d'un cours, ouvert. app : une application nbgrader (ses réglages sont suivis)."""

    def __init__(self, app: Any, coursedir: Any, notes: Gradebook) -> None:
        self.app, self.coursedir, self.notes = app, coursedir, notes

    def inscrire(self, eleve: str, devoir: str, carnets: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
        """Inscrit les notes d'une copie, d'un coup ; 0 partout pour un carnet absent. Rend nom -> carnet corrigé.

        carnets : nom -> « nb » et « points » (`Ouvrier.corriger`). Une note donnée à la main reste ; elle n'est à
        confirmer que si le texte a changé depuis qu'il a été lu.
        """
        self.notes.update_or_create_student(eleve)
        quand = self.coursedir.get_existing_timestamp(self._dossier("submitted", eleve, devoir))
        with self.notes.db.no_autoflush:
            copie = self.notes.update_or_create_submission(devoir, eleve, **({"timestamp": quand} if quand else {}))
        faits = {nom: nbformat.v4.reads(c["nb"]) for nom, c in carnets.items()}
        for carnet in copie.notebooks:
            if carnet.name not in faits:
                for note in carnet.grades:
                    note.auto_score, note.needs_manual_grade = 0, False
                continue
            cellules = {c.metadata["nbgrader"]["grade_id"]: c for c in faits[carnet.name].cells if _etiquette(c)}
            points = carnets[carnet.name]["points"]
            fichier = classe(self.coursedir) / DOSSIER / "lectures" / eleve / devoir / f"{carnet.name}.json"
            lues = lire_json(fichier)
            avant = dict(lues)
            for note in carnet.grades:
                _noter(note, cellules[note.name], points, lues)
            if lues != avant:
                fichier.parent.mkdir(parents=True, exist_ok=True)
                ecrire_atomiquement(fichier, json.dumps(lues, indent=1).encode("utf-8"))
            for commentaire in carnet.comments:
                cellule = cellules.get(commentaire.name)
                vide = cellule is not None and _intacte(cellule)
                commentaire.auto_comment = SANS_REPONSE if vide else None
            self._penaliser(copie, carnet, eleve)
        self.notes.db.commit()
        return faits

    def _penaliser(self, copie: Any, carnet: Any, eleve: str) -> None:
        """Le retard, selon le réglage de nbgrader (`AssignLatePenalties`)."""
        carnet.late_submission_penalty = None
        if copie.total_seconds_late > 0:
            regle = AssignLatePenalties(parent=self.app)
            regle.init_plugin()
            self.notes.db.flush()
            self.notes.db.refresh(carnet, ["score"])
            penalite = regle.plugin_inst.late_submission_penalty(eleve, carnet.score, copie.total_seconds_late)
            if penalite is not None:
                carnet.late_submission_penalty = min(max(0.0, penalite), carnet.score)

    def ecrire(self, eleve: str, devoir: Devoir, rendu: Rendu, carnets: Mapping[str, Any], empreinte: str) -> None:
        """Inscrit une copie : notes, dossier corrigé, retour, puis, en dernier et d'un coup, sa marque."""
        corrige = Path(self._dossier("autograded", eleve, devoir.nom))
        (corrige / EMPREINTE).unlink(missing_ok=True)
        faits = self.inscrire(eleve, devoir.nom, carnets)
        provisoire = corrige.with_name(f".{corrige.name}.partiel")
        shutil.rmtree(provisoire, ignore_errors=True)
        for chemin, octets in devoir.pieces_avec(rendu):
            (provisoire / chemin).parent.mkdir(parents=True, exist_ok=True)
            (provisoire / chemin).write_bytes(octets)
        provisoire.mkdir(parents=True, exist_ok=True)
        for nom, fait in carnets.items():
            (provisoire / f"{nom}.ipynb").write_text(fait["nb"] + "\n", encoding="utf-8")
        self._ouvrir_a_qui_corrige(provisoire)
        shutil.rmtree(corrige, ignore_errors=True)
        os.replace(provisoire, corrige)
        self.rendre(eleve, devoir.nom, faits)
        marquer(corrige, empreinte, {nom: fait["secondes"] for nom, fait in carnets.items()})

    def _ouvrir_a_qui_corrige(self, dossier: Path) -> None:
        """Les droits que nbgrader donne à ce qu'il corrige."""
        groupe = self.coursedir.groupshared
        for chemin in dossier.rglob("*"):
            if chemin.is_file():
                chemin.chmod(0o664 if groupe else 0o444)
            elif groupe:
                chemin.chmod(0o2775)

    def rendre(self, eleve: str, devoir: str, carnets: Mapping[str, Any]) -> None:
        """Écrit le retour de chaque carnet, à partir des notes inscrites."""
        retours = Path(self._dossier("feedback", eleve, devoir))
        retours.mkdir(parents=True, exist_ok=True)
        for nom, nb in carnets.items():
            html = page_de_retour(nb, self.notes.find_submission_notebook(nom, devoir, eleve), nom)
            ecrire_atomiquement(retours / f"{nom}.html", html.encode("utf-8", "replace"))
        for nom, octets in self._pour_l_echange(Path(self._dossier("submitted", eleve, devoir)), retours, carnets):
            ecrire_atomiquement(retours / nom, octets)

    @staticmethod
    def _pour_l_echange(rendu: Path, retours: Path, carnets: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Ce qu'un échange de nbgrader lit à côté du retour, et le retour sous le nom du fichier rendu : l'élève, de
        chez qui ce fichier n'a pas changé de nom, l'y cherche."""
        a_cote = [f for f in map(rendu.joinpath, A_COTE) if f.is_file() and not f.is_symlink()]
        if len(a_cote) < len(A_COTE):
            return
        for fichier in a_cote:
            yield fichier.name, fichier.read_bytes()[:1000]
        for fichier in rendu.glob("*.ipynb"):
            possibles = [c for c in carnets if c in fichier.stem] or list(carnets)
            if len(possibles) == 1 and fichier.stem not in carnets:
                yield f"{fichier.stem}.html", (retours / f"{possibles[0]}.html").read_bytes()

    def refaire_le_retour(self, eleve: str, devoir: str) -> None:
        """Écrit de nouveau le retour d'une copie corrigée, avec les notes et les commentaires d'aujourd'hui."""
        corrige = Path(self._dossier("autograded", eleve, devoir))
        self.rendre(eleve, devoir, {c.stem: nbformat.read(c, as_version=4) for c in corrige.glob("*.ipynb")})

    def _dossier(self, etape: str, eleve: str, devoir: str) -> str:
        return self.coursedir.format_path(getattr(self.coursedir, f"{etape}_directory"), eleve, devoir)

    def deja_corrigee(self, eleve: str, devoir: str, empreinte: str) -> bool:
        """Vrai si cette copie, telle quelle, est déjà corrigée (ses notes sont dans le carnet : voir `notees`)."""
        return lire_la_marque(Path(self._dossier("autograded", eleve, devoir))).get("empreinte") == empreinte

    def rafraichir(self, eleve: str, devoir: str) -> None:
        """Refait le retour d'une copie inchangée, si la façon de l'écrire a changé depuis."""
        corrige = Path(self._dossier("autograded", eleve, devoir))
        marque = lire_la_marque(corrige)
        if marque.get("retour") != empreinte_des_retours():
            self.refaire_le_retour(eleve, devoir)
            marquer(corrige, marque["empreinte"], marque.get("secondes", {}))

    def notees(self, devoir: str) -> set[str]:
        """Les élèves dont toutes les cellules jugées ont une note, pour ce devoir."""
        attendus = len(self.notes.find_assignment(devoir).notebooks)
        return {
            rendu.student_id
            for rendu in self.notes.assignment_submissions(devoir)
            if len(rendu.notebooks) == attendus
            and all(
                n.auto_score is not None or n.needs_manual_grade or n.manual_score is not None
                for c in rendu.notebooks
                for n in c.grades
                if n.cell_type == "code"
            )
        }


def _noter(note: Any, cellule: Any, points: Mapping[str, float | None], lues: dict[str, str]) -> None:
    """Une ligne du carnet de notes. Ce que la machine n'a pas noté est à lire, sauf ce qui n'a pas de réponse (0)."""
    ouverte = bool(cellule.metadata["nbgrader"].get("solution"))
    auto = (0.0 if _intacte(cellule) else None) if ouverte else points.get(note.name)
    note.auto_score = auto
    note.needs_manual_grade = note.manual_score is not None or auto is None
    if ouverte:
        texte = hashlib.sha256(cellule.source.strip().encode("utf-8", "replace")).hexdigest()
        if note.manual_score is None:
            lues[note.name] = texte  # ce que la personne va lire
        elif lues.get(note.name) == texte:
            note.needs_manual_grade = False
    elif auto is None:
        note.needs_manual_grade = note.manual_score is None


def _etiquette(cellule: Any) -> Any:
    return cellule.metadata.get("nbgrader", {}).get("grade_id")


def _intacte(cellule: Any) -> bool:
    """Vrai si rien n'a été écrit dans cette cellule de réponse."""
    etiquette = cellule.metadata["nbgrader"]
    return bool(etiquette.get("solution")) and etiquette.get("checksum") == compute_checksum(cellule)


def marquer(corrige: Path, empreinte: str, secondes: Mapping[str, Any]) -> None:
    """Cette copie est corrigée, telle qu'elle était ; ce qu'elle a demandé de calcul."""
    secret = _empreinte_du_secret(os.environ.get(VARIABLE_SECRET, ""))
    marque = {"empreinte": empreinte, "retour": empreinte_des_retours(), "secret": secret, "secondes": secondes}
    (corrige / EMPREINTE).parent.mkdir(parents=True, exist_ok=True)
    ecrire_atomiquement(corrige / EMPREINTE, json.dumps(marque).encode())


@cache
def _empreinte_du_secret(secret: str) -> str:
    """De quoi reconnaître un secret sans pouvoir le retrouver ; vide s'il n'y en a pas."""
    return hashlib.pbkdf2_hmac("sha256", secret.encode(), b"chatmairie", 100_000).hex()[:16] if secret else ""


def refus_du_secret(coursedir: Any, devoirs: Iterable[str]) -> str:
    """Pourquoi ne pas corriger ces devoirs avec le secret d'ici, et quoi faire ; vide si c'est celui des copies faites.

    Une marque d'avant, sans secret : une classe faite par `classe-neuve` en a toujours eu un.
    """
    ici = _empreinte_du_secret(os.environ.get(VARIABLE_SECRET, ""))
    inconnu = "?" if not ici and os.environ.get(VARIABLE_CLASSE) else ici
    corriges = list(Path(coursedir.format_path(coursedir.autograded_directory, "?", "?")).parents[1].glob("*/*"))
    marques = {c: lue for c in corriges if (lue := lire_la_marque(c))}
    voulus = set(devoirs) & {c.name for c in marques} or {c.name for c in marques}
    if all(lue.get("secret", inconnu) == ici for c, lue in marques.items() if c.name in voulus):
        return ""
    constat = "n'est plus celui des copies corrigées" if ici else "a disparu, et des copies ont été corrigées avec lui"
    return (
        f"Le secret de la classe ({DOSSIER_CLASSE}/secret.txt) {constat} : les mondes cachés seraient d'autres mondes, "
        "et des notes pourraient bouger. Rien n'a été touché. Retrouvez la phrase (une sauvegarde de la classe, une "
        "autre personne qui corrige) et remettez-la dans ce fichier. Si elle est perdue, écrivez-en une autre, puis "
        "ajoutez « --secret-change » à la commande « corriger » : les copies seront toutes corrigées de nouveau."
    )


def lire_la_marque(corrige: Path) -> dict[str, Any]:
    """La marque d'un dossier corrigé ; vide s'il n'en a pas."""
    return lire_json(corrige / EMPREINTE)


@cache
def empreinte_des_retours() -> str:
    """Ce dont dépend l'aspect d'un retour, et non la note."""
    ici = Path(__file__).resolve().parent
    fichiers = [*ici.glob("retours*.py"), *ici.glob("gabarits/retour/*"), *ici.parent.glob("affichage/*.py")]
    return hashlib.sha256(b"".join(f.read_bytes() for f in sorted(fichiers))).hexdigest()
