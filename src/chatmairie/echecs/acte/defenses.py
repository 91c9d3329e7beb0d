"""Les façons de dire qui l'on est : ce que chacune demande à un attaquant, et à qui elle est ouverte."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.acte import monde as m
from chatmairie.echecs.acte.demandes import savoirs_tires
from chatmairie.echecs.acte.monde import Monde


@dataclass(frozen=True)
class Identification:
    """nom : comme on l'écrit. exige : ce qu'un attaquant doit savoir ou tenir (None : rien n'y suffit)."""

    nom: str
    exige: tuple[str, ...] | None


IDENTIFICATIONS: Mapping[str, Identification] = {
    "aucune": Identification("aucune preuve demandée", ()),
    "questions": Identification("des questions (noms des parents…)", ("etat_civil", "parents")),
    "photo_piece": Identification("une photo de la pièce d'identité, dans le chat", ("photo_piece",)),
    "code_numero_tape": Identification("un code au numéro que l'on vient de taper", ("etat_civil",)),
    "code_numero_verifie": Identification("un code au numéro déjà vérifié", ("telephone_en_main",)),
    "franceconnect": Identification("FranceConnect (niveau faible)", ("mot_de_passe",)),
    "franceconnect_plus": Identification("FranceConnect+ (niveau substantiel ou élevé)", None),
    "piece_au_guichet": Identification("pièce d'identité montrée au guichet, rendue aussitôt", None),
    "courrier_justifie": Identification("identité, lien et adresse prouvés par courrier, envoi à cette adresse", None),
}
"""Que rien ne passe les trois dernières est une hypothèse du cours : elles réduisent le risque, elles ne l'annulent
pas."""
MINUTES = {
    "franceconnect_plus": 6.0,
    "franceconnect": 4.0,
    "code_numero_verifie": 4.0,
    "code_numero_tape": 5.0,
    "questions": 6.0,
    "photo_piece": 7.0,
    "courrier_justifie": 15.0,
    "piece_au_guichet": 45.0,
    "aucune": 3.0,
}
"""Minutes d'une personne honnête, trajet au guichet compris (hypothèses du cours)."""


def passe(identification: str, savoirs: tuple[str, ...]) -> bool:
    """Vrai si quelqu'un qui sait ou tient `savoirs` passe cette identification à la place d'un autre."""
    exige = IDENTIFICATIONS[identification].exige
    return exige is not None and set(exige) <= set(savoirs)


def moyens_honnetes(hasard: Generator, situation: str, franceconnect: str, telephone_connu: bool) -> tuple[str, ...]:
    """Ce par quoi une personne honnête peut passer. Le courrier est ouvert à tous ; le reste, selon la situation."""
    moyens = ["courrier_justifie"]
    if situation != "etranger" and (situation in ("sans_telephone", "sans_smartphone") or hasard.random() < 0.8):
        moyens.append("piece_au_guichet")
    if franceconnect == "FranceConnect+":
        moyens += ["franceconnect_plus", "franceconnect"]
    elif franceconnect:
        moyens.append("franceconnect")
    if situation not in ("sans_telephone",):
        moyens += ["questions", "code_numero_tape"]
        if telephone_connu:
            moyens.append("code_numero_verifie")
        if situation != "sans_smartphone":
            moyens.append("photo_piece")
    return tuple(str(x) for x in hasard.permutation(moyens))


def moyens_annonces(hasard: Generator, savoirs: tuple[str, ...]) -> tuple[str, ...]:
    """Ce qu'un attaquant dit pouvoir faire : ce qu'il sait passer, et, pour ressembler aux autres, le reste."""
    moyens = {cle for cle in IDENTIFICATIONS if cle != "aucune" and passe(cle, savoirs)} | {"courrier_justifie"}
    moyens |= {cle for cle in ("piece_au_guichet", "franceconnect", "questions") if hasard.random() < 0.6}
    return tuple(str(x) for x in hasard.permutation(sorted(moyens)))


DEFENSES = {
    "code de 4 chiffres dans le chat (le service naïf)": ("etat_civil", "contact"),
    "code de 8 chiffres dans le chat": ("etat_civil", "contact"),
    "plus de questions : les noms des parents": ("etat_civil", "contact", "parents"),
    "photo de la pièce d'identité dans le chat": ("etat_civil", "photo_piece"),
    "FranceConnect (niveau faible)": ("mot_de_passe",),
    "code au numéro déjà vérifié": ("etat_civil", "telephone_en_main"),
    "FranceConnect+, guichet ou courrier": None,
}
"""Remède -> ce qu'il faut savoir pour le passer. Le service naïf ne compare le numéro que s'il en connaît un."""


def mesurer_les_defenses(hasard: Generator, monde: Monde, tirages: int = 5000) -> pd.DataFrame:
    """Une ligne par remède, une colonne par attaquant (son nom) : actes obtenus sur 100 demandes."""
    lignes: list[dict[str, Any]] = []
    tires = {a.nom: [savoirs_tires(hasard, a) for _ in range(tirages)] for a in monde.attaquants}
    connu = hasard.random(tirages) < m.PART_TELEPHONE_CONNU
    for remede, exige in DEFENSES.items():
        ligne: dict[str, Any] = {"Remède": remede}
        for nom, savoirs in tires.items():
            obtenus = 0.0
            if exige is not None:
                sans_contact = set(exige) - {"contact"}
                obtenus = float(
                    np.mean([set(exige if c else sans_contact) <= set(s) for c, s in zip(connu, savoirs, strict=True)])
                )
            ligne[nom] = round(100 * obtenus)
        lignes.append(ligne)
    return pd.DataFrame(lignes)
