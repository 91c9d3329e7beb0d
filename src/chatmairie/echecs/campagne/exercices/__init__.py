"""Les exercices du carnet 42, dans l'ordre : 20 points."""

from __future__ import annotations

from chatmairie.echecs.campagne.exercices import (
    composer,
    consentir,
    incident,
    ouverte,
    personnes,
    publier,
    ria31,
    valider,
)

EXERCICES = (
    personnes.EXERCICE,
    ria31.EXERCICE,
    publier.EXERCICE,
    consentir.EXERCICE,
    composer.EXERCICE,
    valider.EXERCICE,
    incident.EXERCICE,
    ouverte.QUESTION,
)
