def evenements_publiables(evenements):
    garde = evenements.query("visibilite == 'public' and valide_par != ''")
    return garde.reset_index(drop=True)[["id", "titre"]]
