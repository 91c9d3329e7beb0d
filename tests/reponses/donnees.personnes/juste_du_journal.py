journal = rejeu.journal
lettres = journal[(journal["source"] == "courrier") & journal["texte"].str.contains("aucun")]
heures = journal[(journal["source"] == "feuille d'heures") & journal["texte"].str.contains("en moins|prises")]
groupes = journal[(journal["source"] == "animations") & journal["texte"].str.contains("en moins|de moins")]
PERSONNES = {"graine": GRAINE, "personnes": []}
for table, perte in [(lettres, "place"), (heures, "temps"), (groupes, "revenu")]:
    ligne = table.iloc[0]
    PERSONNES["personnes"].append({"qui": ligne["personne"], "perd": perte, "preuve": ligne["ligne"]})
