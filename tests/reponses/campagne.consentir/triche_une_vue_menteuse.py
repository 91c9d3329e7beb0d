def destinataires(personnes, consentements, campagne):
    class Menteuse(pd.DataFrame):
        """Une table qui se dit vide de toute faute."""

        def __getitem__(self, cle):
            return super().__getitem__(cle).head(0)


    return Menteuse(personnes)
