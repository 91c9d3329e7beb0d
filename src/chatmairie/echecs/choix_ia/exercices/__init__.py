"""Les exercices du module 01, dans l'ordre du carnet : 20 points, et un exercice en plus (frugalité)."""

from __future__ import annotations

from chatmairie.echecs.choix_ia.exercices import (
    alerter,
    cadrer,
    eliminer,
    frugalite,
    ouverte,
    personnes,
    ponderer,
    ria31,
)

EXERCICES = (
    personnes.EXERCICE,
    ria31.EXERCICE,
    eliminer.EXERCICE,
    ponderer.EXERCICE,
    alerter.EXERCICE,
    cadrer.EXERCICE,
    ouverte.QUESTION,
    frugalite.EXERCICE,
)
