"""Montrer un objet à la personne, et rendre des points que nbgrader sait lire."""

from __future__ import annotations

import inspect
import linecache
import re
import sys
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

import chatmairie
from chatmairie.langue.terminal import sortie_sure


class Points(float):
    """Un `float` dont l'écriture ne dépend pas de `%precision` (nbgrader lit le texte), et qu'un carnet ne montre pas :
    la carte du verdict dit déjà les points."""

    def __repr__(self) -> str:
        return float.__repr__(float(self))

    __str__ = __repr__

    def _repr_html_(self) -> str:
        return "<span></span>"


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
        sortie_sure()
        print(repr(objet))
        return
    from IPython.display import display

    expliquer_les_noms_absents()
    display(objet)


def porte(geste: Callable[..., Any]) -> Callable[..., Any]:
    """Le même geste ; appelé de travers, il montre comment il s'écrit, et rend None."""
    nom, forme = geste.__name__, inspect.signature(geste)
    muets = [p.replace(annotation=p.empty) for p in forme.parameters.values()]
    ecriture = nom + str(forme.replace(parameters=muets, return_annotation=forme.empty)).replace("Ellipsis", "...")
    a_quoi = (inspect.getdoc(geste) or "").partition("\n")[0]

    @wraps(geste)
    def appeler(*arguments: Any, **nommes: Any) -> Any:
        try:
            forme.bind(*arguments, **nommes)
        except TypeError:
            from chatmairie.affichage.cartes import CarteTexte

            return montrer(CarteTexte(f"`{nom}` ne s'appelle pas ainsi", f"{a_quoi}\n\nCela s'écrit : `{ecriture}`."))
        return geste(*arguments, **nommes)

    return appeler


def montrer_les_avis(suivi: Any) -> None:
    """Montre une fois les phrases en attente du progrès (fichier mis de côté, disque plein…)."""
    if not suivi.avis:
        return
    from chatmairie.affichage.cartes import CarteTexte

    phrases, suivi.avis[:] = "\n".join(suivi.avis), []
    montrer(CarteTexte("À propos de votre progression", phrases))


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
        from chatmairie.affichage.cartes import CarteTexte

        if isinstance(erreur, SyntaxError):
            titre, corps = _phrases_de_l_ecriture(erreur)
            montrer(CarteTexte(titre, corps))
            shell._showtraceback(genre, erreur, [f"{genre.__name__} : {titre}"])
            return
        absente = (getattr(erreur, "name", None) or "").partition(".")[0]
        if isinstance(erreur, ModuleNotFoundError) and absente in EN_PLUS:
            titre, corps = phrases_de_la_bibliotheque_absente(absente)
        elif isinstance(erreur, NameError):
            titre, corps = _phrases_du_nom(erreur)
            ligne = _ligne_de_la_cellule(trace)
            corps += f"\n\nC'est à cette ligne : `{ligne}`" if ligne else ""
        else:
            _raconter_un_refus(shell, genre, erreur, trace, tb_offset)
            return
        montrer(CarteTexte(titre, corps))
        shell._showtraceback(genre, erreur, [f"{genre.__name__} : {titre}."])

    shell.set_custom_exc((NameError, SyntaxError, ValueError, TypeError, ModuleNotFoundError), expliquer)
    # une indentation fautive est vue avant la compilation : IPython la montre par un autre chemin
    shell.showsyntaxerror = lambda *_a, **_o: expliquer(shell, *shell._get_exc_info())
    shell.events.register("post_run_cell", _suivre_les_reponses)
    setattr(shell, _MARQUE, True)


def _raconter_un_refus(shell: Any, genre: type, erreur: BaseException, trace: Any, tb_offset: Any) -> None:
    """Une fonction du cours a refusé une valeur, avec sa phrase : une carte. Toute autre erreur garde sa trace."""
    from chatmairie.affichage.cartes import CarteTexte
    from chatmairie.affichage.erreurs import expliquer_erreur

    explication = expliquer_erreur(erreur)
    if not explication.phrase or explication.phrase != explication.message:
        shell._showtraceback(
            genre, erreur, shell.InteractiveTB.structured_traceback(genre, erreur, trace, tb_offset=tb_offset)
        )
        return
    ligne = _ligne_de_la_cellule(trace)
    montrer(
        CarteTexte(
            "Ce n'est pas possible ainsi", f"{erreur}\n\nC'est à cette ligne : `{ligne}`" if ligne else str(erreur)
        )
    )
    shell._showtraceback(genre, erreur, [f"{genre.__name__} : {erreur}"])


_DEFINITIONS = re.compile(r"^(?:def\s+(\w+)|((?:\w+\s*,\s*)*\w+)\s*=(?!=))", re.MULTILINE)
_perimees: set[str] = set()


def _suivre_les_reponses(resultat: Any) -> None:
    """Retient les noms qu'une cellule en erreur voulait redéfinir : leur ancienne valeur est encore là."""
    source = getattr(getattr(resultat, "info", None), "raw_cell", "") or ""
    noms = {n.strip() for d in _DEFINITIONS.findall(source) for part in d for n in part.split(",") if n.strip()}
    if resultat.error_before_exec is None and resultat.error_in_exec is None:
        _perimees.difference_update(noms)
    else:
        _perimees.update(noms)


def reponses_perimees(noms: Iterable[str]) -> list[str]:
    """Parmi ces noms, ceux dont la dernière version écrite n'a pas pu être exécutée."""
    return [n for n in noms if n in _perimees]


def _phrases_de_l_ecriture(erreur: SyntaxError) -> tuple[str, str]:
    """Une faute de frappe : ce qui manque sans doute, et la ligne."""
    from chatmairie.affichage.erreurs import expliquer_erreur

    explication = expliquer_erreur(erreur)
    lieu = (
        f"Ligne {explication.ligne} de cette cellule : `{explication.code.strip()}`" if explication.code.strip() else ""
    )
    corps = [explication.essayer, lieu, "Rien n'a été exécuté : vos réponses d'avant sont intactes."]
    return explication.phrase, "\n\n".join(p for p in corps if p)


def _phrases_du_nom(erreur: BaseException) -> tuple[str, str]:
    if isinstance(erreur, UnboundLocalError):
        return (
            f"Une variable de votre fonction n'a pas encore de valeur ({erreur})",
            "Donnez-lui une valeur avant cette ligne, dans tous les cas du `if` ou de la boucle.",
        )
    return phrases_du_nom_absent(getattr(erreur, "name", None) or str(erreur))


def phrases_des_reponses_perimees(noms: Iterable[str]) -> tuple[str, str]:
    """Le titre et le corps d'une carte : la note porte sur une version plus ancienne de ces noms."""
    return (
        "Cette note porte sur une réponse plus ancienne",
        f"La dernière version de {' et '.join(f'`{n}`' for n in noms)} contenait une erreur et n'a pas été exécutée. "
        "Corrigez la cellule de réponse, exécutez-la, puis relancez celle-ci.",
    )


EN_PLUS = ("fairlearn", "pandera")
"""Les bibliothèques que montrent quelques cellules, et dont le cours se passe (`plus`, dans pyproject.toml)."""


def phrases_de_la_bibliotheque_absente(nom: str) -> tuple[str, str]:
    """Le titre et le corps d'une carte : cette cellule demande une bibliothèque que cette machine n'a pas."""
    return (
        f"« {nom} » n'est pas installée ici",
        f"Cette cellule montre une bibliothèque de plus ; le reste du carnet s'en passe. Pour l'ajouter : "
        f"`pip install {nom}`, puis redémarrez le noyau.",
    )


def phrases_du_nom_absent(nom: str) -> tuple[str, str]:
    """Le titre et le corps d'une carte : ce nom n'existe pas dans le carnet."""
    if nom in chatmairie.__all__:
        return (
            f"« {nom} » n'est pas encore importé",
            f"Exécutez d'abord : `from chatmairie import {nom}`. Puis exécutez de nouveau cette cellule.",
        )
    return (
        f"« {nom} » n'existe pas encore",
        "Exécutez d'abord la cellule où ce nom est défini, plus haut dans le carnet (ou, dans le menu Exécution, "
        "« Exécuter tout au-dessus de la cellule sélectionnée »). Si vous venez de l'écrire, vérifiez son "
        "orthographe.\n\n"
        f'Si c\'est un mot à choisir ou un texte, mettez-le entre guillemets droits : `"{nom}"`.',
    )


def _ligne_de_la_cellule(trace: Any) -> str:
    """La dernière ligne écrite par la personne, là où l'erreur est arrivée, ou un texte vide."""
    ligne = ""
    while trace is not None:
        if trace.tb_frame.f_globals.get("__name__") == "__main__":
            ligne = linecache.getline(trace.tb_frame.f_code.co_filename, trace.tb_lineno).strip() or ligne
        trace = trace.tb_next
    return ligne
