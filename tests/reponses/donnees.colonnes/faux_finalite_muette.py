COLONNES = (
    {
        "age": "utile",
        "scolarise_commune": "utile",
        "dans_les_delais": "utile",
        "pieces_fournies": "utile",
        "assurance_valide": "utile",
    }
)
