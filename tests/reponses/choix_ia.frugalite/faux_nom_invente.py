def choisir_solution(mesures, besoin):
    return "le formulaire"
