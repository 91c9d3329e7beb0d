def notifier(evenement):
    return evenement["lien_espace"]


def journaliser(evenement):
    return {cle: evenement[cle] for cle in ("demande_id", "type", "date")} | {"jours_de_garde": 365}
