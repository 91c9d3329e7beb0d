journal = rejeu.journal
TOUS = " ".join(journal["personne"])
torts = journal[journal["texte"].str.contains("bouton|formés|suivi")]
PERSONNES = {
    "graine": GRAINE,
    "personnes": [{"qui": f"{TOUS} {ligne}", "perd": "temps", "preuve": ligne} for ligne in torts["ligne"]],
}
