"""Joue une classe miniature, du devoir distribué aux notes : les commandes de nbgrader, et `corriger`.

    python -m outils.classe [--racine DOSSIER]

Les élèves (fictifs) et ce que chacun rend sont dans tests/classe/eleves.yaml ; leurs réponses
viennent de la banque ; les notes publiées sont dans tests/classe/attendu.csv.
La classe est faite dans classe/, qui doit être vide ou ne contenir qu'une classe miniature : une
vraie classe n'est jamais touchée. Rejouable : la classe miniature précédente est remplacée.
"""

from __future__ import annotations

import argparse
import contextlib
import csv
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from chatmairie.carnets.banque import DOSSIER
from outils.classe_accidents import ACCIDENTS
from outils.classe_copies import VIDE, ClasseInjouable, Scenario, fabriquer_copie, lire_scenario
from outils.classe_notes import Cle, Note, ecarts, lire_attendu, lire_export, lire_notes

RACINE = Path(__file__).resolve().parent.parent
TEMOIN = ".classe-miniature"
JOURNAL = "journal.txt"
INSCRITS = "eleves.csv"
EXPORT = "notes.csv"
ETAPES_DE_NBGRADER = ("submitted", "autograded", "feedback")


def dossier_de_classe(racine: Path, scenario: Scenario) -> Path:
    """Le dossier classe/, vide et marqué comme miniature. Lève `ClasseInjouable` s'il contient une vraie classe."""
    classe = racine / "classe"
    if classe.is_symlink() or (classe.exists() and not classe.is_dir()):
        raise ClasseInjouable(f"« {classe} » n'est pas un dossier ordinaire : rien n'y est touché.")
    if classe.is_dir() and any(classe.iterdir()):
        _refuser_une_vraie_classe(classe, {e.identifiant for e in scenario.eleves})
        shutil.rmtree(classe)
    classe.mkdir(exist_ok=True)
    (classe / TEMOIN).write_text("Classe miniature : `make classe` efface et refait ce dossier.\n", encoding="utf-8")
    return classe


def _refuser_une_vraie_classe(classe: Path, fictifs: set[str]) -> None:
    conseil = (
        "Rien n'a été touché. Pour jouer la classe miniature, déplacez d'abord ce dossier, ou clonez le cours à part."
    )
    if not (classe / TEMOIN).is_file():
        raise ClasseInjouable(f"« {classe} » contient une vraie classe. {conseil}")
    if (classe / "secret.txt").exists():
        raise ClasseInjouable(f"« {classe} » contient le secret d'une vraie classe. {conseil}")
    presents = {d.name for etape in ETAPES_DE_NBGRADER for d in (classe / etape).glob("*") if d.is_dir()}
    presents |= _inscrits(classe / "gradebook.db")
    if etrangers := sorted(presents - fictifs):
        raise ClasseInjouable(f"« {classe} » contient de vrais élèves ({', '.join(etrangers)}). {conseil}")


def _inscrits(carnet_de_notes: Path) -> set[str]:
    """Les élèves inscrits, lus sans nbgrader : il mettrait à jour la base, qui n'est peut-être pas à nous."""
    if not carnet_de_notes.is_file():
        return set()
    try:
        with contextlib.closing(sqlite3.connect(f"{carnet_de_notes.resolve().as_uri()}?mode=ro", uri=True)) as base:
            return {identifiant for (identifiant,) in base.execute("SELECT id FROM student")}
    except sqlite3.Error as erreur:
        raise ClasseInjouable(f"« {carnet_de_notes} » ne se lit pas ({erreur}) : rien n'est touché.") from erreur


def nbgrader(racine: Path, *arguments: str) -> None:
    """Une commande nbgrader, lancée à la racine du cours. Lève `ClasseInjouable` si elle échoue."""
    print("  nbgrader " + " ".join(arguments), flush=True)
    fini = subprocess.run(
        [sys.executable, "-m", "nbgrader", *arguments],
        cwd=racine, env=_variables(), stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", errors="replace", check=False,
    )  # fmt: skip
    journal = racine / "classe" / JOURNAL
    with journal.open("a", encoding="utf-8") as sortie:
        sortie.write(f"$ nbgrader {' '.join(arguments)}\n{fini.stdout}\n")
    if fini.returncode:
        fin = "\n".join(fini.stdout.strip().splitlines()[-15:])
        raise ClasseInjouable(f"« nbgrader {' '.join(arguments)} » a échoué (tout est dans {journal}) :\n{fin}")


def jouer(racine: Path, scenario: Scenario, banque: Path) -> None:
    """Toute la vie de la classe, du devoir distribué aux notes exportées dans classe/notes.csv."""
    for devoir in scenario.devoirs:
        if not list((racine / "course" / devoir).glob("*.ipynb")):
            raise ClasseInjouable(f"Aucun carnet dans course/{devoir} : lancez d'abord « make notebooks ».")
    classe = dossier_de_classe(racine, scenario)
    for devoir in scenario.devoirs:
        nbgrader(racine, "generate_assignment", devoir)
    inscrire(classe, scenario)
    nbgrader(racine, "db", "student", "import", str(classe / INSCRITS))
    for eleve in scenario.eleves:
        rendus = [devoir for devoir in scenario.devoirs if eleve.rend(devoir)]
        for devoir in rendus:
            fabriquer_copie(classe, devoir, eleve, banque)
        print(f"  {eleve.prenom} {eleve.nom} rend {len(rendus)} devoir(s) : {eleve.copie}", flush=True)
    corriger(racine)
    for devoir in scenario.devoirs:
        nbgrader(racine, "generate_feedback", devoir)
    nbgrader(racine, "export", "--to", str(classe / EXPORT))


def corriger(racine: Path) -> None:
    """La correction de toute la classe (`make corriger`). Lève `ClasseInjouable` si une copie n'a pas pu être notée."""
    commande = [sys.executable, "-m", "chatmairie.correction", "corriger", f"--racine={racine}"]
    print("  python -m chatmairie.correction corriger", flush=True)
    code = subprocess.run(commande, cwd=racine, env=_variables(), stdin=subprocess.DEVNULL, check=False).returncode
    if code not in (0, 1):  # 1 : des copies à regarder, ce que la classe miniature montre exprès
        raise ClasseInjouable("La correction de la classe a échoué (les raisons sont écrites au-dessus).")


def _variables() -> dict[str, str]:
    variables = {n: v for n, v in os.environ.items() if n not in ("CHATMAIRIE_SECRET", "CHATMAIRIE_PROGRESSION")}
    # nbgrader appelle `alembic` par son nom : le dossier de ce Python doit être dans le chemin de recherche.
    variables["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), variables.get("PATH", os.defpath)])
    return variables


def inscrire(classe: Path, scenario: Scenario) -> None:
    """Écrit la liste des élèves, au format de `nbgrader db student import`."""
    with (classe / INSCRITS).open("w", encoding="utf-8", newline="") as sortie:
        ecrivain = csv.writer(sortie)
        ecrivain.writerow(("id", "first_name", "last_name"))
        ecrivain.writerows((e.identifiant, e.prenom, e.nom) for e in scenario.eleves)


def comparer(racine: Path, scenario: Scenario, attendu: Mapping[Cle, Note]) -> list[str]:
    """Ce qui sépare la classe jouée de ce qui est publié, en phrases ; vide si tout est égal."""
    classe = racine / "classe"
    phrases = ecarts(lire_notes(classe / "gradebook.db"), attendu, lire_export(classe / EXPORT))
    return phrases + etats_differents(racine, scenario) + retours_manquants(classe, scenario)


def etats_differents(racine: Path, scenario: Scenario) -> list[str]:
    """Une phrase par copie dont l'état n'est pas celui qu'annonce son accident."""
    from chatmairie.correction import lot
    from chatmairie.correction import notes_de_classe as lot_tableau

    ici = Path.cwd()
    try:
        app = lot.application(racine)
        lignes = lot_tableau.lire_le_bilan(app.coursedir, scenario.devoirs)
    finally:
        os.chdir(ici)
    par_eleve = {e.identifiant: e for e in scenario.eleves}
    phrases = []
    for ligne in lignes:
        eleve = par_eleve[ligne.eleve]
        if not eleve.rend(ligne.devoir):
            attendu = "absente"
        elif eleve.accident:
            attendu = ACCIDENTS[eleve.accident].etat
        else:
            attendu = "sans_reponse" if eleve.par_defaut == VIDE and not eleve.sauf else "corrigee"
        if ligne.etat != attendu:
            ou = f"Élève {ligne.eleve}, devoir {ligne.devoir}, carnet {ligne.carnet}"
            phrases.append(f"{ou} : état « {ligne.etat} » au lieu de « {attendu} ».")
    return phrases


def retours_manquants(classe: Path, scenario: Scenario) -> list[str]:
    """Une phrase par retour HTML qui manque à un élève."""
    return [
        f"Élève {eleve.identifiant}, devoir {devoir} : le retour {carnet.stem}.html n'a pas été fait."
        for devoir in scenario.devoirs
        for carnet in sorted((classe / "release" / devoir).glob("*.ipynb"))
        for eleve in scenario.eleves
        if eleve.rend(devoir)
        and not (classe / "feedback" / eleve.identifiant / devoir / f"{carnet.stem}.html").is_file()
    ]


def principal(arguments: list[str] | None = None) -> int:
    analyse = argparse.ArgumentParser(description="Joue une classe miniature avec nbgrader.")
    analyse.add_argument("--racine", type=Path, default=RACINE, help="racine du cours (nbgrader_config.py, course/)")
    analyse.add_argument("--scenario", type=Path, default=RACINE / "tests" / "classe" / "eleves.yaml")
    analyse.add_argument("--attendu", type=Path, default=RACINE / "tests" / "classe" / "attendu.csv")
    analyse.add_argument("--banque", type=Path, default=RACINE / DOSSIER)
    choix = analyse.parse_args(arguments)
    racine = choix.racine.resolve()
    try:
        scenario = lire_scenario(choix.scenario)
        attendu = lire_attendu(choix.attendu)
        print(f"Une classe de {len(scenario.eleves)} élèves fictifs, devoir par devoir :", flush=True)
        jouer(racine, scenario, choix.banque)
        fautes = comparer(racine, scenario, attendu)
    except ClasseInjouable as erreur:
        print(erreur, file=sys.stderr)
        return 1
    for faute in fautes:
        print(faute, file=sys.stderr)
    if fautes:
        print(f"{len(fautes)} écart(s) avec les notes publiées ({choix.attendu}).", file=sys.stderr)
        return 1
    print(
        f"Les notes sont celles qui sont publiées. Elles sont dans classe/{EXPORT}, les retours dans classe/feedback/."
    )
    if a_la_main := sorted({n.exercice for n in attendu.values() if n.a_la_main}):
        print(f"À lire et noter à la main : {', '.join(a_la_main)} (JupyterLab, menu Nbgrader, Formgrader).")
    return 0


if __name__ == "__main__":
    sys.exit(principal())
