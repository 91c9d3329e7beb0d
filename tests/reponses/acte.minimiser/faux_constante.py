def champs_necessaires(demande):
    return {"nom", "prenoms", "date_naissance", "adresse"}
