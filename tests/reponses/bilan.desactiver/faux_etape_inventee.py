ARRET = [{"etape": "debrancher_le_serveur", "heure": 0, "qui": "informatique"}]
