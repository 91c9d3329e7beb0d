destinataires = choisir("campagne.consentir", accord="tout_le_fichier", ordre="ordre_de_saisie", preuve="sans_regarder", ecarter=[])
