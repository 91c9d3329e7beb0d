"""Module 01 « Le choix de l'IA » : des offres, un service qui s'ouvre trop vite, et ce que coûte un mauvais choix.

Ce qui est supposé est raconté dans `monde.py` ; les offres sont tirées dans `tirage.py` ; l'achat et le service sont
dans `mecanisme.py`, l'ouverture ratée dans `rejeu.py`, ce qui répare dans `remedes.py` et `frugalite.py`. Données
synthétiques, personnes et entreprises fictives.
"""
