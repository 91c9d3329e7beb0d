def champs_necessaires(demande):
    besoin = demande["besoin_d_un_acte"]
    return {"nom": besoin, "prenoms": besoin, "date_naissance": besoin, "adresse": demande["remise"] == "courrier"}
