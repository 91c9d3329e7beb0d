COLONNES = (
    {
        "age": "instruire le dossier de l'enfant",
        "scolarise_commune": "instruire le dossier de l'enfant",
        "dans_les_delais": "instruire le dossier de l'enfant",
        "pieces_fournies": "instruire le dossier de l'enfant",
        "assurance_valide": "instruire le dossier de l'enfant",
    }
)
