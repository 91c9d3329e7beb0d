def reformuler(message, contexte):
    c = contexte
    montant = f"Le montant est de {c['montant']}. " if c["montant"] else ""
    return (
        f"Bonjour, ici une IA. Pour {c['demarche']}, il manque {c['piece']}. La date limite est le {c['date_limite']}. "
        f"{montant}Apporte-la ici : {c['lieu']}. Envoie-la sinon à {c['courriel']}. "
        f"Une personne répond au {c['telephone']}. Cordialement."
    )
