"""Les paris d'un module, jamais notés : une question avant de regarder, ce qui s'est passé ensuite.

`paris.yaml` dit, dans l'ordre, la question de chaque pari et ses réponses (sans réponses : un nombre sur 100), puis les
phrases du dévoilement ; dans `paris.py`, une fonction du nom du pari calcule ce qui remplit ces phrases.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from chatmairie.juge.exercice import Prevision
from chatmairie.juge.fiche import Fiche

JE_NE_SAIS_PAS = {"je ne sais pas": "Je ne sais pas."}


class Paris(Fiche):
    """Ce que disent les paris d'un module : `P = Paris(__file__)`, `P.dire(nom, …)`."""

    def __init__(self, programme: str) -> None:
        super().__init__(programme)
        self._module = Path(programme).parent.name
        self._devoilements: dict[str, Callable[..., str]] = {}

    def devoile(self, fonction: Callable[..., str]) -> Callable[..., str]:
        """Décore la fonction qui porte le nom d'un pari, et dit ce qui s'est passé."""
        self._devoilements[fonction.__name__] = fonction
        return fonction

    def tous(self) -> tuple[Prevision, ...]:
        """Les paris, dans l'ordre de la fiche. Lève `KeyError` si l'un d'eux n'est pas dévoilé."""
        return tuple(self._pari(nom, **dit) for nom, dit in self.contenu["paris"].items())

    def _pari(self, nom: str, question: str, reponses: dict[str, str] | None = None) -> Prevision:
        toutes: Any = reponses and {**reponses, **JE_NE_SAIS_PAS}
        return Prevision(f"{self._module}.{nom}", question, toutes, self._devoilements[nom])
