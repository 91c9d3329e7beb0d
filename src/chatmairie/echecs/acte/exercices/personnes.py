"""`acte.personnes` : le journal du module et ses pertes (jugés par le gabarit commun)."""

from chatmairie.echecs.acte.exercices._commun import MONDES
from chatmairie.echecs.acte.journal import PERTES
from chatmairie.echecs.acte.rejeu import rejouer
from chatmairie.echecs.commun.personnes import exercice_personnes

EXERCICE = exercice_personnes(__file__, MONDES, PERTES, rejouer.journal_du_juge)
