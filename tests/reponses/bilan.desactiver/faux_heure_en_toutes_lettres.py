ARRET = [{"etape": "arreter_envois", "heure": "ce soir", "qui": "informatique"}]
