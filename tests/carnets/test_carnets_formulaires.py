"""Les formulaires : ce que décrit la métadonnée, et la grammaire de l'extension, comparée au Python qu'elle écrit."""

from __future__ import annotations

import ast
import json
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from chatmairie.atelier.bilan_personnel import sans_code
from chatmairie.carnets import formulaires
from chatmairie.carnets.metadonnees import CONSIGNE_CODE, CONSIGNE_TEXTE, catalogue_du_cours, developper
from chatmairie.carnets.source import lire_source, trouver_les_carnets
from chatmairie.echecs import catalogue
from chatmairie.juge.exercice import Exercice, QuestionOuverte
from chatmairie.juge.sans_code import decrire_les_options
from chatmairie.langue.texte import typographier
from chatmairie.langue.typographie import poser_les_espaces
from outils import banque

RACINE = Path(__file__).parents[2]
GRAMMAIRE = RACINE / "labextension" / "static" / "grammaire.js"
SANS_PYTHON = {"donnees.taux", "donnees.surveiller", "acte.code"}
"""Ceux qui demandent un programme : leur cellule reste du code."""

A_PEU_PRES = {
    "choix_ia.cadrer/juste_cinq_jours",
    "donnees.colonnes/juste_cinq_regles",
    "donnees.colonnes/juste_corrige",
}
"""Ce que le juge accepte sous une autre forme (« pire public », un dictionnaire) : le formulaire ne les récrit pas."""

POUR_ECRIRE_DU_PYTHON = {
    "pd.isna", "isna", "set", "html.escape", "classer", "score", "appliquer_reglement", "ages", "ecrire_le_message",
    "longueur_sms", "bon_moment", "horloge", "emettre", "verifier", "comparer", "hacher",
    "explorer",
}  # fmt: skip
"""Ce qu'un énoncé nomme pour qui écrit du Python. L'accueil ne montre pas la grille : elle raconte les échecs."""

LANCER = """
import * as g from %s;
let lu = '';
for await (const bloc of process.stdin) lu += bloc;
console.log(JSON.stringify(JSON.parse(lu).map(([source, formulaire, remplir]) => {
  const etat = g.etat(source, formulaire);
  const valeur = remplir ? g.neuve(formulaire.noeud) : etat.valeur;
  const change = valeur ? g.changement(source, formulaire, valeur) : null;
  const autre = { g: 'dict', v: [] };
  return {
    etat: etat.etat, valeur: valeur && g.ecrire(valeur), ecrit: g.appliquer(source, change),
    place: etat.debut === undefined ? null : source.slice(etat.debut, etat.fin),
    manque: valeur ? g.manques(valeur, formulaire.noeud).length : null,
    force: g.appliquer(source, g.changement(source, formulaire, autre)),
  };
})));
"""


def dans_node(script: str, entree: Any = None) -> Any:
    """Ce que ce module JavaScript écrit, en JSON."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("node n'est pas installé : la grammaire se vérifie avec lui")
    commande = [node, "--input-type=module", "-e", script]
    fait = subprocess.run(commande, input=json.dumps(entree), capture_output=True, text=True, check=False)
    assert fait.returncode == 0, fait.stderr
    return json.loads(fait.stdout)


def grammaire(*demandes: tuple) -> list[dict[str, Any]]:
    """Ce que l'extension lit et récrit, pour chaque (source, formulaire[, remplir à neuf])."""
    return dans_node(LANCER % json.dumps(GRAMMAIRE.as_uri()), demandes)


@cache
def cellules() -> list[tuple[str, str, dict[str, Any]]]:
    """(carnet, source distribuée, formulaire) de chaque cellule qui en a un."""
    trouvees = []
    for chemin in trouver_les_carnets(RACINE / "course"):
        for cellule in developper(lire_source(chemin), catalogue_du_cours()).cells:
            if formulaires.CLE in cellule.metadata:
                source = formulaires.sans_solution(cellule.source)
                trouvees.append((chemin.stem, source, dict(cellule.metadata[formulaires.CLE])))
    return trouvees


def de_code() -> list[tuple[str, dict[str, Any]]]:
    return [(source, f) for _, source, f in cellules() if not f["noeud"].get("mots")]


def test_chaque_exercice_sans_code_et_chaque_pari_du_cours_a_son_formulaire() -> None:
    decrits = {f["exercice"] for _, _, f in cellules()}
    tous = catalogue.tous()
    assert {i for i, e in tous.items() if sans_code(e)} <= decrits
    assert set(tous) - decrits == SANS_PYTHON
    paris = [f["noeud"]["fixes"][0] for _, _, f in cellules() if f["noeud"].get("fonction") == "prevoir"]
    assert sorted(paris) == sorted(catalogue.paris())


def test_les_decisions_sont_celles_du_carnet_dans_le_meme_ordre() -> None:
    for _, _, f in cellules():
        exercice = catalogue.tous().get(f["exercice"])
        if isinstance(exercice, Exercice) and exercice.choix is not None:
            lignes = [x for x in decrire_les_options(exercice).splitlines() if x.startswith('- "')]
            noeuds = [c["noeud"] for c in f["noeud"]["champs"]]
            dites = [f'- "{valeur}" : {phrase}' for n in noeuds for valeur, phrase in n["choix"]]
            assert [typographier(x) for x in lignes] == [typographier(x) for x in dites], exercice


def test_chaque_consigne_dit_le_formulaire_d_abord() -> None:
    """La fabrique la pose, une fois pour toutes ; les énoncés ne disent plus quoi taper."""
    for chemin in trouver_les_carnets(RACINE / "course"):
        nb = developper(lire_source(chemin), catalogue_du_cours())
        for cellule in nb.cells:
            note = cellule.metadata.get("nbgrader", {})
            if formulaires.CLE in cellule.metadata and note.get("solution") and cellule.cell_type == "code":
                assert cellule.source.count(CONSIGNE_CODE) == 1, cellule.id
            elif note.get("grade_id", "").endswith("-question"):
                assert poser_les_espaces(CONSIGNE_TEXTE) in cellule.source, cellule.id
            elif cellule.cell_type == "markdown":
                tape = re.search(r"VOTRE RÉPONSE|Ctrl\+/|bouton \*\*\+|retirez le #|répondre, écrivez", cellule.source)
                assert tape is None, (chemin.stem, tape and tape[0])


def test_chaque_appel_nomme_par_un_carnet_a_son_bouton_ou_son_formulaire() -> None:
    """Un appel de plus dans un énoncé échoue ici tant que personne ne peut le faire d'un clic."""
    extension = (RACINE / "labextension" / "static" / "extension.js").read_text(encoding="utf-8")
    boutons = set(re.findall(r"(?:demander|autre)\('[^']+', \[?'(\w+)", extension))
    assert boutons >= {"indice", "eprouver", "corrige", "sauvegarder", "reprendre", "confort_de_lecture", "progression"}
    faits = boutons | set(formulaires._APPELS) | {"choisir", "options"}
    faits |= {p for e in catalogue.tous().values() for p in getattr(e, "productions", ())}
    nommes, a_remplir = [], []
    for chemin in trouver_les_carnets(RACINE / "course"):
        for cellule in developper(lire_source(chemin), catalogue_du_cours()).cells:
            if cellule.cell_type == "markdown":
                codes = re.findall(r"`([^`\n]*\w\([^`\n]*)`", cellule.source)
                nommes += [c for c in codes if re.match(r"[\w.]+", c)[0] not in faits | POUR_ECRIRE_DU_PYTHON]
            elif "nbgrader" not in cellule.metadata:
                seules = [n.value for n in ast.parse(cellule.source).body if isinstance(n, ast.Expr)]
                attend = any(isinstance(x, ast.Constant) and x.value is ... for a in seules for x in ast.walk(a))
                a_remplir += [cellule.source] if attend and formulaires.CLE not in cellule.metadata else []
    assert a_remplir == []
    assert {c.split("(")[0] for c in nommes} == {
        "montrer_journal", "montrer_frugalite", "ecrire_grille", "auditer"
    }  # fmt: skip
    lances = dans_node(
        f"import {{ aLancer }} from {json.dumps(GRAMMAIRE.as_uri())};"
        f"const dits = {json.dumps([*nommes, 'explorer(__import__(1))', 'montrer_journal(rejeu, x())', 'eval(1)'])};"
        "console.log(JSON.stringify(dits.map(d => aLancer(d) !== null)));"
    )
    assert lances == [True] * len(nommes) + [False] * 3


def test_rien_dans_un_formulaire_ne_vient_de_la_solution() -> None:
    """La description est la même quand la solution, les contrôles et les indices sont autres."""
    from dataclasses import replace

    for chemin in trouver_les_carnets(RACINE / "course"):
        source = lire_source(chemin)
        for cellule in source.cellules:
            if cellule.role not in ("reponse", "ouverte"):
                continue
            exercice = catalogue.exercice(cellule.exercice)
            autre = re.sub(r"(### BEGIN SOLUTION\n).*?( *### END)", r"\1    autre = 1\n\2", cellule.texte, flags=re.S)
            decrit = formulaires.formulaire_de_l_exercice(exercice, cellule.texte)
            if isinstance(exercice, QuestionOuverte):
                assert "SOLUTION" not in json.dumps(decrit)
                continue
            muet = replace(exercice, controles=exercice.controles[:1], indices=("", "", ""))
            assert decrit == formulaires.formulaire_de_l_exercice(muet, autre), cellule.exercice
            assert decrit is None or "SOLUTION" not in json.dumps(decrit)


def test_ce_qui_est_distribue_est_neuf_et_se_remplit_sans_toucher_au_reste() -> None:
    faits = grammaire(*((source, f, True) for source, f in de_code()))
    for (source, f), fait in zip(de_code(), faits, strict=True):
        if f.get("suite"):
            assert (fait["etat"], fait["place"]) == ("rempli", "2026")
            continue
        assert fait["etat"] == "neuf", source
        avant, apres = ast.parse(source).body, ast.parse(fait["ecrit"]).body
        ecrite = apres[-1].value
        attendue = ast.parse(fait["valeur"], mode="eval").body
        assert ast.dump(ecrite) == ast.dump(attendue)
        bouchon = avant if isinstance(avant[-1], (ast.FunctionDef, ast.ClassDef)) else avant[:-1]
        assert [ast.dump(x) for x in apres[:-1]] == [ast.dump(x) for x in bouchon], source
        if f["cible"]:
            assert ast.unparse(apres[-1].targets[0]).strip("()") == f["cible"]


def test_ce_que_le_formulaire_ecrit_se_relit_rempli() -> None:
    ecrits = [x["ecrit"] for x in grammaire(*((s, f, True) for s, f in de_code()))]
    relus = grammaire(*((ecrit, f) for ecrit, (_, f) in zip(ecrits, de_code(), strict=True)))
    for ecrit, (source, _), relu in zip(ecrits, de_code(), relus, strict=True):
        assert relu["etat"] == ("neuf" if ecrit == source else "rempli"), ecrit
        assert relu["ecrit"] == ecrit


def de_la_banque() -> list[tuple[banque.Reponse, str, dict[str, Any]]]:
    par_exercice = {f["exercice"]: f for _, _, f in cellules() if f["exercice"] and not f["noeud"].get("mots")}
    return [
        (reponse, reponse.texte + "\n", f)
        for identifiant, f in par_exercice.items()
        for reponse in banque.charger(identifiant)
    ]


def _sans_programme(source: str, f: dict[str, Any]) -> ast.expr | None:
    """La valeur écrite à la dernière instruction, si c'est une donnée ou un `choisir` de données."""
    try:
        derniere = ast.parse(source).body[-1]
    except (SyntaxError, IndexError):
        return None
    if not isinstance(derniere, ast.Assign) or ast.unparse(derniere.targets[0]).strip("()") != f["cible"]:
        return None
    admis = (ast.Constant, ast.List, ast.Dict, ast.Load, ast.UnaryOp, ast.USub, ast.keyword)
    for n in ast.walk(derniere.value):
        nomme = isinstance(n, ast.Name) and n.id in ("GRAINE", "choisir")
        appel = isinstance(n, ast.Call) and n is derniere.value and ast.unparse(n.func) == "choisir"
        if not (isinstance(n, admis) or nomme or appel):
            return None
    return derniere.value


def test_chaque_reponse_de_la_banque_est_lue_telle_quelle_ou_laissee_libre() -> None:
    reponses = de_la_banque()
    lus = grammaire(*((source, f) for _, source, f in reponses))
    remplies, tolerees = set(), set()
    for (reponse, source, f), lu in zip(reponses, lus, strict=True):
        nom, valeur = str(reponse), _sans_programme(source, f)
        if reponse.genre == "vide":
            assert lu["etat"] == "neuf", nom
        elif lu["etat"] == "rempli":
            assert valeur is not None, nom
            assert ast.dump(ast.parse(lu["valeur"], mode="eval").body) == ast.dump(valeur), nom
            assert ast.dump(ast.parse(lu["ecrit"])) == ast.dump(ast.parse(source)), nom
            remplies.add(nom)
        else:
            assert lu["etat"] == "libre", nom
            assert lu["ecrit"] == lu["force"] == source, nom
            if valeur is not None and reponse.genre == "juste":
                tolerees.add(nom)
    lus_en_entier = {n.split("/")[0] for n in remplies}
    jamais = {f["exercice"] for _, _, f in reponses} - lus_en_entier
    assert all(i.endswith(".personnes") for i in jamais), f"{jamais} : la banque y répond toujours par un programme"
    assert tolerees == A_PEU_PRES


@pytest.mark.parametrize(
    "source",
    [
        "CONDITIONS = [",
        "CONDITIONS = []\nCONDITIONS.append(1)",
        'CONDITIONS = [{"indicateur": "satisfaction", "seuil": 2 + 2, "qui": "maire"}]',
        'CONDITIONS = [  # mes notes\n    {"indicateur": "satisfaction", "seuil": 2, "qui": "maire"},\n]',
        'CONDITIONS = [{"indicateur": "autre", "seuil": 2, "qui": "maire"}]',
        'CONDITIONS = [{"indicateur": "satisfaction", "en plus": 2}]',
        "if True:\n    CONDITIONS = []",
        "CONDITIONS = []; print(1)",
        "autre = []",
        "CONDITIONS == []",
        'texte = """\nCONDITIONS = []\n',
    ],
)
def test_du_code_ecrit_a_la_main_n_est_jamais_touche(source: str) -> None:
    (f,) = [f for _, f in de_code() if f["exercice"] == "bilan.refaire"]
    (lu,) = grammaire((source, f))
    assert (lu["etat"], lu["force"]) == ("libre", source)


def test_seule_la_reponse_change_et_les_commentaires_restent() -> None:
    (f,) = [f for _, f in de_code() if f["exercice"] == "choix_ia.alerter"]
    reponse = 'offres_a_justifier = choisir("choix_ia.alerter", ecart="moitie", comparer_a=...)'
    source = f"# à moi\nx = 1\n{reponse}  # vu\n# fin"
    (lu,) = grammaire((source, f, True))
    assert lu["ecrit"] == source.replace('ecart="moitie", comparer_a=...', "comparer_a=..., ecart=...")
    assert lu["manque"] == 2


def test_une_cle_absente_n_est_pas_ajoutee_et_une_liste_vide_reste_vide() -> None:
    (f,) = [f for _, f in de_code() if f["exercice"] == "choix_ia.ponderer"]
    (lu,) = grammaire(('PONDERATION = {"prix": 1e2, "methodo": .5}', f))
    assert (lu["etat"], lu["valeur"], lu["manque"]) == ("rempli", '{"prix": 1e2, "methodo": .5}', 0)
    (f,) = [f for _, f in de_code() if f["exercice"] == "donnees.colonnes"]
    (lu,) = grammaire(('COLONNES = choisir("donnees.colonnes", garder=[])', f))
    assert (lu["etat"], lu["valeur"]) == ("rempli", 'choisir("donnees.colonnes", garder=[])')
