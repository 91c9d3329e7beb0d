def choisir_solution(mesures, besoin):
    return mesures.loc[mesures["energie_wh_pour_1000"].idxmin(), "solution"]
