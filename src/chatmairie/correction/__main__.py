"""Les commandes de correction : `python -m chatmairie.correction --help`. Pour en ajouter une, une ligne ici suffit."""

from __future__ import annotations

import sys

from chatmairie.langue.terminal import lancer

_ICI = "chatmairie.correction"
COMMANDES = {
    "recueillir": (f"{_ICI}.recueil:principal", "range un zip ou un dossier de copies, après l'avoir montré"),
    "corriger": (f"{_ICI}.lot:principal", "corrige les copies d'une classe entière, et dit quoi regarder"),
    "rendre": (f"{_ICI}.exports:principal", "fait le zip des retours (Moodle) et la liste pour un publipostage"),
    "tableau-de-bord": (f"{_ICI}.tableau_de_bord:principal", "fait la page de ce que la classe apprend"),
    "sauvegarder": (f"{_ICI}.classe_gardee:principal_sauvegarder", "met toute la classe dans un zip daté"),
    "archiver": (f"{_ICI}.classe_gardee:principal_archiver", "sauvegarde la classe, puis l'efface d'ici"),
    "effacer": (f"{_ICI}.classe_gardee:principal_effacer", "efface une classe, ou un élève (RGPD)"),
    "classe-neuve": (f"{_ICI}.classe_neuve:principal", "prépare une variante du cours pour une classe"),
}
"""Nom -> (où elle est, ce qu'elle fait)."""


def main(arguments: list[str] | None = None) -> int:
    """Lance une commande et rend son code de sortie ; 2 si la commande n'existe pas."""
    return lancer("python -m chatmairie.correction", COMMANDES, arguments)


if __name__ == "__main__":
    sys.exit(main())
