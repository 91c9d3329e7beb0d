def notifier(evenement):
    return "Il y a du nouveau sur une démarche. Connectez-vous : https://mairie.example/espace"


def journaliser(evenement):
    return {cle: evenement[cle] for cle in ("demande_id", "type", "date")} | {"jours_de_garde": 365}
