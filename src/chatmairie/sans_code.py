"""Le chemin sans code : lire les décisions d'une personne, et montrer celles qui existent."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import Any

from chatmairie.exercice import CheminSansCode, Exercice, Option


def refus_des_decisions(choix: CheminSansCode, decisions: Mapping[str, Any]) -> str:
    """Pourquoi ces décisions ne peuvent pas être lues (phrases), ou une chaîne vide si tout va bien."""
    phrases = [
        f"« {nom} » n'est pas une décision de cet exercice{_proche(nom, choix.options)}."
        for nom in decisions
        if nom not in choix.options
    ]
    for nom, option in choix.options.items():
        if nom not in decisions or decisions[nom] is ...:
            phrases.append(f"Il reste à décider : `{nom}` ({option.question})")
        else:
            phrases += _refus(nom, option, decisions[nom])
    return "\n".join(phrases)


def _refus(nom: str, option: Option, valeur: Any) -> list[str]:
    if option.plusieurs:
        if not isinstance(valeur, (list, tuple, set)):
            return [f"`{nom}` est une liste entre crochets : par exemple `{nom}=[{_exemple(option)}]`."]
        valeurs = list(valeur)
    else:
        valeurs = [valeur]
    inconnues = [v for v in valeurs if not isinstance(v, str) or v not in option.valeurs]
    return [
        f"`{nom}` : {v!r} ne fait pas partie des choix{_proche(v, option.valeurs)}. Les choix : "
        + ", ".join(f'"{c}"' for c in option.valeurs)
        + "."
        for v in inconnues
    ]


def decrire_les_options(exercice: Exercice) -> str:
    """Le texte de toutes les décisions possibles, avec un exemple à recopier."""
    assert exercice.choix is not None
    lignes = []
    for nom, option in exercice.choix.options.items():
        combien = "plusieurs réponses possibles, entre crochets" if option.plusieurs else "une seule réponse"
        lignes.append(f"{option.question} (`{nom}`, {combien})")
        lignes += [f'- "{valeur}" : {phrase}' for valeur, phrase in option.valeurs.items()]
    lignes += ["", "À recopier dans la cellule de réponse, puis à compléter :", f"`{exercice.choix.exemple}`"]
    return "\n".join(lignes)


def _exemple(option: Option) -> str:
    return ", ".join(f'"{v}"' for v in list(option.valeurs)[:2])


def _proche(mot: Any, parmi: Mapping[str, Any]) -> str:
    proches = difflib.get_close_matches(str(mot), list(parmi), n=1, cutoff=0.6)
    return f" (vouliez-vous dire « {proches[0]} » ?)" if proches else ""
