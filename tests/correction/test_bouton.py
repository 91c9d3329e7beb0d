"""Le bouton « Autograde » du formgrader, dans Chromium, JupyterLab ouvert : la même correction que `corriger`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import psutil
import pytest

from chatmairie.correction import ouvrier
from chatmairie.correction.commande import verrou
from tests.correction.court import DEVOIR, EXERCICES, POINTS, Classe, Copie, cellule, code
from tests.patience import PATIENCE_MS, serveur_jupyter

pytestmark = [pytest.mark.classe, pytest.mark.navigateur]


def _triche(carnet: Any) -> None:
    """La vraie fonction remplacée : rien de ce que calcule ce processus ne compte."""
    cellule(carnet, "donnees-taux").source = "def taux_de_refus(archives, par):\n    return 'faux'"
    truque = "import chatmairie\nchatmairie.noter = chatmairie.atelier.gestes.noter = lambda *a, **k: 2.0"
    carnet.cells.insert(2, code(truque))


@pytest.fixture(scope="module")
def ecran(navigateur: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SimpleNamespace]:
    classe = Classe(tmp_path_factory.mktemp("bouton"))
    classe.deposer("ana", Copie())
    classe.deposer("bo", Copie(_triche))
    commande = [sys.executable, "-m", "jupyter", "lab", f"--ServerApp.root_dir={classe.racine}"]
    journal = tmp_path_factory.mktemp("serveur") / "journal.txt"
    with serveur_jupyter(commande, classe.racine, classe.environnement(), journal) as adresse:
        contexte = navigateur.new_context(viewport={"width": 1280, "height": 900})
        contexte.new_page().goto(f"{adresse}/lab")
        yield SimpleNamespace(classe=classe, adresse=adresse, page=contexte.new_page())
        contexte.close()


def _cliquer(ecran: SimpleNamespace, eleve: str) -> str:
    """Clique le bouton de cet élève ; rend le titre de ce que l'écran répond."""
    page = ecran.page
    page.goto(f"{ecran.adresse}/formgrader/manage_submissions/{DEVOIR}")
    ligne = page.locator("tbody tr", has_text=eleve)
    ligne.locator(".autograde a").click()
    titre = page.locator(".modal.in .modal-title, .modal.show .modal-title").first
    titre.wait_for(timeout=PATIENCE_MS)
    return titre.inner_text()


def test_deux_fois_de_suite_les_memes_notes_qu_un_lot_et_rien_ne_reste(ecran: SimpleNamespace) -> None:
    for _ in range(2):
        assert _cliquer(ecran, "ana") == "Success"
        assert [ecran.classe.notes()["ana", e] for e in EXERCICES] == [POINTS[e] for e in EXERCICES]
    assert _cliquer(ecran, "bo") == "Success"
    assert ecran.classe.notes()["bo", "donnees.taux"] == 0.0
    # les ouvriers s'arrêtent d'eux-mêmes, sans que le serveur s'arrête
    ouvriers = _ouvriers(ecran)
    assert ouvriers
    _, restants = psutil.wait_procs(ouvriers, timeout=8 * ouvrier.VEILLE_S)
    assert restants == []


def test_pendant_un_lot_le_bouton_dit_d_attendre(ecran: SimpleNamespace) -> None:
    avant = ecran.classe.notes()
    with verrou(ecran.classe.classe / ".correction"):
        assert _cliquer(ecran, "ana") == "Error"
        assert "déjà en cours" in ecran.page.locator(".modal-body").first.inner_text()
    assert ecran.classe.notes() == avant


def _ouvriers(ecran: SimpleNamespace) -> list[psutil.Process]:
    """Les ouvriers que le serveur de cette classe a lancés."""
    trouves = []
    for processus in psutil.process_iter(["cmdline"]):
        if f"--ServerApp.root_dir={ecran.classe.racine}" in (processus.info["cmdline"] or []):
            trouves += processus.children(recursive=True)
    return [p for p in trouves if "chatmairie.correction.ouvrier" in " ".join(p.cmdline())]
