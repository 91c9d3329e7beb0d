MOIS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()


def composer(personne, evenements):
    gouts = {g.strip() for g in personne["interets"].split(",")}
    pour_elle = [e for _, e in evenements.iterrows() if e["theme"] in gouts]
    e = pour_elle[-1] if pour_elle else evenements.iloc[-1]
    lignes = [
        f"Bonjour {personne['prenom']},",
        f"La mairie vous propose « {e['titre']} » ({e['lieu']}) le {int(e['date'][8:])} {MOIS[int(e['date'][5:7]) - 1]} à {e['heure']}.",
        "Vous recevez ce message car vous avez dit oui à l'agenda culturel.",
        "Bonne journée ! Pour ne plus rien recevoir, répondez STOP.",
    ]
    return "\n".join(lignes)
