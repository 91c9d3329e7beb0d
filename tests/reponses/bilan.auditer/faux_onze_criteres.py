AUDIT = {"CM-STR-06": {"reponse": "oui", "preuve": "offres_ecartees"}}
