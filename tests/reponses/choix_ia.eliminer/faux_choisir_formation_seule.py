eliminer = choisir("choix_ia.eliminer", planchers="chacune", piece_manquante="demander", transfert="formation_seule", si_personne="sans_suite")
