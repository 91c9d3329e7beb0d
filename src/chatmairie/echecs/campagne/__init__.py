"""Module 04, carnet 42 « campagne culturelle » : un fichier qui servait à autre chose, et l'agenda des agents.

Le mécanisme et ses constantes sont racontés dans `monde.py` ; le fichier, les accords et l'agenda sont tirés dans
`tirage.py`, la campagne ratée dans `rejeu.py`. Données synthétiques, personnes fictives.
"""
