"""Ce qui est commun à tous les modules : le récit, la distribution, le journal, les paris, `personnes` et `ria31`."""
