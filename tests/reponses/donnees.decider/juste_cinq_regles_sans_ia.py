def decider(avis, dossiers):
    """Pas d'IA : les cinq règles du règlement, ligne par ligne. L'avis ne sert à rien."""
    assez_de_pieces = dossiers["pieces_fournies"] >= 4
    complet = assez_de_pieces & dossiers["assurance_valide"]
    dans_la_regle = dossiers["age"].between(3, 11) & dossiers["scolarise_commune"] & dossiers["dans_les_delais"]
    decisions = pd.Series("agent", index=dossiers.index)
    decisions.loc[dans_la_regle & ~complet] = "a_completer"
    decisions.loc[dans_la_regle & complet] = "accepter"
    return decisions
