eliminer = choisir("choix_ia.eliminer", planchers="chacune", piece_manquante="demander", transfert="exiger", si_personne="repecher")
