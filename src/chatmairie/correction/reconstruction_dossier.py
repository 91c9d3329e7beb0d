"""Préparer le dossier d'une copie : retrouver chaque carnet par son contenu, écarter ce qui bloquerait la classe.

Rien n'est effacé : ce qui gênerait la correction (un lien, un tube, un fichier démesuré, une date illisible) part
dans mis_de_cote/, à côté de submitted/. Relancer la préparation ne change plus rien.
"""

from __future__ import annotations

import itertools
import json
import os
import re
import shutil
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC
from pathlib import Path

from chatmairie.correction.reconstruction import CelluleDuMaitre, reconnaitre, reponses_ecrites
from chatmairie.correction.reconstruction_lecture import carnets_portes, lire_un_carnet, nettoyer

PIECE_JOINTE_MAX = 50_000_000
"""En octets."""

HORODATAGE = "timestamp.txt"
_POSSIBLES = (".ipynb", ".json", ".txt")
_SORTI = re.compile(r" \(sorti de (.+)\)\.ipynb$")
"""Le nom d'un carnet sorti d'une autre forme du cours (voir `_sortir`)."""
_SANS_INTERET = (".ipynb_checkpoints", "__pycache__", ".git", ".chatmairie")


@dataclass
class Dossier:
    """Ce que contient le dossier d'une copie. `carnets` : nom attendu -> fichier ; `remarques` : nom -> phrases."""

    carnets: dict[str, Path] = field(default_factory=dict)
    remarques: dict[str, list[str]] = field(default_factory=dict)

    def dire(self, nom: str, phrase: str) -> None:
        self.remarques.setdefault(nom, []).append(phrase)


def preparer_le_dossier(
    dossier: Path, maitres: Mapping[str, tuple[CelluleDuMaitre, ...]], mis_de_cote: Path
) -> Dossier:
    """Prépare le dossier d'une copie.

    maitres : nom de chaque carnet du devoir (sans extension) -> ses cellules.
    mis_de_cote : où ranger ce qui gêne. Lève `OSError` si le dossier n'est pas modifiable.
    """
    fait = Dossier()
    _ecarter(dossier, mis_de_cote, fait, list(maitres))
    attendus = {nom: dossier / f"{nom}.ipynb" for nom in maitres}
    fait.carnets.update({nom: chemin for nom, chemin in attendus.items() if os.path.lexists(chemin)})
    _sortir(dossier, maitres)
    for autre, nom, _reponses in _reconnus(dossier, maitres):
        _rapprocher(dossier, autre, nom, maitres[nom], fait)
    return fait


def _sortir(dossier: Path, maitres: Mapping[str, tuple[CelluleDuMaitre, ...]]) -> None:
    """Pose à côté, en carnets, ceux de ce devoir que portent une sauvegarde ou une forme texte du cours."""
    for chemin in sorted(_fichiers(dossier)):
        if not chemin.name.lower().endswith((*_POSSIBLES, ".py")) or "(écarté)" in chemin.name:
            continue
        montre = chemin.relative_to(dossier).as_posix().replace("/", " ")[-80:]
        for quand, lu in carnets_portes(chemin):
            carnet = nettoyer(lu)
            ecrites = {n: len(reponses_ecrites(m, carnet)) for n, m in maitres.items()} if carnet is not None else {}
            nom = max(ecrites, key=lambda n: ecrites[n], default="")
            sorti = dossier / f"{nom} (sorti de {montre}).ipynb"
            if ecrites.get(nom) and not sorti.exists():
                provisoire = sorti.with_name(f".{nom}.partiel")
                provisoire.write_text(json.dumps(lu), encoding="utf-8")
                if quand:
                    os.utime(provisoire, (quand, quand))
                os.replace(provisoire, sorti)


def _reconnus(dossier: Path, maitres: Mapping[str, tuple[CelluleDuMaitre, ...]]) -> Iterator[tuple[Path, str, int]]:
    """Les autres fichiers du dossier qui sont des carnets de ce devoir : (fichier, nom attendu, réponses écrites)."""
    attendus = {f"{nom}.ipynb" for nom in maitres}
    for chemin in sorted(_fichiers(dossier)):
        if (chemin.parent == dossier and chemin.name in attendus) or not _peut_etre_un_carnet(chemin):
            continue
        lu = lire_un_carnet(chemin)
        if lu.carnet is None:
            continue
        scores = {nom: reconnaitre(maitre, lu.carnet) for nom, maitre in maitres.items()}
        nom = max(scores, key=lambda n: scores[n])
        if scores[nom][0] >= 2:
            yield chemin, nom, scores[nom][1]


def _rapprocher(dossier: Path, autre: Path, nom: str, maitre: tuple[CelluleDuMaitre, ...], fait: Dossier) -> None:
    """`autre` est le carnet attendu sous un autre nom : le mettre à sa place s'il faut, sans rien perdre."""
    voulu = dossier / f"{nom}.ipynb"
    montre = autre.relative_to(dossier).as_posix()
    sorti = _SORTI.search(montre)
    if sorti:
        montre = sorti[1]
        dit = f"Le carnet a été rendu dans une autre forme du cours, « {montre} » : il en a été sorti."
    else:
        dit = f"Le carnet avait été rendu sous le nom « {montre} » : il a été reconnu à son contenu."
    en_place = lire_un_carnet(voulu).carnet if os.path.lexists(voulu) else None
    if not os.path.lexists(voulu) or (sorti and en_place is None):
        mettre_a_la_place(autre, voulu)
        fait.carnets[nom] = voulu
        fait.dire(nom, dit)
        return
    if en_place is not None and autre.read_bytes() == voulu.read_bytes():
        fait.dire(nom, dit)
        return
    ecrites = reponses_ecrites(maitre, en_place) if en_place is not None else {}
    autres_ecrites = reponses_ecrites(maitre, lire_un_carnet(autre).carnet)
    if (sorti and ecrites == autres_ecrites) or not autres_ecrites:
        return
    ecart = 0.0 if voulu.is_symlink() else autre.stat().st_mtime - voulu.stat().st_mtime
    # une archive décompressée donne la même heure à tous ses fichiers : le plus rempli est alors le bon
    plus_rempli = abs(ecart) <= 1 and len(autres_ecrites) > len(ecrites)
    if not ecrites or ecart > 1 or plus_rempli:
        raison = "le plus récent" if ecart > 1 else "le plus rempli"
        raison = raison if ecrites else "le seul où des réponses sont écrites"
        garde = mettre_a_la_place(autre, voulu)
        fait.dire(
            nom,
            f"Deux carnets différents ont été rendus : « {montre} » a été pris "
            f"({raison}), l'autre est gardé sous le nom « {garde.name} ».",
        )
    else:
        fait.dire(nom, f"Deux carnets différents ont été rendus : « {voulu.name} » a été pris, pas « {montre} ».")


def mettre_a_la_place(autre: Path, voulu: Path) -> Path:
    """Copie `autre` à la place de ce carnet ; rend le nom sous lequel celui qui y était est gardé."""
    garde = libre(voulu.with_name(f"{voulu.stem} (écarté).ipynb"))
    if os.path.lexists(voulu):
        os.replace(voulu, garde)
    copier(autre, voulu)
    return garde


def _ecarter(dossier: Path, mis_de_cote: Path, fait: Dossier, noms: list[str]) -> None:
    carnets = {f"{nom}.ipynb" for nom in noms}
    for chemin in list(_fichiers(dossier, tout=True)):
        if chemin.parent == dossier and chemin.name in carnets:
            continue  # son état sera dit à la lecture
        if _ce_qui_gene(chemin, dossier):
            ailleurs = libre(mis_de_cote / chemin.relative_to(dossier))
            ailleurs.parent.mkdir(parents=True, exist_ok=True)
            os.replace(chemin, ailleurs)
    # Dit aussi quand on relance : ce qui a été mis de côté la première fois l'est toujours.
    for chemin in sorted(_fichiers(mis_de_cote, tout=True)):
        raison = _ce_qui_gene(chemin, mis_de_cote)
        for nom in noms if raison else ():
            fait.dire(nom, f"« {chemin.relative_to(mis_de_cote).as_posix()} » {raison} : mis de côté.")


def _ce_qui_gene(chemin: Path, dossier: Path) -> str:
    infos = chemin.lstat()
    if stat.S_ISLNK(infos.st_mode):
        return "est un lien vers un autre endroit"
    if not stat.S_ISREG(infos.st_mode):
        return "n'est pas un fichier ordinaire"
    if chemin.suffix != ".ipynb" and infos.st_size > PIECE_JOINTE_MAX:
        return f"pèse {infos.st_size // 1_000_000} Mo"
    if chemin == dossier / HORODATAGE and date_ecrite(chemin) is None and chemin.read_bytes().strip():
        return "ne contient pas une date lisible"
    return ""


def date_ecrite(chemin: Path) -> float | None:
    """La date d'un `timestamp.txt` ; `None` s'il manque, ou si personne ne sait la lire."""
    from nbgrader.utils import parse_utc

    try:
        return parse_utc(chemin.read_text(encoding="utf-8").strip()).replace(tzinfo=UTC).timestamp()
    except Exception:  # l'analyseur de dates a plus d'une façon de refuser
        return None


def _fichiers(dossier: Path, tout: bool = False) -> Iterator[Path]:
    """Les fichiers du dossier ; `tout` : aussi ce qui n'est pas un fichier ordinaire. Ne suit aucun lien."""
    for racine, dossiers, fichiers in os.walk(dossier):
        ici = Path(racine)
        liens = [d for d in dossiers if (ici / d).is_symlink()]
        dossiers[:] = [d for d in dossiers if d not in _SANS_INTERET and d not in liens]
        for nom in [*fichiers, *(liens if tout else ())]:
            if tout or ((ici / nom).is_file() and not (ici / nom).is_symlink()):
                yield ici / nom


def _peut_etre_un_carnet(chemin: Path) -> bool:
    if not chemin.name.lower().endswith(_POSSIBLES) or chemin.name == HORODATAGE or "(écarté)" in chemin.name:
        return False
    with chemin.open("rb") as entree:
        debut = entree.read(4096)
    return b'"cells"' in debut or b"nbformat" in debut or b'"metadata"' in debut


def copier(source: Path, vers: Path) -> None:
    """D'un coup : un arrêt au milieu ne laisse pas un carnet coupé."""
    provisoire = vers.with_name(f".{vers.name}.partiel")
    shutil.copy2(source, provisoire)
    os.replace(provisoire, vers)


def libre(chemin: Path) -> Path:
    """Ce chemin, ou le premier numéroté qui n'existe pas encore."""
    suivants = (chemin.with_name(f"{chemin.stem} {numero}{chemin.suffix}") for numero in itertools.count(2))
    return next(c for c in itertools.chain([chemin], suivants) if not os.path.lexists(c))
