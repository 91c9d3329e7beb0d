"""L'exercice de l'accueil : apprendre à lire un verdict, sans rien noter."""
