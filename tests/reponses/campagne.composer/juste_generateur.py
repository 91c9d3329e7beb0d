def composer(personne, evenements):
    yield "Mairie"
    aimees = evenements[[t in personne["interets"].split(", ") for t in evenements["theme"]]]
    yield from (aimees if len(aimees) else evenements)["id"].head(1)
    yield "Accord"
    yield "Stop"
