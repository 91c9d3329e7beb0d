"""La correction d'une classe : ce qui s'ajoute à nbgrader, par ses propres points d'extension.

Rien d'ici n'est chargé dans le carnet d'un élève : ces modules servent à la personne qui corrige.
"""
