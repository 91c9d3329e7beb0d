"""Les exercices du carnet 41, dans l'ordre : 20 points, et un exercice en plus (la classe `CodeUnique`)."""

from __future__ import annotations

from chatmairie.echecs.acte.exercices import (
    code,
    minimiser,
    notifier,
    ouverte,
    personnes,
    politique,
    regler_code,
    ria31,
)

EXERCICES = (
    personnes.EXERCICE,
    ria31.EXERCICE,
    minimiser.EXERCICE,
    politique.EXERCICE,
    regler_code.EXERCICE,
    notifier.EXERCICE,
    ouverte.QUESTION,
    code.EXERCICE,
)
