def champs_necessaires(demande):
    demande["besoin_d_un_acte"] = False
    demande["remise"] = "aucune"
    return set()
