def ecarter(archives):
    """Toutes les lignes, avec `raison_ecart` : "" si l'on garde, sinon une phrase courte."""
    # VOTRE CODE ICI
    ...


def rapprocher(table):
    """Une ligne par (id_enfant, activite, annee) : celle de la vraie décision."""
    # VOTRE CODE ICI
    ...


# Sans code : exécutez options("donnees.ecarter"), puis retirez le # de la ligne suivante et complétez-la.
ecarter, rapprocher = choisir(
    "donnees.ecarter", lignes=["personne_n_a_instruit", "critere_abandonne"], doubles="derniere_vraie_decision"
)
