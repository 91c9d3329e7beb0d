"""Module 01 « Le choix de l'IA » : des offres, un service qui s'ouvre trop vite, et ce que coûte un mauvais choix.

Ce qui est supposé est raconté dans `monde.py` ; les offres sont tirées dans `offres.py`, ce qu'elles coûtent dans
`couts.py`, le service qui s'ouvre dans `service.py`, l'ouverture ratée dans `rejeu.py`. Données synthétiques,
personnes et entreprises fictives.
"""
