COLONNES = (
    {
        "prenom": "saluer la famille par son prénom",
        "num_dossier": "retrouver le dossier papier",
    }
)
