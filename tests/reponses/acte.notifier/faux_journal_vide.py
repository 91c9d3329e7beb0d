def notifier(evenement):
    return f"Il y a du nouveau sur une démarche. Pour le lire, connectez-vous : {evenement['lien_espace']}"


def journaliser(evenement):
    return {"jours_de_garde": 365}
