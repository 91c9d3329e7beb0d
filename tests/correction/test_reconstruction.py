"""La copie rebâtie, sans nbgrader : ce qui est pris à l'élève, ce qui revient du cours, à quelle place."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from nbformat import validate
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from chatmairie.correction.reconstruction import CelluleDuMaitre, rebatir, reconnaitre

BOUCHON = "def double(n):\n    ..."
REPONSE = "def double(n):\n    return 2 * n"


def _etiquette(grade_id: str, **dits) -> dict:
    base = {"grade_id": grade_id, "grade": False, "solution": False, "locked": False, "task": False}
    return base | {"schema_version": 3} | dits


MAITRE = (
    CelluleDuMaitre("c-titre", "markdown", "# Titre", "# Titre"),
    CelluleDuMaitre("c-imports", "code", "import math\nUTILE = 1", "import math\nUTILE = 1"),
    CelluleDuMaitre("c-figure", "code", "print('figure')", "print('figure')"),
    CelluleDuMaitre("essai-double", "code", BOUCHON, BOUCHON, _etiquette("essai-double", solution=True)),
    CelluleDuMaitre(
        "essai-double-note", "code", "cache = 1\nnote(double, UTILE)", "note(double, UTILE)",
        _etiquette("essai-double-note", grade=True, locked=True, points=2.0),
    ),
    CelluleDuMaitre(
        "essai-ouverte-question", "markdown", "Question. BARÈME", "Question.",
        _etiquette("essai-ouverte-question", locked=True),
    ),
    CelluleDuMaitre(
        "essai-ouverte", "markdown", "VOTRE RÉPONSE ICI", "VOTRE RÉPONSE ICI",
        _etiquette("essai-ouverte", grade=True, solution=True, points=3.0),
    ),
)  # fmt: skip


def _rendu(reponse: str = REPONSE, ouverte: str = "Ma réponse.") -> list:
    cellules = []
    for modele in MAITRE:
        source = {"essai-double": reponse, "essai-ouverte": ouverte}.get(modele.grade_id, modele.distribuee)
        c = (new_code_cell if modele.genre == "code" else new_markdown_cell)(source)
        c["id"] = modele.identifiant
        if modele.grade_id:
            c.metadata["nbgrader"] = {"grade_id": modele.grade_id}
        cellules.append(c)
    return cellules


def _sources(rebati) -> list[str]:
    return [c.source for c in rebati.carnet.cells]


NORMALE = [m.source for m in MAITRE[:3]] + [REPONSE, MAITRE[4].source, MAITRE[5].source, "Ma réponse."]


def test_une_copie_ordinaire_revient_avec_les_tests_caches_et_le_bareme() -> None:
    fait = rebatir(MAITRE, new_notebook(cells=_rendu()))
    assert _sources(fait) == NORMALE and fait.etat == "corrigee" and not fait.remarques and not fait.ordre


def test_sans_carnet_lisible_rien_n_est_invente() -> None:
    fait = rebatir(MAITRE, None, "vide")
    assert fait.etat == "vide" and BOUCHON in _sources(fait) and not fait.remarques
    assert fait.carnet.metadata["title"] == "Titre"


def test_une_figure_supprimee_n_est_pas_remise_une_preparation_utile_oui() -> None:
    cellules = [c for c in _rendu() if c["id"] not in ("c-imports", "c-figure", "c-titre")]
    fait = rebatir(MAITRE, new_notebook(cells=cellules))
    assert MAITRE[1].source in _sources(fait) and MAITRE[2].source not in _sources(fait)
    assert "préparation" in fait.remarques[0]


def test_les_ajouts_de_l_eleve_restent_a_leur_place_sans_etiquette() -> None:
    cellules = _rendu()
    aide, mot = new_code_cell("def aide(): pass"), new_markdown_cell("Une note.")
    aide.metadata["nbgrader"] = {"grade_id": "autre-note", "grade": True, "points": 100}
    cellules[3:3] = [aide, mot]
    fait = rebatir(MAITRE, new_notebook(cells=cellules))
    assert _sources(fait)[3:5] == ["def aide(): pass", "Une note."]
    assert "nbgrader" not in fait.carnet.cells[3].metadata


def test_un_import_ajoute_dans_notre_cellule_vient_apres_la_notre() -> None:
    cellules = _rendu()
    cellules[1].source += "\nimport random"
    sources = _sources(rebatir(MAITRE, new_notebook(cells=cellules)))
    assert sources[1:3] == [MAITRE[1].source, MAITRE[1].source + "\nimport random"]


def test_une_reponse_sans_etiquette_est_retrouvee_par_ce_qu_elle_definit() -> None:
    cellules = [c for c in _rendu() if c["id"] != "essai-double"]
    perdue = new_code_cell(REPONSE)
    fait = rebatir(MAITRE, new_notebook(cells=[*cellules[:3], perdue, *cellules[3:]]))
    assert _sources(fait) == NORMALE and "retrouvé" in fait.remarques[0]


def test_de_deux_reponses_la_derniere_ecrite_compte_et_un_bouchon_copie_n_efface_rien() -> None:
    cellules = _rendu("def double(n):\n    return 0")
    for source in (REPONSE, BOUCHON):
        copie = new_code_cell(source)
        copie.metadata["nbgrader"] = {"grade_id": "essai-double"}
        cellules.insert(4 if source == REPONSE else 5, copie)
    sources = _sources(rebatir(MAITRE, new_notebook(cells=cellules)))
    assert sources[3:6] == ["def double(n):\n    return 0", REPONSE, MAITRE[4].source]


def test_l_ordre_de_l_eleve_est_retenu() -> None:
    cellules = _rendu()
    cellules.insert(1, cellules.pop(4))
    fait = rebatir(MAITRE, new_notebook(cells=cellules))
    assert _sources(fait) == NORMALE
    assert fait.ordre[:3] == ("c-titre", "essai-double-note", "c-imports")


def test_un_carnet_d_un_autre_devoir_est_reconnu_comme_tel() -> None:
    fait = rebatir(MAITRE, new_notebook(cells=[new_code_cell("1 + 1")]))
    assert fait.etat == "etrangere" and not fait.remarques
    assert reconnaitre(MAITRE, new_notebook(cells=_rendu())) == (7, 2)
    # un autre carnet du cours : mêmes titres, mêmes noms de réponse, d'autres exercices
    for etiquette in ({"nbgrader": {"grade_id": "autre-double"}}, {}):
        autre = [new_markdown_cell("# Titre"), new_code_cell(REPONSE), new_code_cell('note(noter("autre.double"))')]
        autre[1].metadata.update(etiquette)
        fait = rebatir(MAITRE, new_notebook(cells=autre))
        assert fait.etat == "etrangere" and BOUCHON in _sources(fait), etiquette
        assert fait.remarques == ("Ses exercices sont ceux d'un autre module du cours : autre.",)
        # une cellule d'un autre devoir collée dans le bon carnet n'en fait pas un autre carnet
        assert rebatir(MAITRE, new_notebook(cells=[*_rendu(), *autre[1:]])).etat == "remise_en_ordre" or not etiquette
    assert reconnaitre(MAITRE, new_notebook(cells=_rendu(BOUCHON, "VOTRE RÉPONSE ICI"))) == (7, 0)


_GRADE_ID = st.sampled_from([None, "inconnu", *(m.grade_id for m in MAITRE if m.grade_id)])
_SOURCE = st.sampled_from([REPONSE, "x = 1", ""]) | st.text(max_size=30)
_CELLULE = st.tuples(st.sampled_from(["code", "markdown"]), _SOURCE, _GRADE_ID)


@settings(max_examples=150)
@given(st.lists(_CELLULE, max_size=12))
def test_quoi_que_rende_l_eleve_nos_cellules_notees_sont_la_une_fois_et_intactes(lues: list) -> None:
    cellules = []
    for genre, source, grade_id in lues:
        c = (new_code_cell if genre == "code" else new_markdown_cell)(source)
        if grade_id:
            c.metadata["nbgrader"] = {"grade_id": grade_id, "points": 99}
        cellules.append(c)
    fait = rebatir(MAITRE, new_notebook(cells=cellules))
    validate(fait.carnet)
    etiquetees = [c for c in fait.carnet.cells if "nbgrader" in c.metadata]
    assert [c.metadata["nbgrader"] for c in etiquetees] == [m.etiquette for m in MAITRE if m.etiquette]
    for cellule, modele in zip(etiquetees, [m for m in MAITRE if m.etiquette], strict=True):
        assert cellule.cell_type == modele.genre
        assert modele.role == "reponse" or cellule.source == modele.source
    identifiants = [c["id"] for c in fait.carnet.cells]
    assert len(set(identifiants)) == len(identifiants)
    assert not fait.ordre or sorted(fait.ordre) == sorted(identifiants)
