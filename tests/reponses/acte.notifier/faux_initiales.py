def notifier(evenement):
    initiales = evenement["prenom"][0] + evenement["nom"][0]
    return f"{initiales}, du nouveau sur une démarche. Connectez-vous : {evenement['lien_espace']}"


def journaliser(evenement):
    return {cle: evenement[cle] for cle in ("demande_id", "type", "date")} | {"jours_de_garde": 365}
