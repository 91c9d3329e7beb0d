choisir_solution = choisir("choix_ia.frugalite", facon="suffisante_en_moyenne")
