"""Prépare la copie de travail d'un élève, puis ouvre JupyterLab, en français, sur le premier carnet.

    python outils/cours.py [--ouvrir oui|non]

La copie (travail/) est faite par `python -m chatmairie.carnets preparer`, qui n'écrase jamais ce
qu'un élève a écrit. JupyterLab est lancé avec les réglages de outils/jupyter_eleve/ : français,
aucune annonce demandée au réseau, panneaux du formateur masqués. Les réglages personnels de
l'élève ne sont pas touchés.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

RACINE = Path(__file__).resolve().parent.parent
TRAVAIL = RACINE / "travail"
CARNETS_PRETS = RACINE / "carnets"
"""Dans l'archive d'une salle sans internet : les carnets tels que distribués (course/ n'y est pas)."""
PREMIER_CARNET = "00_accueil/00_accueil.ipynb"
REGLAGES = RACINE / "outils" / "jupyter_eleve"


def preparer_travail() -> int:
    """Prépare ou met à jour travail/. Rend le code de sortie de la préparation."""
    commande = [
        sys.executable,
        "-m",
        "chatmairie.carnets",
        "preparer",
        "--destination",
        str(TRAVAIL),
        "--avec-corriges",
        "--en-texte",
    ]
    if CARNETS_PRETS.is_dir():
        commande = [*commande[:-2], "--cours", str(CARNETS_PRETS), "--deja-prets"]
    return subprocess.run(commande, cwd=RACINE, check=False).returncode


def commande_jupyter(travail: Path) -> list[str]:
    """La commande qui ouvre JupyterLab dans `travail`, sur le premier carnet s'il y est."""
    commande = [sys.executable, "-m", "jupyterlab", f"--ServerApp.root_dir={travail}"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        commande.append("--allow-root")  # dans un conteneur ; le serveur n'écoute que cette machine
    carnet = premier_carnet(travail)
    return [*commande, str(carnet)] if carnet else commande


def premier_carnet(travail: Path) -> Path | None:
    """L'accueil s'il est là, sinon le premier module ; None si `travail` n'a pas de carnet."""
    if (travail / PREMIER_CARNET).is_file():
        return travail / PREMIER_CARNET
    return next(iter(sorted(travail.glob("[0-9][0-9]_*/[0-9][0-9]_*.ipynb"))), None)


def variables_jupyter() -> dict[str, str]:
    """Les variables de la session, avec les réglages de l'élève devant les autres."""
    variables = dict(os.environ)
    chemins = [str(REGLAGES), *filter(None, [variables.get("JUPYTER_CONFIG_PATH")])]
    variables["JUPYTER_CONFIG_PATH"] = os.pathsep.join(chemins)
    return variables


def principal(arguments: list[str] | None = None) -> int:
    sys.stdout.reconfigure(errors="replace")  # un terminal qui n'a pas nos accents ne doit rien arrêter
    analyse = argparse.ArgumentParser(description="Prépare travail/ et ouvre le cours.")
    analyse.add_argument("--ouvrir", default="oui", help="oui (par défaut) ou non : lancer JupyterLab")
    choix = analyse.parse_args(arguments)
    if choix.ouvrir not in ("oui", "non"):
        print(f"OUVRIR vaut « oui » ou « non », pas « {choix.ouvrir} ».", file=sys.stderr)
        return 2
    if code := preparer_travail():
        return code
    if choix.ouvrir == "non":
        print("La copie de travail est prête dans travail/. Pour l'ouvrir : make cours")
        return 0
    print("JupyterLab s'ouvre dans votre navigateur. Pour l'arrêter : Ctrl+C, deux fois, dans ce terminal.", flush=True)
    try:
        return subprocess.run(commande_jupyter(TRAVAIL), cwd=TRAVAIL, env=variables_jupyter(), check=False).returncode
    except KeyboardInterrupt:
        return 0


if __name__ == "__main__":
    sys.exit(principal())
