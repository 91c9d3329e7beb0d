journal = rejeu.journal
prises = pd.concat([journal[journal["personne"].eq(n)].head(1) for n in ("Rayan", "Karim", "Gaspard, agent d'accueil du service périscolaire")])
PERSONNES = {
    "graine": GRAINE,
    "personnes": pd.DataFrame({"qui": prises["personne"], "perd": "temps", "preuve": prises["ligne"]}),
}
