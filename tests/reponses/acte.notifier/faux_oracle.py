def notifier(evenement):
    if not evenement["personne_existe"]:
        return "Aucun acte à ce nom. Vérifiez sur " + evenement["lien_espace"]
    return "Il y a du nouveau sur une démarche : " + evenement["lien_espace"]


def journaliser(evenement):
    return {cle: evenement[cle] for cle in ("demande_id", "type", "date")} | {"jours_de_garde": 365}
