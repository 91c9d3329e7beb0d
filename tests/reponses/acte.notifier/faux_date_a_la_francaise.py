def notifier(evenement):
    return f"Il y a du nouveau sur une démarche. Pour le lire, connectez-vous : {evenement['lien_espace']}"


def journaliser(evenement):
    annee, mois, jour = evenement["date_naissance"].split("-")
    ligne = {cle: evenement[cle] for cle in ("demande_id", "type", "date")}
    return ligne | {"jours_de_garde": 365, "qui": f"né le {jour}/{mois}/{annee}"}
