"""Les mots et les nombres à la française : virgule, espaces insécables, « 27 familles sur 100 ».

Fonctions pures, sans import lourd. Entrée absurde : `TypeError` ou `ValueError`, en français.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable
from typing import Any

INSECABLE = "\u00a0"
MANQUANT = "non renseigné"

_AVANT = re.compile(r"[ \u202f](?=[;:?!»%](?:[\s).,»\]]|$))")
_APRES = re.compile(r"«[ \u202f]")
_CODE = re.compile(r"(`[^`]*`)")
_INVARIABLES = ("fois", "mois", "cas", "avis", "refus")


def propre(texte: Any) -> str:
    """Le texte sans caractère de commande (échappements de terminal, sens d'écriture forcé)."""
    return "".join(
        c for c in str(texte).expandtabs(4) if c in "\n\u200d" or unicodedata.category(c) not in ("Cc", "Cf", "Cs")
    )


def typographier(texte: Any) -> str:
    """Remplace par des espaces insécables celles qui précèdent ; : ? ! » % et celle qui suit «.

    N'ajoute aucune espace, et ne touche pas à ce qui est entre accents graves (du code).
    """
    morceaux = _CODE.split(propre(texte))
    for i in range(0, len(morceaux), 2):
        morceaux[i] = _APRES.sub("«" + INSECABLE, _AVANT.sub(INSECABLE, morceaux[i]))
    return "".join(morceaux)


def nombre(x: Any, decimales: int = 2, fixes: bool = False) -> str:
    """« 1234,5 » : virgule, au plus `decimales` chiffres, milliers séparés à partir de 10 000.

    fixes : garde les zéros de la fin (pour aligner une colonne). Lève `TypeError` hors d'un nombre.
    """
    valeur = _reel(x)
    if math.isnan(valeur):
        return MANQUANT
    if math.isinf(valeur):
        return "infini" if valeur > 0 else "moins l'infini"
    ecrit = f"{valeur:.{decimales}f}"
    if not fixes and "." in ecrit:
        ecrit = ecrit.rstrip("0").rstrip(".")
    signe, ecrit = ("−", ecrit[1:]) if ecrit.startswith("-") else ("", ecrit)
    if not ecrit.strip("0."):
        signe = ""
    entiere, _, reste = ecrit.partition(".")
    if len(entiere) > 4:
        entiere = f"{int(entiere):,}".replace(",", INSECABLE)
    return signe + entiere + ("," + reste if reste else "")


def points(x: Any) -> str:
    """« 1,5 » pour 1.5, « 3 » pour 3.0 (quarts de point)."""
    return nombre(x, 2)


def score(obtenus: Any, total: Any) -> str:
    """« 1,5 sur 3 points », « 0 sur 1 point »."""
    return f"{points(obtenus)} sur {points(total)}{INSECABLE}{'point' if _reel(total) < 2 else 'points'}"


def pourcent(x: Any, decimales: int = 0) -> str:
    """« 27 % » pour 0.27. Une part non nulle n'est jamais arrondie à 0, ni une part incomplète à 100.

    Lève `ValueError` hors de [0, 1].
    """
    part = _part(x)
    plus_petit = 10.0**-decimales
    return _borne(part, plus_petit, decimales) + INSECABLE + "%"


def sur_cent(x: Any, quoi: str | tuple[str, str] = "") -> str:
    """« 27 familles sur 100 » pour 0.27 et "familles" (ou un couple : singulier, pluriel).

    Une part non nulle n'est jamais arrondie à 0 (« moins de 1 famille sur 100 »). Lève `ValueError`
    hors de [0, 1].
    """
    part = _part(x)
    combien = _borne(part, 1.0, 0)
    if not quoi:
        return f"{combien}{INSECABLE}sur{INSECABLE}100"
    singulier, pluriel = (_au_singulier(quoi), quoi) if isinstance(quoi, str) else quoi
    nom = singulier if combien in ("0", "1", "moins de 1") else pluriel
    return f"{combien}{INSECABLE}{nom} sur{INSECABLE}100"


def part_entre(n: int, total: int) -> str:
    """« 31 (entre 24 et 38) » : la part sur 100, et l'intervalle à 95 % de Wilson. Sans personne : « personne »."""
    if not total:
        return "personne"
    part, z2 = n / total, 1.96**2
    centre = (part + z2 / (2 * total)) / (1 + z2 / total)
    rayon = math.sqrt(z2 * (part * (1 - part) / total + z2 / (4 * total**2))) / (1 + z2 / total)
    bas, haut = (round(100 * max(0.0, min(1.0, x))) for x in (centre - rayon, centre + rayon))
    return f"{round(100 * part)} (entre {bas} et {haut})"


def compte(n: int, singulier: str, pluriel: str | None = None) -> str:
    """« 1 contrôle », « 3 contrôles » : le nombre et le nom accordé (0 et 1 au singulier)."""
    nom = singulier if abs(n) < 2 else (pluriel or singulier + "s")
    return f"{nombre(n, 0)}{INSECABLE}{nom}"


def enumerer(mots: Iterable[Any], lien: str = "et") -> str:
    """« a », « a et b », « a, b et c ». Une suite vide donne une chaîne vide."""
    if isinstance(mots, str):
        raise TypeError("`enumerer` attend une liste de mots, pas un seul texte.")
    liste = [str(m) for m in mots]
    if len(liste) < 2:
        return "".join(liste)
    return ", ".join(liste[:-1]) + f" {lien} {liste[-1]}"


def en_mots(valeur: Any) -> str:
    """Une valeur quelconque, lisible : oui/non, nombre à virgule, liste énumérée, « non renseigné »."""
    if isinstance(valeur, str):
        return propre(valeur)
    if est_manquant(valeur):
        return MANQUANT
    if est_booleen(valeur):
        return "oui" if valeur else "non"
    if est_nombre(valeur):
        return nombre(valeur)
    if isinstance(valeur, (list, tuple, set, frozenset)):
        suite = sorted(valeur, key=str) if isinstance(valeur, (set, frozenset)) else valeur
        return enumerer(en_mots(v) for v in suite) or "aucun"
    return propre(valeur)


def est_manquant(valeur: Any) -> bool:
    """Vrai pour None, NaN, NaT et `pandas.NA` (sans importer pandas)."""
    if valeur is None:
        return True
    try:
        return bool(valeur != valeur)
    except (TypeError, ValueError):
        return type(valeur).__name__ == "NAType"


def est_booleen(valeur: Any) -> bool:
    return isinstance(valeur, bool) or type(valeur).__name__ == "bool_" or type(valeur).__name__ == "bool"


def est_nombre(valeur: Any) -> bool:
    """Vrai pour un entier ou un réel, Python ou NumPy, hors booléens."""
    if est_booleen(valeur) or isinstance(valeur, str):
        return False
    return hasattr(valeur, "__float__") and hasattr(valeur, "__round__")


def _reel(x: Any) -> float:
    if not est_nombre(x):
        raise TypeError(f"On attend un nombre, pas {x!r}.")
    return float(x)


def _part(x: Any) -> float:
    part = _reel(x)
    if not 0.0 <= part <= 1.0:
        raise ValueError(f"On attend une part entre 0 et 1 (0,27 pour 27 sur 100), pas {nombre(part, 4)}.")
    return part


def _borne(part: float, plus_petit: float, decimales: int) -> str:
    cent = part * 100
    if 0 < cent < plus_petit / 2:
        return "moins de " + nombre(plus_petit, decimales)
    if 100 - plus_petit / 2 <= cent < 100:
        return "plus de " + nombre(100 - plus_petit, decimales)
    return nombre(int(cent + 0.5) if decimales == 0 else cent, decimales)


def _au_singulier(mot: str) -> str:
    if " " in mot or mot in _INVARIABLES or not mot.endswith("s"):
        return mot
    return mot[:-1]
