"""Module 03 « Le design » : la mairie apprend à son assistant à parler « comme les jeunes », et oublie à qui il répond.

Quatre pièces : `corpus` et `modele` (le mécanisme : un petit moteur de recherche qui répond), `public` (dix personnes
et ce qu'il leur faut), `page` (ce qu'un navigateur et un lecteur d'écran trouvent dans une page), `journal` (ce que les
gens ont vécu). Rien n'est importé ici, pour que `import chatmairie` reste léger.
Données synthétiques, personnes fictives.
"""
