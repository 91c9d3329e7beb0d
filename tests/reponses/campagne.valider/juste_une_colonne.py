def plan_denvoi(messages, contexte):
    accord = contexte["approbation"] or {}
    humain = accord.get("par") == "une personne habilitée" and accord.get("nombre") == len(messages)
    return {
        "combien": len(messages),
        "echantillon": messages.drop_duplicates("genre")["id_personne"],
        "envoyer": humain and bon_moment(contexte),
        "autres_canaux": ["affiche", "guichet", "appel"],
    }
