def champs_necessaires(demande):
    if not demande["besoin_d_un_acte"]:
        return set()
    champs = {"nom", "prenoms", "date_naissance"}
    if demande["identification"] == "FranceConnect+" and demande["lien"] == "la personne elle-même":
        champs = set()
    if demande["acte"] != "extrait sans filiation":
        champs = champs | {"parents"}
    return champs | ({"adresse"} if demande["remise"] == "courrier" else {"telephone", "courriel"})
