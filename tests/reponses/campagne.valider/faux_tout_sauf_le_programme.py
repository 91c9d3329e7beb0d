def plan_denvoi(messages, contexte):
    oui = contexte["approbation"]
    approuve = bool(oui) and oui["par"] != "le programme" and oui["nombre"] == len(messages)
    return {
        "combien": len(messages),
        "echantillon": list(messages.groupby("genre").head(2)["id_personne"]),
        "envoyer": approuve and bon_moment(contexte),
        "autres_canaux": ["guichet", "appel"],
    }
