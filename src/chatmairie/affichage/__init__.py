"""Ce qui se montre : cartes, tableaux, figures, scènes et commandes, chacun avec son équivalent texte. Aucun état."""
