eliminer = choisir("choix_ia.eliminer", planchers="chacune", piece_manquante="demander", transfert="ignorer", si_personne="sans_suite")
