"""La classe en cours : ce qui rend ses mondes différents de ceux du dépôt public.

Un fichier `classe.json`, posé à côté des carnets par `make classe-neuve`, porte un nombre. Il change le tirage du
monde visible (les chiffres des verdicts) et le règlement intérieur du module 02. Ce nombre n'est pas un secret :
il est distribué aux élèves. Les mondes cachés, eux, dépendent du secret du formateur (CHATMAIRIE_SECRET).

Sans fichier, ou s'il est abîmé : le cours, tel qu'il est publié.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

VARIABLE_CLASSE = "CHATMAIRIE_CLASSE"
"""La même chose que le fichier, pour la machine qui corrige (`nbgrader_config.py` la remplit)."""

FICHIER = "classe.json"
CLE = "monde"
MONDE_MAX = 2**31 - 1
EN_CODE = "-code"
_TAILLE_MAX = 10_000


@dataclass(frozen=True)
class Classe:
    """monde : le nombre de la classe (1 à 2³¹ − 1). en_code : ses exercices de code se répondent en Python.

    Elle s'écrit « 4217 », ou « 4217-code ».
    """

    monde: int
    en_code: bool = False

    def __str__(self) -> str:
        return f"{self.monde}{EN_CODE if self.en_code else ''}"


@cache
def classe_en_cours() -> Classe | None:
    """La classe, ou `None` si l'on n'est dans aucune. Lue une fois par processus."""
    demande = os.environ.get(VARIABLE_CLASSE, "").strip()
    if demande:
        return lire_la_classe(demande)
    return lire_le_fichier(Path(FICHIER))


def monde_de_la_classe() -> int | None:
    """Le nombre de la classe, ou `None` hors d'une classe."""
    classe = classe_en_cours()
    return None if classe is None else classe.monde


def lire_le_fichier(chemin: Path) -> Classe | None:
    """La classe que dit un `classe.json` ; `None` si le fichier manque ou n'en dit pas."""
    try:
        if chemin.stat().st_size > _TAILLE_MAX:
            return None
        lu = json.loads(chemin.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return None
    return lire_la_classe(lu.get(CLE)) if isinstance(lu, dict) else None


def lire_la_classe(valeur: object) -> Classe | None:
    """La classe que dit ce nombre, ou ce texte ; `None` s'il est hors bornes ou ne se lit pas."""
    ecrit = str(valeur) if type(valeur) in (str, int) else ""
    nombre = ecrit.removesuffix(EN_CODE)
    if not (nombre.isascii() and nombre.isdigit() and len(nombre) < 11 and 1 <= int(nombre) <= MONDE_MAX):
        return None
    return Classe(int(nombre), en_code=ecrit != nombre)


def hasard_de_la_classe(usage: str) -> np.random.Generator | None:
    """Le générateur de la classe pour cet usage (un mot), toujours le même ; `None` hors d'une classe."""
    nombre = monde_de_la_classe()
    if nombre is None:
        return None
    return np.random.default_rng([nombre, *usage.encode("utf-8")])
