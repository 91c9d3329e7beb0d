def composer(personne, evenements):
    aimes = set(personne["interets"].replace(" ", "").split(","))
    fiches = evenements.to_dict("records")
    retenues = [f["id"] for f in fiches if f["theme"] in aimes][:2] or [fiches[0]["id"]]
    return ["bonjour", "ville"] + retenues + ["accord", "stop"]
