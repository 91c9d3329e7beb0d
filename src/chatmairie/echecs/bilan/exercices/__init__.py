"""Les exercices du bilan, dans l'ordre du carnet : 20 points, tous sans code."""

from __future__ import annotations

from chatmairie.echecs.bilan.exercices import auditer, desactiver, ouverte, refaire

EXERCICES = (desactiver.EXERCICE, refaire.EXERCICE, auditer.EXERCICE, ouverte.QUESTION)
