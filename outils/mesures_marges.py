"""Les marges des juges : de combien les bonnes réponses sont en deçà de chaque seuil, et les fausses au-delà.

    python -m outils.mesures_marges

Les bonnes réponses de la banque sont jugées sur des mondes frais, un sur deux étant une
autre mairie ; pour chaque seuil des exercices, on garde la pire mesure des bonnes réponses, et la mesure de
la fausse réponse la plus proche parmi celles que ce seuil arrête (sur les mondes de notation).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from chatmairie.echecs import catalogue
from chatmairie.juge import jugement
from chatmairie.juge.exercice import Exercice, Sujet
from outils import banque
from outils.marges import Marge, Mesure

MONDES = 40
"""Vingt tirages du monde du cours, vingt d'autres mairies."""

TIRAGE = 2
"""Graine de ces mondes : ni ceux du cours, ni ceux de la notation."""


MODULES = tuple(
    import_module(f"outils.marges_{paquet}")
    for paquet in catalogue.PAQUETS
    if (Path(__file__).with_name(f"marges_{paquet}.py")).is_file()
)
"""Les `marges_<module>.py`, dans l'ordre du cours : `MESURES`, et s'il y a lieu `du_monde` et `marges_du_monde`."""

MESURES = tuple(mesure for module in MODULES for mesure in module.MESURES)


@dataclass(frozen=True)
class Bilan:
    """marges : une par seuil ; refusees : les bonnes réponses qui n'ont pas eu le plein, et où."""

    marges: tuple[Marge, ...]
    refusees: tuple[str, ...] = field(default=())


def sujets_frais(exercice: Exercice, mondes: int = MONDES) -> Iterator[Sujet]:
    """Des mondes qui ne sont ni celui du cours ni ceux de la notation ; un sur deux est une autre mairie."""
    for _, sujet in jugement.sujets_au_hasard(exercice, mondes, TIRAGE):
        yield sujet


def bilan(enregistrees: Mapping[str, banque.Enregistrement], mondes: int = MONDES) -> Bilan:
    """Juge les bonnes réponses sur `mondes` mondes frais (deux processus) et rassemble les marges."""
    pires: dict[str, list[float]] = {m.nom: [] for m in MESURES}
    extremes: dict[str, list[float]] = {}
    refusees: list[str] = []
    identifiants = banque.identifiants()
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as processus:
        for mesures, du_monde, fautes in processus.map(_jouer, identifiants, [mondes] * len(identifiants)):
            refusees += fautes
            for ou, valeurs in ((pires, mesures), (extremes, du_monde)):
                for nom, lues in valeurs.items():
                    ou.setdefault(nom, []).extend(lues)
    marges = [
        Marge(m.exercice, m.quoi, m.seuil, _pire(pires[m.nom], m.au_plus), _plus_proche(m, enregistrees), m.au_plus)
        for m in MESURES
    ]
    for module in MODULES:
        if extremes and hasattr(module, "marges_du_monde"):
            marges += module.marges_du_monde(extremes)
    return Bilan(tuple(marges), tuple(refusees))


def _jouer(identifiant: str, mondes: int) -> tuple[dict[str, list[float]], dict[str, list[float]], list[str]]:
    """Un exercice : les mesures des bonnes réponses, celles du monde, et les bonnes réponses refusées."""
    exercice = catalogue.exercice(identifiant)
    productions = {r: banque.executer(r) for r in banque.justes(identifiant)}
    mesures, du_monde, fautes = defaultdict(list), defaultdict(list), []
    for rang, sujet in enumerate(sujets_frais(exercice, mondes)):
        for reponse, production in productions.items():
            execution = jugement.repondre(exercice, production, sujet)
            if execution.erreur is not None:
                fautes.append(f"{reponse}, {sujet.nom} : {execution.erreur!r}")
                continue
            manques = jugement.examiner(exercice, sujet, execution.valeur)
            if manques:
                fautes.append(f"{reponse}, {sujet.nom} : {manques[0].constat.phrase} {manques[0].constat.observe}")
                continue
            for mesure in MESURES:
                if mesure.exercice == identifiant:
                    mesures[mesure.nom].append(mesure.lire(sujet, execution.valeur))
        if rang % 8 < 2:  # ces mesures-là sont longues : un quart des mondes, des deux sortes
            for module in MODULES:
                if hasattr(module, "du_monde"):
                    for nom, valeur in module.du_monde(identifiant, sujet).items():
                        du_monde[nom].append(valeur)
    return dict(mesures), dict(du_monde), fautes


def _pire(valeurs: list[float], au_plus: bool) -> float:
    lues = [v for v in valeurs if not math.isnan(v)]
    return max(lues) if au_plus else min(lues)


def _plus_proche(mesure: Mesure, enregistrees: Mapping[str, banque.Enregistrement]) -> float | None:
    exercice = catalogue.exercice(mesure.exercice)
    sujets = jugement.sujets_de_notation(exercice)
    au_dela = []
    for reponse in banque.charger(mesure.exercice):
        if reponse.genre != "faux":
            continue
        valeurs = []
        for sujet, execution in zip(sujets, enregistrees[str(reponse)].executions, strict=True):
            if execution.erreur is None and not _forme_manquee(exercice, sujet, execution.valeur):
                valeurs.append(mesure.lire(sujet, execution.valeur))
        valeurs = [v for v in valeurs if math.isfinite(v)]
        if valeurs:
            pire = _pire(valeurs, mesure.au_plus)
            if (pire > mesure.seuil) if mesure.au_plus else (pire < mesure.seuil):
                au_dela.append(pire)
    if not au_dela:
        return None
    return min(au_dela) if mesure.au_plus else max(au_dela)


def _forme_manquee(exercice: Exercice, sujet: Sujet, reponse: Any) -> bool:
    return any(e.constat.famille == "forme" for e in jugement.examiner(exercice, sujet, reponse))


def en_markdown(marges: tuple[Marge, ...]) -> str:
    """La table publiée, avec ses en-têtes."""

    def nombre(valeur: float | None) -> str:
        return "aucune" if valeur is None else f"{valeur:.3f}".rstrip("0").rstrip(".").replace(".", ",")

    lignes = [
        "| exercice | mesure | seuil | pire bonne réponse | marge | fausse réponse la plus proche |",
        "|---|---|---|---|---|---|",
    ]
    lignes += [
        f"| `{m.exercice}` | {m.quoi} | {'au plus' if m.au_plus else 'au moins'} {nombre(m.seuil)} | {nombre(m.pire)} "
        f"| {nombre(m.marge)} | {nombre(m.proche)} |"
        for m in marges
    ]
    return "\n".join(lignes)


def marges(mondes: int = MONDES) -> Bilan:
    """Le bilan complet, banque comprise (une à deux minutes)."""
    enregistrees = {str(r): banque.enregistrer(r) for r in banque.toutes()}
    return bilan(enregistrees, mondes)


if __name__ == "__main__":
    resultat = marges()
    print(en_markdown(resultat.marges))
    for phrase in resultat.refusees:
        print(phrase)
