"""La simulation : le mécanisme, les saletés, le règlement, le contrefactuel et la rentrée rejouée.

À côté de chaque seuil, la valeur mesurée (pire et moyenne) sur les graines essayées.
"""

from __future__ import annotations

import re

import numpy as np
import pandas as pd
import pytest

from chatmairie.echecs.commun.distribution import prenoms
from chatmairie.echecs.donnees import monde as m
from chatmairie.echecs.donnees.archives import COLONNES_BRUTES, salir, tirer_archives, tirer_registre
from chatmairie.echecs.donnees.monde import MONDE_DU_COURS, Reglement, monde_mute
from chatmairie.echecs.donnees.rejeu import rejouer
from chatmairie.echecs.donnees.tirage import (
    COLONNES_DOSSIER,
    a_demander,
    appliquer_reglement,
    autre_jour,
    tirer_dossiers,
)
from tests.patience import temps_de_calcul

CLE = ["id_enfant", "activite", "annee"]
GRAINES = range(12)


@pytest.fixture(scope="module")
def registres():
    """Douze archives exactes : six du monde du cours, six de mondes mutés."""
    mondes = [MONDE_DU_COURS] * 6 + [monde_mute(np.random.default_rng(g)) for g in range(6)]
    return [(w, tirer_registre(np.random.default_rng(g), w, 8000)) for g, w in enumerate(mondes)]


def _hasard(graine=0):
    return np.random.default_rng(graine)


# --- les archives -----------------------------------------------------------------------------------


def test_les_archives_ont_la_taille_et_les_colonnes_dites():
    for lignes in (100, 2000, 3001):
        archives = tirer_archives(_hasard(), lignes=lignes)
        assert list(archives.columns) == list(COLONNES_BRUTES)
        assert len(archives) == lignes
        assert archives["num_dossier"].is_unique


def test_la_meme_graine_donne_la_meme_archive_et_une_autre_une_autre():
    un, deux, trois = (tirer_archives(_hasard(g), lignes=500) for g in (4, 4, 5))
    pd.testing.assert_frame_equal(un, deux)
    assert not un.equals(trois)


def test_le_logiciel_cloture_un_cinquieme_des_lignes(registres):
    cours = [r["cloture"].mean() for w, r in registres if w is MONDE_DU_COURS]
    mutes = [r["cloture"].mean() for w, r in registres if w is not MONDE_DU_COURS]
    assert 0.15 <= min(cours) and max(cours) <= 0.225  # mesuré : 0,197 à 0,214 ici, 0,196 à 0,220 sur vingt graines
    assert 0.15 <= min(mutes) and max(mutes) <= 0.30  # mesuré : 0,229 à 0,275 (classes d'âge plus nombreuses)


def test_les_clotures_ne_tombent_que_le_jour_sale(registres):
    for monde, registre in registres:
        clos = registre["cloture"]
        assert set(registre.loc[clos, "jour_depot"]) == {monde.jour_sale}
        assert set(registre.loc[clos, "decision"]) == {"REFUS"}
        assert set(registre.loc[clos, "motif"]) == {monde.motif_cloture}
        assert registre["instruit_par"].eq("").equals(clos)
        assert monde.motif_cloture not in set(registre.loc[~clos, "motif"])
        jour = registre[registre["jour_depot"].eq(monde.jour_sale)]
        assert jour["cloture"].mean() == pytest.approx(0.97, abs=0.015)  # mesuré : 0,962 à 0,977


def test_les_autres_jours_sont_acceptes_de_la_meme_facon(registres):
    for monde, registre in registres:
        taux = registre["decision"].eq("ACCEPTE").groupby(registre["jour_depot"]).mean()
        assert taux[monde.jour_sale] < 0.04  # mesuré : 0,013 à 0,023
        ouvres = taux.drop([monde.jour_sale, "samedi"])
        assert ouvres.between(0.53, 0.66).all()  # mesuré : 0,558 à 0,630
        assert ouvres.max() - ouvres.min() < 0.10  # mesuré : 0,066 au plus


def test_deux_clotures_sur_cinq_sont_reprises_sous_un_autre_numero(registres):
    for monde, registre in registres:
        clos = registre[registre["cloture"]].drop_duplicates(CLE)
        decides = registre[~registre["cloture"]].drop_duplicates(CLE)
        reprises = clos.merge(decides, on=CLE, suffixes=("", "_apres"))
        assert len(reprises) / len(clos) == pytest.approx(0.40, abs=0.06)  # mesuré : 0,380 à 0,425
        autre = reprises[reprises["jour_depot_apres"].ne(monde.jour_sale)]
        assert set(autre["jour_depot_apres"]) <= set(monde.jours_reprise)
        assert (autre["num_dossier_apres"] > autre["num_dossier"]).all()  # la décision vient après la clôture
        meme = ["age", "pieces_fournies", "assurance_valide", "dans_les_delais", "scolarise_commune", "type_famille"]
        for colonne in meme:
            assert autre[colonne].equals(autre[f"{colonne}_apres"])
        part = autre["decision_apres"].eq("ACCEPTE").mean()
        assert part == pytest.approx(0.60, abs=0.08)  # mesuré : 0,571 à 0,620


def test_les_envois_en_double_ont_la_meme_suite(registres):
    for _, registre in registres:
        ouverts = registre[~registre["cloture"]]
        doubles = ouverts[ouverts.duplicated([*CLE, "jour_depot"], keep=False)]
        assert 0.01 < len(doubles) / len(ouverts) < 0.07  # mesuré : 0,028 à 0,040
        assert doubles.groupby([*CLE, "jour_depot", "num_ticket"])["decision"].nunique().max() == 1
        plusieurs = registre.groupby(["id_enfant", "annee"])["activite"].nunique().gt(1).mean()
        assert 0.03 < plusieurs < 0.09  # mesuré : 0,058 à 0,065


def test_deux_pour_cent_d_erreurs_et_un_critere_abandonne_en_2021(registres):
    for monde, registre in registres:
        decides = registre[~registre["cloture"]]
        recevable = appliquer_reglement(decides, monde.reglement)["recevable"]
        juste = recevable & ~(decides["annee"].le(2020) & ~decides["parents_actifs"])
        erreurs = (decides["decision"].eq("ACCEPTE") != juste).mean()
        assert erreurs == pytest.approx(0.02, abs=0.008)  # mesuré : 0,016 à 0,023
        abandonne = decides[decides["motif"].eq(m.MOTIF_ABANDONNE)]
        assert len(abandonne) > 200 and abandonne["annee"].max() == 2020  # mesuré : 293 au moins
        assert not abandonne["parents_actifs"].any()
        recents = decides[decides["annee"].gt(2020) & recevable]
        taux = recents["decision"].eq("ACCEPTE").groupby(recents["parents_actifs"]).mean()
        assert abs(taux[True] - taux[False]) < 0.03  # mesuré : 0,013 au plus


def test_un_refus_d_agent_a_un_motif_et_une_acceptation_n_en_a_pas(registres):
    for _, registre in registres:
        decides = registre[~registre["cloture"]]
        accepte = decides["decision"].eq("ACCEPTE")
        assert set(decides.loc[accepte, "motif"]) == {""}
        assert set(decides.loc[~accepte, "motif"]) == {*m.MOTIFS_DU_REGLEMENT, m.MOTIF_ABANDONNE}


def test_la_boite_de_l_ecole_amene_sa_classe_d_age_le_jour_sale(registres):
    for monde, registre in registres:
        premiers = registre.drop_duplicates(CLE)
        sale = premiers["jour_depot"].eq(monde.jour_sale)
        concernes = premiers["age"].eq(monde.age_du_jour)
        assert sale[concernes].mean() > 0.83  # mesuré : 0,858 à 0,926
        assert sale[~concernes].mean() < 0.27  # mesuré : 0,188 à 0,239


def test_une_fratrie_depose_le_meme_jour_par_le_meme_canal(registres):
    for _, registre in registres:
        premiers = registre.drop_duplicates(CLE)
        groupes = premiers.groupby(["id_famille", "annee"])
        assert groupes["id_enfant"].nunique().gt(1).mean() > 0.14  # mesuré : 0,164 au moins
        for colonne in ("jour_depot", "canal", "type_famille", "parents_actifs", "quotient_familial"):
            assert groupes[colonne].nunique().max() == 1, colonne


def test_plus_d_animations_le_jour_sale_et_peu_de_dossiers_le_samedi(registres):
    for monde, registre in registres:
        premiers = registre.drop_duplicates(CLE)
        animations = premiers["activite"].eq("animations")
        sale = premiers["jour_depot"].eq(monde.jour_sale)
        assert animations[sale].mean() > animations[~sale].mean() + 0.15  # mesuré : 0,214 d'écart au moins
        assert premiers["jour_depot"].eq("samedi").mean() < 0.08  # mesuré : 0,050 au plus


# --- les saletés ------------------------------------------------------------------------------------


def test_les_saletes_sont_toutes_la():
    archives = tirer_archives(_hasard(), lignes=8000)
    for colonne, propres in (("jour_depot", 6), ("canal", 3), ("activite", 3), ("decision", 2), ("type_famille", 2)):
        assert archives[colonne].nunique() > propres, colonne
    assert archives["naissance"].str.match(r"^\d{2}/\d{2}/\d{4}$").mean() == pytest.approx(0.65, abs=0.03)
    assert archives["naissance"].str.match(r"^(\d{2}/\d{2}/\d{4}|\d{4}-\d{2}-\d{2})$").all()
    assert archives["prenom"].str.upper().eq("TEST TEST").sum() == 40
    personne = archives["instruit_par"].str.upper()
    assert {"", "-", "AUTOMATE"} <= set(personne)
    inconnus = archives.isin(["NC", "-1"]).mean()
    assert 0 < inconnus["pieces_fournies"] <= 0.01  # mesuré : 0,005
    assert (inconnus[["quotient_familial", "heure", "parents_actifs"]] > 0.02).all()  # mesuré : 0,030 au moins
    assert set(inconnus[inconnus > 0].index) == {"quotient_familial", "heure", "parents_actifs", "pieces_fournies"}


def test_les_telephones_des_notes_sont_ceux_de_la_fiction():
    notes = " ".join(tirer_archives(_hasard(1), lignes=8000)["note"])
    chiffres = re.findall(r"(?:\d{2} ){4}\d{2}", notes)
    assert len(chiffres) > 50
    assert all(numero.startswith("06 39 98 ") for numero in chiffres)


def test_retirer_les_lignes_incompletes_fait_disparaitre_des_familles_modestes():
    """Les familles dont le quotient est inconnu sont plus souvent modestes, et monoparentales."""
    for graine in range(10):
        registre = tirer_registre(_hasard(graine), MONDE_DU_COURS, 8000)
        vrai = registre.set_index("num_dossier")["quotient_familial"]
        brut = salir(_hasard(graine), registre).set_index("num_dossier")
        inconnu = brut["quotient_familial"].isin(["NC", "-1"])
        modeste = vrai.lt(650)
        assert inconnu[modeste].mean() > 1.8 * inconnu[~modeste].mean()  # mesuré : 2,4 fois au moins
        mono = registre.set_index("num_dossier")["type_famille"].eq("monoparentale")
        assert inconnu[mono].mean() > 1.1 * inconnu[~mono].mean()  # mesuré : 1,37 fois au moins


# --- les demandes de 2025 et le règlement -----------------------------------------------------------


def test_les_dossiers_de_2025_sont_propres_et_sans_decision():
    dossiers = tirer_dossiers(_hasard(), lignes=2000)
    assert list(dossiers.columns) == [*COLONNES_DOSSIER, "pieces_manquantes"]
    assert len(dossiers) == 2000 and dossiers["num_dossier"].is_unique
    assert set(dossiers["annee"]) == {2025}
    assert not dossiers.isna().any().any()
    assert not {"decision", "motif", "instruit_par", "note", "naissance"} & set(dossiers.columns)
    assert set(dossiers["canal"]) == set(m.CANAUX) and set(dossiers["activite"]) == set(m.ACTIVITES)


def test_les_pieces_manquantes_font_le_compte():
    dossiers = tirer_dossiers(_hasard(2), lignes=2000)
    noms = dossiers["pieces_manquantes"].map(lambda t: t.split(", ") if t else [])
    assert (noms.map(len) + dossiers["pieces_fournies"]).eq(5).all()
    assert set(noms.explode().dropna()) == set(m.PIECES)
    assert noms.map(lambda liste: len(set(liste)) == len(liste)).all()


def test_a_demander_est_vide_si_et_seulement_si_le_dossier_est_complet():
    dossiers = tirer_dossiers(_hasard(3), lignes=2000)
    complet = appliquer_reglement(dossiers)["complet"]
    demande = a_demander(dossiers)
    assert demande.eq("").equals(complet.rename("a_demander"))
    sans_assurance = dossiers[~dossiers["assurance_valide"]]
    assert a_demander(sans_assurance).str.contains("assurance").all()


def test_a_la_mise_en_service_l_age_du_jour_depose_tous_les_jours():
    for graine in range(10):
        monde = MONDE_DU_COURS if graine % 2 else monde_mute(_hasard(graine))
        dossiers = tirer_dossiers(_hasard(graine), monde, 4000)
        sale = dossiers["jour_depot"].eq(monde.jour_sale)
        concernes = dossiers["age"].eq(monde.age_du_jour)
        assert abs(sale[concernes].mean() - sale[~concernes].mean()) < 0.10  # mesuré : 0,045 au plus


def test_le_reglement_aux_bornes():
    base = {
        "age": 3,
        "scolarise_commune": True,
        "dans_les_delais": True,
        "pieces_fournies": 4,
        "assurance_valide": True,
    }
    cas = [
        ({}, 1, 1),
        ({"age": 2}, 0, 1),
        ({"age": 11}, 1, 1),
        ({"age": 12}, 0, 1),
        ({"scolarise_commune": False}, 0, 1),
        ({"dans_les_delais": False}, 0, 1),
        ({"pieces_fournies": 3}, 1, 0),
        ({"pieces_fournies": 5}, 1, 1),
        ({"assurance_valide": False}, 1, 0),
        ({"age": 12, "pieces_fournies": 0}, 0, 0),
    ]
    table = pd.DataFrame([base | change for change, _, _ in cas], index=range(10, 20))
    rendu = appliquer_reglement(table)
    assert rendu["eligible"].tolist() == [bool(e) for _, e, _ in cas]
    assert rendu["complet"].tolist() == [bool(c) for _, _, c in cas]
    assert rendu["recevable"].tolist() == [bool(e and c) for _, e, c in cas]
    assert rendu.index.equals(table.index) and set(map(str, rendu.dtypes)) == {"bool"}
    assert appliquer_reglement(table, Reglement(4, 5, 2))["recevable"].sum() == 0


def test_une_valeur_inconnue_n_etablit_rien():
    table = pd.DataFrame({"age": [5.0, None], "scolarise_commune": [True, True], "dans_les_delais": [True, True],
                          "pieces_fournies": [None, 5.0], "assurance_valide": [True, None]})  # fmt: skip
    rendu = appliquer_reglement(table)
    assert rendu["complet"].tolist() == [False, False]
    assert rendu["eligible"].tolist() == [True, False]


# --- le même dossier, un autre jour -----------------------------------------------------------------


@pytest.mark.parametrize("monde", [MONDE_DU_COURS, monde_mute(np.random.default_rng(1))], ids=["cours", "muté"])
def test_autre_jour_ne_change_que_ce_qui_nait_du_jour(monde):
    dossiers = tirer_dossiers(_hasard(), monde, 2000)
    avant = dossiers.copy()
    nes_du_jour = ["jour_depot", "canal", "heure", "code_file", "num_ticket"]
    for jour in m.JOURS:
        change = autre_jour(dossiers, jour, monde, _hasard(9))
        pd.testing.assert_frame_equal(dossiers, avant)
        pd.testing.assert_frame_equal(change.drop(columns=nes_du_jour), dossiers.drop(columns=nes_du_jour))
        assert set(change["jour_depot"]) == {jour}
        assert change["code_file"].eq(monde.code_file).all() == (jour == monde.jour_sale)
        assert change["num_ticket"].ge(monde.ticket_base).all() == (jour == monde.jour_sale)
        deja = dossiers["jour_depot"].eq(jour)
        pd.testing.assert_frame_equal(change[deja], dossiers[deja])
        assert change.dtypes.equals(dossiers.dtypes)
    assert "guichet" not in set(autre_jour(dossiers, monde.jour_sale, monde).loc[
        dossiers["jour_depot"].ne(monde.jour_sale), "canal"])  # fmt: skip


def test_autre_jour_suit_la_loi_des_vrais_depots():
    dossiers = tirer_dossiers(_hasard(), lignes=4000)
    tires = autre_jour(dossiers, "mardi", MONDE_DU_COURS, _hasard(1))
    vrais = dossiers[dossiers["jour_depot"].eq("mardi")]
    for canal in m.CANAUX:
        assert abs(tires["canal"].eq(canal).mean() - vrais["canal"].eq(canal).mean()) < 0.06


# --- entrées absurdes -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("appel", "erreur", "dit"),
    [
        (lambda: tirer_archives(3), TypeError, "default_rng"),
        (lambda: tirer_archives(_hasard(), "mercredi"), TypeError, "Monde"),
        (lambda: tirer_archives(_hasard(), lignes=0), ValueError, "lignes"),
        (lambda: tirer_archives(_hasard(), lignes=2.5), TypeError, "entier"),
        (lambda: tirer_dossiers(_hasard(), lignes=-1), ValueError, "lignes"),
        (lambda: appliquer_reglement([1]), TypeError, "table"),
        (lambda: appliquer_reglement(pd.DataFrame({"age": [3]})), ValueError, "pieces_fournies"),
        (lambda: autre_jour(tirer_dossiers(_hasard(), lignes=5), "dimanche"), ValueError, "dimanche"),
        (lambda: autre_jour(pd.DataFrame({"age": [3]}), "lundi"), ValueError, "jour_depot"),
        (lambda: rejouer(-1), ValueError, "graine"),
        (lambda: rejouer("1"), TypeError, "graine"),
        (lambda: rejouer(True), TypeError, "graine"),
        (lambda: rejouer(1, "mercredi"), TypeError, "Monde"),
    ],
)
def test_une_entree_absurde_donne_une_phrase(appel, erreur, dit):
    with pytest.raises(erreur, match=dit):
        appel()


# --- la rentrée rejouée -----------------------------------------------------------------------------


@pytest.mark.parametrize("graine", GRAINES)
def test_lea_est_refusee_a_tort_a_toutes_les_graines(graine):
    monde = MONDE_DU_COURS if graine < 8 else monde_mute(_hasard(graine))
    decisions = rejouer(graine, monde).decisions.set_index("prenom")
    lea = decisions.loc["Léa"]
    assert (lea["age"], lea["activite"], lea["jour_depot"]) == (3, "animations", monde.jour_sale)
    assert lea["recevable"] and lea["refus_a_tort"] and lea["decision"] == "refuser"
    assert lea["pieces_manquantes"] == ""
    for autre in ("Yanis", "Nour"):
        assert decisions.loc[autre, "recevable"] and decisions.loc[autre, "jour_depot"] != monde.jour_sale


def test_les_decisions_se_recoupent():
    un = rejouer(5)
    decisions = un.decisions
    assert len(decisions) == len(un.dossiers) == 1200
    assert len(un.archives) == 8000
    attendu = appliquer_reglement(un.dossiers)
    pd.testing.assert_frame_equal(decisions[list(attendu)], attendu)
    accepte = un.modele.accepte(un.dossiers)
    assert decisions["decision"].eq("accepter").equals(accepte.rename("decision"))
    assert decisions["refus_a_tort"].equals((attendu["recevable"] & ~accepte).rename("refus_a_tort"))
    assert decisions["admis_a_tort"].equals((~attendu["recevable"] & accepte).rename("admis_a_tort"))
    assert set(un.dossiers["prenom"]) - set(prenoms()) == {"Léa", "Yanis", "Nour"}


def test_un_rejeu_est_reproductible_et_ne_s_abime_pas():
    un = rejouer(6)
    for table in (un.archives, un.dossiers, un.decisions, un.journal):
        table.iloc[:, 0] = "abîmé"
        del table[table.columns[-1]]
    deux = rejouer(6)
    for table in (deux.archives, deux.dossiers, deux.decisions, deux.journal):
        assert not table.iloc[:, 0].eq("abîmé").any()
    rejouer.cache_clear()
    trois = rejouer(6)
    for nom in ("archives", "dossiers", "decisions", "journal"):
        pd.testing.assert_frame_equal(getattr(deux, nom), getattr(trois, nom))
    with pytest.raises(AttributeError):
        deux.graine = 3


def test_un_rejeu_prend_moins_d_une_seconde():
    rejouer(0)
    assert temps_de_calcul(lambda fois: rejouer(987 + fois)) < 1.0  # mesuré : 0,4 s de processeur, imports faits
