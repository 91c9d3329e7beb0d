def reformuler(message, contexte):
    c = contexte
    return f"Bonjour, il manque {c['piece']} avant le {c['date_limite']}. Cordialement."
