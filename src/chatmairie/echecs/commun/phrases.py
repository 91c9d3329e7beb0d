"""Écrire avec des phrases données : ce qu'une réponse dit se juge phrase par phrase, sans rien deviner.

Un juge qui relit un texte libre refuse les politesses qu'il ne connaît pas, et croit des promesses qu'il ne reconnaît
pas. Ici, on choisit ses phrases dans une liste où les mauvaises idées sont aussi ; écrire soi-même, c'est la question
ouverte, lue par quelqu'un.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

import pandas as pd

from chatmairie.juge import formes
from chatmairie.juge.exercice import FormeInattendue
from chatmairie.langue.mots import sans_accents


@dataclass(frozen=True)
class Phrase:
    """texte : ce qui se lit, où `{…}` est un fait. dit : ce que la phrase apporte (« piece », « ia »…). tort : la sorte
    de tort qu'elle fait, ou rien."""

    texte: str
    dit: frozenset[str] = frozenset()
    tort: str = ""


def phrase(texte: str, *dit: str, tort: str = "") -> Phrase:
    """Une phrase de la liste."""
    return Phrase(texte, frozenset(dit), tort)


def ecrire(codes: Iterable[str], phrases: Mapping[str, Phrase], faits: Mapping[str, Any]) -> str:
    """Le texte que font ces phrases, dont les noms se lisent sans chicaner. Lève `FormeInattendue`."""
    return assembler(lire_les_codes(codes, "ecrire", phrases), phrases, faits)


def assembler(codes: Iterable[str], phrases: Mapping[str, Phrase], faits: Mapping[str, Any]) -> str:
    """Le texte que font ces phrases ; un fait absent se lit « … »."""
    connus = {nom: "…" if fait in (None, "") else fait for nom, fait in faits.items()}
    return " ".join(phrases[c].texte.format(**connus) for c in codes)


def en_table(phrases: Mapping[str, Phrase]) -> pd.DataFrame:
    """Une ligne par phrase : son nom, et ce qui se lit."""
    return pd.DataFrame({"nom": list(phrases), "phrase": [p.texte for p in phrases.values()]})


def lire_les_codes(rendu: Any, nom: str, connus: Iterable[str]) -> list[str]:
    """Les noms de phrases que rend `nom`, sans chicaner sur la casse, les accents et les espaces. Lève
    `FormeInattendue`."""
    if isinstance(formes.rendu(rendu, nom), str):
        raise FormeInattendue(
            f"`{nom}` renvoie un texte ; on attend une liste de noms de phrases entre crochets, dans l'ordre où la "
            "personne les lira."
        )
    nets = {sans_accents(c).replace(" ", "_"): c for c in connus}
    codes = []
    for element in formes.liste(rendu, nom, 1):
        if not isinstance(element, str):
            raise FormeInattendue(
                f"`{nom}` renvoie une liste qui contient {formes.decrire(element)} ; on attend des noms de phrases, "
                "entre guillemets."
            )
        net = sans_accents(element).strip().replace(" ", "_")
        if net not in nets:
            proches = get_close_matches(net, nets, 1)
            raise FormeInattendue(
                f"« {element[:60]} » n'est pas une phrase de la liste."
                + (f" Vouliez-vous dire « {nets[proches[0]]} » ?" if proches else "")
            )
        codes.append(nets[net])
    return codes
