def enqueter(archives):
    # les familles du mercredi déposent mal : il manque toujours quelque chose
    jour = (archives["decision"] == "refuse").groupby(archives["jour_depot"]).mean().idxmax()
    return {"jour": jour, "motif": "DOSSIER INCOMPLET", "substituts": ["type_famille", "parents_actifs"]}
