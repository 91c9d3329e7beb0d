def plan_denvoi(messages, contexte):
    oui = contexte["approbation"]
    approuve = bool(oui) and oui["par"] == "une personne habilitée" and oui["nombre"] == len(messages)
    return {
        "combien": len(messages),
        "echantillon": [
            i
            for genre in ("goûts déclarés", "agenda général", "sans sortie de ce goût")
            for i in messages.loc[messages["genre"] == genre, "id_personne"].head(2)
        ],
        "envoyer": approuve and bon_moment(contexte),
        "autres_canaux": ["guichet", "appel"],
    }
