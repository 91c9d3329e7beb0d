"""Les réponses de `banque/<module>/<exercice>.py`, une section par réponse, et les corrigés qui en sont tirés.

    # %% [markdown] corrige=juste_groupby          le titre d'une solution, une ligne vide, son commentaire
    # %% [markdown] idee_recue=faux_compter        l'idée de cette réponse, une ligne vide, son effet
    # %% faux_compter tient=forme famille=compter  le texte d'une cellule, et ce qu'on en attend (`outils.banque`)

La banque n'est ni dans le paquet ni chez qui apprend : seuls les corrigés y partent, fermés (`atelier.corriges`).
"""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from chatmairie.juge.exercice import depuis_grade_id

DOSSIER = "banque"


@dataclass(frozen=True)
class Section:
    """Une section, son en-tête (« nom cle=valeur mot ») et son texte."""

    nom: str
    attributs: Mapping[str, str]
    texte: str


def fichier(banque: Path, exercice: str) -> Path:
    """Où sont les réponses de cet exercice (« module.nom »)."""
    return banque.joinpath(*exercice.split(".")).with_suffix(".py")


def sections(lu: Path) -> list[Section]:
    """Toutes les sections d'un fichier de la banque, dans l'ordre."""
    morceaux = re.split(r"^# %% ", lu.read_text(encoding="utf-8"), flags=re.M)[1:]
    return [_section(*morceau.partition("\n")[::2]) for morceau in morceaux]


def reponses(lu: Path) -> list[Section]:
    """Les sections qui sont des réponses, dans l'ordre."""
    return [section for section in sections(lu) if section.nom != "[markdown]"]


def _section(entete: str, texte: str) -> Section:
    nom, *mots = shlex.split(entete)
    return Section(nom, dict(mot.partition("=")[::2] for mot in mots), texte.strip("\n"))


def corriges(banque: Path, carnets: Iterable[Path]) -> dict[str, Any]:
    """Le corrigé de chaque exercice de ces carnets (`.ipynb`) que la banque connaît, dans leur ordre."""
    fichiers = {exercice: fichier(banque, exercice) for carnet in carnets for exercice in _exercices(carnet)}
    return {exercice: corrige(lu) for exercice, lu in fichiers.items() if lu.is_file()}


def _exercices(carnet: Path) -> list[str]:
    cellules = json.loads(carnet.read_text(encoding="utf-8"))["cells"]
    marques = [c["metadata"].get("nbgrader", {}) for c in cellules if c["cell_type"] == "code"]
    return [depuis_grade_id(m["grade_id"]) for m in marques if m.get("solution")]


def corrige(lu: Path) -> dict[str, Any]:
    """Les solutions et l'idée reçue que marque ce fichier de la banque."""
    textes = {section.nom: section.texte for section in reponses(lu)}
    solutions: list[dict[str, str]] = []
    idee_recue: dict[str, str] = {}
    for section in sections(lu):
        match section.attributs:
            case {"corrige": nom}:
                titre, commentaire = paragraphes(section)
                solutions.append({"titre": titre, "commentaire": commentaire, "code": textes[nom]})
            case {"idee_recue": _}:
                idee, effet = paragraphes(section)
                idee_recue = {"idee": idee, "effet": effet}
    return {"solutions": solutions, "idee_recue": idee_recue}


def paragraphes(section: Section) -> list[str]:
    """Les paragraphes d'une section de texte, chacun d'une ligne."""
    texte = re.sub(r"^# ?", "", section.texte, flags=re.M)
    return [" ".join(paragraphe.split()) for paragraphe in texte.split("\n\n")]
