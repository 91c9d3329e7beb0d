def reformuler(message, contexte):
    modele = "bonjour_prenom ia_relue comprends manque_avant_le montant apporter courriel bonne_journee"
    return [nom for nom in modele.split() if nom != "montant" or contexte["montant"]]
