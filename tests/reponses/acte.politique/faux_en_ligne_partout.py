def politique(demande):
    r = {
        "voie": "en_ligne",
        "identification": "aucune",
        "remise": "courrier",
        "signe": "officier",
        "prevenir": "moyen_verifie",
        "motif": "Votre demande est transmise.",
    }
    f, m = demande["fiche"], demande["moyens"]
    if demande["usage"] in f["sans_acte"]:
        return r | {"voie": "pas_besoin", "remise": "aucune", "motif": "L'administration le demandera."}
    if demande["acte"] == "extrait sans filiation":
        return r
    if demande["lien"] not in f["ayants_droit"]:
        return r | {"voie": "refus", "remise": "aucune", "motif": "Réservé à la famille proche."}
    if "franceconnect_plus" in m:
        return r | {"identification": "franceconnect_plus", "remise": "espace_securise"}
    if "piece_au_guichet" in m:
        return r | {"identification": "piece_au_guichet", "remise": "guichet"}
    return r | {"identification": "courrier_justifie"}
