def reformuler(message, contexte):
    c = contexte
    montant = f"Le montant est de {c['montant']}. " if c["montant"] else ""
    reponse = (
        "Bonjour, la mairie vous répond. "
        f"Pour {c['demarche']}, il manque {c['piece']}. La date limite est le {c['date_limite']}. {montant}"
        f"Vous pouvez l'apporter ici : {c['lieu']}. Vous pouvez aussi l'envoyer à {c['courriel']}. "
        f"Pour parler à une personne, {c['agent']} vous répond au {c['telephone']}. Cordialement."
    )
    return reponse
