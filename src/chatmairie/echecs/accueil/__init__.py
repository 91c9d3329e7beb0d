"""L'accueil : l'histoire avant les échecs, les craintes, le numéro de chacun, un premier exercice non noté."""
