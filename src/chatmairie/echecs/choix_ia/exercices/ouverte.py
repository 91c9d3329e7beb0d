"""`choix_ia.ouverte` : la note au maire (notée par une personne)."""

from chatmairie.juge.fiche import question_ouverte

EXERCICE = question_ouverte(__file__)
