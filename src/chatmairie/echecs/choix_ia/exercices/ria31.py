"""`choix_ia.ria31` : relier trois critères au récit (jugé par le gabarit commun)."""

from chatmairie.echecs.choix_ia.monde import MONDES
from chatmairie.echecs.commun.ria31 import Ria31

RIA31 = Ria31(__file__)
LIENS = RIA31.liens
EXERCICE = RIA31.dans(MONDES)
