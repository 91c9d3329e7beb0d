"""Les exercices du carnet 41, dans l'ordre : 20 points, et un exercice en plus (la classe `CodeUnique`)."""

ORDRE = ("personnes", "ria31", "minimiser", "politique", "regler_code", "notifier", "ouverte", "code")
