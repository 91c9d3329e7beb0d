"""Les raccourcis deviennent des métadonnées nbgrader, les identifiants sont stables."""

from __future__ import annotations

import re

import nbformat
import pytest
from nbgrader.nbgraderformat import MetadataValidator

from chatmairie.carnets.metadonnees import developper
from chatmairie.carnets.source import SourceIllisible, lire_source, lire_texte
from tests.carnets.catalogue_factice import EXERCICES, catalogue, exercice_factice
from tests.carnets.conftest import code, texte


def _developper(*cellules, chemin="02_essai.py"):
    from pathlib import Path

    return developper(lire_texte("\n".join(cellules), Path(chemin)), catalogue)


def test_les_quatre_roles(cours):
    nb = developper(lire_source(cours / "02_essai" / "02_essai.py"), catalogue)
    par_id = {c.metadata.nbgrader.grade_id: c for c in nb.cells if "nbgrader" in c.metadata}
    commun = {"schema_version": 3, "task": False}
    assert dict(par_id["essai-compter"].metadata.nbgrader) == commun | {
        "grade_id": "essai-compter", "solution": True, "grade": False, "locked": False,
    }  # fmt: skip
    assert dict(par_id["essai-compter-note"].metadata.nbgrader) == commun | {
        "grade_id": "essai-compter-note", "solution": False, "grade": True, "locked": True, "points": 9,
    }  # fmt: skip
    assert dict(par_id["essai-ouverte-question"].metadata.nbgrader) == commun | {
        "grade_id": "essai-ouverte-question", "solution": False, "grade": False, "locked": True,
    }  # fmt: skip
    assert dict(par_id["essai-ouverte"].metadata.nbgrader) == commun | {
        "grade_id": "essai-ouverte", "solution": True, "grade": True, "locked": False, "points": 3,
    }  # fmt: skip
    MetadataValidator().validate_nb(nb)
    nbformat.validate(nb)


def test_les_points_viennent_de_l_exercice(cours):
    source = lire_source(cours / "02_essai" / "02_essai.py")
    autre = EXERCICES | {"essai.compter": exercice_factice("essai.compter", 1.25, ("compter",))}
    nb = developper(source, autre.__getitem__)
    notes = {c.id: c.metadata.nbgrader.points for c in nb.cells if c.metadata.get("nbgrader", {}).get("grade")}
    assert notes["essai-compter-note"] == 1.25


def test_le_bareme_vient_de_la_question():
    nb = _developper('# %% [markdown] exercice="essai.ouverte" role="question"\nr"""\nÉcrivez.\n"""')
    lu = nb.cells[0].source
    assert lu.startswith("Écrivez.") and "BEGIN MARK SCHEME" in lu and lu.rstrip().endswith("END MARK SCHEME -->")
    assert len(re.findall(r"^\d\. Indicateur de correction numéro \d\.$", lu, re.M)) == 6
    assert "120\u00a0mots" in lu or "120 mots" in lu


def test_un_bareme_deja_ecrit_n_est_pas_double():
    ecrit = "Écrivez.\n\n### BEGIN MARK SCHEME\n- un\n### END MARK SCHEME"
    nb = _developper(f'# %% [markdown] exercice="essai.ouverte" role="question"\nr"""\n{ecrit}\n"""')
    assert nb.cells[0].source == ecrit


def test_les_identifiants_sont_uniques_et_stables():
    avant = [texte("# Un"), code("a = 1"), code("a = 1"), code("b = 2"), texte("fin")]
    apres = [texte("# Un, changé"), code("a = 1"), code("a = 1"), code("b = 2"), texte("fin")]
    ids_avant = [c.id for c in _developper(*avant).cells]
    ids_apres = [c.id for c in _developper(*apres).cells]
    assert len(set(ids_avant)) == 5
    assert ids_avant[1:] == ids_apres[1:] and ids_avant[0] != ids_apres[0]
    assert all(re.fullmatch(r"[a-zA-Z0-9-_]{1,64}", i) for i in ids_avant)


def test_les_metadonnees_ne_disent_ni_la_version_ni_jupytext(cours):
    nb = developper(lire_source(cours / "02_essai" / "02_essai.py"), catalogue)
    assert set(nb.metadata) == {"kernelspec", "language_info", "title"}
    assert "version" not in nb.metadata.language_info
    assert all(set(c.metadata) <= {"nbgrader", "tags", "chatmairie_formulaire"} for c in nb.cells)


@pytest.mark.parametrize(
    ("entete", "mot"),
    [
        ('# %% exercise="essai.compter"', "attribut inconnu « exercise »"),
        ('# %% exercice="essai.compter"', "role="),
        ('# %% role="note"', "exercice="),
        ('# %% exercice="essai.compter" role="solution"', "role="),
        ('# %% exercice="essai.rien" role="note"', "Aucun exercice"),
        ('# %% exercice="essai.compter" role="question"', "markdown"),
        ('# %% exercice="essai.ouverte" role="note"', "question ouverte"),
        ("# %% Un titre de cellule", "attribut inconnu « title »"),
    ],
)
def test_un_raccourci_faux_est_refuse_avec_son_lieu(entete, mot):
    with pytest.raises(SourceIllisible, match=mot) as refus:
        _developper(texte("# Un"), f"{entete}\nx = 1\n")
    assert "02_essai.py, cellule 2" in str(refus.value) and "ligne 6" in str(refus.value)


def test_une_cellule_de_texte_n_est_pas_une_reponse():
    with pytest.raises(SourceIllisible, match="cellule code"):
        _developper('# %% [markdown] exercice="essai.compter" role="reponse"\nr"""\nA\n"""')
