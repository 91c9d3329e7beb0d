"""Une classe à soi : un dossier prêt pour nbgrader, où ce qui circule n'aide pas.

    python -m chatmairie.correction classe-neuve NOM [--racine COURS] [--dans DOSSIER] [--eleves LISTE.csv]

Ce qui change d'une classe à l'autre (et d'une session à son rattrapage) :

- le secret : les mondes cachés de la notation ;
- le nombre de la classe (`classe.json`, à côté de chaque carnet, et leur première cellule de code) : le monde visible
  du juge et, au module 02, le règlement intérieur ;
- `--reponses code` : les exercices de code s'ouvrent sur le code, sans formulaire ni `choisir` (par défaut, les deux) ;
- la graine des carnets : le journal, ses numéros de ligne, les prénoms des figurants, les chiffres du rejeu.

Ce qui ne change pas : le récit, les questions, la façon de répondre. Un programme qui marche partout marche encore.
Rien n'est jamais remplacé : un dossier qui existe déjà est refusé.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import secrets
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from chatmairie.carnets.formulaires import CLE as FORMULAIRE
from chatmairie.carnets.metadonnees import CONSIGNE_CODE, CONSIGNE_EN_CODE
from chatmairie.carnets.reglages import DOSSIER_CLASSE, DOSSIER_COURS, IGNORES, refus_du_chemin
from chatmairie.carnets.source import MOTIF_MODULE
from chatmairie.correction.commande import CorrectionImpossible, commande
from chatmairie.correction.liste_d_eleves import ListeImpossible, lire_la_liste
from chatmairie.juge.classe_en_cours import CLE, FICHIER, MONDE_MAX, VARIABLE_CLASSE, Classe
from chatmairie.parcours.fichiers import pourquoi

CLASSES = "classes"
SECRET = "secret.txt"
LISTE = "eleves.csv"
CONFIGURATION = "nbgrader_config.py"
_NOM = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}")
_GRAINE = re.compile(r"^GRAINE = \d+", re.MULTILINE)
_LE_NOMBRE = f"""import os

os.environ.setdefault("{VARIABLE_CLASSE}", "{{monde}}")  # le nombre de votre classe : laissez cette ligne

"""
"""En tête de la cellule d'imports : le règlement est tiré quand `chatmairie.echecs.donnees` est importé."""


class ClasseImpossible(CorrectionImpossible):
    """Le dossier de classe n'a pas été fait ; le message dit pourquoi, et que rien n'a été touché."""

    code = 1


def preparer(
    nom: str,
    racine: Path,
    dans: Path | None = None,
    eleves: Path | None = None,
    dire: Callable[[str], object] = lambda phrase: None,
    en_code: bool = False,
) -> Path:
    """Fait le dossier de classe et rend son chemin.

    racine : le dépôt du cours. dans : où le poser (par défaut `classes/` du dépôt). eleves : une liste CSV
    (`liste_d_eleves`) ; ce qui y est à vérifier est dit par `dire`. en_code : les exercices de code n'ont que le code.
    Lève `ClasseImpossible` (nom absurde, chemin que nbgrader ne sait pas lire, dossier déjà là, cours
    sans carnet, liste illisible).
    """
    if not _NOM.fullmatch(nom):
        raise ClasseImpossible(
            f"« {nom} » n'est pas un nom de classe : lettres sans accent, chiffres, tirets, 40 au plus (bts-2027)."
        )
    racine = Path(racine).resolve()
    cible = (Path(dans).resolve() if dans else racine / CLASSES) / nom
    if refus := refus_du_chemin(cible):
        raise ClasseImpossible(refus)
    if cible.exists() or cible.is_symlink():
        raise ClasseImpossible(f"« {cible} » existe déjà : il n'est pas touché. Choisissez un autre nom.")
    carnets = sorted((racine / DOSSIER_COURS).glob(f"{MOTIF_MODULE}/*.ipynb"))
    if not carnets or not (racine / CONFIGURATION).is_file():
        raise ClasseImpossible(f"« {racine} » n'est pas le dossier du cours : lancez la commande depuis le dépôt.")
    try:
        liste = lire_la_liste(Path(eleves)) if eleves else None
    except ListeImpossible as illisible:
        raise ClasseImpossible(str(illisible)) from illisible
    try:
        cible.parent.mkdir(parents=True, exist_ok=True)
        brouillon = Path(tempfile.mkdtemp(prefix=f".{nom}.", dir=cible.parent))
        try:
            _remplir(brouillon, nom, racine, liste.en_csv() if liste else None, en_code)
            os.chmod(brouillon, 0o755)
            brouillon.rename(cible)
        except BaseException:
            shutil.rmtree(brouillon, ignore_errors=True)
            raise
    except OSError as erreur:
        raise ClasseImpossible(f"Impossible d'écrire « {cible} » ({pourquoi(erreur)}).") from erreur
    for phrase in liste.avis if liste else ():
        dire(phrase)
    return cible


def _remplir(dossier: Path, nom: str, racine: Path, liste: str | None, en_code: bool) -> None:
    ici, graine = Classe(1 + secrets.randbelow(MONDE_MAX), en_code), 1000 + secrets.randbelow(9_000_000)
    shutil.copy(racine / CONFIGURATION, dossier)
    a_laisser = shutil.ignore_patterns(*IGNORES)
    for module in sorted((racine / DOSSIER_COURS).glob(MOTIF_MODULE)):
        if not list(module.glob("*.ipynb")):
            continue
        copie = dossier / DOSSIER_COURS / module.name
        shutil.copytree(module, copie, ignore=a_laisser)
        ecrit = {"classe": nom, CLE: str(ici) if en_code else ici.monde}
        (copie / FICHIER).write_text(json.dumps(ecrit, indent=1) + "\n", encoding="utf-8")
        for carnet in copie.glob("*.ipynb"):
            _mettre_la_classe(carnet, graine, ici)
    classe = dossier / DOSSIER_CLASSE
    classe.mkdir()
    secret = classe / SECRET
    secret.touch(mode=0o600)
    secret.write_text(secrets.token_urlsafe(24) + "\n", encoding="utf-8")
    if liste is not None:
        (classe / LISTE).write_text(liste, encoding="utf-8")
    (dossier / "LISEZ-MOI.txt").write_text(_LISEZ_MOI.format(nom=nom), encoding="utf-8")


def _mettre_la_classe(carnet: Path, graine: int, ici: Classe) -> None:
    """La graine par défaut et le nombre de la classe ; les résultats enregistrés, qui viennent d'autres, sont retirés.

    Le nombre est aussi dans le carnet : un élève qui n'emporte que le `.ipynb`, sans `classe.json`, répondrait sinon
    au règlement publié, et serait noté sur celui de sa classe.
    """
    import nbformat

    nb = nbformat.read(carnet, as_version=4)
    for cellule in nb.cells:
        if cellule.cell_type != "code":
            continue
        if _GRAINE.search(cellule.source):
            cellule.source = _LE_NOMBRE.format(monde=ici) + _GRAINE.sub(f"GRAINE = {graine}", cellule.source)
        cellule.outputs, cellule.execution_count = [], None
        if ici.en_code and CONSIGNE_CODE in cellule.source and not all(map(str.isupper, _rendus(cellule))):
            del cellule.metadata[FORMULAIRE]
            cellule.source = cellule.source.partition(CONSIGNE_CODE)[0] + CONSIGNE_EN_CODE
    nbformat.write(nb, carnet)


def _rendus(cellule: Any) -> list[str]:
    """Les noms que rend une cellule de réponse à choix ; rien, si elle n'en a pas."""
    formulaire = cellule.metadata.get(FORMULAIRE, {})
    a_choix = formulaire.get("noeud", {}).get("fonction") == "choisir"
    return formulaire["cible"].split(", ") if a_choix else []


_LISEZ_MOI = """Le dossier de la classe « {nom} » (fait par make classe-neuve).

Travaillez d'ici : les commandes nbgrader se lancent dans ce dossier, qui contient nbgrader_config.py.
classe/secret.txt ne sort pas de votre machine, et se sauvegarde avec classe/gradebook.db
(python -m chatmairie.correction sauvegarder) : sans lui, une nouvelle correction tirerait d'autres mondes cachés.

Le guide : guide/formateur.md, dans le dépôt du cours.
"""


@commande(
    "classe-neuve",
    __doc__,
    {
        "nom": {"help": "le nom de la classe, sans espace ni accent (bts-2027, bts-2027-rattrapage)"},
        "--dans": {"type": Path, "help": f"où poser le dossier (par défaut {CLASSES}/)"},
        "--reponses": {
            "choices": ("deux", "code"),
            "default": "deux",
            "help": "code : les exercices de code se répondent en Python seulement",
        },
        "--eleves": {"type": Path, "help": "la liste des élèves (CSV d'un tableur, de Moodle ou de Pronote)"},
    },
    racine="le dépôt du cours",
)
def principal(choix: argparse.Namespace) -> int:
    """La commande `classe-neuve`."""
    cible = preparer(choix.nom, choix.racine, choix.dans, choix.eleves, print, choix.reponses == "code")
    print(
        f"La classe « {choix.nom} » est dans {cible}.\n"
        "Elle a son secret, son monde visible, son règlement (module 02) et ses numéros de journal.\n"
        f"La suite se lance de là : cd {cible}"
    )
    return 0
