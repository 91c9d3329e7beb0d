def composer(personne, evenements):
    mois = {"01": "janvier", "02": "février", "03": "mars", "04": "avril", "05": "mai", "06": "juin", "07": "juillet"}
    gouts = set(personne["interets"].replace(" ", "").split(","))
    a_montrer = [e for e in evenements.to_dict("records") if e["theme"] in gouts][:2] or evenements.head(2).to_dict("records")
    morceaux = []
    for e in a_montrer:
        _, m, j = e["date"].split("-")
        morceaux.append(f"{e['titre']} le {int(j)} {mois.get(m, m)}, {e['lieu']}")
    return "La ville vous invite : " + " ; ".join(morceaux) + ". Vous l'avez demandé au guichet ou en ligne. Pour dire non : STOP"
