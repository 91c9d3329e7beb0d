"""Les exercices du carnet 41, dans l'ordre : 20 points, et un exercice en plus (la classe `CodeUnique`)."""
