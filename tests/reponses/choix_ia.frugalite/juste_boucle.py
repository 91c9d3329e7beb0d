def choisir_solution(mesures, besoin):
    choix, moindre = "aucune", None
    for _, ligne in mesures.iterrows():
        if ligne["exactitude"] < besoin["exactitude_min"] or ligne["pire_public"] < besoin["pire_public_min"]:
            continue
        if moindre is None or ligne["energie_wh_pour_1000"] < moindre:
            choix, moindre = ligne["solution"], ligne["energie_wh_pour_1000"]
    return choix
