PHRASES = {
    "demande_recue": "Votre demande a été reçue",
    "acte_pret": "Votre document est prêt",
    "demande_refusee": "Une réponse vous attend",
}


def notifier(evenement):
    return PHRASES[evenement["type"]] + ". La suite dans votre espace : " + evenement["lien_espace"]


def journaliser(evenement):
    ligne = dict(service="état civil", jours_de_garde=90)
    for cle in ["demande_id", "type", "date"]:
        ligne[cle] = evenement[cle]
    return ligne
