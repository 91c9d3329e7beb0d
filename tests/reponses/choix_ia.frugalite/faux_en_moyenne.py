def choisir_solution(mesures, besoin):
    assez = mesures[mesures["exactitude"] >= besoin["exactitude_min"]]
    return "aucune" if assez.empty else assez.loc[assez["energie_wh_pour_1000"].idxmin(), "solution"]
