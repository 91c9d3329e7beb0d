def evenements_publiables(evenements):
    print(evenements[evenements["visibilite"] == "public"])
