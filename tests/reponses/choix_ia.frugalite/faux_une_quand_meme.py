def choisir_solution(mesures, besoin):
    assez = mesures[(mesures["exactitude"] >= besoin["exactitude_min"]) & (mesures["pire_public"] >= besoin["pire_public_min"])]
    return (mesures if assez.empty else assez).sort_values("energie_wh_pour_1000")["solution"].iloc[0]
