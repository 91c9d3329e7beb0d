def destinataires(personnes, consentements, campagne):
    c = consentements
    ici = c[(c["finalite"] == campagne["finalite"]) & (c["canal"] == campagne["canal"])]
    avant = ici[ici["date"] <= campagne["date"]]
    dernier = avant.sort_values("date").groupby("id_personne").tail(1)
    dernier = dernier[dernier["preuve"].isin(campagne["preuves_valables"])]
    gens = personnes.merge(dernier[dernier["accord"]][["id_personne"]], on="id_personne")
    contact = campagne["contact"]
    gens = gens[(gens[contact] != "") & gens[contact + "_verifie"] & ~gens["parti_ou_decede"]]
    gens = gens[ages(gens, campagne["date"]) >= campagne["age_minimum"]]
    return gens[~gens[contact].duplicated(keep="last")].sample(frac=1, random_state=0)
