"""Ce que l'on bouge : deux manettes, minces. Tout est calculé par `reglage` et `defenses`."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np

from chatmairie.affichage.cartes import Ensemble
from chatmairie.affichage.tableaux import Tableau
from chatmairie.affichage.widgets import Cases, Choix, Curseur, Manette
from chatmairie.echecs.acte.champs import PAR_CLE
from chatmairie.echecs.acte.monde import MONDE_DU_COURS, NOMS_DES_SITUATIONS
from chatmairie.echecs.acte.reglage import (
    DEMANDES,
    ENVOYE_A,
    LIE_A,
    chance_du_devineur,
    chance_sans_telephone,
    part_bloquee,
)
from chatmairie.echecs.acte.rejeu import rejouer
from chatmairie.echecs.commun.journal import SYNTHETIQUE


def manette_code(graine: int) -> Manette:
    """« Quel code ? » : qui devine, qui sait, qui est bloqué."""
    return Manette(
        {
            "longueur": Curseur("Longueur", 4, 10, 1, 4, "chiffres"),
            "essais": Curseur("Essais avant blocage", 1, 50, 1, 5),
            "duree": Curseur("Durée de vie", 1, 60, 1, 1, ("minute", "minutes")),
            "envoye_a": Choix("Le code arrive", ENVOYE_A, "chat"),
            "lie_a": Choix("Les essais", LIE_A, "session"),
            "prolonger": Choix("Demander du temps", {"non": "impossible", "oui": "possible"}, "non"),
        },
        lambda **reglage: montrer_code(graine, **reglage),
        titre="Quel code ?",
    )


@lru_cache(maxsize=128)
def montrer_code(
    graine: int, longueur: float, essais: float, duree: float, envoye_a: str, lie_a: str, prolonger: str
) -> Any:
    """Ce que fait ce réglage aux attaquants, et aux gens."""
    reglage = {
        "longueur": int(longueur),
        "essais": int(essais),
        "duree_min": float(duree),
        "envoye_a": envoye_a,
        "lie_a": lie_a,
        "prolonger": prolonger == "oui",
        "autre_voie": "aucune",
    }
    hasard = np.random.default_rng([graine, 41, 4])
    devine = chance_du_devineur(reglage)
    attaques = [
        {
            "Qui": f"quelqu'un qui « {a.nom} », sans tenir le téléphone",
            "Codes obtenus, sur 1 000 demandes": round(1000 * chance_sans_telephone(reglage, a)),
        }
        for a in MONDE_DU_COURS.attaquants
    ]
    gens = [
        {"Qui": nom, "Bloqués, sur 100": round(100 * part_bloquee(hasard, reglage, s))}
        for s, nom in NOMS_DES_SITUATIONS.items()
        if s != "sans_telephone"
    ]
    return Ensemble(
        Tableau(
            attaques,
            legende=f"Deviner : {_pour_mille(devine)} chances sur 1 000 de tomber juste au moins une fois sur "
            f"{DEMANDES} "
            "demandes. Ceux qui n'ont pas besoin de deviner :",
            max_lignes=None,
        ),
        Tableau(
            gens,
            legende="Honnêtes gens qui reçoivent leur code et ne peuvent pas s'en servir (les personnes sans "
            "téléphone ne "
            f"le reçoivent pas). Hypothèses du cours. {SYNTHETIQUE}",
            max_lignes=None,
        ),
    )


def _pour_mille(part: float) -> str:
    return f"{1000 * part:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def manette_champs(graine: int) -> Manette:
    """« Quels champs garder ? » : le fichier qui reste, et ce qu'un voleur de fichier en ferait."""
    noms = {cle: champ.nom for cle, champ in PAR_CLE.items()}
    return Manette(
        {"gardes": Cases("Champs gardés", noms, list(noms))},
        lambda gardes: montrer_fichier(graine, tuple(gardes)),
        titre="Quels champs garder ?",
    )


def montrer_fichier(graine: int, gardes: tuple[str, ...]) -> Any:
    """Pour les champs gardés : combien de réponses, et ce que d'autres en feraient."""
    personnes = len(rejouer(graine).collecte)
    lignes = [
        {"Champ": PAR_CLE[c].nom, "Réponses": personnes, "Ce qu'un autre en ferait": PAR_CLE[c].prise} for c in gardes
    ]
    return Ensemble(
        Tableau(
            lignes,
            legende=f"{len(gardes)} champs demandés à {personnes} personnes : {len(gardes) * personnes} "
            "réponses à garder, "
            f"au plus. {SYNTHETIQUE}",
            max_lignes=None,
            vide="Rien n'est gardé : rien ne peut être volé, ni réutilisé. Personne ne peut être servi non plus.",
        )
    )
