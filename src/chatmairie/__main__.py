"""Les commandes du cours : `python -m chatmairie`. Chacune se charge seule, sans rien de lourd avant."""

from __future__ import annotations

import importlib
import sys

from chatmairie.langue.terminal import sortie_sure

_EN_TEXTE = "chatmairie.carnets.en_texte.commandes"
COMMANDES = {
    "verifier-environnement": ("chatmairie.environnement", "dit si cette machine peut suivre le cours, et quoi faire"),
    "verifier": (f"{_EN_TEXTE}:verifier", "exécute un carnet en texte et dit les verdicts"),
    "deposer": (f"{_EN_TEXTE}:deposer", "fait le carnet à rendre à partir du texte"),
    "en-texte": (f"{_EN_TEXTE}:en_texte", "fait d'un carnet un fichier .py et une page à lire"),
    "indice": (f"{_EN_TEXTE}:indice", "donne l'indice suivant d'un exercice"),
    "options": (f"{_EN_TEXTE}:options", "montre les décisions possibles, sans code"),
    "corrige": (f"{_EN_TEXTE}:corrige", "ouvre le corrigé, si l'on travaille seul"),
    "progression": (f"{_EN_TEXTE}:progression", "dit où vous en êtes"),
    "sauvegarder": (f"{_EN_TEXTE}:sauvegarder", "met tout votre travail dans un fichier"),
    "reprendre": (f"{_EN_TEXTE}:reprendre", "reprend un travail sauvegardé"),
}
"""Nom -> (module, ce qu'elle fait). Le module a une fonction `principal(arguments) -> int` (ou celle après « : »)."""


def principal(arguments: list[str] | None = None) -> int:
    """Lance une commande et rend son code de sortie (2 : commande inconnue ou absente)."""
    sortie_sure()
    arguments = sys.argv[1:] if arguments is None else arguments
    if not arguments or arguments[0] in ("-h", "--help", "aide"):
        print(_aide())
        return 0 if arguments else 2
    if arguments[0] not in COMMANDES:
        print(f"« {arguments[0]} » n'est pas une commande du cours.\n\n{_aide()}", file=sys.stderr)
        return 2
    module, _, fonction = COMMANDES[arguments[0]][0].partition(":")
    return getattr(importlib.import_module(module), fonction or "principal")(arguments[1:])


def _aide() -> str:
    largeur = max(map(len, COMMANDES))
    lignes = (f"  {nom.ljust(largeur)}  {quoi}" for nom, (_, quoi) in COMMANDES.items())
    return "\n".join(["Les commandes du cours (python -m chatmairie …) :", *lignes])


if __name__ == "__main__":
    sys.exit(principal())
