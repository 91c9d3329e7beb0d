def politique(demande):
    demande["moyens"].append("franceconnect_plus")
    demande["fiche"]["ayants_droit"].append(demande["lien"])
    return {
        "voie": "en_ligne", "identification": "franceconnect_plus", "remise": "espace_securise", "signe": "officier",
        "prevenir": "moyen_verifie", "motif": "Tout le monde a FranceConnect+ maintenant.",
    }
