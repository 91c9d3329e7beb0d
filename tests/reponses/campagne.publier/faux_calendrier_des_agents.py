def evenements_publiables(evenements):
    return evenements[evenements["calendrier"] != "agenda des agents"]
