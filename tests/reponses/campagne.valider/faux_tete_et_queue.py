def plan_denvoi(messages, contexte):
    oui = contexte["approbation"]
    approuve = bool(oui) and oui["par"] == "une personne habilitée" and oui["nombre"] == len(messages)
    return {
        "combien": len(messages),
        "echantillon": list(messages["id_personne"].head(10)) + list(messages["id_personne"].tail(10)),
        "envoyer": approuve and bon_moment(contexte),
        "autres_canaux": ["guichet", "appel"],
    }
