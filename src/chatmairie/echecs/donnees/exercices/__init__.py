"""Les exercices du module 02, dans l'ordre du carnet : 20 points."""

ORDRE = ("personnes", "taux", "enqueter", "ria31", "ecarter", "colonnes", "decider", "surveiller", "ouverte")
