def destinataires(personnes, consentements, campagne):
    c = consentements.assign(quand=pd.to_datetime(consentements["date"]))
    c = c[c["finalite"].eq(campagne["finalite"]) & c["canal"].eq(campagne["canal"])]
    c = c[c["quand"] <= pd.Timestamp(campagne["date"])]
    derniers = c.loc[c.groupby("id_personne")["quand"].idxmax()]
    valables = set(campagne["preuves_valables"])
    oui = {e.id_personne for e in derniers.itertuples() if e.accord and e.preuve in valables}
    contact = campagne["contact"]
    table = personnes.assign(age=ages(personnes, campagne["date"]))
    table = table.query("age >= @campagne['age_minimum'] and not parti_ou_decede")
    table = table[table["id_personne"].isin(oui) & table[contact].ne("") & table[f"{contact}_verifie"]]
    return table.groupby(contact, as_index=False).first()[["id_personne", contact]]
