"""Les exercices du carnet 42, dans l'ordre : 20 points."""

ORDRE = ("personnes", "ria31", "publier", "consentir", "composer", "valider", "incident", "ouverte")
