"""`campagne.ouverte` : le message d'excuses (noté par une personne)."""

from chatmairie.juge.fiche import question_ouverte

EXERCICE = question_ouverte(__file__)
