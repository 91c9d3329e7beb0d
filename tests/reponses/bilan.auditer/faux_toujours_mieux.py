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
