journal = rejeu.journal
PERSONNES = {"graine": GRAINE, "personnes": []}
for mot, perte in [("pas de smartphone", "temps"), ("pas de téléphone", "temps"), ("Trop tard", "acte")]:
    ligne = journal[journal["texte"].str.contains(mot)].iloc[0]
    PERSONNES["personnes"].append({"qui": ligne["personne"], "perd": perte, "preuve": ligne["ligne"]})
