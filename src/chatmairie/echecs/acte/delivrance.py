"""Les façons de dire qui l'on est, et ce qu'une décision fait à une demande : qui reçoit l'acte, qui reste dehors.

Une décision : voie, identification, remise, signe, prevenir, motif (voir `exercices/politique.py`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from numpy.random import Generator

from chatmairie.echecs.acte.monde import TEXTES

VOIES: dict[str, str] = TEXTES["voies"]
SANS_REMISE = ("pas_besoin", "refus")
REMISES = ("espace_securise", "courrier", "guichet", "courriel", "chat", "aucune")
REMISES_OUVERTES = ("courriel", "chat")
"""Ce que d'autres peuvent lire : boîte partagée, écran d'un autre, journal de conversation."""


@dataclass(frozen=True)
class Identification:
    """nom : comme on l'écrit. minutes : d'une personne honnête, trajet compris. exige : ce qu'un attaquant doit savoir
    ou tenir (None : rien n'y suffit). voie : où se donne cette preuve, et où la voie annoncée doit mener."""

    nom: str
    minutes: float
    exige: tuple[str, ...] | None = None
    voie: str = ""


IDENTIFICATIONS = {cle: Identification(**dit) for cle, dit in TEXTES["identifications"].items()}


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


MINUTES_D_UNE_REPONSE = 1.0  # lire « pas besoin d'acte », ou un refus expliqué (hypothèse du cours)


@dataclass(frozen=True)
class Issue:
    """Ce qui arrive. servi : la demande aboutit. pourquoi : code de ce qui a manqué (« ok » si rien). minutes : pour la
    personne qui demande."""

    servi: bool
    pourquoi: str
    minutes: float = 0.0


def suivre(demande: Mapping[str, Any], decision: Mapping[str, str]) -> Issue:
    """L'issue de cette demande (avec sa vérité) sous cette décision."""
    voie, identification, remise = decision["voie"], decision["identification"], decision["remise"]
    if voie in SANS_REMISE:
        return Issue(False, voie, MINUTES_D_UNE_REPONSE)
    if remise == "aucune":
        return Issue(False, "rien_remis")
    moyens = demande["vue"]["moyens"]
    if demande["genre"] == "attaque":
        passee = passe(identification, demande["savoirs"])
        return Issue(passee, "ok" if passee else "arrete", IDENTIFICATIONS[identification].minutes)
    if identification != "aucune" and identification not in moyens:
        return Issue(False, "moyen_absent")
    if voie == "guichet" and "piece_au_guichet" not in moyens and demande["situation"] == "etranger":
        return Issue(False, "guichet_trop_loin")
    if remise == "espace_securise" and identification != "franceconnect_plus":
        return Issue(False, "espace_ferme")
    if remise == "guichet" and "piece_au_guichet" not in moyens:
        return Issue(False, "guichet_trop_loin")
    if demande["genre"] == "sans_droit" and identification in ("piece_au_guichet", "courrier_justifie"):
        return Issue(False, "refuse_plus_tard", IDENTIFICATIONS[identification].minutes)
    return Issue(True, "ok", IDENTIFICATIONS[identification].minutes)
