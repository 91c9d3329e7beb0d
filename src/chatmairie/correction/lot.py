"""Corriger une classe entière sans la surveiller : `python -m chatmairie.correction corriger`.

Des ouvriers exécutent et jugent les copies dans leur enclos ; une seule main, celle-ci, écrit les copies corrigées, les
retours et le carnet de notes. Une copie inchangée et déjà notée n'est pas refaite ; une correction tuée se reprend
où elle en était. Code de sortie : 0 rien à regarder, 1 des copies à regarder, 2 la correction n'a pas pu commencer, 3
des copies n'ont pas pu être notées, 130 interrompue.
"""

from __future__ import annotations

import argparse
import contextlib
import difflib
import errno
import os
import signal
import sys
import threading
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from chatmairie.correction import dates, notes_de_classe
from chatmairie.correction.autograde import DUREE_MAX_S, QUOI_FAIRE, Executer
from chatmairie.correction.carnet_de_notes import CarnetDeNotes, refus_du_secret
from chatmairie.correction.commande import (
    AUCUN_DISTRIBUE,
    DEVOIRS,
    DOSSIER,
    NON_DISTRIBUE,
    CorrectionImpossible,
    application,
    classe,
    commande,
    sous_verrou,
)
from chatmairie.correction.devoir import Devoir, Rendu, empreinte, lire_le_devoir, lire_le_rendu
from chatmairie.correction.enclos import EnclosImpossible
from chatmairie.correction.equipe import TENTATIVES, Cle, Equipe, EquipeDask, EquipeDIci, Fait
from chatmairie.correction.ouvrier import OuvrierPerdu
from chatmairie.juge.jugement import VARIABLE_SECRET

RIEN_A_REGARDER, A_REGARDER, IMPOSSIBLE, PANNE, INTERROMPUE = 0, 1, 2, 3, 130


@dataclass
class Lot:
    """Les copies à corriger, et ce que la correction a constaté."""

    app: Any
    notes: CarnetDeNotes
    reglages: dict[str, Any]
    devoirs: dict[str, Devoir] = field(default_factory=dict)
    a_faire: list[Cle] = field(default_factory=list)
    deja: set[Cle] = field(default_factory=set)
    faites: set[Cle] = field(default_factory=set)
    constats: dict[Cle, tuple[str, str]] = field(default_factory=dict)
    inscrits: set[str] = field(default_factory=set)

    @property
    def coursedir(self) -> Any:
        return self.app.coursedir

    def lire(self, cle: Cle) -> tuple[Devoir, Rendu]:
        """Une copie déposée, et son devoir."""
        devoir = self.devoirs[cle[1]]
        return devoir, lire_le_rendu(self.coursedir, cle[0], devoir)

    def empreinte(self, cle: Cle, rendu: Rendu) -> str:
        """Ce dont dépend la note de cette copie ; être sans enclos n'y change rien."""
        return empreinte(self.devoirs[cle[1]], rendu, {n: v for n, v in self.reglages.items() if n != "sans_enclos"})


class Interruption(threading.Event):
    """Un Ctrl+C reçu et pas encore traité."""

    def lever(self) -> None:
        """Lève `KeyboardInterrupt` si un Ctrl+C a été reçu."""
        if self.is_set():
            raise KeyboardInterrupt


@contextlib.contextmanager
def interruption_retenue() -> Iterator[Interruption]:
    """Retient un Ctrl+C jusqu'au prochain `lever()`.

    Levée n'importe où, l'exception se perd quand elle tombe pendant qu'un processus se lance (Python l'ignore dans ses
    crochets), ou laisse un processus que plus rien ne suit. Un Ctrl+C déjà ignoré (`nohup`) le reste.
    """
    interruption = Interruption()
    ancien = signal.getsignal(signal.SIGINT)
    if threading.current_thread() is not threading.main_thread() or ancien in (signal.SIG_IGN, None):
        yield interruption
        return
    signal.signal(signal.SIGINT, lambda *_: interruption.set())
    try:
        yield interruption
    finally:
        signal.signal(signal.SIGINT, ancien)


@commande(
    "corriger",
    "Corrige les copies d'une classe entière.",
    DEVOIRS
    | {
        "--eleve": {"action": "append", "metavar": "ÉLÈVE", "help": "seulement cet élève (répétable)"},
        "--tout": {"action": "store_true", "help": "refait aussi les copies déjà corrigées"},
        "--secret-change": {
            "action": "store_true", "help": "le secret est perdu ou changé : tout corriger avec le nouveau",
        },
        "--processus": {"type": int, "default": min(2, os.cpu_count() or 1), "help": "copies à la fois"},
        "--duree-max": {"type": int, "default": DUREE_MAX_S, "help": "secondes au plus pour un carnet"},
        "--dask": {"metavar": "ADRESSE", "help": "corrige sur cette grappe Dask (tls://…)"},
        "--sans-enclos": {
            "action": "store_true", "help": "corrige même si rien ne protège cette machine des copies",
        },
    },
    # disque plein, dossier fermé : ce qui est déjà écrit l'est en entier
    "\nLa correction s'est arrêtée : impossible d'écrire{cite} ({raison}). Ce qui est corrigé est gardé. Libérez de la "
    "place (ou vérifiez les droits), puis relancez la même commande.",
    PANNE,
)  # fmt: skip
def principal(choix: argparse.Namespace) -> int:
    """La commande `corriger`."""
    app = application(choix.racine)
    with sous_verrou(app.coursedir) as notes:
        lot = Lot(app, CarnetDeNotes(app, app.coursedir, notes), Executer(parent=app).reglages())
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
        for cle in lot.deja:
            lot.notes.rafraichir(*cle)
        retards = dates.appliquer(lot.coursedir, lot.notes)
        lignes = notes_de_classe.lire_le_bilan(lot.coursedir, devoirs, lot.constats)
    if choix.eleve:
        lignes = [ligne for ligne in lignes if ligne.eleve in choix.eleve]
    print(notes_de_classe.ecrire_le_tableau(lignes))
    if retards:
        print("\n" + "\n".join(retards))
    return _conclure(lot, lignes)


def _preparer(lot: Lot, choix: argparse.Namespace) -> list[str]:
    """Remplit le lot. Rend les devoirs concernés. Lève `CorrectionImpossible`."""
    distribues = sorted(d.name for d in lot.notes.notes.assignments)
    lot.inscrits = {e.id for e in lot.notes.notes.students}
    dates.lire_les_dates(classe(lot.coursedir) / dates.FICHIER, set(distribues), lot.inscrits)
    if not distribues:
        raise CorrectionImpossible(AUCUN_DISTRIBUE)
    if inconnus := sorted(set(choix.devoirs) - set(distribues)):
        raise CorrectionImpossible(NON_DISTRIBUE.format(inconnus[0], ", ".join(distribues)))
    rendus = {d: notes_de_classe.eleves_du_devoir(lot.coursedir, d) for d in distribues}
    devoirs = choix.devoirs or [d for d in distribues if rendus[d]]
    if not devoirs:
        raise CorrectionImpossible(
            "Aucune copie à corriger. Rangez ce que vous avez reçu : « python -m chatmairie.correction recueillir » et "
            f"le zip ou le dossier ({lot.coursedir.submitted_directory}, s'il y est déjà)."
        )
    if choix.eleve and (absents := sorted(set(choix.eleve) - {e for d in devoirs for e in rendus[d]})):
        raise CorrectionImpossible(f"« {absents[0]} » n'a rien rendu pour {', '.join(devoirs)}.")
    if not choix.secret_change and (refus := refus_du_secret(lot.coursedir, devoirs)):
        raise CorrectionImpossible(refus)
    lot.reglages["sans_enclos"] = choix.sans_enclos or lot.reglages["sans_enclos"]
    for devoir in devoirs:
        lot.devoirs[devoir] = lire_le_devoir(lot.coursedir, lot.notes.notes, devoir)
        notees = set() if choix.tout else lot.notes.notees(devoir)
        for eleve in rendus[devoir]:
            if choix.eleve and eleve not in choix.eleve:
                continue
            cle = eleve, devoir
            (lot.deja.add if eleve in notees and _inchangee(lot, cle) else lot.a_faire.append)(cle)
    return devoirs


def _inchangee(lot: Lot, cle: Cle) -> bool:
    with contextlib.suppress(OSError):
        return lot.notes.deja_corrigee(*cle, lot.empreinte(cle, lot.lire(cle)[1]))
    return False


def _corriger_le_lot(lot: Lot, choix: argparse.Namespace, interruption: Interruption) -> None:
    """Annonce, lance les ouvriers s'il y a du travail, et corrige."""
    _annoncer(lot)
    if not lot.a_faire:
        return
    ecrits, secret = classe(lot.coursedir) / DOSSIER / "ouvriers.txt", os.environ.get(VARIABLE_SECRET, "")
    try:
        if choix.dask:
            equipe: Equipe = EquipeDask(choix.dask, secret, lot.reglages, choix.duree_max)
        else:
            nombre = min(choix.processus, len(lot.a_faire))
            equipe = EquipeDIci(nombre, secret, lot.reglages, choix.duree_max, ecrits)
    except ImportError as absente:
        raise CorrectionImpossible(
            f"« --dask » demande une bibliothèque qui manque ici ({absente.name}) : pip install 'chatmairie[dask]'."
        ) from absente
    except EnclosImpossible as refus:
        raise CorrectionImpossible(f"{refus}" if choix.dask else f"{refus} {QUOI_FAIRE}") from refus
    except TimeoutError as absente:
        raise CorrectionImpossible(f"Aucune grappe ne répond à « {choix.dask} ».") from absente
    except OuvrierPerdu as perdu:
        raise CorrectionImpossible(f"Rien n'a été exécuté : {perdu} au départ (voir « {ecrits} »).") from perdu
    try:
        if lot.reglages["sans_enclos"]:
            print("SANS ENCLOS, comme demandé : rien ne protège cette machine de ce que contiennent les copies.")
        print("Ce qui tient, essayé à l'instant : " + " ; ".join(equipe.couches) + ".", flush=True)
        _corriger_tout(lot, equipe, interruption)
    finally:
        equipe.fermer()


def _annoncer(lot: Lot) -> None:
    faites = f", {len(lot.deja)} déjà corrigée(s) et inchangée(s)" if lot.deja else ""
    print(f"{len(lot.a_faire)} copie(s) à corriger{faites}.")
    if egares := _egares(lot):
        ou = lot.coursedir.submitted_directory
        print(
            f"Dans {ou}, mais pas à la place d'une copie ({len(egares)}, dont « {egares[0]} ») : rangez avec "
            f"« python -m chatmairie.correction recueillir {ou} », puis corrigez de nouveau."
        )
    if inconnus := _hors_de_la_liste(lot):
        print(
            f"Pas dans la liste des élèves : {', '.join(inconnus)}. Corrigé(s) quand même ; si le nom d'un dossier est "
            "mal écrit, renommez-le, et retirez l'élève en trop (`nbgrader db student remove`)."
        )


def _egares(lot: Lot) -> list[str]:
    """Ce qui est dans submitted/ sans être à la place d'une copie : le zip de Moodle décompressé là, par exemple."""
    rendus = Path(lot.coursedir.root, lot.coursedir.submitted_directory)
    connus = [d.name for d in lot.notes.notes.assignments]
    ici = sorted(rendus.iterdir()) if rendus.is_dir() else []
    return [
        c.name
        for c in ici
        if not c.name.startswith(".")
        and (not c.is_dir() or (any(c.iterdir()) and not any((c / d).is_dir() for d in connus)))
    ]


def _hors_de_la_liste(lot: Lot) -> list[str]:
    """Les dossiers dont le nom n'est celui d'aucun élève inscrit, avec le plus proche ; rien si personne ne l'est."""
    dits = []
    for eleve in sorted({e for e, _ in lot.a_faire} - lot.inscrits) if lot.inscrits else ():
        proche = difflib.get_close_matches(eleve, lot.inscrits, n=1, cutoff=0.7)
        dits.append(f"« {eleve} »" + (f" (pour « {proche[0]} » ?)" if proche else ""))
    return dits


def _corriger_tout(lot: Lot, equipe: Equipe, interruption: Interruption) -> None:
    """Corrige le lot. Une seule main écrit : celle-ci."""
    from tqdm import tqdm

    tqdm.monitor_interval = 0
    with tqdm(
        total=len(lot.a_faire), desc="Correction", unit=" copie", disable=None, file=sys.stderr, dynamic_ncols=True
    ) as barre:
        for fait in equipe.corriger(lot.a_faire, lot.lire):
            interruption.lever()
            if fait is not None:
                _ecrire(lot, fait)
                lot.faites.add(fait[0])
                barre.update()
                if barre.disable:
                    print(f"  {fait[0][0]}, {fait[0][1]}", flush=True)


def _ecrire(lot: Lot, fait: Fait) -> None:
    """Inscrit une copie ; ce qui rate est dit au tableau, et n'arrête pas la classe."""
    cle, rendu, carnets = fait
    ecrit = classe(lot.coursedir) / DOSSIER / "journaux" / cle[0] / f"{cle[1]}.txt"
    ecrit.unlink(missing_ok=True)
    try:
        if isinstance(carnets, Exception):
            raise carnets
        assert rendu is not None
        for essai in range(TENTATIVES):
            try:
                lot.notes.ecrire(cle[0], lot.devoirs[cle[1]], rendu, carnets, lot.empreinte(cle, rendu))
                break
            except Exception as erreur:
                lot.notes.notes.db.rollback()
                if essai + 1 == TENTATIVES or _disque_plein(erreur):
                    raise
        if not carnets:
            lot.constats[cle] = ("absente", "Le dossier rendu ne contient aucun carnet de ce devoir.")
    except Exception as erreur:  # tout ce qui peut rater va au journal de cette copie
        if _disque_plein(erreur):
            raise
        ecrit.parent.mkdir(parents=True, exist_ok=True)
        ecrit.write_text("".join(traceback.format_exception(erreur)), encoding="utf-8", errors="replace")
        lot.constats[cle] = (
            "en_panne",
            f"Rien n'a été noté. Le journal de cette copie est dans {os.path.relpath(ecrit)}.",
        )


def _disque_plein(erreur: Exception) -> bool:
    """Rien d'autre ne pourra s'écrire non plus : toute la correction s'arrête, et le dit."""
    return isinstance(erreur, OSError) and erreur.errno in (errno.ENOSPC, errno.EDQUOT, errno.EROFS)


def _conclure(lot: Lot, lignes: list[notes_de_classe.Ligne]) -> int:
    pannes = sum(1 for etat, _ in lot.constats.values() if etat == "en_panne")
    a_regarder = sum(1 for ligne in lignes if ligne.a_regarder)
    a_lire = sum(ligne.a_lire for ligne in lignes)
    phrases = [f"{len(lot.faites) - pannes} copie(s) corrigée(s), {len(lot.deja)} inchangée(s)."]
    if a_lire:
        phrases.append(f"{a_lire} question(s) ouverte(s) à lire : JupyterLab, menu Nbgrader, Formgrader.")
    if a_regarder:
        phrases.append(f"{a_regarder} carnet(s) à regarder (marqués « ! »).")
    if pannes:
        phrases.append(f"{pannes} copie(s) n'ont pas pu être notées.")
    print("\n" + " ".join(phrases))
    return PANNE if pannes else A_REGARDER if a_regarder else RIEN_A_REGARDER
