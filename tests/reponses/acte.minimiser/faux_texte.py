def champs_necessaires(demande):
    return "nom"
