"""Les exercices du module 03, dans l'ordre du carnet : 20 points."""

ORDRE = ("personnes", "contre_exemple", "ria31", "registre", "reformuler", "interface", "equilibrer", "ouverte")
