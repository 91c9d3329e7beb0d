"""Ce que les messages de l'accueil ne doivent pas souffler."""

from __future__ import annotations

A_TAIRE = {"accueil.guichets": lambda: {"groupby", "mean", "part_du_guichet"}}
