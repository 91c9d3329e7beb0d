def decider(avis, dossiers):
    regles = appliquer_reglement(dossiers)

    def une_decision(ligne):
        if not ligne["complet"]:
            return "À compléter"
        return "Accepter" if ligne["recevable"] else "Agent"

    return regles.apply(une_decision, axis=1).sort_index(ascending=False).astype("category")
