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
