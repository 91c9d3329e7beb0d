PERSONNES = ["Rayan", "Karim", "Solange"]
