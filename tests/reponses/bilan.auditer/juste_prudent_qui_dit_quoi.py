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
