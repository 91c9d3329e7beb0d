"""Le dossier où une personne travaille : sa racine, ses carnets, et ce qu'elle y a écrit.

Sans nbgrader ni bibliothèque lourde : un carnet est lu comme le JSON qu'il est.
"""

from __future__ import annotations

import ast
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from chatmairie.parcours import progres
from chatmairie.parcours.fichiers import pourquoi

MANIFESTE = "livraison.json"
CACHES = {"__pycache__", "node_modules"}
PROFONDEUR = 4
_BOUCHON = re.compile(r"VOTRE CODE ICI[ \t]*\n\s*\.\.\.[ \t]*(?:\n|$)")
_BOUCHON_TEXTE = "VOTRE RÉPONSE ICI"


class CarnetIllisible(ValueError):
    """Ce fichier n'est pas un carnet que l'on sait lire."""


def racine() -> Path:
    """Le dossier de travail : celui qui contient `.chatmairie`, ici ou jusqu'à trois niveaux au-dessus ; sinon ici."""
    ici = Path.cwd()
    for dossier in [ici, *ici.parents][: progres.NIVEAUX_REMONTES + 1]:
        if (dossier / progres.DOSSIER).is_dir():
            return dossier
    return ici


def fichiers(dossier: Path, suffixes: tuple[str, ...]) -> Iterator[Path]:
    """Les fichiers de ces suffixes sous `dossier`, dans l'ordre ; ni cachés, ni liens, ni au-delà de quatre niveaux."""
    for chemin in sorted(dossier.rglob("*")):
        parties = chemin.relative_to(dossier).parts
        if len(parties) > PROFONDEUR or any(p.startswith(".") or p in CACHES for p in parties):
            continue
        if chemin.suffix in suffixes and not chemin.is_symlink() and chemin.is_file():
            yield chemin


def lire_carnet(chemin: Path) -> dict[str, Any]:
    """Le carnet, en données simples. Lève `CarnetIllisible`."""
    try:
        return exiger_un_carnet(json.loads(chemin.read_text(encoding="utf-8")))
    except OSError as erreur:
        raise CarnetIllisible(f"« {chemin.name} » ne s'ouvre pas ({pourquoi(erreur)}).") from erreur
    except (ValueError, RecursionError) as erreur:
        raise CarnetIllisible(f"« {chemin.name} » ne se lit pas comme un carnet.") from erreur


def exiger_un_carnet(lu: Any) -> dict[str, Any]:
    """`lu`, si c'est bien un carnet au format 4 ; lève `CarnetIllisible` sinon."""
    if not isinstance(lu, dict) or lu.get("nbformat") != 4 or not isinstance(lu.get("cells"), list):
        raise CarnetIllisible("Ce n'est pas un carnet Jupyter (format 4).")
    for cellule in lu["cells"]:
        valable = isinstance(cellule, dict) and cellule.get("cell_type") in ("code", "markdown", "raw")
        source = cellule.get("source") if valable else None
        if not valable or not isinstance(cellule.get("metadata", {}), dict):
            raise CarnetIllisible("Une cellule de ce carnet est abîmée.")
        if not (isinstance(source, str) or (isinstance(source, list) and all(isinstance(x, str) for x in source))):
            raise CarnetIllisible("Une cellule de ce carnet n'a pas de texte.")
    return lu


def texte(cellule: Mapping[str, Any]) -> str:
    """Le texte d'une cellule (nbformat le garde en une chaîne, ou en liste de lignes)."""
    source = cellule.get("source", "")
    return source if isinstance(source, str) else "".join(source)


def nbgrader(cellule: Mapping[str, Any]) -> Mapping[str, Any]:
    """Les métadonnées nbgrader d'une cellule, ou un dictionnaire vide."""
    lu = cellule.get("metadata", {}).get("nbgrader", {})
    return lu if isinstance(lu, dict) else {}


def reponses(carnet: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """grade_id -> cellule, pour les cellules que l'apprenant remplit."""
    return {
        str(nbgrader(c)["grade_id"]): c
        for c in carnet["cells"]
        if nbgrader(c).get("solution") and nbgrader(c).get("grade_id")
    }


def est_remplie(cellule: Mapping[str, Any]) -> bool:
    """Vrai si l'apprenant a écrit dans cette cellule de réponse.

    Le bouchon peut y être resté : le chemin sans code s'écrit au-dessous (`choisir(…)`, un dictionnaire), et de deux
    fonctions demandées une seule peut être écrite.
    """
    ecrit = texte(cellule)
    if cellule["cell_type"] == "markdown":
        return ecrit.strip() not in ("", _BOUCHON_TEXTE)
    if not ecrit.strip() or not _BOUCHON.search(ecrit):
        return bool(ecrit.strip())
    try:
        instructions = ast.parse(ecrit).body
    except (SyntaxError, ValueError, RecursionError):  # une faute de frappe ne fait pas perdre ce qui est écrit
        suite = _BOUCHON.split(ecrit)[-1].splitlines()
        return any(ligne.strip() not in ("", ")") and not ligne.strip().startswith("#") for ligne in suite)
    return not all(_est_un_bouchon(i) for i in instructions)


def _est_un_bouchon(i: ast.stmt) -> bool:
    """Une fonction, une classe ou une variable laissée à `...`, un `choisir(…)` sans décision, ou un import."""
    if isinstance(i, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return all(_est_un_bouchon(x) for x in i.body)
    if isinstance(i, (ast.Import, ast.ImportFrom, ast.Pass)):
        return True
    valeur = getattr(i, "value", None)
    if isinstance(i, ast.Expr):
        return isinstance(valeur, ast.Constant) and (valeur.value is ... or isinstance(valeur.value, str))
    if not isinstance(i, ast.Assign):
        return False
    if isinstance(valeur, ast.Call) and isinstance(valeur.func, ast.Name) and valeur.func.id == "choisir":
        return all(_a_decider(mot.value) for mot in valeur.keywords)
    return _a_decider(valeur)


def _a_decider(valeur: Any) -> bool:
    if isinstance(valeur, (ast.List, ast.Tuple)) and valeur.elts:
        return all(_a_decider(v) for v in valeur.elts)
    return isinstance(valeur, ast.Constant) and valeur.value is ...


def sans_sorties(carnet: Mapping[str, Any]) -> dict[str, Any]:
    """Une copie sans résultats ni état de widget : ce que la personne a écrit, et rien d'autre."""
    copie = json.loads(json.dumps(carnet))
    copie.get("metadata", {}).pop("widgets", None)
    for cellule in copie["cells"]:
        if cellule["cell_type"] == "code":
            cellule["outputs"], cellule["execution_count"] = [], None
            cellule.get("metadata", {}).pop("execution", None)
    return copie


def textes(carnet: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Genre et texte de chaque cellule."""
    return [(c["cell_type"], texte(c)) for c in carnet["cells"]]


def empreinte_des_textes(carnet: Mapping[str, Any]) -> str:
    """SHA-256 de ce qui est écrit dans un carnet, quoi que l'on ait exécuté."""
    return hashlib.sha256(json.dumps(textes(carnet), ensure_ascii=False).encode()).hexdigest()


def manifeste(dossier: Path) -> dict[str, dict[str, str]]:
    """Ce qui a été livré ici (chemin relatif -> empreintes) ; vide si on ne le sait pas."""
    try:
        lu = json.loads((dossier / progres.DOSSIER / MANIFESTE).read_text(encoding="utf-8"))["fichiers"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return {}
    return {c: n for c, n in lu.items() if isinstance(n, dict)} if isinstance(lu, dict) else {}


def est_intact(chemin: Path, note: Mapping[str, str]) -> bool:
    """Vrai si le fichier est tel que livré ; pour un carnet, tel qu'écrit, même s'il a été exécuté."""
    try:
        if hashlib.sha256(chemin.read_bytes()).hexdigest() == note.get("livre"):
            return True
        return chemin.suffix == ".ipynb" and empreinte_des_textes(lire_carnet(chemin)) == note.get("textes")
    except (OSError, CarnetIllisible):
        return False
