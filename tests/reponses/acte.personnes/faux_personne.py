PERSONNES = {"graine": GRAINE, "personnes": []}
