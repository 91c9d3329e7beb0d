"""Mesure la correction : à côté de nbgrader seul, puis de 2 000 copies d'un coup (`make mesures-correction`).

La référence est figée : le cours tel qu'il était au commit `REFERENCE`, dans un environnement à lui, corrigé par
nbgrader sans aucun de nos branchements (`autograde` puis `generate_feedback`). Les deux côtés ont les mêmes réponses,
justes et fausses mêlées, et leur bytecode ; seules sont prises celles dont la note n'a pas changé depuis la référence.
Chaque mesure remplace ce qui est entre ses deux marques, dans sa page.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import hashlib
import importlib
import itertools
import json
import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import Any

RACINE = Path(__file__).resolve().parent.parent
PAGES = {nom: RACINE / "guide" / f"{nom}.md" for nom in ("mesures_correction", "passage_a_l_echelle")}
REFERENCE = "80f821f"
ELEVES = 20
COPIES, DEVOIR = 2000, "05_bilan"
PAS_S = 2.0
SECRET = "une phrase pour mesurer"
PIECES = ("correction", "juge")
"""Ce dont dépend la table : si leur code change, elle est à refaire."""

HORS_DE_LA_MESURE = ("sans_code", "recueil", "rendre", "classe_", "liste_", "seances", "exports", "notes_", "tableau_")
"""Ce qui ne fait qu'écrire un refus, et ce qui vient avant ou après la correction : le début du nom de son fichier."""


def empreinte() -> str:
    """Celle du code mesuré, sans commentaires, phrases ni imports : un fichier déplacé ne périme rien."""
    from chatmairie.correction.devoir import sans_phrases

    sommes = []
    for fichier in (f for nom in PIECES for f in (RACINE / "src" / "chatmairie" / nom).rglob("*.py")):
        if fichier.name.startswith(HORS_DE_LA_MESURE):
            continue
        arbre = _SansImports().visit(ast.parse(fichier.read_text(encoding="utf-8")))
        sommes.append(sans_phrases(ast.unparse(arbre)))
    return hashlib.sha256("".join(sorted(sommes)).encode()).hexdigest()[:16]


class _SansImports(ast.NodeTransformer):
    def visit_Import(self, noeud: ast.Import) -> ast.Pass:
        return ast.Pass()

    def visit_ImportFrom(self, noeud: ast.ImportFrom) -> ast.Pass:
        return ast.Pass()


def verifier() -> int:
    """1 si une page est plus vieille que le code mesuré."""
    voulue = f"`{empreinte()}`"
    vieilles = [p for p in PAGES.values() if not p.is_file() or voulue not in p.read_text(encoding="utf-8")]
    for page in vieilles:
        print(f"{page.relative_to(RACINE)} est plus vieille que le code mesuré : lancez « make mesures-correction ».")
    return 1 if vieilles else 0


def publier(nom: str, table: str) -> None:
    """Pose cette table entre les deux marques de sa page."""
    from chatmairie.langue.typographie import poser_les_espaces

    texte = PAGES[nom].read_text(encoding="utf-8")
    avant, _, suite = texte.partition(_MARQUES[0])
    apres = suite.partition(_MARQUES[1])[2]
    entiere = f"{avant}{_MARQUES[0]}\n{poser_les_espaces(table)}\n{_MARQUES[1]}{apres}"
    PAGES[nom].write_text(entiere, encoding="utf-8")
    print(table)


_MARQUES = ("<!-- mesures -->", "<!-- /mesures -->")


# --- une classe, dans l'un ou l'autre cours --------------------------------------------------------


def monter(racine: Path, eleves: int, communes: dict[str, list[str]], seul: str = "") -> None:
    """Distribue le cours du `PYTHONPATH` et dépose `eleves` copies entières par devoir.

    communes : exercice -> textes des réponses ; l'élève k rend la k-ième, en recommençant au début. seul : ce devoir.
    """
    import nbformat

    banque = la_banque()
    shutil.copytree(banque.RACINE / "course", racine / "course", ignore=shutil.ignore_patterns("corriges.yaml"))
    shutil.copy(banque.RACINE / "nbgrader_config.py", racine)
    (racine / "classe").mkdir()
    (racine / "classe" / "secret.txt").write_text(SECRET, encoding="utf-8")
    sources = [c for c in banque.carnets() if seul in ("", c.parent.name)]
    for devoir, carnets in itertools.groupby(sources, key=lambda c: c.parent.name):
        commande = [sys.executable, "-m", "nbgrader", "generate_assignment", devoir]
        subprocess.run(commande, cwd=racine, check=True, capture_output=True)
        for carnet in carnets:
            distribue = nbformat.read(racine / "classe" / "release" / devoir / f"{carnet.stem}.ipynb", as_version=4)
            for k in range(eleves):
                rendu = json.loads(nbformat.writes(distribue))
                for cellule in rendu["cells"]:
                    etiquette = cellule["metadata"].get("nbgrader", {})
                    nom = etiquette.get("grade_id", "").removesuffix("-note").replace("-", ".", 1)
                    textes = communes.get(nom)
                    if etiquette.get("solution") and textes:
                        cellule["source"] = textes[k % len(textes)]
                dossier = racine / "classe" / "submitted" / f"eleve-{k + 1:04d}" / devoir
                dossier.mkdir(parents=True, exist_ok=True)
                (dossier / carnet.name).with_suffix(".ipynb").write_text(json.dumps(rendu), encoding="utf-8")


def la_banque() -> Any:
    """Le module qui lit la banque, dans le cours du `PYTHONPATH` : à la référence, c'était un essai."""
    return importlib.import_module("outils.banque" if Path("outils/banque.py").is_file() else "tests.banque.banque")


def reponses() -> dict[str, dict[str, float]]:
    """Exercice noté -> texte d'une réponse -> points, dans la banque du `PYTHONPATH`."""
    banque = la_banque()
    notes = set(banque.catalogue.notes())
    return {
        e: {r.texte: r.points for r in banque.charger(e) if r.genre != "triche"}
        for e in banque.identifiants()
        if e in notes
    }


def nbgrader_seul(racine: Path) -> dict[str, float]:
    """Corrige par nbgrader, avec ses propres préprocesseurs ; rend les secondes de chaque étape."""
    from nbgrader.apps import NbGraderAPI

    from chatmairie.carnets.reglages import config_nbgrader

    os.environ["CHATMAIRIE_SECRET"] = SECRET
    os.chdir(racine)
    reglages = config_nbgrader(racine)
    for nom in ("Autograde", "GenerateFeedback", "HTMLExporter"):
        del reglages[nom]
    api = NbGraderAPI(config=reglages)
    durees = {"autograde": 0.0, "generate_feedback": 0.0}
    for devoir in sorted(d.name for d in (racine / "classe" / "release").iterdir()):
        for eleve in sorted(e.name for e in (racine / "classe" / "submitted").iterdir()):
            for nom, faire in (("autograde", api.autograde), ("generate_feedback", api.generate_feedback)):
                debut = time.perf_counter()
                if not (fait := faire(devoir, eleve))["success"]:
                    print(devoir, eleve, fait["error"], file=sys.stderr)
                durees[nom] += time.perf_counter() - debut
    return durees


def le_cours(racine: Path) -> dict[str, float]:
    """Corrige par `corriger` ; rend les secondes d'horloge, et de processeur par phase."""
    debut = time.perf_counter()
    commande = [sys.executable, "-m", "chatmairie.correction", "corriger", f"--racine={racine}"]
    avant = resource.getrusage(resource.RUSAGE_CHILDREN)
    fini = subprocess.run(commande, cwd=racine, capture_output=True, text=True, check=False)
    apres = resource.getrusage(resource.RUSAGE_CHILDREN)
    if fini.returncode > 1:
        raise RuntimeError(fini.stdout[-2000:] + fini.stderr[-2000:])
    durees = {"horloge": time.perf_counter() - debut, "cellules": 0.0, "mondes": 0.0, "juge": 0.0}
    for marque in (racine / "classe" / "autograded").glob("*/*/.chatmairie/correction.json"):
        for secondes in json.loads(marque.read_text(encoding="utf-8"))["secondes"].values():
            for phase, valeur in secondes.items():
                durees[phase] += valeur
    durees["processeur"] = apres.ru_utime + apres.ru_stime - avant.ru_utime - avant.ru_stime
    return durees


def notes(racine: Path) -> dict[str, float | None]:
    """« élève, exercice » -> points, lus dans le carnet de notes."""
    from outils.classe_notes import lire_notes

    return {f"{e}, {x}": n.points for (e, _d, _c, x), n in lire_notes(racine / "classe" / "gradebook.db").items()}


# --- la mesure ------------------------------------------------------------------------------------


def dans(depot: Path, python: Path, etape: str, *arguments: str) -> Any:
    """Fait faire une étape par l'un des deux cours, dans son environnement ; rend ce qu'elle a écrit (JSON)."""
    env = {n: v for n, v in os.environ.items() if not n.startswith(("PYTHON", "CHATMAIRIE"))}
    env["PYTHONPATH"] = os.pathsep.join([str(depot / "src"), str(depot)])
    env["PATH"] = os.pathsep.join([str(python.parent), env.get("PATH", "")])
    fini = subprocess.run(
        [str(python), str(Path(__file__).resolve()), "--etape", etape, *arguments],
        cwd=depot, env=env, stdout=subprocess.PIPE, text=True, check=True,
    )  # fmt: skip
    return json.loads(fini.stdout.splitlines()[-1])


def mesurer(eleves: int, provisoire: Path) -> str:
    ancien = provisoire / "reference"
    ancien.mkdir()
    archive = subprocess.run(["git", "archive", REFERENCE], cwd=RACINE, check=True, capture_output=True).stdout
    subprocess.run(["tar", "-x", "-C", str(ancien)], input=archive, check=True)
    env = {n: v for n, v in os.environ.items() if not n.startswith("PYTHON")}
    preparer = [sys.executable, "outils/environnement.py", "--venv", str(provisoire / "venv"), "--essais"]
    subprocess.run(preparer, cwd=ancien, env=env, check=True, stdout=sys.stderr)
    cotes = {"nbgrader": (ancien, provisoire / "venv" / "bin" / "python"), "cours": (RACINE, Path(sys.executable))}
    banques = {nom: dans(*cote, "reponses") for nom, cote in cotes.items()}
    communes = {
        exercice: [t for t, p in textes.items() if banques["cours"].get(exercice, {}).get(t) == p]
        for exercice, textes in banques["nbgrader"].items()
    }
    fichier = provisoire / "communes.json"
    fichier.write_text(json.dumps(communes), encoding="utf-8")
    durees, obtenues = {}, {}
    for nom, cote in cotes.items():
        dans(*cote, "monter", str(provisoire / f"classe-{nom}"), str(eleves), str(fichier))
    # la même classe, corrigée en rejouant aussi ce qui ne fait que montrer : les notes doivent être les mêmes
    cotes["rejouee"] = cotes["cours"]
    shutil.copytree(provisoire / "classe-cours", provisoire / "classe-rejouee")
    with open(provisoire / "classe-rejouee" / "nbgrader_config.py", "a", encoding="utf-8") as reglages:
        reglages.write("c.Executer.tout_rejouer = True\n")
    for nom, cote in cotes.items():
        classe = provisoire / f"classe-{nom}"
        durees[nom] = dans(*cote, "nbgrader" if nom == "nbgrader" else "cours", str(classe))
        obtenues[nom] = dans(RACINE, Path(sys.executable), "notes", str(classe))
    return page(eleves, durees, obtenues)


def page(eleves: int, durees: dict[str, dict[str, float]], obtenues: dict[str, dict[str, float | None]]) -> str:
    """La table publiée."""
    from chatmairie.langue.texte import nombre

    seul, ici = durees["nbgrader"], durees["cours"]
    coeurs = os.cpu_count() or 1
    utile = ici["cellules"] + ici["mondes"] + ici["juge"]
    ecarts = sorted(c for c, p in obtenues["cours"].items() if obtenues["nbgrader"].get(c, p) != p)
    rejouees = sum(obtenues["rejouee"].get(c) == p for c, p in obtenues["cours"].items())
    sur = f"sur {len(obtenues['cours'])}"

    surcout = nombre(ici["horloge"] * coeurs / utile, 2, fixes=True)
    les_deux = seul["autograde"] + seul["generate_feedback"]
    lignes = [
        f"{_mesure()} {eleves} élèves, carnets entiers de tous les modules, réponses justes et fausses mêlées.",
        "",
        "| | |",
        "|---|---:|",
        f"| nbgrader seul : `autograde`, puis `generate_feedback` | {nombre(les_deux, 0)} s |",
        f"| le cours : `corriger` (notes, carnets corrigés et retours) | {nombre(ici['horloge'], 0)} s |",
        f"| **rapport** | **{nombre(les_deux / ici['horloge'], 2, fixes=True)}** |",
        f"| horloge × cœurs / processeur des cellules et du jugement | {surcout} |",
        f"| cellules exécutées | {nombre(ici['cellules'], 0)} s de processeur |",
        f"| fonctions des élèves, dans les mondes | {nombre(ici['mondes'], 0)} s de processeur |",
        f"| jugement | {nombre(ici['juge'], 0)} s de processeur |",
        f"| notes égales à celles de nbgrader seul | {len(obtenues['cours']) - len(ecarts)} {sur} |",
        f"| notes égales quand on rejoue aussi ce qui ne fait que montrer | {rejouees} {sur} |",
        "",
        *[f"- Écart : {cle} ({obtenues['nbgrader'].get(cle)} puis {obtenues['cours'][cle]})" for cle in ecarts[:20]],
    ]
    return "\n".join(lignes).strip()


def _mesure() -> str:
    machine = f"{platform.machine()}, {os.cpu_count()} cœurs, charge {os.getloadavg()[0]:.0f}"
    return f"Mesuré le {date.today().isoformat()} par `make mesures-correction` ({machine}) ; code : `{empreinte()}`."


# --- beaucoup de copies ---------------------------------------------------------------------------


def echelle(copies: int, provisoire: Path) -> str:
    """La table de `copies` copies entières du bilan, corrigées d'un coup : temps, mémoire au début et à la fin."""
    import psutil

    from chatmairie.langue.texte import nombre

    classe = provisoire / "classe-echelle"
    fichier = provisoire / "toutes.json"
    ici = (RACINE, Path(sys.executable))
    fichier.write_text(json.dumps({e: list(textes) for e, textes in dans(*ici, "reponses").items()}), encoding="utf-8")
    dans(*ici, "monter", str(classe), str(copies), str(fichier), DEVOIR)
    commande = [sys.executable, "-m", "chatmairie.correction", "corriger", f"--racine={classe}"]
    debut, releves = time.perf_counter(), []
    with (provisoire / "journal.txt").open("w+", encoding="utf-8") as journal:
        lance = psutil.Popen(commande, cwd=classe, stdout=journal, stderr=journal)
        while lance.poll() is None:
            releves.append(_octets(lance))
            time.sleep(PAS_S)
        journal.seek(0)
        if lance.returncode > 1:
            raise RuntimeError(journal.read()[-3000:])
    horloge, fois = time.perf_counter() - debut, len(releves) // 10
    avant, apres = (statistics.median(r) / 1e6 for r in (releves[fois : 3 * fois], releves[-2 * fois :]))
    faites = len(list((classe / "classe" / "autograded").glob("*/*/.chatmairie/correction.json")))
    retours = len(list((classe / "classe" / "feedback").glob("*/*/*.html")))
    poids = sum(f.stat().st_size for f in (classe / "classe").rglob("*") if f.is_file()) / 1e6
    par_copie = horloge * (os.cpu_count() or 1) / copies
    lignes = [
        f"{_mesure()}",
        "",
        "| | |",
        "|---|---:|",
        f"| copies entières de `{DEVOIR}`, réponses justes et fausses mêlées | {copies} |",
        f"| corrigées ; avec leur retour | {faites} ; {retours} |",
        f"| horloge, d'un seul lancement | {horloge / 60:.0f} min |",
        f"| horloge × cœurs, par copie | {nombre(par_copie, 2, fixes=True)} s |",
        *[f"| 10 000 copies comme celles-ci, sur {c} cœurs | {_heures(1e4 * par_copie / c)} |" for c in (2, 8, 32)],
        f"| mémoire de tous les processus, du premier au troisième dixième | {avant:.0f} Mo |",
        f"| la même, dans les deux derniers dixièmes | {apres:.0f} Mo |",
        f"| disque, copies et carnet de notes compris | {poids / copies:.1f} Mo par copie |".replace(".", ","),
    ]
    return "\n".join(lignes)


def _heures(secondes: float) -> str:
    minutes = round(secondes / 60)
    return f"{minutes // 60} h {minutes % 60:02d}" if minutes >= 60 else f"{minutes} min"


def _octets(racine: Any) -> int:
    """La mémoire de ce processus et de ses descendants ; ce qu'ils partagent n'est compté qu'une fois (PSS)."""
    import psutil

    total = 0
    for processus in [racine, *racine.children(recursive=True)]:
        with contextlib.suppress(psutil.Error):
            total += processus.memory_full_info().pss
    return total


def principal() -> int:
    analyseur = argparse.ArgumentParser(description="Mesure la correction d'une classe, et nbgrader seul à côté.")
    analyseur.add_argument("--eleves", type=int, default=ELEVES, help="de la classe comparée (0 : pas cette mesure)")
    analyseur.add_argument("--copies", type=int, default=COPIES, help="corrigées d'un coup (0 : pas cette mesure)")
    analyseur.add_argument("--verifier", action="store_true", help="dit si une page est plus vieille que le code")
    analyseur.add_argument("--etape", help=argparse.SUPPRESS)
    analyseur.add_argument("arguments", nargs="*", help=argparse.SUPPRESS)
    choix = analyseur.parse_args()
    if choix.verifier:
        return verifier()
    if choix.etape:
        premier = Path(choix.arguments[0]) if choix.arguments else Path()
        if choix.etape == "monter":
            communes = json.loads(Path(choix.arguments[2]).read_text(encoding="utf-8"))
            monter(premier, int(choix.arguments[1]), communes, *choix.arguments[3:])
        etapes = {"reponses": lambda: reponses(), "nbgrader": lambda: nbgrader_seul(premier),
                  "cours": lambda: le_cours(premier), "notes": lambda: notes(premier), "monter": dict}  # fmt: skip
        print("\n" + json.dumps(etapes[choix.etape]()))
        return 0
    with tempfile.TemporaryDirectory(prefix="mesures-correction-") as dossier:
        if choix.eleves:
            publier("mesures_correction", mesurer(choix.eleves, Path(dossier)))
        if choix.copies:
            publier("passage_a_l_echelle", echelle(choix.copies, Path(dossier)))
    return 0


if __name__ == "__main__":
    sys.exit(principal())
