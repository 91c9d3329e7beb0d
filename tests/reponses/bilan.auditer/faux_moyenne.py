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
