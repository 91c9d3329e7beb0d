"""Les exercices du module 03, dans l'ordre du carnet : 20 points."""

from __future__ import annotations

from chatmairie.echecs.design.exercices import (
    contre_exemple,
    equilibrer,
    interface,
    ouverte,
    personnes,
    reformuler,
    registre,
    ria31,
)

EXERCICES = (
    personnes.EXERCICE,
    contre_exemple.EXERCICE,
    ria31.EXERCICE,
    registre.EXERCICE,
    reformuler.EXERCICE,
    interface.EXERCICE,
    equilibrer.EXERCICE,
    ouverte.QUESTION,
)
