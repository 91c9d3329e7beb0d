"""Une classe dont aucune méthode n'est écrite est « non traitée » ; une seule méthode écrite, et elle est jugée."""

from __future__ import annotations

from chatmairie.juge.formes import non_traitee


class Bouchon:
    """Une classe à écrire."""

    def __init__(self, horloge):
        """La docstring ne compte pas."""
        ...

    def emettre(self, contact): ...


class Commencee:
    def __init__(self, horloge):
        self.horloge = horloge

    def emettre(self, contact): ...


class Constante:
    DUREE = 600

    def emettre(self, contact): ...


class Vide:
    pass


def test_les_methodes_bouchons_font_une_classe_non_traitee() -> None:
    assert non_traitee(Bouchon)


def test_ce_qui_est_commence_est_juge() -> None:
    assert not non_traitee(Commencee)
    assert not non_traitee(Constante)
    assert not non_traitee(Vide)
    assert not non_traitee(dict)
