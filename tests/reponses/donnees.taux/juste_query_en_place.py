def taux_de_refus(archives, par):
    archives["compte"] = 1
    refus = archives.query("decision == 'refuse'").groupby(par)["compte"].sum()
    tous = archives.groupby(par)["compte"].sum()
    return (refus / tous).fillna(0)
