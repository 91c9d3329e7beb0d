"""Le numéro de chacun : la graine de tous ses rejeux, choisie une fois à l'accueil, rappelée dans chaque carnet.

Il reste écrit en toutes lettres dans chaque carnet (`GRAINE = …`) : une correction se fait sur une autre machine, où la
progression de la personne n'existe pas.
"""

from __future__ import annotations

import secrets
from typing import Any

from chatmairie.affichage.montrer import montrer, montrer_les_avis, noyau
from chatmairie.juge.donnee_simple import simplifier
from chatmairie.juge.exercice import FormeInattendue
from chatmairie.parcours import progres

CLE = "accueil.numero"
PREMIER, DERNIER = 1, 999_999_999
PAR_DEFAUT = 2026
AU_HASARD = "au hasard"


def choisir_numero(numero: Any = ...) -> None:
    """Garde votre numéro, un entier positif (`"au hasard"` : le cours en tire un)."""
    from chatmairie.affichage.cartes import CarteTexte

    if numero is ...:
        deja = lire()
        actuel = f"Votre numéro est {deja}." if deja else "Vous n'en avez pas encore."
        return montrer(
            CarteTexte(
                "Votre numéro",
                f"{actuel} Choisissez-le dans le formulaire ; ou en Python : `choisir_numero(4127)`.",
            )
        )
    if isinstance(numero, str) and numero.strip().lower() == AU_HASARD:
        numero = 1000 + secrets.randbelow(9000)
    refus = _refus(numero)
    if refus:
        return montrer(CarteTexte("Ce numéro n'a pas été gardé", refus))
    numero = simplifier(numero)
    suivi = progres.courant()
    suivi.ecrire("notes", CLE, numero)
    montrer(
        CarteTexte(
            f"Votre numéro : {numero}",
            f"Chaque carnet s'ouvre sur « Votre numéro » : écrivez-y {numero} ; ou en Python, à la place du nombre de "
            f"`GRAINE = {PAR_DEFAUT}`, avant d'exécuter. En cas d'oubli, le tableau des exercices vous le rappellera.",
            "Les personnes, les lignes et les chiffres de votre rejeu seront les vôtres. La leçon reste la même.",
        )
    )
    return montrer_les_avis(suivi)


def lire() -> int | None:
    """Le numéro gardé, ou None (aucun, ou illisible)."""
    lu = progres.courant().lire("notes", CLE)
    return lu if type(lu) is int and PREMIER <= lu <= DERNIER else None


def rappel() -> Any:
    """La carte qui rappelle le numéro quand le carnet en porte un autre, ou None.

    Rien sans numéro choisi, rien hors d'un carnet, rien pendant une correction.
    """
    from chatmairie.affichage.cartes import CarteTexte

    shell, numero = noyau(), lire()
    ecrit = None if shell is None else shell.user_ns.get("GRAINE")
    if numero is None or type(ecrit) is not int or ecrit == numero:
        return None
    return CarteTexte(
        f"Votre numéro est {numero}",
        f"Ce carnet porte encore `GRAINE = {ecrit}`. Pour rejouer avec le vôtre, écrivez `GRAINE = {numero}` dans "
        "cette cellule et exécutez-la à nouveau ; gardez-le jusqu'à la fin du carnet.",
    )


def _refus(numero: Any) -> str:
    if isinstance(numero, str):
        return f'Sans guillemets : `choisir_numero(4127)`. Ou bien, pour en tirer un : `choisir_numero("{AU_HASARD}")`.'
    try:
        simple = simplifier(numero)
    except FormeInattendue:
        simple = None
    if type(simple) is not int or not PREMIER <= simple <= DERNIER:
        return f"Un numéro est un nombre entier, sans virgule, entre {PREMIER} et {DERNIER}."
    return ""
