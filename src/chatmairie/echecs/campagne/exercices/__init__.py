"""Les exercices du carnet 42, dans l'ordre : 20 points."""
