"""Ce qui se passe dans le noyau d'une copie, entre les cellules de l'élève : préparer, puis remettre en ordre.

Appelé en silence par `execution_copies.py`, dans le processus de l'élève. Rien d'ici n'est une protection contre
quelqu'un de décidé : c'est ce qu'il faut pour qu'un réglage honnête (`ast_node_interactivity`, `exit()`) ne coûte
pas de points, et pour que le juge soit chargé avant le code rendu.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import Any

AU_DEPART = "__import__('chatmairie.correction.execution_noyau', fromlist=['x']).au_depart()"
AVANT_LA_NOTE = "__import__('chatmairie.correction.execution_noyau', fromlist=['x']).avant_la_note()"

_d_origine: dict[str, Any] = {}


def au_depart() -> None:
    """Charge le juge avant tout code rendu (un `pandas.py` de l'élève n'y change rien), et désarme `exit()`."""
    from IPython import get_ipython

    chemins = list(sys.path)
    sys.path[:] = [c for c in chemins if c not in ("", ".")]
    try:
        with suppress(ImportError):  # un cours d'essai peut se passer de nos exercices
            import chatmairie
            from chatmairie import catalogue

            catalogue.tous()
            _d_origine["paquet"], _d_origine["fonctions"] = chatmairie, dict(chatmairie._fonctions())
    finally:
        sys.path[:] = chemins
        if "" not in chemins:
            # Les modules de l'élève s'importent, là où IPython les met : après ceux de Python, avant les autres.
            rang = next(
                (i for i, c in enumerate(chemins) if c.endswith(("site-packages", "dist-packages"))), len(chemins)
            )
            sys.path.insert(rang, "")
    shell = get_ipython()
    if shell is None:
        return
    # `exit()` ou `quit()` oubliés dans une cellule arrêteraient le noyau un instant plus tard, dans une autre cellule.
    shell.ask_exit = lambda: None
    _d_origine["affichage"] = shell.displayhook


def avant_la_note() -> None:
    """Juste avant une cellule de notation : les réglages d'IPython dont dépend la lecture de la note."""
    from IPython import get_ipython

    shell = get_ipython()
    if shell is None:
        return
    shell.ast_node_interactivity = "last_expr"
    shell.ast_transformers.clear()
    shell.input_transformers_post.clear()
    if "paquet" in _d_origine:  # `from chatmairie import noter` prend la vraie fonction, quoi qu'on y ait rangé
        sys.modules["chatmairie"] = _d_origine["paquet"]
        vars(_d_origine["paquet"]).update(_d_origine["fonctions"])
    if "affichage" in _d_origine:
        shell.displayhook = _d_origine["affichage"]
        shell.display_trap.hook = _d_origine["affichage"]
