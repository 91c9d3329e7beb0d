"""Le fichier qui reste du service naïf : 2 000 personnes, ce qu'elles ont tapé, et rien de ce que sait le juge."""

from __future__ import annotations

import re

import numpy as np
import pytest

from chatmairie.echecs.acte import monde as m
from chatmairie.echecs.acte.tirage import (
    COLONNES,
    HABITANTS,
    SOURCE,
    demandes_du_cours,
    fichier_collecte,
    tirer_demandes,
    tirer_registre,
)


def test_une_ligne_par_personne_et_rien_du_juge() -> None:
    fichier = fichier_collecte(2026)
    assert tuple(fichier.columns) == COLONNES
    assert len(fichier) == m.PERSONNES_AU_REGISTRE and fichier["personne_id"].is_unique
    assert set(fichier["source"]) == {SOURCE}
    assert fichier.map(lambda v: isinstance(v, str)).all(axis=None)
    assert fichier["date_naissance"].str.fullmatch(r"\d{4}-\d\d-\d\d").all()
    assert fichier["date_collecte"].is_monotonic_increasing


def test_meme_graine_memes_lignes_et_une_copie() -> None:
    premier = fichier_collecte(7)
    premier["nom"] = "abîmé"
    assert not fichier_collecte(7)["nom"].eq("abîmé").any()
    assert fichier_collecte(7).equals(fichier_collecte(7))
    assert not fichier_collecte(7).equals(fichier_collecte(8))


@pytest.mark.parametrize("graine", [-1, 1.5, "2026", True])
def test_une_graine_absurde_est_refusee_en_francais(graine: object) -> None:
    with pytest.raises((TypeError, ValueError), match="graine"):
        fichier_collecte(graine)


def test_les_contacts_sont_fictifs_et_propres_a_chacun() -> None:
    for graine in range(5):
        fichier = fichier_collecte(graine)
        donnes = fichier[fichier["telephone"].ne("")]
        assert donnes["telephone"].map(lambda t: re.fullmatch(r"06 39 98 \d\d \d\d", t) is not None).all()
        assert donnes["courriel"].str.endswith("@courriel.example").all()
        assert donnes["telephone"].is_unique and donnes["courriel"].is_unique


def test_les_attaques_y_sont_sans_que_rien_ne_le_dise() -> None:
    registre, demandes = demandes_du_cours(2026)
    attaques = demandes[demandes["demandeur"].ne("la personne")]
    assert len(attaques) == 4 * m.ATTAQUES_PAR_PROFIL + 1  # celle de Camille en plus
    vraies = registre.set_index("personne_id")["courriel"].reindex(attaques["personne_id"])
    assert not (vraies.to_numpy() == attaques["courriel"].to_numpy()).any()
    assert set(registre["cle"]) == {"", *HABITANTS}


def test_un_prenom_ne_dit_rien_de_la_situation_ni_de_l_attaque() -> None:
    comptes: dict[str, list[int]] = {}
    for graine in range(12):
        registre, demandes = demandes_du_cours(graine)
        table = demandes[demandes["cle"].eq("")].assign(vise=demandes["demandeur"].ne("la personne"))
        vrais = registre.set_index("personne_id")["prenom"].reindex(table["personne_id"])
        for prenom, vise in zip(vrais, table["vise"], strict=True):
            n = comptes.setdefault(prenom, [0, 0])
            n[0] += 1
            n[1] += int(vise)
    taux = sum(v for _, v in comptes.values()) / sum(n for n, _ in comptes.values())
    ecarts = np.array([(v - taux * n) / np.sqrt(n * taux * (1 - taux)) for n, v in comptes.values()])
    assert np.abs(ecarts).max() < 4.5  # en écarts types


def test_les_parts_annoncees_se_retrouvent() -> None:
    registre = tirer_registre(np.random.default_rng(3), 4000)
    parts = registre["situation"].value_counts(normalize=True)
    assert all(abs(parts[s] - p) < 0.03 for s, p in m.SITUATIONS.items())
    assert not registre.loc[registre["situation"].eq("sans_telephone"), "telephone"].ne("").any()
    assert (
        abs(registre.loc[registre["telephone"].ne(""), "telephone_connu"].ne("").mean() - m.PART_TELEPHONE_CONNU) < 0.03
    )


def test_un_autre_monde_a_d_autres_attaquants_et_d_autres_liens() -> None:
    mondes = [m.monde_mute(np.random.default_rng(g)) for g in range(20)]
    assert len({w.attaquants for w in mondes}) == 20
    assert all(not set(w.sans_droit) & set(m.MONDE_DU_COURS.sans_droit) for w in mondes)
    demandes = tirer_demandes(np.random.default_rng(1), tirer_registre(np.random.default_rng(1), 400), mondes[0])
    assert set(demandes["demandeur"]) == {"la personne", *(a.cle for a in mondes[0].attaquants)}
