"""Un devoir tel qu'il a été distribué, et une copie telle qu'elle a été rendue : ce qui décide d'une note.

Tout y est une donnée : les deux, ensemble, suffisent à corriger, ici ou sur une autre machine (`ouvrier.py`), et leurs
empreintes disent si une copie est à refaire.
"""

from __future__ import annotations

import ast
import base64
import dataclasses
import hashlib
import json
import os
import stat
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib import metadata
from pathlib import Path
from typing import Any

import nbformat

from chatmairie.carnets.regles.code import MONTRE
from chatmairie.correction.reconstruction import CelluleDuMaitre
from chatmairie.correction.reconstruction_dossier import preparer_le_dossier
from chatmairie.correction.reconstruction_lecture import lire_un_carnet
from chatmairie.langue.phrases import lire

DOSSIER_A_PART = "mis_de_cote"
PIECE_MAX, PIECES_MAX, NOMBRE_MAX = 50_000_000, 200_000_000, 2000
"""Ce qui, rendu à côté du carnet, est donné à la copie : octets d'un fichier, de tous, et leur nombre."""

Pieces = Sequence[tuple[str, bytes]]


@dataclass(frozen=True)
class Devoir:
    """Un devoir distribué. carnets : nom -> cellules du formateur. pieces : (chemin, octets) de ce qui est joint."""

    nom: str
    carnets: dict[str, tuple[CelluleDuMaitre, ...]]
    pieces: Pieces = ()

    @cached_property
    def empreinte(self) -> str:
        """Ce qui, du devoir, décide d'une note : les cellules exécutées, les points, les fichiers joints."""
        cellules = [
            [nom, c.identifiant, c.genre, c.etiquette, sans_phrases(c.source), sans_phrases(c.distribuee), c.montre]
            for nom, carnet in sorted(self.carnets.items())
            for c in carnet
            if c.genre == "code" or c.etiquette
        ]
        return _somme([cellules, _sommes(self.pieces)])

    def en_json(self) -> dict[str, Any]:
        carnets = {nom: [dataclasses.asdict(c) for c in cellules] for nom, cellules in self.carnets.items()}
        return {"nom": self.nom, "carnets": carnets, "pieces": _en_texte(self.pieces)}

    def pieces_avec(self, rendu: Rendu) -> Pieces:
        """Ce qui est à côté du carnet d'une copie : ce qu'elle a joint, et, à nom égal, ce que le devoir joint."""
        return list(dict([*rendu.pieces, *self.pieces]).items())

    @classmethod
    def depuis_json(cls, lu: dict[str, Any]) -> Devoir:
        carnets = {nom: tuple(CelluleDuMaitre(**c) for c in cellules) for nom, cellules in lu["carnets"].items()}
        return cls(lu["nom"], carnets, _en_octets(lu["pieces"]))


@dataclass(frozen=True)
class Rendu:
    """Une copie rendue. carnets : nom -> [carnet lu ou `None`, état de la lecture, remarques]."""

    carnets: dict[str, list[Any]] = field(default_factory=dict)
    pieces: Pieces = ()

    @property
    def empreinte(self) -> str:
        return _somme([{nom: lu[:2] for nom, lu in self.carnets.items()}, _sommes(self.pieces)])

    def en_json(self) -> dict[str, Any]:
        return {"carnets": self.carnets, "pieces": _en_texte(self.pieces)}

    @classmethod
    def depuis_json(cls, lu: dict[str, Any]) -> Rendu:
        return cls(lu["carnets"], _en_octets(lu["pieces"]))


# --- lire -----------------------------------------------------------------------------------------


def lire_le_devoir(coursedir: Any, notes: Any, nom: str) -> Devoir:
    """Le devoir distribué : l'ordre de ce qui a été distribué, le texte et les points du carnet de notes.

    Si le dossier distribué n'est plus là, l'ordre est celui de l'énoncé d'origine. notes : un `Gradebook` ouvert.
    Lève `MissingEntry` si le devoir n'a jamais été distribué (`nbgrader generate_assignment`).
    """
    etapes = (coursedir.release_directory, coursedir.source_directory)
    dossiers = [Path(coursedir.format_path(etape, ".", nom)) for etape in etapes]
    carnets = {c.name: _carnet_du_maitre(c, dossiers) for c in notes.find_assignment(nom).notebooks}
    return Devoir(nom, carnets, lire_les_pieces(dossiers[0]))


def _carnet_du_maitre(connu: Any, dossiers: list[Path]) -> tuple[CelluleDuMaitre, ...]:
    notees, reponses, taches = (
        {c.name for c in sortes} for sortes in (connu.grade_cells, connu.solution_cells, connu.task_cells)
    )
    points = {c.name: float(c.max_score) for c in [*connu.grade_cells, *connu.task_cells]}
    sources = {c.name: c for c in connu.source_cells}
    etiquettes = {
        nom: {
            "grade_id": nom, "grade": nom in notees, "solution": nom in reponses, "task": nom in taches,
            "locked": bool(c.locked), "checksum": c.checksum, "cell_type": c.cell_type, "schema_version": 3,
            **({"points": points[nom]} if nom in points else {}),
        }
        for nom, c in sources.items()
    }  # fmt: skip
    lus = [nbformat.read(f, as_version=4) for d in dossiers if (f := d / f"{connu.name}.ipynb").is_file()]
    montres = {c.get("id"): c.outputs for c in lus[-1].cells if c.cell_type == "code"} if lus else {}
    cellules = []
    for numero, cellule in enumerate(lus[0].cells if lus else ()):
        grade_id = cellule.metadata.get("nbgrader", {}).get("grade_id")
        identifiant = str(cellule.get("id") or f"cours-{numero}")
        connue = sources.pop(grade_id, None)
        montre = connue is None and MONTRE in cellule.metadata.get("tags", ())
        genre, texte = (connue.cell_type, connue.source or "") if connue else (cellule.cell_type, cellule.source)
        resultats = montres.get(cellule.get("id"), []) if montre else []
        etiquette = etiquettes[grade_id] if connue else {}
        cellules.append(CelluleDuMaitre(identifiant, genre, texte, cellule.source, etiquette, montre, resultats))
    for nom, c in sources.items():  # une cellule notée que le fichier distribué n'aurait plus
        cellules.append(CelluleDuMaitre(f"remise-{nom}"[:64], c.cell_type, c.source, c.source, etiquettes[nom]))
    return tuple(cellules)


def lire_le_rendu(coursedir: Any, eleve: str, devoir: Devoir) -> Rendu:
    """La copie déposée, préparée (carnets renommés retrouvés, ce qui bloquerait mis de côté) et lue.

    Ne suit aucun lien. Lève `OSError` si le dossier ne se prépare pas.
    """
    dossier = Path(coursedir.format_path(coursedir.submitted_directory, eleve, devoir.nom))
    a_part = Path(coursedir.root, coursedir.submitted_directory).parent / DOSSIER_A_PART / eleve / devoir.nom
    prepare = preparer_le_dossier(dossier, devoir.carnets, a_part)
    carnets = {}
    for nom, chemin in prepare.carnets.items():
        lu = lire_un_carnet(chemin)
        carnets[nom] = [lu.carnet, lu.etat, [*prepare.remarques.get(nom, []), *lu.remarques]]
    return Rendu(carnets, lire_les_pieces(dossier))


def lire_les_pieces(dossier: Path) -> Pieces:
    """(chemin relatif, octets) des fichiers ordinaires d'un dossier, carnets exceptés ; ne suit aucun lien.

    Ce qui dépasse `PIECE_MAX`, `PIECES_MAX` ou `NOMBRE_MAX` est laissé.
    """
    pieces: list[tuple[str, bytes]] = []
    reste = PIECES_MAX
    for racine, dossiers, noms, descripteur in os.fwalk(dossier, follow_symlinks=False) if dossier.is_dir() else ():
        dossiers[:] = sorted(d for d in dossiers if not d.startswith(".") and d != "__pycache__")
        for nom in sorted(n for n in noms if not n.endswith(".ipynb") and n != "timestamp.txt"):
            with suppress(OSError):
                ouvert = os.open(nom, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC, dir_fd=descripteur)
                with os.fdopen(ouvert, "rb") as entree:
                    infos = os.fstat(ouvert)
                    if not stat.S_ISREG(infos.st_mode) or infos.st_size > PIECE_MAX:
                        continue
                    octets = entree.read(PIECE_MAX)
                reste -= len(octets)
                if len(pieces) < NOMBRE_MAX and reste >= 0:
                    pieces.append((Path(racine, nom).relative_to(dossier).as_posix(), octets))
    return pieces


# --- ce qui décide d'une note ---------------------------------------------------------------------


_MUETS = ("Constat", "FormeInattendue", "Explication", "Option", "QuestionOuverte")
"""Ce qui ne porte que des phrases : la note dépend de ce qu'il y en ait un, jamais de ce qu'il dit."""

_ARGUMENTS_MUETS = ("libelle", "titre", "indices", "essentiel", "exemple", "nom")
_RUBRIQUES_MUETTES = frozenset(
    "titre minutes indices essentiel libelle question formulaire phrase observe essayer".split()
)
"""Ce qui, dans une fiche d'exercice, ne fait que se lire."""
SANS_EFFET = frozenset(
    (
        "affichage carnets atelier/cartes_de_jugement.py atelier/verdict.py parcours/fichiers.py "
        "parcours/sauvegarde.py langue/sens_des_erreurs.py langue/terminal.py langue/texte.py langue/typographie.py "
        "correction/__main__.py correction/autograde.py correction/classe_gardee.py correction/classe_neuve.py "
        "correction/commande.py correction/equipe.py correction/exports.py correction/gabarits "
        "correction/liste_d_eleves.py correction/lot.py correction/notes_de_classe.py "
        "correction/recueil.py correction/recueil_sources.py correction/retours.py correction/tableau_de_bord.py "
        "correction/retours_contenu.py correction/retours_formgrader.py"
    ).split()
)
"""Ce qui, du paquet, ne décide d'aucune note : ses dossiers et ses fichiers."""

BIBLIOTHEQUES = ("numpy", "pandas", "scipy", "scikit-learn")


@cache
def empreinte_du_juge() -> str:
    """Ce qui juge : code, données, bibliothèques de calcul. Ni les commentaires, ni les phrases, ni les couleurs."""
    racine = Path(__file__).resolve().parents[1]
    parts = [[nom, metadata.version(nom)] for nom in BIBLIOTHEQUES]
    for chemin in sorted(f for motif in ("*.py", "*.yaml", "*.csv") for f in racine.rglob(motif)):
        relatif = chemin.relative_to(racine)
        if {relatif.parts[0], relatif.as_posix()} & SANS_EFFET:
            continue
        parts.append([relatif.as_posix(), _ce_que_fait(chemin)])
    return _somme(parts)


class _SansPhrases(ast.NodeTransformer):
    """Retire les docstrings, et ce qui ne fait que se dire."""

    def visit_Expr(self, noeud: ast.Expr) -> Any:
        seul = isinstance(noeud.value, ast.Constant) and isinstance(noeud.value.value, str)
        return ast.Pass() if seul else self.generic_visit(noeud)

    def visit_Call(self, noeud: ast.Call) -> Any:
        if isinstance(noeud.func, ast.Name) and noeud.func.id in _MUETS:
            return noeud.func
        noeud.keywords = [k for k in noeud.keywords if k.arg not in _ARGUMENTS_MUETS]
        return self.generic_visit(noeud)


def sans_phrases(source: str) -> str:
    """La somme d'un programme sans commentaires, docstrings ni phrases ; celle du texte, si ce n'est pas du Python."""
    try:
        return _somme(ast.dump(_SansPhrases().visit(ast.parse(source))))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return _somme(source)


def _ce_que_fait(chemin: Path) -> str:
    """La somme d'un fichier, sans ce qui ne fait que se lire."""
    if chemin.suffix == ".yaml":
        lu = lire(chemin)
        return _somme(_ce_qui_decide(lu) if isinstance(lu, dict) and "controles" in lu else str(lu))
    texte = chemin.read_text(encoding="utf-8")
    return sans_phrases(texte) if chemin.suffix == ".py" else _somme(texte)


def _ce_qui_decide(dit: Any) -> Any:
    if not isinstance(dit, dict):
        return dit
    return {str(cle): _ce_qui_decide(valeur) for cle, valeur in dit.items() if cle not in _RUBRIQUES_MUETTES}


def empreinte(devoir: Devoir, rendu: Rendu, reglages: dict[str, Any]) -> str:
    """Ce dont dépend la note de cette copie ; le nom de ce travail, sur toute machine."""
    mondes = _somme([os.environ.get(nom, "") for nom in ("CHATMAIRIE_SECRET", "CHATMAIRIE_CLASSE")])
    return _somme([devoir.empreinte, rendu.empreinte, empreinte_du_juge(), mondes, reglages])


def _somme(valeur: Any) -> str:
    return hashlib.sha256(json.dumps(valeur, sort_keys=True).encode("utf-8", "replace")).hexdigest()


def _sommes(pieces: Pieces) -> list[list[str]]:
    return [[chemin, hashlib.sha256(octets).hexdigest()] for chemin, octets in pieces]


def _en_texte(pieces: Pieces) -> list[list[str]]:
    return [[chemin, base64.b64encode(octets).decode()] for chemin, octets in pieces]


def _en_octets(pieces: list[list[str]]) -> Pieces:
    return [(chemin, base64.b64decode(texte)) for chemin, texte in pieces]
