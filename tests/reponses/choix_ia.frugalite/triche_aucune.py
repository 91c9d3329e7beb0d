def choisir_solution(mesures, besoin):
    return "aucune"
