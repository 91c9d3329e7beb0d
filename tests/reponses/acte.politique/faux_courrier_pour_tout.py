def politique(demande):
    return {
        "voie": "courrier",
        "identification": "courrier_justifie",
        "remise": "courrier",
        "signe": "officier",
        "prevenir": "moyen_verifie",
        "motif": "Écrivez-nous, avec vos justificatifs.",
    }
