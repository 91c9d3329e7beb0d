"""Regarder sa propre table de décisions, chez soi : qui est refusé, ce que les colonnes se répètent, ce qui a bougé."""

from chatmairie.echecs.mes_decisions.rapport import auditer_mes_decisions

__all__ = ["auditer_mes_decisions"]
