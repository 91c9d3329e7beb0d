COLONNES = (
    {
        "age": "vérifier que l'enfant a l'âge de l'activité",
    }
)
