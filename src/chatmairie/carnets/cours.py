"""« chatmairie cours » : pose une copie de travail, puis ouvre JupyterLab, en français, sur le premier carnet.

La copie n'écrase jamais ce que quelqu'un a écrit (`livraison.py`). JupyterLab est lancé avec les réglages de
`jupyter_eleve/` : français, aucune annonce demandée au réseau, panneaux du formateur masqués. Les réglages personnels
ne sont pas touchés.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

from chatmairie.carnets.copie import CopieImpossible
from chatmairie.carnets.livraison import LivraisonImpossible, livrer

PREMIER_CARNET = "00_accueil/00_accueil.ipynb"
REGLAGES = Path(__file__).with_name("jupyter_eleve")
SOURCES = ((Path("course"), False), (Path("carnets"), True), (Path(__file__).parent.with_name("cours"), True))
"""Où sont les carnets, et s'ils sont déjà ceux que l'on distribue : le projet, l'archive d'une salle, la roue."""


def principal(arguments: list[str] | None = None) -> int:
    analyse = argparse.ArgumentParser(prog="chatmairie cours", description="Pose le cours dans un dossier, et l'ouvre.")
    analyse.add_argument("--dossier", type=Path, default=Path("travail"), help="où le poser (travail)")
    analyse.add_argument("--ouvrir", default="oui", help="oui (par défaut) ou non : lancer JupyterLab")
    choix = analyse.parse_args(arguments)
    if choix.ouvrir not in ("oui", "non"):
        print(f"OUVRIR vaut « oui » ou « non », pas « {choix.ouvrir} ».", file=sys.stderr)
        return 2
    try:
        preparer(choix.dossier)
    except (LivraisonImpossible, CopieImpossible) as erreur:
        print(erreur, file=sys.stderr)
        return 1
    if choix.ouvrir == "non":
        print(f"La copie de travail est prête dans {choix.dossier}/. Pour l'ouvrir : chatmairie cours")
        return 0
    if importlib.util.find_spec("jupyterlab") is None:
        print("JupyterLab n'est pas installé. Ajoutez-le : pip install 'chatmairie[lab]'", file=sys.stderr)
        return 1
    print("JupyterLab s'ouvre dans votre navigateur. Pour l'arrêter : Ctrl+C, deux fois, dans ce terminal.", flush=True)
    try:
        commande = commande_jupyter(choix.dossier.resolve())
        return subprocess.run(commande, cwd=choix.dossier, env=variables_jupyter(), check=False).returncode
    except KeyboardInterrupt:
        return 0


def preparer(destination: Path) -> None:
    """Pose la copie de travail, ou la met à jour, et dit ce qui a été fait. Lève `LivraisonImpossible`."""
    source = next(((d, prets) for d, prets in SOURCES if (d / PREMIER_CARNET).is_file()), None)
    if source is None:
        raise LivraisonImpossible(
            "Aucun carnet du cours ici. Placez-vous dans le dossier du cours (celui du README), puis relancez la "
            "commande."
        )
    cours, prets = source
    livrer(cours, destination, avec_corriges=not prets, en_texte=not prets, deja_prets=prets).dire(destination)


def commande_jupyter(travail: Path) -> list[str]:
    """La commande qui ouvre JupyterLab dans `travail`, sur le premier carnet s'il y est."""
    commande = [sys.executable, "-m", "jupyterlab", f"--ServerApp.root_dir={travail}"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        commande.append("--allow-root")  # dans un conteneur ; le serveur n'écoute que cette machine
    carnet = premier_carnet(travail)
    return [*commande, str(carnet)] if carnet else commande


def premier_carnet(travail: Path) -> Path | None:
    """L'accueil s'il est là, sinon le premier module ; None si `travail` n'a pas de carnet."""
    if (travail / PREMIER_CARNET).is_file():
        return travail / PREMIER_CARNET
    return next(iter(sorted(travail.glob("[0-9][0-9]_*/[0-9][0-9]_*.ipynb"))), None)


def variables_jupyter() -> dict[str, str]:
    """Les variables de la session, avec les réglages de l'élève devant les autres."""
    chemins = [str(REGLAGES), *filter(None, [os.environ.get("JUPYTER_CONFIG_PATH")])]
    return {**os.environ, "JUPYTER_CONFIG_PATH": os.pathsep.join(chemins)}
