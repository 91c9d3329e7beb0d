"""Les paris du module : ce qui s'est passé ensuite."""

from __future__ import annotations

from typing import Any

import numpy as np

from chatmairie.echecs.choix_ia.mecanisme import PART_QUI_NOTE, Condition, jour_d_arret
from chatmairie.echecs.commun.paris import Paris

P = Paris(__file__)


@P.devoile
def combien(rejeu: Any) -> str:
    perdues, demandes = int(rejeu.publics["echecs"].sum()), int(rejeu.publics["demandes"].sum())
    return P.dire("combien", perdues=perdues, demandes=demandes, part=round(100 * perdues / demandes))


@P.devoile
def quand(rejeu: Any) -> str:
    perdues = rejeu.deroule.echecs.sum(axis=1).cumsum()
    recues = rejeu.deroule.plaintes.sum(axis=1).cumsum()
    premiere = int(np.argmax(recues > 0))
    qui = [p.nom for p, n in zip(rejeu.deroule.publics, rejeu.deroule.plaintes[premiere], strict=True) if n]
    pires = rejeu.publics.nlargest(3, "sur_100")
    return P.dire(
        "quand",
        premiere=premiere + 1,
        qui=" ; ".join(qui),
        perdues=int(perdues[premiere]),
        retrait=rejeu.retrait,
        plaintes=int(rejeu.publics["plaintes"].sum()),
        ecrites=int(pires["plaintes"].sum()),
        echecs=int(pires["echecs"].sum()),
    )


@P.devoile
def satisfaction(rejeu: Any) -> str:
    jour = jour_d_arret(rejeu.deroule, Condition("satisfaction", 6.0, 3, "moyenne"))
    if jour is not None:
        return P.dire("satisfaction/arrete", jour=jour)
    servies, perdues = (round(100 * PART_QUI_NOTE[sorte]) for sorte in ("servie", "perdue"))
    return P.dire("satisfaction/jamais", jours=rejeu.deroule.jours, servies=servies, perdues=perdues)


@P.devoile
def frugalite(mesures: Any) -> str:
    lignes = mesures.set_index("solution")
    petit, gros = lignes.loc["petit classifieur"], lignes.loc["gros classifieur"]
    return P.dire(
        "frugalite",
        formulaire=round(100 * lignes.loc["formulaire à règles"]["exactitude"]),
        petit=round(100 * petit["exactitude"]),
        gros=round(100 * gros["exactitude"]),
        fois=round(gros["secondes_pour_1000"] / max(petit["secondes_pour_1000"], 1e-9)),
    )


PARIS = P.tous()
