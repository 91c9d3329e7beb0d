# %% [markdown] corrige=juste_six_cinq_dix
# Six chiffres, cinq essais, dix minutes
#
# Environ cinq chances sur dix mille d'être deviné en cent demandes ; dix minutes laissent le temps à un SMS venu de
# loin ; le guichet et le courrier restent ouverts.

# %% [markdown] corrige=juste_cinq_minutes_que_l_on_prolonge
# Moins de temps, mais du temps sur demande
#
# Cinq minutes suffisent si la personne peut en demander plus : c'est aussi ce que demandent les règles
# d'accessibilité (WCAG 2.2.1).

# %% [markdown] idee_recue=faux_plus_long_dans_le_chat
# Allonger le code, et le laisser dans le chat.
#
# Vous gardez 1,5 point sur 3 : qui connaît les proches de Camille ne devine rien, il lit. Huit chiffres se recopient
# aussi bien que quatre.

# %% juste_cinq_minutes_que_l_on_prolonge tient=tout
REGLAGE_CODE = {
    "longueur": 7,
    "essais": 4,
    "duree_min": 5.0,
    "envoye_a": "contact_verifie",
    "lie_a": "demande",
    "prolonger": True,
    "autre_voie": "guichet_et_courrier",
}

# %% juste_huit_chiffres tient=tout
REGLAGE_CODE = {
    "longueur": 8,
    "essais": 6,
    "duree_min": 15,
    "envoye_a": "contact_verifie",
    "lie_a": "demande",
    "prolonger": False,
    "autre_voie": "guichet_et_courrier",
}

# %% juste_six_cinq_dix tient=tout
REGLAGE_CODE = {
    "longueur": 6,
    "essais": 5,
    "duree_min": 10,
    "envoye_a": "contact_verifie",
    "lie_a": "demande",
    "prolonger": True,
    "autre_voie": "guichet_et_courrier",
}

# %% faux_cinquante_essais tient=forme,sert_encore,qui_sait,a_temps,autre_voie grave famille=code_devine mot="Sans rien savoir"
REGLAGE_CODE = {
    "longueur": 6,
    "essais": 50,
    "duree_min": 10,
    "envoye_a": "contact_verifie",
    "lie_a": "demande",
    "prolonger": True,
    "autre_voie": "guichet_et_courrier",
}

# %% faux_demi_essai tient=rien famille=forme mot="nombre entier"
REGLAGE_CODE = {
    "longueur": 6,
    "essais": 2.5,
    "duree_min": 10,
    "envoye_a": "contact_verifie",
    "lie_a": "demande",
    "prolonger": True,
    "autre_voie": "guichet_et_courrier",
}

# %% faux_deux_minutes tient=forme,sert_encore,qui_sait,qui_devine,autre_voie famille=honnetes_bloques mot="son propre acte"
REGLAGE_CODE = {
    "longueur": 6,
    "essais": 5,
    "duree_min": 2,
    "envoye_a": "contact_verifie",
    "lie_a": "demande",
    "prolonger": False,
    "autre_voie": "guichet_et_courrier",
}

# %% faux_guichet_seulement tient=forme,sert_encore,qui_sait,qui_devine grave famille=honnetes_bloques mot="son propre acte"
REGLAGE_CODE = {
    "longueur": 6,
    "essais": 5,
    "duree_min": 5,
    "envoye_a": "contact_verifie",
    "lie_a": "demande",
    "prolonger": False,
    "autre_voie": "guichet",
}

# %% faux_le_reglage_naif tient=forme,sert_encore grave famille=code_au_voleur mot="sait lire"
REGLAGE_CODE = {
    "longueur": 4,
    "essais": 3,
    "duree_min": 1,
    "envoye_a": "chat",
    "lie_a": "session",
    "prolonger": False,
    "autre_voie": "aucune",
}

# %% faux_liste tient=rien famille=forme mot="liste"
REGLAGE_CODE = [6, 5, 10]

# %% faux_numero_tape tient=forme,sert_encore,a_temps,autre_voie grave famille=code_au_voleur mot="sait lire"
REGLAGE_CODE = {
    "longueur": 6,
    "essais": 5,
    "duree_min": 10,
    "envoye_a": "numero_tape",
    "lie_a": "demande",
    "prolonger": True,
    "autre_voie": "guichet_et_courrier",
}

# %% faux_par_session tient=forme,sert_encore,qui_sait,a_temps,autre_voie grave famille=essais_par_session mot="fenêtres et recommence"
REGLAGE_CODE = {
    "longueur": 6,
    "essais": 5,
    "duree_min": 10,
    "envoye_a": "contact_verifie",
    "lie_a": "session",
    "prolonger": True,
    "autre_voie": "guichet_et_courrier",
}

# %% faux_plus_long_dans_le_chat tient=forme,sert_encore,a_temps,autre_voie grave famille=code_au_voleur mot="sait lire"
REGLAGE_CODE = {
    "longueur": 8,
    "essais": 5,
    "duree_min": 10,
    "envoye_a": "chat",
    "lie_a": "demande",
    "prolonger": True,
    "autre_voie": "guichet_et_courrier",
}

# %% faux_prolonger_en_texte tient=rien famille=forme mot="True"
REGLAGE_CODE = {
    "longueur": 6,
    "essais": 5,
    "duree_min": 10,
    "envoye_a": "contact_verifie",
    "lie_a": "demande",
    "prolonger": "oui",
    "autre_voie": "guichet_et_courrier",
}

# %% faux_quatre_chiffres tient=forme,sert_encore,qui_sait,a_temps,autre_voie grave famille=code_devine mot="Sans rien savoir"
REGLAGE_CODE = {
    "longueur": 4,
    "essais": 5,
    "duree_min": 10,
    "envoye_a": "contact_verifie",
    "lie_a": "demande",
    "prolonger": True,
    "autre_voie": "guichet_et_courrier",
}

# %% faux_sans_autre_voie tient=forme,sert_encore,qui_sait,qui_devine,a_temps grave famille=pas_d_autre_voie mot="jamais leur acte"
REGLAGE_CODE = {
    "longueur": 6,
    "essais": 5,
    "duree_min": 10,
    "envoye_a": "contact_verifie",
    "lie_a": "demande",
    "prolonger": True,
    "autre_voie": "aucune",
}

# %% faux_sans_duree tient=rien famille=forme mot="duree_min"
REGLAGE_CODE = {
    "longueur": 6,
    "essais": 5,
    "envoye_a": "contact_verifie",
    "lie_a": "demande",
    "prolonger": True,
    "autre_voie": "guichet_et_courrier",
}

# %% faux_toute_la_journee tient=forme,sert_encore,a_temps,autre_voie grave famille=code_qui_traine mot="téléphone posé"
REGLAGE_CODE = {
    "longueur": 6,
    "essais": 5,
    "duree_min": 600,
    "envoye_a": "contact_verifie",
    "lie_a": "demande",
    "prolonger": True,
    "autre_voie": "guichet_et_courrier",
}

# %% faux_un_essai tient=forme,sert_encore,qui_sait,qui_devine,autre_voie famille=honnetes_bloques mot="son propre acte"
REGLAGE_CODE = {
    "longueur": 8,
    "essais": 1,
    "duree_min": 10,
    "envoye_a": "contact_verifie",
    "lie_a": "demande",
    "prolonger": True,
    "autre_voie": "guichet_et_courrier",
}

# %% faux_une_minute tient=forme,sert_encore,qui_sait,qui_devine,autre_voie famille=honnetes_bloques mot="son propre acte"
REGLAGE_CODE = {
    "longueur": 6,
    "essais": 5,
    "duree_min": 1,
    "envoye_a": "contact_verifie",
    "lie_a": "demande",
    "prolonger": False,
    "autre_voie": "guichet_et_courrier",
}

# %% triche_vingt_chiffres tient=forme,sert_encore,a_temps,autre_voie grave famille=code_qui_traine mot="téléphone posé"
REGLAGE_CODE = {
    "longueur": 20,
    "essais": 10000,
    "duree_min": 100000,
    "envoye_a": "contact_verifie",
    "lie_a": "demande",
    "prolonger": True,
    "autre_voie": "guichet_et_courrier",
}

# %% faux_guichet_trop_loin tient=forme,sert_encore,qui_sait,qui_devine,a_temps grave famille=pas_d_autre_voie mot="trop loin"
REGLAGE_CODE = {
    "longueur": 6,
    "essais": 5,
    "duree_min": 10,
    "envoye_a": "contact_verifie",
    "lie_a": "demande",
    "prolonger": True,
    "autre_voie": "guichet",
}

# %% faux_personne_ne_s_en_sert tient=forme grave famille=code_inutilisable mot="personne n'est servi"
REGLAGE_CODE = {
    "longueur": 20,
    "essais": 1,
    "duree_min": 0.1,
    "envoye_a": "contact_verifie",
    "lie_a": "demande",
    "prolonger": False,
    "autre_voie": "guichet_et_courrier",
}

# %% juste_dix_essais_huit_chiffres tient=tout
REGLAGE_CODE = {
    "longueur": 8,
    "essais": 10,
    "duree_min": 30,
    "envoye_a": "contact_verifie",
    "lie_a": "demande",
    "prolonger": True,
    "autre_voie": "guichet_et_courrier",
}
