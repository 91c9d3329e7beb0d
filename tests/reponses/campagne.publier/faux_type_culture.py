def evenements_publiables(evenements):
    return evenements[evenements["type"] == "culture"]
