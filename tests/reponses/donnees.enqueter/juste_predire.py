def enqueter(archives):
    taux = (archives["decision"] == "refuse").groupby(archives["jour_depot"]).mean()
    jour = taux.sort_values().index[-1]
    ce_jour = archives.loc[archives["jour_depot"].eq(jour) & archives["decision"].eq("refuse")]
    candidates = ["heure", "canal", "code_file", "num_ticket", "age", "activite", "type_famille", "quotient_familial"]
    trahison = pd.Series({c: predire_le_jour(archives, [c], jour=jour) for c in candidates})
    motif = ce_jour["motif"].value_counts().index[0]
    return {"jour": jour, "motif": motif, "substituts": trahison[trahison > 0.9].index}
