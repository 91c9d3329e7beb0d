def composer(personne, evenements):
    return "Mairie : sortez ! Vous avez accepté cet agenda. STOP."
