"""La simulation du module 01 sur beaucoup de graines : des hypothèses dites, et rien d'écrit d'avance."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from chatmairie.echecs.choix_ia.mecanisme import (
    Condition,
    appliquer_les_planchers,
    chance_de_retrait,
    choix_du_maire,
    classer,
    cout_total,
    derouler,
    jour_d_arret,
    jour_du_retrait,
    leses,
    mesurer,
)
from chatmairie.echecs.choix_ia.monde import MONDE_DU_COURS, PUBLICS, Monde, monde_mute
from chatmairie.echecs.choix_ia.rejeu import rejouer
from chatmairie.echecs.choix_ia.remedes import choisir_partout, par_les_poids
from chatmairie.echecs.choix_ia.tirage import marche_de_l_histoire, tirer_marche

GRAINES = range(1, 31)
BONS_POIDS = {"prix": 40, "methodo": 20, "rgpd_ethique": 15, "accessibilite": 15, "environnement": 10}


def _marches(graine: int, monde: Monde, combien: int) -> list:
    hasard = np.random.default_rng(graine)
    return [tirer_marche(hasard, monde) for _ in range(combien)]


# --- les offres -------------------------------------------------------------------------------------


def test_les_planchers_puis_plusieurs_criteres_coutent_moins_que_le_moins_cher() -> None:
    marches = _marches(1, MONDE_DU_COURS, 300)
    maire = choisir_partout(marches, choix_du_maire)
    ecoute = choisir_partout(marches, par_les_poids(BONS_POIDS))
    assert maire["buzz"].mean() > 0.95 and ecoute["buzz"].mean() == 0
    assert maire["cout_total"].mean() > 2 * ecoute["cout_total"].mean()  # mesuré : 2,3 fois


@pytest.mark.parametrize("lien", [0.0, 0.2, 0.5, 1.0])
def test_sans_lien_entre_prix_et_qualite_les_planchers_servent_encore(lien: float) -> None:
    """L'objection « vous avez supposé que le cher est bon » : à zéro, le prix ne dit plus rien, et la règle tient."""
    marches = _marches(2, Monde(lien=lien, buzz=0.0), 300)
    liens = [m.offres["prix_k_eur"].corr(m.qualite.reset_index(drop=True)) for m in marches]
    assert bool(np.mean(liens) > 0.2) is (lien > 0)
    if lien == 0:
        assert abs(np.mean(liens)) < 0.1
    maire = choisir_partout(marches, choix_du_maire, Monde(lien=lien))["cout_total"].mean()
    mieux = choisir_partout(marches, par_les_poids(BONS_POIDS, garder=lambda o: o))["cout_total"].mean()
    assert mieux < maire


def test_une_fois_sur_quatre_ailleurs_la_moins_chere_est_la_meilleure() -> None:
    parts = []
    for graine in GRAINES:
        hasard = np.random.default_rng(graine)
        monde = monde_mute(hasard)
        for marche in (tirer_marche(hasard, monde) for _ in range(20)):
            parts.append(bool(marche.petite))
            if marche.petite:
                prix = marche.offres.set_index("nom")["prix_k_eur"]
                assert prix.idxmin() == marche.petite and marche.qualite.idxmax() == marche.petite
                assert marche.petite in set(appliquer_les_planchers(marche.offres)["nom"])
                assert cout_total(marche, monde).idxmin() == marche.petite
    assert 0.18 < np.mean(parts) < 0.32


def test_le_classement_ignore_les_noms_et_l_ordre_des_lignes() -> None:
    for graine in GRAINES:
        offres = tirer_marche(np.random.default_rng(graine)).offres
        gagnant = classer(offres, BONS_POIDS)["nom"].iloc[0]
        abonnes = offres["abonnes_tiktok"].to_numpy()[::-1]
        renommes = offres.assign(nom=[n[::-1] for n in offres["nom"]], abonnes_tiktok=abonnes)
        assert classer(renommes, BONS_POIDS)["nom"].iloc[0] == gagnant[::-1]
        assert classer(offres.sample(frac=1, random_state=graine), BONS_POIDS)["nom"].iloc[0] == gagnant


def test_une_table_vide_est_une_consultation_sans_suite() -> None:
    offres = marche_de_l_histoire().offres
    assert classer(offres.iloc[:0], BONS_POIDS).empty


@pytest.mark.parametrize("poids", [{}, {"prix": -1}, {"renommee": 10}, {"prix": 0}])
def test_des_poids_absurdes_se_refusent_en_francais(poids: dict) -> None:
    with pytest.raises(ValueError, match="Critère inconnu|Les poids sont positifs"):
        classer(marche_de_l_histoire().offres, poids)


def test_la_chance_de_retrait_descend_avec_la_qualite() -> None:
    qualites = np.arange(0, 101)
    chances = np.asarray(chance_de_retrait(qualites))
    assert (np.diff(chances) < 0).all() and chances[10] > 0.85 and chances[93] < 0.02


@pytest.mark.parametrize(
    "absurde",
    [{"lien": -1.0}, {"estimation": 0.0}, {"cout_du_retrait": -1.0}, {"buzz": 1.2}, {"moins_cher_meilleur": -0.1}],
)
def test_un_monde_absurde_est_refuse(absurde: dict) -> None:
    with pytest.raises(ValueError):
        Monde(**absurde)


# --- le service -------------------------------------------------------------------------------------


@pytest.mark.parametrize("graine", range(1, 13))
def test_les_plaintes_arrivent_tard_et_ceux_qui_ne_peuvent_pas_s_en_servir_n_ecrivent_pas(graine: int) -> None:
    rejeu = rejouer(graine)
    perdues = rejeu.deroule.echecs.sum(axis=1).cumsum()
    premiere = int(np.argmax(rejeu.deroule.plaintes.sum(axis=1) > 0))
    assert premiere >= 6 and perdues[premiere] > 100
    publics = rejeu.publics.set_index("cle")
    assert publics.loc["lecteur_ecran", "sur_100"] == publics["sur_100"].max()
    assert publics.loc[["lecteur_ecran", "sans_ecran", "apprenants"], "plaintes"].sum() < publics["plaintes"].sum() / 4
    assert len(publics) == 8 and publics["echecs"].sum() > 1000


def test_le_rejeu_est_reproductible_et_change_avec_la_graine() -> None:
    un, deux, autre = rejouer(5), rejouer(5), rejouer(6)
    pd.testing.assert_frame_equal(un.journal, deux.journal)
    un.journal.loc[:, "texte"] = "abîmé"
    assert not rejouer(5).journal["texte"].eq("abîmé").any()
    assert un.publics["echecs"].tolist() != autre.publics["echecs"].tolist()


def test_un_service_sain_n_est_presque_jamais_arrete_un_malade_l_est_en_quelques_jours() -> None:
    condition = Condition("echecs", 0.3, 3)
    sains = [jour_d_arret(derouler(np.random.default_rng([g, 1])), condition) for g in GRAINES]
    malades = [jour_d_arret(derouler(np.random.default_rng([g, 2]), qualite=10.0), condition) for g in GRAINES]
    assert sum(j is not None for j in sains) <= 1
    assert all(j is not None and j <= 5 for j in malades)


def test_la_moyenne_cache_un_petit_public_que_le_pire_public_montre() -> None:
    for graine in GRAINES:
        oublie = derouler(np.random.default_rng([graine, 3]), oublie="lecteur_ecran")
        assert jour_d_arret(oublie, Condition("echecs", 0.3, 3, "moyenne")) is None
        vu = jour_d_arret(oublie, Condition("echecs", 0.3, 3, "pire_public"))
        assert vu is not None and vu <= 14


def test_la_satisfaction_moyenne_ne_voit_rien() -> None:
    for graine in GRAINES:
        assert jour_d_arret(rejouer(graine).deroule, Condition("satisfaction", 6.0, 3, "moyenne")) is None


def test_le_jour_du_retrait_est_celui_de_la_derniere_plainte_toleree() -> None:
    deroule = derouler(np.random.default_rng(4), qualite=10.0)
    jour = jour_du_retrait(deroule)
    recues = deroule.plaintes.sum(axis=1).cumsum()
    assert recues[jour - 1] >= 40 > recues[jour - 2]
    assert jour_du_retrait(derouler(np.random.default_rng(4), qualite=99.0, jours=20)) is None
    assert leses(deroule, jour).sum() < leses(deroule).sum()


def test_un_indicateur_se_tait_tant_que_l_on_n_a_presque_rien_vu() -> None:
    par_public, ensemble = mesurer(derouler(np.random.default_rng(1)), "echecs")
    assert np.isnan(par_public[0]).any() and not np.isnan(ensemble[3:]).any()
    assert par_public.shape[1] == len(PUBLICS)


@pytest.mark.parametrize(
    "absurde", [{"indicateur": "humeur"}, {"sur": "mon_public"}, {"jours": 0}], ids=["indicateur", "sur", "jours"]
)
def test_une_condition_absurde_est_refusee(absurde: dict) -> None:
    with pytest.raises(ValueError):
        Condition(**({"indicateur": "echecs", "seuil": 0.3, "jours": 3} | absurde))


@pytest.mark.parametrize("absurde", [{"qualite": 101.0}, {"oublie": "personne"}])
def test_un_service_absurde_est_refuse(absurde: dict) -> None:
    with pytest.raises(ValueError):
        derouler(np.random.default_rng(1), **absurde)


@pytest.mark.parametrize("graine", [-1, 1.5, "2026", None, True])
def test_une_graine_absurde_est_refusee(graine: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        rejouer(graine)
