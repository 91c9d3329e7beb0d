def notifier(evenement):
    return f"Votre acte est prêt : {evenement['lien_espace']}"


def journaliser(evenement):
    return {cle: evenement[cle] for cle in ("demande_id", "type", "date")} | {"jours_de_garde": 365}
