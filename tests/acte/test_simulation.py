"""Le service naïf : il marche, il fuit, et il laisse dehors ; chaque trace dit ce qui s'est passé, rien de plus."""

from __future__ import annotations

import numpy as np
import pytest

from chatmairie.echecs.acte import monde as m
from chatmairie.echecs.acte.delivrance import IDENTIFICATIONS, passe
from chatmairie.echecs.acte.journal import PERTES, tirer_journal
from chatmairie.echecs.acte.mecanisme import (
    ETATS,
    chance_de_deviner,
    chance_du_devineur,
    derouler_naif,
    part_bloquee,
    part_dehors,
)
from chatmairie.echecs.acte.rejeu import rejouer
from chatmairie.echecs.acte.remedes import mesurer_les_defenses
from chatmairie.echecs.acte.tirage import demandes_du_cours

BON = {
    "longueur": 6,
    "essais": 5,
    "duree_min": 10.0,
    "envoye_a": "contact_verifie",
    "lie_a": "demande",
    "prolonger": True,
    "autre_voie": "guichet_et_courrier",
}


def test_meme_graine_meme_annee() -> None:
    premier, second = rejouer(5), rejouer(5)
    assert premier.deroule.chat.equals(second.deroule.chat) and premier.journal.equals(second.journal)
    assert not premier.deroule.chat.equals(rejouer(6).deroule.chat)
    premier.deroule.demandes["etat"] = "abîmé"
    assert not rejouer(5).deroule.demandes["etat"].eq("abîmé").any()


def test_chaque_demande_finit_dans_un_etat_et_laisse_ses_traces() -> None:
    deroule = rejouer(2026).deroule
    d = deroule.demandes
    assert set(d["etat"]) <= set(ETATS) and len(d) == m.PERSONNES_AU_REGISTRE
    assert set(deroule.envois["demande_id"]) == set(d.loc[d["etat"].eq("remis"), "demande_id"])
    assert set(deroule.chat["demande_id"]) == set(d["demande_id"]) == set(deroule.technique["demande_id"])
    codes = deroule.technique["texte"].str.extract(r"code=(\d+)")[0].dropna()
    assert codes.str.fullmatch(r"\d{4}").all()


def test_l_acte_part_a_l_adresse_tapee_et_le_message_en_dit_trop() -> None:
    deroule = rejouer(2026).deroule
    d = deroule.demandes.set_index("demande_id")
    envois = deroule.envois.set_index("demande_id")
    assert (d.loc[envois.index, "courriel"] == envois["destinataire"]).all()
    vole = d[d["a_tort"]].iloc[0]
    assert vole["date_naissance"] in envois.loc[vole.name, "objet"]


def test_l_identite_fausse_est_refusee_et_le_numero_connu_compare() -> None:
    registre, demandes = demandes_du_cours(2026)
    d = rejouer(2026).deroule.demandes
    vrais = registre.set_index("personne_id").reindex(d["personne_id"])
    fausse = vrais["date_naissance"].to_numpy() != d["date_naissance"].to_numpy()
    assert set(d.loc[fausse, "etat"]) == {"introuvable"}
    refuses = d["etat"].eq("numero_refuse").to_numpy()
    assert (vrais["telephone_connu"].to_numpy()[refuses] != "").all()
    assert (vrais["telephone_connu"].to_numpy()[refuses] != d["telephone"].to_numpy()[refuses]).all()


def test_camille_est_visee_par_qui_connait_ses_proches_dans_chaque_rejeu() -> None:
    for graine in range(12):
        d = rejouer(graine).deroule.demandes
        camille = d[d["cle"].eq("camille")].iloc[0]
        assert camille["demandeur"] == "proche" and camille["a_tort"]


@pytest.mark.lent
def test_les_parts_annoncees_tiennent_sur_beaucoup_d_annees() -> None:
    """Mesuré sur 40 graines : proche 94 à 96, croise 43 à 49, fuite 82 à 86, inconnu moins de 2, sur 100."""
    obtenus: dict[str, list[float]] = {}
    for graine in range(25):
        d = rejouer(graine).deroule.demandes
        for cle, part in d[d["demandeur"].ne("la personne")].groupby("demandeur")["a_tort"].mean().items():
            obtenus.setdefault(cle, []).append(part)
    moyennes = {c: float(np.mean(v)) for c, v in obtenus.items()}
    assert 0.90 < moyennes["proche"] < 0.99
    assert 0.38 < moyennes["croise"] < 0.54
    assert 0.77 < moyennes["fuite"] < 0.90
    assert moyennes["inconnu"] < 0.03


def test_un_code_plus_long_ne_change_rien_pour_qui_sait() -> None:
    table = mesurer_les_defenses(np.random.default_rng(2), m.MONDE_DU_COURS).set_index("Remède")
    court, long = table.iloc[0], table.loc["code de 8 chiffres dans le chat"]
    assert court.equals(long) and court.iloc[0] > 90
    assert (table.loc["FranceConnect+, guichet ou courrier"] == 0).all()


@pytest.mark.parametrize(
    ("longueur", "essais", "attendu"), [(4, 5, 0.0488), (4, 50, 0.394), (6, 5, 0.0005), (6, 50, 0.005)]
)
def test_la_formule_de_la_chance(longueur: int, essais: int, attendu: float) -> None:
    assert chance_de_deviner(longueur, essais) == pytest.approx(attendu, rel=0.02)
    hasard = np.random.default_rng(4)
    touches = (hasard.random((20_000, 100)) < essais / 10**longueur).any(axis=1).mean()
    assert touches == pytest.approx(attendu, abs=0.01)


def test_des_essais_comptes_par_session_ne_sont_pas_comptes() -> None:
    assert chance_du_devineur({**BON, "lie_a": "session"}) > 50 * chance_du_devineur(BON)


def test_un_reglage_serre_met_dehors_les_gens_lents() -> None:
    hasard = np.random.default_rng(1)
    serre = {**BON, "duree_min": 1.0, "prolonger": False}
    assert part_bloquee(hasard, serre, "tape_lentement") > 0.5 > 0.1 > part_bloquee(hasard, serre, "tout_venant")
    assert part_bloquee(hasard, BON, "tape_lentement") < 0.05
    assert part_dehors(hasard, {**BON, "autre_voie": "aucune"}, "sans_telephone") == 1.0
    assert part_dehors(hasard, BON, "sans_telephone") == 0.0


def test_une_preuve_sure_ne_se_passe_pas_meme_en_sachant_tout() -> None:
    for cle, identification in IDENTIFICATIONS.items():
        assert passe(cle, m.SAVOIRS) is (identification.exige is not None)
    assert not passe("code_numero_verifie", ("etat_civil", "contact", "parents"))


def test_un_attaquant_absurde_est_refuse() -> None:
    with pytest.raises(ValueError, match="savoir connu"):
        m.Attaquant("x", "x", (("magie", 0.5),))
    with pytest.raises(ValueError, match="savoir connu"):
        m.Attaquant("x", "x", (("contact", 1.5),))


def test_un_monde_qui_se_contredit_est_refuse() -> None:
    with pytest.raises(ValueError, match="deux côtés"):
        m.Monde(sans_acte=("retraite",), avec_acte=("retraite",))


# --- le journal ---------------------------------------------------------------------------------------


def test_un_service_sans_vol_donne_un_journal_sans_vol() -> None:
    registre, demandes = demandes_du_cours(3)
    honnetes = demandes[demandes["demandeur"].eq("la personne")]
    deroule = derouler_naif(np.random.default_rng(3), registre, honnetes)
    journal = tirer_journal(np.random.default_rng(3), deroule)
    assert not journal["pertes"].map(lambda p: "papiers" in p).any()
    assert not journal["source"].eq("feuille d'heures").any()


@pytest.mark.parametrize("graine", range(0, 400, 40))
def test_le_journal_permet_a_chacun_de_repondre(graine: int) -> None:
    journal = rejouer.journal_du_juge(graine)
    torts = journal[journal["tort"]]
    assert len(torts[~torts["usager"]]["personne"].unique()) >= 3
    assert len(torts[torts["usager"]]["personne"].unique()) >= 3
    assert (~journal["tort"]).sum() >= 10
    assert {p for pertes in torts["pertes"] for p in pertes} <= set(PERTES)
    assert journal["personne"].str.contains("Karim|Camille").sum() >= 2
    assert {"tort", "perte", "pertes"}.isdisjoint(rejouer(graine).journal.columns)
