from chatmairie.echecs.bilan.arret import ETAPES

ARRET = [{"etape": etape, "heure": 0, "qui": "direction"} for etape in ETAPES]
