PERSONNES = {"graine": GRAINE, "personnes": []}
for mot, perte in [("Trop tard", "acte"), ("adresse qui n'est pas la sienne|À qui|crédit", "papiers"), ("pas de téléphone", "temps"), ("prestataire", "intimite")]:
    ligne = rejeu.journal[rejeu.journal["texte"].str.contains(mot)].iloc[0]
    PERSONNES["personnes"].append({"qui": ligne["personne"], "perd": perte, "preuve": ligne["ligne"]})
