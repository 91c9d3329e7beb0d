REGLES = {
    "bonjour": lambda c: True,
    "ia": lambda c: True,
    "manque": lambda c: True,
    "avant_le": lambda c: True,
    "montant": lambda c: c["montant"] is not None,
    "excuses": lambda c: True,
    "apporter": lambda c: True,
    "courriel": lambda c: True,
    "telephone": lambda c: True,
    "cordialement": lambda c: True,
}


def reformuler(message, contexte):
    return tuple(nom for nom, vrai in REGLES.items() if vrai(contexte))
