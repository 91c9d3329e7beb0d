"""`pytest --nbval` relit les carnets construits, images PNG mises à part."""

from __future__ import annotations

import shutil

import pytest

from chatmairie.carnets.construction import deposer
from tests.carnets.catalogue_factice import catalogue
from tests.carnets.conftest import RACINE, code, ecrire_carnet, lancer, texte
from tests.carnets.test_carnets_construction import FIGURE, WIDGET, changer_la_sortie


def nbval(carnet, reglages):
    """Lance nbval sur un carnet, dans un environnement isolé."""
    commande = ("-m", "pytest", "--nbval", "--nbval-current-env", "-q", "-p", "no:cacheprovider", "--color=no")
    filtres = ("--nbval-sanitize-with", str(RACINE / "tests" / "nbval.cfg"), "--rootdir", str(carnet.parent))
    return lancer(*commande, *filtres, "-c", "/dev/null", str(carnet), dossier=carnet.parent, reglages=reglages)


pytestmark = pytest.mark.lent


@pytest.fixture(scope="module")
def carnet(tmp_path_factory):
    source = ecrire_carnet(tmp_path_factory.mktemp("nbval"), texte("# Essai"), code(WIDGET), code(FIGURE))
    return deposer(source, catalogue)


def test_nbval_accepte_le_carnet_construit(carnet, tmp_path):
    resultat = nbval(carnet, tmp_path)
    assert resultat.returncode == 0, resultat.stdout + resultat.stderr
    assert "2 passed" in resultat.stdout


@pytest.mark.parametrize(
    ("avant", "apres", "code_attendu"),
    [("base64,iVBOR", "base64,AAAAA", 0), ("mercredi 97", "mercredi 12", 1), ("<p>7 jours", "<p>8 jours", 1)],
    ids=["image changée : accepté", "équivalent en texte changé : refusé", "état d'une manette changé : refusé"],
)
def test_nbval_compare_les_textes_pas_les_images(carnet, tmp_path, avant, apres, code_attendu):
    autre = tmp_path / "module" / carnet.name
    shutil.copytree(carnet.parent, autre.parent)
    lu = autre.read_text(encoding="utf-8")
    change = changer_la_sortie(lu, avant, apres)
    assert change != lu
    autre.write_text(change, encoding="utf-8")
    resultat = nbval(autre, tmp_path)
    assert resultat.returncode == code_attendu, resultat.stdout
