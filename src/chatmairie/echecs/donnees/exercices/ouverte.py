"""`donnees.ouverte` : la lettre aux parents de Léa (notée par une personne)."""

from chatmairie.juge.fiche import question_ouverte

EXERCICE = question_ouverte(__file__)
