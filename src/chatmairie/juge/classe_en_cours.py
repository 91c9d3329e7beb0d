"""La classe en cours : ce qui rend ses mondes différents de ceux du dépôt public.

Un fichier `classe.json`, posé à côté des carnets par `make classe-neuve`, porte un nombre. Il change le tirage du
monde visible (les chiffres des verdicts) et le règlement intérieur du module 02. Ce nombre n'est pas un secret :
il est distribué aux élèves. Les mondes cachés, eux, dépendent du secret du formateur (CHATMAIRIE_SECRET).

Sans fichier, ou s'il est abîmé : le cours, tel qu'il est publié.
"""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path

import numpy as np

VARIABLE_CLASSE = "CHATMAIRIE_CLASSE"
"""La même chose que le fichier, pour la machine qui corrige (`nbgrader_config.py` la remplit)."""

FICHIER = "classe.json"
CLE = "monde"
MONDE_MAX = 2**31 - 1
_TAILLE_MAX = 10_000


@cache
def monde_de_la_classe() -> int | None:
    """Le nombre de la classe (1 à 2³¹ − 1), ou `None` hors d'une classe. Lu une fois par processus."""
    demande = os.environ.get(VARIABLE_CLASSE, "").strip()
    if demande:
        return lire_le_nombre(demande)
    return lire_le_fichier(Path(FICHIER))


def lire_le_fichier(chemin: Path) -> int | None:
    """Le nombre écrit dans un `classe.json` ; `None` si le fichier manque ou n'en donne pas."""
    try:
        if chemin.stat().st_size > _TAILLE_MAX:
            return None
        lu = json.loads(chemin.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return None
    return lire_le_nombre(lu.get(CLE)) if isinstance(lu, dict) else None


def lire_le_nombre(valeur: object) -> int | None:
    """Un nombre de classe, écrit en chiffres ou donné ; `None` s'il est hors bornes ou n'en est pas un."""
    if isinstance(valeur, str) and valeur.isascii() and valeur.isdigit() and len(valeur) < 11:
        valeur = int(valeur)
    if type(valeur) is not int or not 1 <= valeur <= MONDE_MAX:
        return None
    return valeur


def hasard_de_la_classe(usage: str) -> np.random.Generator | None:
    """Le générateur de la classe pour cet usage (un mot), toujours le même ; `None` hors d'une classe."""
    nombre = monde_de_la_classe()
    if nombre is None:
        return None
    return np.random.default_rng([nombre, *usage.encode("utf-8")])
