COLONNES = (
    # VOTRE CODE ICI
    ...
)
# Sans écrire de phrases : exécutez options("donnees.colonnes"), puis retirez le # et complétez.
COLONNES = choisir(
    "donnees.colonnes",
    garder=["age", "scolarise_commune", "pieces_fournies", "assurance_valide", "dans_les_delais"],
)
