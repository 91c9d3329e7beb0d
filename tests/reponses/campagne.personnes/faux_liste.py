PERSONNES = ["Jean-Mi", "Solange", "Fatoumata"]
