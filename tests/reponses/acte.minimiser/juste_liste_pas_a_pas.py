def champs_necessaires(demande):
    champs = []
    if demande["besoin_d_un_acte"] is False:
        return champs
    if "sans" not in demande["acte"]:
        champs.append("Parents")
    deja_transmis = demande["identification"].startswith("FranceConnect") and "elle-même" in demande["lien"]
    if not deja_transmis:
        for champ in ("nom", "prénoms", "date_naissance"):
            champs.append(champ)
    if demande["remise"] == "espace sécurisé":
        champs.append(demande["contact"])
    else:
        champs.append("adresse")
    return champs
