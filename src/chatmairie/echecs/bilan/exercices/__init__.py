"""Les exercices du bilan, dans l'ordre du carnet : 20 points, tous sans code."""
