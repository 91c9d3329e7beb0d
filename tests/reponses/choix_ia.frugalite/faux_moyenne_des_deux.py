def choisir_solution(mesures, besoin):
    ok = mesures[
        (mesures.exactitude + mesures.pire_public) / 2 >= (besoin["exactitude_min"] + besoin["pire_public_min"]) / 2
    ]
    return "aucune" if ok.empty else ok.loc[ok.energie_wh_pour_1000.idxmin(), "solution"]
