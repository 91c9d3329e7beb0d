"""Le journal d'un rejeu : ce qui est arrivé à des gens, usagers ou non, ligne par ligne.

Un module écrit des `LigneDeJournal` à partir de ce que sa simulation a vraiment fait ; `numeroter` les met en
table. Les colonnes `tort`, `perte` et `pertes` sont la vérité du juge ; `pour_apprenant` les retire. Ce que l'on peut
perdre est dans `journal.yaml` : un module y choisit ses pertes (`pertes_de`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.commun.distribution import habitants
from chatmairie.echecs.commun.exigences import exiger_colonnes, exiger_generateur
from chatmairie.langue.mots import avec_insecables
from chatmairie.langue.phrases import lire

_LU = lire(Path(__file__).with_suffix(".yaml"))
PERTES: Mapping[str, str] = _LU["pertes"]
"""Ce que l'on peut perdre : clé -> définition."""
VOISINES = tuple(tuple(v) for v in _LU["voisines"])
"""(La perte que montre la ligne, celle que l'on défend aussi, et pour qui : tous, usager, agent, autre.)"""

COLONNES_DU_JUGE = ("tort", "perte", "pertes", "agent")
SYNTHETIQUE = "Données synthétiques, personnes fictives."
FERIES = frozenset(
    date(annee, mois, jour)
    for annee in (2025, 2026)
    for mois, jour in ((1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25))
) | {
    date(2025, 4, 21), date(2025, 5, 29), date(2025, 6, 9), date(2026, 4, 6), date(2026, 5, 14), date(2026, 5, 25),
}  # fmt: skip
"""Les jours fériés de 2025 et 2026, les années du récit (code du travail, article L3133-1)."""


def jour_ouvert(quand: date) -> date:
    """Ce jour-là, ou le premier qui suit où une mairie peut ouvrir (ni dimanche, ni férié)."""
    while quand.weekday() == 6 or quand in FERIES:
        quand += timedelta(days=1)
    return quand


@dataclass(frozen=True)
class LigneDeJournal:
    """Un fait : quand, où il se lit (`source`), qui, ce qui est écrit, et ce que cette personne y perd.

    usager : vrai si cette personne avait demandé quelque chose au service. pertes : toutes celles que le texte
    permet de lire (la première est la principale) ; vide si la ligne ne montre aucun tort.
    """

    date: date
    source: str
    personne: str
    usager: bool
    texte: str
    pertes: tuple[str, ...] = ()


def pertes_de(*cles: str) -> dict[str, str]:
    """Les pertes d'un module, dans cet ordre : clé -> définition. Lève `KeyError` pour une clé hors de la table."""
    return {cle: PERTES[cle] for cle in cles}


def defendues(ligne: Mapping[str, Any], agents: Collection[str]) -> frozenset[str]:
    """Les pertes que cette ligne de journal laisse défendre. agents : les sources où qui n'est pas usager travaille
    pour la mairie."""
    qui = "usager" if ligne["usager"] else "agent" if ligne["source"] in agents else "autre"
    lues = frozenset(ligne["pertes"])
    return lues | {aussi for perte, aussi, pour in VOISINES if perte in lues and pour in ("tous", qui)}


def numeroter(hasard: Generator, lignes: Sequence[LigneDeJournal]) -> pd.DataFrame:
    """La table du journal, par date : ligne (« J-0137 », numéros propres au tirage), date (texte ISO), source,
    personne, usager, texte, tort, perte (texte vide sans tort), pertes.

    Lève `ValueError` s'il n'y a aucune ligne, ou plus de 999.
    """
    exiger_generateur(hasard)
    if not 1 <= len(lignes) <= 999:
        raise ValueError(f"Un journal a de 1 à 999 lignes (reçu : {len(lignes)}).")
    rangees = sorted((lignes[i] for i in hasard.permutation(len(lignes))), key=lambda ligne: ligne.date)
    numeros = sorted(hasard.choice(range(1, 1000), len(rangees), replace=False))
    return pd.DataFrame(
        {
            "ligne": [f"J-{n:04d}" for n in numeros],
            "date": [ligne.date.isoformat() for ligne in rangees],
            "source": [ligne.source for ligne in rangees],
            "personne": [ligne.personne for ligne in rangees],
            "usager": [ligne.usager for ligne in rangees],
            "texte": [avec_insecables(ligne.texte) for ligne in rangees],
            "tort": [bool(ligne.pertes) for ligne in rangees],
            "perte": [ligne.pertes[0] if ligne.pertes else "" for ligne in rangees],
            "pertes": [ligne.pertes for ligne in rangees],
        }
    )


def pour_apprenant(journal: pd.DataFrame) -> pd.DataFrame:
    """Le journal sans les colonnes du juge : ce qu'un agent lirait."""
    exiger_colonnes(journal, ("ligne", "texte"), "journal")
    return journal.drop(columns=[c for c in COLONNES_DU_JUGE if c in journal])


def montrer_journal(rejeu: Any, source: str | None = None, lignes: int = 6) -> Any:
    """Le journal d'un rejeu (`rejeu.journal`) : un extrait de chaque source, ou une source entière."""
    from chatmairie.affichage.cartes import CarteTexte, Ensemble

    journal = rejeu.journal
    sources = list(dict.fromkeys(journal["source"]))
    if source is None:
        return Ensemble(*(_une_source(journal, s, lignes) for s in sources))
    if source not in sources:
        return CarteTexte(
            "Source inconnue", f"« {source} » n'est pas une source du journal. Sources : {', '.join(sources)}."
        )
    return _une_source(journal, source, len(journal))


def _une_source(journal: pd.DataFrame, source: str, lignes: int) -> Any:
    from chatmairie.affichage.tableaux import Tableau

    toutes = journal[journal["source"].eq(source)].reset_index(drop=True)
    vues = toutes.iloc[_extrait(toutes, max(1, lignes))]
    table = pd.DataFrame(
        {
            "ligne": vues["ligne"],
            "date": [f"{d[8:]}/{d[5:7]}" for d in vues["date"]],
            "personne": vues["personne"],
            "demande": vues["usager"].map({True: "oui", False: "non"}),
            "ce qui est écrit": vues["texte"],
        }
    )
    combien = f"{len(toutes)} lignes" if len(vues) == len(toutes) else f"{len(vues)} lignes sur {len(toutes)}"
    return Tableau(table, legende=f"Journal, source « {source} » : {combien}. {SYNTHETIQUE}", max_lignes=None)


def _extrait(toutes: pd.DataFrame, lignes: int) -> list[int]:
    """Les rangs à montrer : la première ligne où parle une personne du récit, et des lignes réparties du début à la
    fin."""
    if lignes >= len(toutes):
        return list(range(len(toutes)))
    rangs = [round(i * (len(toutes) - 1) / max(1, lignes - 1)) for i in range(lignes)]
    connus = re.compile(rf"\b(?:{'|'.join(p.prenom for p in habitants())})\b")
    du_recit = [i for i, qui in enumerate(toutes["personne"]) if connus.search(qui)]
    if du_recit and not set(du_recit) & set(rangs):
        rangs[min(range(lignes), key=lambda i: abs(rangs[i] - du_recit[0]))] = du_recit[0]
    return sorted(set(rangs))
