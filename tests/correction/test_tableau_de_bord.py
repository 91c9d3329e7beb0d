"""Ce que le tableau de bord compte, sur des copies fabriquées ; ce qu'il refuse de croire."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from chatmairie.correction import tableau_de_bord as page
from chatmairie.correction.notes_de_classe import CopieNotee, NoteExercice
from chatmairie.correction.tableau_de_bord import Tableau, mesurer, paris_d_une_copie


def _copie(eleve: str, *notes: NoteExercice, rendu: bool = True) -> CopieNotee:
    return CopieNotee(eleve, eleve.title(), "X", "", "02_donnees", 20.0, notes, rendu=rendu)


def _taux(points: float | None) -> NoteExercice:
    return NoteExercice("02_donnees", "donnees.taux", points, 1.0, points or 0.0)


def _deposer(dossier: Path, cellules: list[dict[str, Any]]) -> None:
    dossier.mkdir(parents=True, exist_ok=True)
    (dossier / "02_donnees.ipynb").write_text(json.dumps({"cells": cellules}), encoding="utf-8")


def _corrigee(echecs: list[dict[str, str]], statut: str = "à revoir") -> list[dict[str, Any]]:
    rendu = {"exercice": "donnees.taux", "statut": statut, "echecs": echecs}
    sortie = {"output_type": "display_data", "data": {}, "metadata": {"chatmairie": rendu}}
    return [
        {
            "cell_type": "code",
            "source": "",
            "metadata": {"nbgrader": {"grade_id": "donnees-taux-note"}},
            "outputs": [sortie],
        }
    ]


def _mesurer(tmp_path: Path, copies: list[CopieNotee]) -> Tableau:
    return mesurer(copies, lambda etape, copie: tmp_path / etape / copie.eleve)


ECHEC = {"controle": "taux_par_jour", "famille": "acceptations", "phrase": "Vous mesurez les acceptations."}


@pytest.fixture
def controle() -> str:
    from chatmairie.echecs import catalogue

    return catalogue.exercice("donnees.taux").controles[1].code


def test_une_idee_recue_compte_une_fois_par_eleve_et_la_plus_repandue_est_premiere(
    tmp_path: Path, controle: str
) -> None:
    for eleve, famille in (("ana", "acceptations"), ("bo", "acceptations"), ("cy", "pourcentages")):
        echec = ECHEC | {"controle": controle, "famille": famille}
        _deposer(tmp_path / "autograded" / eleve, _corrigee([echec, echec]))
    tableau = _mesurer(tmp_path, [_copie(e, _taux(0.25)) for e in ("ana", "bo", "cy")])
    assert [(i.famille, i.eleves) for i in tableau.idees] == [("acceptations", 2), ("pourcentages", 1)]
    assert [e.identifiant for e in tableau.personne_ne_reussit] == ["donnees.taux"]
    assert tableau.tous_reussissent == []


def test_une_famille_ou_un_controle_fabriques_sont_ignores(tmp_path: Path, controle: str) -> None:
    faux = [ECHEC | {"controle": "invente"}, ECHEC | {"controle": controle, "famille": "<b>moi</b>"}]
    _deposer(tmp_path / "autograded" / "ana", _corrigee(faux))
    assert _mesurer(tmp_path, [_copie("ana", _taux(0.0))]).idees == []


def test_a_lire_n_est_pas_zero_et_non_rendu_n_est_pas_une_copie(tmp_path: Path) -> None:
    copies = [_copie("ana", _taux(1.0)), _copie("bo", _taux(None)), _copie("cy", rendu=False)]
    (devoir,) = _mesurer(tmp_path, copies).devoirs
    ligne = devoir.exercices["donnees.taux"]
    assert (devoir.inscrits, devoir.rendues, devoir.a_lire) == (3, 2, 1)
    # une moyenne faite avant d'avoir tout lu serait celle des réponses vides, notées 0 d'avance
    assert (ligne.reussis, ligne.a_lire, ligne.moyenne, devoir.mediane) == (1, 1, None, None)


def test_une_reponse_vide_ou_un_fichier_illisible_ne_disent_pas_que_personne_ne_reussit(tmp_path: Path) -> None:
    ouverte = [NoteExercice("02_donnees", "donnees.ouverte", p, 3.0) for p in (0.0, 0.0, 0.0, None)]
    _deposer(tmp_path / "autograded" / "dan", _corrigee([], "réussi"))
    copies = [_copie(e, _taux(float(e == "dan")), o) for e, o in zip(("ana", "bo", "cy", "dan"), ouverte, strict=True)]
    tableau = _mesurer(tmp_path, copies)
    (devoir,) = tableau.devoirs
    taux, question = devoir.exercices.values()
    assert (taux.reussis, taux.a_revoir, taux.vides) == (1, 0, 3) and question.vides == 3
    assert tableau.personne_ne_reussit == [] and tableau.tous_reussissent == []
    assert (devoir.mediane, devoir.sur_lus) == (0.0, 1.0)
    assert "sans les questions encore à lire" in page.ecrire_la_page(tableau)


def test_deux_carnets_d_un_devoir_ne_se_melangent_pas(tmp_path: Path) -> None:
    notes = [NoteExercice(c, f"{x}.personnes", 2.0, 2.0) for c, x in (("41_acte", "acte"), ("42_camp", "campagne"))]
    ecrite = page.ecrire_la_page(_mesurer(tmp_path, [_copie("ana", *notes)]))
    assert "<h3>41_acte</h3>" in ecrite and "<h3>42_camp</h3>" in ecrite


def test_deux_copies_ne_suffisent_pas_a_dire_que_tout_le_monde_reussit(tmp_path: Path) -> None:
    assert _mesurer(tmp_path, [_copie(e, _taux(1.0)) for e in ("ana", "bo")]).tous_reussissent == []
    tous = _mesurer(tmp_path, [_copie(e, _taux(1.0)) for e in ("ana", "bo", "cy")]).tous_reussissent
    assert [e.identifiant for e in tous] == ["donnees.taux"]


def test_les_paris_se_lisent_sans_executer_la_copie(tmp_path: Path) -> None:
    temoin = tmp_path / "execute"
    sources = [
        'prevoir("donnees.combien", 12)\n%matplotlib inline',
        'prevoir("donnees.combien", 900)',
        f'prevoir("donnees.qui_a_refuse", open({str(temoin)!r}, "w"))',
        'prevoir("pari.inconnu", 3)',
        'prevoir("donnees.combien",',
        'prevoir("donnees.combien", True)',
        '# prevoir("donnees.combien", 99)',
        "prevoir(" * 3000,
    ]
    cellules = [{"cell_type": "code", "source": s.splitlines(keepends=True)} for s in sources]
    assert paris_d_une_copie([*cellules, {"cell_type": "markdown", "source": 'prevoir("donnees.combien", 5)'}]) == {
        "donnees.combien": 12
    }
    assert not temoin.exists()


def test_les_paris_et_ce_qui_s_est_passe(tmp_path: Path) -> None:
    for eleve, valeur in (("ana", 5), ("bo", 100), ("cy", 40)):
        _deposer(
            tmp_path / "submitted" / eleve, [{"cell_type": "code", "source": f'prevoir("donnees.combien", {valeur})'}]
        )
        sortie = {"data": {"text/plain": "Titre\nVotre prévision : 3\n\nCe qui s'est passé\xa0: 137 enfants."}}
        devoilee = {"cell_type": "code", "source": 'devoiler("donnees.combien", rejeu)', "outputs": [sortie]}
        _deposer(tmp_path / "autograded" / eleve, [devoilee])
    (pari,) = _mesurer(tmp_path, [_copie(e, _taux(1.0)) for e in ("ana", "bo", "cy")]).paris
    assert [n for _, n in pari.reponses] == [1, 0, 1, 0, 1]
    assert (pari.total, pari.issue) == (3, "137 enfants.")
    assert "5 à 100 sur 100 ; au milieu : 40" in pari.resume


@pytest.mark.parametrize(
    "contenu", ["", "{", "[]", '{"cells": 3}', '{"cells": [3, null, {"outputs": 3}]}', "[" * 100_000]
)
def test_une_copie_illisible_n_arrete_pas_le_tableau(tmp_path: Path, contenu: str) -> None:
    for etape in ("autograded", "submitted"):
        (tmp_path / etape / "ana").mkdir(parents=True)
        (tmp_path / etape / "ana" / "02_donnees.ipynb").write_text(contenu, encoding="utf-8")
    assert _mesurer(tmp_path, [_copie("ana", _taux(1.0))]).devoirs[0].rendues == 1


def test_la_page_echappe_ce_qui_vient_d_une_copie(tmp_path: Path, controle: str) -> None:
    echec = ECHEC | {"controle": controle, "phrase": "<script>x</script> `<b>`"}
    _deposer(tmp_path / "autograded" / "ana", _corrigee([echec]))
    html = page.ecrire_la_page(_mesurer(tmp_path, [_copie("ana", _taux(0.0))]))
    assert "<script" not in html and "&lt;script&gt;" in html and "<b>" not in html


def test_un_dossier_sans_cours_ou_sans_notes_est_dit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert page.principal(["--racine", str(tmp_path)]) == 1
    assert "nbgrader_config.py" in capsys.readouterr().err
    racine = Path(__file__).resolve().parents[2]
    (tmp_path / "nbgrader_config.py").write_bytes((racine / "nbgrader_config.py").read_bytes())
    assert page.principal(["--racine", str(tmp_path)]) == 1
    assert "corrigez d'abord un devoir" in capsys.readouterr().err
    assert not (tmp_path / "classe" / page.PAGE).exists()
