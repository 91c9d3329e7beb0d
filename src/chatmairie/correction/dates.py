"""Les dates limites et les reports d'une classe : `classe/dates.csv`, et ce qu'un retard retire à la note finale.

Colonnes : `devoir`, `date` (« 12/03/2027 18:00 », ou sans heure : la fin du jour), `élève` (vide : toute la classe ; un
identifiant : un report pour cette personne), `retire` (points par jour commencé ; vide : rien, le retard se dit).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pandas as pd

from chatmairie.correction.carnet_de_notes import CarnetDeNotes
from chatmairie.correction.commande import CorrectionImpossible, classe
from chatmairie.langue.mots import accorder, sans_accents
from chatmairie.langue.texte import nombre

FICHIER = "dates.csv"
COLONNES = ("devoir", "date", "eleve", "retire")


@dataclass(frozen=True)
class Dates:
    """limites : (devoir, élève ou « ») -> la date limite, en temps universel ; retire : devoir -> points par jour."""

    limites: dict[tuple[str, str], datetime]
    retire: dict[str, float]

    def jours_de_retard(self, devoir: str, eleve: str, rendu: datetime | None) -> int:
        """Jours commencés après la date limite, report compris ; 0 sans date limite, ou sans date de remise."""
        limite = self.limites.get((devoir, eleve), self.limites.get((devoir, "")))
        if limite is None or rendu is None:
            return 0
        return max(0, math.ceil((rendu.replace(tzinfo=UTC) - limite) / timedelta(days=1)))


def lire_les_dates(fichier: Path, devoirs: set[str], eleves: set[str]) -> Dates:
    """Les dates de ce fichier ; aucune s'il n'existe pas. Lève `CorrectionImpossible`, avec la ligne en cause."""
    limites: dict[tuple[str, str], datetime] = {}
    retire: dict[str, float] = {}
    if not fichier.is_file():
        return Dates(limites, retire)
    try:
        table = pd.read_csv(fichier, sep=None, engine="python", dtype=str, keep_default_na=False, encoding="utf-8-sig")
    except (ValueError, pd.errors.ParserError) as erreur:
        raise CorrectionImpossible(f"« {fichier.name} » ne se lit pas ({erreur}).") from erreur
    table.columns = [sans_accents(c) for c in table.columns]
    if not {"devoir", "date"} <= set(table.columns):
        raise CorrectionImpossible(f"« {fichier.name} » : il faut les colonnes « devoir » et « date ».")
    for numero, ligne in enumerate(table.reindex(columns=COLONNES, fill_value="").itertuples(index=False), start=2):
        devoir, date, eleve, points = (c.strip() for c in ligne)
        ou = f"« {fichier.name} », ligne {numero}"
        if devoir not in devoirs:
            raise CorrectionImpossible(f"{ou} : « {devoir} » n'est pas un devoir distribué.")
        if eleve and eleve not in eleves:
            raise CorrectionImpossible(f"{ou} : « {eleve} » n'est pas un identifiant de la classe.")
        limites[devoir, eleve] = _une_date(date, ou)
        if points:
            retire[devoir] = _des_points(points, ou)
    return Dates(limites, retire)


def _une_date(texte: str, ou: str) -> datetime:
    for forme in ("%d/%m/%Y %H:%M", "%d/%m/%Y", "%Y-%m-%d %H:%M", "%Y-%m-%d"):
        try:
            lue = datetime.strptime(texte, forme)
        except ValueError:
            continue
        return (lue if "%H" in forme else lue + timedelta(days=1)).astimezone(UTC)
    raise CorrectionImpossible(f"{ou} : « {texte} » n'est pas une date (12/03/2027 18:00).")


def _des_points(texte: str, ou: str) -> float:
    try:
        lus = float(texte.replace(",", "."))
    except ValueError:
        lus = -1.0
    if not 0 <= lus <= 20:
        raise CorrectionImpossible(f"{ou} : « {texte} » n'est pas un nombre de points par jour de retard.")
    return lus


def appliquer(coursedir: Any, notes: CarnetDeNotes) -> list[str]:
    """Inscrit ce que chaque retard retire, refait les retours que cela change, et rend une phrase par retard.

    Sans `dates.csv`, nbgrader seul en décide. Un devoir de deux carnets n'est pénalisé qu'une fois. Lève
    `CorrectionImpossible`.
    """
    phrases, base = [], notes.notes
    devoirs = {d.name for d in base.assignments}
    dates = lire_les_dates(classe(coursedir) / FICHIER, devoirs, {e.id for e in base.students})
    for devoir in sorted({d for d, _ in dates.limites}):
        for copie in base.assignment_submissions(devoir):
            jours = dates.jours_de_retard(devoir, copie.student_id, copie.timestamp)
            points = jours * dates.retire.get(devoir, 0.0)
            premier, *autres = sorted(copie.notebooks, key=lambda c: c.name)
            avant = float(copie.late_submission_penalty or 0.0)
            premier.late_submission_penalty = points or None
            for carnet in autres:
                carnet.late_submission_penalty = None
            base.db.commit()
            if points != avant:
                notes.refaire_le_retour(copie.student_id, devoir)
            if jours:
                perdus = f", {nombre(points)} retiré{'s' if points >= 2 else ''} à la note" if points else ""
                phrases.append(f"{devoir} : {copie.student_id}, {accorder(jours, 'jour', 'jours')} de retard{perdus}.")
    return phrases
