"""Une classe à soi : ce qui change vraiment, ce qui tient encore, et ce qui n'est jamais écrasé."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from chatmairie.correction import classe_neuve
from chatmairie.juge import classe_en_cours

RACINE = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def deux(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    dossier = tmp_path_factory.mktemp("classes")
    return (
        classe_neuve.preparer("une", RACINE, dossier),
        classe_neuve.preparer("une-rattrapage", RACINE, dossier),
    )


def test_deux_classes_different_par_le_secret_le_monde_et_la_graine(deux: tuple[Path, Path]) -> None:
    lus = [
        (
            (classe / "classe" / "secret.txt").read_text(encoding="utf-8"),
            next(classe.glob("course/*/classe.json")).read_text(encoding="utf-8").partition("monde")[2],
            {
                graine
                for carnet in classe.glob("course/*/*.ipynb")
                for graine in re.findall(r"GRAINE = \d+", carnet.read_text(encoding="utf-8"))
            },
        )
        for classe in deux
    ]
    assert all(une != autre for une, autre in zip(*lus, strict=True))


def test_le_secret_n_est_lisible_que_par_soi_et_n_est_ecrit_nulle_part_ailleurs(deux: tuple[Path, Path]) -> None:
    secret = deux[0] / "classe" / "secret.txt"
    assert secret.stat().st_mode & 0o077 == 0
    texte = secret.read_text(encoding="utf-8").strip()
    assert len(texte) >= 24
    for fichier in deux[0].rglob("*"):
        if fichier.is_file() and fichier != secret:
            assert texte.encode() not in fichier.read_bytes(), fichier


def test_chaque_carnet_du_cours_y_est_avec_sa_graine_et_sans_resultat_d_une_autre(deux: tuple[Path, Path]) -> None:
    carnets = sorted(c.relative_to(RACINE) for c in RACINE.glob("course/[0-9][0-9]_*/*.ipynb"))
    assert carnets == sorted(c.relative_to(deux[0]) for c in deux[0].glob("course/*/*.ipynb"))
    graines = set()
    for carnet in carnets:
        lu = json.loads((deux[0] / carnet).read_text(encoding="utf-8"))
        code = [c for c in lu["cells"] if c["cell_type"] == "code"]
        assert not any(c["outputs"] for c in code)
        graines |= {g for c in code for g in re.findall(r"^GRAINE = (\d+)", "".join(c["source"]), re.M)}
        assert (deux[0] / carnet).with_name("classe.json").is_file()
        nombre = json.loads((deux[0] / carnet).with_name("classe.json").read_text(encoding="utf-8"))["monde"]
        premiere = next((c for c in code if "GRAINE" in "".join(c["source"])), None)
        if carnet.stem != "00_accueil":  # un élève qui n'emporte que le carnet joue quand même dans sa classe
            assert "".join(premiere["source"]).startswith(
                f'import os\n\nos.environ.setdefault("CHATMAIRIE_CLASSE", "{nombre}")'
            )
    assert len(graines) == 1 and graines != {"2026"}
    assert not list(deux[0].glob("course/*/*.py")) and not list(deux[0].glob("course/*/corriges.yaml"))


def test_rien_n_est_jamais_remplace(deux: tuple[Path, Path], tmp_path: Path) -> None:
    avant = (deux[0] / "classe" / "secret.txt").read_text()
    with pytest.raises(classe_neuve.ClasseImpossible, match="existe déjà"):
        classe_neuve.preparer("une", RACINE, deux[0].parent)
    assert (deux[0] / "classe" / "secret.txt").read_text() == avant
    assert {d.name for d in deux[0].parent.iterdir()} == {"une", "une-rattrapage"}
    with pytest.raises(classe_neuve.ClasseImpossible, match="dossier du cours"):
        classe_neuve.preparer("une", tmp_path, tmp_path)


@pytest.mark.parametrize("nom", ["", "../x", "a b", "é", "-a", "a" * 41, "a/b", ".."])
def test_un_nom_impossible_est_refuse_avec_une_phrase(nom: str, tmp_path: Path) -> None:
    with pytest.raises(classe_neuve.ClasseImpossible, match="nom de classe"):
        classe_neuve.preparer(nom, RACINE, tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("dossier", ["a[1]", "a*", "pourquoi ?"])
def test_un_chemin_que_nbgrader_lirait_comme_un_motif_est_refuse(tmp_path: Path, dossier: str) -> None:
    with pytest.raises(classe_neuve.ClasseImpossible, match="crochets"):
        classe_neuve.preparer("c", RACINE, tmp_path / dossier)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("liste", "phrase"),
    [
        ("nom;prenom\n", "aucun élève"),
        ("taille,poids\n1,2\n", "titres de colonnes"),
        ("id\na\na\n", "ligne 3"),
        ("id\n../x\n", "ligne 2"),
    ],
)
def test_une_liste_d_eleves_absurde_est_refusee_avant_d_ecrire(tmp_path: Path, liste: str, phrase: str) -> None:
    (tmp_path / "liste.csv").write_text(liste, encoding="utf-8")
    with pytest.raises(classe_neuve.ClasseImpossible, match=phrase):
        classe_neuve.preparer("c", RACINE, tmp_path / "ici", tmp_path / "liste.csv")
    assert not (tmp_path / "ici").exists()


def test_la_commande_dit_ou_aller_ensuite(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "liste.csv").write_text("\ufeffPrénom;Nom\nAna;É\n", encoding="utf-8")
    suite = ["--racine", str(RACINE), "--dans", str(tmp_path), "--eleves", str(tmp_path / "liste.csv")]
    assert classe_neuve.principal(["c1", *suite]) == 0
    dit = capsys.readouterr().out
    assert f"cd {tmp_path / 'c1'}" in dit and "Identifiants fabriqués" in dit
    assert (tmp_path / "c1" / "classe" / "eleves.csv").read_text(encoding="utf-8").endswith("\nana-e,Ana,É\n")
    assert classe_neuve.principal(["c1", *suite]) == 1
    assert "n'est pas touché" in capsys.readouterr().err


# --- le nombre de la classe ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("valeur", "lu"),
    [(1, 1), ("48213", 48213), (2**31 - 1, 2**31 - 1), (0, None), (-3, None), (2**31, None), (True, None), (1.0, None),
     ("", None), ("12a", None), ("²", None), ("9" * 30, None), (None, None)],
)  # fmt: skip
def test_un_nombre_de_classe_absurde_ne_change_rien(valeur: object, lu: int | None) -> None:
    assert classe_en_cours.lire_la_classe(valeur) == (lu and classe_en_cours.Classe(lu))


@pytest.mark.parametrize("valeur", ["7-code", "-code", "7-codes", "7 -code"])
def test_une_classe_qui_repond_en_code_s_ecrit_et_se_relit(valeur: str) -> None:
    classe = classe_en_cours.lire_la_classe(valeur)
    assert classe == (classe_en_cours.Classe(7, en_code=True) if valeur == "7-code" else None)
    assert classe is None or str(classe) == valeur


def test_dans_une_classe_qui_repond_en_code_choisir_le_dit(tmp_path: Path) -> None:
    """Un exercice de code s'ouvre sur le code, sans formulaire ; les décisions gardent le leur. Chez soi comme à la
    correction, `choisir` n'y répond pas."""
    classe = classe_neuve.preparer("code", RACINE, tmp_path, en_code=True)
    lu = json.loads((classe / "course" / "02_donnees" / "02_donnees.ipynb").read_text(encoding="utf-8"))
    reponses = {
        c["metadata"]["nbgrader"]["grade_id"]: c
        for c in lu["cells"]
        if c["metadata"].get("nbgrader", {}).get("solution")
    }
    decider, colonnes = reponses["donnees-decider"], reponses["donnees-colonnes"]
    assert "chatmairie_formulaire" not in decider["metadata"] and "choisir" not in "".join(decider["source"])
    assert "BEGIN SOLUTION" in "".join(decider["source"]) and "se répond en Python" in "".join(decider["source"])
    assert "chatmairie_formulaire" in colonnes["metadata"] and "choisir" in "".join(colonnes["source"])
    variables = {n: v for n, v in os.environ.items() if n != "CHATMAIRIE_CLASSE"}
    for ou, plus in ((classe / "course" / "02_donnees", {}), (tmp_path, {"CHATMAIRIE_CLASSE": "7-code"})):
        dit = subprocess.run(
            [sys.executable, "-c", _CHOISIR], cwd=ou, env=variables | plus, capture_output=True, text=True, check=True
        ).stdout
        assert "Dans cette classe, cet exercice se répond en Python." in dit and dit.rstrip().endswith("Ellipsis 2")


@pytest.mark.parametrize("contenu", ["", "{", "[]", '{"monde": "x"}', '{"monde": 1e400}', "x" * 20_000, "[" * 9000])
def test_un_fichier_de_classe_abime_laisse_le_cours_tel_qu_il_est(tmp_path: Path, contenu: str) -> None:
    (tmp_path / "classe.json").write_text(contenu, encoding="utf-8")
    assert classe_en_cours.lire_le_fichier(tmp_path / "classe.json") is None
    assert classe_en_cours.lire_le_fichier(tmp_path / "absent.json") is None


_CHOISIR = """
from chatmairie import choisir
decider = choisir("donnees.decider", dossier_incomplet="agent", avis_favorable="agent", avis_defavorable="agent",
                  jour="aucune_regle")
print(decider, len(choisir("donnees.colonnes", garder=["age", "assurance_valide"])))
"""

_JUGER = """
import json, sys
from chatmairie.echecs.donnees.monde import REGLEMENT
from outils import banque
sorties = {}
for nom in sys.argv[1:]:
    exercice, reponse = nom.split("/")
    trouvee = next(r for r in banque.charger(exercice) if r.nom == reponse)
    verdict = banque.rejuger(banque.enregistrer(trouvee)).verdict
    sorties[nom] = [verdict.points, verdict.points_max]
print(json.dumps({"reglement": [REGLEMENT.age_min, REGLEMENT.age_max, REGLEMENT.pieces_min], "points": sorties}))
"""


def _juger(classe: str, *reponses: str) -> dict:
    variables = {n: v for n, v in os.environ.items() if n != "CHATMAIRIE_CLASSE"}
    fini = subprocess.run(
        [sys.executable, "-c", _JUGER, *reponses], cwd=RACINE, capture_output=True, text=True, check=False,
        env=variables | ({"CHATMAIRIE_CLASSE": classe} if classe else {}),
    )  # fmt: skip
    assert fini.returncode == 0, fini.stderr
    return json.loads(fini.stdout)


QUI_RECOPIE = "donnees.decider/juste_cinq_regles_sans_ia"
"""Une bonne réponse du dépôt, qui écrit les seuils du règlement publié en toutes lettres."""


@pytest.mark.lent
@pytest.mark.parametrize("classe", ["1", "2", "3", "4"])
def test_ce_qui_recopie_le_reglement_publie_ne_sert_plus_ce_qui_le_lit_marche_encore(classe: str) -> None:
    from outils import banque

    qui_lisent = [str(r) for r in banque.justes("donnees.decider") if str(r) != QUI_RECOPIE]
    assert len(qui_lisent) >= 2
    rendu = _juger(classe, QUI_RECOPIE, *qui_lisent)
    points, maximum = rendu["points"].pop(QUI_RECOPIE)
    assert points < maximum, rendu["reglement"]
    assert all(obtenus == sur for obtenus, sur in rendu["points"].values()), rendu
    assert rendu["reglement"] != [3, 11, 4] and rendu["reglement"][0] == 3


@pytest.mark.lent
def test_hors_d_une_classe_rien_ne_change() -> None:
    rendu = _juger("", QUI_RECOPIE)
    assert rendu["reglement"] == [3, 11, 4]
    assert rendu["points"][QUI_RECOPIE][0] == rendu["points"][QUI_RECOPIE][1]


def test_deux_classes_ont_deux_mondes_visibles() -> None:
    code = (
        "from chatmairie.echecs import catalogue; from chatmairie.juge import jugement; "
        "print(jugement.sujet_public(catalogue.exercice('donnees.taux')).verite['taux']['jour_depot'])"
    )
    vus = set()
    for classe in ("", "7", "8", "7"):
        variables = {n: v for n, v in os.environ.items() if n != "CHATMAIRIE_CLASSE"} | {"CHATMAIRIE_CLASSE": classe}
        vus.add(
            subprocess.run(
                [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=variables
            ).stdout
        )
    assert len(vus) == 3
