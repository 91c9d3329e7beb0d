# %% [markdown] corrige=juste_corrige
# Trois groupes les moins bien servis
#
# Chaque indicateur se lit sur le pire groupe ; chaque seuil est entre le service sain et celui qui n'est réparé qu'à
# moitié.

# %% [markdown] corrige=juste_corrige_autrement
# Un autre choix, qui se défend autant
#
# D'autres échecs, d'autres mesures. Le maire peut dire non, mais pas lui seul.

# %% [markdown] idee_recue=faux_satisfaction
# Prendre la satisfaction pour condition.
#
# Vous gardez 2,5 points sur 5 : le questionnaire est rempli par les personnes qui ont obtenu ce qu'elles voulaient.
# Le service malade a presque la même note que le service sain, et il rouvre.

# %% juste_autres_indicateurs tient=tout
CONDITIONS = [
    {"indicateur": "echecs_pire_public", "seuil": 0.3, "qui": "direction"},
    {"indicateur": "recus_sans_accord", "seuil": 20, "qui": "dpo"},
    {"indicateur": "comprehension_pire_facon", "seuil": 0.85, "qui": "comite"},
]

# %% juste_en_triplets tient=tout
CONDITIONS = [
    ("echecs_pire_public", 0.3, "comite"),
    ("comprehension_pire_facon", 0.85, "accessibilite"),
    ("entrees_internes", 0, "dpo"),
]

# %% juste_le_maire_parmi_d_autres tient=tout
CONDITIONS = [
    {"indicateur": "entrees_internes", "seuil": 0, "qui": "maire"},
    {"indicateur": "refus_a_tort_pire_groupe", "seuil": 0.1, "qui": "therese"},
    {"indicateur": "comprehension_pire_facon", "seuil": 0.8, "qui": "accessibilite"},
]

# %% juste_trois_echecs tient=tout
CONDITIONS = [
    {"indicateur": "refus_a_tort_pire_groupe", "seuil": 0.1, "qui": "therese"},
    {"indicateur": "actes_a_un_autre", "seuil": 5, "qui": "ingrid"},
    {"indicateur": "parcours_reussis", "seuil": 9, "qui": "comite"},
]

# %% faux_chef_de_projet tient=forme,trois_echecs,un_service_sain_rouvre,une_condition_tient,deux_conditions_tiennent,trois_conditions_tiennent,quelqu_un_peut_dire_non famille=juge_et_partie mot="Qui subit l'échec, ou en répond devant l"
CONDITIONS = [
    {"indicateur": "refus_a_tort_pire_groupe", "seuil": 0.1, "qui": "chef_projet"},
    {"indicateur": "actes_a_un_autre", "seuil": 5, "qui": "ingrid"},
    {"indicateur": "parcours_reussis", "seuil": 9, "qui": "comite"},
]

# %% faux_deux_conditions tient=rien famille=forme mot="`CONDITIONS` contient 2 conditions : i"
CONDITIONS = [
    {"indicateur": "refus_a_tort_pire_groupe", "seuil": 0.1, "qui": "therese"},
    {"indicateur": "actes_a_un_autre", "seuil": 5, "qui": "ingrid"},
]

# %% faux_deux_seuils_complaisants tient=forme,trois_echecs,un_service_sain_rouvre,une_condition_tient,quelqu_un_peut_dire_non,pas_juge_et_partie grave famille=seuil_trop_large mot="Où est votre seuil, à côté de ce que vaut"
CONDITIONS = [
    {"indicateur": "refus_a_tort_pire_groupe", "seuil": 0.9, "qui": "therese"},
    {"indicateur": "actes_a_un_autre", "seuil": 60, "qui": "ingrid"},
    {"indicateur": "parcours_reussis", "seuil": 9, "qui": "comite"},
]

# %% faux_en_pour_cent tient=rien famille=forme mot="Condition n° 1 : « refus_a_tort_pire_gro"
CONDITIONS = [
    {"indicateur": "refus_a_tort_pire_groupe", "seuil": 10, "qui": "therese"},
    {"indicateur": "actes_a_un_autre", "seuil": 5, "qui": "ingrid"},
    {"indicateur": "parcours_reussis", "seuil": 9, "qui": "comite"},
]

# %% faux_indicateurs_flatteurs tient=forme,trois_echecs,un_service_sain_rouvre grave famille=indicateur_sourd mot="Cet indicateur ne distingue pas un serv"
CONDITIONS = [
    {"indicateur": "satisfaction", "seuil": 7, "qui": "comite"},
    {"indicateur": "score_archive", "seuil": 0.95, "qui": "therese"},
    {"indicateur": "ouvertures", "seuil": 0.4, "qui": "dpo"},
]

# %% faux_le_chiffre_decide tient=forme,trois_echecs,un_service_sain_rouvre,une_condition_tient,deux_conditions_tiennent,trois_conditions_tiennent,pas_juge_et_partie famille=personne_ne_dit_non mot="Une personne, ou un comité, par conditio"
CONDITIONS = [
    {"indicateur": "refus_a_tort_pire_groupe", "seuil": 0.1, "qui": "personne"},
    {"indicateur": "actes_a_un_autre", "seuil": 5, "qui": "personne"},
    {"indicateur": "parcours_reussis", "seuil": 9, "qui": "personne"},
]

# %% faux_le_maire_seul tient=forme,trois_echecs,un_service_sain_rouvre,une_condition_tient,deux_conditions_tiennent,trois_conditions_tiennent,pas_juge_et_partie famille=le_maire_seul mot="Qui voit le tort de près, et n'a rien pr"
CONDITIONS = [
    {"indicateur": "refus_a_tort_pire_groupe", "seuil": 0.1, "qui": "maire"},
    {"indicateur": "actes_a_un_autre", "seuil": 5, "qui": "maire"},
    {"indicateur": "parcours_reussis", "seuil": 9, "qui": "maire"},
]

# %% faux_meme_echec tient=forme,un_service_sain_rouvre,une_condition_tient,deux_conditions_tiennent,quelqu_un_peut_dire_non,pas_juge_et_partie grave famille=memes_echecs mot="Trois conditions, trois échecs différent"
CONDITIONS = [
    {"indicateur": "refus_a_tort_pire_groupe", "seuil": 0.1, "qui": "therese"},
    {"indicateur": "score_archive", "seuil": 0.9, "qui": "therese"},
    {"indicateur": "actes_a_un_autre", "seuil": 5, "qui": "ingrid"},
]

# %% faux_prestataire tient=forme,trois_echecs,un_service_sain_rouvre,une_condition_tient,deux_conditions_tiennent,trois_conditions_tiennent,quelqu_un_peut_dire_non famille=juge_et_partie mot="Qui subit l'échec, ou en répond devant l"
CONDITIONS = [
    {"indicateur": "refus_a_tort_pire_groupe", "seuil": 0.1, "qui": "therese"},
    {"indicateur": "actes_a_un_autre", "seuil": 5, "qui": "prestataire"},
    {"indicateur": "parcours_reussis", "seuil": 9, "qui": "comite"},
]

# %% faux_satisfaction tient=forme,trois_echecs,un_service_sain_rouvre,une_condition_tient,deux_conditions_tiennent,quelqu_un_peut_dire_non,pas_juge_et_partie grave famille=indicateur_sourd mot="Cet indicateur ne distingue pas un serv"
CONDITIONS = [
    {"indicateur": "satisfaction", "seuil": 7, "qui": "comite"},
    {"indicateur": "refus_a_tort_pire_groupe", "seuil": 0.1, "qui": "therese"},
    {"indicateur": "actes_a_un_autre", "seuil": 5, "qui": "ingrid"},
]

# %% faux_seuil_complaisant tient=forme,trois_echecs,un_service_sain_rouvre,une_condition_tient,deux_conditions_tiennent,quelqu_un_peut_dire_non,pas_juge_et_partie grave famille=seuil_trop_large mot="Où est votre seuil, à côté de ce que vaut"
CONDITIONS = [
    {"indicateur": "refus_a_tort_pire_groupe", "seuil": 0.9, "qui": "therese"},
    {"indicateur": "actes_a_un_autre", "seuil": 5, "qui": "ingrid"},
    {"indicateur": "parcours_reussis", "seuil": 9, "qui": "comite"},
]

# %% faux_trois_fois_la_meme tient=forme,un_service_sain_rouvre,une_condition_tient,quelqu_un_peut_dire_non,pas_juge_et_partie famille=memes_echecs mot="Trois conditions, trois échecs différent"
CONDITIONS = [
    {"indicateur": "refus_a_tort_pire_groupe", "seuil": 0.1, "qui": "therese"},
    {"indicateur": "refus_a_tort_pire_groupe", "seuil": 0.1, "qui": "therese"},
    {"indicateur": "refus_a_tort_pire_groupe", "seuil": 0.1, "qui": "therese"},
]

# %% juste_aucun_acte_donne tient=tout
CONDITIONS = [
    {"indicateur": "refus_a_tort_pire_groupe", "seuil": 0.10, "qui": "therese"},
    {"indicateur": "actes_a_un_autre", "seuil": 0, "qui": "ingrid"},
    {"indicateur": "parcours_reussis", "seuil": 9, "qui": "comite"},
]

# %% juste_au_plus_un_acte tient=tout
CONDITIONS = [
    {"indicateur": "refus_a_tort_pire_groupe", "seuil": 0.1, "qui": "therese"},
    {"indicateur": "actes_a_un_autre", "seuil": 1, "qui": "ingrid"},
    {"indicateur": "parcours_reussis", "seuil": 10, "qui": "accessibilite"},
]

# %% faux_moitie_d_un_groupe_refusee tient=forme,trois_echecs,un_service_sain_rouvre,une_condition_tient,deux_conditions_tiennent,quelqu_un_peut_dire_non,pas_juge_et_partie grave famille=moitie_reparee mot="rouvrent à moitié réparés"
CONDITIONS = [
    {"indicateur": "refus_a_tort_pire_groupe", "seuil": 0.54, "qui": "therese"},
    {"indicateur": "actes_a_un_autre", "seuil": 5, "qui": "ingrid"},
    {"indicateur": "parcours_reussis", "seuil": 9, "qui": "comite"},
]

# %% faux_onze_actes tient=forme,trois_echecs,un_service_sain_rouvre,une_condition_tient,deux_conditions_tiennent,quelqu_un_peut_dire_non,pas_juge_et_partie grave famille=moitie_reparee mot="rouvrent à moitié réparés"
CONDITIONS = [
    {"indicateur": "refus_a_tort_pire_groupe", "seuil": 0.1, "qui": "therese"},
    {"indicateur": "actes_a_un_autre", "seuil": 11, "qui": "ingrid"},
    {"indicateur": "parcours_reussis", "seuil": 9, "qui": "comite"},
]

# %% faux_tout_juste_sous_le_malade tient=forme,trois_echecs,un_service_sain_rouvre grave famille=moitie_reparee mot="rouvrent à moitié réparés"
CONDITIONS = [
    {"indicateur": "refus_a_tort_pire_groupe", "seuil": 0.54, "qui": "therese"},
    {"indicateur": "actes_a_un_autre", "seuil": 11, "qui": "ingrid"},
    {"indicateur": "recus_sans_accord", "seuil": 249, "qui": "dpo"},
]

# %% faux_jamais_un_refus tient=forme,trois_echecs,une_condition_tient,quelqu_un_peut_dire_non,pas_juge_et_partie famille=rien_ne_rouvre mot="ne laissent pas rouvrir un service sain sur dix"
CONDITIONS = [
    {"indicateur": "refus_a_tort_pire_groupe", "seuil": 0, "qui": "therese"},
    {"indicateur": "actes_a_un_autre", "seuil": 5, "qui": "ingrid"},
    {"indicateur": "parcours_reussis", "seuil": 9, "qui": "comite"},
]

# %% faux_une_entree_interne tient=forme,trois_echecs,un_service_sain_rouvre,une_condition_tient,deux_conditions_tiennent,quelqu_un_peut_dire_non,pas_juge_et_partie grave famille=moitie_reparee mot="rouvrent à moitié réparés"
CONDITIONS = [
    {"indicateur": "entrees_internes", "seuil": 1, "qui": "dpo"},
    {"indicateur": "refus_a_tort_pire_groupe", "seuil": 0.1, "qui": "therese"},
    {"indicateur": "actes_a_un_autre", "seuil": 5, "qui": "ingrid"},
]

# %% faux_zero_partout tient=forme,trois_echecs,une_condition_tient,quelqu_un_peut_dire_non,pas_juge_et_partie famille=rien_ne_rouvre mot="ne laissent pas rouvrir un service sain"
CONDITIONS = [
    {"indicateur": "refus_a_tort_pire_groupe", "seuil": 0, "qui": "therese"},
    {"indicateur": "actes_a_un_autre", "seuil": 0, "qui": "ingrid"},
    {"indicateur": "parcours_reussis", "seuil": 10, "qui": "comite"},
]

# %% triche_accepter_tout tient=forme,trois_echecs,un_service_sain_rouvre grave famille=seuil_trop_large mot="Où est votre seuil, à côté de ce que vaut"
CONDITIONS = [
    {"indicateur": "refus_a_tort_pire_groupe", "seuil": 1, "qui": "therese"},
    {"indicateur": "actes_a_un_autre", "seuil": 1000, "qui": "ingrid"},
    {"indicateur": "parcours_reussis", "seuil": 0, "qui": "comite"},
]

# %% triche_refuser_tout tient=forme,trois_echecs famille=rien_ne_rouvre mot="ne laissent pas rouvrir un service sain"
CONDITIONS = [
    {"indicateur": "refus_a_tort_pire_groupe", "seuil": 0, "qui": "therese"},
    {"indicateur": "conversations", "seuil": 10000, "qui": "dpo"},
    {"indicateur": "delai_acte", "seuil": 0, "qui": "ingrid"},
]

# %% triche_seuil_nan tient=rien famille=forme mot="Condition n° 1 : « plaintes » se mesure"
CONDITIONS = [{"indicateur": i, "seuil": float("nan"), "qui": "comite"} for i in ("plaintes", "delai_acte", "ouvertures")]

# %% juste_corrige tient=tout
CONDITIONS = [
    {"indicateur": "refus_a_tort_pire_groupe", "seuil": 0.10, "qui": "therese"},
    {"indicateur": "actes_a_un_autre", "seuil": 5, "qui": "ingrid"},
    {"indicateur": "parcours_reussis", "seuil": 9, "qui": "comite"},
]

# %% juste_corrige_autrement tient=tout
choix = {
    "echecs_pire_public": (0.3, "direction"),
    "recus_sans_accord": (20, "dpo"),
    "comprehension_pire_facon": (0.85, "maire"),
}
CONDITIONS = [dict(indicateur=nom, seuil=seuil, qui=qui) for nom, (seuil, qui) in choix.items()]
