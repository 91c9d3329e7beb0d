"""Un code à usage unique : ce que son réglage change pour qui devine, pour qui sait, et pour d'honnêtes gens.

Un réglage est un dictionnaire : longueur (chiffres), essais (avant blocage), duree_min (minutes), envoye_a
(« chat », « numero_tape » ou « contact_verifie »), lie_a (« session » ou « demande »), prolonger (vrai ou faux),
autre_voie (« aucune », « guichet », « guichet_et_courrier »).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.random import Generator

from chatmairie.echecs.acte.monde import PART_TELEPHONE_CONNU, SITUATIONS, Attaquant

ENVOYE_A = {
    "chat": "dans le chat lui-même",
    "numero_tape": "au numéro que la personne vient de taper",
    "contact_verifie": "à un contact que la mairie avait déjà vérifié",
}
LIE_A = {
    "session": "les essais se comptent par session : une nouvelle fenêtre repart à zéro",
    "demande": "les essais se comptent par demande, quelle que soit la fenêtre",
}
AUTRE_VOIE = {
    "aucune": "aucune autre voie",
    "guichet": "le guichet",
    "guichet_et_courrier": "le guichet, ou le courrier pour les personnes qui ne peuvent pas venir",
}
DEMANDES = 100  # demandes qu'un devineur peut ouvrir (hypothèse du cours)
SESSIONS = 200  # fenêtres qu'il peut ouvrir sur une même demande
FAUTE_PAR_CHIFFRE = 0.03  # chance de se tromper, par chiffre tapé (hypothèse du cours)
TELEPHONE_POSE = 0.0005  # chance, par minute de vie du code, qu'un regard de passage le lise sur un téléphone posé

# Secondes (médianes) : recevoir, trouver et lire, taper un chiffre ; hypothèses du cours.
_RECEVOIR = {"etranger": 150.0}
_LIRE = {"tape_lentement": 35.0, "lecteur_ecran": 45.0, "sans_smartphone": 20.0}
_PAR_CHIFFRE = {"tape_lentement": 6.0, "lecteur_ecran": 5.0}


def temps_de_reponse(
    hasard: Generator, situation: str, longueur: int, recu: bool = False, taille: int | None = None
) -> Any:
    """Secondes entre l'envoi du code et sa saisie (`recu` : le code arrive sur un téléphone, pas dans le chat)."""
    secondes = _LIRE.get(situation, 10.0) + longueur * _PAR_CHIFFRE.get(situation, 1.2)
    tire = secondes * np.exp(hasard.normal(0, 0.45, taille))
    if recu:
        tire = tire + _RECEVOIR.get(situation, 8.0) * np.exp(hasard.normal(0, 0.7, taille))
    return tire


def chance_de_deviner(longueur: int, essais: float, demandes: int = DEMANDES) -> float:
    """1 - (1 - k/10^d)^r : chance de tomber juste au moins une fois, k essais sur chacune de r demandes."""
    par_demande = min(1.0, essais / 10.0**longueur)
    return 1.0 if par_demande >= 1 else -float(np.expm1(demandes * np.log1p(-par_demande)))


def chance_du_devineur(reglage: Mapping[str, Any], demandes: int = DEMANDES) -> float:
    """La même, pour ce réglage : des essais comptés par session se multiplient par les fenêtres ouvertes."""
    fenetres = SESSIONS if reglage["lie_a"] == "session" else 1
    return chance_de_deviner(reglage["longueur"], reglage["essais"] * fenetres, demandes)


def chance_sans_telephone(reglage: Mapping[str, Any], attaquant: Attaquant) -> float:
    """Part des demandes où cet attaquant lit le code sans tenir le téléphone de la personne et sans rien deviner."""
    if reglage["envoye_a"] in ("chat", "numero_tape"):
        return attaquant.part("etat_civil")  # le code vient à lui
    return part_lue_en_passant(reglage) if attaquant.part("telephone_en_main") > 0 else 0.0


def part_lue_en_passant(reglage: Mapping[str, Any]) -> float:
    """Part des codes lus par quelqu'un de passage, sur un téléphone posé, pendant la vie du code."""
    return 1 - float(np.exp(-TELEPHONE_POSE * reglage["duree_min"]))


def part_dehors(hasard: Generator, reglage: Mapping[str, Any], situation: str, personnes: int = 400) -> float:
    """Part des personnes de cette situation qui n'obtiennent rien, ni par le code ni autrement."""
    if situation == "sans_telephone" and reglage["envoye_a"] != "chat":
        par_code = np.zeros(personnes, dtype=bool)
    else:
        par_code = _reussit(hasard, reglage, situation, personnes)
    if reglage["envoye_a"] == "contact_verifie":
        par_code &= hasard.random(personnes) < PART_TELEPHONE_CONNU  # pour les autres, la mairie n'a rien vérifié
    voie = reglage["autre_voie"]
    if voie == "guichet_et_courrier" or (voie == "guichet" and situation != "etranger"):
        return 0.0
    return float(1 - par_code.mean())


def part_bloquee(hasard: Generator, reglage: Mapping[str, Any], situation: str, personnes: int = 400) -> float:
    """Part de ceux qui ont reçu le code et ne peuvent pas s'en servir (trop lent, trop de fautes)."""
    if situation == "sans_telephone":
        return 0.0
    return float(1 - _reussit(hasard, reglage, situation, personnes).mean())


def _reussit(hasard: Generator, reglage: Mapping[str, Any], situation: str, personnes: int) -> np.ndarray:
    recu = reglage["envoye_a"] != "chat"
    limite = reglage["duree_min"] * 60 * (3 if reglage["prolonger"] else 1)
    secondes = temps_de_reponse(hasard, situation, reglage["longueur"], recu, personnes)
    faute = 1 - (1 - FAUTE_PAR_CHIFFRE) ** reglage["longueur"]
    fautes = hasard.geometric(1 - min(0.95, faute), personnes)
    secondes = secondes + (fautes - 1) * temps_de_reponse(hasard, situation, reglage["longueur"], False, personnes)
    return (secondes <= limite) & (fautes <= reglage["essais"])


def groupes() -> tuple[str, ...]:
    """Les situations jugées, dans l'ordre."""
    return tuple(SITUATIONS)
