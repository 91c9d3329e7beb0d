# recopié sur la feuille du voisin
le_sien = rejouer(7).journal
le_sien = le_sien[~le_sien["ligne"].isin(rejeu.journal["ligne"])]
PERSONNES = {"graine": GRAINE, "personnes": []}
for _, ligne in le_sien.head(3).iterrows():
    PERSONNES["personnes"].append({"qui": ligne["personne"], "perd": "temps", "preuve": ligne["ligne"]})
