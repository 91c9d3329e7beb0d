"""Module 04, carnet 42 « campagne culturelle » : un fichier qui servait à autre chose, et l'agenda des agents.

Le mécanisme et ses constantes sont racontés dans `monde.py` ; le fichier et les accords sont tirés dans `fichier.py`,
l'agenda dans `agenda.py`, la campagne ratée dans `rejeu.py`. Données synthétiques, personnes fictives.
"""
