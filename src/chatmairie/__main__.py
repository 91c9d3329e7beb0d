"""Les commandes du cours : `python -m chatmairie`. Chacune se charge seule, sans rien de lourd avant."""

from __future__ import annotations

import importlib
import sys

COMMANDES = {
    "verifier-environnement": ("chatmairie.environnement", "dit si cette machine peut suivre le cours, et quoi faire"),
}
"""Nom -> (module, ce qu'elle fait). Le module a une fonction `principal(arguments) -> int`."""


def principal(arguments: list[str] | None = None) -> int:
    """Lance une commande et rend son code de sortie (2 : commande inconnue ou absente)."""
    arguments = sys.argv[1:] if arguments is None else arguments
    if not arguments or arguments[0] in ("-h", "--help", "aide"):
        print(_aide())
        return 0 if arguments else 2
    if arguments[0] not in COMMANDES:
        print(f"« {arguments[0]} » n'est pas une commande du cours.\n\n{_aide()}", file=sys.stderr)
        return 2
    return importlib.import_module(COMMANDES[arguments[0]][0]).principal(arguments[1:])


def _aide() -> str:
    largeur = max(map(len, COMMANDES))
    lignes = (f"  {nom.ljust(largeur)}  {quoi}" for nom, (_, quoi) in COMMANDES.items())
    return "\n".join(["Les commandes du cours (python -m chatmairie …) :", *lignes])


if __name__ == "__main__":
    sys.exit(principal())
