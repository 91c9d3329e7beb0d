"""Module 02 « Les données » : la mairie entraîne une IA sur ses archives, sans les trier.

Quatre pièces : `simulation` (le monde et l'échec), `nettoyage` (mettre les archives en forme),
`modele` (entraîner, décider, mesurer), `journal` (ce que les gens ont vécu). Rien n'est importé
ici, pour que `import chatmairie` reste léger. Données synthétiques, personnes fictives.
"""
