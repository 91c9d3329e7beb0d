def choisir_solution(mesures, besoin):
    suffit = (mesures["exactitude"] >= besoin["exactitude_min"]) & (mesures["pire_public"] >= besoin["pire_public_min"])
    if not suffit.any():
        return "aucune"
    return mesures[suffit].sort_values("energie_wh_pour_1000")["solution"].iloc[0]
