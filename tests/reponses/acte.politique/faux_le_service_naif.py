def politique(demande):
    return {
        "voie": "en_ligne", "identification": "code_numero_tape", "remise": "courriel", "signe": "chatmairie",
        "prevenir": "contact_tape", "motif": "Votre acte part tout de suite.",
    }
