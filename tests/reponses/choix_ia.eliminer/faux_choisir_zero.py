eliminer = choisir("choix_ia.eliminer", planchers="chacune", piece_manquante="zero", transfert="exiger", si_personne="sans_suite")
