"""Le tableau de bord d'une classe : une page HTML seule, sans nom d'élève, que l'on peut projeter.

    python -m chatmairie.correction tableau-de-bord [--racine DOSSIER] [--sortie FICHIER]

Les notes viennent du carnet de notes de nbgrader ; les idées reçues, des comptes rendus joints aux copies
corrigées ; les paris, des copies rendues (lus comme du texte : aucun code n'est exécuté).
"""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from chatmairie.affichage.html import en_ligne
from chatmairie.carnets.reglages import DOSSIER_CLASSE
from chatmairie.correction.notes_de_classe import CopieNotee, lire_la_classe
from chatmairie.correction.tableau_de_bord_mesures import Tableau, mesurer
from chatmairie.langue.texte import nombre
from chatmairie.parcours.fichiers import ecrire_atomiquement, pourquoi

GABARITS = Path(__file__).parent / "gabarits"
PAGE = "tableau-de-bord.html"


class TableauImpossible(RuntimeError):
    """La page n'a pas pu être faite ; le message dit pourquoi."""


@contextlib.contextmanager
def dans(dossier: Path) -> Iterator[None]:
    """Travaille dans `dossier`, puis revient."""
    avant = os.getcwd()
    os.chdir(dossier)
    try:
        yield
    finally:
        os.chdir(avant)


def dossiers_de_nbgrader(racine: Path) -> Any:
    """Le `CourseDirectory` de nbgrader, réglé par le `nbgrader_config.py` de `racine`.

    Lève `TableauImpossible` s'il n'y a pas de `nbgrader_config.py`.
    """
    from nbgrader.apps.baseapp import NbGrader
    from nbgrader.coursedir import CourseDirectory

    if not (racine / "nbgrader_config.py").is_file():
        raise TableauImpossible(f"« {racine} » n'est pas un dossier de cours : il n'y a pas de nbgrader_config.py.")
    with dans(racine):
        application = NbGrader()
        application.load_config_file()
        return CourseDirectory(config=application.config)


def lire_les_copies(racine: Path, dossiers: Any) -> list[CopieNotee]:
    """Les copies de la classe. Lève `TableauImpossible` si aucun devoir n'a encore été corrigé."""
    from nbgrader.api import Gradebook

    adresse = dossiers.db_url
    fichier = adresse.removeprefix("sqlite:///")
    if adresse.startswith("sqlite:///") and not Path(racine, fichier).is_file():
        raise TableauImpossible(f"Pas encore de carnet de notes ({fichier}) : corrigez d'abord un devoir.")
    with dans(racine), Gradebook(adresse, dossiers.course_id) as carnet:
        copies = lire_la_classe(carnet)
    if not any(c.rendu for c in copies):
        raise TableauImpossible("Aucune copie n'a encore été corrigée : lancez la correction d'abord.")
    return copies


def ecrire_la_page(tableau: Tableau) -> str:
    """La page HTML, complète et seule (ni script, ni image, ni adresse extérieure)."""
    moteur = jinja2.Environment(
        loader=jinja2.FileSystemLoader(GABARITS), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    moteur.filters["nombre"] = lambda x: nombre(x, 2)
    moteur.filters["en_ligne"] = lambda x: Markup(en_ligne(x))
    return moteur.get_template("tableau_de_bord.html.j2").render(t=tableau)


def faire(racine: Path, sortie: Path | None = None) -> Path:
    """Écrit la page et rend son chemin. Lève `TableauImpossible`."""
    racine = Path(racine).resolve()
    dossiers = dossiers_de_nbgrader(racine)
    copies = lire_les_copies(racine, dossiers)

    def chemin(etape: str, copie: CopieNotee) -> Path:
        gabarit = getattr(dossiers, f"{etape}_directory")
        return Path(racine, dossiers.format_path(gabarit, copie.eleve, copie.devoir))

    page = ecrire_la_page(mesurer(copies, chemin))
    cible = sortie or racine / DOSSIER_CLASSE / PAGE
    try:
        ecrire_atomiquement(cible, page.encode("utf-8"))
    except OSError as erreur:
        raise TableauImpossible(f"Impossible d'écrire « {cible} » ({pourquoi(erreur)}).") from erreur
    return cible


def principal(arguments: list[str] | None = None) -> int:
    analyse = argparse.ArgumentParser(prog="python -m chatmairie.correction tableau-de-bord", description=__doc__)
    analyse.add_argument("--racine", type=Path, default=Path("."), help="le dossier qui contient nbgrader_config.py")
    analyse.add_argument("--sortie", type=Path, default=None, help=f"la page (par défaut {DOSSIER_CLASSE}/{PAGE})")
    choix = analyse.parse_args(arguments)
    try:
        cible = faire(choix.racine, choix.sortie.resolve() if choix.sortie else None)
    except TableauImpossible as erreur:
        print(erreur, file=sys.stderr)
        return 1
    print(f"Le tableau de bord est dans {cible} : ouvrez-le dans un navigateur. Aucun nom d'élève n'y est écrit.")
    return 0
