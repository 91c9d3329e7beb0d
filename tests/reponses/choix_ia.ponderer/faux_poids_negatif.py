PONDERATION = {"prix": 60, "methodo": 50, "environnement": 10, "abonnes_tiktok": -20}
