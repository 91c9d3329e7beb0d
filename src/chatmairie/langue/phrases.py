"""Remplir une phrase écrite à part : accords, élisions, nombres, listes de noms.

Un trou s'écrit `{nom}` ; ce qui suit les deux-points dit comment l'écrire :

    {n:dossier refusé|dossiers refusés}    « 1 dossier refusé », « 27 dossiers refusés »
    {n:=tient|tiennent}                    le mot accordé, sans le nombre
    {qui:de}                               « de Léa », « d'Irène »
    {noms:et}   {noms:ou}                  « Léa, Rayan et Camille »
    {qui:Maj}   {quoi:min}                 la première lettre, en majuscule ou en minuscule

Un trou peut se trouver dans l'accord d'un autre : `{n:dossier sur {sur} change|dossiers sur {sur} changent}`. Un nombre
s'écrit à la française ; une accolade ordinaire se double. Aucune autre règle : une phrase est entière, ou n'est pas là.
"""

from __future__ import annotations

import string
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from chatmairie.langue.mots import de
from chatmairie.langue.texte import enumerer, est_nombre, nombre


def lire(fichier: Path) -> Any:
    """Ce que contient ce fichier YAML du cours."""
    return yaml.load(fichier.read_text(encoding="utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))


class PhraseMalRemplie(ValueError):
    """Un trou manque, est de trop, ou s'écrit d'une façon que personne ne connaît."""


def remplir(phrase: str, /, **trous: Any) -> str:
    """La phrase, ses trous remplis. Lève `PhraseMalRemplie` si un trou n'a pas de valeur."""
    return _REMPLISSEUR.vformat(phrase, (), trous).strip()


def trous(phrase: str) -> set[str]:
    """Les noms des trous de cette phrase, ceux d'un accord compris. Lève `PhraseMalRemplie` si elle ne se lit pas."""
    try:
        lus = [(nom, regle or "") for _, nom, regle, _ in _REMPLISSEUR.parse(phrase) if nom is not None]
    except ValueError as erreur:
        raise PhraseMalRemplie(f"{erreur} : {phrase}") from erreur
    for nom, regle in lus:
        if not nom.isidentifier() or not (regle in ("", *_REGLES) or "|" in regle):
            raise PhraseMalRemplie(f"« {{{nom}:{regle}}} » ne se lit pas : {phrase}")
    return {nom for nom, _ in lus}.union(*(trous(regle) for _, regle in lus))


class _Remplisseur(string.Formatter):
    def get_value(self, key: int | str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        if key not in kwargs:
            raise PhraseMalRemplie(f"Le trou « {key} » n'a pas de valeur.")
        return kwargs[str(key)]

    def format_field(self, value: Any, format_spec: str) -> str:
        if "|" in format_spec:
            mot = format_spec.removeprefix("=").split("|")[int(abs(value) >= 2)]
            return mot if format_spec.startswith("=") else f"{nombre(value)} {mot}"
        if format_spec:
            return _REGLES[format_spec](value)
        return nombre(value) if est_nombre(value) else str(value)


_REGLES: dict[str, Callable[[Any], str]] = {
    "de": de,
    "et": enumerer,
    "ou": lambda mots: enumerer(mots, "ou"),
    "Maj": lambda mot: mot[:1].upper() + mot[1:],
    "min": lambda mot: mot[:1].lower() + mot[1:],
}
_REMPLISSEUR = _Remplisseur()
