def plan_denvoi(messages, contexte):
    oui = contexte["approbation"]
    approuve = bool(oui) and oui["par"] == "une personne habilitée" and oui["nombre"] == len(messages)
    return {
        "combien": len(messages),
        "echantillon": list(messages.sample(frac=1, random_state=7).drop_duplicates("genre")["id_personne"]),
        "envoyer": approuve and bon_moment(contexte),
        "autres_canaux": ["guichet", "appel"],
    }
