"""`design.ouverte` : le plan d'essai avec de vraies personnes (noté par une personne)."""

from chatmairie.juge.fiche import question_ouverte

EXERCICE = question_ouverte(__file__)
