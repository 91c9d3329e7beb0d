CADRAGE = {"besoin": "repondre", "publics": ["parents", "lecteur_ecran", "sans_ecran"], "indicateurs": {"echecs": 0.3}}
