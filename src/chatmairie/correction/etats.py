"""Dans quel état est une copie corrigée, et ce qui a été remis en ordre : les mots, à un seul endroit.

L'état d'un carnet corrigé et ses remarques sont rangés dans le carnet lui-même (`metadata.chatmairie`, voir
`lire` et `ecrire`) : ils suivent la copie dans autograded/, jusqu'aux retours et au tableau de bord.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from chatmairie.langue.phrases import lire as lire_un_yaml

CLE = "chatmairie"
PAR_UNE_PERSONNE = "NoteDuFormateur"
"""Le nom d'erreur d'une cellule de note que le cours ne sait pas juger : une personne la note."""

Gravite = Literal["rien", "information", "a_regarder"]


@dataclass(frozen=True)
class Etat:
    """L'état d'un carnet rendu.

    titre : deux ou trois mots, pour un tableau. phrase : ce qui s'est passé et ce qui a été compté, pour le
    formateur. a_faire : le geste utile, ou rien.
    """

    code: str
    titre: str
    phrase: str
    a_faire: str = ""
    gravite: Gravite = "rien"


ETATS: dict[str, Etat] = {
    code: Etat(code, **dit) for code, dit in lire_un_yaml(Path(__file__).with_suffix(".yaml")).items()
}
"""Code -> état, du plus ordinaire au plus grave."""

PAS_LU = ("absente", "vide", "illisible", "etrangere", "lien", "trop_grosse", "en_panne")
"""Rien n'a été lu de ce qu'a fait l'élève : 0 n'est pas sa note tant que personne ne l'a décidé."""


def le_plus_grave(codes: Iterable[str]) -> str:
    """Parmi ces codes, celui qui compte le plus pour le formateur ; « corrigee » s'il n'y en a aucun."""
    ordre = list(ETATS)
    return max((c for c in codes if c in ETATS), key=ordre.index, default="corrigee")


def ecrire(carnet: Any, etat: str, remarques: Iterable[str]) -> None:
    """Range l'état et les remarques dans le carnet ; s'ajoute à ce qui y est déjà (le plus grave des états reste).

    Lève `KeyError` si l'état n'existe pas.
    """
    deja_etat, deja_dites = lire(carnet)
    garde = le_plus_grave([ETATS[etat].code, *([deja_etat] if deja_etat else [])])
    dites = list(dict.fromkeys([*deja_dites, *remarques]))
    range_ici = dict(carnet.metadata.get(CLE) or {})
    carnet.metadata[CLE] = {**range_ici, "etat": garde, "remarques": dites}


def lire(carnet: Any) -> tuple[str, list[str]]:
    """(état, remarques) rangés dans un carnet corrigé ; ("", []) s'il n'en porte pas."""
    range_ici = carnet.get("metadata", {}).get(CLE) or {}
    etat = range_ici.get("etat", "")
    return (etat if etat in ETATS else ""), [str(r) for r in range_ici.get("remarques", [])]
