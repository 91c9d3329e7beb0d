"""Les exercices du module 01, dans l'ordre du carnet : 20 points, et un exercice en plus (frugalité)."""
