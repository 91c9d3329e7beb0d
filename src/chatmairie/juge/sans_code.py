"""Le chemin sans code : lire les décisions d'une personne, et montrer celles qui existent."""

from __future__ import annotations

import difflib
import zlib
from collections.abc import Mapping
from typing import Any

from chatmairie.juge.classe_en_cours import classe_en_cours
from chatmairie.juge.donnee_simple import simplifier
from chatmairie.juge.exercice import CheminSansCode, Exercice, Option


def se_repond_en_code(exercice: Exercice) -> bool:
    """Vrai dans une classe faite par `classe-neuve --reponses code`, pour un exercice qui rend un programme."""
    classe, donnees = classe_en_cours(), all(nom.isupper() for nom in exercice.productions)
    return classe is not None and classe.en_code and exercice.choix is not None and not donnees


def refus_des_decisions(exercice: Exercice, decisions: Mapping[str, Any]) -> str:
    """Pourquoi ces décisions ne peuvent pas être lues (phrases), ou une chaîne vide si tout va bien."""
    assert exercice.choix is not None
    choix = exercice.choix
    phrases = [
        f"« {nom} » n'est pas une décision de cet exercice{_proche(nom, choix.options)}."
        for nom in decisions
        if nom not in choix.options
    ]
    for nom, option in choix.options.items():
        if _a_decider(decisions.get(nom, ...)):
            phrases.append(f"Il reste à décider : `{nom}` ({option.question})")
        else:
            phrases += _refus(exercice.identifiant, nom, option, decisions[nom])
    return "\n".join(phrases)


def lire_les_decisions(choix: CheminSansCode, decisions: Mapping[str, Any]) -> dict[str, Any]:
    """Les décisions acceptées, en données simples : un texte, ou une liste sans répétition."""
    return {
        nom: list(dict.fromkeys(simplifier(decisions[nom]))) if option.plusieurs else simplifier(decisions[nom])
        for nom, option in choix.options.items()
    }


def _a_decider(valeur: Any) -> bool:
    """Vrai pour `...`, pour les points de suspension d'un exemple recopié tel quel, et pour une liste de cela."""
    if isinstance(valeur, (list, tuple)) and valeur:
        return all(_a_decider(v) for v in valeur)
    return valeur is ... or (isinstance(valeur, str) and valeur.strip() in ("…", "...", ""))


def _refus(identifiant: str, nom: str, option: Option, valeur: Any) -> list[str]:
    if option.plusieurs:
        if not isinstance(valeur, (list, tuple, set)):
            return [f"`{nom}` est une liste entre crochets : par exemple `{nom}=[{_exemple(option)}]`."]
        valeurs = list(valeur)
    elif isinstance(valeur, (list, tuple, set, dict)):
        return [f"`{nom}` attend une seule réponse, sans crochets : par exemple `{nom}={_exemple(option, 1)}`."]
    else:
        valeurs = [valeur]
    return [
        f"`{nom}` : {_cite(v)} ne fait pas partie des choix{_proche(v, option.valeurs)}. Les choix : "
        + ", ".join(f'"{c}"' for c, _ in melees(identifiant, option))
        + "."
        for v in valeurs
        if not isinstance(v, str) or v not in option.valeurs
    ]


def _cite(valeur: Any) -> str:
    if valeur is ...:
        return "« ... » (il reste des points de suspension dans la liste : effacez-les)"
    if isinstance(valeur, str):
        return f'"{valeur[:60]}"'
    return f"une valeur qui n'est pas un texte ({type(valeur).__name__})"


def decrire_les_options(exercice: Exercice) -> str:
    """Le texte de toutes les décisions possibles, avec un exemple à recopier."""
    assert exercice.choix is not None
    lignes = []
    for nom, option in exercice.choix.options.items():
        combien = "plusieurs réponses possibles, entre crochets" if option.plusieurs else "une seule réponse"
        lignes.append(f"{option.question} (`{nom}`, {combien})")
        lignes += [f'- "{valeur}" : {phrase}' for valeur, phrase in melees(exercice.identifiant, option)]
    lignes += ["", "À recopier dans la cellule de réponse, puis à compléter :", f"`{exercice.choix.exemple}`"]
    return "\n".join(lignes)


def melees(graine: str, option: Option) -> list[tuple[str, str]]:
    """Les valeurs d'une option et leur phrase, dans un ordre mêlé, toujours le même : la place ne dit rien."""
    return sorted(option.valeurs.items(), key=lambda v: zlib.crc32(f"{graine}|{v[0]}".encode()))


class FonctionChoisie:
    """La fonction que font des décisions : elle s'appelle comme une autre, et se montre en une phrase."""

    def __init__(self, fonction: Any, nom: str) -> None:
        self._fonction, self._nom = fonction, nom

    def __call__(self, *arguments: Any) -> Any:
        return self._fonction(*arguments)

    def __repr__(self) -> str:
        return f"Décisions lues pour `{self._nom}`. Pour les garder, commencez la ligne par : {self._nom} = choisir(…)"


def _exemple(_option: Option, combien: int = 2) -> str:
    """Une forme à suivre, qui ne souffle aucun choix."""
    return ", ".join(['"…"'] * combien)


def _proche(mot: Any, parmi: Mapping[str, Any]) -> str:
    proches = difflib.get_close_matches(mot, list(parmi), n=1, cutoff=0.6) if isinstance(mot, str) else []
    return f" (vouliez-vous dire « {proches[0]} » ?)" if proches else ""
