"""La maison en nombres : lignes et modules par pièce, flèches entre pièces, modules que charge un premier `verifier`.

python -m outils.mesures_maison
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import defaultdict

from chatmairie.echecs import catalogue
from outils import lignes

CHARGER = """
import contextlib, io, json, sys
from chatmairie import verifier
with contextlib.redirect_stdout(io.StringIO()):
    verifier(sys.argv[1])
print(json.dumps([m for m in sys.modules if m.partition(".")[0] in ("chatmairie", "pydantic")]))
"""


def modules_charges(identifiant: str) -> list[str]:
    """Les modules du paquet (et `pydantic`, s'il l'est) que charge un premier `verifier`, dans un processus neuf."""
    with tempfile.TemporaryDirectory() as ailleurs:
        commande = [sys.executable, "-c", CHARGER, identifiant]
        return json.loads(subprocess.run(commande, cwd=ailleurs, capture_output=True, text=True, check=True).stdout)


def fleches() -> list[tuple[str, str]]:
    """Les pièces qui en emploient une autre, et laquelle."""
    import grimp

    graphe = grimp.build_graph("chatmairie", cache_dir=None)
    pieces = [p for p in graphe.find_children("chatmairie") if graphe.find_children(p)]
    return sorted(
        (une.rpartition(".")[2], autre.rpartition(".")[2])
        for une in pieces
        for autre in pieces
        if une != autre and graphe.direct_import_exists(importer=une, imported=autre, as_packages=True)
    )


def section() -> str:
    """La section de `guide/mesures.md`."""
    charges: defaultdict[str, list[int]] = defaultdict(list)
    for identifiant in catalogue.tous():
        if not identifiant.endswith(".ouverte"):
            charges[identifiant.partition(".")[0]].append(len(modules_charges(identifiant)))
    cas = "\n".join(f"| `{echec}` | {min(n)} | {max(n)} |" for echec, n in charges.items())
    return "\n\n".join(
        (
            "## La maison",
            "Seule : `python -m outils.mesures_maison`. Une ligne de code n'est ni blanche, ni un commentaire, ni une "
            "docstring, ni un import, ni de la prose.",
            lignes.en_table(lignes.du_paquet()),
            f"Flèches entre les pièces, toutes vers le bas (`make lint` les tient) : {len(fleches())}.",
            "Modules du paquet que charge un premier `verifier`, de l'exercice le plus léger au plus lourd :",
            f"| échec | au moins | au plus |\n|---|---:|---:|\n{cas}",
        )
    )


if __name__ == "__main__":
    print(section())
