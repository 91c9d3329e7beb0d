"""`choix_ia.personnes` : le journal du module et ses pertes (jugés par le gabarit commun)."""

from chatmairie.echecs.choix_ia.journal import PERTES
from chatmairie.echecs.choix_ia.monde import MONDES
from chatmairie.echecs.choix_ia.rejeu import rejouer
from chatmairie.echecs.commun.personnes import exercice_personnes

EXERCICE = exercice_personnes(__file__, MONDES, PERTES, rejouer.journal_du_juge)
