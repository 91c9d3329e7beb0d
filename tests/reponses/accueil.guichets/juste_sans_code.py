part_de_refus = choisir("accueil.guichets", calcul="part_du_guichet")
