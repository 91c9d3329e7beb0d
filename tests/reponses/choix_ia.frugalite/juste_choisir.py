choisir_solution = choisir("choix_ia.frugalite", facon="sobre_parmi_suffisantes")
