PERSONNES = ["Rayan", "Solange", "une participante de l'atelier"]
