"""Chaque règle refuse ce qu'elle doit refuser, avec le fichier, la cellule et la ligne."""

from __future__ import annotations

import nbformat
import pytest

from chatmairie.carnets.linter import examiner
from chatmairie.carnets.regles.exercices import bouchonner
from chatmairie.carnets.source import lire_texte
from tests.carnets.catalogue_factice import catalogue
from tests.carnets.conftest import ICI

SOURCE = ICI / "echantillon" / "02_essai" / "02_essai.py"
LU = SOURCE.read_text(encoding="utf-8")


def problemes(source: str, nom: str = "02_essai.py", **reglages) -> list[str]:
    """Les règles enfreintes par ce texte de source."""
    from pathlib import Path

    return [str(p) for p in examiner(lire_texte(source, Path(nom)), catalogue, **reglages)]


def changer(avant: str, apres: str) -> list[str]:
    """Les règles enfreintes par l'échantillon où `avant` devient `apres`."""
    assert LU.count(avant) >= 1, avant
    return problemes(LU.replace(avant, apres, 1))


def ajouter(contenu: str) -> list[str]:
    """Les règles enfreintes par l'échantillon, avec ces lignes de plus dans « Rejouons »."""
    return changer("La même simulation, avec votre règle.", "La même simulation, avec votre règle.\n\n" + contenu)


def test_l_echantillon_respecte_toutes_les_regles():
    assert problemes(LU) == []


def test_un_message_dit_le_fichier_la_cellule_et_la_ligne():
    (phrase,) = ajouter("Il faut corriger le biais.")
    ligne = LU.split("\n").index("La même simulation, avec votre règle.") + 3
    assert phrase.startswith(f"02_essai.py, cellule 12, ligne {ligne} : « corriger le biais »")


# Un remplacement dans l'échantillon -> un mot du message attendu.
FAUTES = {
    "titre de niveau 1 en double": ("## Diagnostic", "# Diagnostic", "qu'un titre de niveau 1"),
    "saut de niveau": ("La cause est dans", "#### Détail\n\nLa cause est dans", "saut de titre"),
    "partie manquante": ("## Diagnostic\n\nLa cause est dans l'archive.\n", "", "manque la partie « Diagnostic »"),
    "dernière partie manquante": ("## Pour aller plus loin\n", "", "manque la partie « Pour aller plus loin »"),
    "partie inconnue": ("## Diagnostic", "## Analyse", "pas une partie du squelette"),
    "parties inversées": ("## Rejouons", "## Diagnostic", "vient trop tard, ou deux fois"),
    "partie vide": ("La cause est dans l'archive.\n", "", "« Diagnostic » est vide"),
    "partie en attente": ("La cause est dans l'archive.", "À compléter.", "« Diagnostic » est vide"),
    "texte en attente": ("La cause est", "TODO : la cause est", "texte en attente"),
    "pas de question de départ": ("Qui est refusé, et pourquoi ?", "Des refus.", "la question"),
    "objectif vague": ("- Compter des refus.", "- Comprendre les refus.", "verbe que l'on peut observer"),
    "objectifs absents": ("- Compter des refus.\n- Écrire une règle.", "Des refus.", "sont une liste"),
    "durée nulle": ("60 minutes", "0 minute", "durée se dit en minutes"),
    "pas assez de paris": ('prevoir("essai.trois", "non")', "None", "2 pari(s)"),
    "données réelles": ("Données synthétiques, personnes fictives", "Personnes fictives", "données synthétiques"),
    "rien à faire valider": ("À faire valider par le DPO. ", "", "est dit 0 fois"),
    "validé deux fois": ("La cause est dans", "À faire valider par le DPO. La cause est dans", "est dit 2 fois"),
    "droit non daté": ("Droit vérifié le 3 mars 2026", "Droit vérifié", "droit vérifié le"),
    "import absent": ("from chatmairie import noter\n", "", "ligne 1 d'une cellule notée"),
    "sujets changés": ('sujets = "publics"', 'sujets = "notation"', "ligne 2 d'une cellule notée"),
    "test caché absent": ('### BEGIN HIDDEN TESTS\nsujets = "notation"\n### END HIDDEN TESTS\n', "", "ligne 3"),
    "point-virgule": ("SEUILS=SEUILS, sujets=sujets)", "SEUILS=SEUILS, sujets=sujets);", "la seule après les tests"),
    "affectation": ('noter("essai.seuils"', 'x = noter("essai.seuils"', "la seule après les tests"),
    "deux appels": ('noter("essai.seuils"', 'noter("essai.seuils")\nnoter("essai.seuils"', "la seule après les tests"),
    "production oubliée": ("SEUILS=SEUILS, sujets", "sujets", "SEUILS=SEUILS"),
    "production renommée": ("SEUILS=SEUILS", "SEUILS=AUTRE", "SEUILS=SEUILS"),
    "sujets fixés": ("SEUILS=SEUILS, sujets=sujets", 'SEUILS=SEUILS, sujets="notation"', "sujets=sujets"),
    "autre exercice": ('noter("essai.seuils"', 'noter("essai.compter"', 'noter("essai.seuils"'),
    "pas de solution": ("### BEGIN SOLUTION", "### DEBUT", "contient une région"),
    "solution vide": ('    {"mercredi": "reponse_confidentielle"}\n', "", "région SOLUTION est vide"),
    "réponse mal entourée": ("SEUILS = (\n", "SEUILS = (1 +\n  # x\n", "il doit rester `...`"),
    "réponse qui n'est plus du code": ("def compter(refus):\n", "def compter(refus\n", "Python"),
    "réponse à moitié donnée": (
        "    ### BEGIN SOLUTION\n    total", "    print(1)\n    ### BEGIN SOLUTION\n    total", "il doit rester `...`"
    ),
    "production non définie": ("SEUILS = (", "AUTRES = (", "doit définir « SEUILS »"),
    "exercice inconnu": ('exercice="essai.seuils" role="note"', 'exercice="essai.rien" role="note"', "Aucun exercice"),
    "identifiant en double": (
        'exercice="essai.seuils" role="reponse"', 'exercice="essai.compter" role="reponse"', "portent l'identifiant"
    ),
    "note sans réponse": (' exercice="essai.seuils" role="reponse"', "", "attendu reponse puis note"),
    "total faux": (' exercice="essai.seuils" role="note"', "", "font 12 points : il en faut 20"),
    "exercice optionnel noté": (
        'exercice="essai.seuils" role="note"', 'exercice="essai.optionnel" role="note"', "optionnel n'est pas noté"
    ),
    "solution hors d'une réponse": ('print("Écrivez', '### BEGIN SOLUTION\nprint("Écrivez', "hors de sa place"),
    "tests cachés hors d'une note": ('print("Écrivez', '### BEGIN HIDDEN TESTS\nprint("Écrivez', "hors de sa place"),
    "barème hors d'une question": ("La cause est", "### BEGIN MARK SCHEME\n\nLa cause est", "hors de sa place"),
    "barème dans du code": ('print("Écrivez', '### END MARK SCHEME\nprint("Écrivez', "hors de sa place"),
    "solution dans un texte": ("La cause est", "### BEGIN SOLUTION\n\nLa cause est", "hors de sa place"),
    "barème non refermé": ("Écrivez aux parents", "### BEGIN MARK SCHEME\n\nÉcrivez aux parents", "non refermée"),
    "barème d'une autre question": (
        "en 120 mots.", "en 120 mots.\n\n### BEGIN MARK SCHEME\n- autre\n### END MARK SCHEME", "n'est pas celui"
    ),
    "cellule de code vide": ("print(\"Écrivez d'abord `SEUILS`.\" if SEUILS is ... else \"Après : 0 refus.\")", "",
                             "code est vide"),
    "cellule qui n'est pas du Python": ("paris = []", "paris = [", "Python n'y lit pas"),
    "tableau stylé": ('Carte(f"{len(archives)} jours, données synthétiques.")', "archives.style.format()", "stylé"),
    "modèle affiché": ('Carte(f"{len(archives)} jours, données synthétiques.")', "arbre.fit(archives)", "modèle"),
    "interact": ("from factice import Carte", "from ipywidgets import interact", "`interact`"),
    "Output": ("from factice import Carte", "import ipywidgets\nipywidgets.Output()", "`Output`"),
    "interactive_output": ("from factice import Carte", "w.interactive_output(1)", "`interactive_output`"),
    "étiquette nbval": ("# %%\nprint", '# %% tags=["nbval-ignore-output"]\nprint', "0 admise(s)"),
    "étiquette de saut": ("# %%\nprint", '# %% tags=["nbval-skip"]\nprint', "refusée"),
    "marque nbval": ("# %%\nprint", "# %%\n# NBVAL_SKIP\nprint", "chaque cellule est vérifiée"),
    "mot réservé de nbgrader": ('print("Écrivez', '# AUTOTEST\nprint("Écrivez', "réservés"),
    "attribut mal écrit": ("# %%\nprint", '# %% exercise="essai.compter"\nprint', "attribut inconnu"),
    "texte en commentaires": ('r"""\n## Rejouons\n\nLa même simulation, avec votre règle.\n"""',
                              "# ## Rejouons\n#\n# La même simulation.", 'r"""'),
    "bloc sans r": ('r"""\n## Rejouons', '"""\n## Rejouons', 'r"""'),
    "cellule de texte vide": ('r"""\n## Rejouons\n\nLa même simulation, avec votre règle.\n"""', 'r"""\n"""', "vide"),
}  # fmt: skip


@pytest.mark.parametrize("faute", FAUTES)
def test_chaque_faute_est_vue(faute):
    avant, apres, mot = FAUTES[faute]
    trouves = changer(avant, apres)
    assert any(mot in p for p in trouves), trouves


@pytest.mark.parametrize(
    ("contenu", "mot"),
    [
        ("![](refus.png)", "alternative"),
        ("![refus.png](refus.png)", "alternative"),
        ("![Figure 1](refus.png)", "alternative"),
        ('<img src="refus.png">', "alternative"),
        ('Un texte <img src="refus.png" alt=""> ici.', "alternative"),
        ("[ici](https://exemple.invalid)", "ne dit pas où il mène"),
        ("[Cliquez ici](https://exemple.invalid)", "ne dit pas où il mène"),
        ("[](https://exemple.invalid)", "ne dit pas où il mène"),
        ("<https://exemple.invalid/a>", "ne dit pas où il mène"),
        ("| | b |\n|---|---|\n| 1 | 2 |", "en-tête"),
        ("<table><tr><td>1</td></tr></table>", "sans en-têtes"),
        ("<h2>Titre</h2>", "titres en markdown"),
        ("###\n\nTexte.", "titre vide"),
        ("Il faut débiaiser le modèle.", "débiaiser"),
        ("Une IA neutre.", "IA neutre"),
        ("L'algorithme est neutre.", "neutre"),
        ("Garantir l'équité.", "équité"),
        ("Éliminer\nles biais.", "biais"),
        ("Bravo, tout est juste.", "tests visibles"),
        ("Les élu·es.", "point médian"),
        ("\n".join(f"- ligne {n}" for n in range(12)), "plus de 12 lignes"),
        ("mot " * 480, "plus de 12 lignes"),
        ("| a |\n|---|\n" + "\n".join(f"| {n} |" for n in range(12)), "plus de 12 lignes"),
        ("```\n" + "\n".join("x = 1" for _ in range(12)) + "\n```", "plus de 12 lignes"),
    ],
)
def test_chaque_faute_de_texte_est_vue(contenu, mot):
    trouves = ajouter(contenu)
    assert len(trouves) >= 1 and any(mot in p for p in trouves), trouves


@pytest.mark.parametrize(
    "contenu",
    [
        "![Deux barres : 3 refus le lundi, 97 le mercredi](refus.png)",
        '<img src="refus.png" alt="3 refus le lundi, 97 le mercredi">',
        "[Le texte du RIA31](https://exemple.invalid)",
        "| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |",
        "<table><tr><th>Jour</th></tr><tr><td>1</td></tr></table>",
        "On lit partout « il faut débiaiser l'IA » et « une IA neutre ».",
        "> Une IA neutre, disait le Maire.",
        "La fonction `debiaiser` n'existe pas.",
        "### Un sous-titre\n\nDu texte.",
        "\n".join(f"- ligne {n}" for n in range(8)),
        "<details><summary>La loi</summary>\n\n" + "\n\n".join("Paragraphe." for _ in range(20)) + "\n\n</details>",
        "Le critère de neutralité carbone.",
    ],
)
def test_ce_qui_est_permis_est_accepte(contenu):
    assert ajouter(contenu) == []


def test_trois_guillemets_dans_un_texte_sont_refuses():
    source = LU.replace("La même simulation, avec votre règle.", 'Écrivez """une aide""" ici.', 1)
    assert any('"""' in p for p in problemes(source))


def test_un_texte_qui_garde_ses_guillemets_est_refuse():
    source = LU.replace('r"""\n## Rejouons', 'R"""Avant\n"""\nr"""\n## Rejouons', 1)
    assert any("guillemet" in p or 'r"""' in p for p in problemes(source))


def test_au_plus_trois_encadres_de_droit():
    encadre = "> **La règle** : une phrase.\n"
    assert ajouter("\n\n".join([encadre] * 3)) == []
    assert any("encadrés" in p for p in ajouter("\n\n".join([encadre] * 4)))


def test_la_liste_des_sorties_libres_est_comptee():
    source = LU.replace("# %%\nprint", '# %% tags=["nbval-ignore-output"]\nprint', 1)
    assert problemes(source, sorties_libres={"02_essai": 1}) == []
    assert problemes(source, sorties_libres={"01_choix_ia": 1}) != []


def test_un_appel_de_noter_sur_plusieurs_lignes_est_accepte():
    long = 'noter(\n    "essai.seuils",\n    SEUILS=SEUILS,\n    sujets=sujets,\n)'
    assert changer('noter("essai.seuils", SEUILS=SEUILS, sujets=sujets)', long) == []


def test_une_ligne_vide_apres_l_import_est_acceptee():
    assert changer("import noter\n", "import noter\n\n") == []


def test_un_bareme_recopie_mot_pour_mot_est_accepte():
    lignes = "\n".join(f"- indicateur de correction numéro {n}" for n in range(1, 7))
    assert changer("en 120 mots.", f"en 120 mots.\n\n### BEGIN MARK SCHEME\n{lignes}\n### END MARK SCHEME") == []


def test_accueil_et_bilan_ont_leur_squelette():
    accueil = problemes(LU, "00_accueil.py")
    assert any("« L'histoire »" in p for p in accueil) and not any("Question ouverte » vient" in p for p in accueil)
    bilan = problemes(LU, "05_bilan.py")
    assert any("Bravo pour ce résultat" in p for p in bilan)


def test_l_encart_de_reponse_est_celui_que_nbgrader_distribue():
    from nbgrader.preprocessors import ClearSolutions

    from chatmairie.carnets.reglages import config_nbgrader

    for texte in (
        "def f(x):\n    '''Aide.'''\n    ### BEGIN SOLUTION\n    return x\n    ### END SOLUTION\n\nf(1)",
        "A = (\n    ### BEGIN SOLUTION\n    1\n    ### END SOLUTION\n)",
        "### BEGIN SOLUTION\nx = 1\n### END SOLUTION\ndef g():\n  ### BEGIN SOLUTION\n  pass\n  ### END SOLUTION",
    ):
        nbgrader = {"solution": True, "grade": False}
        cellule = nbformat.v4.new_code_cell(texte, metadata={"nbgrader": nbgrader})
        ClearSolutions(config=config_nbgrader()).preprocess_cell(cellule, {"language": "python"}, 0)
        assert bouchonner(texte) == cellule.source
