"""Lire un fichier rendu : jamais d'exception, un état, une phrase."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import Any

import nbformat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from chatmairie.correction import reconstruction_lecture as lecture
from chatmairie.correction.etats import ETATS
from chatmairie.correction.reconstruction_dossier import preparer_le_dossier
from chatmairie.correction.reconstruction_lecture import lire_un_carnet

CARNET = nbformat.writes(new_notebook(cells=[new_code_cell("x = 'é'"), new_markdown_cell("Ça va.")]))


def _lire(dossier: Path, octets: bytes) -> lecture.Lecture:
    (dossier / "c.ipynb").write_bytes(octets)
    return lire_un_carnet(dossier / "c.ipynb")


@pytest.mark.parametrize(
    ("octets", "etat", "cellules"),
    [
        (CARNET.encode(), "", 2),
        (b"\xef\xbb\xbf" + CARNET.encode(), "", 2),
        (CARNET.encode("utf-16"), "", 2),
        (CARNET.encode("cp1252"), "", 2),
        (CARNET[: CARNET.index("Ça va")].encode(), "coupee", 1),
        (CARNET[: CARNET.index("cell_type")].encode(), "illisible", None),
        (b"", "vide", None),
        (b"\0\0\0 \n", "vide", None),
        (b"null", "illisible", None),
        (b'{"cells": 3}', "illisible", None),
        (b"[" * 100_000, "illisible", None),
        (b"<!DOCTYPE html>", "illisible", None),
        (b'{"nbformat": 3, "worksheets": 3}', "illisible", None),
    ],
)
def test_chaque_accident_a_son_etat(tmp_path: Path, octets: bytes, etat: str, cellules: int | None) -> None:
    lu = _lire(tmp_path, octets)
    assert lu.etat == etat
    assert (None if lu.carnet is None else len(lu.carnet.cells)) == cellules
    if lu.carnet is not None:
        assert lu.carnet.cells[0].source == "x = 'é'"


SIX = new_notebook(cells=[new_code_cell(f"x = {n}") for n in range(6)])


def _en_conflit(texte: str, extrait: str, autre: str) -> str:
    """`texte`, où git n'a pas su choisir entre `extrait` et `autre` (des lignes entières)."""
    debut = texte.rindex("\n", 0, texte.index(extrait)) + 1
    fin = texte.index("\n", debut + len(extrait)) + 1
    return f"{texte[:debut]}<<<<<<< HEAD\n{texte[debut:fin]}=======\n{autre}\n>>>>>>> origin/main\n{texte[fin:]}"


@pytest.mark.parametrize(
    ("extrait", "autre", "lues"),
    [
        ('"x = 2"', '   "x = 20"', 5),  # au milieu d'une cellule
        ('"cell_type": "code"', '   "cell_type": "markdown",', 5),  # au début
        ('"nbformat": 4', ' "nbformat": 5,', 6),  # hors des cellules
    ],
)
def test_des_marques_de_conflit_ne_cachent_que_leur_cellule(
    tmp_path: Path, extrait: str, autre: str, lues: int
) -> None:
    lu = _lire(tmp_path, _en_conflit(nbformat.writes(SIX), extrait, autre).encode())
    assert lu.etat == "abimee" and len(lu.carnet.cells) == lues
    assert "marques de conflit" in lu.remarques[-1] and "coupé" not in lu.remarques[-1]
    assert lu.carnet.cells[-1].source == "x = 5"


def test_une_cellule_en_deux_versions_et_un_element_abime_n_arretent_pas_la_lecture(tmp_path: Path) -> None:
    texte = json.dumps(SIX)
    cellule = json.dumps(SIX.cells[2])
    lu = _lire(tmp_path, texte.replace(cellule, f"\n<<<<<<< a\n{cellule}\n=======\n{cellule}\n>>>>>>> b\n").encode())
    assert [c.source for c in lu.carnet.cells] == ["x = 0", "x = 1", "x = 2", "x = 2", "x = 3", "x = 4", "x = 5"]
    lu = _lire(tmp_path, texte.replace(cellule, '{"cell_type": "code", "source": "x').encode())
    assert lu.etat == "abimee" and "conflit" not in lu.remarques[-1]
    assert [c.source for c in lu.carnet.cells][-1] == "x = 5"


@pytest.mark.parametrize("suite", ['{"id":[' * 900 + "0," * 500_000, '{"id":"' * 300_000, '{"id":' * 300_000])
def test_un_carnet_abime_expres_ne_retient_pas_la_correction(suite: str) -> None:
    debut = time.monotonic()
    lecture._sauver('{"cells":[1,' + suite)
    assert time.monotonic() - debut < 60  # relu à chaque accolade : sept minutes


def test_des_marques_dans_un_carnet_qui_se_lit_sont_dites(tmp_path: Path) -> None:
    lu = _lire(tmp_path, nbformat.writes(new_notebook(cells=[new_code_cell("<<<<<<< a\nx = 1\n>>>>>>> b")])).encode())
    assert lu.etat == "" and "marques de conflit" in lu.remarques[-1]


@settings(max_examples=200)
@given(st.binary(max_size=60) | st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda d: st.lists(d, max_size=4) | st.dictionaries(
        st.sampled_from(["cells", "metadata", "source", "nbformat", "id", "nbgrader", "attachments", "cell_type"]), d
    ),
    max_leaves=20,
).map(lambda d: json.dumps({"cells": [d], "nbformat": 4} if isinstance(d, dict) else d).encode()))  # fmt: skip
def test_lire_ne_leve_jamais(tmp_path_factory: pytest.TempPathFactory, octets: bytes) -> None:
    lu = _lire(tmp_path_factory.mktemp("lecture"), octets)
    assert lu.etat in ("", *ETATS)
    assert (lu.carnet is None) is (lu.etat not in ("", "coupee", "abimee"))
    for cellule in lu.carnet.cells if lu.carnet is not None else ():
        nbformat.validate(cellule, ref=f"{cellule.cell_type}_cell", version=4, version_minor=5)


def test_un_lien_un_tube_un_dossier_ne_sont_ni_suivis_ni_attendus(tmp_path: Path) -> None:
    (tmp_path / "vrai.ipynb").write_text(CARNET, encoding="utf-8")
    (tmp_path / "lien.ipynb").symlink_to(tmp_path / "vrai.ipynb")
    os.mkfifo(tmp_path / "tube.ipynb")
    (tmp_path / "dossier.ipynb").mkdir()
    for nom in ("lien", "tube", "dossier"):
        assert lire_un_carnet(tmp_path / f"{nom}.ipynb").etat == "lien", nom
    assert lire_un_carnet(tmp_path / "absent.ipynb").etat == "illisible"


def test_un_fichier_trop_gros_n_est_pas_ouvert(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lecture, "TAILLE_MAX_CARNET", 10)
    lu = _lire(tmp_path, CARNET.encode())
    assert lu.etat == "trop_grosse" and lu.remarques


def test_preparer_deux_fois_un_dossier_ne_change_plus_rien(tmp_path: Path) -> None:
    from tests.correction.test_reconstruction import MAITRE, _rendu

    dossier, a_part = tmp_path / "rendu", tmp_path / "a_part"
    dossier.mkdir()
    nbformat.write(new_notebook(cells=_rendu()), dossier / "devoir (2).ipynb")
    (dossier / "lien.csv").symlink_to("/dev/zero")
    premiere = preparer_le_dossier(dossier, {"devoir": MAITRE}, a_part)
    contenu = {f.name: f.read_bytes() for f in dossier.iterdir()}
    seconde = preparer_le_dossier(dossier, {"devoir": MAITRE}, a_part)
    assert set(contenu) == {"devoir (2).ipynb", "devoir.ipynb"}
    assert {f.name: f.read_bytes() for f in dossier.iterdir()} == contenu
    assert premiere.remarques == seconde.remarques and len(premiere.remarques["devoir"]) == 2


@pytest.mark.parametrize("avance", [0, 60])
def test_de_deux_carnets_le_plus_recent_et_a_la_meme_heure_le_plus_rempli(tmp_path: Path, avance: int) -> None:
    from tests.correction.test_reconstruction import MAITRE, _rendu

    plein, debut = _rendu(), _rendu()
    reponse = next(c for c in debut if c.metadata.get("nbgrader", {}).get("grade_id") == "essai-ouverte")
    reponse.source = "VOTRE RÉPONSE ICI"
    for nom, cellules, quand in (("devoir (1)", debut, 1000 + avance), ("devoir (2)", plein, 1000)):
        nbformat.write(new_notebook(cells=cellules), tmp_path / f"{nom}.ipynb")
        os.utime(tmp_path / f"{nom}.ipynb", (quand, quand))
    fait = preparer_le_dossier(tmp_path, {"devoir": MAITRE}, tmp_path / "a_part")
    pris = nbformat.read(tmp_path / "devoir.ipynb", as_version=4)
    assert [c.source for c in pris.cells] == [c.source for c in (debut if avance else plein)]
    assert "Deux carnets différents" in " ".join(fait.remarques["devoir"])


def _en_sauvegarde() -> str:
    autre = new_notebook(cells=[new_code_cell("1 + 1")])
    carnets = {n: {"modifie": 1e9, "carnet": c} for n, c in (("01/autre.ipynb", autre), ("90/devoir.ipynb", _plein()))}
    return json.dumps({"format": "sauvegarde ChatMairie", "version": 1, "carnets": carnets})


def _plein() -> Any:
    from tests.correction.test_reconstruction import _rendu

    return new_notebook(cells=_rendu())


def _en_texte() -> str:
    from chatmairie.carnets.en_texte.fichier import en_texte
    from tests.correction.test_reconstruction import MAITRE

    plein = _plein()
    for cellule, modele in zip(plein.cells, MAITRE, strict=True):
        cellule.metadata = {"nbgrader": modele.etiquette} if modele.etiquette else {}
    return en_texte(plein, "devoir")


@pytest.mark.parametrize(
    ("nom", "texte"),
    [
        ("sauvegarde-chatmairie-2026.json", _en_sauvegarde), ("devoir.py", _en_texte), ("devoir.txt", _en_texte),
        ("devoir.ipynb", _en_sauvegarde),
    ],
)  # fmt: skip
def test_une_autre_forme_du_cours_est_reconnue_et_notee(tmp_path: Path, nom: str, texte: Any) -> None:
    from chatmairie.correction.reconstruction import rebatir
    from tests.correction.test_reconstruction import MAITRE, NORMALE

    (tmp_path / nom).write_text(texte(), encoding="utf-8")
    premiere = preparer_le_dossier(tmp_path, {"devoir": MAITRE}, tmp_path.parent / "a_part")
    contenu = {f.name: f.read_bytes() for f in tmp_path.iterdir()}
    seconde = preparer_le_dossier(tmp_path, {"devoir": MAITRE}, tmp_path.parent / "a_part")
    assert {f.name: f.read_bytes() for f in tmp_path.iterdir()} == contenu
    (dite,) = premiere.remarques["devoir"]
    assert f"« {nom} »" in dite and "autre forme" in dite and premiere.remarques == seconde.remarques
    fait = rebatir(MAITRE, lire_un_carnet(premiere.carnets["devoir"]).carnet)
    assert [c.source for c in fait.carnet.cells if "MODE" not in c.source][-len(NORMALE) :] == NORMALE


def test_une_autre_forme_qui_n_apporte_rien_n_est_ni_prise_ni_dite(tmp_path: Path) -> None:
    from tests.correction.test_reconstruction import MAITRE

    nbformat.write(_plein(), tmp_path / "devoir.ipynb")
    (tmp_path / "sauvegarde.json").write_text(_en_sauvegarde(), encoding="utf-8")
    for abime in ('{"format": "sauvegarde ChatMairie", "carnets": 3}', '{"format": "sauvegarde ChatMairie", "carnets"'):
        (tmp_path / f"{len(abime)}.json").write_text(abime, encoding="utf-8")
    assert not preparer_le_dossier(tmp_path, {"devoir": MAITRE}, tmp_path / "a_part").remarques


def test_un_dossier_sans_carnet_dit_ce_qu_il_contient(tmp_path: Path) -> None:
    from types import SimpleNamespace

    from chatmairie.correction.notes_de_classe import _ce_qui_a_ete_rendu

    dossiers = SimpleNamespace(submitted_directory="", format_path=lambda _etape, eleve, _devoir: str(tmp_path / eleve))
    for nom in ("classe.json", ".cache", "02_donnees.zip", "réponse.docx"):
        (tmp_path / "ana").mkdir(exist_ok=True)
        (tmp_path / "ana" / nom).touch()
    (phrase,) = _ce_qui_a_ete_rendu(dossiers, "ana", "02_donnees")
    assert "« 02_donnees.zip », « réponse.docx »" in phrase and "sortez-en le carnet" in phrase
    assert "classe.json" not in phrase and _ce_qui_a_ete_rendu(dossiers, "absent", "02_donnees") == []
