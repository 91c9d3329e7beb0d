"""Le contrat d'un exercice, la lecture des réponses, leur exécution surveillée et leur jugement."""
