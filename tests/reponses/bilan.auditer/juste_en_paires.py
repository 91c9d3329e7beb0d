tenus = {
    "CM-STR-06": "offres_ecartees", "CM-CAD-02": "arret_rejoue", "CM-SOC-02": "lignes_ecartees", "CM-SOC-04": "torts_par_groupe",
    "CM-CAD-07": "decisions_rejouees", "CM-CAD-05": "inventaire_champs", "CM-CAD-09": "attaques_rejouees",
    "CM-CAD-06": "registre_accords", "CM-SOC-05": "refus_par_defaut", "CM-SOC-10": "incident_joue",
}
AUDIT = {critere: ("Oui", preuve) for critere, preuve in tenus.items()}
AUDIT["cm-ux-02"] = ("Non", "aucune")
AUDIT["CM-UI-04"] = ("non", "aucune")
