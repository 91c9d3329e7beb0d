"""Le récit du support est raconté en entier, et chaque échec a son histoire vraie."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml

from chatmairie.echecs import catalogue
from chatmairie.echecs.commun.recit import criteres_appliques, recit_de

COURS = Path(__file__).parents[1] / "course"
MODULES = ("choix_ia", "donnees", "design", "acte", "campagne")
RECIT = yaml.safe_load((COURS / "recit.yaml").read_text(encoding="utf-8"))
CARNETS = {source.stem: source for source in COURS.glob("*/[0-9][0-9]_*.py")}


def plat(texte: str) -> str:
    """Sans guillemets, tirets de mise en forme ni différences d'espaces ; en minuscules."""
    return re.sub(r"[\s  *«»\"“”`>]+", " ", texte).strip().lower()


def test_chaque_phrase_a_un_lieu_connu() -> None:
    connus = {*CARNETS, *RECIT["a_ecrire"]}
    perdues = [p["texte"] for p in RECIT["phrases"] if p["lieu"] not in connus or not p["diapositive"].strip()]
    assert RECIT["phrases"] and not perdues


def test_un_carnet_ecrit_ne_reste_pas_dans_la_liste_a_ecrire() -> None:
    assert not set(RECIT["a_ecrire"]) & set(CARNETS)


@pytest.mark.parametrize("carnet", sorted(CARNETS))
def test_le_carnet_contient_ses_phrases(carnet: str) -> None:
    attendues = [p["texte"] for p in RECIT["phrases"] if p["lieu"] == carnet]
    assert attendues, f"{carnet} ne raconte aucune phrase du récit."
    texte = plat(CARNETS[carnet].read_text(encoding="utf-8"))
    absentes = [p for p in attendues if plat(p) not in texte]
    assert not absentes, f"{carnet} ne contient plus : {absentes}"


@pytest.mark.parametrize("module", MODULES)
def test_chaque_echec_a_son_histoire_vraie_apres_le_rejeu(module: str) -> None:
    textes = (s.read_text(encoding="utf-8") for s in CARNETS.values())
    (texte,) = (t for t in textes if f'purement_fortuite("{module}")' in t)
    assert texte.index("## Rejouons") < texte.index("purement_fortuite(") < texte.index("## À retenir")
    sans_date = [h for h in recit_de(module)["ailleurs"] if not re.search(r"\b20\d\d\b", h["source"])]
    assert not sans_date


@pytest.mark.parametrize("module", MODULES)
def test_apres_le_rejeu_chaque_correctif_dit_son_critere_et_l_ensemble_ce_qu_il_a_change(module: str) -> None:
    dit = _plat(criteres_appliques(module, SimpleNamespace(leses=(137, 4, 785), manque="")).corps_texte())
    correctifs = [e for i, e in catalogue.notes().items() if re.match(rf"{module}\.(?!personnes|ria31|ouverte)", i)]
    assert len(correctifs) == 3
    for correctif in correctifs:
        assert f"Critère {correctif.criteres[0]} appliqué : {_plat(correctif.titre)}" in dit
    assert "137 avant, 4 après, sur 785" in dit
    rien = criteres_appliques(module, SimpleNamespace(leses=None, manque="Écrivez d'abord."))
    assert rien.corps == "Écrivez d'abord."


def _plat(texte: str) -> str:
    return re.sub("[\xa0\u202f]", " ", texte)
