def evenements_publiables(evenements):
    lignes = []
    for ligne in evenements.to_dict("records"):
        if ligne["visibilite"].strip().lower() == "public" and ligne["valide_par"]:
            lignes.append(ligne)
    return pd.DataFrame(lignes).set_index("id")
