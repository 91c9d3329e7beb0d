import random


def reformuler(message, contexte):
    faits = ["manque", "avant_le", *(["montant"] if contexte["montant"] else [])]
    saluer = random.SystemRandom().choice(["bonjour", "bonjour_prenom"])
    return [saluer, "ia", *faits, "apporter", "envoyer", "telephone", "cordialement"]
