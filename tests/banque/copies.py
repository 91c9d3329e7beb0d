"""Les copies d'élèves qui portent la banque : une réponse par exercice, corrigées comme une classe.

    python -m tests.banque.copies RACINE DEVOIR ÉLÈVE…    corrige ces copies (l'appel est fait par les essais)
    python -m tests.banque.copies RACINE --nu DEVOIR ÉLÈVE…    de même, avec nbgrader sans nos branchements
    python -m tests.banque.copies RACINE --tout-rejouer DEVOIR ÉLÈVE…    en rejouant aussi ce qui ne fait que montrer

La copie k porte la k-ième réponse (juste, fausse ou vide) de chaque exercice, en recommençant au début de la
liste quand elle est épuisée ; les triches ont leurs copies à elles. À part deux copies rendues entières, les
cellules de figures sont supprimées, comme un élève peut le faire : seules comptent les cellules notées, et la
correction va trois fois plus vite.
"""

from __future__ import annotations

import copy
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from chatmairie.juge.exercice import depuis_grade_id
from outils import banque

PROCESSUS = 2
CORRIGEES = (0, 1)
"""Codes de sortie de `corriger` quand tout est corrigé, même s'il y a des copies à regarder."""

ENTIERES = ("copie-01", "triche-01")
Copies = Mapping[str, Mapping[str, banque.Reponse]]


def devoirs() -> dict[str, list[Path]]:
    """Devoir (le dossier d'un module) -> ses carnets."""
    trouves: dict[str, list[Path]] = {}
    for carnet in banque.carnets():
        trouves.setdefault(carnet.parent.name, []).append(carnet)
    return trouves


def repartir(devoir: str) -> dict[str, dict[str, banque.Reponse]]:
    """Élève -> exercice -> réponse, pour ce devoir. Chaque réponse de la banque est au moins dans une copie."""
    exercices = [i for carnet in devoirs()[devoir] for i in banque.exercices_du_carnet(carnet)]
    sortes = {"copie": ("juste", "faux", "vide"), "triche": ("triche",)}
    copies: dict[str, dict[str, banque.Reponse]] = {}
    for prefixe, genres in sortes.items():
        listes = {i: [r for r in banque.charger(i) if r.genre in genres] for i in exercices}
        for k in range(max(map(len, listes.values()))):
            copies[f"{prefixe}-{k + 1:02d}"] = {i: reponses[k % len(reponses)] for i, reponses in listes.items()}
    return copies


def remplir(distribue: Any, reponses: Mapping[str, banque.Reponse], entiere: bool) -> Any:
    """La copie rendue : les réponses à la place des cellules de réponse."""
    rendu = copy.deepcopy(distribue)
    if not entiere:
        premiere = next(c for c in rendu.cells if c.cell_type == "code")
        rendu.cells = [c for c in rendu.cells if "nbgrader" in c.metadata or c is premiere or _utile(c)]
    for cellule in rendu.cells:
        meta = cellule.metadata.get("nbgrader", {})
        exercice = depuis_grade_id(meta.get("grade_id", ""))
        if meta.get("solution") and exercice in reponses:
            cellule.source = reponses[exercice].texte
    return rendu


def _utile(cellule: Any) -> bool:
    return cellule.cell_type == "code" and cellule.source.startswith(banque.PREPARATIONS)


def corriger_tout(
    racine: Path, devoir: str, copies: Copies, distribues: Mapping[Path, Any], facon: str = ""
) -> dict[tuple[str, str], float]:
    """(élève, exercice) -> points de ce devoir, par deux processus qui ont chacun leur carnet de notes.

    facon : vide, « --nu » ou « --tout-rejouer » (voir `principal`).
    """
    import nbformat

    eleves = sorted(copies)
    travaux = []
    for rang in range(PROCESSUS):
        ici, les_miens = racine / f"classe {rang + 1}", eleves[rang::PROCESSUS]
        if not les_miens:
            continue
        (ici / "course" / devoir).mkdir(parents=True)
        for carnet in devoirs()[devoir]:
            nbformat.write(banque.carnet_du_formateur(carnet), ici / "course" / devoir / f"{carnet.stem}.ipynb")
            for eleve in les_miens:
                dossier = ici / "classe" / "submitted" / eleve / devoir
                dossier.mkdir(parents=True, exist_ok=True)
                rendu = remplir(distribues[carnet], copies[eleve], eleve in ENTIERES)
                nbformat.write(rendu, dossier / f"{carnet.stem}.ipynb")
        commande = [sys.executable, "-m", "tests.banque.copies", str(ici), *filter(None, [facon]), devoir, *les_miens]
        journal = (ici / "journal.txt").open("w+", encoding="utf-8")
        travaux.append((subprocess.Popen(commande, cwd=banque.RACINE, stdout=journal, stderr=journal), ici, journal))
    notes: dict[tuple[str, str], float] = {}
    for processus, ici, journal in travaux:
        code = processus.wait()
        journal.seek(0)
        dit = journal.read()
        journal.close()
        if code:
            raise RuntimeError(f"nbgrader a échoué dans {ici} :\n{dit[-4000:]}")
        notes |= _lire(ici)
    return notes


def _lire(racine: Path) -> dict[tuple[str, str], float]:
    from outils.classe_notes import lire_notes

    lues = lire_notes(racine / "classe" / "gradebook.db")
    return {(eleve, exercice): n.points for (eleve, _d, _c, exercice), n in lues.items() if n.points is not None}


def principal(racine: Path, devoir: str, eleves: list[str], facon: str = "") -> int:
    """Distribue le devoir par nbgrader, puis corrige ses copies par `corriger`. 0 si tout a été corrigé.

    facon : « --nu » corrige chaque copie par nbgrader avec ses propres préprocesseurs, sans reconstruction ni enclos ;
    « --tout-rejouer » exécute aussi les cellules du cours qui ne font que montrer.
    """
    from nbgrader.apps import NbGraderAPI

    from chatmairie.carnets.reglages import config_nbgrader
    from chatmairie.correction import lot

    os.chdir(racine)
    reglages = config_nbgrader(racine)
    if facon == "--nu":
        del reglages["Autograde"]
    api = NbGraderAPI(config=reglages)
    fait = api.generate_assignment(devoir)
    print(fait["log"])
    if facon != "--nu":
        reglage = "c.Executer.tout_rejouer = True\n" if facon == "--tout-rejouer" else ""
        celui_du_cours = (banque.RACINE / "nbgrader_config.py").read_text(encoding="utf-8")
        (racine / "nbgrader_config.py").write_text(celui_du_cours + reglage, encoding="utf-8")
        return int(lot.principal([devoir, f"--racine={racine}", "--processus=1"]) not in CORRIGEES)
    for eleve in eleves:
        if fait["success"]:
            fait = api.autograde(devoir, eleve)
            print(eleve, fait["success"], fait.get("log", "")[-3000:], fait.get("error", ""), flush=True)
    return 0 if fait["success"] else 1


if __name__ == "__main__":
    facons = [a for a in sys.argv[2:] if a.startswith("--")]
    suite = [a for a in sys.argv[2:] if a not in facons]
    sys.exit(principal(Path(sys.argv[1]), suite[0], suite[1:], *facons))
