"""Module 02 « Les données » : la mairie entraîne une IA sur ses archives, sans les trier.

Le mécanisme et ses constantes sont racontés dans `monde.py` ; les demandes sont tirées dans `tirage.py`,
ce que la mairie et son logiciel en ont fait dans `archives.py` (et `salete.py`), les demandes de 2025
dans `dossiers.py`, la rentrée ratée dans `rejeu.py`. Données synthétiques, personnes fictives.
"""
