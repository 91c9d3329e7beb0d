LIEUX = ["théâtre municipal", "médiathèque", "kiosque du parc", "salle des fêtes", "musée", "halle du marché"]


def evenements_publiables(evenements):
    return evenements[evenements["lieu"].isin(LIEUX) & (evenements["visibilite"] == "public")]
