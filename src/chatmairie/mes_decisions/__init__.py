"""Regarder sa propre table de décisions, chez soi : qui est refusé, ce que les colonnes se répètent, ce qui a bougé."""
