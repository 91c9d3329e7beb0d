def plan_denvoi(messages, contexte):
    return {
        "combien": len(messages),
        "echantillon": list(messages.groupby("genre").head(2)["id_personne"]),
        "envoyer": False,
        "autres_canaux": ["affiche", "guichet", "appel"],
    }
