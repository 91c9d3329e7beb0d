def choisir_solution(mesures, besoin):
    ok = mesures[(mesures.exactitude >= besoin["exactitude_min"]) & (mesures.pire_public >= besoin["pire_public_min"])]
    if len(ok):
        return ok.sort_values("energie_wh_pour_1000").iloc[0]["solution"]
