"""Les fiches d'exercice : chaque phrase est dite par le programme, chaque trou a sa valeur, chaque valeur son trou."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from chatmairie.carnets.regles.commun import Probleme
from chatmairie.langue.phrases import PhraseMalRemplie, lire, trous

CLES = {
    "titre", "niveau", "minutes", "criteres", "indices", "productions", "essentiel", "optionnel", "options",
    "controles", "formulaire", "torts", "phrases", "mots", "rang",
    "mots_max", "indicateurs",
    "recit", "personnes", "preuves", "ne_prouve_rien", "abstraites", "liens", "hors_sujet",
    "essayer_assez", "essayer_non_usager", "sources_d_agents", "mots_vagues", "agent_demande",
    "attendus",
}  # fmt: skip
CLES_D_UN_TORT = {"phrase", "observe", "essayer", "grave"}
_GESTES = {"tort": "torts", "dire": "phrases", "refus": "phrases"}


def verifier(paquet: Path) -> list[Probleme]:
    """Ce qui ne va pas dans les fiches de ce dossier et des dossiers qu'il contient."""
    fiches = sorted(
        f for f in paquet.rglob("*.yaml") if f.with_suffix(".py").is_file() and f.parent.name == "exercices"
    )
    return [Probleme(str(f), phrase) for f in fiches for phrase in _de_la_fiche(f)]


def _de_la_fiche(fichier: Path) -> Iterator[str]:
    fiche, programmes = lire(fichier), _programmes(fichier)
    for cle in fiche.keys() - CLES:
        yield f"« {cle} » n'est pas une rubrique de fiche."
    demandes: dict[tuple[str, str], set[str]] = {}
    for nom, tort in fiche.get("torts", {}).items():
        if tort.keys() - CLES_D_UN_TORT or "phrase" not in tort:
            yield f"« {nom} » : un tort a une phrase, et peut avoir observe, essayer, grave."
        demandes["torts", nom] = set().union(*(_trous(tort[c]) for c in ("phrase", "observe", "essayer") if c in tort))
    for nom, phrase in fiche.get("phrases", {}).items():
        demandes["phrases", nom] = _trous(phrase)
    textes = {
        n.value for p in programmes for n in ast.walk(p) if isinstance(n, ast.Constant) and isinstance(n.value, str)
    }
    yield from (f"« {nom} » n'est dit par aucun programme." for _, nom in demandes if nom not in textes)
    for rubrique, appel in (a for p in programmes for a in _appels(p)):
        match appel.args:
            case [ast.Constant(value=str(nom)), *reste]:
                yield from _ecarts(rubrique, nom, demandes, {*(["n"] if reste else []), *_nommes(appel)}, appel)


def _ecarts(
    rubrique: str, nom: str, demandes: Mapping[tuple[str, str], set[str]], donnes: set[str], appel: ast.Call
) -> Iterator[str]:
    if (rubrique, nom) not in demandes:
        yield f"ligne {appel.lineno} du programme : « {nom} » n'est pas dans « {rubrique} »."
    elif not any(k.arg is None for k in appel.keywords):
        attendus = demandes[rubrique, nom]
        if manque := attendus - donnes:
            yield f"« {nom} » a un trou sans valeur : {', '.join(sorted(manque))} (ligne {appel.lineno})."
        if trop := donnes - attendus - {"n"}:
            yield f"« {nom} » n'a pas de trou pour : {', '.join(sorted(trop))} (ligne {appel.lineno})."


def _trous(phrase: Any) -> set[str]:
    if not isinstance(phrase, str):
        raise PhraseMalRemplie(f"Une phrase est un texte : {phrase!r}.")
    return trous(phrase)


def _programmes(fichier: Path) -> list[ast.Module]:
    """Le programme de l'exercice, et ceux de son échec qui prennent sa fiche."""
    lus = {p: ast.parse(p.read_text(encoding="utf-8")) for p in fichier.parent.parent.rglob("*.py")}
    return [a for p, a in lus.items() if p == fichier.with_suffix(".py") or _prend_la_fiche(a, fichier.stem)]


def _prend_la_fiche(programme: ast.Module, exercice: str) -> bool:
    return any(
        isinstance(n, ast.ImportFrom) and (n.module or "").endswith(f"exercices.{exercice}") and n.names[0].name == "F"
        for n in programme.body
    )


def _appels(programme: ast.Module) -> Iterator[tuple[str, ast.Call]]:
    for noeud in ast.walk(programme):
        match noeud:
            case ast.Call(func=ast.Attribute(value=ast.Name(id="F"), attr=geste)) if geste in _GESTES:
                yield _GESTES[geste], noeud


def _nommes(appel: ast.Call) -> Iterator[str]:
    yield from (k.arg for k in appel.keywords if k.arg)
