"""Trente jours rejoués : chaque étape a l'effet que l'on en attend, et les idées tentantes le leur."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from chatmairie.echecs.bilan.arret import ETAPES, FONCTIONS, ROLES, Etape, derouler
from chatmairie.echecs.bilan.exercices.desactiver import lire_plan
from chatmairie.echecs.bilan.remedes import essayer_deux_idees, rejouer_l_arret, ville_de
from chatmairie.echecs.bilan.scenes import le_dernier_ecran
from chatmairie.echecs.bilan.ville import CANAUX, JOURS, PUBLICS, VILLE_DU_COURS, Ville, autre_ville, une_annee
from chatmairie.echecs.commun import recit
from chatmairie.juge.exercice import FormeInattendue

BON = {
    **dict.fromkeys(FONCTIONS.values(), 1),
    "copier_preuves": 2, "geler_numeros": 2, "prevenir_agents": 2, "prevenir_elus": 2, "prevenir_dpo": 1,
    "prevenir_prestataire": 2, "prevenir_habitants": 10, "ouvrir_guichet": 12, "ouvrir_telephone": 12,
    "ouvrir_ecrit": 12, "alerter_titulaires": 14, "rappeler_refusees": 14, "reprendre_dossiers": 36,
    "notifier_cnil": 40,
}  # fmt: skip


def villes(combien: int = 40) -> list[Ville]:
    """Une sur deux est la ville du cours."""
    tirees = []
    for graine in range(combien):
        hasard = np.random.default_rng(graine)
        tirees.append(une_annee(hasard, autre_ville(hasard) if graine % 2 else VILLE_DU_COURS))
    return tirees


def plan(sans: tuple[str, ...] = (), **change: float) -> list[Etape]:
    return [Etape(code, heure, "direction") for code, heure in {**BON, **change}.items() if code not in sans]


@pytest.mark.parametrize("ville", villes(), ids=range(40))
def test_le_bon_plan_ne_laisse_personne(ville: Ville) -> None:
    suite = derouler(ville, plan())
    assert suite.nouveaux - suite.leses["fraudes"] == 0 and suite.dehors == 0
    assert (suite.refusees, suite.non_prevenus, suite.dossiers_perdus, suite.agents_surpris, suite.sans_preuve) == (
        0,
    ) * 5
    assert suite.leses["fraudes"] / ville.actes_partis <= 0.10


@pytest.mark.parametrize("ville", villes(12), ids=range(12))
def test_ne_rien_faire_lese_chaque_jour(ville: Ville) -> None:
    suite = derouler(ville, [])
    assert suite.nouveaux > JOURS * ville.torts_par_jour and suite.dehors == 0
    assert (suite.refusees, suite.non_prevenus, suite.dossiers_perdus) == (
        ville.refusees, ville.actes_partis, ville.en_attente,
    )  # fmt: skip
    assert sum(leses for _, leses, _ in suite.par_jour) == suite.nouveaux  # la courbe finit où le tableau le dit


@pytest.mark.parametrize("ville", villes(12), ids=range(12))
def test_eteindre_sans_autre_porte_laisse_tout_le_monde_dehors(ville: Ville) -> None:
    suite = derouler(ville, [Etape(code, 1, "informatique") for code in FONCTIONS.values()])
    assert suite.dehors == pytest.approx(JOURS * ville.demandes_par_jour, rel=0.01)
    assert suite.leses["decisions"] == suite.leses["conversation"] == suite.leses["envois"] == 0


@pytest.mark.parametrize("ville", villes(12), ids=range(12))
def test_effacer_d_abord_perd_la_trace_des_gens(ville: Ville) -> None:
    avant, apres = derouler(ville, plan(tout_effacer=1)), derouler(ville, plan(tout_effacer=600))
    assert avant.efface and avant.refusees > 0.6 * ville.refusees and avant.non_prevenus > 0 and avant.dossiers_perdus
    assert (apres.refusees, apres.non_prevenus, apres.dossiers_perdus) == (0, 0, 0)


@pytest.mark.parametrize("canal", CANAUX)
@pytest.mark.parametrize("ville", villes(6), ids=range(6))
def test_une_seule_voie_ne_suffit_pas_et_deux_suffisent(ville: Ville, canal: str) -> None:
    autres = tuple(f"ouvrir_{c}" for c in CANAUX if c != canal)
    seule, deux = derouler(ville, plan(sans=autres)), derouler(ville, plan(sans=(f"ouvrir_{canal}",)))
    oublies = [p for p in PUBLICS if p not in CANAUX[canal]]
    attendus = JOURS * ville.demandes_par_jour * ville.parts[list(PUBLICS).index(oublies[0])]
    assert seule.sans_service[oublies[0]] == pytest.approx(attendus, rel=0.02)
    assert deux.dehors == 0


def test_chaque_etape_a_un_effet_ou_est_une_fausse_piste() -> None:
    """Retirer une bonne étape fait du tort à quelqu'un ; en ajouter une mauvaise aussi."""
    ville = VILLE_DU_COURS
    neutres = {
        "prevenir_elus",
        "prevenir_dpo",
        "prevenir_prestataire",
        "notifier_cnil",
    }  # jugées à l'heure, non au tort
    ouvertures = {f"ouvrir_{c}" for c in CANAUX}  # deux sur trois suffisent (essai précédent)

    def torts(etapes: list[Etape]) -> tuple[int, ...]:
        s = derouler(ville, etapes)
        return (s.nouveaux, s.dehors, s.refusees, s.non_prevenus, s.dossiers_perdus, s.agents_surpris, s.sans_preuve)

    base = torts(plan())
    for code in set(BON) - neutres - ouvertures:
        assert torts(plan(sans=(code,))) > base, code
    for code, heure in {"tout_effacer": 1, "second_sms": 1, "relancer_v2": 100}.items():
        assert torts(plan(**{code: heure})) > base, code
    assert set(ETAPES) == set(BON) | {"tout_effacer", "second_sms", "relancer_v2", "bulletin"}


def test_tout_cocher_a_la_meme_heure_n_est_pas_un_plan() -> None:
    suite = derouler(VILLE_DU_COURS, [Etape(code, 0, "direction") for code in ETAPES])
    assert suite.nouveaux > 100 and suite.dossiers_perdus and suite.efface


def test_la_nuit_ne_laisse_personne_dehors_et_le_matin_si() -> None:
    assert derouler(VILLE_DU_COURS, plan()).dehors == 0
    tard = derouler(VILLE_DU_COURS, plan(ouvrir_guichet=36, ouvrir_telephone=36, ouvrir_ecrit=36))
    assert tard.dehors == pytest.approx(VILLE_DU_COURS.demandes_par_jour, abs=2)


def test_une_rentree_proche_ou_des_journaux_courts_ne_pardonnent_pas() -> None:
    proche = replace(VILLE_DU_COURS, rentree_h=48)
    assert derouler(proche, plan(rappeler_refusees=60)).refusees == proche.refusees
    courts = replace(VILLE_DU_COURS, journaux_h=48)
    sans = derouler(courts, plan(sans=("copier_preuves",), alerter_titulaires=100, rappeler_refusees=100))
    assert sans.non_prevenus > 0 and sans.refusees > 0 and sans.sans_preuve > 0


def test_une_etape_inconnue_et_une_graine_absurde_sont_refusees() -> None:
    with pytest.raises(ValueError, match="Étape inconnue : debrancher"):
        derouler(VILLE_DU_COURS, [Etape("debrancher", 0, "maire")])
    with pytest.raises(ValueError, match="à partir de 0"):
        ville_de(-1)
    with pytest.raises(TypeError, match="attendu un entier"):
        ville_de("2026")


def test_un_numero_donne_sa_ville_et_toujours_la_meme() -> None:
    assert ville_de(4127) == ville_de(4127) != ville_de(4128)


@pytest.mark.parametrize(
    ("ecrit", "phrase"),
    [
        ("bonjour", "liste"),
        ([], "au moins 1"),
        ([3], "Étape n° 1"),
        ([{"etape": "arreter_actes"}], "il manque « heure »"),
        ([{"etape": "arreter_actes", "heure": -1, "qui": "maire"}], "entre 0 et 720"),
        ([{"etape": "arreter_actes", "heure": True, "qui": "maire"}], "entre 0 et 720"),
        ([{"etape": ["arreter_actes"], "heure": 1, "qui": "maire"}], "n'est pas un code"),
        ([{"etape": "arreter_actes", "heure": 1, "qui": "le pape"}], "n'est pas un code"),
        ([{"etape": ..., "heure": 1, "qui": "maire"}], "laissé à la place"),
    ],
)
def test_un_plan_illisible_se_dit(ecrit: object, phrase: str) -> None:
    with pytest.raises(FormeInattendue, match=phrase):
        lire_plan(ecrit)


def test_rejouer_dit_ce_qui_manque_et_compte_le_reste() -> None:
    assert "ARRET" in rejouer_l_arret(2026, ...).manque
    assert "Étape n° 1" in rejouer_l_arret(2026, [{"etape": "x", "heure": 0, "qui": "maire"}]).manque
    reprise = rejouer_l_arret(2026, [(code, heure, "direction") for code, heure in BON.items()])
    assert reprise.avec is not None and reprise.avec.dehors == 0 < reprise.sans_rien.nouveaux


def test_le_dernier_ecran_nomme_qui_le_plan_epargne_et_qui_reste_dehors(monkeypatch: pytest.MonkeyPatch) -> None:
    """Deux plans qui laissent des gens différents font deux écrans différents ; la crainte rappelée parle d'eux."""
    monkeypatch.setattr(recit, "lire", lambda: {"campagne": "rien", "acte": "fuite", "inscriptions": "exclusion"})

    def ecran(*sans: str, **change: float) -> str:
        return repr(le_dernier_ecran(rejouer_l_arret(2026, [(e.code, e.heure, e.qui) for e in plan(sans, **change)])))

    bon, sans_alerte, sans_rappel = ecran(), ecran("alerter_titulaires"), ecran("rappeler_refusees")
    assert "épargne quelqu'un : Camille" in bon.replace("\xa0", " ") and "pas tout le monde" in bon
    assert sans_alerte.index("Léa") < sans_alerte.index("pas tout le monde") < sans_alerte.index("Camille")
    assert sans_rappel.index("Camille") < sans_rappel.index("pas tout le monde") < sans_rappel.index("Léa")
    assert "des informations sortiront" in sans_alerte and "des gens ne pourront pas" in sans_rappel
    assert "peut-être Karim" in ecran("ouvrir_guichet", "ouvrir_telephone")
    assert "un enfant dont le dossier attendait" in ecran(*(set(BON) - {"arreter_decisions"}))
    assert "écrivez d'abord" in repr(le_dernier_ecran(rejouer_l_arret(2026, ...)))


@pytest.mark.parametrize("graine", range(1, 4000, 400))
def test_les_deux_idees_tentantes_echouent_a_tout_numero(graine: int) -> None:
    idees = essayer_deux_idees(graine)
    part = idees.guichet.dehors / (JOURS * idees.ville.demandes_par_jour)
    assert 0.33 <= part <= 0.37
    assert (
        idees.effacer.refusees > 0.6 * idees.ville.refusees
        and idees.effacer.non_prevenus > 0.6 * idees.ville.actes_partis
    )


def test_chaque_role_est_une_personne_ou_un_leurre() -> None:
    assert {"chatmairie", "tout_le_monde", "prestataire"} < set(ROLES)
