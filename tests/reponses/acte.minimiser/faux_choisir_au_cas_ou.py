champs_necessaires = choisir(
    "acte.minimiser",
    pas_besoin="demander_quand_meme",
    toujours=["nom", "prenoms", "date_naissance"],
    avec_filiation=["parents"],
    par_courrier=["adresse"],
    en_ligne=["contact_choisi"],
    franceconnect_plus="pas_pour_soi",
)
