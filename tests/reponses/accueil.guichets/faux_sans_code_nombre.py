part_de_refus = choisir("accueil.guichets", calcul="nombre")
