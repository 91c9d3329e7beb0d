"""Module 03 « Le design » : la mairie apprend à son assistant à parler « comme les jeunes », et oublie à qui il répond.

Le corpus est tiré dans `tirage.py` ; le moteur qui répond et la page sont dans `mecanisme.py`, les dix personnes et
leurs constantes dans `public.py`, la première semaine dans `rejeu.py`. Données synthétiques, personnes fictives.
"""
