"""Les avertissements qui sont une cause, dits en français : ce que Python signale en anglais, et qui n'a rien fait."""

from __future__ import annotations

import re

_TABLE = (
    (
        r"chained assignment",
        "Une écriture de votre code n'a rien changé : pandas a écrit dans une copie, puis l'a jetée. C'est ce qui "
        'arrive à `table["colonne"][condition] = valeur`, et à `table["colonne"].replace(…, inplace=True)`. Écrivez '
        '`table.loc[condition, "colonne"] = valeur`, ou `table["colonne"] = …`.',
    ),
    (
        r"Boolean Series key will be reindexed",
        "Vous filtrez une table avec une condition calculée sur une autre : pandas les a rapprochées par leur index, "
        "et ce ne sont plus forcément les lignes que vous vouliez. Calculez la condition sur la table filtrée.",
    ),
    (
        r"Mean of empty slice|invalid value encountered in (?:scalar )?divide|divide by zero",
        "Votre code a divisé par zéro, ou pris la moyenne d'un groupe vide : le résultat est une case vide. Cherchez "
        "le groupe qui n'a aucune ligne.",
    ),
)

EN_FRANCAIS = frozenset(phrase for _, phrase in _TABLE)


def en_francais(message: str) -> str:
    """Ce que veut dire un avertissement connu, et quoi écrire à la place ; texte vide s'il n'est pas connu."""
    return next((phrase for motif, phrase in _TABLE if re.search(motif, message)), "")
