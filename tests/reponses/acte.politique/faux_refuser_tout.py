def politique(demande):
    return {
        "voie": "refus", "identification": "aucune", "remise": "aucune", "signe": "officier",
        "prevenir": "moyen_verifie", "motif": "Ce service est fermé, par prudence.",
    }
