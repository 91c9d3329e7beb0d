def reformuler(message, contexte):
    yield "Bonjour"
    yield "ia"
    yield "merci"
    yield "manque avant le"
    if contexte["montant"]:
        yield "montant"
    yield "envoyer"
    yield "guichet"
    yield "bonne journée"
