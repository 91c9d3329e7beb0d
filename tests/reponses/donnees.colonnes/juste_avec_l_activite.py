utiles = ["age", "scolarise_commune", "pieces_fournies", "assurance_valide", "dans_les_delais"]
COLONNES = {c: "appliquer la règle sur " + c for c in utiles}
COLONNES["activite"] = "L'activité demandée"
