"""Un noyau Jupyter ordinaire, mais sans réseau : `python -m chatmairie.carnets.noyau -f <connexion>`.

Le refus passe par un audit de Python (`sys.addaudithook`) : il vaut pour tout ce qui ouvre un
socket avec le module `socket` de Python, donc pour pandas, urllib et les bibliothèques qui s'en
servent. Un programme lancé à part ou une bibliothèque en C qui parle elle-même au réseau n'est pas
arrêté. Les échanges du noyau avec qui le pilote (ZeroMQ) et la machine elle-même restent permis.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

_LOCAL = {"", "localhost", "127.0.0.1", "::1", "0.0.0.0", "::"}
_EVENEMENTS = {"socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethostbyname"}


class ReseauFerme(OSError):
    """Un carnet a voulu sortir de la machine."""


def fermer_le_reseau() -> None:
    """Refuse, jusqu'à la fin du processus, toute adresse qui n'est pas la machine elle-même."""
    sys.addaudithook(_refuser)


def _refuser(evenement: str, arguments: tuple[Any, ...]) -> None:
    if evenement not in _EVENEMENTS:
        return
    if evenement in ("socket.getaddrinfo", "socket.gethostbyname"):
        hote: Any = arguments[0]
    else:
        adresse = arguments[1]
        if not isinstance(adresse, tuple):  # socket d'un fichier local, ou adresse déjà connectée
            return
        hote = adresse[0]
    if isinstance(hote, bytes):
        hote = hote.decode("ascii", "replace")
    if hote is None or hote in _LOCAL or str(hote).startswith("127."):
        return
    raise ReseauFerme(f"Le réseau est fermé pendant l'exécution d'un carnet (adresse demandée : {hote}).")


def main() -> None:
    """Démarre le noyau, réseau fermé."""
    if sys.path and (sys.path[0] == "" or Path(sys.path[0]) == Path.cwd()):
        del sys.path[0]  # le noyau le remet lui-même, après ses propres imports
    from ipykernel import kernelapp

    fermer_le_reseau()
    kernelapp.launch_new_instance()


if __name__ == "__main__":
    main()
