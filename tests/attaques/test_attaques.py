"""Des copies hostiles au milieu d'une classe : aucune n'y gagne, aucune ne nuit à une autre, la correction finit.

Ce qui n'est pas empêché (et que le guide de correction dit) : un code rendu tourne dans le même Python que le juge ;
quelqu'un qui réécrit IPython de l'intérieur peut encore se donner une note. La relecture et l'oral y répondent.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import nbformat
import psutil
import pytest
from chatmairie.correction.execution_copies import couches_actives
from chatmairie.correction.execution_enclos import version_de_landlock

from tests.attaques.copies import ATTAQUES
from tests.correction.court import DEVOIR, EXERCICES, POINTS, Classe, Copie

pytestmark = pytest.mark.classe
TEMOINS = {"aaa-temoin": Copie(), "mmm-temoin": Copie(), "zzz-temoin": Copie()}
EMPECHEES = {e: c for e, c in ATTAQUES.items() if c.landlock <= version_de_landlock()}
"""Les autres ne sont pas lancées : sur une machine sans cette couche, elles réussiraient (et `corriger` le dit)."""
COPIES = dict(sorted({**TEMOINS, **EMPECHEES}.items()))
REGLAGES = "c.Execute.timeout = 15\n"


@pytest.fixture(scope="module")
def corrigee(tmp_path_factory: pytest.TempPathFactory):
    avant = {p.pid for p in psutil.process_iter()}
    classe = Classe(tmp_path_factory.mktemp("classe attaquée"), reglages=REGLAGES)
    for eleve, copie in COPIES.items():
        classe.deposer(eleve, copie)
    fini = classe.corriger()
    return classe, fini, classe.notes(), classe.lignes(), avant


@pytest.mark.parametrize("eleve", COPIES)
def test_chaque_attaque_obtient_l_etat_et_la_note_attendus(eleve: str, corrigee) -> None:
    _classe, fini, notes, lignes, _avant = corrigee
    obtenues = {exercice: notes.get((eleve, exercice)) for exercice in EXERCICES}
    assert obtenues == COPIES[eleve].attendus(), (lignes[eleve], fini.stderr[-2000:])
    assert lignes[eleve].etat == COPIES[eleve].etat, lignes[eleve].remarques


def test_les_temoins_d_avant_du_milieu_et_d_apres_ont_leurs_points(corrigee) -> None:
    notes = corrigee[2]
    assert {notes[t, e] for t in TEMOINS for e in EXERCICES} == set(POINTS.values())


def test_le_carnet_de_notes_n_a_pas_change_de_structure(corrigee) -> None:
    classe = corrigee[0]
    with closing(sqlite3.connect(classe.classe / "gradebook.db")) as base:
        assert base.execute("SELECT name FROM sqlite_master WHERE type IN ('trigger', 'view')").fetchall() == []


def test_rien_ne_survit_a_la_correction(corrigee) -> None:
    classe, *_, avant = corrigee
    assert not list(Path(classe.classe).rglob("temoin-demon"))
    ici = str(classe.racine)
    restes = []
    for processus in psutil.process_iter(["pid", "cmdline"]):
        commande = " ".join(processus.info["cmdline"] or [])
        if processus.pid not in avant and (ici in commande or "temoin-demon" in commande):
            restes.append(commande)
    assert restes == []


def test_les_enonces_les_copies_et_le_secret_sont_intacts(corrigee) -> None:
    classe = corrigee[0]
    assert (classe.racine / "course" / DEVOIR / f"{DEVOIR}.ipynb").is_file()
    for eleve in COPIES:
        assert (classe.dossier(eleve) / f"{DEVOIR}.ipynb").is_file(), eleve
    assert not list(classe.racine.rglob("00-piege.py")) or all(
        "autograded" in str(f) for f in classe.racine.rglob("00-piege.py")
    )


def test_le_flot_de_resultats_est_coupe(corrigee) -> None:
    carnet = corrigee[0].classe / "autograded" / "flot" / DEVOIR / f"{DEVOIR}.ipynb"
    assert carnet.stat().st_size < 30_000_000
    assert "n'est pas gardée" in str(nbformat.read(carnet, as_version=4).cells)


def test_les_couches_de_protection_en_place_sont_dites(corrigee) -> None:
    sortie = corrigee[1].stdout
    for couche in couches_actives():
        assert couche in sortie
    assert ("Landlock" in sortie) is (version_de_landlock() > 0)
