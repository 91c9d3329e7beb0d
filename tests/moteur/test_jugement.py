"""Verdicts : statut, points, mondes, et les réponses étranges."""

from __future__ import annotations

import asyncio
import math

import numpy as np
import pandas as pd
import pytest

from chatmairie.juge import jugement, temps_limite
from chatmairie.juge.donnee_simple import est_nombre, simplifier
from chatmairie.juge.exercice import Constat, Controle, FormeInattendue, Sujet
from chatmairie.juge.jugement import juger, sujet_public, sujets_de_notation
from tests.moteur.charge import calculer, machine_occupee
from tests.moteur.factice import COLONNES, DEUX, DOUBLER, doubler_juste


def rendre(fonction, sujets=None):
    return juger(DOUBLER, {"doubler": fonction}, sujets or sujets_de_notation(DOUBLER))


def constats(rendu):
    return [e.constat.phrase for e in rendu.verdict.echecs if e.constat.phrase]


# --- non traité, à revoir, réussi ---------------------------------------------------------------------------


def vide(places): ...


def vide_documentee(places):
    """Rend les places doublées."""
    ...


def seulement_documentee(places):
    """Rend les places doublées."""


def pas_encore(places):
    raise NotImplementedError


@pytest.mark.parametrize("stub", [..., vide, vide_documentee, seulement_documentee, pas_encore])
def test_rien_d_ecrit_est_non_traite(stub) -> None:
    verdict = rendre(stub).verdict
    assert (verdict.statut, verdict.points, verdict.echecs, verdict.reussis) == ("non traité", 0.0, (), ())
    assert "`doubler`" in verdict.message and "répondez dans le formulaire" in verdict.message


def test_une_bibliotheque_qui_leve_notimplementederror_n_est_pas_une_cellule_vide() -> None:
    rendu = rendre(lambda places: asyncio.AbstractEventLoop().run_forever())
    assert rendu.verdict.statut == "à revoir" and isinstance(rendu.erreur, NotImplementedError)


def test_une_reponse_juste_a_tous_les_points() -> None:
    verdict = rendre(doubler_juste).verdict
    assert (verdict.statut, verdict.points, verdict.points_max, verdict.echecs) == ("réussi", 2.25, 2.25, ())
    assert verdict.reussis == ("forme", "tous_doubles", "signe")


def test_une_reponse_partielle_dit_qui_est_lese() -> None:
    rendu = rendre(lambda places: places.clip(lower=0) * 2)
    assert (rendu.verdict.statut, rendu.verdict.points) == ("à revoir", 0.5)
    assert len(constats(rendu)) == 1 and "leurs deux places" in constats(rendu)[0]
    perdu = {e.controle: e.constat for e in rendu.verdict.echecs}
    assert perdu["signe"] == Constat("pas_double", "")


def test_un_controle_perdu_par_dependance_n_est_pas_examine() -> None:
    appels = []
    fantome = Controle("fantome", 0.25, lambda s, r: appels.append(1), ("forme",))
    exercice = _avec_controles(DOUBLER.controles[0], fantome)
    assert juger(exercice, {"doubler": lambda places: 3}, [sujet_public(exercice)]).verdict.points == 0.0
    assert not appels


def _avec_controles(*controles):
    import dataclasses

    return dataclasses.replace(DOUBLER, controles=controles)


@pytest.mark.parametrize(("points", "obtenus"), [(0.25, 1.0), (1.75, 0.25)])
def test_un_tort_grave_ne_laisse_pas_plus_de_la_moitie(points: float, obtenus: float) -> None:
    """Sur 2,25 ou 2 points : la moitié, en quarts, ou moins si le contrôle en coûte déjà plus."""
    grave = Constat("vole", "Camille est volée.", grave=True)
    exercice = _avec_controles(
        Controle("tient", 2.0 - points if points > 1 else 2.0, lambda s, r: None),
        Controle("vole", points, lambda s, r: grave),
    )
    rendu = juger(exercice, {"doubler": doubler_juste}, [sujet_public(exercice)])
    assert rendu.verdict.points == obtenus
    assert (jugement.QUELQU_UN_EST_LESE in rendu.verdict.avis) == (points < 1)


def test_un_tort_grave_se_dit_avant_un_tort_qui_ne_l_est_pas() -> None:
    """Le même contrôle, manqué de deux façons dans deux mondes : on lit la plus grave, même pour moins de gens."""
    suite = iter([Constat("gene", "Dix personnes attendent.", leses=10.0), Constat("vole", "Une est volée.", leses=1.0,
                  grave=True)])  # fmt: skip
    exercice = _avec_controles(Controle("tort", 1.0, lambda s, r: next(suite)))
    sujet = sujet_public(exercice)
    assert constats(juger(exercice, {"doubler": doubler_juste}, [sujet, sujet])) == ["Une est volée."]


def test_print_a_la_place_de_return_a_sa_phrase() -> None:
    affiche = constats(rendre(lambda places: print(places * 2)))
    oublie = constats(rendre(lambda places: (places * 2, None)[1]))
    assert len(affiche) == len(oublie) == 1
    assert "print" in affiche[0] and "ne rend rien" in affiche[0]
    assert "return" in oublie[0] and "print" not in oublie[0]


@pytest.mark.parametrize(
    ("rendu", "mot"),
    [
        (3, "un nombre"),
        ([2, 4], "une liste"),
        (pd.DataFrame({"a": [1]}), "un tableau"),
        (..., "rien n'est encore écrit"),
        ("deux", "un texte"),
        (float("nan"), "un nombre"),
        (doubler_juste, "une fonction"),
    ],
)
def test_un_mauvais_type_est_nomme(rendu, mot: str) -> None:
    phrases = constats(rendre(lambda places: rendu))
    assert len(phrases) == 1 and mot in phrases[0] and "`doubler`" in phrases[0]


def test_une_valeur_a_la_place_d_une_fonction() -> None:
    verdict = rendre(12).verdict
    assert verdict.points == 0.0 and "doit être une fonction" in verdict.echecs[0].constat.phrase


@pytest.mark.parametrize(
    ("fautive", "mot"),
    [
        (lambda p: (p * 2).reset_index(drop=True), "index"),
        (lambda p: (p * 2).iloc[:10], "10 réponses pour 40"),
        (lambda p: pd.Series(list(p * 2), index=["d0"] * 40), "index"),
        (lambda p: pd.Series(list(p * 2), index=pd.Index([{i} for i in range(40)], dtype=object)), "index"),
    ],
)
def test_un_mauvais_index_a_sa_phrase(fautive, mot: str) -> None:
    assert mot in constats(rendre(fautive))[0]


def test_un_index_dans_un_autre_ordre_est_accepte() -> None:
    assert rendre(lambda p: (p * 2).iloc[::-1]).verdict.statut == "réussi"


# --- objets étranges ----------------------------------------------------------------------------------------


class ToujoursEgal:
    __hash__ = None

    def __eq__(self, autre):
        return True

    def __lt__(self, autre):
        return True

    def __len__(self):
        return 40

    def __iter__(self):
        return iter([self] * 40)

    def __getattr__(self, nom):
        return self

    def __call__(self, *args, **options):
        return self


class FausseSerie(ToujoursEgal):
    __class__ = pd.Series


class SerieMaison(pd.Series):
    def __eq__(self, autre):
        return True


class TexteMaison(str):
    def __eq__(self, autre):
        return True

    __hash__ = str.__hash__


class NombreMaison(float):
    def __eq__(self, autre):
        return True

    __hash__ = float.__hash__


class DictionnaireMaison(dict):
    def items(self):
        return {"age": "regle"}.items()

    def __contains__(self, cle):
        return False


@pytest.mark.parametrize("objet", [ToujoursEgal(), FausseSerie(), SerieMaison([1] * 40)])
def test_un_objet_egal_a_tout_ne_gagne_rien(objet) -> None:
    assert rendre(lambda places: objet).verdict.points == 0.0


def test_une_colonne_d_objets_egaux_a_tout_ne_gagne_rien() -> None:
    assert rendre(lambda p: pd.Series([ToujoursEgal()] * 40, index=p.index, dtype=object)).verdict.points == 0.0
    assert rendre(lambda p: pd.Series([NombreMaison(0)] * 40, index=p.index, dtype=object)).verdict.points == 0.5


def test_un_seuil_egal_a_tout_ne_gagne_rien() -> None:
    for faux in (NombreMaison(0), np.float64("nan"), float("inf"), True, ToujoursEgal(), None):
        assert juger(DEUX, {"SEUIL": faux, "trier": sorted}, sujets_de_notation(DEUX)).verdict.points in (0.0, 1.25)


def test_un_dictionnaire_qui_ment_est_lu_pour_ce_qu_il_est() -> None:
    menteur = DictionnaireMaison(age="regle", jour="au_cas_ou")
    verdict = juger(COLONNES, {"COLONNES": menteur}, sujets_de_notation(COLONNES)).verdict
    assert verdict.points == 0.25 and verdict.echecs[0].controle == "sans_jour"


@pytest.mark.parametrize(
    ("valeur", "simple"),
    [
        (np.float64(1.5), 1.5),
        (np.int64(3), 3),
        (np.bool_(True), True),
        (np.longdouble(1.5), 1.5),
        (TexteMaison("mardi"), "mardi"),
        (NombreMaison(2.0), 2.0),
        (math.inf, math.inf),
        (pd.NA, None),
        (pd.NaT, None),
        ((1, [2, np.array([3])]), [1, [2, [3]]]),
        ({"b", "a"}, ["a", "b"]),
        ({1: {"a": None}}, {"1": {"a": None}}),
    ],
)
def test_tout_devient_donnee_simple(valeur, simple) -> None:
    lu = simplifier(valeur)
    assert repr(lu) == repr(simple) and type(lu) is type(simple)


def test_nan_reste_nan_et_n_est_pas_un_nombre() -> None:
    assert math.isnan(simplifier(np.float64("nan"))) and type(simplifier(np.float64("nan"))) is float
    assert not any(est_nombre(v) for v in (math.nan, math.inf, True, "3", None)) and est_nombre(3)


def test_ce_qui_ne_se_lit_pas_le_dit() -> None:
    sans_fin: list = []
    sans_fin.append(sans_fin)
    for valeur, mot in [
        (object(), "object"),
        (sans_fin, "sans fin"),
        ({None: 1}, "clé"),
        ([...], "..."),
        (pd.Series([1]), "Series"),
    ]:
        with pytest.raises(FormeInattendue, match=mot.replace(".", r"\.")):
            simplifier(valeur)


def test_une_reponse_enorme_est_refusee() -> None:
    with pytest.raises(FormeInattendue, match="trop grosse"):
        simplifier([[0] * 3_000_000])
    assert len(simplifier("x" * 1_000_000)) == 20_000


# --- points, mondes, répétition -----------------------------------------------------------------------------


@pytest.mark.parametrize("fonction", [doubler_juste, lambda p: p, lambda p: p.abs() * 2, lambda p: 1 / 0, ...])
def test_les_points_sont_des_quarts_et_un_vrai_float(fonction) -> None:
    verdict = rendre(fonction).verdict
    assert type(verdict.points) is float and verdict.points * 4 % 1 == 0
    assert 0 <= verdict.points <= verdict.points_max == 2.25


def test_une_reponse_apprise_par_coeur_echoue_ailleurs() -> None:
    par_coeur = sujet_public(DOUBLER).entrees["places"] * 2
    assert rendre(lambda places: par_coeur, [sujet_public(DOUBLER)]).verdict.statut == "réussi"
    assert rendre(lambda places: par_coeur).verdict.points == 0.5


def _contenus(exercice):
    return [tuple(s.entrees["places"]) for s in sujets_de_notation(exercice)]


def test_les_mondes_caches_different_du_public_et_entre_eux() -> None:
    assert len(set(_contenus(DOUBLER))) == 4
    noms = [s.nom for s in sujets_de_notation(DOUBLER)]
    assert noms == [jugement.MONDE_VISIBLE, *["la même mairie, une autre année"] * 2, "une autre mairie"]


def test_le_secret_change_les_mondes_caches_et_pas_le_public(monkeypatch: pytest.MonkeyPatch) -> None:
    sans = _contenus(DOUBLER)
    monkeypatch.setenv(jugement.VARIABLE_SECRET, "la phrase de la classe")
    avec = _contenus(DOUBLER)
    assert avec[0] == sans[0] and not set(avec[1:]) & set(sans[1:])
    monkeypatch.setenv(jugement.VARIABLE_SECRET, "")
    assert _contenus(DOUBLER) == sans


def test_deux_appels_donnent_le_meme_verdict_meme_avec_du_hasard() -> None:
    def au_hasard(places):
        return places * np.random.choice([1, 2], len(places))

    assert rendre(au_hasard).verdict == rendre(au_hasard).verdict


def test_le_code_ne_peut_pas_abimer_le_sujet() -> None:
    def abime(places):
        places[:] = 0
        places.index = range(40)
        return places

    avant = _contenus(DOUBLER)
    rendre(abime)
    assert _contenus(DOUBLER) == avant and rendre(doubler_juste).verdict.statut == "réussi"


def test_le_pire_monde_est_montre() -> None:
    def lese_ailleurs(places):
        doubles = places * 2
        doubles.iloc[: 1 if places.abs().max() <= 50 else 30] += 1
        return doubles

    rendu = rendre(lese_ailleurs)
    assert rendu.verdict.echecs[0].constat.leses == 30.0 and rendu.verdict.echecs[0].monde == "une autre mairie"


def test_une_erreur_du_code_garde_le_monde_et_perd_tout() -> None:
    rendu = rendre(lambda places: places["inconnu"])
    assert (rendu.verdict.statut, rendu.verdict.points) == ("à revoir", 0.0)
    assert isinstance(rendu.erreur, KeyError) and rendu.monde == jugement.MONDE_VISIBLE


# --- le temps : du calcul, de son code, par monde ------------------------------------------------------------


def _lente(secondes):
    def doubler(places):
        calculer(secondes)
        return places * 2

    return doubler


def test_le_calcul_est_compte_par_monde() -> None:
    rendu = juger(DOUBLER, {"doubler": _lente(0.3)}, sujets_de_notation(DOUBLER), secondes=0.4)
    assert rendu.verdict.statut == "réussi" and 0.3 <= rendu.calcul < 4 * 0.3


def test_une_reponse_juste_a_la_moitie_de_la_limite_passe_sur_une_machine_occupee(monkeypatch) -> None:
    monkeypatch.setattr(temps_limite, "ATTENTE_PAR_SECONDE", 10_000)
    with machine_occupee():
        rendu = juger(DOUBLER, {"doubler": _lente(0.15)}, sujets_de_notation(DOUBLER), secondes=0.3)
    assert rendu.verdict.points == 2.25 and 0.15 <= rendu.calcul < 0.3


def test_une_boucle_sans_fin_s_arrete_dans_son_monde() -> None:
    rendu = juger(DOUBLER, {"doubler": _lente(600)}, sujets_de_notation(DOUBLER), secondes=0.05)
    assert rendu.execution.temps_depasse and rendu.monde == jugement.MONDE_VISIBLE
    assert 0.05 <= rendu.calcul < 3 and rendu.verdict.points == 0.0


def test_le_travail_du_juge_n_est_pas_compte() -> None:
    import dataclasses

    def repondre_longuement(productions, entrees):
        calculer(0.5)
        reponse = DOUBLER.repondre(productions, entrees)
        calculer(0.5)
        return reponse

    exercice = dataclasses.replace(DOUBLER, repondre=repondre_longuement)
    rendu = juger(exercice, {"doubler": doubler_juste}, [sujet_public(exercice)], secondes=0.1)
    assert rendu.verdict.statut == "réussi" and rendu.calcul < 0.1


def test_le_corps_d_un_generateur_est_compte() -> None:
    def trier(ages):
        calculer(0.3)
        yield from sorted(ages)

    rendu = juger(DEUX, {"SEUIL": 3, "trier": trier}, [sujet_public(DEUX)], secondes=10)
    assert rendu.verdict.statut == "réussi" and rendu.calcul >= 0.3

    def sans_fin(ages):
        calculer(600)
        yield 1

    rendu = juger(DEUX, {"SEUIL": 3, "trier": sans_fin}, [sujet_public(DEUX)], secondes=0.05)
    assert rendu.execution.temps_depasse


def test_sans_alarme_le_temps_depasse_se_dit_apres(monkeypatch: pytest.MonkeyPatch) -> None:
    import signal

    monkeypatch.delattr(signal, "setitimer")
    trop = juger(DOUBLER, {"doubler": _lente(0.6)}, [sujet_public(DOUBLER)], secondes=0.05)
    assert trop.execution.temps_depasse and trop.calcul >= 0.6
    assert juger(DOUBLER, {"doubler": _lente(0.1)}, [sujet_public(DOUBLER)], secondes=0.3).verdict.points > 0


def test_les_noms_rendus_doivent_etre_les_bons() -> None:
    for productions in ({}, {"SEUIL": 3}, {"SEUIL": 3, "trier": sorted, "autre": 1}):
        with pytest.raises(jugement.ProductionsInattendues, match="SEUIL=SEUIL, trier=trier"):
            juger(DEUX, productions, sujets_de_notation(DEUX))


def test_une_seule_des_deux_productions_est_ecrite() -> None:
    verdict = juger(DEUX, {"SEUIL": 3, "trier": ...}, sujets_de_notation(DEUX)).verdict
    assert verdict.statut == "à revoir" and "n'est pas encore écrite" in verdict.echecs[0].constat.phrase
    assert [bool(e.constat.phrase) for e in verdict.echecs] == [True, False]
    assert juger(DEUX, {"SEUIL": ..., "trier": ...}, ()).verdict.statut == "non traité"


def test_un_controle_en_defaut_ne_casse_pas_le_carnet() -> None:
    exercice = _avec_controles(
        Controle("casse", 0.25, lambda s, r: r["absent"]), Controle("bon", 0.5, lambda s, r: None)
    )
    verdict = juger(exercice, {"doubler": doubler_juste}, [sujet_public(exercice)]).verdict
    assert verdict.points == 0.5 and verdict.echecs[0].constat.famille == jugement.JUGE_EN_DEFAUT
    assert "signalez" in verdict.echecs[0].constat.essayer


def test_les_avis_ne_coutent_rien_et_se_disent() -> None:
    import logging
    import sys
    import warnings

    def bavarde(places):
        print("x" * 500)
        print("aïe", file=sys.stderr)
        logging.warning("journal")
        warnings.warn("attention", stacklevel=1)
        return places * 2

    verdict = rendre(bavarde).verdict
    assert verdict.statut == "réussi" and len(verdict.avis) == 3
    assert all(mot in " ".join(verdict.avis) for mot in ("affiché", "averti", "sortie d'erreur"))
    assert all(len(a) < 300 for a in verdict.avis)


def test_les_sujets_gardes_en_memoire_sont_bornes(monkeypatch: pytest.MonkeyPatch) -> None:
    for i in range(jugement._SUJETS_GARDES + 10):
        monkeypatch.setenv(jugement.VARIABLE_SECRET, str(i))
        sujets_de_notation(COLONNES)
    assert len(jugement._sujets) <= jugement._SUJETS_GARDES
    assert isinstance(sujet_public(COLONNES), Sujet)
