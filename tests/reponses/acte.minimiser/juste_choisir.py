champs_necessaires = choisir(
    "acte.minimiser",
    pas_besoin="ne_rien_demander",
    toujours=["nom", "prenoms", "date_naissance"],
    avec_filiation=["parents"],
    par_courrier=["adresse"],
    en_ligne=["contact_choisi"],
    franceconnect_plus="pas_pour_soi",
)
