def destinataires(personnes, consentements, campagne):
    non = consentements[~consentements["accord"]]
    gens = personnes[~personnes["id_personne"].isin(non["id_personne"])]
    contact = campagne["contact"]
    gens = gens[(gens[contact] != "") & gens[contact + "_verifie"] & ~gens["parti_ou_decede"]]
    gens = gens[ages(gens, campagne["date"]) >= campagne["age_minimum"]]
    return gens.drop_duplicates(contact)
