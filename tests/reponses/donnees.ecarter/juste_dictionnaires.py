def ecarter(archives):
    """Une classe de raisons, ligne par ligne, sans condition de pandas."""
    raisons = {}
    for numero, agent, motif in zip(archives["num_dossier"], archives["instruit_par"], archives["motif"], strict=True):
        if not agent:
            raisons[numero] = "fermé le soir par le logiciel"
        elif motif == "PARENTS SANS ACTIVITE":
            raisons[numero] = "critère illégal, abandonné en 2021"
    return archives.assign(raison_ecart=archives["num_dossier"].map(raisons).fillna(""))


def rapprocher(table):
    vues = {}
    for ligne in table.to_dict("records"):
        if not ligne["raison_ecart"]:
            vues[ligne["id_enfant"], ligne["activite"], ligne["annee"]] = ligne
    return pd.DataFrame(list(vues.values()))
