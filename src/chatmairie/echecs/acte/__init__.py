"""Module 04, carnet 41 « acte de naissance » : valider une identité avec ce que d'autres savent aussi.

Les hypothèses sont racontées dans `monde.py` ; les personnes et leurs demandes sont tirées dans `tirage.py` ; le
service naïf et son code sont dans `mecanisme.py`, ce que vaut une preuve et ce que fait une décision dans
`delivrance.py`, l'année ratée dans `rejeu.py`, les remèdes et les réponses de l'apprenant dans `remedes.py`. Ce qui se
lit est dans `textes.yaml`. Données synthétiques.
"""
