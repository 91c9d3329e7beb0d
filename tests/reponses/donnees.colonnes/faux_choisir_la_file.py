COLONNES = choisir(
    "donnees.colonnes",
    garder=["age", "scolarise_commune", "pieces_fournies", "assurance_valide", "dans_les_delais", "code_file"],
)
