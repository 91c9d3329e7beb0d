"""Le compte rendu de l'atelier (fictif) : ce que quatorze personnes ont demandé, et ce qu'on ne leur avait pas dit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class CompteRendu:
    """participants : effectif. demandes : ce qui a été demandé -> combien l'ont dit (plusieurs demandes possibles)."""

    participants: int
    demandes: Mapping[str, int]
    paroles: tuple[str, ...]


COMPTE_RENDU = CompteRendu(
    participants=14,
    demandes={
        "une réponse rapide": 11,
        "de suivre leur dossier sur le téléphone": 9,
        "de ne pas être renvoyés à un formulaire": 8,
        "de pouvoir parler à quelqu'un": 5,
    },
    paroles=(
        "« Quand j'écris, je veux juste savoir si mon dossier avance. » (17 ans, lycéen)",
        "« On me renvoie au formulaire, et le formulaire me renvoie à l'accueil. » (19 ans, étudiante)",
        "« J'écris vite et mal sur mon téléphone. Qu'ils comprennent, c'est tout. » (22 ans, apprenti)",
        "« Je travaille la nuit : à mes heures, personne ne répond. » (24 ans, aide-soignante)",
        "« Moi c'est pour ma grand-mère que je viens. » (16 ans, lycéenne)",
        "« Qu'on me parle normalement. » (21 ans, vendeur)",
    ),
)
"""Quatorze participants fictifs, de 16 à 25 ans, aux situations différentes (lycée, emploi, études)."""
