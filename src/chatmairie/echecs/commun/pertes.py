"""Ce que l'on peut perdre : une seule table pour les cinq modules, une ligne par perte.

Un module en choisit quelques-unes (`pertes_de`) ; l'énoncé de son exercice `personnes` recopie leur définition.
Deux pertes se touchent parfois : `VOISINES` dit lesquelles deux lecteurs attentifs défendraient sur la même ligne.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

PERTES: Mapping[str, str] = {
    "droit": "une aide, une place ou une démarche à laquelle on avait droit",
    "place": "la place à laquelle l'enfant avait droit",
    "acte": "un acte auquel on avait droit, refusé ou arrivé trop tard",
    "reponse": "la réponse ou la démarche que l'on venait chercher",
    "information": "savoir à temps ce que l'on voulait savoir",
    "explication": "savoir pourquoi",
    "temps": "du temps à soi : une matinée, une soirée, une attente",
    "argent": "de l'argent, du salaire",
    "revenu": "de l'argent, du salaire",
    "autonomie": "faire seul ce que les autres font seuls",
    "travail_bien_fait": "pouvoir faire correctement son travail",
    "respect": "être traité comme n'importe qui",
    "parole": "ce que l'on avait dit, repris sans son accord",
    "papiers": "la maîtrise de ses papiers et de son identité",
    "intimite": "ce que d'autres n'avaient pas à savoir de sa vie",
    "vie_privee": "ce que d'autres n'avaient pas à savoir de sa vie",
    "securite": "être en sécurité chez soi",
    "tranquillite": "ne pas être dérangé",
    "choix": "décider à quoi sert son numéro",
}

VOISINES = (
    # la perte que montre la ligne, celle que l'on défend aussi, et pour qui : tous, usager, agent, autre
    ("papiers", "intimite", "tous"),
    ("intimite", "papiers", "autre"),  # l'identité d'un parent cité dans un acte
    ("acte", "temps", "tous"),
    ("choix", "tranquillite", "tous"),
    ("tranquillite", "choix", "tous"),
    ("tranquillite", "temps", "tous"),
    ("temps", "tranquillite", "agent"),
    ("securite", "tranquillite", "tous"),
    ("reponse", "autonomie", "usager"),
    ("autonomie", "reponse", "usager"),
    ("explication", "place", "usager"),
    ("revenu", "place", "usager"),
    ("revenu", "temps", "usager"),
    ("temps", "travail_bien_fait", "agent"),
    ("travail_bien_fait", "respect", "agent"),
)


def pertes_de(*cles: str) -> dict[str, str]:
    """Les pertes d'un module, dans cet ordre : clé -> définition. Lève `KeyError` pour une clé hors de la table."""
    return {cle: PERTES[cle] for cle in cles}


def defendues(ligne: Mapping[str, Any], agents: Collection[str]) -> frozenset[str]:
    """Les pertes que cette ligne de journal laisse défendre. agents : les sources où qui n'est pas usager travaille
    pour la mairie."""
    qui = "usager" if ligne["usager"] else "agent" if ligne["source"] in agents else "autre"
    lues = frozenset(ligne["pertes"])
    return lues | {aussi for perte, aussi, pour in VOISINES if perte in lues and pour in ("tous", qui)}
