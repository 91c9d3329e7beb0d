"""`acte.ouverte` : trois risques, en trois lignes (notée par une personne)."""

from chatmairie.juge.fiche import question_ouverte

EXERCICE = question_ouverte(__file__)
