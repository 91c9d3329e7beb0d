"""Rendre les retours d'un devoir : `python -m chatmairie.correction rendre 02_donnees`.

Refait chaque retour avec les notes d'aujourd'hui, puis écrit dans le dossier de la classe un zip des retours (aux noms
de dossiers de Moodle pour une classe qui en vient : `recueil`) et une liste pour un publipostage.
"""

from __future__ import annotations

import argparse
import sys
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from chatmairie.correction.carnet_de_notes import DOSSIER, CarnetDeNotes, classe
from chatmairie.correction.exports import ExportImpossible, NotesPourTableur, en_nombre, en_texte
from chatmairie.correction.lot import CorrectionImpossible, application
from chatmairie.correction.lot_verrou import DejaEnCours, VerrouImpossible, verrou
from chatmairie.correction.notes_de_classe import CopieNotee, lire_la_classe
from chatmairie.correction.recueil import lire_le_registre
from chatmairie.langue.mots import accorder
from chatmairie.parcours.fichiers import pourquoi


class PourPublipostage(NotesPourTableur):
    """Une ligne par élève : à qui écrire, sa note, et le chemin de ses retours. retours : élève -> ses pages."""

    retours: Mapping[str, Sequence[Path]] = {}

    def lignes(self, copies: list[CopieNotee]) -> Iterable[list[str]]:
        combien = max(map(len, self.retours.values()), default=1)
        suite = ["Retour", *(f"Retour {n}" for n in range(2, combien + 1))]
        yield [
            "Nom",
            "Prénom",
            "Identifiant",
            "Courriel",
            "Devoir",
            "Note",
            "Points acquis",
            "Reste à lire",
            "État",
            "Sur",
            *suite,
        ]
        for copie in copies:
            pages = [str(p) for p in self.retours.get(copie.eleve, ())]
            yield [
                *(en_texte(t) for t in (copie.nom, copie.prenom, copie.eleve, copie.courriel, copie.devoir)),
                *self._cases(copie, {}), en_nombre(copie.sur), *pages, *[""] * (combien - len(pages)),
            ]  # fmt: skip


def rendre(app: Any, notes: Any, devoir: str) -> list[str]:
    """Écrit le zip et la liste d'un devoir ; rend les phrases à dire. Lève `OSError`, `ExportImpossible`."""
    ici, carnet = classe(app.coursedir), CarnetDeNotes(app, app.coursedir, notes)
    retours: dict[str, list[Path]] = {}
    for eleve in _corriges(app.coursedir, devoir):
        carnet.refaire_le_retour(eleve, devoir)
        dossier = Path(app.coursedir.format_path(app.coursedir.feedback_directory, eleve, devoir))
        retours[eleve] = sorted(dossier.resolve().glob("*.html"))
    if not retours:
        return [f"{devoir} : aucune copie corrigée, rien à rendre."]
    de_moodle = lire_le_registre(app.coursedir).get(devoir, {})
    dans_le_zip = {e: de_moodle.get(e, "") if de_moodle else e for e in retours}
    archive = ici / f"retours-{devoir}.zip"
    _archiver(archive, {nom: retours[e] for e, nom in dans_le_zip.items() if nom})
    liste = ici / f"publipostage-{devoir}.csv"
    exporteur = PourPublipostage(parent=app)
    exporteur.to, exporteur.assignment, exporteur.retours = str(liste), [devoir], retours
    exporteur.export(notes)
    noms = "aux noms de dossiers de Moodle" if de_moodle else "un dossier par élève"
    phrases = [
        f"{devoir} : {accorder(len(retours), 'retour', 'retours')}.",
        f"  {archive} ({noms})",
        f"  {liste} (pour un publipostage)",
    ]
    if sans := sorted(e for e, nom in dans_le_zip.items() if not nom):
        phrases.append(f"  Pas venu(s) de Moodle, donc pas dans le zip : {', '.join(sans)}.")
    a_lire = sum(1 for c in lire_la_classe(notes, [devoir]) if c.a_lire)
    if a_lire:
        phrases.append(f"  Encore à compléter (une réponse à lire) : {accorder(a_lire, 'copie', 'copies')}.")
    return phrases


def _corriges(coursedir: Any, devoir: str) -> list[str]:
    racine = Path(coursedir.format_path(coursedir.autograded_directory, "?", devoir)).parents[1]
    return sorted(d.name for d in racine.iterdir() if (d / devoir).is_dir()) if racine.is_dir() else []


def _archiver(archive: Path, dossiers: Mapping[str, Sequence[Path]]) -> None:
    """Écrit le zip d'un coup : on garde l'ancien tant que le nouveau n'est pas entier."""
    provisoire = archive.with_name(f".{archive.name}.partiel")
    with zipfile.ZipFile(provisoire, "w", zipfile.ZIP_DEFLATED) as sortie:
        for nom, pages in dossiers.items():
            for page in pages:
                sortie.write(page, f"{nom}/{page.name}")
    provisoire.replace(archive)


def principal(arguments: list[str] | None = None) -> int:
    """La commande `rendre`. Rend son code de sortie : 0, ou 2 si rien n'a pu être rendu."""
    from nbgrader.api import Gradebook

    analyseur = argparse.ArgumentParser(
        prog="python -m chatmairie.correction rendre",
        description="Fait le zip des retours (aux noms de Moodle si elles en viennent) et une liste de publipostage.",
    )
    analyseur.add_argument("devoirs", nargs="*", metavar="devoir", help="par exemple 02_donnees (défaut : tous)")
    analyseur.add_argument("--racine", type=Path, default=Path(), help="dossier du cours (nbgrader_config.py)")
    choix = analyseur.parse_args(arguments)
    try:
        app = application(choix.racine.resolve())
        ici = app.coursedir
        with verrou(classe(ici) / DOSSIER, ici.db_url), Gradebook(ici.db_url, ici.course_id) as notes:
            connus = sorted(d.name for d in notes.assignments)
            if inconnus := sorted(set(choix.devoirs) - set(connus)):
                raise CorrectionImpossible(
                    f"« {inconnus[0]} » n'a pas été distribué. Devoirs distribués : {', '.join(connus) or 'aucun'}."
                )
            devoirs = choix.devoirs or [d for d in connus if _corriges(ici, d)]
            if not devoirs:
                raise CorrectionImpossible("Aucune copie n'est corrigée : il n'y a rien à rendre.")
            for devoir in devoirs:
                print("\n".join(rendre(app, notes, devoir)))
    except (CorrectionImpossible, ExportImpossible, DejaEnCours, VerrouImpossible, FileNotFoundError) as probleme:
        print(probleme, file=sys.stderr)
        return 2
    except OSError as probleme:
        print(f"Impossible d'écrire « {probleme.filename} » ({pourquoi(probleme)}).", file=sys.stderr)
        return 2
    return 0
