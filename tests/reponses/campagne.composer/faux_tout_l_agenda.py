def composer(personne, evenements):
    lignes = [f"{t}, {l}, {d[8:]}/{d[5:7]}" for t, l, d in zip(evenements["titre"], evenements["lieu"], evenements["date"])]
    return "Mairie : " + " ; ".join(lignes) + ". Vous avez accepté l'agenda culturel. STOP pour arrêter."
