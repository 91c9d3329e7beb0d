"""Corriger une classe entière sans la surveiller : `python -m chatmairie.correction corriger`.

Chaque copie est corrigée par nbgrader, dans un processus à elle ; une copie inchangée et déjà notée n'est pas
refaite ; une correction tuée se reprend où elle en était. Code de sortie : 0 rien à regarder, 1 des copies à
regarder, 2 la correction n'a pas pu commencer, 3 des copies n'ont pas pu être notées, 130 interrompue.
"""

from __future__ import annotations

import argparse
import difflib
import hashlib
import json
import os
import sys
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from chatmairie.correction import lot_copie, lot_processus, lot_tableau
from chatmairie.correction.lot_verrou import DejaEnCours, verrou
from chatmairie.correction.reconstruction_nbgrader import DOSSIER_DU_LOT as DOSSIER

RIEN_A_REGARDER, A_REGARDER, IMPOSSIBLE, PANNE, INTERROMPUE = 0, 1, 2, 3, 130
TENTATIVES = 2
DUREE_MAX_S = 1200

Cle = tuple[str, str]


class CorrectionImpossible(Exception):
    """La correction ne peut pas commencer ; le message dit pourquoi, et quoi faire."""


@dataclass
class Lot:
    """Les copies à corriger, et ce que la correction a constaté. Clés : (élève, devoir)."""

    app: Any
    classe: Path
    a_faire: deque[Cle] = field(default_factory=deque)
    bases: dict[str, str] = field(default_factory=dict)
    deja: set[Cle] = field(default_factory=set)
    faites: set[Cle] = field(default_factory=set)
    constats: dict[Cle, tuple[str, str]] = field(default_factory=dict)
    echecs: Counter[Cle] = field(default_factory=Counter)
    inscrits: set[str] = field(default_factory=set)

    @property
    def coursedir(self) -> Any:
        return self.app.coursedir


def principal(arguments: list[str] | None = None) -> int:
    """La commande `corriger`. Rend son code de sortie."""
    choix = _analyseur().parse_args(arguments)
    racine = choix.racine.resolve()
    try:
        app = lot_copie.application(racine)
        lot = Lot(app, _dossier_de_la_classe(app.coursedir))
        with verrou(lot.classe / DOSSIER):
            devoirs = _preparer(lot, choix)
            _annoncer(lot)
            try:
                with lot_processus.interruption_retenue() as interruption:
                    for cle in _corriger_tout(lot, choix.processus, choix.duree_max, interruption):
                        lot.faites.add(cle)
            except KeyboardInterrupt:
                print(
                    f"\nCorrection interrompue : {len(lot.faites)} copie(s) corrigée(s) et gardée(s). Relancez la même "
                    "commande pour finir.",
                    file=sys.stderr,
                )
                return INTERROMPUE
            lignes = lot_tableau.lire_le_bilan(lot.coursedir, devoirs, lot.constats)
    except (CorrectionImpossible, DejaEnCours, FileNotFoundError) as probleme:
        print(probleme, file=sys.stderr)
        return IMPOSSIBLE
    if choix.eleve:
        lignes = [ligne for ligne in lignes if ligne.eleve in choix.eleve]
    print(lot_tableau.ecrire_le_tableau(lignes))
    return _conclure(lot, lignes)


def _analyseur() -> argparse.ArgumentParser:
    analyseur = argparse.ArgumentParser(
        prog="python -m chatmairie.correction corriger", description="Corrige les copies d'une classe entière."
    )
    analyseur.add_argument("devoirs", nargs="*", metavar="devoir", help="par exemple 02_donnees (défaut : tous)")
    analyseur.add_argument("--racine", type=Path, default=Path(), help="dossier du cours (nbgrader_config.py)")
    analyseur.add_argument("--eleve", action="append", metavar="ÉLÈVE", help="seulement cet élève (répétable)")
    analyseur.add_argument("--tout", action="store_true", help="refait aussi les copies déjà corrigées")
    analyseur.add_argument("--processus", type=int, default=min(2, os.cpu_count() or 1), help="copies à la fois")
    analyseur.add_argument("--duree-max", type=int, default=DUREE_MAX_S, help="secondes au plus pour une copie")
    return analyseur


def _dossier_de_la_classe(coursedir: Any) -> Path:
    """Le dossier qui contient submitted/, autograded/ et le reste."""
    return Path(coursedir.root, coursedir.submitted_directory).parent


def _preparer(lot: Lot, choix: argparse.Namespace) -> list[str]:
    """Remplit le lot. Rend les devoirs concernés. Lève `CorrectionImpossible`."""
    from nbgrader.api import Gradebook

    with Gradebook(lot.coursedir.db_url, lot.coursedir.course_id) as notes:
        distribues = sorted(d.name for d in notes.assignments)
        lot.inscrits = {e.id for e in notes.students}
    if not distribues:
        raise CorrectionImpossible(
            "Aucun devoir n'a été distribué : lancez d'abord « nbgrader generate_assignment 02_donnees » (par exemple)."
        )
    if inconnus := sorted(set(choix.devoirs) - set(distribues)):
        raise CorrectionImpossible(
            f"« {inconnus[0]} » n'a pas été distribué. Devoirs distribués : {', '.join(distribues)}."
        )
    rendus = {d: lot_tableau.eleves_du_devoir(lot.coursedir, d) for d in distribues}
    devoirs = choix.devoirs or [d for d in distribues if rendus[d]]
    if not devoirs:
        raise CorrectionImpossible(
            f"Aucune copie à corriger : déposez-les dans {lot.coursedir.submitted_directory}/élève/devoir/."
        )
    if choix.eleve and (absents := sorted(set(choix.eleve) - {e for d in devoirs for e in rendus[d]})):
        raise CorrectionImpossible(f"« {absents[0]} » n'a rien rendu pour {', '.join(devoirs)}.")
    notees = lot_copie.copies_notees(lot.coursedir, devoirs)
    for devoir in devoirs:
        lot.bases[devoir] = lot_copie.empreinte_du_devoir(lot.coursedir, devoir)
        for eleve in rendus[devoir]:
            if choix.eleve and eleve not in choix.eleve:
                continue
            if not choix.tout and lot_copie.deja_corrigee(lot.coursedir, eleve, devoir, lot.bases[devoir], notees):
                lot.deja.add((eleve, devoir))
            else:
                lot.a_faire.append((eleve, devoir))
    return devoirs


def _annoncer(lot: Lot) -> None:
    from chatmairie.correction.execution_copies import couches_actives

    faites = f", {len(lot.deja)} déjà corrigée(s) et inchangée(s)" if lot.deja else ""
    print(f"{len(lot.a_faire)} copie(s) à corriger{faites}.")
    if inconnus := _hors_de_la_liste(lot):
        print(
            f"Pas dans la liste des élèves : {', '.join(inconnus)}. Corrigé(s) quand même ; si le nom d'un dossier est "
            "mal écrit, renommez-le, et retirez l'élève en trop (`nbgrader db student remove`)."
        )
    print("Protections en place : " + " ; ".join(couches_actives()) + ".", flush=True)


def _hors_de_la_liste(lot: Lot) -> list[str]:
    """Les dossiers dont le nom n'est celui d'aucun élève inscrit, avec le plus proche ; rien si personne ne l'est."""
    dits = []
    for eleve in sorted({e for e, _ in lot.a_faire} - lot.inscrits) if lot.inscrits else ():
        proche = difflib.get_close_matches(eleve, lot.inscrits, n=1, cutoff=0.7)
        dits.append(f"« {eleve} »" + (f" (pour « {proche[0]} » ?)" if proche else ""))
    return dits


def _corriger_tout(
    lot: Lot, processus: int, duree_max: int, interruption: lot_processus.Interruption
) -> Iterator[Cle]:
    """Corrige le lot, `processus` copies à la fois, et rend chaque copie quand elle est finie."""
    from tqdm import tqdm

    tqdm.monitor_interval = 0  # pas de fil d'exécution à côté : les copies sont corrigées dans des processus dérivés
    en_cours: list[lot_processus.Travail] = []
    barre = tqdm(
        total=len(lot.a_faire), desc="Correction", unit=" copie", disable=None, file=sys.stderr, dynamic_ncols=True
    )
    try:
        while lot.a_faire or en_cours:
            interruption.lever()
            while lot.a_faire and len(en_cours) < max(1, processus):
                en_cours.append(_lancer(lot, lot.a_faire.popleft(), duree_max))
            lot_processus.attendre(en_cours, 0.5)
            for travail in list(en_cours):
                if travail.processus.is_alive() and not travail.depasse:
                    continue
                en_cours.remove(travail)
                if _finir(lot, travail):
                    barre.update()
                    if barre.disable:
                        print(f"  {travail.cle[0]}, {travail.cle[1]}", flush=True)
                    yield travail.cle
    finally:
        barre.close()
        for travail in en_cours:
            lot_processus.arreter(travail)
            _oublier_l_essai(lot, travail.cle)


def _lancer(lot: Lot, cle: Cle, duree_max: int) -> lot_processus.Travail:
    essais = _compter_l_essai(lot, cle)
    a_blanc = essais > TENTATIVES
    eleve, devoir = cle
    if a_blanc:
        lot.constats[cle] = ("arretee", "")
    return lot_processus.lancer(
        cle, lot_copie.corriger, journal(lot.classe, cle), duree_max,
        lot.app if lot_processus.HERITE else Path(lot.coursedir.root), eleve, devoir, lot.bases[devoir], a_blanc,
    )  # fmt: skip


def journal(classe: Path, cle: Cle) -> Path:
    """Le journal de la correction d'une copie."""
    return classe / DOSSIER / "journaux" / cle[0] / f"{cle[1]}.txt"


def _finir(lot: Lot, travail: lot_processus.Travail) -> bool:
    """Vrai si cette copie est finie ; faux si elle est remise dans la file, pour un autre essai."""
    cle = travail.cle
    depasse = travail.processus.is_alive()
    if depasse:
        lot_processus.arreter(travail)
    travail.processus.join()
    code = travail.processus.exitcode
    if code == lot_copie.ECHEC:
        # nbgrader a rendu la main en disant pourquoi : la copie n'a rien arrêté, on essaie une fois encore.
        _oublier_l_essai(lot, cle)
        lot.echecs[cle] += 1
        if lot.echecs[cle] < TENTATIVES:
            lot.a_faire.append(cle)
            return False
        ou = os.path.relpath(journal(lot.classe, cle))
        lot.constats[cle] = ("en_panne", f"Le journal de cette copie est dans {ou}.")
    elif code == lot_copie.SANS_CARNET:
        lot.constats[cle] = ("absente", "Le dossier rendu ne contient aucun carnet de ce devoir.")
    elif code and _essais(lot, cle) <= TENTATIVES:
        lot.a_faire.append(cle)
        return False
    elif code:
        lot.constats[cle] = ("en_panne", "Même sans exécuter la copie, la correction a été arrêtée.")
    _oublier_l_essai(lot, cle)
    return True


def _fichier_d_essai(lot: Lot, cle: Cle) -> Path:
    nom = hashlib.sha256("\0".join(cle).encode("utf-8", "surrogateescape")).hexdigest()[:24]
    return lot.classe / DOSSIER / "essais" / f"{nom}.json"


def _essais(lot: Lot, cle: Cle) -> int:
    try:
        return int(json.loads(_fichier_d_essai(lot, cle).read_text(encoding="utf-8"))["essais"])
    except (OSError, ValueError, KeyError, TypeError):
        return 0


def _compter_l_essai(lot: Lot, cle: Cle) -> int:
    """Écrit avant de commencer : une copie qui tue toute la correction n'y arrive pas indéfiniment."""
    fichier, essais = _fichier_d_essai(lot, cle), _essais(lot, cle) + 1
    fichier.parent.mkdir(parents=True, exist_ok=True)
    fichier.write_text(json.dumps({"eleve": cle[0], "devoir": cle[1], "essais": essais}), encoding="utf-8")
    return essais


def _oublier_l_essai(lot: Lot, cle: Cle) -> None:
    _fichier_d_essai(lot, cle).unlink(missing_ok=True)


def _conclure(lot: Lot, lignes: list[lot_tableau.Ligne]) -> int:
    pannes = sum(1 for etat, _ in lot.constats.values() if etat == "en_panne")
    a_regarder = sum(1 for ligne in lignes if ligne.a_regarder)
    a_lire = sum(ligne.a_lire for ligne in lignes)
    phrases = [f"{len(lot.faites) - pannes} copie(s) corrigée(s), {len(lot.deja)} inchangée(s)."]
    if a_lire:
        phrases.append(f"{a_lire} question(s) ouverte(s) à lire : « nbgrader formgrade ».")
    if a_regarder:
        phrases.append(f"{a_regarder} carnet(s) à regarder (marqués « ! »).")
    if pannes:
        phrases.append(f"{pannes} copie(s) n'ont pas pu être notées.")
    print("\n" + " ".join(phrases))
    return PANNE if pannes else A_REGARDER if a_regarder else RIEN_A_REGARDER
