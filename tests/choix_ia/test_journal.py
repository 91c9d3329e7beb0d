"""Le journal du module 01 : il se déduit du déroulé, nomme des personnes, et n'en lie aucune à un tort par nature."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pandas as pd
import pytest

from chatmairie.echecs.choix_ia.journal import PERTES, tirer_journal
from chatmairie.echecs.choix_ia.mecanisme import derouler
from chatmairie.echecs.choix_ia.rejeu import rejouer
from chatmairie.echecs.commun.journal import FERIES


@pytest.mark.parametrize("graine", range(1, 200, 20))
def test_le_journal_montre_des_usagers_des_proches_des_agents_et_de_l_ordinaire(graine: int) -> None:
    journal = rejouer.journal_du_juge(graine)
    torts = journal[journal["tort"]]
    assert {"Rayan", "Karim", "Erin"} <= set(torts["personne"])
    assert torts["source"].eq("feuille d'heures").any() and torts["personne"].str.contains("un proche").any()
    assert (~journal["tort"]).sum() >= 10, "il faut des lignes sans tort : citer n'importe quoi ne prouve rien"
    assert set(torts["perte"]) - {""} <= set(PERTES)
    assert journal["ligne"].is_unique


def test_personne_ne_vient_au_guichet_un_dimanche_ni_un_jour_ferie() -> None:
    for graine in range(1, 21):
        dates = pd.to_datetime(rejouer(graine).journal["date"])
        assert not dates.dt.day_of_week.eq(6).any() and not dates.isin(pd.to_datetime(list(FERIES))).any()
        assert dates.is_monotonic_increasing


def test_l_apprenant_ne_voit_pas_ce_que_regarde_le_juge() -> None:
    assert not {"tort", "perte", "pertes"} & set(rejouer(2026).journal.columns)


def test_un_service_sans_echec_donne_un_journal_sans_tort() -> None:
    deroule = derouler(np.random.default_rng(3))
    sans = type(deroule)(
        deroule.publics, deroule.demandes, np.zeros_like(deroule.echecs), deroule.plaintes, deroule.notes,
        deroule.reponses,
    )  # fmt: skip
    assert not tirer_journal(np.random.default_rng(3), sans, 40)["tort"].any()


def test_les_numeros_de_ligne_dependent_de_la_graine() -> None:
    assert set(rejouer(1).journal["ligne"]) != set(rejouer(2).journal["ligne"])


def test_aucun_prenom_tire_n_est_lie_a_un_tort() -> None:
    """Hors des personnes de la distribution, chaque prénom porte des torts à son tour."""
    porteurs: Counter[str] = Counter()
    for graine in range(1, 41):
        journal = rejouer.journal_du_juge(graine)
        porteurs.update(journal.loc[journal["tort"], "personne"].str.split(",").str[0])
    tires = [n for p, n in porteurs.items() if p not in ("Rayan", "Karim", "Erin", "Solange", "Gaspard", "Thérèse")]
    assert len(tires) >= 10 and max(tires) <= 4 * np.median(tires)
