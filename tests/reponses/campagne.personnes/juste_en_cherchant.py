journal = rejeu.journal
services = journal[(journal["source"] == "réunion de service") & journal["texte"].str.contains("numéros")]
appels = journal[(journal["source"] == "standard") & journal["texte"].str.contains("N'avait donné|N'avait rien")]
courriers = journal[(journal["source"] == "courrier") & journal["texte"].str.contains("serrure")]
PERSONNES = {"graine": GRAINE, "personnes": []}
for table, perte in [(services, "vie_privee"), (appels, "choix"), (courriers, "securite")]:
    ligne = table.iloc[0]
    PERSONNES["personnes"].append({"qui": ligne["personne"], "perd": perte, "preuve": ligne["ligne"]})
