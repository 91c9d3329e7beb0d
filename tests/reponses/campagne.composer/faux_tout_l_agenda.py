def composer(personne, evenements):
    lignes = [f"{e.titre}, {e.lieu}, {e.date[8:]}/{e.date[5:7]}" for e in evenements.itertuples()]
    return "Mairie : " + " ; ".join(lignes) + ". Vous avez accepté l'agenda culturel. STOP pour arrêter."
