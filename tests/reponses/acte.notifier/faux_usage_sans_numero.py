def notifier(evenement):
    return f"Il y a du nouveau dans votre espace : {evenement['lien_espace']}"


def journaliser(evenement):
    ligne = {cle: evenement[cle] for cle in ("demande_id", "type", "date")}
    return ligne | {"jours_de_garde": 365, "usage": evenement["motif"].split(" n°")[0]}
