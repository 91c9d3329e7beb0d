"""Choisir autrement, et l'éprouver sur beaucoup de consultations ; « Rejouons », avec les réponses de l'apprenant.

Rien n'est noté ici.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

from chatmairie.echecs.choix_ia.exercices.eliminer import lire_les_statuts
from chatmairie.echecs.choix_ia.mecanisme import (
    appliquer_les_planchers,
    chance_de_retrait,
    classer,
    cout_total,
    derouler,
    en_table,
    jour_d_arret,
    leses,
    lire_condition,
)
from chatmairie.echecs.choix_ia.monde import MONDE_DU_COURS, Monde
from chatmairie.echecs.choix_ia.rejeu import Rejeu, rejouer
from chatmairie.echecs.choix_ia.tirage import Marche
from chatmairie.echecs.commun.remedes import rejouer_avec_les_reponses

Facon = Callable[[pd.DataFrame], str | None]
"""Des offres -> le nom de celle que l'on prend (None : la consultation est « sans suite »)."""
Garde = Callable[[pd.DataFrame], pd.DataFrame]


def par_les_poids(poids: Mapping[str, float], garder: Garde = appliquer_les_planchers) -> Facon:
    """Prendre la mieux notée, avec ces poids, des offres que l'on garde."""

    def choisir(offres: pd.DataFrame) -> str | None:
        admises = garder(offres)
        return None if admises.empty else str(classer(admises, poids)["nom"].iloc[0])

    return choisir


def choisir_partout(marches: Iterable[Marche], choisir: Facon, monde: Monde = MONDE_DU_COURS) -> pd.DataFrame:
    """Une ligne par consultation : le choix fait par `choisir(offres)` (aucune si « sans suite »), et ce qu'il coûte.

    Colonnes : choix, prix, cout_total, meilleur_cout, retrait (probabilité), buzz (booléen).
    """
    lignes = []
    for marche in marches:
        couts = cout_total(marche, monde)
        choix = choisir(marche.offres.copy())
        if choix is None:
            continue
        lignes.append(
            {
                "choix": choix,
                "prix": float(marche.offres.set_index("nom")["prix_k_eur"][choix]),
                "cout_total": float(couts[choix]),
                "meilleur_cout": float(couts.min()),
                "retrait": float(chance_de_retrait(marche.qualite[choix])),
                "buzz": choix == marche.buzz,
            }
        )
    return pd.DataFrame(lignes, columns=["choix", "prix", "cout_total", "meilleur_cout", "retrait", "buzz"])


@dataclass(frozen=True, eq=False)
class Reprise:
    """Le rejeu réparé. `manque` : phrase si quelque chose n'est pas écrit ou ne tourne pas.

    gagnant : None si la consultation est sans suite. prix, cout, cout_du_maire : k€. jour : celui de l'arrêt du
    service de l'histoire par la condition écrite (None : les plaintes le font retirer avant) ; arret : le jour où elle
    arrêterait le service du gagnant, s'il tombe avant le retrait de l'histoire ; leses_sans, leses_avec : demandes
    perdues.
    publics : par public, avant (le choix du maire) et après (le gagnant), sur la même durée.
    """

    rejeu: Rejeu
    manque: str = ""
    gagnant: str | None = None
    prix: float = 0.0
    cout: float = 0.0
    cout_du_maire: float = 0.0
    jour: int | None = None
    arret: int | None = None
    leses_sans: int = 0
    leses_avec: int = 0
    publics: pd.DataFrame | None = field(default=None, repr=False)

    @property
    def leses(self) -> tuple[int, int, int] | None:
        """Demandes perdues avant, après, et sur combien ; None si rien n'a été rejoué."""
        if self.publics is None:
            return None
        avant, apres = (int(self.publics[c].sum()) for c in ("Choix du maire", "Votre choix"))
        return avant, apres, int(self.rejeu.publics["demandes"].sum())


def rejouer_avec(graine: int, *, eliminer: Any, PONDERATION: Any, CADRAGE: Any) -> Reprise:
    """Rejoue l'ouverture de cette graine avec les trois réponses. Ne lève rien de ce que lève leur code."""
    rejeu = rejouer(graine)
    pieces = {"eliminer": eliminer, "PONDERATION": PONDERATION, "CADRAGE": CADRAGE}
    reprise, manque = rejouer_avec_les_reponses(pieces, lambda: _rejouer(rejeu, pieces))
    return reprise if reprise is not None else Reprise(rejeu, manque)


def _rejouer(rejeu: Rejeu, pieces: Mapping[str, Any]) -> Reprise:
    statuts = {ligne["nom"]: ligne["statut"] for ligne in lire_les_statuts(pieces["eliminer"](rejeu.offres.copy()))}
    admises = rejeu.offres[rejeu.offres["nom"].map(statuts).eq("admise")].reset_index(drop=True)
    if admises.empty:
        return Reprise(rejeu)
    gagnant = str(classer(admises, pieces["PONDERATION"])["nom"].iloc[0])
    couts = cout_total(rejeu.marche)
    condition = lire_condition(pieces["CADRAGE"]["arret"])
    jour = jour_d_arret(rejeu.deroule, condition)
    jour = jour if jour is not None and jour <= rejeu.retrait else None
    apres = derouler(np.random.default_rng([rejeu.graine, 3]), qualite=float(rejeu.marche.qualite[gagnant]))
    arret = jour_d_arret(apres, condition)
    fin = min(rejeu.retrait, arret) if arret is not None else rejeu.retrait
    table = en_table(apres, fin)
    publics = pd.DataFrame(
        {
            "Public": rejeu.publics["public"],
            "Choix du maire": rejeu.publics["echecs"],
            "Votre choix": table["echecs"],
        }
    ).sort_values("Choix du maire", ascending=False)
    return Reprise(
        rejeu,
        gagnant=gagnant,
        prix=float(rejeu.offres.set_index("nom")["prix_k_eur"][gagnant]),
        cout=float(couts[gagnant]),
        cout_du_maire=float(couts[rejeu.gagnant]),
        jour=jour,
        arret=arret if arret is not None and arret <= rejeu.retrait else None,
        leses_sans=int(leses(rejeu.deroule, rejeu.retrait).sum()),
        leses_avec=int(leses(rejeu.deroule, jour or rejeu.retrait).sum()),
        publics=publics.reset_index(drop=True),
    )
