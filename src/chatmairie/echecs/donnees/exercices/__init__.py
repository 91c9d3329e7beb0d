"""Les exercices du module 02, dans l'ordre du carnet : 20 points."""

from __future__ import annotations

from chatmairie.echecs.donnees.exercices import (
    colonnes,
    decider,
    ecarter,
    enqueter,
    ouverte,
    personnes,
    ria31,
    surveiller,
    taux,
)

EXERCICES = (
    personnes.EXERCICE,
    taux.EXERCICE,
    enqueter.EXERCICE,
    ria31.EXERCICE,
    ecarter.EXERCICE,
    colonnes.EXERCICE,
    decider.EXERCICE,
    surveiller.EXERCICE,
    ouverte.QUESTION,
)
