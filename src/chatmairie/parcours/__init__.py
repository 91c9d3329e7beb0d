"""La trace d'une personne : sa progression, son dossier de travail, sa sauvegarde, son numéro."""
