def destinataires(personnes, consentements, campagne):
    c = consentements
    ici = c[(c["finalite"] == campagne["finalite"]) & (c["canal"] == campagne["canal"])]
    avant = ici[ici["date"] <= campagne["date"]]
    dernier = avant.sort_values("date").drop_duplicates("id_personne", keep="last")
    oui = dernier[dernier["accord"] & dernier["preuve"].isin(campagne["preuves_valables"])]
    gens = personnes[personnes["id_personne"].isin(oui["id_personne"])]
    contact = campagne["contact"]
    gens = gens.drop_duplicates(contact)
    gens = gens[(gens[contact] != "") & gens[contact + "_verifie"] & ~gens["parti_ou_decede"]]
    gens = gens[ages(gens, campagne["date"]) >= campagne["age_minimum"]]
    return gens
