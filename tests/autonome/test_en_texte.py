"""Sans JupyterLab : le `.py` à remplir, les mêmes verdicts en texte, le carnet à rendre, la page à lire."""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import nbformat
import pytest

from chatmairie.__main__ import principal
from chatmairie.carnets.copie import preparer_copie
from chatmairie.carnets.en_texte import fichier as texte
from chatmairie.carnets.en_texte.dependances import cellules_dependantes
from chatmairie.carnets.en_texte.page import page
from chatmairie.carnets.livraison import livrer
from chatmairie.carnets.source import trouver_les_carnets
from chatmairie.juge.exercice import depuis_grade_id
from chatmairie.parcours import progres, travail
from outils import banque
from tests.carnets.test_carnets_copie import REGION, _lignes

RACINE = Path(__file__).resolve().parents[2]
CARNETS = [s.with_suffix(".ipynb") for s in trouver_les_carnets(RACINE / "course")]
chaque_carnet = pytest.mark.parametrize("chemin", CARNETS, ids=lambda c: c.stem)


def construit(chemin: Path) -> dict:
    return json.loads(chemin.read_text(encoding="utf-8"))


def distribue(chemin: Path) -> dict:
    return json.loads(nbformat.writes(preparer_copie(nbformat.read(str(chemin), as_version=4)), version=4))


@pytest.fixture
def chez_soi(tmp_path, monkeypatch) -> Path:
    """Une copie de travail du module 02, comme la pose `make cours` ; l'on est juste au-dessus."""
    cours = tmp_path / "course"
    shutil.copytree(RACINE / "course" / "02_donnees", cours / "02_donnees")
    shutil.copytree(RACINE / "banque" / "donnees", tmp_path / "banque" / "donnees")
    livrer(cours, tmp_path / "travail", avec_corriges=True, en_texte=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CHATMAIRIE_PROGRESSION", str(tmp_path / "travail" / ".chatmairie" / "progression.json"))
    return tmp_path / "travail"


def repondre(fichier: Path, reponses: dict[str, str]) -> None:
    """Remplace, dans le `.py`, le contenu des cellules de réponse."""
    ecrit = fichier.read_text(encoding="utf-8")
    for exercice, reponse in reponses.items():
        motif = re.compile(
            rf'(# %%[^\n]*exercice="{re.escape(exercice)}" role="(?:reponse|ouverte)"\n).*?(?=\n# %%)', re.S
        )
        ecrit, fois = motif.subn(lambda t, r=reponse: t.group(1) + r + "\n", ecrit)
        assert fois == 1, exercice
    fichier.write_text(ecrit, encoding="utf-8")


def reponse(exercice: str, nom: str) -> str:
    return banque.reponse(exercice, nom).texte


# --- le fichier -----------------------------------------------------------------------------------


@chaque_carnet
def test_le_py_est_le_carnet_distribue_entier_et_du_python(chemin, tmp_path):
    carnet = distribue(chemin)
    ecrit = texte.en_texte(carnet, chemin.stem)
    compile(ecrit, str(chemin), "exec")
    fichier = tmp_path / f"{chemin.stem}.py"
    fichier.write_text(ecrit, encoding="utf-8")
    relu = texte.lire(fichier).cellules[1:]
    assert [(c.genre, c.texte.strip()) for c in relu] == [(g, t.strip()) for g, t in travail.textes(carnet)]
    assert [(c.exercice, c.role) for c in relu] == [texte.role(c) or (None, None) for c in carnet["cells"]]


@chaque_carnet
def test_un_py_intact_redonne_le_carnet_intact(chemin, tmp_path):
    carnet = distribue(chemin)
    fichier = tmp_path / f"{chemin.stem}.py"
    fichier.write_text(texte.en_texte(carnet, chemin.stem), encoding="utf-8")
    depot = texte.remplir(carnet, texte.lire(fichier))
    assert depot.carnet == travail.sans_sorties(carnet) and depot.remplies == ()
    assert len(depot.avis) == len(travail.reponses(carnet))


@chaque_carnet
def test_ni_le_py_ni_la_page_ne_contiennent_de_solution(chemin):
    source, carnet = construit(chemin), distribue(chemin)
    publique = "\n".join(travail.texte(c) for c in carnet["cells"])
    secretes = {
        ligne
        for c in source["cells"]
        for region in REGION.finditer(travail.texte(c))
        for ligne in _lignes(region.group(2))
        if ligne not in publique and len(ligne) > 12
    }
    exercices = any(travail.nbgrader(c).get("solution") for c in source["cells"])
    assert bool(secretes) == exercices, "le carnet construit contient bien des solutions, s'il a des exercices"
    rendus = texte.en_texte(carnet, chemin.stem), page(source, chemin.stem, carnet)
    for rendu in rendus:
        lu = html.unescape(rendu)
        assert [x for x in sorted(secretes) if x in lu] == []
        assert "BEGIN SOLUTION" not in lu and "MARK SCHEME" not in lu


# --- verifier -------------------------------------------------------------------------------------


def test_les_memes_verdicts_qu_au_carnet(chez_soi, capsys):
    """Une réponse juste, une fausse, une sans code, le reste vide : le texte du verdict est celui de `noter`."""
    reponses = {
        "donnees.taux": next(r.texte for r in banque.charger("donnees.taux") if r.genre == "faux"),
        "donnees.ecarter": next(
            r.texte for r in banque.charger("donnees.ecarter") if r.nom.startswith("juste_choisir")
        ),
        "donnees.ouverte": "Madame, Monsieur, le refus était notre erreur.",
    }
    repondre(chez_soi / "02_donnees.py", reponses)
    assert principal(["verifier", "02_donnees", "travail/02_donnees.py"]) == 0
    vu = capsys.readouterr().out
    espace: dict = {}
    exec("import pandas as pd\nimport numpy as np\nfrom chatmairie import choisir\n", espace)
    from chatmairie import noter

    for exercice in ("donnees.taux", "donnees.ecarter"):
        exec(reponses[exercice], espace)
        productions = _productions(exercice)
        noter(exercice, **{p: espace[p] for p in productions})
        attendu = capsys.readouterr().out
        assert attendu.splitlines()[:6] == _partie(vu, exercice).splitlines()[:6], exercice
    assert "Réussi" in _partie(vu, "donnees.ecarter") and "À revoir" in _partie(vu, "donnees.taux")
    assert "Non traité" in _partie(vu, "donnees.decider")
    assert "Votre texte fait" in _partie(vu, "donnees.ouverte")
    assert re.search(r"Total aux tests visibles.{1,4}4 sur 17 points", vu), vu[-200:]
    assert progres.courant().etat("donnees.ecarter")["statut"] == "réussi", "le progrès est celui de travail/"


def _productions(exercice: str) -> tuple[str, ...]:
    from chatmairie.echecs import catalogue

    return catalogue.exercice(exercice).productions


def _partie(vu: str, exercice: str) -> str:
    return vu.split(f"=== {exercice} ", 1)[1].split("\n", 1)[1].split("\n=== ", 1)[0].lstrip("\n")


def test_une_erreur_dit_la_ligne_du_fichier_et_la_suite_continue(chez_soi, capsys):
    fichier = chez_soi / "02_donnees.py"
    repondre(fichier, {"donnees.taux": "x = 1 / 0", "donnees.enqueter": "def enqueter(:\n    pass"})
    assert principal(["verifier", "02_donnees"]) == 0
    vu = capsys.readouterr().out
    lignes = fichier.read_text(encoding="utf-8").splitlines()
    for faute in ("x = 1 / 0", "def enqueter(:"):
        assert f"02_donnees.py, ligne {lignes.index(faute) + 1} :" in vu.replace("\u00a0", " ")
    assert "Traceback" not in vu and "« taux_de_refus » n'existe pas encore" in vu.replace("\u00a0", " ")
    assert "=== donnees.surveiller" in vu


def test_un_seul_exercice_montre(chez_soi, capsys):
    assert principal(["verifier", "02_donnees", "--exercice", "donnees.taux"]) == 0
    vu = capsys.readouterr().out
    assert "=== donnees.taux" in vu and "=== donnees.decider" not in vu


def test_l_exercice_de_l_accueil_a_son_verdict_sans_total(tmp_path, monkeypatch, capsys):
    """Il se vérifie sans se noter, comme les exercices « en plus » : son verdict se lit, et rien ne compte."""
    shutil.copytree(RACINE / "course" / "00_accueil", tmp_path / "course" / "00_accueil")
    livrer(tmp_path / "course", tmp_path / "travail", avec_corriges=True, en_texte=True)
    monkeypatch.chdir(tmp_path)
    repondre(
        tmp_path / "travail" / "00_accueil.py",
        {"accueil.guichets": reponse("accueil.guichets", "faux_compter_les_refus")},
    )
    assert principal(["verifier", "00_accueil"]) == 0
    dit = capsys.readouterr().out
    assert "=== accueil.guichets" in dit and "À revoir" in dit and "Total" not in dit


def test_tout_montre_aussi_figures_et_paris_en_texte(chez_soi, capsys):
    assert principal(["verifier", "02_donnees", "--tout"]) == 0
    vu = capsys.readouterr().out
    assert "J-0" in vu and "Vous n'avez pas encore parié" in vu


@pytest.mark.parametrize(
    ("arguments", "code", "phrase"),
    [
        (["verifier"], 2, "Il manque : carnet"),
        (["verifier", "02_donnees", "absent.py"], 1, "ne peut pas être lu"),
        (["verifier", "09_absent"], 1, "ne peut pas être lu"),
        (["verifier", "02_donnees", "--exercice", "donnees.rien"], 1, "n'est pas dans ce fichier"),
        (["verifier", "02_donnees", "vide.py"], 1, "aucune cellule"),
        (["deposer", "02_donnees", "latin.py"], 1, "UTF-8"),
        (["indice"], 2, "Il manque : exercice"),
        (["verifier", "02_donnees", "--couleur"], 2, "pas comprise"),
        (["en-texte", "absent.ipynb"], 1, "il n'existe pas"),
    ],
)
def test_une_commande_fautive_se_dit_en_francais(chez_soi, capsys, arguments, code, phrase):
    (chez_soi.parent / "vide.py").write_text("print('bonjour')\n", encoding="utf-8")
    (chez_soi.parent / "latin.py").write_bytes("# é".encode("latin-1"))
    try:
        rendu = principal(arguments)
    except SystemExit as sortie:
        rendu = sortie.code
    dit = capsys.readouterr()
    assert rendu == code and phrase in dit.err and "Traceback" not in dit.err


def test_les_aides_se_demandent_depuis_le_terminal(chez_soi, capsys):
    assert principal(["indice", "donnees.taux"]) == 0
    assert "Indice 1 sur 3" in capsys.readouterr().out.replace("\u00a0", " ")
    for _ in range(2):
        principal(["indice", "donnees.taux"])
    assert principal(["corrige", "donnees.taux", "--confirmer"]) == 0
    assert "Solution 1" in capsys.readouterr().out.replace("\u00a0", " ")
    assert principal(["options", "donnees.ecarter"]) == 0
    assert "choisir(" in capsys.readouterr().out
    assert principal(["progression"]) == 0
    assert principal(["sauvegarder"]) == 0
    assert list(chez_soi.glob("sauvegarde-chatmairie-*.json"))
    assert principal(["reprendre"]) == 0


# --- deposer --------------------------------------------------------------------------------------


def test_deposer_ne_touche_pas_au_carnet_et_garde_le_depot_d_avant(chez_soi, capsys):
    carnet, fichier = chez_soi / "02_donnees/02_donnees.ipynb", chez_soi / "02_donnees.py"
    avant = carnet.read_bytes()
    repondre(fichier, {"donnees.taux": "def taux_de_refus(archives, par):\n    return 1"})
    assert principal(["deposer", "02_donnees", "travail/02_donnees.py"]) == 0
    rendu = chez_soi / "a_rendre/02_donnees/02_donnees.ipynb"
    premier = rendu.read_bytes()
    assert "1 réponse(s) sur" in capsys.readouterr().out and carnet.read_bytes() == avant
    repondre(fichier, {"donnees.taux": "def taux_de_refus(archives, par):\n    return 2"})
    assert principal(["deposer", "02_donnees"]) == 0
    (ancien,) = (chez_soi / "a_rendre/anciens").glob("*.ipynb")
    assert ancien.read_bytes() == premier and b"return 2" in rendu.read_bytes()
    lu = nbformat.read(rendu, as_version=4)
    nbformat.validate(lu)
    modele = nbformat.read(carnet, as_version=4)
    assert [(c.id, c.metadata) for c in lu.cells] == [(c.id, c.metadata) for c in modele.cells]
    assert [c.source for c in lu.cells if not c.metadata.get("nbgrader", {}).get("solution")] == [
        c.source for c in modele.cells if not c.metadata.get("nbgrader", {}).get("solution")
    ]


def test_une_reponse_deja_au_carnet_n_est_pas_perdue(chez_soi, capsys):
    carnet = chez_soi / "02_donnees/02_donnees.ipynb"
    lu = travail.lire_carnet(carnet)
    travail.reponses(lu)["donnees-taux"]["source"] = "def taux_de_refus(archives, par):\n    return 7"
    carnet.write_text(json.dumps(lu), encoding="utf-8")
    principal(["deposer", "02_donnees"])
    assert "la réponse du carnet est gardée" in capsys.readouterr().out
    assert b"return 7" in (chez_soi / "a_rendre/02_donnees/02_donnees.ipynb").read_bytes()


def test_une_reponse_sans_code_ecrite_sous_le_bouchon_est_rendue(chez_soi, capsys):
    fichier = chez_soi / "02_donnees.py"
    ecrit = fichier.read_text(encoding="utf-8")
    choix = re.search(r"# enqueter = choisir\((?:\n#[^\n]*)+", ecrit)[0]
    decide = choix.replace("# ", "").replace("[...]", '["code_file"]').replace("...", '"au hasard"')
    ecrit = ecrit.replace(choix, decide)
    personnes = re.search(r"# PERSONNES = \{[^\n]*(?:\n#[^\n]*)+", ecrit)[0]
    fichier.write_text(ecrit.replace(personnes, personnes.replace("# ", "")), encoding="utf-8")
    assert principal(["deposer", "02_donnees"]) == 0
    assert "2 réponse(s) sur" in capsys.readouterr().out
    rendues = travail.reponses(travail.lire_carnet(chez_soi / "a_rendre/02_donnees/02_donnees.ipynb"))
    assert 'jour="au hasard"' in travail.texte(rendues["donnees-enqueter"])
    assert travail.texte(rendues["donnees-personnes"]).count('"à compléter"') == 3


@pytest.mark.parametrize(
    ("sous_le_bouchon", "remplie"),
    [
        ("", False),
        ("# f = choisir('x', mot=...)", False),
        ("f = choisir('x', mot=..., liste=[...])", False),
        ("f = choisir('x', mot='oui', liste=[...])", True),
        ("F = {'mot': 1}", True),
        ("def g(x):\n    return x", True),
        ("f = choisir('x', mot=oui liste=", True),
    ],
)
def test_un_bouchon_reste_au_dessus_d_une_reponse_ne_la_cache_pas(sous_le_bouchon, remplie):
    fonction = 'def f(x):\n    """Dit."""\n    # VOTRE CODE ICI\n    ...\n\n\n'
    for bouchon in (fonction, "F = (\n    # VOTRE CODE ICI\n    ...\n)\n"):
        assert travail.est_remplie({"cell_type": "code", "source": bouchon + sous_le_bouchon}) is remplie


@pytest.mark.classe
@pytest.mark.lent
def test_le_carnet_depose_est_corrige_par_nbgrader(chez_soi, tmp_path):
    """Toutes les bonnes réponses de la banque, écrites dans le `.py` : le vrai nbgrader donne 17 sur 17."""
    exercices = banque.exercices_du_carnet(RACINE / "course/02_donnees/02_donnees.py")
    reponses = {
        e: next(r.texte for r in banque.charger(e) if r.genre == "juste")
        for e in exercices
        if any(r.genre == "juste" for r in banque.charger(e))
    }
    repondre(chez_soi / "02_donnees.py", reponses)
    assert principal(["deposer", "02_donnees"]) == 0
    classe = tmp_path / "classe seule"
    (classe / "course/02_donnees").mkdir(parents=True)
    nbformat.write(
        banque.carnet_du_formateur(RACINE / "course/02_donnees/02_donnees.py"),
        classe / "course/02_donnees/02_donnees.ipynb",
    )
    rendu = classe / "classe/submitted/alex/02_donnees"
    shutil.copytree(chez_soi / "a_rendre/02_donnees", rendu)
    commande = [sys.executable, "-m", "tests.banque.copies", str(classe), "02_donnees", "alex"]
    fini = subprocess.run(commande, cwd=RACINE, env=dict(os.environ), capture_output=True, text=True, check=False)
    assert fini.returncode == 0, fini.stdout[-3000:] + fini.stderr[-2000:]
    from chatmairie.echecs import catalogue
    from outils.classe_notes import lire_notes

    notes = {c[3]: n.points for c, n in lire_notes(classe / "classe/gradebook.db").items()}
    en_plus = {e for e in reponses if catalogue.exercice(e).optionnel}
    assert (len(reponses), len(en_plus)) == (8, 3) and not en_plus & set(notes)
    attendues = {e: catalogue.exercice(e).points for e in reponses if e not in en_plus}
    assert {e: notes[e] for e in attendues} == attendues


# --- la page à lire -------------------------------------------------------------------------------


@chaque_carnet
def test_la_page_est_inerte_en_francais_et_ses_titres_se_suivent(chemin):
    rendue = page(construit(chemin), chemin.stem, distribue(chemin))
    assert rendue.startswith("<!DOCTYPE html>") and '<html lang="fr">' in rendue
    assert "@import" not in rendue and "url(" not in rendue.split("</head>")[0]
    balises = _balises(rendue)
    assert not {"script", "iframe", "link", "object", "embed", "form"} & {nom for nom, _ in balises}
    for _nom, attributs in balises:
        assert not [a for a in attributs if a.startswith("on")]
        assert (attributs.get("src") or "data:").startswith("data:")
        assert not (attributs.get("href") or "").lower().startswith("javascript:")
    niveaux = [int(n) for n in re.findall(r"<h([1-6])", rendue)]
    assert niveaux[0] == 1 and niveaux.count(1) == 1
    assert all(b <= a + 1 for a, b in zip(niveaux, niveaux[1:], strict=False))
    for image in re.findall(r"<img\b[^>]*>", rendue):
        assert re.search(r'alt="[^"]{10,}"', image), image[:200]


def _balises(page_html: str) -> list[tuple[str, dict[str, str | None]]]:
    """Les balises ouvrantes et leurs attributs (du HTML montré comme du texte n'en est pas)."""
    vues: list[tuple[str, dict[str, str | None]]] = []

    class Lecteur(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            vues.append((tag, dict(attrs)))

    Lecteur().feed(page_html)
    return vues


@chaque_carnet
def test_la_page_montre_les_resultats_qui_ne_dependent_de_personne(chemin):
    source = construit(chemin)
    rendue = page(source, chemin.stem, distribue(chemin))
    notes = [c for c in source["cells"] if (texte.role(c) or ("", ""))[1] == "note"]
    assert rendue.count("Ce résultat dépend de vos réponses") >= len(notes)
    assert "tests visibles réussis" not in rendue.lower(), "aucun verdict n'est montré"
    assert rendue.count('class="resultat"') >= min(3, len(source["cells"]) // 20)


def test_ce_qui_depend_d_une_reponse_est_reconnu_de_proche_en_proche():
    sources = [
        "x = 1",
        "def f():\n    ...",
        "y = f()",
        "z = y + 1",
        "w = x",
        "y = 2",
        "y",
        "%matplotlib inline",
        "progression()",
    ]
    cellules = [{"cell_type": "code", "source": s, "metadata": {}} for s in sources]
    cellules[1]["metadata"] = {"nbgrader": {"grade_id": "donnees-taux", "solution": True, "grade": False}}
    attendu = [False, True, True, True, False, False, False, True, True]
    assert cellules_dependantes({"cells": cellules}) == attendu


def test_en_texte_fait_le_py_et_la_page_d_un_carnet_distribue(chez_soi, capsys):
    vers = chez_soi.parent / "ici"
    assert principal(["en-texte", "travail/02_donnees/02_donnees.ipynb", "--vers", str(vers)]) == 0
    assert sorted(f.name for f in vers.iterdir()) == ["02_donnees.html", "02_donnees.py"]
    (vers / "02_donnees.py").write_text("à moi", encoding="utf-8")
    assert principal(["en-texte", "travail/02_donnees/02_donnees.ipynb", "--vers", str(vers)]) == 0
    assert (vers / "02_donnees.py").read_text(encoding="utf-8") == "à moi"
    assert "n'est pas touché" in capsys.readouterr().out


def test_make_cours_pose_aussi_les_textes_et_les_pages(chez_soi):
    assert (chez_soi / "02_donnees.py").is_file() and (chez_soi / "pages_a_lire/02_donnees.html").is_file()
    exercices = {
        depuis_grade_id(i) for i in travail.reponses(travail.lire_carnet(chez_soi / "02_donnees/02_donnees.ipynb"))
    }
    assert exercices <= {c.exercice for c in texte.lire(chez_soi / "02_donnees.py").cellules}
