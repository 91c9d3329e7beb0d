PONDERATION = dict.fromkeys(["prix", "methodo", "rgpd_ethique", "accessibilite", "environnement", "references", "transfert", "abonnes_tiktok"], 12.5)
