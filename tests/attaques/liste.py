"""Toutes les attaques, par famille."""

from __future__ import annotations

from tests.attaques.arrets import ARRETS
from tests.attaques.attaque import Attaque
from tests.attaques.messages import MESSAGES
from tests.attaques.points import POINTS_PRIS
from tests.attaques.sorties import SORTIES

FAMILLES: dict[str, dict[str, Attaque]] = {
    "Se donner des points": POINTS_PRIS,
    "Sortir de l'enclos": SORTIES,
    "Répondre n'importe quoi au correcteur": MESSAGES,
    "Arrêter, épuiser, abîmer": ARRETS,
}
TOUTES: dict[str, Attaque] = {nom: a for famille in FAMILLES.values() for nom, a in famille.items()}
VITES: dict[str, Attaque] = {nom: a for nom, a in TOUTES.items() if a.vite}
