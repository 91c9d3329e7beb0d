PONDERATION = {"prix": 40, "methodo": 40, "environnement": 10, "abonnes_tiktok": 10}
