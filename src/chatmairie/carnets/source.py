"""Lire la source d'un carnet : un `.py` au format jupytext `py:percent`, textes en blocs `r\"\"\"`.

Le découpage en cellules est celui de jupytext ; ce module y ajoute le numéro de ligne de chaque
cellule, pour que tout message puisse dire où regarder.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from chatmairie.parcours.fichiers import pourquoi

MOTIF_MODULE = "[0-9][0-9]_*"
"""Le nom d'un dossier de module, et celui d'une source de carnet (avec « .py »)."""

_MARQUE = re.compile(r"^\s*#\s*%%(?:%*\s.*|\s*)$")
_NOM_DE_CARNET = re.compile(r"[0-9]{2}_[a-z0-9_]+")


class SourceIllisible(ValueError):
    """La source d'un carnet ne peut pas être lue ou développée ; le message dit où et pourquoi."""


@dataclass(frozen=True)
class CelluleSource:
    """Une cellule de la source.

    genre : "code", "markdown" ou "raw".
    texte : le contenu, sans la ligne `# %%` ni les guillemets d'un bloc de texte.
    attributs : ce qui suit `# %%` (`exercice`, `role`, `tags`).
    numero : rang dans le carnet, à partir de 1.
    ligne : ligne de la marque `# %%` dans le fichier, à partir de 1.
    ligne_texte : ligne du fichier où commence `texte`.
    brut : les lignes du fichier entre cette marque et la suivante.
    """

    genre: str
    texte: str
    attributs: Mapping[str, Any]
    numero: int
    ligne: int
    ligne_texte: int
    brut: tuple[str, ...]

    @property
    def exercice(self) -> str | None:
        """L'identifiant de l'exercice (« donnees.taux »), ou None pour une cellule ordinaire."""
        return self.attributs.get("exercice")

    @property
    def role(self) -> str | None:
        """« reponse », « note », « question », « ouverte », ou None."""
        return self.attributs.get("role")


@dataclass(frozen=True)
class CarnetSource:
    """Un carnet lu : son fichier et ses cellules, dans l'ordre."""

    chemin: Path
    cellules: tuple[CelluleSource, ...]

    @property
    def nom(self) -> str:
        """« 02_donnees »."""
        return self.chemin.stem

    def lieu(self, cellule: CelluleSource, decalage: int | None = None) -> str:
        """« course/02_donnees/02_donnees.py, cellule 4 (donnees.taux, note), ligne 31 »."""
        ligne = cellule.ligne if decalage is None else cellule.ligne_texte + decalage
        precision = f" ({cellule.exercice}, {cellule.role})" if cellule.exercice else ""
        return f"{self.chemin}, cellule {cellule.numero}{precision}, ligne {ligne}"


def trouver_les_carnets(cours: Path) -> list[Path]:
    """Les sources des carnets d'un cours, dans l'ordre. Lève `SourceIllisible` si le dossier manque."""
    if not cours.is_dir():
        raise SourceIllisible(
            f"Le dossier du cours « {cours} » n'existe pas. Lancez la commande à la racine du projet."
        )
    return sorted(cours.glob(f"{MOTIF_MODULE}/{MOTIF_MODULE}.py"))


def choisir_les_carnets(cours: Path, demandes: list[str]) -> list[Path]:
    """Les sources demandées (chemin, ou nom comme « 02_donnees »), toutes si la liste est vide.

    Lève `SourceIllisible` si un nom n'existe pas, avec les noms possibles.
    """
    tous = trouver_les_carnets(cours)
    if not demandes:
        if not tous:
            raise SourceIllisible(
                f"Aucun carnet dans « {cours} » (attendu : {cours}/{MOTIF_MODULE}/{MOTIF_MODULE}.py)."
            )
        return tous
    choisis = []
    for demande in demandes:
        chemin = Path(demande)
        if chemin.suffix == ".py" and chemin.is_file():
            trouves = [chemin]
        else:
            trouves = [c for c in tous if chemin.stem in (c.stem, c.parent.name)]
        if not trouves:
            noms = ", ".join(c.stem for c in tous) or "aucun"
            raise SourceIllisible(f"Aucun carnet ne s'appelle « {demande} ». Carnets du cours : {noms}.")
        choisis += trouves
    return list(dict.fromkeys(choisis))


def lire_source(chemin: Path) -> CarnetSource:
    """Lit un fichier source. Lève `SourceIllisible` (fichier absent, encodage, marque de cellule cachée)."""
    chemin = Path(chemin)
    if not _NOM_DE_CARNET.fullmatch(chemin.stem):
        raise SourceIllisible(
            f"{chemin} : un carnet s'appelle « 02_donnees.py » (deux chiffres, un tiret bas, minuscules sans accent)."
        )
    try:
        texte = chemin.read_text(encoding="utf-8")
    except UnicodeDecodeError as erreur:
        raise SourceIllisible(f"{chemin} n'est pas en UTF-8.") from erreur
    except OSError as erreur:
        raise SourceIllisible(f"{chemin} ne peut pas être lu : {pourquoi(erreur)}.") from erreur
    return lire_texte(texte, chemin)


def lire_texte(texte: str, chemin: Path) -> CarnetSource:
    """Découpe le texte d'une source (voir `lire_source`)."""
    import jupytext

    if "\r" in texte:
        texte = texte.replace("\r\n", "\n").replace("\r", "\n")
    lignes = texte.splitlines()
    debuts = _lignes_des_marques(lignes)
    if not debuts:
        raise SourceIllisible(f"{chemin} ne contient aucune cellule : chacune commence par une ligne « # %% ».")
    try:
        carnet = jupytext.reads(texte, fmt={"extension": ".py", "format_name": "percent"})
    except Exception as erreur:
        raise SourceIllisible(
            f"{chemin} : jupytext n'a pas pu lire ce fichier, sans doute à cause des attributs d'une ligne « # %% » "
            f'(tags=["…"], exercice="…", role="…") : {str(erreur).splitlines()[0]}'
        ) from erreur
    if len(carnet.cells) != len(debuts):
        raise SourceIllisible(
            f"{chemin} : jupytext y voit {len(carnet.cells)} cellules et l'on y compte {len(debuts)} lignes « # %% ». "
            "Rien ne doit précéder la première, et chaque bloc de texte doit être refermé."
        )
    fins = [*debuts[1:], len(lignes)]
    cellules = []
    for rang, (cellule, debut, fin) in enumerate(zip(carnet.cells, debuts, fins, strict=True)):
        attributs = {c: v for c, v in cellule.metadata.items() if c not in ("cell_marker", "lines_to_next_cell")}
        brut = tuple(lignes[debut + 1 : fin])
        cellules.append(
            CelluleSource(
                genre=cellule.cell_type,
                texte=cellule.source,
                attributs=attributs,
                numero=rang + 1,
                ligne=debut + 1,
                ligne_texte=debut + 2 + _lignes_avant_le_texte(cellule.cell_type, brut),
                brut=brut,
            )
        )
    return CarnetSource(chemin, tuple(cellules))


def _lignes_des_marques(lignes: list[str]) -> list[int]:
    """Les rangs des lignes `# %%`, hors des chaînes sur plusieurs lignes (comme jupytext)."""
    from jupytext.stringparser import StringParser

    debuts: list[int] = []
    suivi = StringParser("python")
    for rang, ligne in enumerate(lignes):
        if not suivi.is_quoted() and _MARQUE.match(ligne):
            debuts.append(rang)
            suivi = StringParser("python")
        suivi.read_line(ligne)
    return debuts


def _lignes_avant_le_texte(genre: str, brut: tuple[str, ...]) -> int:
    if genre != "markdown":
        return 0
    for rang, ligne in enumerate(brut):
        if ligne.strip() in ('r"""', '"""'):
            return rang + 1
        if ligne.strip():
            return rang
    return 0
