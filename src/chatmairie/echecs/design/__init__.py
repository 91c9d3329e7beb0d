"""Module 03 « Le design » : la mairie apprend à son assistant à parler « comme les jeunes », et oublie à qui il répond.

Le corpus est dans `corpus.py`, le moteur qui répond dans `modele.py`, les dix personnes et leurs constantes dans
`public.py`, la première semaine dans `rejeu.py`. Données synthétiques, personnes fictives.
"""
