"""Les commandes de correction : `python -m chatmairie.correction --help`.

Une commande est un module qui porte `principal(arguments) -> int` (le code de sortie), ou « module:fonction » ; pour en
ajouter une, une ligne dans `COMMANDES` suffit.
"""

from __future__ import annotations

import importlib
import sys

from chatmairie.langue.terminal import sortie_sure

COMMANDES: dict[str, tuple[str, str]] = {
    "recueillir": ("recueil", "range un zip ou un dossier de copies, après l'avoir montré"),
    "corriger": ("lot", "corrige les copies d'une classe entière, et dit quoi regarder"),
    "rendre": ("rendre", "fait le zip des retours (Moodle) et la liste pour un publipostage"),
    "tableau-de-bord": ("tableau_de_bord", "fait la page de ce que la classe apprend"),
    "sauvegarder": ("classe_gardee:principal_sauvegarder", "met toute la classe dans un zip daté"),
    "archiver": ("classe_gardee:principal_archiver", "sauvegarde la classe, puis l'efface d'ici"),
    "effacer": ("classe_gardee:principal_effacer", "efface une classe, ou un élève (RGPD)"),
    "classe-neuve": ("classe_neuve", "prépare une variante du cours pour une classe"),
}
"""Commande -> (module de ce paquet, ce qu'elle fait)."""


def _aide() -> str:
    lignes = [f"  {nom:<18}{aide}" for nom, (_, aide) in COMMANDES.items()]
    return "\n".join(["usage : python -m chatmairie.correction commande [options]", "", *lignes])


def main(arguments: list[str] | None = None) -> int:
    """Lance une commande et rend son code de sortie ; 2 si la commande n'existe pas."""
    sortie_sure()
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    if arguments[:1] in ([], ["-h"], ["--help"], ["--aide"]):
        print(_aide())
        return 0 if arguments else 2
    if arguments[0] not in COMMANDES:
        print(f"« {arguments[0]} » n'est pas une commande.\n\n{_aide()}", file=sys.stderr)
        return 2
    module, _, fonction = COMMANDES[arguments[0]][0].partition(":")
    trouve = importlib.import_module(f"chatmairie.correction.{module}")
    return getattr(trouve, fonction or "principal")(arguments[1:])


if __name__ == "__main__":
    sys.exit(main())
