eliminer = choisir("choix_ia.eliminer", planchers="plus_de", piece_manquante="demander", transfert="exiger", si_personne="sans_suite")
