"""Ce que fait toute séance, quel que soit le module : ne rien écrire, répondre, lire le verdict, toucher une manette.

Un essai de module tient en quelques lignes : il nomme son `CARNET`, et dit ce qu'il tape et ce qu'il attend.
"""

from __future__ import annotations

import re

from playwright.sync_api import expect

from chatmairie.echecs import catalogue
from chatmairie.juge.exercice import Exercice, vers_grade_id
from tests.navigateur.laboratoire import RACINE, Carnet

ARTEFACTS = RACINE / "artefacts"


def exercices(module: str, *, en_plus: bool) -> list[str]:
    """Les exercices jugés par le code de ce module : ceux que l'on note, ou ceux qui sont en plus."""
    return [
        i
        for i, e in catalogue.tous().items()
        if i.split(".")[0] == module and isinstance(e, Exercice) and e.optionnel is en_plus
    ]


def rang_du_verdict(carnet: Carnet, identifiant: str) -> int:
    """La cellule qui juge : la cellule notée, ou le `verifier(…)` d'un exercice en plus."""
    if catalogue.exercice(identifiant).optionnel:
        return carnet.rang_du_texte(f'verifier("{identifiant}"')
    return carnet.rang(f"{vers_grade_id(identifiant)}-note")


def lisible(texte: str) -> str:
    """Le texte montré, avec des espaces ordinaires à la place des insécables."""
    return re.sub("[\u00a0\u202f]", " ", texte)


def points_dits(sortie: str) -> float:
    """Les points que dit la carte d'un verdict. Le nombre que lit nbgrader, lui, ne se montre pas."""
    sortie = lisible(sortie)
    assert not re.search(r"^\d+\.\d+$", sortie, re.M), sortie[-80:]
    dits = re.search(r"([\d,]+) sur [\d,]+ points?", sortie)
    assert dits is not None, sortie
    return float(dits[1].replace(",", "."))


def reussi(sortie: str) -> bool:
    """Vrai si la carte dit « Réussi », et tous les points."""
    dits = re.search(r"([\d,]+) sur ([\d,]+) points?", lisible(sortie))
    return "Réussi" in sortie and dits is not None and dits[1] == dits[2]


def ne_rien_ecrire(carnet: Carnet, *modules: str) -> None:
    """« Exécuter toutes les cellules » d'un carnet neuf : aucune erreur, et chaque exercice se dit non traité."""
    carnet.tout_executer()
    assert carnet.erreurs() == []
    for module in modules:
        for identifiant in exercices(module, en_plus=False):
            sortie = carnet.sortie(rang_du_verdict(carnet, identifiant))
            assert sortie.strip().startswith("Non traité"), (identifiant, sortie[:200])
            assert points_dits(sortie) == 0, (identifiant, sortie[-80:])
        for identifiant in exercices(module, en_plus=True):
            sortie = carnet.sortie(rang_du_verdict(carnet, identifiant))
            assert sortie.strip().startswith("Non traité"), (identifiant, sortie[:200])


def repondre(carnet: Carnet, identifiant: str, texte: str, photo: str = "") -> str:
    """Tape la réponse, l'exécute, exécute la cellule qui juge ; rend ce qu'elle montre (et le photographie)."""
    reponse = carnet.rang(vers_grade_id(identifiant))
    carnet.ecrire(reponse, texte)
    carnet.executer(reponse)
    rang = rang_du_verdict(carnet, identifiant)
    sortie = lisible(carnet.executer(rang))
    assert "Traceback" not in sortie, sortie
    if photo:
        carnet.aller(rang)
        carnet.photo(ARTEFACTS / photo)
    return sortie


def toucher(
    carnet: Carnet, manette: str, etiquette: str, touche: str, photo: str = "", fois: int = 1
) -> tuple[str, str]:
    """Met le clavier sur un réglage d'une manette et appuie ; rend le texte d'avant et celui d'après.

    Chaque appui attend que la manette dise ses nouveaux réglages, puis que le noyau ait tout envoyé.

    manette : la cellule entière (« manette_lien() »). etiquette : le nom accessible du réglage.
    """
    rang = carnet.rang_exact(manette)
    cellule = carnet.aller(rang)
    reglages = cellule.locator('[role="status"]').first
    reglages.wait_for()
    avant = cellule.inner_text()
    cellule.get_by_label(etiquette).first.focus()
    for _ in range(fois):
        dits = reglages.inner_text()
        carnet.page.keyboard.press(touche)
        expect(reglages, "chaque touche change ce que dit la manette").not_to_have_text(dits)
        carnet.attendre_le_noyau()
    apres = cellule.inner_text()
    if photo:
        carnet.photo(ARTEFACTS / photo)
    return lisible(avant), lisible(apres)
