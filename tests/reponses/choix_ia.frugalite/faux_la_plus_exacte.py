def choisir_solution(mesures, besoin):
    return mesures.loc[mesures["exactitude"].idxmax(), "solution"]
