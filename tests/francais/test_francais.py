"""L'orthographe et les mots de tout ce que voit une personne : carnets, messages, référentiel, guides, README."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from chatmairie.carnets.regles.textes import mots_a_eviter
from chatmairie.langue.typographie import poser_les_espaces
from outils import orthographe

RACINE = Path(__file__).resolve().parents[2]
GUIDES = [*sorted((RACINE / "guide").rglob("*.md")), RACINE / "README.md", RACINE / "CONTRIBUTING.md"]
PAROLE_D_AUTRUI = {
    ("src/chatmairie/carnets/regles/textes.py", None),  # les mots de la charte eux-mêmes
    ("CONTRIBUTING.md", None),
    ("src/chatmairie/echecs/design/registre.py", "Il suffit de"),  # une phrase d'habitant, rejouée
}
"""(fichier, mot ; None : tous). Des phrases que l'on cite ou que l'on rejoue : ce n'est pas le cours qui parle."""


@pytest.mark.parametrize("chemin", GUIDES, ids=lambda c: c.name)
def test_un_guide_a_ses_espaces_insecables(chemin: Path) -> None:
    texte = chemin.read_text(encoding="utf-8").split("\n## In English")[0]
    assert poser_les_espaces(texte) == texte


@pytest.mark.lent
def test_l_orthographe_de_tout_ce_qui_se_lit() -> None:
    trouves = orthographe.relire()
    assert trouves == {}, "à corriger, ou à ajouter à outils/orthographe.txt si le mot est juste"


@pytest.mark.lent
def test_une_faute_serait_vue_un_mot_du_cours_non() -> None:
    assert orthographe.inconnus(["proposition", "Proposition", "propositon", "Léa", "porte-à-faux"]) == {"propositon"}


def test_ce_qui_n_est_pas_du_francais_courant_n_est_pas_relu() -> None:
    lu = "L\u2019agent a lu `taux_de_refus(x)` et « ecarter », voir https://exemple.org/faute : <b>aujourd'hui</b>."
    assert list(orthographe.mots(lu)) == ["agent", "lu", "et", "voir", "aujourd'hui"]


def test_les_phrases_du_code_sont_relues_pas_ses_identifiants() -> None:
    code = '''"""La docstring de la page."""
def ecarter(table):
    raise ValueError(f"ecarter : la table de {table} n'a pas de propositon.")
CLES = {"sans reponse": "sans réponse dans la page"}
MOTIF = re.compile("le mot de la faim")
'''
    relues = " ".join(t for _, t in orthographe._chaines(code, "x.py"))
    assert "propositon" in relues and "sans réponse" in relues
    for absent in ("docstring", "ecarter", "sans reponse", "la faim"):
        assert absent not in relues


def test_une_fiche_est_relue_sans_ses_trous_et_un_corrige_l_est_aussi() -> None:
    relus = dict.fromkeys((lieu, mot) for lieu, texte in orthographe.textes(RACINE) for mot in orthographe.mots(texte))
    fiche, banque = "src/chatmairie/echecs/donnees/exercices/decider.yaml", "banque/donnees/decider.py"
    assert {(fiche, "automatiques"), (fiche, "obtiennent"), (banque, "prudence")} <= relus.keys()
    assert not {(fiche, "enfant}"), (fiche, "pourquoi"), (banque, "np")} & relus.keys()


def test_un_mot_admis_en_un_lieu_ne_l_est_pas_ailleurs(tmp_path: Path) -> None:
    liste = tmp_path / "liste.txt"
    liste.write_text("# commentaire\nWesh @ guide/\nWesh @ course/\nclassifieur  # du métier\n", encoding="utf-8")
    assert orthographe.lire_la_liste(liste) == {"Wesh": ("guide/", "course/"), "classifieur": ("",)}


def test_sans_hunspell_on_dit_quoi_installer(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(orthographe.shutil, "which", lambda _: None)
    assert orthographe.principal([]) == 1
    assert "apt-get install hunspell" in capsys.readouterr().err


def test_la_charte_vaut_partout() -> None:
    fautes = []
    for lieu, texte in orthographe.textes(RACINE):
        fichier = lieu.partition(":")[0]
        for mot, conseil, _ in mots_a_eviter(texte, markdown=True):
            if not {(fichier, mot), (fichier, None)} & PAROLE_D_AUTRUI:
                fautes.append(f"{lieu} : « {mot} » ({conseil})")
    assert fautes == []


def test_chaque_mot_de_la_charte_est_cherche() -> None:
    """La table de CONTRIBUTING et la recherche disent la même chose."""
    table = (RACINE / "CONTRIBUTING.md").read_text(encoding="utf-8").split("| on évite |", 1)[1].split("\n\n", 1)[0]
    gauche = [ligne.split("|")[1] for ligne in table.splitlines()[2:]]
    cites = [mot.strip() for case in gauche for mot in re.findall(r"«([^»]*)»", case.replace("\u00a0", " "))]
    assert len(cites) > 8
    for mot in set(cites) - {"exception"}:
        assert list(mots_a_eviter(f"Ici, {mot} quoi.", markdown=True)), mot


@pytest.mark.parametrize(
    "phrase", ["Il suffit de cliquer.", "C'est simplement faux.", "Un cas marginal.", "On débiaise.", "les agent·es"]
)
def test_la_charte_voit_une_phrase_et_laisse_une_citation(phrase: str) -> None:
    assert list(mots_a_eviter(phrase, markdown=True))
    if "·" not in phrase:
        assert not list(mots_a_eviter(f"On a dit : « {phrase} »", markdown=True))
