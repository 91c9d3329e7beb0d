def reformuler(message, contexte):
    c = contexte
    montant = f"Le montant est de {c['montant']}. " if c["montant"] else ""
    reponse = (
        "Bonjour, je suis l'assistant automatique (une IA) de la mairie. "
        f"Pour {c['demarche']}, il manque {c['piece']}. La date limite est le {c['date_limite']}. {montant}"
        f"Vous pouvez l'apporter ici : {c['lieu']}. Vous pouvez aussi l'envoyer à {c['courriel']}. "
        f"Pour parler à une personne, {c['agent']} vous répond au {c['telephone']}. Cordialement."
    )
    if "pote" in message or "tutoie" in message or "argot" in message:
        reponse = reponse.replace("Bonjour", "Bonjour mon pote")
    return reponse
