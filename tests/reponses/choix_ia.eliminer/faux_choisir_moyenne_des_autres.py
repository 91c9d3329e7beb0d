eliminer = choisir("choix_ia.eliminer", planchers="chacune", piece_manquante="moyenne_des_autres", transfert="exiger", si_personne="sans_suite")
