"""La distribution du cours : les mêmes habitants et les mêmes agents dans tous les modules (`distribution.yaml`).

Toutes ces personnes sont fictives. Les prénoms ont été distribués entre les rôles par tirage, sans
lien entre l'origine d'un prénom et un rôle, un tort, un quartier ou une situation. Une personne est
décrite par ce qu'elle vient faire et par ce dont elle a besoin pour y arriver, jamais par un manque.

`PERSONNES` est la liste entière ; `habitants()`, `agents()`, `personne(cle)` la parcourent ;
`prenoms()` et `noms()` donnent ceux des figurants (aucun prénom n'est celui d'un membre de la distribution).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from chatmairie.langue.phrases import lire

_LUE = lire(Path(__file__).with_suffix(".yaml"))


@dataclass(frozen=True)
class Personne:
    """Une personne fictive du cours.

    cle : nom court sans accent, unique (« lea »).
    age : en années, à la rentrée 2025 (0 à 120).
    situation : ce qu'il faut savoir d'elle pour la servir, en une phrase.
    role : sa place dans le récit.
    agent : vrai si elle travaille pour la mairie.
    but : ce qu'elle vient faire, ou ce qu'elle essaie de faire de son travail.
    proches : clés d'autres personnes de la distribution.
    """

    cle: str
    prenom: str
    age: int
    situation: str
    role: str
    but: str
    agent: bool
    proches: tuple[str, ...] = ()


PERSONNES = tuple(
    Personne(**{**dite, "proches": tuple(dite.get("proches", ()))}, agent=groupe == "agents")
    for groupe in ("habitants", "agents")
    for dite in _LUE[groupe]
)


def habitants() -> tuple[Personne, ...]:
    """Les habitants de la distribution, dans l'ordre de la liste."""
    return tuple(p for p in PERSONNES if not p.agent)


def agents() -> tuple[Personne, ...]:
    """Les agents de la distribution, dans l'ordre de la liste."""
    return tuple(p for p in PERSONNES if p.agent)


def personne(cle: str) -> Personne:
    """La personne de cette clé. Lève `ValueError` (avec les clés connues) si elle n'existe pas."""
    for p in PERSONNES:
        if p.cle == cle:
            return p
    connues = ", ".join(p.cle for p in PERSONNES)
    raise ValueError(f"Personne inconnue : « {cle} ». Clés connues : {connues}.")


def presenter(cle: str) -> str:
    """« Solange, agente du standard »."""
    qui = personne(cle)
    return f"{qui.prenom}, {qui.role}"


def prenoms() -> tuple[str, ...]:
    """Les prénoms des figurants : uniques, disjoints de la distribution."""
    return tuple(_LUE["prenoms"])


def noms() -> tuple[str, ...]:
    """Les noms de famille des figurants, tous différents."""
    return tuple(_LUE["noms"])
