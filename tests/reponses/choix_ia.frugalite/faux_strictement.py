def choisir_solution(mesures, besoin):
    ok = mesures[(mesures.exactitude > besoin["exactitude_min"]) & (mesures.pire_public > besoin["pire_public_min"])]
    return "aucune" if ok.empty else ok.loc[ok.energie_wh_pour_1000.idxmin(), "solution"]
