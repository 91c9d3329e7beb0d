"""Construire deux fois donne les mêmes octets ; ce qui ne serait pas reproductible est refusé."""

from __future__ import annotations

import json

import nbformat
import pytest

from chatmairie.carnets.construction import ConstructionImpossible, construire, deposer, verifier
from chatmairie.carnets.sorties import ecarts, ecrire_texte, sans_png
from tests.carnets.catalogue_factice import catalogue
from tests.carnets.conftest import code, ecrire_carnet, texte

WIDGET = """\
import ipywidgets as widgets
from IPython.display import display

curseur = widgets.IntSlider(value=3, description="Jours")
vue = widgets.HTML()


def dire(changement):
    vue.value = f"<p>{curseur.value} jours</p>"


curseur.observe(dire, "value")
curseur.value = 7


class Manette:
    def __repr__(self):
        return vue.value

    def _repr_mimebundle_(self, include=None, exclude=None):
        return {**vue._repr_mimebundle_(), "text/plain": repr(self), "text/html": vue.value}


Manette()"""

FIGURE = """\
import base64
import io

import matplotlib.pyplot as plt


class Figure:
    def __repr__(self):
        return "Refus : lundi 3, mercredi 97."

    def _repr_html_(self):
        figure, axe = plt.subplots(figsize=(1, 1))
        axe.bar([0, 1], [3, 97])
        memoire = io.BytesIO()
        figure.savefig(memoire, format="png", metadata={"Software": None})
        plt.close(figure)
        png = base64.b64encode(memoire.getvalue()).decode()
        return f'<img alt="Refus par jour" src="data:image/png;base64,{png}">'


Figure()"""


def changer_la_sortie(carnet: str, avant: str, apres: str) -> str:
    """Le texte d'un carnet, `avant` remplacé dans les sorties seulement."""
    lu = json.loads(carnet)
    for cellule in lu["cells"]:
        if "outputs" in cellule:
            cellule["outputs"] = json.loads(json.dumps(cellule["outputs"]).replace(avant, apres))
    return json.dumps(lu, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def test_deux_constructions_donnent_les_memes_octets(cours_construit, tmp_path):
    source = cours_construit / "02_essai" / "02_essai.py"
    depose = source.with_suffix(".ipynb").read_text(encoding="utf-8")
    assert ecrire_texte(construire(source, catalogue)) == depose
    assert verifier(source, catalogue) == []


@pytest.mark.lent
def test_widgets_et_figures_sont_stables_et_sans_etat(tmp_path):
    source = ecrire_carnet(tmp_path, texte("# Essai"), code(WIDGET), code(FIGURE), code("curseur"))
    un, deux = construire(source, catalogue), construire(source, catalogue)
    assert ecrire_texte(sans_png(un)) == ecrire_texte(sans_png(deux))
    assert "widget-view" not in ecrire_texte(un) and "widgets" not in un.metadata
    assert un.cells[1].outputs[0].data == {"text/plain": "<p>7 jours</p>", "text/html": "<p>7 jours</p>"}
    assert "data:image/png;base64,iVBOR" in un.cells[2].outputs[0].data["text/html"]
    assert un.cells[3].outputs[0].data["text/plain"].startswith("IntSlider(value=7")


@pytest.mark.lent
def test_une_image_png_changee_n_est_pas_un_ecart(tmp_path):
    source = ecrire_carnet(tmp_path, texte("# Essai"), code(FIGURE))
    cible = deposer(source, catalogue)
    lu = cible.read_text(encoding="utf-8")
    cible.write_text(lu.replace("base64,iVBOR", "base64,AAAAA"), encoding="utf-8")
    assert verifier(source, catalogue) == []
    cible.write_text(changer_la_sortie(lu, "mercredi 97", "mercredi 12"), encoding="utf-8")
    (phrase,) = verifier(source, catalogue)
    assert "cellule 2" in phrase and "les sorties diffèrent" in phrase and "mercredi 12" in phrase


def test_une_image_png_en_sortie_est_mise_a_part():
    def carnet(png):
        sortie = nbformat.v4.new_output("display_data", data={"image/png": png, "text/plain": "x"})
        return nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("f", outputs=[sortie], id="a")])

    assert ecarts(carnet("AAAA"), carnet("BBBB")) == []


def test_verifier_dit_quelle_cellule_a_derive(copie_du_cours):
    source = copie_du_cours / "02_essai" / "02_essai.py"
    source.write_text(
        source.read_text(encoding="utf-8").replace("Après : 0 refus", "Après : 1 refus"), encoding="utf-8"
    )
    phrases = verifier(source, catalogue)
    assert any("cellule 13" in p and "manque" in p for p in phrases)
    assert any("n'est plus dans la source" in p for p in phrases)


@pytest.mark.lent
def test_verifier_voit_un_point_une_metadonnee_ou_un_ordre_changes(copie_du_cours):
    source = copie_du_cours / "02_essai" / "02_essai.py"
    cible = source.with_suffix(".ipynb")
    depose = json.loads(cible.read_text(encoding="utf-8"))
    depose["cells"][7]["metadata"]["nbgrader"]["points"] = 1
    cible.write_text(json.dumps(depose), encoding="utf-8")
    (phrase,) = verifier(source, catalogue)
    assert "essai-compter-note" in phrase and "métadonnées diffèrent" in phrase
    depose["cells"][7]["metadata"]["nbgrader"]["points"] = 9
    cible.write_text(json.dumps(depose), encoding="utf-8")
    (phrase,) = verifier(source, catalogue)
    assert "mise en forme" in phrase


def test_verifier_un_carnet_absent_ou_abime(copie_du_cours):
    source = copie_du_cours / "02_essai" / "02_essai.py"
    cible = source.with_suffix(".ipynb")
    cible.write_text("{abîmé", encoding="utf-8")
    assert "ne se lit pas" in verifier(source, catalogue)[0]
    cible.unlink()
    assert "n'existe pas" in verifier(source, catalogue)[0]


@pytest.mark.parametrize(
    ("cellule", "mot"),
    [
        ("1 / 0", "ZeroDivisionError"),
        ("import warnings\nwarnings.warn('vieux')", "avertissement"),
        ("import sys\nprint('x', file=sys.stderr)", "sortie d'erreur"),
        ("object()", "adresse mémoire"),
        ("import os\nos.getcwd()", "chemin d'un dossier"),
        ("import os\nos._exit(1)", "le noyau s'est arrêté"),
        ("import urllib.request\nurllib.request.urlopen('http://exemple.invalid')", "réseau est fermé"),
        ("import socket\nsocket.create_connection(('192.0.2.1', 80), timeout=1)", "réseau est fermé"),
    ],
)
def test_une_cellule_fautive_est_nommee(tmp_path, cellule, mot):
    source = ecrire_carnet(tmp_path, texte("# Essai"), code("bien = 1"), code(cellule))
    with pytest.raises(ConstructionImpossible, match=mot) as refus:
        construire(source, catalogue)
    assert "02_essai.py, cellule 3, ligne 10" in str(refus.value)
    assert not source.with_suffix(".ipynb").exists()


def test_une_cellule_trop_longue_est_coupee(tmp_path):
    from chatmairie.carnets.executer import executer

    nb = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("while True:\n    pass", id="a")])
    (incident,) = executer(nb, tmp_path, duree_max_s=2)
    assert incident.rang == 0 and "dépasse 2 secondes" in incident.phrase


def test_l_execution_est_a_part(tmp_path, monkeypatch):
    monkeypatch.setenv("CHATMAIRIE_SECRET", "phrase du formateur")
    lignes = (
        "import os",
        "from pathlib import Path",
        "assert 'CHATMAIRIE_SECRET' not in os.environ",
        "assert 'PYTHONDONTWRITEBYTECODE' not in os.environ",
        "assert not Path(os.environ['CHATMAIRIE_PROGRESSION']).exists()",
        "Path('ecrit.txt').write_text('x')",
        "sorted(p.name for p in Path().iterdir())",
    )
    source = ecrire_carnet(tmp_path, texte("# Essai"), code("\n".join(lignes)))
    nb = construire(source, catalogue)
    assert nb.cells[1].outputs[0].data["text/plain"] == "['ecrit.txt']"
    assert [p.name for p in source.parent.iterdir()] == ["02_essai.py"]
