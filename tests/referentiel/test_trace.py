"""La trace : ce qui est cité existe, ce qui existe est travaillé ou expliqué, et la table publiée est à jour."""

from dataclasses import dataclass

import pytest

from chatmairie.carnets import trace

from .conftest import RACINE


@dataclass
class Faux:
    criteres: tuple[str, ...]
    titre: str = "Un exercice"


def _complet(r):
    """Un catalogue fictif où chaque critère est travaillé, ou écarté avec une raison."""
    return {f"donnees.e{i}": Faux((c,)) for i, c in enumerate(r.criteres) if c not in r.choix.non_travailles}


def test_un_cours_complet_n_a_aucune_faute(referentiel):
    assert trace.fautes_de_trace(_complet(referentiel), {}) == []


def test_un_exercice_qui_cite_un_critere_inconnu(referentiel):
    catalogue = _complet(referentiel) | {"donnees.taux": Faux(("CM-SOC-99",))}
    fautes = trace.fautes_de_trace(catalogue, {})
    assert any("donnees.taux" in f and "CM-SOC-99" in f for f in fautes)


def test_un_exercice_sans_critere(referentiel):
    fautes = trace.fautes_de_trace(_complet(referentiel) | {"donnees.libre": Faux(())}, {})
    assert fautes == ["L'exercice « donnees.libre » ne cite aucun critère."]


def test_un_critere_que_rien_ne_travaille(referentiel):
    catalogue = {e: x for e, x in _complet(referentiel).items() if x.criteres != ("CM-SOC-09",)}
    (faute,) = trace.fautes_de_trace(catalogue, {})
    assert "CM-SOC-09" in faute and "aucun exercice ne le cite" in faute


def test_une_raison_perimee(referentiel):
    catalogue = _complet(referentiel) | {"bilan.auditer": Faux(("CM-STR-04",))}
    (faute,) = trace.fautes_de_trace(catalogue, {})
    assert "CM-STR-04" in faute and "non travaillé" in faute


def test_un_carnet_qui_cite_un_critere_inconnu(referentiel, tmp_path):
    (tmp_path / "02").mkdir()
    (tmp_path / "02" / "02.py").write_text(
        "# Voir CM-SOC-01, CM-R-SOC-1 et STR-2_01.\n# Et CM-UX-77.\n", encoding="utf-8"
    )
    carnets = trace.citations_des_carnets(tmp_path)
    assert set(carnets) == {"CM-SOC-01", "CM-R-SOC-1", "STR-2_01", "CM-UX-77"}
    (faute,) = trace.fautes_de_trace(_complet(referentiel), carnets)
    assert "CM-UX-77" in faute and "ligne 2" in faute


def test_le_cours_publie_se_tient():
    """Les vrais exercices et les vrais carnets."""
    carnets = trace.citations_des_carnets(RACINE / "course")
    assert trace.fautes_de_trace(None, carnets) == []


def test_la_table_publiee_est_a_jour():
    publie = (RACINE / "guide" / "tracabilite.md").read_text(encoding="utf-8")
    assert publie == trace.en_markdown(), f"Relancez : {trace.COMMANDE}"


def test_la_table_dit_ou_chaque_critere_est_travaille_ou_pourquoi_pas(referentiel):
    table = trace.en_markdown({"donnees.surveiller": Faux(("CM-SOC-09",))})
    ligne = {x.split("|")[1].strip(): x for x in table.splitlines() if x.startswith("| CM-") or x.startswith("| STR-")}
    assert len(ligne) == 41
    assert "`donnees.surveiller`" in ligne["CM-SOC-09"]
    assert "non travaillé dans le cours" in ligne["CM-STR-01"]


@pytest.mark.parametrize("texte", ["RGAA-4", "CM-2", "UTF-8"])
def test_ce_qui_n_est_pas_un_identifiant_n_est_pas_pris(texte):
    assert trace.CITATION.findall(texte) == []
