TOUT = {
    "nom", "prenoms", "date_naissance", "lieu_naissance", "parents", "adresse", "telephone", "courriel",
    "nationalite", "situation_familiale", "motif", "photo_piece",
}


def champs_necessaires(demande):
    return TOUT
