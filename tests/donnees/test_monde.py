"""Le monde du module 02 : refuser ce qui se contredit, varier sans changer la leçon."""

from __future__ import annotations

from itertools import combinations, product

import numpy as np
import pytest

from chatmairie.echecs.donnees import monde as m
from chatmairie.echecs.donnees.monde import MONDE_DU_COURS, Monde, Reglement, monde_mute

MUTES = [monde_mute(np.random.default_rng(g)) for g in range(60)]


def test_le_monde_du_cours_est_celui_du_recit():
    assert (MONDE_DU_COURS.jour_sale, MONDE_DU_COURS.code_file, MONDE_DU_COURS.age_du_jour) == ("mercredi", "M", 3)
    assert MONDE_DU_COURS.motif_cloture == "CLOTURE AUTO HORS PERMANENCE"
    assert Reglement() == Reglement(3, 11, 4)


@pytest.mark.parametrize(
    ("champs", "dit"),
    [
        ({"jour_sale": "dimanche"}, "dimanche"),
        ({"jour_sale": None}, "jour"),
        ({"code_file": "A"}, "file ordinaire"),
        ({"code_file": "m"}, "majuscule"),
        ({"code_file": ""}, "majuscule"),
        ({"motif_cloture": "  "}, "non vide"),
        ({"motif_cloture": "clôture"}, "majuscules"),
        ({"motif_cloture": "AGE"}, "vrai refus"),
        ({"age_du_jour": 2}, "hors des âges"),
        ({"ticket_base": 200}, "dépasser 399"),
        ({"jours_reprise": ()}, "au moins un jour"),
        ({"jours_reprise": ("mercredi",)}, "personne n'instruit"),
        ({"jours_reprise": ("demain",)}, "demain"),
    ],
)
def test_un_monde_absurde_est_refuse_en_francais(champs, dit):
    with pytest.raises(ValueError, match=dit):
        Monde(**champs)


@pytest.mark.parametrize(
    "champs", [{"age_du_jour": "3"}, {"age_du_jour": True}, {"ticket_base": 900.5}, {"reglement": 3}]
)
def test_un_mauvais_type_est_refuse_en_francais(champs):
    with pytest.raises(TypeError, match="attendu|Reglement"):
        Monde(**champs)


@pytest.mark.parametrize("seuils", [(5, 4, 4), (-1, 11, 4), (3, 11, 6), (3, 11, -1)])
def test_un_reglement_contradictoire_est_refuse(seuils):
    with pytest.raises(ValueError, match="Règlement"):
        Reglement(*seuils)


def test_les_mondes_mutes_different_en_tout_sauf_le_reglement():
    for monde in MUTES:
        assert monde.jour_sale not in ("mercredi", "samedi")
        assert monde.code_file != MONDE_DU_COURS.code_file
        assert monde.motif_cloture != MONDE_DU_COURS.motif_cloture
        assert monde.age_du_jour in (4, 5)
        assert monde.ticket_base + m.TICKETS_JOUR_SALE <= MONDE_DU_COURS.ticket_base
        assert monde.jour_sale not in monde.jours_reprise
        assert monde.reglement == MONDE_DU_COURS.reglement
    assert len({w.jour_sale for w in MUTES}) == 4
    assert len({w.motif_cloture for w in MUTES}) >= 5


def test_la_meme_graine_donne_le_meme_monde():
    assert monde_mute(np.random.default_rng(8)) == monde_mute(np.random.default_rng(8))
    with pytest.raises(TypeError, match="default_rng"):
        monde_mute(8)


def test_les_motifs_de_cloture_ne_partagent_aucun_mot_cle():
    """Ni entre eux, ni avec le monde du cours, ni (pour les mondes mutés) avec un vrai motif de refus."""
    autres = [MONDE_DU_COURS.motif_cloture, *m.MOTIFS_DU_REGLEMENT, m.MOTIF_ABANDONNE]
    for un, autre in [*combinations(m._MOTIFS_MUTES, 2), *product(m._MOTIFS_MUTES, autres)]:
        communs = {mot for mot in un.split() if len(mot) > 3} & set(autre.split())
        assert not communs, (un, autre)


def test_les_parts_du_mecanisme_sont_des_parts():
    for nom in ("PART_CANAUX", "PART_CANAUX_JOUR_SALE", "PART_ACTIVITES", "PART_ACTIVITES_JOUR_SALE", "FRATRIE",
                "ANNEES_D_INSCRIPTION"):  # fmt: skip
        assert sum(getattr(m, nom)) == pytest.approx(1), nom
    for nom in ("PART_BOITE_DE_L_ECOLE", "PART_CLOTURE_AUTO", "PART_REPRISE", "ERREUR_AGENT", "PART_MONOPARENTALE"):
        assert 0 < getattr(m, nom) < 1, nom
