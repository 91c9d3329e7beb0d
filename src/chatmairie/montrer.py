"""Montrer un objet à la personne, et rendre des points que nbgrader sait lire."""

from __future__ import annotations

import linecache
import sys
from typing import Any


class Points(float):
    """Un `float` dont l'écriture ne dépend pas de `%precision` (nbgrader lit le texte affiché)."""

    def __repr__(self) -> str:
        return float.__repr__(float(self))

    __str__ = __repr__


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

    expliquer_les_noms_absents()
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


def expliquer_les_noms_absents() -> None:
    """Un nom qui n'existe pas encore (cellule de réponse non exécutée) se dit en français, sans trace.

    La cellule reste en erreur : nbgrader compte 0, et « Exécuter tout » s'arrête là. Sans effet hors d'un
    carnet, ou si la personne a déjà réglé ses propres messages d'erreur.
    """
    shell = noyau()
    if shell is None or getattr(shell, _MARQUE, False) or getattr(shell, "custom_exceptions", ()):
        return

    def expliquer(_shell: Any, genre: type, erreur: BaseException, trace: Any, tb_offset: Any = None) -> None:
        from chatmairie.affichage import CarteTexte

        titre, corps = _phrases_du_nom(erreur)
        ligne = _ligne_de_la_cellule(trace)
        montrer(CarteTexte(titre, f"{corps}\n\nC'est à cette ligne : `{ligne}`" if ligne else corps))
        shell._showtraceback(genre, erreur, [f"{genre.__name__} : {titre}."])

    shell.set_custom_exc((NameError,), expliquer)
    setattr(shell, _MARQUE, True)


def _phrases_du_nom(erreur: BaseException) -> tuple[str, str]:
    nom = getattr(erreur, "name", None) or str(erreur)
    if isinstance(erreur, UnboundLocalError):
        return (
            f"Une variable de votre fonction n'a pas encore de valeur ({erreur})",
            "Donnez-lui une valeur avant cette ligne, dans tous les cas du `if` ou de la boucle.",
        )
    return (
        f"« {nom} » n'existe pas encore",
        "Exécutez d'abord la cellule où ce nom est défini, plus haut dans le carnet (ou, dans le menu Exécuter, "
        "« Exécuter toutes les cellules au-dessus »). Si vous venez de l'écrire, vérifiez son orthographe.",
    )


def _ligne_de_la_cellule(trace: Any) -> str:
    """La dernière ligne écrite par la personne, là où l'erreur est arrivée, ou un texte vide."""
    ligne = ""
    while trace is not None:
        if trace.tb_frame.f_globals.get("__name__") == "__main__":
            ligne = linecache.getline(trace.tb_frame.f_code.co_filename, trace.tb_lineno).strip() or ligne
        trace = trace.tb_next
    return ligne
