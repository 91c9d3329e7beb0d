COLONNES = (
    {
        "age": "vérifier que l'enfant a l'âge de l'activité",
        "scolarise_commune": "vérifier qu'il est scolarisé dans la commune",
        "dans_les_delais": "vérifier que la demande est arrivée à temps",
        "pieces_fournies": "vérifier que le dossier a assez de pièces",
        "assurance_valide": "vérifier qu'il est assuré pendant l'activité",
        "naissance": "calculer l'âge de l'enfant",
    }
)
