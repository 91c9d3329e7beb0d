def plan_denvoi(messages, contexte):
    oui = contexte["approbation"]
    return {
        "combien": messages["id_personne"].count(),
        "echantillon": messages.drop_duplicates("genre")["id_personne"].unique(),
        "envoyer": oui
        and oui["par"] == "une personne habilitée"
        and oui["nombre"] == len(messages)
        and bon_moment(contexte),
        "autres_canaux": ["site", "guichet"],
    }
