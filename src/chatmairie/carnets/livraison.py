"""Poser les copies de l'apprenant dans `travail/`, autant de fois qu'on veut, sans jamais rien écraser.

Un manifeste (`travail/.chatmairie/livraison.json`) garde l'empreinte de ce qui a été livré :

- le fichier est tel que livré : il est mis à jour quand le cours change ;
- vous l'avez changé : il n'est jamais touché ; si le cours a changé aussi, la nouvelle version est
  posée à côté (`02_donnees.nouvelle-version.ipynb`), une seule fois ;
- vous l'avez supprimé ou renommé : il est remis, neuf (c'est la façon de recommencer un carnet) ;
- vous l'avez créé : le cours ne le connaît pas, il n'y touche pas.

Un lien symbolique est considéré comme votre fichier : il n'est ni suivi ni remplacé.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath
from typing import Any

from chatmairie.atelier.corriges import NOM as NOM_FERME
from chatmairie.atelier.corriges import fermer
from chatmairie.carnets import banque
from chatmairie.carnets.copie import octets_de_la_copie
from chatmairie.carnets.reglages import IGNORES
from chatmairie.carnets.source import MOTIF_MODULE
from chatmairie.parcours.fichiers import ecrire_atomiquement, pourquoi
from chatmairie.parcours.progres import DOSSIER as DOSSIER_REGLAGES
from chatmairie.parcours.travail import MANIFESTE, empreinte_des_textes

SUFFIXE = ".nouvelle-version"
DOSSIER_DES_PAGES = "pages_a_lire"


class LivraisonImpossible(RuntimeError):
    """La livraison s'est arrêtée ; le message dit pourquoi, et que rien n'est perdu."""


@dataclass
class Bilan:
    """Ce qu'une livraison a fait : chemins relatifs à la destination, et phrases à montrer."""

    poses: list[str] = field(default_factory=list)
    mis_a_jour: list[str] = field(default_factory=list)
    remis: list[str] = field(default_factory=list)
    gardes: list[str] = field(default_factory=list)
    a_cote: list[str] = field(default_factory=list)
    phrases: list[str] = field(default_factory=list)

    def dire(self, destination: Path) -> None:
        """L'affiche dans le terminal."""
        for phrase in self.phrases:
            print(phrase)
        if self.poses:
            print(f"{len(self.poses)} fichier(s) posé(s) dans « {destination} ».")
        elif not self.phrases:
            print(f"« {destination} » est à jour.")


def livrer(
    cours: Path, destination: Path, *, avec_corriges: bool = False, en_texte: bool = False, deja_prets: bool = False
) -> Bilan:
    """Prépare les carnets de `cours` et les pose, avec leurs fichiers, dans `destination`.

    avec_corriges : pose aussi les corrigés, fermés (`corriges.json`, pour qui apprend sans formateur), tirés de la
        banque qui est à côté de `cours`.
    en_texte : pose aussi, de chaque carnet, un `.py` à remplir et une page à lire.
    deja_prets : `cours` est lui-même une copie livrée (l'archive d'une salle) ; ses fichiers sont posés tels quels.
    Lève `LivraisonImpossible` (dossier absent, protégé, plein, lien symbolique à la place d'un
    dossier) ou `CopieImpossible` (carnet que nbgrader refuse). Tout est préparé avant d'écrire.
    """
    cours, destination = Path(cours), Path(destination)
    _refuser_les_lieux_absurdes(cours, destination)
    fichiers = dict(_tels_quels(cours) if deja_prets else _contenu(cours, avec_corriges, en_texte))
    if not fichiers:
        raise LivraisonImpossible(f"Aucun module à livrer dans « {cours} » (attendu : {cours}/{MOTIF_MODULE}/).")
    _refuser_les_dossiers_detournes(destination, fichiers)
    bilan = Bilan()
    try:
        (destination / DOSSIER_REGLAGES).mkdir(parents=True, exist_ok=True)
        manifeste = _lire_le_manifeste(destination, bilan)
        try:
            for relatif, contenu in fichiers.items():
                _poser(destination, relatif, contenu, manifeste, bilan)
        finally:
            _ecrire_le_manifeste(destination, manifeste)
    except OSError as erreur:
        lieu = erreur.filename or destination
        raise LivraisonImpossible(
            f"Impossible d'écrire dans « {lieu} » ({pourquoi(erreur)}). Vérifiez les droits du dossier et "
            "la place sur le disque, puis relancez la commande. Aucun de vos fichiers n'a été modifié ni perdu."
        ) from erreur
    return bilan


# --- ce qui est livré -----------------------------------------------------------------------------


def _tels_quels(cours: Path) -> Iterator[tuple[str, bytes]]:
    """Les fichiers d'une copie déjà livrée, réglages exceptés."""
    for chemin in sorted(cours.rglob("*")):
        relatif = chemin.relative_to(cours)
        if chemin.is_file() and not any(p.startswith(".") for p in relatif.parts):
            yield relatif.as_posix(), chemin.read_bytes()


def _en_texte(carnet: Path, copie: bytes) -> Iterator[tuple[str, bytes]]:
    """Le `.py` à remplir et la page à lire d'un carnet ; `copie` : ce qui en est distribué."""
    from chatmairie.carnets.en_texte.fichier import en_texte
    from chatmairie.carnets.en_texte.page import page

    distribue = json.loads(copie)
    yield f"{carnet.stem}.py", en_texte(distribue, carnet.stem).encode()
    construit = json.loads(carnet.read_text(encoding="utf-8"))
    yield f"{DOSSIER_DES_PAGES}/{carnet.stem}.html", page(construit, carnet.stem, distribue).encode()


def _contenu(cours: Path, avec_corriges: bool, en_texte: bool) -> Iterator[tuple[str, bytes]]:
    modules = [m for m in sorted(cours.glob(MOTIF_MODULE)) if m.is_dir()]
    for module in modules:
        for source in sorted(module.glob(f"{MOTIF_MODULE}.py")):
            if not source.with_suffix(".ipynb").is_file():
                raise LivraisonImpossible(
                    f"Le carnet « {source.with_suffix('.ipynb')} » manque. Construisez-le : make notebooks."
                )
        for dossier, sous_dossiers, noms in os.walk(module):
            sous_dossiers[:] = sorted(d for d in sous_dossiers if not _ignore(d))
            for nom in sorted(n for n in noms if not _ignore(n)):
                chemin = Path(dossier) / nom
                if chemin.is_symlink():
                    raise LivraisonImpossible(f"« {chemin} » est un lien symbolique : le cours n'en livre pas.")
                relatif = chemin.relative_to(cours).as_posix()
                try:
                    octets = octets_de_la_copie(chemin) if chemin.suffix == ".ipynb" else chemin.read_bytes()
                except OSError as erreur:
                    raise LivraisonImpossible(f"« {chemin} » ne peut pas être lu ({erreur.strerror}).") from erreur
                yield relatif, octets
                if en_texte and chemin.suffix == ".ipynb":
                    yield from _en_texte(chemin, octets)
        if avec_corriges and (lus := banque.corriges(cours.parent / banque.DOSSIER, sorted(module.glob("*.ipynb")))):
            yield f"{module.name}/{NOM_FERME}", fermer(lus).encode()


def _ignore(nom: str) -> bool:
    return nom.startswith(".") or any(fnmatch(nom, motif) for motif in IGNORES)


# --- où l'on refuse d'écrire ------------------------------------------------------------------------


def _refuser_les_lieux_absurdes(cours: Path, destination: Path) -> None:
    if not cours.is_dir():
        raise LivraisonImpossible(f"Le dossier du cours « {cours} » n'existe pas.")
    if destination.exists() and not destination.is_dir():
        raise LivraisonImpossible(f"« {destination} » existe et n'est pas un dossier : choisissez un autre nom.")
    if destination.is_symlink() and not destination.exists():
        raise LivraisonImpossible(f"« {destination} » est un lien symbolique qui ne mène nulle part.")
    la, ici = destination.resolve(), cours.resolve()
    if la == ici or ici in la.parents:
        raise LivraisonImpossible(f"« {destination} » est dans le cours lui-même : choisissez un dossier à part.")


def _refuser_les_dossiers_detournes(destination: Path, fichiers: dict[str, bytes]) -> None:
    dossiers = {p.as_posix() for f in fichiers for p in PurePosixPath(f).parents if p.as_posix() != "."}
    for dossier in sorted(dossiers | {DOSSIER_REGLAGES}):
        chemin = destination / dossier
        if chemin.is_symlink():
            raise LivraisonImpossible(
                f"« {chemin} » est un lien symbolique : écrire dedans toucherait un autre dossier. "
                "Renommez-le ou retirez-le, puis relancez la commande. Rien n'a été écrit."
            )
        if chemin.exists() and not chemin.is_dir():
            raise LivraisonImpossible(
                f"« {chemin} » existe et n'est pas un dossier. Renommez-le, puis relancez la commande. "
                "Rien n'a été écrit."
            )


# --- poser un fichier -------------------------------------------------------------------------------


def _poser(destination: Path, relatif: str, contenu: bytes, manifeste: dict[str, dict[str, str]], bilan: Bilan) -> None:
    cible, neuve = destination / relatif, _empreinte(contenu)
    note = manifeste.get(relatif, {})
    if not _existe(cible):
        cible.parent.mkdir(parents=True, exist_ok=True)
        ecrire_atomiquement(cible, contenu)
        manifeste[relatif] = _note(relatif, contenu)
        (bilan.remis if note else bilan.poses).append(relatif)
        if note:
            bilan.phrases.append(f"« {relatif} » n'était plus là : il est remis, neuf.")
        return
    actuelle = _empreinte_du_fichier(cible)
    if actuelle == neuve:
        manifeste[relatif] = _note(relatif, contenu)
        return
    if actuelle is not None and actuelle == note.get("livre"):
        ecrire_atomiquement(cible, contenu)
        manifeste[relatif] = _note(relatif, contenu)
        bilan.mis_a_jour.append(relatif)
        bilan.phrases.append(f"« {relatif} » est mis à jour (vous ne l'aviez pas modifié).")
        return
    bilan.gardes.append(relatif)
    if neuve in (note.get("livre"), note.get("proposee")):
        return
    cote = _poser_a_cote(destination, relatif, contenu, manifeste)
    manifeste[relatif] = {**note, "proposee": neuve}
    bilan.a_cote.append(cote)
    raison = "est un lien symbolique" if cible.is_symlink() else "est différent de ce que le cours a livré"
    bilan.phrases.append(
        f"« {relatif} » {raison} : il est gardé tel quel. La nouvelle version du cours est à côté : « {cote} »."
    )


def _poser_a_cote(destination: Path, relatif: str, contenu: bytes, manifeste: dict[str, dict[str, str]]) -> str:
    """Pose la nouvelle version sous un nom libre (ou à la place d'une proposition restée intacte)."""
    modele = PurePosixPath(relatif)
    rang = 1
    while True:
        nom = f"{modele.stem}{SUFFIXE}{'' if rang == 1 else f'-{rang}'}{modele.suffix}"
        cote = (modele.parent / nom).as_posix()
        cible = destination / cote
        actuelle = _empreinte_du_fichier(cible) if _existe(cible) else None
        libre = not _existe(cible) or actuelle == _empreinte(contenu)
        intacte = actuelle is not None and actuelle == manifeste.get(cote, {}).get("livre")
        if libre or intacte:
            ecrire_atomiquement(cible, contenu)
            manifeste[cote] = _note(cote, contenu)
            return cote
        rang += 1


def _note(relatif: str, contenu: bytes) -> dict[str, str]:
    """Ce que le manifeste retient d'un fichier livré ; d'un carnet, aussi l'empreinte de ses textes."""
    note = {"livre": _empreinte(contenu)}
    if relatif.endswith(".ipynb"):
        note["textes"] = empreinte_des_textes(json.loads(contenu))
    return note


def _existe(chemin: Path) -> bool:
    return chemin.is_symlink() or chemin.exists()


def _empreinte(contenu: bytes) -> str:
    return hashlib.sha256(contenu).hexdigest()


def _empreinte_du_fichier(chemin: Path) -> str | None:
    """L'empreinte, ou None quand on ne peut pas dire que c'est le fichier livré (lien, dossier, illisible)."""
    if chemin.is_symlink() or not chemin.is_file():
        return None
    try:
        return _empreinte(chemin.read_bytes())
    except PermissionError:
        return None


# --- le manifeste -----------------------------------------------------------------------------------


def _lire_le_manifeste(destination: Path, bilan: Bilan) -> dict[str, dict[str, str]]:
    chemin = destination / DOSSIER_REGLAGES / MANIFESTE
    if not _existe(chemin):
        return {}
    try:
        if chemin.is_symlink():
            raise ValueError("lien symbolique")
        lu = json.loads(chemin.read_text(encoding="utf-8"))
        fichiers = lu["fichiers"]
        if not isinstance(fichiers, dict) or not all(_note_valable(n) for n in fichiers.values()):
            raise ValueError("contenu inattendu")
        return dict(fichiers)
    except (ValueError, KeyError, TypeError, RecursionError):
        ecarte = _nom_libre(chemin)
        os.replace(chemin, ecarte)
        bilan.phrases.append(
            f"Le registre des livraisons était abîmé : il est gardé sous le nom « {ecarte.name} ». Par prudence, tout "
            "fichier différent de celui du cours est considéré comme le vôtre, et gardé."
        )
        return {}


def _note_valable(note: Any) -> bool:
    return isinstance(note, dict) and all(isinstance(v, str) for v in note.values())


def _nom_libre(chemin: Path) -> Path:
    rang = 1
    while _existe(chemin.with_name(f"livraison.abimee-{rang}.json")):
        rang += 1
    return chemin.with_name(f"livraison.abimee-{rang}.json")


def _ecrire_le_manifeste(destination: Path, manifeste: dict[str, dict[str, str]]) -> None:
    contenu = {
        "lisez-moi": "Empreintes (sha256) des fichiers livrés par le cours. Ne contient rien de personnel.",
        "version": 1,
        "fichiers": dict(sorted(manifeste.items())),
    }
    texte = json.dumps(contenu, ensure_ascii=False, indent=1) + "\n"
    ecrire_atomiquement(destination / DOSSIER_REGLAGES / MANIFESTE, texte.encode())
