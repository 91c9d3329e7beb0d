"""Un terminal, quel que soit son encodage : y écrire, et y lancer une commande parmi d'autres."""

from __future__ import annotations

import pkgutil
import sys
from collections.abc import Mapping

AIDES = ("-h", "--help", "--aide", "aide")


def sortie_sure() -> None:
    """Un caractère que ce terminal (cp850, latin-1…) ne sait pas écrire est remplacé, sans erreur."""
    for flux in (sys.stdout, sys.stderr):
        if hasattr(flux, "reconfigure"):  # un carnet, un tampon ou une fenêtre sans terminal n'en ont pas besoin
            flux.reconfigure(errors="replace")


def lancer(programme: str, commandes: Mapping[str, tuple[str, str]], arguments: list[str] | None = None) -> int:
    """Lance une commande et rend son code de sortie (2 : commande inconnue ou absente).

    commandes : nom -> ("module:fonction", ce qu'elle fait). Seul le module de la commande est chargé ; sa fonction
    reçoit les arguments qui suivent et rend le code de sortie.
    """
    sortie_sure()
    nom, *reste = (sys.argv[1:] if arguments is None else arguments) or [""]
    if nom in commandes:
        return pkgutil.resolve_name(commandes[nom][0])(reste)
    largeur = max(map(len, commandes))
    aide = "\n".join(
        [f"Les commandes de {programme} :", *(f"  {n:<{largeur}}  {q}" for n, (_, q) in commandes.items())]
    )
    if nom in ("", *AIDES):
        print(aide)
        return 0 if nom else 2
    print(f"« {nom} » n'est pas une commande de {programme}.\n\n{aide}", file=sys.stderr)
    return 2
