"""Dans un vrai navigateur : l'attestation et les réactions sans violation WCAG 2.1 AA, sans débordement, sans
script."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from chatmairie.echecs.bilan import attestation, figures
from chatmairie.parcours import progres

pytestmark = pytest.mark.navigateur
NORMES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}
HOSTILE = "<img src=x onerror=\"window.intrus=1\"> & 'Ada'"


def _reactions() -> str:
    tete = '<!DOCTYPE html><html lang="fr"><head><title>Réactions</title></head>'
    return f"{tete}<body><main><h1>Réactions</h1>{figures.montrer_reactions()._repr_html_()}</main></body></html>"


@pytest.mark.parametrize("fabriquer", [lambda: attestation.page(HOSTILE), _reactions], ids=["attestation", "reactions"])
@pytest.mark.parametrize("largeur", [1000, 320])
def test_aucune_violation_et_rien_ne_deborde(
    navigateur: Any, fabriquer: Any, largeur: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    monkeypatch.setenv(progres.VARIABLE_FICHIER, str(tmp_path / "progression.json"))
    onglet = navigateur.new_page(viewport={"width": largeur, "height": 900})
    onglet.set_content(fabriquer())
    trouvees = Axe().run(onglet, options=NORMES).response["violations"]
    assert [f"{v['id']} : {[n['html'][:200] for n in v['nodes']]}" for v in trouvees] == []
    assert onglet.evaluate("document.documentElement.scrollWidth") <= largeur
    assert onglet.evaluate("window.intrus") is None and onglet.evaluate("document.scripts.length") == 0
    onglet.close()
