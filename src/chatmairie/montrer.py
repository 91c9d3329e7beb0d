"""Montrer un objet à la personne, et rendre des points que nbgrader sait lire."""

from __future__ import annotations

import sys
from typing import Any


class Points(float):
    """Un `float` dont l'écriture ne dépend pas de `%precision` (nbgrader lit le texte affiché)."""

    def __repr__(self) -> str:
        return float.__repr__(float(self))

    __str__ = __repr__

    def _repr_pretty_(self, imprimante: Any, cycle: bool) -> None:
        imprimante.text(repr(self))


def noyau() -> Any:
    """Le shell IPython en cours, ou None."""
    if "IPython" not in sys.modules:
        return None
    from IPython import get_ipython

    return get_ipython()


def montrer(objet: Any) -> None:
    """Affiche `objet` : riche dans un carnet, en texte ailleurs."""
    shell = noyau()
    if shell is None:
        print(repr(objet))
        return
    from IPython.display import display

    _expliquer_les_noms_absents(shell)
    display(objet)


def montrer_les_avis(suivi: Any) -> None:
    """Montre une fois les phrases en attente du progrès (fichier mis de côté, disque plein…)."""
    if not suivi.avis:
        return
    from chatmairie.affichage import CarteTexte

    phrases, suivi.avis[:] = "\n".join(suivi.avis), []
    montrer(CarteTexte("À propos de votre progression", phrases))


def rendre_le_resultat(points: Points) -> Points:
    """Rend les points ; si l'élève a réglé IPython pour ne rien montrer, les affiche tout de même.

    Sans résultat affiché, nbgrader donnerait tous les points de la cellule.
    """
    shell = noyau()
    if shell is not None and getattr(shell, "ast_node_interactivity", "last_expr") == "none":
        shell.displayhook(points)
    return points


_MARQUE = "_chatmairie_noms_absents"


def _expliquer_les_noms_absents(shell: Any) -> None:
    """Un nom qui n'existe pas encore (cellule de réponse non exécutée) se dit en français, sans trace."""
    if getattr(shell, _MARQUE, False) or getattr(shell, "custom_exceptions", ()):
        return

    def expliquer(_shell: Any, _genre: Any, erreur: BaseException, _trace: Any, tb_offset: Any = None) -> None:
        from chatmairie.affichage import CarteTexte

        nom = getattr(erreur, "name", None) or str(erreur)
        montrer(
            CarteTexte(
                f"« {nom} » n'existe pas encore",
                "Exécutez d'abord la cellule où ce nom est défini, plus haut dans le carnet (ou, dans le menu Exécuter, "
                "« Exécuter toutes les cellules au-dessus »). Si vous venez de l'écrire, vérifiez son orthographe.",
            )
        )

    shell.set_custom_exc((NameError,), expliquer)
    setattr(shell, _MARQUE, True)
