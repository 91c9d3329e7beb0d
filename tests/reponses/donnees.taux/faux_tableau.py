def taux_de_refus(archives, par):
    archives["refus"] = archives["decision"] == "refuse"
    return archives.groupby(par).agg({"refus": "mean"})
