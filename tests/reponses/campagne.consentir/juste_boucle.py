def destinataires(personnes, consentements, campagne):
    etat = {}
    for e in consentements.sort_values("date").to_dict("records"):
        if e["finalite"] == campagne["finalite"] and e["canal"] == campagne["canal"] and e["date"] <= campagne["date"]:
            etat[e["id_personne"]] = e["accord"] and e["preuve"] in campagne["preuves_valables"]
    vus, lignes = set(), []
    for p, age in zip(personnes.to_dict("records"), ages(personnes, campagne["date"]), strict=True):
        numero = p[campagne["contact"]]
        if not etat.get(p["id_personne"]) or not numero or numero in vus or p["parti_ou_decede"]:
            continue
        if not p[campagne["contact"] + "_verifie"] or age < campagne["age_minimum"]:
            continue
        vus.add(numero)
        lignes.append(p)
    return pd.DataFrame(lignes).set_index("id_personne")
