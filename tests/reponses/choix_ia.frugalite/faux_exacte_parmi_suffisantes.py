def choisir_solution(mesures, besoin):
    assez = mesures[(mesures["exactitude"] >= besoin["exactitude_min"]) & (mesures["pire_public"] >= besoin["pire_public_min"])]
    return "aucune" if assez.empty else assez.loc[assez["exactitude"].idxmax(), "solution"]
