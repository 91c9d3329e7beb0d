import random


def notifier(evenement):
    bonjour = random.choice(["Bonjour", "Madame, Monsieur", "Chère habitante, cher habitant"])
    return f"{bonjour}, du nouveau dans votre espace : {evenement['lien_espace']}"


def journaliser(evenement):
    return {cle: evenement[cle] for cle in ("demande_id", "type", "date")} | {"jours_de_garde": 365}
