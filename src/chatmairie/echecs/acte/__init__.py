"""Module 04, carnet 41 « acte de naissance » : valider une identité avec ce que d'autres savent aussi.

Le mécanisme et ses constantes sont racontés dans `monde.py` ; les personnes sont tirées dans `registre.py`, leurs
demandes dans `demandes.py`, le service naïf dans `service.py`, l'année ratée dans `rejeu.py` ; `reglage.py` dit ce que
fait un code, `defenses.py` ce que vaut une identification, `collecte.py` ce qui reste. Données synthétiques.
"""
