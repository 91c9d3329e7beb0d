choisir_solution = choisir("choix_ia.frugalite", facon="plus_exacte_suffisante")
