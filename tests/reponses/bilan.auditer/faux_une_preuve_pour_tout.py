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
