"""L'accueil : des craintes gardées, un numéro rappelé, des dix demandes qui trompent, et rien de dévoilé."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from chatmairie import devoiler, prevoir, sommaire
from chatmairie.echecs import catalogue
from chatmairie.echecs.accueil.demandes import VILLE_DU_COURS, autre_ville, dix_demandes, tirer_demandes
from chatmairie.echecs.commun import recit
from chatmairie.parcours import numero, progres
from chatmairie.referentiel.lecture import charger

RACINE = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def _progression_a_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(progres.VARIABLE_FICHIER, str(tmp_path / "progression.json"))


# --- les dix demandes ---------------------------------------------------------------------------------


@pytest.mark.parametrize("graine", range(60))
def test_le_compte_trompe_et_la_part_non(graine: int) -> None:
    hasard = np.random.default_rng(graine)
    ville = autre_ville(hasard) if graine % 2 else VILLE_DU_COURS
    demandes = tirer_demandes(hasard, ville)
    refus = demandes["decision"].eq("refuse").groupby(demandes["guichet"])
    assert len(demandes) == 10 and demandes["prenom"].is_unique and set(demandes["guichet"]) == set(ville.guichets)
    assert refus.sum().idxmax() == ville.grand and refus.mean().idxmax() == ville.petit
    assert (refus.mean()[ville.petit], refus.sum()[ville.clement]) == (1, 0)


def test_le_pari_se_devoile_sur_les_dix_demandes(capsys: pytest.CaptureFixture[str]) -> None:
    prevoir("accueil.guichet", "hôtel de ville")
    devoiler("accueil.guichet", dix_demandes())
    dit = re.sub("[\u00a0\u202f]", " ", capsys.readouterr().out)
    assert "Votre prévision : Le guichet « hôtel de ville »." in dit
    assert "le plus de monde est « hôtel de ville » ; celui qui refuse le plus souvent est « médiathèque »" in dit


# --- les craintes -------------------------------------------------------------------------------------


def test_une_crainte_par_souhait_gardee_et_reprise(capsys: pytest.CaptureFixture[str]) -> None:
    recit.craindre(specialiste=..., acte=...)
    assert recit.lire() == {} and "exclusion" in capsys.readouterr().out
    recit.craindre(acte="  quelqu'un  demande le mien ", campagne="exclusion", interface=...)
    assert recit.lire() == {"acte": "quelqu'un demande le mien", "campagne": "exclusion"}
    recit.craindre(acte=..., campagne="fuite")
    assert recit.lire() == {"acte": "quelqu'un demande le mien", "campagne": "fuite"}
    assert recit.en_phrase("fuite") == recit.MOTS["fuite"]
    assert "sortiront" in capsys.readouterr().out


@pytest.mark.parametrize("mauvaise", [12, "", "   ", None, ["trop cher"]])
def test_une_crainte_illisible_est_dite_et_n_efface_rien(mauvaise: Any, capsys: pytest.CaptureFixture[str]) -> None:
    recit.craindre(acte="un proche")
    recit.craindre(acte=mauvaise, interfaces="x")
    dit = capsys.readouterr().out
    assert "attend une phrase" in dit and "vouliez-vous dire" in dit
    assert recit.lire() == {"acte": "un proche"}


def test_une_progression_abimee_ne_casse_pas_les_craintes() -> None:
    progres.courant().ecrire("notes", recit.CLE, {"acte": 3, "inconnu": "x", "campagne": "bruit"})
    assert recit.lire() == {"campagne": "bruit"}
    progres.courant().ecrire("notes", recit.CLE, [1])
    assert recit.lire() == {}


# --- le numéro ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("bon", [1, 4127, np.int64(7), 999_999_999])
def test_un_numero_se_garde(bon: Any) -> None:
    numero.choisir_numero(bon)
    assert numero.lire() == int(bon)


@pytest.mark.parametrize("mauvais", [0, -3, 2.5, "4127", True, None, 10**9, "bonjour", float("nan"), [1]])
def test_un_numero_absurde_est_refuse_par_une_phrase(mauvais: Any, capsys: pytest.CaptureFixture[str]) -> None:
    numero.choisir_numero(12)
    numero.choisir_numero(mauvais)
    assert numero.lire() == 12 and "pas été gardé" in capsys.readouterr().out


def test_un_numero_au_hasard_et_une_question_sans_numero(capsys: pytest.CaptureFixture[str]) -> None:
    numero.choisir_numero()
    assert "pas encore" in capsys.readouterr().out and numero.lire() is None
    numero.choisir_numero("au hasard")
    assert 1000 <= (numero.lire() or 0) <= 9999


def test_le_sommaire_rappelle_le_numero_quand_le_carnet_en_porte_un_autre(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    carnet = SimpleNamespace(user_ns={"GRAINE": 2026})
    monkeypatch.setattr(numero, "noyau", lambda: carnet)
    assert numero.rappel() is None  # rien de choisi : rien à rappeler
    numero.choisir_numero(4127)
    capsys.readouterr()
    sommaire("donnees")
    assert "GRAINE = 4127" in capsys.readouterr().out
    carnet.user_ns["GRAINE"] = 4127
    assert numero.rappel() is None
    carnet.user_ns["GRAINE"] = "4127"
    assert numero.rappel() is None


def test_pas_de_rappel_pendant_une_correction(monkeypatch: pytest.MonkeyPatch) -> None:
    numero.choisir_numero(4127)
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    monkeypatch.setattr(numero, "noyau", lambda: SimpleNamespace(user_ns={"GRAINE": 2026}))
    assert numero.rappel() is None


# --- rien n'est dévoilé -------------------------------------------------------------------------------

ISSUES = (
    r"mercredi|reuf|tutoi|argot|jean-mi|pot de départ|billard|sms|tiktok|jeux olympiques|moins cher|viiiii|usurp|"
    r"ex-conjoint|code unique|mine d'or|smart city|désactiver|chest"
)


def _ce_que_lit_un_debutant() -> dict[str, str]:
    import nbformat

    carnet = nbformat.read(RACINE / "course" / "00_accueil" / "00_accueil.ipynb", as_version=4)
    faites = [s for c in carnet.cells for s in c.get("outputs", [])]
    sorties = [str(v) for s in faites for v in (*s.get("data", {}).values(), s.get("text", ""))]
    return {
        "le carnet": "\n".join(c.source for c in carnet.cells),
        "ses sorties": "\n".join(sorties),
        "README": (RACINE / "README.md").read_text(encoding="utf-8"),
        "les paris": " ".join(p.question for i, p in catalogue.paris().items() if i.startswith("accueil.")),
    }


def test_ni_l_accueil_ni_le_readme_ne_racontent_un_echec() -> None:
    for lieu, texte in _ce_que_lit_un_debutant().items():
        assert not (dits := re.findall(ISSUES, texte, re.IGNORECASE)), (lieu, dits)


def test_les_titres_des_carnets_ne_racontent_rien() -> None:
    sources = sorted((RACINE / "course").glob("*/[0-9][0-9]_*.py"))
    titres = {
        s.stem: re.search(r"^# (?!%%)(.+)$", s.read_text(encoding="utf-8"), re.MULTILINE).group(1) for s in sources
    }
    assert titres["01_choix_ia"] == "Le choix de l'IA" and titres["02_donnees"] == "Les données"
    assert not [t for t in titres.values() if re.search(ISSUES, t, re.IGNORECASE)]


def test_l_accueil_montre_un_critere_et_une_recommandation_entiers_avec_leur_provenance() -> None:
    lu = _ce_que_lit_un_debutant()["ses sorties"]
    choix = charger().choix.accueil
    critere = charger().criteres[choix.critere]
    assert critere.enonce.replace("\u00a0", " ") in lu.replace("\u00a0", " ") and choix.recommandation in lu
    for champ in ("Difficulté", "Récurrence", "Tests", "Argumentaire", "Limites", "Preuves acceptables", "ODD"):
        assert champ in lu
    assert "mot pour mot" in lu and "Thème rapporté par un tiers" in lu and "Provenance" in lu
