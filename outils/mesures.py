"""Mesure le cours et écrit guide/mesures.md : `make mesures`.

Un banc de mesure, pas un essai : rien n'échoue si la machine est lente. Les secondes changent d'une
machine à l'autre ; les rapports (à ce que coûte le démarrage de Python, ici et maintenant) restent.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from chatmairie.langue.typographie import poser_les_espaces
from outils import budgets, mesures_choix_ia, mesures_donnees, mesures_maison
from outils.budgets import BUDGETS
from outils.mesures_carnets import Carnet, mesurer

RACINE = Path(__file__).resolve().parent.parent
SORTIE = RACINE / "guide" / "mesures.md"
REPETITIONS = 7


def nombre(valeur: float, decimales: int = 2) -> str:
    """Un nombre à la française : virgule décimale."""
    return f"{valeur:.{decimales}f}".replace(".", ",")


def mediane(faire: Callable[[], object], fois: int = REPETITIONS) -> float:
    """La durée médiane de `faire`, en secondes, après un premier appel non compté."""
    faire()
    durees = []
    for _ in range(fois):
        depart = time.perf_counter()
        faire()
        durees.append(time.perf_counter() - depart)
    return statistics.median(durees)


def demarrage(code: str = "pass") -> float:
    """La durée médiane de `python -c code`, en secondes, démarrage de Python compris."""
    with tempfile.TemporaryDirectory() as ailleurs:
        commande = [sys.executable, "-c", code]
        return mediane(lambda: subprocess.run(commande, cwd=ailleurs, check=True, stdout=subprocess.DEVNULL))


def bytecode_utilise() -> bool:
    """Vrai si les bibliothèques lourdes ont leur bytecode sur le disque."""
    origines = [importlib.util.find_spec(nom) for nom in ("pandas", "sklearn", "chatmairie")]
    return all(
        o is not None and o.origin and Path(importlib.util.cache_from_source(o.origin)).is_file() for o in origines
    )


def tableau(entetes: Sequence[str], lignes: Sequence[Sequence[str]]) -> str:
    """Une table markdown, première colonne à gauche, les autres à droite."""
    filets = ["---", *["---:"] * (len(entetes) - 1)]
    return "\n".join("| " + " | ".join(cases) + " |" for cases in (entetes, filets, *lignes))


def section_machine() -> str:
    """Qui a mesuré : machine, Python, bytecode, commande, jour."""
    bytecode = "compilé" if bytecode_utilise() else "absent : les durées ci-dessous sont trop longues"
    lignes = [
        ("Commande", "`make mesures`"),
        ("Jour", date.today().isoformat()),
        ("Machine", f"{platform.system()} {platform.machine()}, {os.cpu_count()} cœurs"),
        ("Python", f"{platform.python_implementation()} {platform.python_version()}"),
        ("Bytecode", bytecode),
        ("Charge au départ", f"{nombre(os.getloadavg()[0], 1)} tâche(s) en cours ou en attente"),
    ]
    return (
        "## La machine\n\n"
        + tableau(("quoi", "valeur"), lignes)
        + "\n\nQuand la charge dépasse le nombre de cœurs, les durées à l'horloge sont trop longues : mesurez au calme."
    )


def section_import(nu: float) -> str:
    """Ce que coûte `import chatmairie`, en plus du démarrage de Python."""
    avec = demarrage("import chatmairie")
    atelier = demarrage("from chatmairie import verifier")
    lignes = [
        ("`python -c pass`", nombre(nu, 3), "1", ""),
        ("`import chatmairie`", nombre(avec - nu, 3), nombre((avec - nu) / nu), nombre(BUDGETS["import"])),
        ("`from chatmairie import verifier`", nombre(atelier - nu, 3), nombre((atelier - nu) / nu), ""),
    ]
    entetes = ("quoi", "secondes en plus de Python nu", "rapport à Python nu", "budget (s)")
    return "## Importer le cours\n\n" + tableau(entetes, lignes)


def image_binder(paquets_mo: float) -> str:
    """La taille estimée d'une image Binder, et ce qui n'y est qu'une supposition."""
    paquets, socle = paquets_mo / 1000, budgets.SOCLE_BINDER_GO
    return (
        f"Image Binder, estimation (aucune n'a été construite) : {nombre(paquets, 1)} Go de paquets, plus le socle "
        f"de repo2docker (Ubuntu et conda), supposé de {nombre(socle, 1)} Go et à vérifier : environ "
        f"{nombre(paquets + socle, 1)} Go."
    )


def section_environnement(reference: float) -> str:
    """Ce que pèsent les paquets du cours une fois installés, et le travail qui sert d'étalon."""
    total, gros = budgets.taille_de_l_environnement()
    lignes = [
        ("paquets Python du cours, installés", f"{nombre(total, 0)} Mo", f"{nombre(budgets.ENVIRONNEMENT_MO, 0)} Mo"),
        *((f"dont `{nom}`", f"{nombre(taille, 0)} Mo", "") for nom, taille in gros),
        ("travail de référence (calcul)", f"{nombre(reference)} s", ""),
    ]
    return (
        "## L'environnement\n\n" + tableau(("quoi", "mesure", "budget"), lignes) + f"\n\n{image_binder(total)}"
        "\n\nLe travail de référence importe pandas, matplotlib, scikit-learn, apprend un arbre sur 20 000 lignes et "
        "regroupe : il dit en combien de fois ce travail un carnet calcule, sur n'importe quelle machine. "
        "Budgets : `outils/budgets.py` ; `make test` échoue au-delà (calcul, mémoire, poids)."
    )


def section_carnet(carnet: Carnet, nu: float, poids: tuple[int, int], reference: float) -> str:
    """Le carnet résolu, exécuté entier, puis exercice par exercice. poids : octets du fichier, dont résultats."""
    entier, sorties = (octets / 1e3 for octets in poids)
    total = [
        ("carnet résolu entier, noyau compris", f"{nombre(carnet.duree_s, 1)} s", f"{nombre(BUDGETS['carnet'], 0)} s"),
        ("dont calcul du noyau", f"{nombre(carnet.processeur_s, 1)} s", ""),
        (
            "ce calcul, en travaux de référence",
            nombre(carnet.processeur_s / reference, 1),
            nombre(budgets.RAPPORT_DE_CALCUL, 0),
        ),
        ("le même, en démarrages de Python", nombre(carnet.duree_s / nu, 0), ""),
        ("mémoire au plus haut", f"{nombre(carnet.memoire_mo, 0)} Mo", f"{nombre(BUDGETS['memoire'], 0)} Mo"),
        ("poids du carnet déposé", f"{nombre(entier, 0)} ko", f"{nombre(budgets.CARNET_KO, 0)} ko"),
        ("dont ses résultats", f"{nombre(sorties, 0)} ko", f"{nombre(budgets.SORTIES_KO, 0)} ko"),
        ("cellule des imports", f"{nombre(carnet.imports_s)} s", ""),
    ]
    lignes = [
        (f"`{e.exercice}`", nombre(e.verdict_s), nombre(e.note_s), nombre(e.verdict_s / nu), nombre(e.note_s / nu))
        for e in carnet.exercices
    ]
    entetes = (
        "exercice",
        f"verdict visible (s, budget {nombre(BUDGETS['verdict'], 0)})",
        f"réponse et note, mondes cachés compris (s, budget {nombre(BUDGETS['note'], 0)})",
        "verdict / Python nu",
        "note / Python nu",
    )
    return (
        f"## Le carnet `{carnet.nom}`\n\n{tableau(('quoi', 'mesure', 'budget'), total)}\n\n"
        f"{tableau(entetes, lignes)}\n\nDurées murales de la cellule, une fois la cellule des imports exécutée."
    )


def section_remedes() -> str:
    """Ce que font les remèdes au mercredi, du plus paresseux au bon."""
    return (
        "## Les remèdes du module 02\n\n"
        "Six graines, le monde du cours, données synthétiques. Une part se lit entre 0 et 1.\n\n"
        f"{mesures_donnees.en_markdown(mesures_donnees.table_des_remedes())}\n\n"
        "À quel point ce qui reste trahit encore le jour (aire sous la courbe : 0,5, rien ; 1, tout) :\n\n"
        f"{mesures_donnees.en_markdown(mesures_donnees.table_des_substituts())}"
    )


def section_achats() -> str:
    """Ce que coûte chaque façon d'acheter, et les trois solutions mesurées (la table du carnet est refaite)."""
    return (
        "## Le module 01 : façons d'acheter, et solutions sans IA\n\n"
        f"{mesures_choix_ia.MAIRIES} consultations tirées du monde du cours (hypothèses du cours). Les poids "
        "qui ne vont pas au prix sont partagés entre quatre critères.\n\n"
        f"{mesures_choix_ia.en_markdown(mesures_choix_ia.table_des_poids())}\n\n"
        "Diriger une question d'habitant vers le bon service (questions fictives, tournures jamais vues ; énergie = "
        "durée × 15 W, à un facteur trois près). Table enregistrée pour le carnet : `make notebooks` ensuite.\n\n"
        f"{mesures_choix_ia.en_markdown(mesures_choix_ia.enregistrer_les_solutions())}"
    )


def section_marges() -> str:
    """Les bonnes réponses de la banque, le seuil, la réponse fausse la plus proche."""
    from outils.mesures_marges import MONDES, en_markdown, marges

    mesurees = marges()
    if mesurees.refusees:
        raise RuntimeError(f"Une bonne réponse est refusée : {mesurees.refusees[0]}.")
    return (
        f"## Les marges des juges\n\nSur {MONDES} mondes frais (une moitié de mondes mutés) : le pire des "
        f"bonnes réponses de la "
        "banque, le seuil, et la réponse fausse la plus proche. Seule : `python -m outils.mesures_marges`.\n\n"
        + en_markdown(mesurees.marges)
    )


def rediger() -> str:
    """Tout le fichier guide/mesures.md."""
    nu, reference = demarrage(), budgets.calcul_de_reference()
    carnets = sorted((RACINE / "course").glob("*/*.ipynb"))
    parties = [
        "# Ce que le cours coûte, et ce que valent les remèdes",
        "Fichier fabriqué par `make mesures` : ne le corrigez pas à la main. Lisez les rapports avant les secondes.",
        section_machine(),
        section_import(nu),
        section_environnement(reference),
        *(section_carnet(mesurer(c), nu, budgets.octets_du_carnet(c), reference) for c in carnets),
        section_achats(),
        section_remedes(),
        section_marges(),
        mesures_maison.section(),
    ]
    return poser_les_espaces("\n\n".join(p.strip() for p in parties) + "\n")


def ecrire(texte: str, chemin: Path) -> None:
    """Dépose le fichier d'un seul coup : une mesure interrompue n'abîme pas la précédente."""
    chemin.parent.mkdir(parents=True, exist_ok=True)
    provisoire = chemin.with_name(f"{chemin.name}.{os.getpid()}")
    provisoire.write_text(texte, encoding="utf-8")
    os.replace(provisoire, chemin)


def principal(arguments: list[str] | None = None) -> int:
    analyse = argparse.ArgumentParser(description="Mesure le cours et écrit guide/mesures.md.")
    analyse.add_argument("--sortie", type=Path, default=SORTIE)
    choix = analyse.parse_args(arguments)
    texte = rediger()
    ecrire(texte, choix.sortie)
    print(texte)
    return 0


if __name__ == "__main__":
    sys.exit(principal())
