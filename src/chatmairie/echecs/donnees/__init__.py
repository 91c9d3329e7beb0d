"""Module 02 « Les données » : la mairie entraîne une IA sur ses archives, sans les trier.

Les hypothèses sont dans `monde.py` ; les demandes et les dossiers de 2025 sont tirés dans `tirage.py` ; ce que la
mairie et son logiciel en ont fait, dans `archives.py` ; la mise en forme et le modèle, dans `mecanisme.py` ; la
rentrée ratée, dans `rejeu.py`. Données synthétiques, personnes fictives.
"""
