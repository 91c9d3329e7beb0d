"""Ce qui fait refaire une copie : ce qui décide de sa note, et rien d'autre."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from nbformat.v4 import new_code_cell, new_notebook

from chatmairie.correction import devoir as module
from chatmairie.correction.autograde import Executer
from chatmairie.correction.devoir import Devoir, Rendu, empreinte
from chatmairie.correction.reconstruction import CelluleDuMaitre

NOTE = {"grade_id": "donnees-taux-note", "grade": True, "points": 1.0, "solution": False}
DEVOIR = Devoir(
    "02_donnees",
    {
        "02_donnees": (
            CelluleDuMaitre("a", "markdown", "# Les données", "# Les données"),
            CelluleDuMaitre("b", "code", "SEUIL = 1", "SEUIL = 1"),
            CelluleDuMaitre("c", "code", "noter()", "noter()", NOTE),
        )
    },
    [("archives.csv", b"1;2")],
)
RENDU = Rendu({"02_donnees": [new_notebook(cells=[new_code_cell("x = 1", id="x")]), "", []]}, [("aide.py", b"y = 2")])
REGLAGES = Executer().reglages()


def _avec(rang: int, **change: object) -> Devoir:
    cellules = list(DEVOIR.carnets["02_donnees"])
    cellules[rang] = dataclasses.replace(cellules[rang], **change)
    return dataclasses.replace(DEVOIR, carnets={"02_donnees": tuple(cellules)})


def _reponse(source: str, remarques: tuple[str, ...] = ()) -> Rendu:
    carnet = new_notebook(cells=[new_code_cell(source, id="x")])
    return dataclasses.replace(RENDU, carnets={"02_donnees": [carnet, "", list(remarques)]})


@pytest.mark.parametrize(
    ("devoir", "rendu", "reglages"),
    [
        (_avec(1, source="SEUIL = 2"), RENDU, REGLAGES),
        (_avec(1, distribuee="SEUIL = 2"), RENDU, REGLAGES),
        (_avec(2, etiquette={**NOTE, "points": 2.0}), RENDU, REGLAGES),
        (dataclasses.replace(DEVOIR, pieces=[("archives.csv", b"1;3")]), RENDU, REGLAGES),
        (DEVOIR, _reponse("x = 2"), REGLAGES),
        (DEVOIR, dataclasses.replace(RENDU, pieces=[]), REGLAGES),
        (DEVOIR, RENDU, {**REGLAGES, "execution": {**REGLAGES["execution"], "limite": 5.0}}),
    ],
    ids=["cellule", "cellule distribuée", "points", "fichier distribué", "réponse", "fichier rendu", "limite"],
)
def test_ce_qui_decide_d_une_note_fait_refaire_la_copie(devoir: Devoir, rendu: Rendu, reglages: dict) -> None:
    assert empreinte(devoir, rendu, reglages) != empreinte(DEVOIR, RENDU, REGLAGES)


@pytest.mark.parametrize("nom", ["CHATMAIRIE_SECRET", "CHATMAIRIE_CLASSE"])
def test_un_autre_secret_fait_refaire_la_copie(nom: str, monkeypatch: pytest.MonkeyPatch) -> None:
    avant = empreinte(DEVOIR, RENDU, REGLAGES)
    monkeypatch.setenv(nom, "17")
    assert empreinte(DEVOIR, RENDU, REGLAGES) != avant


@pytest.mark.parametrize(
    ("devoir", "rendu"),
    [
        (_avec(0, source="# Les archives", distribuee="# Les archives"), RENDU),
        (_avec(1, source="SEUIL = 1  # le seuil"), RENDU),
        (DEVOIR, _reponse("x = 1", ("Le carnet avait été renommé.",))),
    ],
    ids=["consigne", "commentaire", "remarque sur le fichier"],
)
def test_le_reste_ne_fait_rien_refaire(devoir: Devoir, rendu: Rendu) -> None:
    assert empreinte(devoir, rendu, REGLAGES) == empreinte(DEVOIR, RENDU, REGLAGES)


JUGE = '''
"""Le taux de refus."""
SEUIL = 0.05
def examiner(sujet, reponse):
    """Compte."""
    # les refus
    if reponse["taux"] > SEUIL:
        return Constat("trop", f"{sujet.nom} : trop de refus.", essayer="Regardez le mercredi.")
    raise FormeInattendue("Un nombre est attendu.")
CONTROLES = (Controle("taux", 1.0, examiner, libelle="le taux"),)
'''


def _juge(dossier: Path, monkeypatch: pytest.MonkeyPatch, source: str) -> str:
    (dossier / "correction").mkdir(exist_ok=True)
    (dossier / "taux.py").write_text(source, encoding="utf-8")
    monkeypatch.setattr(module, "__file__", str(dossier / "correction" / "devoir.py"))
    module.empreinte_du_juge.cache_clear()
    try:
        return module.empreinte_du_juge()
    finally:
        module.empreinte_du_juge.cache_clear()


@pytest.mark.parametrize(
    ("avant", "apres", "refait"),
    [
        ("SEUIL = 0.05", "SEUIL = 0.06", True),
        (">", ">=", True),
        ('Controle("taux", 1.0', 'Controle("taux", 2.0', True),
        ("raise FormeInattendue", "return FormeInattendue", True),
        ("# les refus", "# les refus du mercredi", False),
        ('"""Compte."""', '"""Compte les refus."""', False),
        ("trop de refus.", "des enfants refusés à tort.", False),
        ("Regardez le mercredi.", "Regardez chaque jour.", False),
        ("Un nombre est attendu.", "Rendez un nombre.", False),
        ('libelle="le taux"', 'libelle="le taux de refus"', False),
    ],
)
def test_un_controle_change_fait_tout_refaire_et_une_phrase_non(
    avant: str, apres: str, refait: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert avant in JUGE
    change = _juge(tmp_path, monkeypatch, JUGE.replace(avant, apres, 1)) != _juge(tmp_path, monkeypatch, JUGE)
    assert change is refait


FICHE = """
titre: Décider
controles:
  jamais_de_refus: {points: 0.75, libelle: personne n'est refusé}
torts:
  refus: {grave: true, phrase: Une machine refuse.}
options:
  jour: {question: Une règle ?, valeurs: {aucune: aucune}}
"""


@pytest.mark.parametrize(
    ("avant", "apres", "refait"),
    [
        ("points: 0.75", "points: 0.5", True),
        ("grave: true", "grave: false", True),
        ("{aucune: aucune}", "{prudence: aucune}", True),
        ("titre: Décider", "titre: Décider, ou non", False),
        ("personne n'est refusé", "la machine ne refuse personne", False),
        ("Une machine refuse.", "Un programme refuse.", False),
        ("Une règle ?", "Quelle règle ?", False),
    ],
)
def test_dans_une_fiche_non_plus_une_phrase_ne_fait_rien_refaire(
    avant: str, apres: str, refait: bool, tmp_path: Path
) -> None:
    assert avant in FICHE
    sommes = set()
    for texte in (FICHE, FICHE.replace(avant, apres, 1)):
        (tmp_path / "decider.yaml").write_text(texte, encoding="utf-8")
        sommes.add(module._ce_que_fait(tmp_path / "decider.yaml"))
    assert (len(sommes) == 2) is refait


def test_une_autre_version_d_une_bibliotheque_de_calcul_fait_tout_refaire(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    avant = _juge(tmp_path, monkeypatch, JUGE)
    monkeypatch.setattr(module.metadata, "version", lambda nom: "99" if nom == "numpy" else "1")
    assert _juge(tmp_path, monkeypatch, JUGE) != avant


def test_un_devoir_et_une_copie_traversent_un_message_sans_changer() -> None:
    import json

    devoir = Devoir.depuis_json(json.loads(json.dumps(DEVOIR.en_json())))
    rendu = Rendu.depuis_json(json.loads(json.dumps(RENDU.en_json())))
    assert (devoir.empreinte, rendu.empreinte) == (DEVOIR.empreinte, RENDU.empreinte)
