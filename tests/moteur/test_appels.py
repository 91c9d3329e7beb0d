"""Les doublures que reçoit un juge : chez soi, elles appellent les vraies productions et comptent leur calcul."""

from __future__ import annotations

import functools
import random

import numpy as np
import pytest

from chatmairie.juge.appels import Seance, avec_graine, doubler, nature, textes_de
from chatmairie.juge.formes import ELEMENTS_D_UNE_LISTE
from chatmairie.juge.temps_limite import TempsDepasse
from tests.moteur.charge import calculer


def seance(limite: float = 10.0, **productions) -> Seance:
    return Seance(productions, limite)


class Code:
    """Comme celui de `acte.code` : un état par objet, une méthode cachée, une valeur de classe."""

    longueur = 6

    def __init__(self, horloge):
        self.horloge, self.codes = horloge, {}

    def emettre(self, contact):
        self.codes[contact] = f"{random.randrange(10**self.longueur):0{self.longueur}}"
        return self.codes[contact]

    def accepter(self, contact, code):
        calculer(0.05)
        return self._meme(self.codes.get(contact), code)

    def _meme(self, un, autre):
        return un == autre


def test_une_fonction_doublee_rend_la_meme_chose_et_se_compte() -> None:
    ici = seance(f=lambda a, b: calculer(0.1) or a + b)
    assert ici.productions["f"](1, 2) == 3 and ici.productions["f"].__name__ == "f"
    assert 0.1 <= ici.compteur.utilise < 5


@pytest.mark.parametrize(
    "appelable", [sum, functools.partial(max), np.negative, type("Objet", (), {"__call__": max})()]
)
def test_ce_qui_s_appelle_sans_etre_une_fonction_s_appelle_aussi(appelable) -> None:
    doublee = seance(f=appelable).productions["f"]
    assert callable(doublee) and type(doublee).__name__ in (type(appelable).__name__, "function")


def test_une_erreur_passe_telle_quelle() -> None:
    with pytest.raises(KeyError, match="age"):
        seance(f=lambda: {}["age"]).productions["f"]()


def test_les_donnees_et_les_vides_ne_sont_pas_doubles() -> None:
    liste = [1]

    def vide(places): ...

    doubles = doubler({"A": liste, "b": ..., "c": vide, "D": 3}, None)
    assert doubles["A"] is liste and doubles["b"] is ... and doubles["c"] is vide and doubles["D"] == 3
    assert [nature(p) for p in (liste, ..., vide, Code, max)] == ["donnee", "vide", "vide", "classe", "fonction"]


# --- les générateurs ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "rendre",
    [
        lambda a: (x for x in a),
        lambda a: map(str, a),
        lambda a: filter(None, a),
        lambda a: zip(a, a, strict=True),
        lambda a: dict.fromkeys(a).keys(),
        lambda a: dict(enumerate(a)).values(),
    ],
)
@pytest.mark.parametrize("elements", [[], [3, 1, 2]])
def test_un_generateur_garde_son_type_et_ses_elements(rendre, elements) -> None:
    rendu = seance(f=rendre).productions["f"](elements)
    assert type(rendu) is type(rendre(elements)) and list(rendu) == list(rendre(elements))


def test_un_generateur_tourne_sous_le_compteur_une_seule_fois() -> None:
    tours = []

    def fonction():
        for i in range(3):
            calculer(0.1)
            tours.append(i)
            yield i

    ici = seance(f=fonction)
    rendu = ici.productions["f"]()
    assert tours == [0, 1, 2] and ici.compteur.utilise >= 0.3
    assert list(rendu) == tours == [0, 1, 2]


def test_un_generateur_sans_fin_est_borne_ou_arrete() -> None:
    import itertools

    rendu = seance(60, f=lambda: (i for i in itertools.count())).productions["f"]()
    assert sum(1 for _ in rendu) == ELEMENTS_D_UNE_LISTE

    def lent():
        while True:
            calculer(0.02)
            yield 1

    with pytest.raises(TempsDepasse):
        seance(0.1, f=lent).productions["f"]()


# --- le hasard ----------------------------------------------------------------------------------------------


def test_une_graine_remet_les_generateurs_juste_avant_l_appel() -> None:
    ici = seance(f=lambda n: [random.random(), *np.random.rand(n)], Code=Code)
    f, code = ici.productions["f"], ici.productions["Code"]
    assert avec_graine(f, 7)(2) == avec_graine(f, 7)(2) != avec_graine(f, 8)(2)
    assert f(2) != f(2)
    emis = {avec_graine(code, 7)(None).emettre("léa") for _ in range(3)}
    assert len(emis) == 1


# --- les classes --------------------------------------------------------------------------------------------


def test_une_classe_doublee_se_sert_comme_la_vraie() -> None:
    ici = seance(Code=Code)
    un, autre = ici.productions["Code"](None), ici.productions["Code"](None)
    emis = un.emettre("léa")
    assert un.accepter("léa", emis) and not autre.accepter("léa", emis) and not un.accepter("léa", "x")
    assert ici.compteur.utilise >= 0.15
    assert not hasattr(un, "_meme") and not hasattr(un, "longueur") and not hasattr(un, "codes")


def test_les_textes_d_un_objet_se_lisent_sans_le_toucher() -> None:
    objet = seance(Code=Code).productions["Code"](None)
    emis = objet.emettre("léa")
    assert {emis, "léa"} <= set(textes_de(objet))


def test_une_classe_a_qui_il_manque_une_methode_le_dit() -> None:
    objet = seance(Code=type("Code", (), {"emettre": lambda soi, contact: "1"})).productions["Code"]()
    with pytest.raises(AttributeError, match="accepter"):
        objet.accepter("léa", "1")


def test_une_methode_sans_fin_s_arrete() -> None:
    lente = type("Lente", (), {"tourner": lambda soi: calculer(600)})
    with pytest.raises(TempsDepasse):
        seance(0.05, Lente=lente).productions["Lente"]().tourner()
