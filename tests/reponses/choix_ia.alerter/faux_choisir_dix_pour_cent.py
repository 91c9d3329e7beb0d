offres_a_justifier = choisir("choix_ia.alerter", comparer_a="estimation", ecart="dix_pour_cent")
