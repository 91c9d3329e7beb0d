def reformuler(message, contexte):
    c = contexte
    montant = f" avec {c['montant']}" if c["montant"] else ""
    return (
        f"Bonjour, je suis une IA et je vous écris parce que pour {c['demarche']} il manque {c['piece']} que vous pouvez "
        f"apporter avant le {c['date_limite']}{montant} au {c['lieu']} ou envoyer à {c['courriel']} ou demander à une "
        f"personne au {c['telephone']} qui vous répondra, cordialement."
    )
