"""Les commandes du cours : `python -m chatmairie`. Chacune se charge seule, sans rien de lourd avant."""

from __future__ import annotations

import sys

from chatmairie.langue.terminal import lancer

_EN_TEXTE = "chatmairie.carnets.en_texte.commandes"
COMMANDES = {
    "cours": ("chatmairie.carnets.cours:principal", "pose le cours dans un dossier, et l'ouvre dans JupyterLab"),
    "verifier-environnement": (
        "chatmairie.environnement:principal",
        "dit si cette machine peut suivre le cours, et quoi faire",
    ),
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
"""Nom -> (où elle est, ce qu'elle fait)."""


def principal(arguments: list[str] | None = None) -> int:
    """Lance une commande et rend son code de sortie (2 : commande inconnue ou absente)."""
    return lancer("python -m chatmairie", COMMANDES, arguments)


if __name__ == "__main__":
    sys.exit(principal())
