"""Les exercices du module 03, dans l'ordre du carnet : 20 points."""
