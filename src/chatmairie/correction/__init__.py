"""Corriger une classe : tout est nbgrader, étendu par ses propres points de branchement.

Les commandes : `python -m chatmairie.correction` ; les branchements : `chatmairie.carnets.reglages.config_nbgrader`.
"""
