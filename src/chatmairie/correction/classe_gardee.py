"""Garder une classe, ou effacer ce qui est personnel : `sauvegarder`, `archiver`, `effacer`.

Une sauvegarde est un zip daté, relu avant d'être annoncé : décompressé dans un dossier vide, il est la classe, secret
et carnet de notes compris. Effacer demande d'écrire le nom de ce qui va disparaître ; rien ne le retrouve ensuite.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from chatmairie.carnets.reglages import DOSSIER_CLASSE, DOSSIER_COURS
from chatmairie.correction.commande import (
    DOSSIER,
    NOM,
    Arguments,
    CorrectionImpossible,
    application,
    chemin_entier,
    classe,
    commande,
    sous_verrou,
    verrou,
    zipper,
)
from chatmairie.correction.dates import FICHIER as DATES
from chatmairie.correction.devoir import DOSSIER_A_PART
from chatmairie.correction.reconstruction_dossier import libre
from chatmairie.correction.recueil import REGISTRE, lire_le_registre
from chatmairie.langue.mots import accorder, sans_accents
from chatmairie.parcours.fichiers import ecrire_atomiquement

FAIT, RIEN_FAIT = 0, 1
_A_GARDER = (DOSSIER_CLASSE, DOSSIER_COURS, "nbgrader_config.py", "LISEZ-MOI.txt")
_REFAITS = ("notes.csv", "moodle.csv", "publipostage-*.csv", "retours-*.zip", "tableau-de-bord.html")
"""Ce que d'autres commandes refont, et qui porte des noms ou des réponses."""

AILLEURS = (
    "Ce que cette commande ne voit pas : vos autres sauvegardes, ce qui est resté dans Moodle, une messagerie ou un "
    "dossier d'échange, et les fichiers que vous aviez recueillis."
)


# --- sauvegarder ------------------------------------------------------------------------------------


def sauvegarder(coursedir: Any, vers: Path) -> Path:
    """Écrit la sauvegarde dans ce dossier, la relit, et rend son chemin. Lève `CorrectionImpossible`, `OSError`."""
    racine = Path(coursedir.root)
    base = _base(coursedir)
    if not vers.is_dir():
        raise CorrectionImpossible(f"« {vers} » n'est pas un dossier : créez-le d'abord.")
    if vers.resolve().is_relative_to(classe(coursedir).resolve()):
        raise CorrectionImpossible(f"« {vers} » est dans la classe elle-même : choisissez un autre dossier.")
    archive = libre(vers / f"sauvegarde-{racine.name}-{datetime.now():%Y-%m-%d-%Hh%M}.zip")
    with tempfile.TemporaryDirectory() as brouillon:
        contenu = [(f, f.relative_to(racine).as_posix()) for f in _fichiers(racine) if f != base]
        if base.is_file():
            copie = Path(brouillon, base.name)
            with closing(sqlite3.connect(base)) as source, closing(sqlite3.connect(copie)) as cible:
                source.backup(cible)  # entier, même si quelqu'un note pendant ce temps
            contenu.append((copie, base.relative_to(racine).as_posix()))
        zipper(archive, contenu, 0o600)  # le secret y est
    return archive


def _base(coursedir: Any) -> Path:
    adresse = str(coursedir.db_url)
    chemin = Path(adresse.removeprefix("sqlite:///"))
    if not adresse.startswith("sqlite:///") or not chemin.is_relative_to(coursedir.root):
        raise CorrectionImpossible(
            "Le carnet de notes de cette classe est sur un serveur, ou dans un autre dossier : cette commande ne le "
            "voit pas. Gardez-le (ou effacez-le) avec les outils de ce serveur ; rien n'a été touché."
        )
    return chemin


def _fichiers(racine: Path) -> Iterator[Path]:
    """Ce qui fait la classe ; ni lien, ni brouillon, ni verrou."""
    for nom in _A_GARDER:
        chemins = [racine / nom] if (racine / nom).is_file() else (racine / nom).rglob("*")
        for chemin in chemins:
            brouillon = chemin.name.endswith(".partiel") or chemin == racine / DOSSIER_CLASSE / DOSSIER / NOM
            if chemin.is_file() and not chemin.is_symlink() and not brouillon:
                yield chemin


# --- effacer ----------------------------------------------------------------------------------------


def effacer_la_classe(coursedir: Any) -> None:
    """Efface tout le dossier de la classe, sauf ce que le verrou tient (à effacer en dernier)."""
    for chemin in classe(coursedir).iterdir():
        if chemin.name == DOSSIER:
            continue
        shutil.rmtree(chemin) if chemin.is_dir() and not chemin.is_symlink() else chemin.unlink()


def effacer_un_eleve(coursedir: Any, notes: Any, eleve: str) -> None:
    """Efface un élève : carnet de notes, copies, retours, liste ; et ce qui se refait, où il était nommé."""
    from nbgrader.api import MissingEntry

    ici = classe(coursedir)
    with suppress(MissingEntry):
        notes.remove_student(eleve)
    for dossier in _dossiers(coursedir, eleve):
        if dossier.is_symlink():
            dossier.unlink()
        elif dossier.exists():
            shutil.rmtree(dossier)
    registre = lire_le_registre(coursedir)
    if any(eleve in eleves for eleves in registre.values()):
        gardes = {d: {e: m for e, m in eleves.items() if e != eleve} for d, eleves in registre.items()}
        ecrire_atomiquement(ici / REGISTRE, json.dumps(gardes, ensure_ascii=False, indent=1).encode())
    for fichier, titre in ((ici / "eleves.csv", "id"), (ici / DATES, "eleve")):
        if fichier.is_file():
            texte = fichier.read_text(encoding="utf-8-sig")
            separateur = ";" if ";" in texte.partition("\n")[0] else ","
            lignes = list(csv.reader(io.StringIO(texte), delimiter=separateur))
            titres = [sans_accents(t) for t in lignes[0]] if lignes else []
            rang = titres.index(titre) if titre in titres else 0
            tampon = io.StringIO()
            gardees = (li for li in lignes if li[rang : rang + 1] != [eleve])
            csv.writer(tampon, delimiter=separateur, lineterminator="\n").writerows(gardees)
            ecrire_atomiquement(fichier, tampon.getvalue().encode())
    for motif in _REFAITS:
        for chemin in ici.glob(motif):
            chemin.unlink()


def _dossiers(coursedir: Any, eleve: str) -> list[Path]:
    etapes = (coursedir.submitted_directory, coursedir.autograded_directory, coursedir.feedback_directory)
    rendus = [Path(coursedir.format_path(etape, eleve, ".")).resolve() for etape in etapes]
    ici = classe(coursedir)
    return [*rendus, ici / DOSSIER_A_PART / eleve, *(ici / DOSSIER / n / eleve for n in ("lectures", "journaux"))]


def _confirme(nom: str, donne: str) -> bool:
    """Vrai si la personne a écrit le nom de ce qui disparaît."""
    if not donne and sys.stdin.isatty():
        with suppress(EOFError):
            donne = input(f"Pour effacer, écrivez « {nom} » : ").strip()
    if donne == nom:
        return True
    print(f"Rien n'a été effacé. Pour effacer sans terminal : « --confirmer {nom} ».")
    return False


# --- les commandes ----------------------------------------------------------------------------------


_ICI = "où poser la sauvegarde (par défaut, à côté de la classe)"
_VERS: Arguments = {"--vers": {"type": chemin_entier, "help": _ICI}}
_CONFIRMER: Arguments = {"--confirmer": {"default": "", "metavar": "NOM", "help": "le nom de ce qui est effacé"}}
_ELEVE: Arguments = {"--eleve": {"default": "", "metavar": "IDENTIFIANT", "help": "seulement cet élève"}}
_ARRET = "Arrêt : {fichier} ({raison})."


@commande("sauvegarder", "Met la classe dans un zip daté, et le relit.", _VERS, _ARRET)
def principal_sauvegarder(choix: argparse.Namespace) -> int:
    """La commande `sauvegarder`."""
    return _sauvegarder(application(choix.racine).coursedir, choix)


@commande("archiver", "Sauvegarde la classe, puis l'efface d'ici.", _VERS | _CONFIRMER, _ARRET)
def principal_archiver(choix: argparse.Namespace) -> int:
    """La commande `archiver`."""
    coursedir = application(choix.racine).coursedir
    if not _accepte(coursedir, choix):
        return RIEN_FAIT
    _sauvegarder(coursedir, choix)  # si elle échoue, rien n'est effacé
    return _tout_effacer(coursedir)


@commande("effacer", "Efface une classe, ou un élève (RGPD).", _ELEVE | _CONFIRMER, _ARRET)
def principal_effacer(choix: argparse.Namespace) -> int:
    """La commande `effacer`."""
    coursedir = application(choix.racine).coursedir
    if choix.eleve:
        return _effacer_un_eleve(coursedir, choix)
    return _tout_effacer(coursedir) if _accepte(coursedir, choix) else RIEN_FAIT


def _accepte(coursedir: Any, choix: argparse.Namespace) -> bool:
    """Dit ce qui va être effacé de la classe, et le fait confirmer."""
    _base(coursedir)
    ici = classe(coursedir)
    fichiers = accorder(sum(1 for f in ici.rglob("*") if f.is_file()), "fichier", "fichiers")
    print(f"Va être effacé : {ici.resolve()} ({fichiers} : noms, copies, notes, secret).")
    return _confirme(Path(coursedir.root).name, choix.confirmer)


def _sauvegarder(coursedir: Any, choix: argparse.Namespace) -> int:
    with verrou(classe(coursedir) / DOSSIER, coursedir.db_url):
        archive = sauvegarder(coursedir, choix.vers or Path(coursedir.root).parent)
    poids = f"{archive.stat().st_size / 1e6:.1f}".replace(".", ",")
    print(
        f"Sauvegarde écrite et relue : {archive} ({poids} Mo).\n"
        "Elle contient les noms, les copies, les notes et le secret : gardez-la dans un endroit à vous, chiffré si "
        "vous pouvez.\nPour reprendre la classe : décompressez-la dans un dossier vide, et travaillez de là."
    )
    return FAIT


def _effacer_un_eleve(coursedir: Any, choix: argparse.Namespace) -> int:
    if Path(choix.eleve).name != choix.eleve or choix.eleve == "..":
        raise CorrectionImpossible(f"« {choix.eleve} » n'est pas un identifiant d'élève.")
    with sous_verrou(coursedir) as notes:
        connus = {e.id for e in notes.students}
        if choix.eleve not in connus and not any(d.exists() for d in _dossiers(coursedir, choix.eleve)):
            raise CorrectionImpossible(f"« {choix.eleve} » n'est pas un élève de cette classe.")
        print(f"Tout ce que la classe garde de « {choix.eleve} » va être effacé : notes, copies, retours.")
        if not _confirme(choix.eleve, choix.confirmer):
            return RIEN_FAIT
        effacer_un_eleve(coursedir, notes, choix.eleve)
        notes.close()
        if str(coursedir.db_url).startswith("sqlite:///"):
            with closing(sqlite3.connect(str(coursedir.db_url).removeprefix("sqlite:///"))) as base:
                base.execute("VACUUM")  # ce qui est effacé ne reste pas dans les pages libres du fichier
    print(f"« {choix.eleve} » est effacé. Exports, zip des retours et tableau de bord sont à refaire.\n{AILLEURS}")
    return FAIT


def _tout_effacer(coursedir: Any) -> int:
    ici = classe(coursedir)
    with verrou(ici / DOSSIER, coursedir.db_url):
        effacer_la_classe(coursedir)
    shutil.rmtree(ici)
    print(f"Effacé. {AILLEURS}")
    return FAIT
