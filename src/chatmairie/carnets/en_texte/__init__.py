"""Le cours sans JupyterLab : chaque carnet en page à lire et en `.py`, jugé et rendu depuis un terminal.

fichier.py   du carnet distribué au `.py`, et retour
page.py      la page à lire, sans script
execution.py exécuter un `.py` cellule par cellule, et le raconter
commandes.py ce que l'on tape : verifier, deposer, indice, options, corrige, progression, sauvegarder, reprendre
"""
