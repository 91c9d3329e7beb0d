"""Un secret de classe perdu ou changé : rien n'est corrigé de nouveau en silence."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from chatmairie.correction.carnet_de_notes import EMPREINTE, lire_la_marque, marquer, refus_du_secret
from tests.correction.court import DEVOIR, Classe, Copie


@pytest.fixture
def dossiers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    monkeypatch.delenv("CHATMAIRIE_CLASSE", raising=False)
    monkeypatch.setenv("CHATMAIRIE_SECRET", "notre phrase")
    marquer(tmp_path / "ana" / "02_donnees", "e", {})
    return SimpleNamespace(
        autograded_directory="", format_path=lambda _etape, eleve, devoir: str(tmp_path / eleve / devoir)
    )


def test_le_meme_secret_passe_un_autre_ou_aucun_est_refuse(
    dossiers: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert refus_du_secret(dossiers, ["02_donnees"]) == ""
    monkeypatch.setenv("CHATMAIRIE_SECRET", "une autre")
    assert "n'est plus celui" in refus_du_secret(dossiers, ["02_donnees"])
    monkeypatch.delenv("CHATMAIRIE_SECRET")
    refus = refus_du_secret(dossiers, ["03_pas_encore_corrige"])
    assert "a disparu" in refus and "--secret-change" in refus


def test_la_marque_ne_contient_pas_le_secret(dossiers: SimpleNamespace) -> None:
    marque = Path(dossiers.format_path("", "ana", "02_donnees")) / EMPREINTE
    assert "notre phrase" not in marque.read_text(encoding="utf-8")


def test_une_marque_d_avant_ne_dit_rien_sauf_dans_une_classe_qui_a_eu_un_secret(
    dossiers: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    marque = Path(dossiers.format_path("", "ana", "02_donnees")) / EMPREINTE
    marque.write_text('{"empreinte": "e"}', encoding="utf-8")
    assert refus_du_secret(dossiers, []) == ""
    monkeypatch.delenv("CHATMAIRIE_SECRET")
    assert refus_du_secret(dossiers, []) == ""
    monkeypatch.setenv("CHATMAIRIE_CLASSE", "7")
    assert "a disparu" in refus_du_secret(dossiers, [])


@pytest.mark.lent
def test_corriger_refuse_puis_corrige_quand_on_le_dit(tmp_path: Path) -> None:
    classe = Classe(tmp_path)
    secret = classe.classe / "secret.txt"
    secret.write_text("notre phrase\n", encoding="utf-8")
    classe.deposer("ana", Copie())
    assert classe.corriger().returncode in (0, 1)
    corrige = classe.classe / "autograded" / "ana" / DEVOIR
    avant = lire_la_marque(corrige)
    secret.unlink()
    refus = classe.corriger()
    assert refus.returncode == 2 and "secret" in refus.stderr and lire_la_marque(corrige) == avant
    assert "a disparu" in classe.nbgrader("autograde", DEVOIR, "--force", reussite=False).stderr
    assert classe.corriger("--secret-change").returncode in (0, 1)
    assert lire_la_marque(corrige)["secret"] == "" and classe.corriger().returncode in (0, 1)
