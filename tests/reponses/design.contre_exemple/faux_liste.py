CONTRE_EXEMPLE = ["Un texte.", "Un autre."]
