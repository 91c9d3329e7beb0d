def politique(demande):
    reponse = {"voie": "courrier", "identification": "aucune", "remise": "courrier", "signe": "officier"}
    reponse |= {"prevenir": "moyen_verifie", "motif": "Votre demande est transmise à l'officier d'état civil."}
    fiche, moyens = demande["fiche"], demande["moyens"]
    if demande["usage"] in fiche["sans_acte"]:
        return reponse | {"voie": "pas_besoin", "remise": "aucune", "motif": "Aucun acte n'est nécessaire."}
    if demande["acte"] == "extrait sans filiation":
        return reponse
    if demande["lien"] not in fiche["ayants_droit"]:
        return reponse | {"voie": "refus", "remise": "aucune", "motif": reponse["motif"]}
    if "franceconnect_plus" in moyens:
        return reponse | {"voie": "en_ligne", "identification": "franceconnect_plus", "remise": "espace_securise"}
    if "piece_au_guichet" in moyens:
        return reponse | {"voie": "guichet", "identification": "piece_au_guichet", "remise": "guichet"}
    return reponse | {"identification": "courrier_justifie"}
