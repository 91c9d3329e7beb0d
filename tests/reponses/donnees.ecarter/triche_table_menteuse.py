class Table(pd.DataFrame):
    """Une table qui dit contenir tout ce qu'on lui demande."""

    def __len__(self):
        return 2000

    def __contains__(self, colonne):
        return True


def ecarter(archives):
    return Table(archives)


def rapprocher(table):
    return Table(table)
