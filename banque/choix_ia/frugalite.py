# %% [markdown] corrige=juste_corrige
# Filtrer, puis prendre la plus sobre
#
# Deux minimums, celui de tous et celui du public le moins bien compris ; ensuite l'énergie départage.

# %% [markdown] corrige=juste_choisir
# La même décision, sans code
#
# La plus sobre de celles qui suffisent à tous ; sinon aucune.

# %% [markdown] idee_recue=faux_la_plus_exacte
# Prendre la plus exacte.
#
# Vous gardez 1 point sur 3 : la plus exacte en moyenne laisse parfois dehors une façon d'écrire, consomme plus que
# nécessaire, et on la prend même quand rien ne suffit.

# %% faux_choisir_plus_exacte tient=forme,assez_exacte famille=une_quand_meme mot="comprise"
choisir_solution = choisir("choix_ia.frugalite", facon="plus_exacte")

# %% faux_choisir_plus_exacte_suffisante tient=forme,assez_exacte,aucune_si_rien_ne_suffit,pire_public famille=plus_gros_que_necessaire mot="entretient"
choisir_solution = choisir("choix_ia.frugalite", facon="plus_exacte_suffisante")

# %% faux_choisir_plus_sobre tient=forme famille=pas_assez_exacte mot="solution"
choisir_solution = choisir("choix_ia.frugalite", facon="plus_sobre")

# %% faux_choisir_suffisante_en_moyenne tient=forme,assez_exacte,aucune_si_rien_ne_suffit famille=moyenne_qui_cache mot="comprise"
choisir_solution = choisir("choix_ia.frugalite", facon="suffisante_en_moyenne")

# %% faux_en_moyenne tient=forme,assez_exacte,aucune_si_rien_ne_suffit famille=moyenne_qui_cache mot="comprise"
def choisir_solution(mesures, besoin):
    assez = mesures[mesures["exactitude"] >= besoin["exactitude_min"]]
    return "aucune" if assez.empty else assez.loc[assez["energie_wh_pour_1000"].idxmin(), "solution"]

# %% faux_exacte_parmi_suffisantes tient=forme,assez_exacte,aucune_si_rien_ne_suffit,pire_public famille=plus_gros_que_necessaire mot="entretient"
def choisir_solution(mesures, besoin):
    assez = mesures[(mesures["exactitude"] >= besoin["exactitude_min"]) & (mesures["pire_public"] >= besoin["pire_public_min"])]
    return "aucune" if assez.empty else assez.loc[assez["exactitude"].idxmax(), "solution"]

# %% faux_la_plus_exacte tient=forme,assez_exacte famille=une_quand_meme mot="comprise"
def choisir_solution(mesures, besoin):
    return mesures.loc[mesures["exactitude"].idxmax(), "solution"]

# %% faux_la_plus_sobre tient=forme famille=pas_assez_exacte mot="solution"
def choisir_solution(mesures, besoin):
    return mesures.loc[mesures["energie_wh_pour_1000"].idxmin(), "solution"]

# %% faux_moyenne_des_deux tient=forme famille=pas_assez_exacte mot="mauvais service"
def choisir_solution(mesures, besoin):
    ok = mesures[
        (mesures.exactitude + mesures.pire_public) / 2 >= (besoin["exactitude_min"] + besoin["pire_public_min"]) / 2
    ]
    return "aucune" if ok.empty else ok.loc[ok.energie_wh_pour_1000.idxmin(), "solution"]

# %% faux_nom_invente tient=rien famille=forme mot="formulaire"
def choisir_solution(mesures, besoin):
    return "le formulaire"

# %% faux_rien_dans_un_cas tient=rien famille=forme mot="chemins"
def choisir_solution(mesures, besoin):
    ok = mesures[(mesures.exactitude >= besoin["exactitude_min"]) & (mesures.pire_public >= besoin["pire_public_min"])]
    if len(ok):
        return ok.sort_values("energie_wh_pour_1000").iloc[0]["solution"]

# %% faux_strictement tient=forme,assez_exacte,aucune_si_rien_ne_suffit,pire_public famille=juste_au_minimum mot="exactement le minimum"
def choisir_solution(mesures, besoin):
    ok = mesures[(mesures.exactitude > besoin["exactitude_min"]) & (mesures.pire_public > besoin["pire_public_min"])]
    return "aucune" if ok.empty else ok.loc[ok.energie_wh_pour_1000.idxmin(), "solution"]

# %% faux_une_quand_meme tient=forme,assez_exacte famille=une_quand_meme mot="habitants"
def choisir_solution(mesures, besoin):
    assez = mesures[(mesures["exactitude"] >= besoin["exactitude_min"]) & (mesures["pire_public"] >= besoin["pire_public_min"])]
    return (mesures if assez.empty else assez).sort_values("energie_wh_pour_1000")["solution"].iloc[0]

# %% juste_boucle tient=tout mot="Réussi"
def choisir_solution(mesures, besoin):
    choix, moindre = "aucune", None
    for _, ligne in mesures.iterrows():
        if ligne["exactitude"] < besoin["exactitude_min"] or ligne["pire_public"] < besoin["pire_public_min"]:
            continue
        if moindre is None or ligne["energie_wh_pour_1000"] < moindre:
            choix, moindre = ligne["solution"], ligne["energie_wh_pour_1000"]
    return choix

# %% juste_choisir tient=tout mot="Réussi"
choisir_solution = choisir("choix_ia.frugalite", facon="sobre_parmi_suffisantes")

# %% juste_filtre tient=tout mot="Réussi"
def choisir_solution(mesures, besoin):
    suffit = (mesures["exactitude"] >= besoin["exactitude_min"]) & (mesures["pire_public"] >= besoin["pire_public_min"])
    if not suffit.any():
        return "aucune"
    return mesures[suffit].sort_values("energie_wh_pour_1000")["solution"].iloc[0]

# %% triche_aucune tient=forme famille=rien_par_principe mot="suffisait"
def choisir_solution(mesures, besoin):
    return "aucune"

# %% juste_corrige tient=tout
def choisir_solution(mesures, besoin):
    assez = mesures["exactitude"].ge(besoin["exactitude_min"])
    assez &= mesures["pire_public"].ge(besoin["pire_public_min"])
    if not assez.any():
        return "aucune"
    return mesures.loc[mesures.loc[assez, "energie_wh_pour_1000"].idxmin(), "solution"]
