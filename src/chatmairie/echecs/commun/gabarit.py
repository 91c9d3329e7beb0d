"""Un exercice que plusieurs modules posent : le gabarit le dit et le juge, chaque module y ajoute ce qui est à lui."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from chatmairie.juge.exercice import Entrees, Exercice, Mondes, Productions, Reponse, Sujet
from chatmairie.juge.fiche import Fiche
from chatmairie.juge.jugement import FORME
from chatmairie.langue.phrases import lire


class Gabarit(Fiche):
    """La fiche d'un module, complétée par celle du gabarit ; chaque contrôle est la méthode de son nom."""

    def __init__(self, programme: str, gabarit: str) -> None:
        super().__init__(programme)
        self.contenu = {**lire(Path(gabarit).with_suffix(".yaml")), **self.contenu}
        self.mots = self.contenu.get("mots", {})

    def poser(self, mondes: Mondes, repondre: Callable[[Productions, Entrees], Reponse]) -> Exercice:
        """L'exercice de ce module. Rien n'y est tiré : la réponse est jugée pour ce qu'elle est."""
        for code in self.contenu["controles"].keys() - {FORME}:
            self.controle(getattr(self, code))
        return self.exercice(mondes=mondes, sujet=lambda _hasard, _monde: Sujet({}, {}), repondre=repondre)


@cache
def textes(programme: str) -> Fiche:
    """Le `textes.yaml` du dossier de ce programme : `T = textes(__file__)`, `T.dire(nom, …)`."""
    return Fiche(str(Path(programme).with_name("textes")))
