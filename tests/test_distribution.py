"""La distribution : des personnes complètes, et aucun prénom lié à un tort."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from chatmairie.echecs.commun.distribution import PERSONNES, agents, habitants, personne, prenoms
from chatmairie.echecs.donnees.rejeu import rejouer


def test_une_quinzaine_d_habitants_et_six_agents():
    assert 13 <= len(habitants()) <= 16 and len(agents()) == 6
    assert len({p.cle for p in PERSONNES}) == len({p.prenom for p in PERSONNES}) == len(PERSONNES)
    assert set(habitants()) | set(agents()) == set(PERSONNES)


def test_le_recit_retrouve_ses_personnes():
    lea = personne("lea")
    assert (lea.prenom, lea.age, lea.agent) == ("Léa", 3, False)
    assert personne("jean_mi").agent and "voirie" in personne("jean_mi").role
    situations = " ".join(p.situation for p in habitants())
    for attendu in ("LSF", "lecteur d'écran", "clavier seul", "dactylo", "smartphone", "200 %", "phrases courtes"):
        assert attendu in situations, attendu
    assert sum("atelier" in p.role for p in habitants()) == 2


def test_les_proches_existent_et_se_connaissent():
    for p in PERSONNES:
        for cle in p.proches:
            assert p.cle in personne(cle).proches or personne(cle).cle == "lea", (p.cle, cle)


def test_chaque_personne_a_une_situation_un_role_et_un_but_tous_differents():
    assert len({p.situation for p in PERSONNES}) == len({p.but for p in PERSONNES}) == len(PERSONNES)
    for p in PERSONNES:
        assert p.situation and p.role and p.but
        for mot in ("souffre", "victime de", "handicapé", "assisté", "quartier", "malgré"):
            assert mot not in f"{p.situation} {p.role} {p.but}".lower()


def test_aucune_personne_n_est_absurde():
    for p in PERSONNES:
        assert p.cle.isidentifier() and p.cle.isascii() and p.cle == p.cle.lower(), p.cle
        assert p.prenom.strip() and type(p.age) is int and 0 <= p.age <= 120, p.cle


def test_une_cle_inconnue_est_refusee_avec_les_cles_connues():
    with pytest.raises(ValueError, match="lea"):
        personne("leo")


def test_les_figurants_sont_nombreux_uniques_et_hors_de_la_distribution():
    figurants = prenoms()
    assert len(figurants) >= 80 and len(set(figurants)) == len(figurants)
    assert not set(figurants) & {p.prenom for p in PERSONNES}
    assert len({f[0] for f in figurants}) >= 20


def test_aucun_prenom_n_est_lie_a_un_tort():
    """Sur douze rentrées, les refus à tort se répartissent entre les prénoms comme au hasard."""
    decisions = pd.concat([rejouer(g).decisions for g in range(12)])
    figurants = decisions[decisions["prenom"].isin(prenoms()) & decisions["recevable"]]
    taux = figurants["refus_a_tort"].mean()
    par_prenom = figurants.groupby("prenom")["refus_a_tort"].agg(["sum", "size"])
    assert par_prenom["size"].min() > 60  # mesuré : 82
    ecarts = (par_prenom["sum"] - taux * par_prenom["size"]) / np.sqrt(par_prenom["size"] * taux * (1 - taux))
    dispersion = (ecarts**2).sum() / (len(ecarts) - 1)
    assert 0.6 < dispersion < 1.5  # au hasard : 1 ; mesuré : 0,96
    assert ecarts.abs().max() < 4.5  # en écarts types ; mesuré : 2,67
