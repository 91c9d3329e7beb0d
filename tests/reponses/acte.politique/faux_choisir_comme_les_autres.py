politique = choisir(
    "acte.politique",
    usage_sans_acte="pas_besoin",
    extrait_sans_filiation="comme_les_autres",
    lien_sans_droit="refus",
    preuves_acceptees=["franceconnect_plus", "piece_au_guichet", "courrier_justifie"],
    remise="espace_securise",
    signe="officier",
    prevenir="moyen_verifie",
)
