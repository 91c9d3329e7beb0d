destinataires = choisir(
    "campagne.consentir",
    accord="dernier_mot_ce_canal",
    ordre="date_de_l_evenement",
    preuve="preuves_valables",
    ecarter=["trop_jeunes", "partis_ou_decedes", "contacts_non_verifies", "contacts_en_double"],
)
