"""Les exercices du module 02, dans l'ordre du carnet : 20 points."""
