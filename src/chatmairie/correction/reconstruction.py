"""Rebâtir la copie d'un élève à partir du carnet du formateur, avant de l'exécuter.

Seul compte le texte des cellules de réponse, retrouvé par `grade_id`. Nos cellules (consignes, préparations,
notations) viennent toutes du carnet du formateur : supprimées, copiées, déplacées, changées de type, verrouillées
ou re-pointées par l'élève, elles reviennent telles qu'elles doivent être. Ce que l'élève a ajouté (une fonction
d'aide, un essai, une note) reste à sa place, sans étiquette : un élève honnête n'y perd rien, et une étiquette
recopiée ne note rien.

Tout est pur ici : des carnets entrent, un carnet et des phrases sortent.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from nbformat import from_dict
from nbformat.v4 import new_markdown_cell, new_notebook

from chatmairie.correction import etats
from chatmairie.correction.reconstruction_lecture import ETIQUETTES, FABRIQUES
from chatmairie.juge.exercice import depuis_grade_id

Role = Literal["reponse", "note", "cours"]
_NOTER = re.compile(r"""\bnoter\(\s*["']([a-z0-9_]+\.[a-z0-9_]+)["']""")
MOT = re.compile(r"[^\W\d]\w*")


@dataclass(frozen=True)
class CelluleDuMaitre:
    """Une cellule du carnet du formateur.

    source : le texte à mettre (tests cachés compris). distribuee : le texte que les élèves ont reçu.
    etiquette : les métadonnées nbgrader, ou rien. identifiant : l'`id` de la cellule.
    montre : elle ne fait que montrer ; `resultats` : ce qu'elle montre dans le carnet du cours.
    """

    identifiant: str
    genre: str
    source: str
    distribuee: str
    etiquette: dict[str, Any] = field(default_factory=dict)
    montre: bool = False
    resultats: Sequence[Any] = ()

    @property
    def grade_id(self) -> str:
        return str(self.etiquette.get("grade_id", ""))

    @property
    def role(self) -> Role:
        if self.etiquette.get("solution"):
            return "reponse"
        return "note" if self.etiquette.get("grade") else "cours"

    @property
    def exercice(self) -> str:
        return depuis_grade_id(self.grade_id)


@dataclass(frozen=True)
class Rebati:
    """La copie rebâtie. `ordre` : les `id` de ses cellules dans l'ordre de l'élève, s'il n'est pas celui du cours."""

    carnet: Any
    etat: str
    remarques: tuple[str, ...]
    ordre: tuple[str, ...] = ()


_FAITS = {
    "note_copiee": "Cellule de notation copiée, une seule a compté : {}.",
    "note_modifiee": "Cellule de notation modifiée, celle du cours a été remise : {}.",
    "note_supprimee": "Cellule de notation supprimée, remise : {}.",
    "reponse_copiee": "Cellule de réponse copiée, la dernière écrite a été prise : {}.",
    "reponse_retypee": "Cellule de réponse changée en texte, remise en code : {}.",
    "reponse_retrouvee": "Cellule de réponse qui avait perdu son étiquette, le texte de l'élève a été retrouvé : {}.",
    "reponse_supprimee": "Cellule de réponse supprimée, il n'y a rien à noter : {}.",
    "etiquette": "Étiquette de notation changée (points, type, verrou), remise : {}.",
    "consigne": "Consigne modifiée, celle du cours a été remise ; le texte de l'élève est gardé juste après (y a-t-il "
    "répondu ?) : {}.",
}

_PERDUES = {"coupee": "avec la fin du fichier", "abimee": "avec ce qui ne se lit pas"}


@dataclass
class _Piece:
    """Une cellule de la copie rebâtie, et la place qu'elle avait chez l'élève (`None` : elle n'y était pas)."""

    cellule: Any
    place: int | None


def rebatir(maitre: Sequence[CelluleDuMaitre], rendu: Any | None, lu: str = "") -> Rebati:
    """La copie rebâtie.

    rendu : le carnet lu (`reconstruction_lecture`), ou `None` si rien n'a pu l'être.
    lu : l'état de la lecture (code d'`etats`), vide si tout allait bien.
    """
    cellules = list(rendu.cells) if rendu is not None else []
    appariement = _apparier(maitre, cellules)
    if cellules and not lu and _est_un_autre_devoir(maitre, cellules, appariement):
        lu = "etrangere"
    tri = _Tri(maitre, cellules, appariement)
    reponses = tri.choisir_les_reponses() if lu != "etrangere" else {}
    gardees = tri.gardees()
    pieces = tri.ajouts_de(None)
    for rang, modele in enumerate(maitre):
        if rang in gardees:
            pieces.append(_Piece(_cellule_du_cours(modele, reponses.get(rang)), tri.places.get(rang)))
        pieces += tri.ajouts_de(rang)
    _numeroter(pieces)
    carnet = new_notebook(cells=[p.cellule for p in pieces], metadata={"title": _titre(maitre)})
    ordre = _ordre_de_l_eleve(pieces)
    remarques = tri.remarques(lu) if rendu is not None else []
    if lu == "etrangere" and (autres := _modules_nommes(cellules)):
        remarques.append(f"Ses exercices sont ceux d'un autre module du cours : {', '.join(autres)}.")
    if ordre and lu != "etrangere":
        remarques.append("Des cellules avaient changé de place : remises dans l'ordre du cours.")
    etat = lu or ("sans_reponse" if not reponses else "remise_en_ordre" if remarques else "corrigee")
    return Rebati(carnet, etat, tuple(remarques), ordre)


class _Appariement:
    """Place chez l'élève -> rang dans le carnet du formateur, et l'inverse."""

    def __init__(self) -> None:
        self.rangs: dict[int, int] = {}
        self.candidates: dict[int, list[int]] = defaultdict(list)
        self.etrangeres: list[int] = []

    def noter(self, place: int, rang: int) -> None:
        self.rangs[place] = rang
        self.candidates[rang].append(place)


def _apparier(maitre: Sequence[CelluleDuMaitre], cellules: Sequence[Any]) -> _Appariement:
    """D'abord par étiquette, puis par identifiant de cellule, puis par texte identique."""
    trouve = _Appariement()
    par_etiquette = {m.grade_id: r for r, m in enumerate(maitre) if m.grade_id}
    par_identifiant = {m.identifiant: r for r, m in enumerate(maitre)}
    restantes = []
    for place, cellule in enumerate(cellules):
        grade_id = cellule.metadata.get("nbgrader", {}).get("grade_id")
        if grade_id in par_etiquette:
            trouve.noter(place, par_etiquette[grade_id])
        elif grade_id is not None and grade_id not in par_identifiant:
            trouve.etrangeres.append(place)
        else:
            restantes.append(place)
    for place in list(restantes):
        rang = par_identifiant.get(cellules[place].get("id"))
        if rang is not None and rang not in trouve.candidates:
            trouve.noter(place, rang)
            restantes.remove(place)
    par_texte: dict[str, list[int]] = defaultdict(list)
    for rang, modele in enumerate(maitre):
        if rang not in trouve.candidates and modele.distribuee.strip():
            par_texte[_net(modele.distribuee)].append(rang)
    for place in restantes:
        if rangs := par_texte.get(_net(cellules[place].source)):
            trouve.noter(place, rangs.pop(0))
    return trouve


def _est_un_autre_devoir(maitre: Sequence[CelluleDuMaitre], cellules: Sequence[Any], appariement: _Appariement) -> bool:
    """Rien de ce devoir, ou des exercices d'un autre et aucun du nôtre (nos carnets ont des titres communs)."""
    if not appariement.rangs:
        return True
    exercices = {m.exercice for m in maitre if m.role == "note"}
    if not appariement.etrangeres and not _exercices_nommes(cellules) - exercices:
        return False
    rangs = appariement.rangs.items()
    return not any(cellules[place].metadata.get("nbgrader") or maitre[rang].role == "note" for place, rang in rangs)


def _exercices_nommes(cellules: Sequence[Any]) -> set[str]:
    """Les exercices que des cellules de notation nomment."""
    return {n for c in cellules if c.cell_type == "code" for n in _NOTER.findall(c.source)}


def _modules_nommes(cellules: Sequence[Any]) -> list[str]:
    return sorted({nom.split(".")[0] for nom in _exercices_nommes(cellules)})


class _Tri:
    """Ce qui est pris, ce qui est remis, ce qui est gardé à côté, et les phrases qui le disent."""

    def __init__(self, maitre: Sequence[CelluleDuMaitre], cellules: Sequence[Any], appariement: _Appariement) -> None:
        self.maitre, self.cellules, self.appariement = maitre, cellules, appariement
        self.faits: dict[str, list[str]] = defaultdict(list)
        self.autres: list[str] = []
        self.ajouts: dict[int | None, list[_Piece]] = defaultdict(list)
        self.places = {rang: places[0] for rang, places in appariement.candidates.items()}
        self._parcourir()

    def _parcourir(self) -> None:
        ancre: int | None = None
        for place, cellule in enumerate(self.cellules):
            rang = self.appariement.rangs.get(place)
            if rang is None:
                self._ajouter(ancre, place)
                continue
            ancre = rang
            modele = self.maitre[rang]
            self._verifier_l_etiquette(cellule, modele)
            if modele.role == "reponse":
                continue
            change = _net(cellule.source) not in (_net(modele.distribuee), _net(modele.source))
            copie = place != self.places[rang]
            if modele.role == "note":
                if copie:
                    self._noter("note_copiee", modele)
                elif change or cellule.cell_type != modele.genre:
                    self._noter("note_modifiee", modele)
            elif change:
                # Celle du cours d'abord, celle de l'élève ensuite : un import ajouté à nos imports reste utile.
                self._ajouter(rang, place)
                if modele.etiquette.get("locked"):
                    self._noter("consigne", modele)
        if self.appariement.etrangeres:
            nombre = len(self.appariement.etrangeres)
            self.autres.append(
                f"{nombre} cellules portaient l'étiquette d'un autre devoir : gardées sans note."
                if nombre > 1
                else "Une cellule portait l'étiquette d'un autre devoir : gardée sans note."
            )

    def _ajouter(self, ancre: int | None, place: int) -> None:
        cellule = self.cellules[place]
        if cellule.source.strip() or cellule.get("attachments"):
            self.ajouts[ancre].append(_Piece(_cellule_de_l_eleve(cellule), place))

    def _noter(self, fait: str, modele: CelluleDuMaitre) -> None:
        exercice = modele.exercice.removesuffix("-question")
        if exercice not in self.faits[fait]:
            self.faits[fait].append(exercice)

    def remarques(self, lu: str) -> list[str]:
        """Une phrase par sorte de remise en ordre. `lu` : l'état de la lecture."""
        if lu == "etrangere":
            return []
        faits = dict(self.faits)
        if lu in _PERDUES:  # ce qui manque n'a pas été supprimé par l'élève
            faits.pop("note_supprimee", None)
            perdues = faits.pop("reponse_supprimee", [])
            return _phrases(faits) + [f"Réponses perdues {_PERDUES[lu]} : {', '.join(perdues)}."] * bool(perdues)
        return _phrases(faits) + self.autres

    def _verifier_l_etiquette(self, cellule: Any, modele: CelluleDuMaitre) -> None:
        dites = cellule.metadata.get("nbgrader", {})
        if any(dites[cle] != modele.etiquette.get(cle, False) for cle in ETIQUETTES if cle in dites):
            self._noter("etiquette", modele)

    def ajouts_de(self, ancre: int | None) -> list[_Piece]:
        """Ce que l'élève a mis après cette cellule du cours, dans son ordre."""
        return sorted(self.ajouts[ancre], key=lambda p: -1 if p.place is None else p.place)

    def choisir_les_reponses(self) -> dict[int, Any]:
        """Rang -> la cellule qui porte la réponse ; absent quand il n'y en a pas."""
        choisies: dict[int, Any] = {}
        for rang, modele in enumerate(self.maitre):
            if modele.role != "reponse":
                continue
            places = self.appariement.candidates.get(rang, [])
            ecrites = [p for p in places if _net(self.cellules[p].source) not in ("", _net(modele.distribuee))]
            if len(places) > 1:
                self._noter("reponse_copiee", modele)
            if ecrites:
                self.places[rang] = ecrites[-1]
                choisies[rang] = self.cellules[ecrites[-1]]
                for place in ecrites[:-1]:
                    self._ajouter(self._ancre_avant(place), place)
                if self.cellules[ecrites[-1]].cell_type != modele.genre:
                    self._noter("reponse_retypee", modele)
            elif not places:
                piece = self._retrouver(rang)
                if piece is not None:
                    assert piece.place is not None  # elle vient de la copie
                    choisies[rang] = piece.cellule
                    self.places[rang] = piece.place
                    self._noter("reponse_retrouvee", modele)
                elif self.cellules:
                    self._noter("reponse_supprimee", modele)
        return choisies

    def _ancre_avant(self, place: int) -> int | None:
        """Le rang de la cellule du cours qui précède cette place, hors cellules de réponse."""
        avant = (self.appariement.rangs.get(p) for p in range(place - 1, -1, -1))
        return next((r for r in avant if r is not None and self.maitre[r].role != "reponse"), None)

    def _retrouver(self, rang: int) -> _Piece | None:
        """Une réponse qui a perdu son étiquette : par les noms qu'elle définit, ou par sa place après la consigne."""
        modele = self.maitre[rang]
        if modele.genre == "code":
            noms = noms_definis(modele.distribuee)
            ancres: list[int | None] = [*reversed(self.ajouts)] if noms else []
        else:
            noms, ancres = set(), [*[r for r in range(rang - 1, -1, -1) if r in self.places][:1]]
        for ancre in ancres:
            for piece in self.ajouts[ancre][:: -1 if noms else 1]:
                if piece.cellule.cell_type == ("code" if noms else "markdown") and (
                    not noms or noms <= (noms_definis(piece.cellule.source) or set())
                ):
                    self.ajouts[ancre].remove(piece)
                    return piece
        return None

    def gardees(self) -> set[int]:
        """Les rangs du cours qui seront dans la copie : ceux de l'élève, ceux qui notent, ceux qui servent encore."""
        gardees = set(self.places) | {r for r, m in enumerate(self.maitre) if m.etiquette}
        for rang, modele in enumerate(self.maitre):
            if modele.role == "note" and rang not in self.places and self.cellules:
                self._noter("note_supprimee", modele)
        remises = self._qui_servent(gardees)
        if remises and self.cellules:
            self.autres.append(
                f"Cellules de préparation qui manquaient, dont la suite se sert, et qui sont remises : {len(remises)}."
            )
        return gardees | remises

    def _qui_servent(self, gardees: set[int]) -> set[int]:
        """Nos cellules de préparation absentes de la copie, mais dont un nom est encore utilisé."""
        utiles = {mot for r in gardees for mot in MOT.findall(self.maitre[r].source)}
        utiles |= {mot for c in self.cellules if c.cell_type == "code" for mot in MOT.findall(c.source)}
        return qui_servent(
            {r: m.source for r, m in enumerate(self.maitre) if r not in gardees and m.genre == "code"}, utiles
        )


def _phrases(faits: dict[str, list[str]]) -> list[str]:
    return [phrase.format(", ".join(faits[fait])) for fait, phrase in _FAITS.items() if faits.get(fait)]


def noms_definis(source: str) -> set[str] | None:
    """Les noms qu'une cellule définit à son premier niveau ; `None` si ce n'est pas du Python."""
    try:
        arbre = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    return _noms(arbre.body)


def qui_servent(sources: Mapping[Any, str], utiles: set[str]) -> set[Any]:
    """Parmi ces cellules (nom -> source), celles qui définissent un nom utile, de proche en proche."""
    servent: set[Any] = set()
    while neuves := {
        nom
        for nom, source in sources.items()
        if nom not in servent and ((definis := noms_definis(source)) is None or definis & utiles)
    }:
        servent |= neuves
        utiles = utiles | {mot for nom in neuves for mot in MOT.findall(sources[nom])}
    return servent


def _noms(corps: Iterable[ast.stmt]) -> set[str]:
    noms: set[str] = set()
    for instruction in corps:
        if isinstance(instruction, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            noms.add(instruction.name)
        elif isinstance(instruction, ast.Import | ast.ImportFrom):
            noms |= {a.asname or a.name.split(".")[0] for a in instruction.names}
        else:
            noms |= {n.id for n in ast.walk(instruction) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    return noms


def _net(texte: str) -> str:
    return "\n".join(ligne.rstrip() for ligne in texte.replace("\r\n", "\n").strip().split("\n"))


def _cellule_du_cours(modele: CelluleDuMaitre, reponse: Any | None) -> Any:
    """Une cellule de notre carnet, avec la réponse de l'élève s'il y en a une."""
    cellule = FABRIQUES[modele.genre](modele.source if reponse is None else reponse.source)
    cellule["id"] = modele.identifiant
    if modele.etiquette:
        cellule.metadata["nbgrader"] = dict(modele.etiquette)
    if modele.role == "note" or (modele.etiquette.get("locked") and modele.role == "cours"):
        cellule.metadata |= {"deletable": False, "editable": False}
    cellule.metadata[etats.CLE] = {"origine": "cours" if reponse is None else "eleve"}
    if modele.montre:
        cellule.metadata[etats.CLE]["montre"] = True
        cellule.outputs = [from_dict(r) for r in modele.resultats]
    if reponse is not None and modele.genre == "markdown" and reponse.get("attachments"):
        cellule["attachments"] = reponse["attachments"]
    return cellule


def cellule_distribuee(modele: CelluleDuMaitre) -> Any:
    """La cellule telle que les élèves l'ont reçue."""
    cellule = FABRIQUES[modele.genre](modele.distribuee)
    cellule["id"] = modele.identifiant
    return cellule


def _cellule_de_l_eleve(lue: Any) -> Any:
    cellule = FABRIQUES[lue.cell_type](lue.source)
    cellule.metadata[etats.CLE] = {"origine": "eleve", "ajout": True}
    if lue.get("attachments"):
        cellule["attachments"] = lue["attachments"]
    return cellule


def _titre(maitre: Sequence[CelluleDuMaitre]) -> str:
    """Le titre du carnet (« Les données »), tel que sa première cellule le dit ; vide si elle n'en dit pas."""
    premiere = maitre[0].distribuee.strip().split("\n")[0] if maitre and maitre[0].genre == "markdown" else ""
    return premiere.removeprefix("# ").strip() if premiere.startswith("# ") else ""


def _numeroter(pieces: Sequence[_Piece]) -> None:
    """Des `id` uniques : les nôtres, et « eleve-1 », « eleve-2 »… pour les cellules de l'élève."""
    ajouts = [p.cellule for p in pieces if p.cellule.metadata[etats.CLE].get("ajout")]
    for numero, cellule in enumerate(ajouts, 1):
        cellule["id"] = f"eleve-{numero}"


def _ordre_de_l_eleve(pieces: Sequence[_Piece]) -> tuple[str, ...]:
    """Les `id` dans l'ordre où l'élève les avait mises ; vide si c'est le même."""
    cles, avant = [], -1.0
    for rang, piece in enumerate(pieces):
        avant = avant if piece.place is None else float(piece.place)
        cles.append((avant, rang))
    ordre = [pieces[rang].cellule["id"] for _, rang in sorted(cles)]
    return () if ordre == [p.cellule["id"] for p in pieces] else tuple(ordre)


ROLE_REMARQUES = "remarques"


def montrer_les_remarques(carnet: Any) -> None:
    """Met (ou refait) en tête du carnet la cellule qui dit l'état et les remarques ; rien s'il n'y en a pas."""
    etat, remarques = etats.lire(carnet)
    carnet.cells = [c for c in carnet.cells if c.metadata.get(etats.CLE, {}).get("role") != ROLE_REMARQUES]
    if not etat or (not remarques and etats.ETATS[etat].gravite == "rien"):
        return
    lignes = [f"**À propos de cette copie** : {etats.ETATS[etat].phrase}", "", *(f"- {r}" for r in remarques)]
    cellule = new_markdown_cell("\n".join(lignes).strip())
    cellule["id"] = "chatmairie-remarques"
    cellule.metadata |= {etats.CLE: {"role": ROLE_REMARQUES}, "deletable": False, "editable": False}
    carnet.cells.insert(0, cellule)


def reconnaitre(maitre: Sequence[CelluleDuMaitre], rendu: Any) -> tuple[int, int]:
    """(cellules de ce carnet du cours retrouvées dans le carnet rendu, réponses écrites)."""
    return len(_apparier(maitre, rendu.cells).candidates), len(reponses_ecrites(maitre, rendu))


def est_un_autre_devoir(maitre: Sequence[CelluleDuMaitre], rendu: Any) -> bool:
    """Vrai si ce carnet n'a rien de celui-ci, ou seulement les titres que nos carnets ont en commun."""
    return _est_un_autre_devoir(maitre, rendu.cells, _apparier(maitre, rendu.cells))


def reponses_ecrites(maitre: Sequence[CelluleDuMaitre], rendu: Any) -> dict[int, str]:
    """Rang de la cellule de réponse -> ce qui y est écrit."""
    return {
        rang: _net(rendu.cells[place].source)
        for place, rang in _apparier(maitre, rendu.cells).rangs.items()
        if maitre[rang].role == "reponse" and _net(rendu.cells[place].source) not in ("", _net(maitre[rang].distribuee))
    }
