# %% [markdown] corrige=juste_honnete
# Dix oui, un partiel, un non
#
# Dix critères ont une preuve que l'on peut montrer. Aucun essai avec de vraies personnes n'a eu lieu ; les contrôles
# automatiques ne sont pas un audit d'accessibilité.

# %% [markdown] corrige=juste_corrige
# L'auditrice prudente
#
# « Partiel » chaque fois que le critère demande plus que ce que la preuve montre, et ce qui manque est dit : plus
# sévère, et utile à qui réparera.

# %% [markdown] idee_recue=faux_oui_partout
# Répondre « oui » partout, puisque tout a été réparé.
#
# Vous gardez 3 points sur 6 : un plan d'essai n'est pas un essai, et des contrôles automatiques ne sont pas un audit.
# Rayan et Aurélie le découvriraient en service.

# %% juste_en_paires tient=tout
tenus = {
    "CM-STR-06": "offres_ecartees", "CM-CAD-02": "arret_rejoue", "CM-SOC-02": "lignes_ecartees", "CM-SOC-04": "torts_par_groupe",
    "CM-CAD-07": "decisions_rejouees", "CM-CAD-05": "inventaire_champs", "CM-CAD-09": "attaques_rejouees",
    "CM-CAD-06": "registre_accords", "CM-SOC-05": "refus_par_defaut", "CM-SOC-10": "incident_joue",
}
AUDIT = {critere: ("Oui", preuve) for critere, preuve in tenus.items()}
AUDIT["cm-ux-02"] = ("Non", "aucune")
AUDIT["CM-UI-04"] = ("non", "aucune")

# %% juste_honnete tient=tout
AUDIT = {
    "CM-STR-06": {"reponse": "oui", "preuve": "offres_ecartees"},
    "CM-CAD-02": {"reponse": "oui", "preuve": "arret_rejoue"},
    "CM-SOC-02": {"reponse": "oui", "preuve": "lignes_ecartees"},
    "CM-SOC-04": {"reponse": "oui", "preuve": "torts_par_groupe"},
    "CM-CAD-07": {"reponse": "oui", "preuve": "decisions_rejouees"},
    "CM-UX-02": {"reponse": "non", "preuve": "plan_essai"},
    "CM-UI-04": {"reponse": "partiel", "preuve": "page_essayee", "manque": "audit_publie"},
    "CM-CAD-05": {"reponse": "oui", "preuve": "inventaire_champs"},
    "CM-CAD-09": {"reponse": "oui", "preuve": "attaques_rejouees"},
    "CM-CAD-06": {"reponse": "oui", "preuve": "registre_accords"},
    "CM-SOC-05": {"reponse": "oui", "preuve": "refus_par_defaut"},
    "CM-SOC-10": {"reponse": "oui", "preuve": "incident_joue"},
}

# %% juste_prudent_qui_dit_quoi tient=tout
AUDIT = {
    "CM-STR-06": {"reponse": "partiel", "preuve": "offres_ecartees", "manque": "cout_complet"},
    "CM-CAD-02": {"reponse": "partiel", "preuve": "arret_rejoue", "manque": "qui_decide"},
    "CM-SOC-02": {"reponse": "oui", "preuve": "lignes_ecartees"},
    "CM-SOC-04": {"reponse": "oui", "preuve": "torts_par_groupe"},
    "CM-CAD-07": {"reponse": "partiel", "preuve": "decisions_rejouees", "manque": "regle_ecrite"},
    "CM-UX-02": {"reponse": "partiel", "preuve": "plan_essai", "manque": "essai_reel"},
    "CM-UI-04": {"reponse": "partiel", "preuve": "page_essayee", "manque": "audit_publie"},
    "CM-CAD-05": {"reponse": "oui", "preuve": "inventaire_champs"},
    "CM-CAD-09": {"reponse": "oui", "preuve": "attaques_rejouees"},
    "CM-CAD-06": {"reponse": "partiel", "preuve": "registre_accords", "manque": "retrait_essaye"},
    "CM-SOC-05": {"reponse": "partiel", "preuve": "refus_par_defaut", "manque": "habilitations"},
    "CM-SOC-10": {"reponse": "partiel", "preuve": "incident_joue", "manque": "avec_les_agents"},
}

# %% faux_partiel_partout tient=forme,preuves_recevables,essai_a_faire,audit_a_faire famille=0_sur_douze mot="ne dit pas ce qui manque"
AUDIT = {
    "CM-STR-06": {"reponse": "partiel", "preuve": "offres_ecartees"},
    "CM-CAD-02": {"reponse": "partiel", "preuve": "arret_rejoue"},
    "CM-SOC-02": {"reponse": "partiel", "preuve": "lignes_ecartees"},
    "CM-SOC-04": {"reponse": "partiel", "preuve": "torts_par_groupe"},
    "CM-CAD-07": {"reponse": "partiel", "preuve": "decisions_rejouees"},
    "CM-UX-02": {"reponse": "partiel", "preuve": "plan_essai"},
    "CM-UI-04": {"reponse": "partiel", "preuve": "page_essayee"},
    "CM-CAD-05": {"reponse": "partiel", "preuve": "inventaire_champs"},
    "CM-CAD-09": {"reponse": "partiel", "preuve": "attaques_rejouees"},
    "CM-CAD-06": {"reponse": "partiel", "preuve": "registre_accords"},
    "CM-SOC-05": {"reponse": "partiel", "preuve": "refus_par_defaut"},
    "CM-SOC-10": {"reponse": "partiel", "preuve": "incident_joue"},
}

# %% faux_toujours_mieux tient=forme,essai_a_faire,audit_a_faire famille=manque_vain mot="se dit de tout"
AUDIT = {
    "CM-STR-06": {"reponse": "partiel", "preuve": "offres_ecartees", "manque": "mieux"},
    "CM-CAD-02": {"reponse": "partiel", "preuve": "arret_rejoue", "manque": "mieux"},
    "CM-SOC-02": {"reponse": "partiel", "preuve": "lignes_ecartees", "manque": "mieux"},
    "CM-SOC-04": {"reponse": "partiel", "preuve": "torts_par_groupe", "manque": "mieux"},
    "CM-CAD-07": {"reponse": "partiel", "preuve": "decisions_rejouees", "manque": "mieux"},
    "CM-UX-02": {"reponse": "partiel", "preuve": "plan_essai", "manque": "mieux"},
    "CM-UI-04": {"reponse": "partiel", "preuve": "page_essayee", "manque": "mieux"},
    "CM-CAD-05": {"reponse": "partiel", "preuve": "inventaire_champs", "manque": "mieux"},
    "CM-CAD-09": {"reponse": "partiel", "preuve": "attaques_rejouees", "manque": "mieux"},
    "CM-CAD-06": {"reponse": "partiel", "preuve": "registre_accords", "manque": "mieux"},
    "CM-SOC-05": {"reponse": "partiel", "preuve": "refus_par_defaut", "manque": "mieux"},
    "CM-SOC-10": {"reponse": "partiel", "preuve": "incident_joue", "manque": "mieux"},
}

# %% faux_partiel_sans_manque tient=forme,preuves_recevables,essai_a_faire,audit_a_faire,4_lignes_tiennent,7_lignes_tiennent,10_lignes_tiennent famille=11_sur_douze mot="ne dit pas ce qui manque"
AUDIT = {
    "CM-STR-06": {"reponse": "oui", "preuve": "offres_ecartees"},
    "CM-CAD-02": {"reponse": "oui", "preuve": "arret_rejoue"},
    "CM-SOC-02": {"reponse": "oui", "preuve": "lignes_ecartees"},
    "CM-SOC-04": {"reponse": "oui", "preuve": "torts_par_groupe"},
    "CM-CAD-07": {"reponse": "oui", "preuve": "decisions_rejouees"},
    "CM-UX-02": {"reponse": "non", "preuve": "plan_essai"},
    "CM-UI-04": {"reponse": "partiel", "preuve": "page_essayee"},
    "CM-CAD-05": {"reponse": "oui", "preuve": "inventaire_champs"},
    "CM-CAD-09": {"reponse": "oui", "preuve": "attaques_rejouees"},
    "CM-CAD-06": {"reponse": "oui", "preuve": "registre_accords"},
    "CM-SOC-05": {"reponse": "oui", "preuve": "refus_par_defaut"},
    "CM-SOC-10": {"reponse": "oui", "preuve": "incident_joue"},
}

# %% faux_non_malgre_la_preuve tient=forme,preuves_recevables,essai_a_faire,audit_a_faire,4_lignes_tiennent,7_lignes_tiennent,10_lignes_tiennent famille=11_sur_douze mot="en prive qui voudrait s'en servir"
AUDIT = {
    "CM-STR-06": {"reponse": "oui", "preuve": "offres_ecartees"},
    "CM-CAD-02": {"reponse": "oui", "preuve": "arret_rejoue"},
    "CM-SOC-02": {"reponse": "oui", "preuve": "lignes_ecartees"},
    "CM-SOC-04": {"reponse": "oui", "preuve": "torts_par_groupe"},
    "CM-CAD-07": {"reponse": "oui", "preuve": "decisions_rejouees"},
    "CM-UX-02": {"reponse": "non", "preuve": "plan_essai"},
    "CM-UI-04": {"reponse": "partiel", "preuve": "page_essayee", "manque": "audit_publie"},
    "CM-CAD-05": {"reponse": "oui", "preuve": "inventaire_champs"},
    "CM-CAD-09": {"reponse": "non", "preuve": "attaques_rejouees"},
    "CM-CAD-06": {"reponse": "oui", "preuve": "registre_accords"},
    "CM-SOC-05": {"reponse": "oui", "preuve": "refus_par_defaut"},
    "CM-SOC-10": {"reponse": "oui", "preuve": "incident_joue"},
}

# %% faux_partiel_sur_du_complet tient=forme,preuves_recevables,essai_a_faire,audit_a_faire,4_lignes_tiennent,7_lignes_tiennent,10_lignes_tiennent famille=11_sur_douze mot="n'y laisse rien à réparer"
AUDIT = {
    "CM-STR-06": {"reponse": "oui", "preuve": "offres_ecartees"},
    "CM-CAD-02": {"reponse": "oui", "preuve": "arret_rejoue"},
    "CM-SOC-02": {"reponse": "oui", "preuve": "lignes_ecartees"},
    "CM-SOC-04": {"reponse": "partiel", "preuve": "torts_par_groupe", "manque": "essai_reel"},
    "CM-CAD-07": {"reponse": "oui", "preuve": "decisions_rejouees"},
    "CM-UX-02": {"reponse": "non", "preuve": "plan_essai"},
    "CM-UI-04": {"reponse": "partiel", "preuve": "page_essayee", "manque": "audit_publie"},
    "CM-CAD-05": {"reponse": "oui", "preuve": "inventaire_champs"},
    "CM-CAD-09": {"reponse": "oui", "preuve": "attaques_rejouees"},
    "CM-CAD-06": {"reponse": "oui", "preuve": "registre_accords"},
    "CM-SOC-05": {"reponse": "oui", "preuve": "refus_par_defaut"},
    "CM-SOC-10": {"reponse": "oui", "preuve": "incident_joue"},
}

# %% faux_accessible_d_office tient=forme,preuves_recevables,essai_a_faire,4_lignes_tiennent,7_lignes_tiennent,10_lignes_tiennent famille=oui_trop_tot mot="Qu'est-ce qui a été fait, et qu'est-ce q"
AUDIT = {
    "CM-STR-06": {"reponse": "oui", "preuve": "offres_ecartees"},
    "CM-CAD-02": {"reponse": "oui", "preuve": "arret_rejoue"},
    "CM-SOC-02": {"reponse": "oui", "preuve": "lignes_ecartees"},
    "CM-SOC-04": {"reponse": "oui", "preuve": "torts_par_groupe"},
    "CM-CAD-07": {"reponse": "oui", "preuve": "decisions_rejouees"},
    "CM-UX-02": {"reponse": "non", "preuve": "plan_essai"},
    "CM-UI-04": {"reponse": "oui", "preuve": "page_essayee"},
    "CM-CAD-05": {"reponse": "oui", "preuve": "inventaire_champs"},
    "CM-CAD-09": {"reponse": "oui", "preuve": "attaques_rejouees"},
    "CM-CAD-06": {"reponse": "oui", "preuve": "registre_accords"},
    "CM-SOC-05": {"reponse": "oui", "preuve": "refus_par_defaut"},
    "CM-SOC-10": {"reponse": "oui", "preuve": "incident_joue"},
}

# %% faux_cinq_lignes tient=forme,preuves_recevables,essai_a_faire,audit_a_faire,4_lignes_tiennent famille=5_sur_douze mot="Lisez le critère, puis la preuve : « si"
AUDIT = {
    "CM-STR-06": {"reponse": "oui", "preuve": "offres_ecartees"},
    "CM-CAD-02": {"reponse": "oui", "preuve": "arret_rejoue"},
    "CM-SOC-02": {"reponse": "oui", "preuve": "lignes_ecartees"},
    "CM-SOC-04": {"reponse": "oui", "preuve": "arret_rejoue"},
    "CM-CAD-07": {"reponse": "oui", "preuve": "arret_rejoue"},
    "CM-UX-02": {"reponse": "non", "preuve": "plan_essai"},
    "CM-UI-04": {"reponse": "partiel", "preuve": "page_essayee", "manque": "audit_publie"},
    "CM-CAD-05": {"reponse": "oui", "preuve": "arret_rejoue"},
    "CM-CAD-09": {"reponse": "oui", "preuve": "arret_rejoue"},
    "CM-CAD-06": {"reponse": "oui", "preuve": "arret_rejoue"},
    "CM-SOC-05": {"reponse": "oui", "preuve": "arret_rejoue"},
    "CM-SOC-10": {"reponse": "oui", "preuve": "arret_rejoue"},
}

# %% faux_declaration tient=forme,essai_a_faire,audit_a_faire,4_lignes_tiennent,7_lignes_tiennent,10_lignes_tiennent famille=preuve_vaine mot="Qu'est-ce qu'un carnet a produit, que vo"
AUDIT = {
    "CM-STR-06": {"reponse": "oui", "preuve": "declaration"},
    "CM-CAD-02": {"reponse": "oui", "preuve": "arret_rejoue"},
    "CM-SOC-02": {"reponse": "oui", "preuve": "lignes_ecartees"},
    "CM-SOC-04": {"reponse": "oui", "preuve": "torts_par_groupe"},
    "CM-CAD-07": {"reponse": "oui", "preuve": "decisions_rejouees"},
    "CM-UX-02": {"reponse": "non", "preuve": "plan_essai"},
    "CM-UI-04": {"reponse": "partiel", "preuve": "page_essayee", "manque": "audit_publie"},
    "CM-CAD-05": {"reponse": "oui", "preuve": "inventaire_champs"},
    "CM-CAD-09": {"reponse": "oui", "preuve": "attaques_rejouees"},
    "CM-CAD-06": {"reponse": "oui", "preuve": "registre_accords"},
    "CM-SOC-05": {"reponse": "oui", "preuve": "refus_par_defaut"},
    "CM-SOC-10": {"reponse": "oui", "preuve": "incident_joue"},
}

# %% faux_deux_inversees tient=forme,preuves_recevables,essai_a_faire,audit_a_faire,4_lignes_tiennent,7_lignes_tiennent,10_lignes_tiennent famille=10_sur_douze mot="Lisez le critère, puis la preuve : « si"
AUDIT = {
    "CM-STR-06": {"reponse": "oui", "preuve": "offres_ecartees"},
    "CM-CAD-02": {"reponse": "oui", "preuve": "arret_rejoue"},
    "CM-SOC-02": {"reponse": "oui", "preuve": "lignes_ecartees"},
    "CM-SOC-04": {"reponse": "oui", "preuve": "torts_par_groupe"},
    "CM-CAD-07": {"reponse": "oui", "preuve": "decisions_rejouees"},
    "CM-UX-02": {"reponse": "non", "preuve": "plan_essai"},
    "CM-UI-04": {"reponse": "partiel", "preuve": "page_essayee", "manque": "audit_publie"},
    "CM-CAD-05": {"reponse": "oui", "preuve": "registre_accords"},
    "CM-CAD-09": {"reponse": "oui", "preuve": "attaques_rejouees"},
    "CM-CAD-06": {"reponse": "oui", "preuve": "inventaire_champs"},
    "CM-SOC-05": {"reponse": "oui", "preuve": "refus_par_defaut"},
    "CM-SOC-10": {"reponse": "oui", "preuve": "incident_joue"},
}

# %% faux_huit_lignes tient=forme,preuves_recevables,essai_a_faire,audit_a_faire,4_lignes_tiennent,7_lignes_tiennent famille=8_sur_douze mot="Lisez le critère, puis la preuve : « si"
AUDIT = {
    "CM-STR-06": {"reponse": "oui", "preuve": "offres_ecartees"},
    "CM-CAD-02": {"reponse": "oui", "preuve": "arret_rejoue"},
    "CM-SOC-02": {"reponse": "oui", "preuve": "lignes_ecartees"},
    "CM-SOC-04": {"reponse": "oui", "preuve": "torts_par_groupe"},
    "CM-CAD-07": {"reponse": "oui", "preuve": "decisions_rejouees"},
    "CM-UX-02": {"reponse": "non", "preuve": "plan_essai"},
    "CM-UI-04": {"reponse": "partiel", "preuve": "page_essayee", "manque": "audit_publie"},
    "CM-CAD-05": {"reponse": "oui", "preuve": "inventaire_champs"},
    "CM-CAD-09": {"reponse": "oui", "preuve": "arret_rejoue"},
    "CM-CAD-06": {"reponse": "oui", "preuve": "arret_rejoue"},
    "CM-SOC-05": {"reponse": "oui", "preuve": "arret_rejoue"},
    "CM-SOC-10": {"reponse": "oui", "preuve": "arret_rejoue"},
}

# %% faux_moyenne tient=forme,essai_a_faire,audit_a_faire,4_lignes_tiennent,7_lignes_tiennent,10_lignes_tiennent famille=preuve_vaine mot="Qu'est-ce qu'un carnet a produit, que vo"
AUDIT = {
    "CM-STR-06": {"reponse": "oui", "preuve": "offres_ecartees"},
    "CM-CAD-02": {"reponse": "oui", "preuve": "arret_rejoue"},
    "CM-SOC-02": {"reponse": "oui", "preuve": "lignes_ecartees"},
    "CM-SOC-04": {"reponse": "oui", "preuve": "moyenne"},
    "CM-CAD-07": {"reponse": "oui", "preuve": "decisions_rejouees"},
    "CM-UX-02": {"reponse": "non", "preuve": "plan_essai"},
    "CM-UI-04": {"reponse": "partiel", "preuve": "page_essayee", "manque": "audit_publie"},
    "CM-CAD-05": {"reponse": "oui", "preuve": "inventaire_champs"},
    "CM-CAD-09": {"reponse": "oui", "preuve": "attaques_rejouees"},
    "CM-CAD-06": {"reponse": "oui", "preuve": "registre_accords"},
    "CM-SOC-05": {"reponse": "oui", "preuve": "refus_par_defaut"},
    "CM-SOC-10": {"reponse": "oui", "preuve": "incident_joue"},
}

# %% faux_non_partout tient=forme,preuves_recevables,essai_a_faire,audit_a_faire famille=2_sur_douze mot="Lisez le critère, puis la preuve : « si"
AUDIT = {
    "CM-STR-06": {"reponse": "non", "preuve": "aucune"},
    "CM-CAD-02": {"reponse": "non", "preuve": "aucune"},
    "CM-SOC-02": {"reponse": "non", "preuve": "aucune"},
    "CM-SOC-04": {"reponse": "non", "preuve": "aucune"},
    "CM-CAD-07": {"reponse": "non", "preuve": "aucune"},
    "CM-UX-02": {"reponse": "non", "preuve": "aucune"},
    "CM-UI-04": {"reponse": "non", "preuve": "aucune"},
    "CM-CAD-05": {"reponse": "non", "preuve": "aucune"},
    "CM-CAD-09": {"reponse": "non", "preuve": "aucune"},
    "CM-CAD-06": {"reponse": "non", "preuve": "aucune"},
    "CM-SOC-05": {"reponse": "non", "preuve": "aucune"},
    "CM-SOC-10": {"reponse": "non", "preuve": "aucune"},
}

# %% faux_onze_criteres tient=rien famille=forme mot="Il manque 11 critères : CM-CAD-02, CM-SO"
AUDIT = {"CM-STR-06": {"reponse": "oui", "preuve": "offres_ecartees"}}

# %% faux_oui_partout tient=forme,preuves_recevables,4_lignes_tiennent,7_lignes_tiennent,10_lignes_tiennent famille=oui_trop_tot mot="Qu'est-ce qui a été fait, et qu'est-ce q"
AUDIT = {
    "CM-STR-06": {"reponse": "oui", "preuve": "offres_ecartees"},
    "CM-CAD-02": {"reponse": "oui", "preuve": "arret_rejoue"},
    "CM-SOC-02": {"reponse": "oui", "preuve": "lignes_ecartees"},
    "CM-SOC-04": {"reponse": "oui", "preuve": "torts_par_groupe"},
    "CM-CAD-07": {"reponse": "oui", "preuve": "decisions_rejouees"},
    "CM-UX-02": {"reponse": "oui", "preuve": "plan_essai"},
    "CM-UI-04": {"reponse": "oui", "preuve": "page_essayee"},
    "CM-CAD-05": {"reponse": "oui", "preuve": "inventaire_champs"},
    "CM-CAD-09": {"reponse": "oui", "preuve": "attaques_rejouees"},
    "CM-CAD-06": {"reponse": "oui", "preuve": "registre_accords"},
    "CM-SOC-05": {"reponse": "oui", "preuve": "refus_par_defaut"},
    "CM-SOC-10": {"reponse": "oui", "preuve": "incident_joue"},
}

# %% faux_oui_sans_preuve tient=forme,essai_a_faire,audit_a_faire,4_lignes_tiennent,7_lignes_tiennent,10_lignes_tiennent famille=oui_sans_preuve mot="Une preuve, ou un « non » honnête."
AUDIT = {
    "CM-STR-06": {"reponse": "oui", "preuve": "offres_ecartees"},
    "CM-CAD-02": {"reponse": "oui", "preuve": "arret_rejoue"},
    "CM-SOC-02": {"reponse": "oui", "preuve": "lignes_ecartees"},
    "CM-SOC-04": {"reponse": "oui", "preuve": "torts_par_groupe"},
    "CM-CAD-07": {"reponse": "oui", "preuve": "decisions_rejouees"},
    "CM-UX-02": {"reponse": "non", "preuve": "plan_essai"},
    "CM-UI-04": {"reponse": "partiel", "preuve": "page_essayee", "manque": "audit_publie"},
    "CM-CAD-05": {"reponse": "oui", "preuve": "inventaire_champs"},
    "CM-CAD-09": {"reponse": "oui", "preuve": "aucune"},
    "CM-CAD-06": {"reponse": "oui", "preuve": "registre_accords"},
    "CM-SOC-05": {"reponse": "oui", "preuve": "refus_par_defaut"},
    "CM-SOC-10": {"reponse": "oui", "preuve": "incident_joue"},
}

# %% faux_plan_pour_essai tient=forme,preuves_recevables,audit_a_faire,4_lignes_tiennent,7_lignes_tiennent,10_lignes_tiennent famille=oui_trop_tot mot="Qu'est-ce qui a été fait, et qu'est-ce q"
AUDIT = {
    "CM-STR-06": {"reponse": "oui", "preuve": "offres_ecartees"},
    "CM-CAD-02": {"reponse": "oui", "preuve": "arret_rejoue"},
    "CM-SOC-02": {"reponse": "oui", "preuve": "lignes_ecartees"},
    "CM-SOC-04": {"reponse": "oui", "preuve": "torts_par_groupe"},
    "CM-CAD-07": {"reponse": "oui", "preuve": "decisions_rejouees"},
    "CM-UX-02": {"reponse": "oui", "preuve": "plan_essai"},
    "CM-UI-04": {"reponse": "partiel", "preuve": "page_essayee", "manque": "audit_publie"},
    "CM-CAD-05": {"reponse": "oui", "preuve": "inventaire_champs"},
    "CM-CAD-09": {"reponse": "oui", "preuve": "attaques_rejouees"},
    "CM-CAD-06": {"reponse": "oui", "preuve": "registre_accords"},
    "CM-SOC-05": {"reponse": "oui", "preuve": "refus_par_defaut"},
    "CM-SOC-10": {"reponse": "oui", "preuve": "incident_joue"},
}

# %% faux_preuves_decalees tient=forme,preuves_recevables,essai_a_faire,audit_a_faire famille=0_sur_douze mot="Lisez le critère, puis la preuve : « si"
AUDIT = {
    "CM-STR-06": {"reponse": "oui", "preuve": "arret_rejoue"},
    "CM-CAD-02": {"reponse": "oui", "preuve": "lignes_ecartees"},
    "CM-SOC-02": {"reponse": "oui", "preuve": "torts_par_groupe"},
    "CM-SOC-04": {"reponse": "oui", "preuve": "decisions_rejouees"},
    "CM-CAD-07": {"reponse": "oui", "preuve": "plan_essai"},
    "CM-UX-02": {"reponse": "non", "preuve": "page_essayee"},
    "CM-UI-04": {"reponse": "partiel", "preuve": "inventaire_champs"},
    "CM-CAD-05": {"reponse": "oui", "preuve": "attaques_rejouees"},
    "CM-CAD-09": {"reponse": "oui", "preuve": "registre_accords"},
    "CM-CAD-06": {"reponse": "oui", "preuve": "refus_par_defaut"},
    "CM-SOC-05": {"reponse": "oui", "preuve": "incident_joue"},
    "CM-SOC-10": {"reponse": "oui", "preuve": "offres_ecartees"},
}

# %% faux_silence tient=forme,essai_a_faire,audit_a_faire,4_lignes_tiennent,7_lignes_tiennent,10_lignes_tiennent famille=preuve_vaine mot="Qu'est-ce qu'un carnet a produit, que vo"
AUDIT = {
    "CM-STR-06": {"reponse": "oui", "preuve": "offres_ecartees"},
    "CM-CAD-02": {"reponse": "oui", "preuve": "arret_rejoue"},
    "CM-SOC-02": {"reponse": "oui", "preuve": "lignes_ecartees"},
    "CM-SOC-04": {"reponse": "oui", "preuve": "torts_par_groupe"},
    "CM-CAD-07": {"reponse": "oui", "preuve": "decisions_rejouees"},
    "CM-UX-02": {"reponse": "non", "preuve": "plan_essai"},
    "CM-UI-04": {"reponse": "partiel", "preuve": "page_essayee", "manque": "audit_publie"},
    "CM-CAD-05": {"reponse": "oui", "preuve": "inventaire_champs"},
    "CM-CAD-09": {"reponse": "oui", "preuve": "attaques_rejouees"},
    "CM-CAD-06": {"reponse": "oui", "preuve": "promesse"},
    "CM-SOC-05": {"reponse": "oui", "preuve": "refus_par_defaut"},
    "CM-SOC-10": {"reponse": "oui", "preuve": "silence"},
}

# %% faux_une_preuve_pour_tout tient=forme,preuves_recevables,essai_a_faire,audit_a_faire famille=1_sur_douze mot="Lisez le critère, puis la preuve : « si"
AUDIT = {
    "CM-STR-06": {"reponse": "oui", "preuve": "torts_par_groupe"},
    "CM-CAD-02": {"reponse": "oui", "preuve": "torts_par_groupe"},
    "CM-SOC-02": {"reponse": "oui", "preuve": "torts_par_groupe"},
    "CM-SOC-04": {"reponse": "oui", "preuve": "torts_par_groupe"},
    "CM-CAD-07": {"reponse": "oui", "preuve": "torts_par_groupe"},
    "CM-UX-02": {"reponse": "non", "preuve": "torts_par_groupe"},
    "CM-UI-04": {"reponse": "partiel", "preuve": "torts_par_groupe"},
    "CM-CAD-05": {"reponse": "oui", "preuve": "torts_par_groupe"},
    "CM-CAD-09": {"reponse": "oui", "preuve": "torts_par_groupe"},
    "CM-CAD-06": {"reponse": "oui", "preuve": "torts_par_groupe"},
    "CM-SOC-05": {"reponse": "oui", "preuve": "torts_par_groupe"},
    "CM-SOC-10": {"reponse": "oui", "preuve": "torts_par_groupe"},
}

# %% triche_tout_partiel tient=forme,preuves_recevables,essai_a_faire,audit_a_faire famille=0_sur_douze mot="Lisez le critère, puis la preuve : « si"
from chatmairie.echecs.bilan.exercices.auditer import PREUVES

criteres = ["CM-STR-06", "CM-CAD-02", "CM-SOC-02", "CM-SOC-04", "CM-CAD-07", "CM-UX-02", "CM-UI-04", "CM-CAD-05"]
criteres += ["CM-CAD-09", "CM-CAD-06", "CM-SOC-05", "CM-SOC-10"]
AUDIT = {critere: {"reponse": "partiel", "preuve": "incident_joue"} for critere in criteres}

# %% triche_vide tient=rien famille=forme mot="Il manque 12 critères : CM-STR-06, CM-CA"
AUDIT = {}

# %% juste_corrige tient=tout
prudence = {
    "CM-STR-06": ("offres_ecartees", "cout_complet"), "CM-CAD-02": ("arret_rejoue", "qui_decide"),
    "CM-CAD-07": ("decisions_rejouees", "regle_ecrite"), "CM-UX-02": ("plan_essai", "essai_reel"),
    "CM-UI-04": ("page_essayee", "audit_publie"), "CM-CAD-06": ("registre_accords", "retrait_essaye"),
    "CM-SOC-05": ("refus_par_defaut", "habilitations"), "CM-SOC-10": ("incident_joue", "avec_les_agents"),
}
tenus = {"CM-SOC-02": "lignes_ecartees", "CM-SOC-04": "torts_par_groupe", "CM-CAD-05": "inventaire_champs"}
tenus["CM-CAD-09"] = "attaques_rejouees"
AUDIT = {critere: ("partiel", *suite) for critere, suite in prudence.items()}
AUDIT |= {critere: ("oui", preuve) for critere, preuve in tenus.items()}
