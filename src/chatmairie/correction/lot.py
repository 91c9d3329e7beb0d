"""Corriger une classe entière sans la surveiller : `python -m chatmairie.correction corriger`.

Des ouvriers exécutent et jugent les copies dans leur enclos ; une seule main, celle-ci, écrit les copies corrigées et
le carnet de notes, par nbgrader. Une copie inchangée et déjà notée n'est pas refaite ; une correction tuée se reprend
où elle en était. Code de sortie : 0 rien à regarder, 1 des copies à regarder, 2 la correction n'a pas pu commencer, 3
des copies n'ont pas pu être notées, 130 interrompue.
"""

from __future__ import annotations

import argparse
import contextlib
import difflib
import logging
import os
import queue
import sys
import traceback
from collections import deque
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat

from chatmairie.correction import lot_copie, lot_tableau
from chatmairie.correction.enclos import EnclosImpossible
from chatmairie.correction.lot_processus import Interruption, interruption_retenue
from chatmairie.correction.lot_verrou import DejaEnCours, verrou
from chatmairie.correction.ouvrier import Ouvrier, OuvrierPerdu
from chatmairie.correction.preprocesseurs import DUREE_MAX_S, QUOI_FAIRE, Executer, empreinte_du_carnet
from chatmairie.correction.reconstruction_nbgrader import DOSSIER_DU_LOT as DOSSIER
from chatmairie.jugement import VARIABLE_SECRET

RIEN_A_REGARDER, A_REGARDER, IMPOSSIBLE, PANNE, INTERROMPUE = 0, 1, 2, 3, 130
TENTATIVES = 2

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
            try:
                with interruption_retenue() as interruption:
                    _corriger_le_lot(lot, choix, interruption)
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
    except OSError as probleme:  # disque plein, dossier fermé : ce qui est déjà écrit l'est en entier
        ou = f" « {probleme.filename} »" if probleme.filename else ""
        print(
            f"\nLa correction s'est arrêtée : impossible d'écrire{ou} ({probleme.strerror or probleme}). Ce qui est "
            "corrigé est gardé. Libérez de la place (ou vérifiez les droits), puis relancez la même commande.",
            file=sys.stderr,
        )
        return PANNE
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
    analyseur.add_argument("--duree-max", type=int, default=DUREE_MAX_S, help="secondes au plus pour un carnet")
    analyseur.add_argument(
        "--sans-enclos", action="store_true", help="corrige même si rien ne protège cette machine des copies"
    )
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


def _corriger_le_lot(lot: Lot, choix: argparse.Namespace, interruption: Interruption) -> None:
    """Annonce, lance les ouvriers s'il y a du travail, et corrige."""
    _annoncer(lot)
    if not lot.a_faire:
        return
    reglages = Executer(parent=lot.app).reglages()
    reglages["sans_enclos"] = choix.sans_enclos or reglages["sans_enclos"]
    ecrits = lot.classe / DOSSIER / "ouvriers.txt"
    equipe = Equipe(min(choix.processus, len(lot.a_faire)), reglages, choix.duree_max, ecrits)
    try:
        if reglages["sans_enclos"]:
            print("SANS ENCLOS, comme demandé : rien ne protège cette machine de ce que contiennent les copies.")
        print("Ce qui tient, essayé à l'instant : " + " ; ".join(equipe.couches) + ".", flush=True)
        for cle in _corriger_tout(lot, choix, equipe, interruption):
            lot.faites.add(cle)
    finally:
        equipe.fermer()


def _annoncer(lot: Lot) -> None:
    faites = f", {len(lot.deja)} déjà corrigée(s) et inchangée(s)" if lot.deja else ""
    print(f"{len(lot.a_faire)} copie(s) à corriger{faites}.")
    if inconnus := _hors_de_la_liste(lot):
        print(
            f"Pas dans la liste des élèves : {', '.join(inconnus)}. Corrigé(s) quand même ; si le nom d'un dossier est "
            "mal écrit, renommez-le, et retirez l'élève en trop (`nbgrader db student remove`)."
        )


def _hors_de_la_liste(lot: Lot) -> list[str]:
    """Les dossiers dont le nom n'est celui d'aucun élève inscrit, avec le plus proche ; rien si personne ne l'est."""
    dits = []
    for eleve in sorted({e for e, _ in lot.a_faire} - lot.inscrits) if lot.inscrits else ():
        proche = difflib.get_close_matches(eleve, lot.inscrits, n=1, cutoff=0.7)
        dits.append(f"« {eleve} »" + (f" (pour « {proche[0]} » ?)" if proche else ""))
    return dits


def _corriger_tout(lot: Lot, choix: argparse.Namespace, equipe: Equipe, interruption: Interruption) -> Iterator[Cle]:
    """Corrige le lot et rend chaque copie quand elle est finie. Une seule main écrit : celle-ci."""
    from tqdm import tqdm

    tqdm.monitor_interval = 0
    en_vol: dict[Future, tuple[Cle, Any]] = {}
    barre = tqdm(
        total=len(lot.a_faire), desc="Correction", unit=" copie", disable=None, file=sys.stderr, dynamic_ncols=True
    )
    try:
        while lot.a_faire or en_vol:
            interruption.lever()
            while lot.a_faire and len(en_vol) <= equipe.nombre:
                cle = lot.a_faire.popleft()
                prepare, futur = None, Future()
                try:
                    prepare, demandes = lot_copie.preparer(lot.coursedir, *cle)
                    futur = equipe.soumettre(demandes)
                except Exception as erreur:  # noqa: BLE001 - un dossier qui ne se prépare pas n'arrête pas la classe
                    futur.set_exception(erreur)
                en_vol[futur] = cle, prepare
            for futur in wait(en_vol, 0.5, FIRST_COMPLETED).done:
                cle, prepare = en_vol.pop(futur)
                _ecrire(lot, cle, prepare, futur)
                barre.update()
                if barre.disable:
                    print(f"  {cle[0]}, {cle[1]}", flush=True)
                yield cle
    finally:
        barre.close()


def journal(classe: Path, cle: Cle) -> Path:
    """Le journal de la correction d'une copie."""
    return classe / DOSSIER / "journaux" / cle[0] / f"{cle[1]}.txt"


def _ecrire(lot: Lot, cle: Cle, prepare: Any, futur: Future) -> None:
    """Inscrit une copie ; ce qui rate est dit au tableau, et n'arrête pas la classe."""
    eleve, devoir = cle
    with _au_journal(lot.app, journal(lot.classe, cle)):
        for essai in range(TENTATIVES):
            try:
                lot_copie.corriger(lot.app, eleve, devoir, lot.bases[devoir], prepare, futur.result())
                return
            except lot_copie.SansCarnet:
                lot.constats[cle] = ("absente", "Le dossier rendu ne contient aucun carnet de ce devoir.")
                return
            except Exception as erreur:  # noqa: BLE001 - tout ce qui peut rater va au journal de cette copie
                traceback.print_exception(erreur)
                if essai + 1 == TENTATIVES:
                    ou = os.path.relpath(journal(lot.classe, cle))
                    lot.constats[cle] = ("en_panne", f"Rien n'a été noté. Le journal de cette copie est dans {ou}.")


@contextlib.contextmanager
def _au_journal(app: Any, chemin: Path) -> Iterator[None]:
    """Tout ce que nbgrader écrit de cette copie va dans son journal."""
    chemin.parent.mkdir(parents=True, exist_ok=True)
    with chemin.open("w", encoding="utf-8", errors="replace") as fichier:
        anciens, app.log.handlers = app.log.handlers, [logging.StreamHandler(fichier)]
        propage, app.log.propagate = app.log.propagate, False
        try:
            with contextlib.redirect_stdout(fichier), contextlib.redirect_stderr(fichier):
                yield
        finally:
            app.log.handlers, app.log.propagate = anciens, propage


class Equipe:
    """Des ouvriers, une copie chacun à la fois ; un ouvrier perdu est remplacé, et sa copie redemandée une fois.

    Le premier est lancé tout de suite : `couches` dit ce que tient l'enclos. Lève `CorrectionImpossible`.
    """

    def __init__(self, nombre: int, reglages: dict[str, Any], duree_max: int, journal: Path) -> None:
        self.nombre, self.reglages, self.duree_max = max(1, nombre), reglages, duree_max
        journal.parent.mkdir(parents=True, exist_ok=True)
        self._journal = journal.open("ab")
        self._libres: queue.SimpleQueue[Ouvrier | None] = queue.SimpleQueue()
        self._lances: list[Ouvrier] = []
        try:
            premier = self._lancer()
        except EnclosImpossible as refus:
            raise CorrectionImpossible(f"{refus} {QUOI_FAIRE}") from refus
        except OuvrierPerdu as perdu:
            raise CorrectionImpossible(f"Rien n'a été exécuté : {perdu} au départ (voir « {journal} »).") from perdu
        self.couches = premier.couches
        for ouvrier in [premier, *[None] * (self.nombre - 1)]:
            self._libres.put(ouvrier)
        self._fils = ThreadPoolExecutor(self.nombre, thread_name_prefix="ouvrier")

    def _lancer(self) -> Ouvrier:
        ouvrier = Ouvrier(os.environ.get(VARIABLE_SECRET, ""), self.reglages, self._journal)
        self._lances.append(ouvrier)
        return ouvrier

    def soumettre(self, demandes: list[dict[str, Any]]) -> Future:
        """Les carnets d'une copie : empreinte du carnet rebâti -> carnet exécuté et jugé."""
        return self._fils.submit(self._faire, demandes)

    def _faire(self, demandes: list[dict[str, Any]]) -> dict[str, str]:
        ouvrier = self._libres.get()
        try:
            resultats = {}
            for demande in demandes:
                ouvrier, fait = self._un_carnet(ouvrier, demande)
                resultats[empreinte_du_carnet(nbformat.reads(demande["nb"], as_version=4))] = fait
            return resultats
        finally:
            self._libres.put(ouvrier)

    def _un_carnet(self, ouvrier: Ouvrier | None, demande: dict[str, Any]) -> tuple[Ouvrier, str]:
        for essai in range(TENTATIVES):
            ouvrier = ouvrier if ouvrier is not None and ouvrier.vivant else self._lancer()
            try:
                return ouvrier, ouvrier.demander(demande, self.duree_max)["nb"]
            except OuvrierPerdu:
                if essai + 1 == TENTATIVES:
                    raise
        raise AssertionError

    def fermer(self) -> None:
        """Arrête les ouvriers, et ce qu'ils exécutent."""
        for ouvrier in self._lances:
            ouvrier.processus.kill()
        self._fils.shutdown(wait=True, cancel_futures=True)
        for ouvrier in self._lances:
            ouvrier.fermer()
        self._journal.close()


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
