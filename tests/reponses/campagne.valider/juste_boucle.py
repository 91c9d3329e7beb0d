def plan_denvoi(messages, contexte):
    vus, a_lire = {}, []
    for i, genre in zip(messages["id_personne"], messages["genre"], strict=True):
        vus[genre] = vus.get(genre, 0) + 1
        if vus[genre] <= 3:
            a_lire.append(i)
    envoyer = False
    if contexte["approbation"] and bon_moment(contexte):
        if contexte["approbation"]["par"] == "une personne habilitée":
            envoyer = contexte["approbation"]["nombre"] == messages.shape[0]
    return {"combien": messages.shape[0], "echantillon": tuple(a_lire), "envoyer": envoyer, "autres_canaux": {"Appel", "site"}}
