def notifier(evenement):
    return f"Il y a du nouveau sur une démarche. Pour le lire, connectez-vous : {evenement['lien_espace']}"


def journaliser(evenement):
    return {cle: evenement[cle] for cle in ("demande_id", "type", "date")} | {
        "qui": evenement["courriel"].split("@")[0],
        "jours_de_garde": 365,
    }
