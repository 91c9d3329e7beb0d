def notifier(evenement):
    textes = {
        "demande_recue": "Une demande a été reçue. Vous n'en êtes pas à l'origine ?",
        "acte_pret": "Un document vous attend.",
        "demande_refusee": "Une réponse vous attend.",
    }
    return textes[evenement["type"]] + " Connectez-vous : " + evenement["lien_espace"]


def journaliser(evenement):
    ligne = {}
    ligne["demande_id"] = evenement["demande_id"]
    ligne["type"] = evenement["type"]
    ligne["date"] = evenement["date"]
    ligne["version"] = "regles-3"
    ligne["jours_de_garde"] = 90.0
    return ligne
