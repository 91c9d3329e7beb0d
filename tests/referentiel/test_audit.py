"""L'audit : ce qui compte comme preuve, les scores, les manques d'abord."""

import pytest

from chatmairie.referentiel.audit import Reponse, auditer, lire_valeur, preuve_creuse


def _retenue(bilan, ident):
    (ligne,) = [x for x in bilan.lignes if x.critere.identifiant == ident]
    return ligne.retenue


def _tous(referentiel, valeur, preuve=""):
    return {i: (valeur, preuve) for i in referentiel.criteres}


def test_oui_sans_preuve_compte_pour_partiel():
    bilan = auditer({"STR-2_01": "oui", "CM-UX-01": ("oui", "compte rendu du 3 mars")})
    assert _retenue(bilan, "STR-2_01") == "partiel"
    assert _retenue(bilan, "CM-UX-01") == "oui"


@pytest.mark.parametrize("creuse", ["", " ", "ok", "OK.", "-", "À faire", "oui", "c’est prévu", "N/A", "Aucune preuve"])
def test_une_preuve_de_pure_forme_n_en_est_pas_une(creuse):
    assert preuve_creuse(creuse)
    assert _retenue(auditer({"STR-2_01": ("oui", creuse)}), "STR-2_01") == "partiel"


@pytest.mark.parametrize(
    "vraie", ["PV du 12/03", "délibération 2026-14", "https://exemple.fr/registre", "Registre, p. 4"]
)
def test_une_preuve_nommee_est_gardee(vraie):
    assert not preuve_creuse(vraie)


def test_sans_objet_demande_une_raison():
    bilan = auditer({"CM-CAD-06": ("sans objet", "aucun envoi"), "CM-SOC-08": "sans objet"})
    assert _retenue(bilan, "CM-CAD-06") == "sans objet"
    assert _retenue(bilan, "CM-SOC-08") == "sans réponse"
    assert bilan.total.concernes == 40


def test_les_cases_vides_ne_font_pas_monter_le_score(referentiel):
    un_seul = auditer({"STR-2_01": ("oui", "registre")})
    assert un_seul.total.part == pytest.approx(1 / 41)
    assert auditer({}).total.part == 0
    assert auditer(_tous(referentiel, "oui", "preuve nommée")).total.part == 1
    assert auditer(_tous(referentiel, "oui")).total.part == pytest.approx(0.5)


def test_tout_sans_objet_n_a_pas_de_score(referentiel):
    bilan = auditer(_tous(referentiel, "sans objet", "projet abandonné"))
    assert bilan.total.part is None
    assert "aucun critère concerné" in repr(bilan)
    assert "rien à dessiner" in repr(bilan)


def test_les_scores_par_famille_et_par_odd(referentiel):
    reponses = {c.identifiant: ("oui", "preuve nommée") for c in referentiel.de_famille("ui")}
    bilan = auditer(reponses)
    parts = {s.nom: s.part for s in bilan.par_famille()}
    assert parts == {"Stratégie": 0, "Cadrage": 0, "UX": 0, "UI": 1, "Socle technologique": 0}
    odd = {s.nom: s for s in bilan.par_odd()}
    assert set(odd) == {
        f"ODD {n}. {referentiel.odd[n].titre}" for n in {n for c in referentiel.criteres.values() for n in c.odd}
    }
    dix = odd["ODD 10. Inégalités réduites"]
    attendus = [c for c in referentiel.criteres.values() if 10 in c.odd]
    assert dix.concernes == len(attendus)
    assert dix.part == pytest.approx(sum(c.famille == "ui" for c in attendus) / len(attendus))


def test_les_manques_d_abord_par_urgence_puis_par_facilite():
    bilan = auditer({"CM-UI-04": "non", "CM-STR-02": "non", "STR-2_01": "partiel"})
    ordre = [x.critere.identifiant for x in bilan.ecarts()]
    assert ordre[:2] == ["CM-STR-02", "CM-UI-04"] and ordre[-1] == "STR-2_01"
    texte = repr(bilan)
    assert texte.index("CM-STR-02") < texte.index("Score par famille")


def test_l_affichage_a_un_equivalent_texte_de_la_figure():
    bilan = auditer({"STR-2_01": ("oui", "registre du DPO")})
    texte = repr(bilan)
    for famille in ("Stratégie", "Cadrage", "UX", "UI", "Socle technologique"):
        assert famille in texte
    assert "Sur 41 critères" in texte.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("reponses", "attendu"),
    [
        ({"CM-XX-01": "oui"}, "ne correspond à aucun"),
        ({"STR-2_01": "peut-être"}, "STR-2_01 : Réponse « peut-être » non comprise"),
        ({"STR-2_01": 1}, "Une réponse est un mot"),
        ({"STR-2_01": ("oui", 3)}, "« preuve » est un texte"),
        ({"STR-2_01": ("oui", "a", "b")}, "attendu"),
        ({"STR-2_01": "oui", "str-2_01": "non"}, "deux réponses"),
        ({"STR-2_01": {"preuve": "x"}}, "il manque la réponse"),
        ({"STR-2_01": {"valeur": "oui", "prevue": "x"}}, "champ « prevue » inconnu"),
        (["STR-2_01"], "dictionnaire"),
    ],
)
def test_une_reponse_absurde_donne_une_phrase(reponses, attendu):
    with pytest.raises((ValueError, TypeError), match=attendu):
        auditer(reponses)


def test_un_nom_vide_est_refuse():
    with pytest.raises(ValueError, match="nom du projet"):
        auditer({}, nom="  ")


@pytest.mark.parametrize(
    ("ecrit", "valeur"),
    [
        ("Oui", "oui"),
        (" OUI ", "oui"),
        ("en  partie", "partiel"),
        ("N/A", "sans objet"),
        ("", "sans réponse"),
        (None, "sans réponse"),
        (True, "oui"),
        ("Sans\u00a0objet", "sans objet"),
    ],
)
def test_les_facons_d_ecrire_une_reponse(ecrit, valeur):
    assert lire_valeur(ecrit) == valeur


def test_une_reponse_complete_garde_responsable_et_echeance():
    bilan = auditer({"STR-2_01": Reponse("non", responsable="Mme Diallo", echeance="2027-01")})
    assert "Mme Diallo" in repr(bilan) and "2027-01" in repr(bilan)
