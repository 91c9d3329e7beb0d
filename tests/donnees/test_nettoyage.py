"""La mise en forme donnée aux apprenants, le contrat en français, et l'enchaînement de leurs fonctions."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from chatmairie.echecs.donnees.archives import salir, tirer_archives, tirer_registre
from chatmairie.echecs.donnees.contrat import CONTRAT, verifier_contrat
from chatmairie.echecs.donnees.mecanisme import COLONNES_NORMALISEES, garder, nettoyer, normaliser
from chatmairie.echecs.donnees.monde import MONDE_DU_COURS, monde_mute

CLE = ["id_enfant", "activite", "annee"]


@pytest.fixture(scope="module")
def brutes():
    return tirer_archives(np.random.default_rng(0), lignes=3000)


@pytest.fixture(scope="module")
def normalisees(brutes):
    return normaliser(brutes)


def test_normaliser_retrouve_exactement_ce_que_la_saisie_avait_brouille():
    for graine in range(10):
        monde = MONDE_DU_COURS if graine % 2 else monde_mute(np.random.default_rng(graine))
        registre = tirer_registre(np.random.default_rng(graine), monde, 2000)
        table = normaliser(salir(np.random.default_rng(graine), registre)).set_index("num_dossier")
        vrai = registre.set_index("num_dossier").loc[table.index]
        exactes = ["age", "jour_depot", "canal", "activite", "type_famille", "scolarise_commune", "assurance_valide",
                   "dans_les_delais", "pai_allergie", "instruit_par", "motif", "annee", "code_file",
                   "num_ticket"]  # fmt: skip
        for colonne in exactes:
            assert (table[colonne] == vrai[colonne]).all(), colonne
        assert (table["decision"].eq("accepte") == vrai["decision"].eq("ACCEPTE")).all()
        for colonne in ("heure", "pieces_fournies", "quotient_familial", "parents_actifs"):
            connu = table[colonne].notna()
            assert 0.85 < connu.mean() < 1 and (table.loc[connu, colonne] == vrai.loc[connu, colonne]).all(), colonne


def test_normaliser_ne_change_pas_son_entree_et_minimise(brutes):
    avant = brutes.copy()
    table = normaliser(brutes)
    pd.testing.assert_frame_equal(brutes, avant)
    assert list(table.columns) == list(COLONNES_NORMALISEES)
    assert not {"note", "naissance"} & set(table.columns)
    assert len(table) == len(brutes) - 15 and not table["prenom"].str.upper().eq("TEST TEST").any()
    assert table.index.equals(pd.RangeIndex(len(table)))


def test_normaliser_deux_fois_ne_change_rien(normalisees):
    encore = normaliser(normalisees)
    pd.testing.assert_frame_equal(encore, normalisees)
    assert encore is not normalisees


def test_normaliser_ne_repare_pas_l_archive(normalisees):
    assert normalisees["motif"].eq("CLOTURE AUTO HORS PERMANENCE").sum() > 400


@pytest.mark.parametrize(
    ("abimer", "erreur", "dit"),
    [
        (lambda t: t.drop(columns=["canal", "note"]), ValueError, "canal, note"),
        (lambda t: t.assign(canal="pigeon voyageur"), ValueError, "pigeon voyageur"),
        (lambda t: t.assign(jour_depot="dimanche"), ValueError, "dimanche"),
        (lambda t: t.assign(naissance="le 3 mars"), ValueError, "le 3 mars"),
        (lambda t: t.assign(pieces_fournies="beaucoup"), ValueError, "beaucoup"),
        (lambda t: t.assign(instruit_par="le stagiaire"), ValueError, "le stagiaire"),
        (lambda t: t.to_dict(), TypeError, "table"),
    ],
)
def test_une_archive_illisible_est_refusee_en_francais(brutes, abimer, erreur, dit):
    with pytest.raises(erreur, match=dit):
        normaliser(abimer(brutes))


def test_l_age_se_compte_au_premier_septembre(brutes):
    ligne = brutes[~brutes["prenom"].str.upper().eq("TEST TEST")].head(4).copy()
    ligne["annee"] = 2020
    ligne["naissance"] = ["01/09/2017", "02/09/2017", "2017-09-01", "2017-09-02"]
    assert normaliser(ligne)["age"].tolist() == [3, 2, 3, 2]


# --- le contrat -------------------------------------------------------------------------------------


def test_une_archive_normalisee_respecte_le_contrat(normalisees):
    avant = normalisees.copy()
    assert verifier_contrat(normalisees) is None
    pd.testing.assert_frame_equal(normalisees, avant)
    assert set(CONTRAT.columns) == set(COLONNES_NORMALISEES)
    verifier_contrat(normaliser(tirer_archives(np.random.default_rng(1), monde_mute(np.random.default_rng(1)), 500)))


@pytest.mark.parametrize(
    ("colonne", "valeur", "dit"),
    [
        ("canal", "pigeon", "un canal parmi : guichet, en ligne, boîte aux lettres"),
        ("age", -4, "un nombre entier d'années, de 0 à 18"),
        ("decision", "REFUS", "« accepte » ou « refuse »"),
        ("jour_depot", "Mercredi", "un jour parmi : lundi"),
        ("instruit_par", "AUTOMATE", "un code d'agent"),
        ("pieces_fournies", 9.0, "de 0 à 5 pièces, ou vide"),
        ("motif", None, "un texte, vide s'il n'y a pas de motif"),
    ],
)
def test_le_contrat_rompu_se_dit_en_francais_avec_la_ligne(normalisees, colonne, valeur, dit):
    table = normalisees.copy()
    table.loc[table.index[7], colonne] = valeur
    with pytest.raises(ValueError) as erreur:
        verifier_contrat(table)
    phrase = str(erreur.value)
    assert dit in phrase and f"« {colonne} »" in phrase and "ligne 7" in phrase and "1 ligne en tout" in phrase
    for anglais in ("Column", "failed", "expected", "schema", "Check"):
        assert anglais not in phrase
    assert phrase.count("\n") == 1  # une seule colonne accusée


def test_le_contrat_voit_un_type_et_un_numero_repete(normalisees):
    table = normalisees.assign(age=normalisees["age"].astype(str))
    with pytest.raises(ValueError, match="« age »"):
        verifier_contrat(table)
    table = normalisees.copy()
    table.loc[3, "num_dossier"] = table.loc[2, "num_dossier"]
    with pytest.raises(ValueError, match="numéro unique"):
        verifier_contrat(table)
    with pytest.raises(ValueError, match="absente"):
        verifier_contrat(normalisees.drop(columns="age"))
    with pytest.raises(TypeError, match="table"):
        verifier_contrat(None)


# --- garder et nettoyer -----------------------------------------------------------------------------


def test_garder_ne_garde_que_les_lignes_sans_raison():
    table = pd.DataFrame({"x": range(5), "raison_ecart": ["", "clos", None, "  ", float("nan")]})
    assert garder(table)["x"].tolist() == [0, 2, 3, 4]
    with pytest.raises(ValueError, match="raison_ecart"):
        garder(table.drop(columns="raison_ecart"))


def _ecarter(table):
    table["raison_ecart"] = np.where(table["instruit_par"].eq(""), "clos par le logiciel", "")
    return table


def _rapprocher(table):
    return garder(table).drop_duplicates(CLE, keep="last")


def test_nettoyer_enchaine_et_ne_laisse_que_de_vraies_decisions(brutes, normalisees):
    propre = nettoyer(brutes, _ecarter, _rapprocher)
    attendues = normalisees[normalisees["instruit_par"].ne("")]
    assert not propre["instruit_par"].eq("").any()
    assert not propre.duplicated(CLE).any()
    assert set(map(tuple, propre[CLE].to_numpy())) == set(map(tuple, attendues[CLE].to_numpy()))
    sans_rapprocher = nettoyer(brutes, _ecarter, lambda t: t)
    assert len(sans_rapprocher) == len(attendues)


@pytest.mark.parametrize(
    ("ecarter", "rapprocher", "erreur", "dit"),
    [
        (lambda t: None, _rapprocher, TypeError, "ecarter.*return"),
        (_ecarter, lambda t: None, TypeError, "rapprocher.*return"),
        (lambda t: t, _rapprocher, ValueError, "raison_ecart"),
        (lambda t: _ecarter(t).head(10), _rapprocher, ValueError, "10 lignes"),
        (lambda t: 3, _rapprocher, TypeError, "ecarter.*int"),
        ("ecarter", _rapprocher, TypeError, "ecarter.*fonction"),
    ],
)
def test_nettoyer_dit_quelle_fonction_ne_va_pas(brutes, ecarter, rapprocher, erreur, dit):
    with pytest.raises(erreur, match=dit):
        nettoyer(brutes, ecarter, rapprocher)
