def notifier(evenement):
    return f"Bonjour {evenement['prenom']}, il y a du nouveau sur une démarche. Pour le lire, connectez-vous : {evenement['lien_espace']}"


def journaliser(evenement):
    return {cle: evenement[cle] for cle in ("demande_id", "type", "date")} | {"jours_de_garde": 365}
