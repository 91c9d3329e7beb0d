from chatmairie.echecs.bilan.exercices.auditer import PREUVES

criteres = ["CM-STR-06", "CM-CAD-02", "CM-SOC-02", "CM-SOC-04", "CM-CAD-07", "CM-UX-02", "CM-UI-04", "CM-CAD-05"]
criteres += ["CM-CAD-09", "CM-CAD-06", "CM-SOC-05", "CM-SOC-10"]
AUDIT = {critere: {"reponse": "partiel", "preuve": "incident_joue"} for critere in criteres}
