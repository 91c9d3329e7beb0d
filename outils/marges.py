"""Ce qu'est un seuil à mesurer, et la marge trouvée : le vocabulaire commun des `marges_<module>.py`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from chatmairie.juge.exercice import Reponse, Sujet


@dataclass(frozen=True)
class Mesure:
    """Un seuil : au plus `seuil` pour réussir (`au_plus`), ou au moins. `lire` mesure une réponse sur un sujet."""

    exercice: str
    controle: str
    quoi: str
    seuil: float
    lire: Callable[[Sujet, Reponse], float]
    au_plus: bool = True

    @property
    def nom(self) -> str:
        """Unique parmi toutes les mesures."""
        return f"{self.exercice} : {self.quoi}"


@dataclass(frozen=True)
class Marge:
    """`pire` : la pire mesure des bonnes réponses ; `proche` : la fausse la plus proche (None si aucune)."""

    exercice: str
    quoi: str
    seuil: float
    pire: float
    proche: float | None
    au_plus: bool = True

    @property
    def marge(self) -> float:
        """Ce qui sépare la pire bonne réponse du seuil (positif si elle passe)."""
        return self.seuil - self.pire if self.au_plus else self.pire - self.seuil
