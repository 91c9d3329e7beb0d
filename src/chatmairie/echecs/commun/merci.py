"""Le dernier écran d'un carnet : qui votre réponse épargne, qui elle n'épargne pas, et votre crainte du début."""

from __future__ import annotations

from chatmairie.affichage.cartes import CarteTexte
from chatmairie.echecs.commun import craintes

EPARGNEE, LESEE = "Votre réponse épargne quelqu'un : ", "Elle n'épargne pas tout le monde : "
SANS = (
    "Dans ce rejeu, votre réponse n'épargne encore personne.",
    "Dans ce rejeu, nous n'avons trouvé personne qu'elle laisse de côté : les vingt mondes de `eprouver(…)` en "
    "cherchent.",
)


def merci(souhait: str, manque: str, epargnee: str = "", lesee: str = "") -> CarteTexte:
    """souhait : la crainte à rappeler (une clé de `craintes.SOUHAITS`). manque : pourquoi le rejeu n'a pas eu lieu.

    epargnee, lesee : une phrase sur une personne, ou rien s'il n'y en a pas.
    """
    dite = craintes.lire().get(souhait, "")
    crainte = f"« {craintes.en_phrase(dite)} »" if dite else "vous n'en aviez pas écrit."
    gens = manque or "\n\n".join((EPARGNEE + epargnee if epargnee else SANS[0], LESEE + lesee if lesee else SANS[1]))
    return CarteTexte("Merci", f"{gens}\n\nVotre crainte, au début : {crainte}")
