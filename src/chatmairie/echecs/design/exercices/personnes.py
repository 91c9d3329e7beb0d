"""`design.personnes` : le journal du module et ses pertes (jugés par le gabarit commun)."""

from chatmairie.echecs.commun.personnes import exercice_personnes
from chatmairie.echecs.design.journal import PERTES
from chatmairie.echecs.design.monde import MONDES
from chatmairie.echecs.design.rejeu import rejouer

EXERCICE = exercice_personnes(__file__, MONDES, PERTES, rejouer.journal_du_juge)
