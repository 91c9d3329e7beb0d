"""Les corrigés : chaque solution a tous ses points, et l'erreur courante a bien l'effet annoncé."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from chatmairie.atelier.corriges import NOM, carte_du_corrige, fermer
from chatmairie.echecs import catalogue
from chatmairie.juge import jugement
from tests.banque import banque

pytestmark = pytest.mark.lent

FICHIERS = list(dict.fromkeys(carnet.parent / "corriges.yaml" for carnet in banque.carnets()))
CORRIGES: dict[str, Any] = {
    i: c for f in FICHIERS if f.is_file() for i, c in yaml.safe_load(f.read_text(encoding="utf-8")).items()
}
SOLUTIONS = [(i, rang) for i, c in CORRIGES.items() for rang in range(len(c["solutions"]))]


def test_chaque_exercice_a_son_corrige() -> None:
    assert list(CORRIGES) == banque.identifiants()
    assert all(len(c["solutions"]) == 2 and set(c["idee_recue"]) == {"idee", "effet"} for c in CORRIGES.values())


@pytest.mark.parametrize(("identifiant", "rang"), SOLUTIONS)
def test_une_solution_a_tous_les_points(identifiant: str, rang: int) -> None:
    solution = CORRIGES[identifiant]["solutions"][rang]
    reponse = replace(banque.charger(identifiant)[0], nom=f"corrige_{rang}", texte=solution["code"])
    exercice = catalogue.exercice(identifiant)
    rendu = jugement.juger(exercice, banque.executer(reponse), jugement.sujets_de_notation(exercice))
    assert rendu.verdict.points == exercice.points, banque.carte(rendu)
    assert solution["titre"] and solution["commentaire"].endswith(".")


@pytest.mark.parametrize("identifiant", CORRIGES)
def test_les_deux_solutions_sont_differentes(identifiant: str) -> None:
    premiere, seconde = (set(s["code"].split()) for s in CORRIGES[identifiant]["solutions"])
    communs = len(premiere & seconde) / min(len(premiere), len(seconde))
    assert communs < 0.85


@pytest.mark.parametrize("identifiant", CORRIGES)
def test_l_erreur_courante_a_l_effet_annonce(identifiant: str, enregistrees: dict[str, banque.Enregistrement]) -> None:
    preuve, effet = CORRIGES[identifiant]["preuve"], CORRIGES[identifiant]["idee_recue"]["effet"]
    enregistree = enregistrees[f"{identifiant}/{preuve['reponse']}"]
    rendu = banque.rejuger(enregistree)
    assert banque.famille(rendu) == preuve["famille"]
    annonce = re.search(r"vous gardez ([\d,]+) points? sur ([\d,]+)", effet, re.IGNORECASE)
    assert annonce, effet
    annonces = tuple(float(n.replace(",", ".")) for n in annonce.groups())
    assert annonces == (rendu.verdict.points, rendu.verdict.points_max)
    tout_parait_juste = banque.rejuger(enregistree, publics=True).verdict.points == rendu.verdict.points_max
    assert ("Tout paraît juste ici" in effet) == tout_parait_juste


@pytest.mark.parametrize("identifiant", CORRIGES)
def test_la_carte_du_corrige_se_lit(identifiant: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / NOM).write_text(fermer({identifiant: CORRIGES[identifiant]}), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    carte = carte_du_corrige(catalogue.exercice(identifiant), {"reussi_une_fois": True}, False)
    texte = carte.corps_texte()
    for solution in CORRIGES[identifiant]["solutions"]:
        assert solution["titre"][:12] in texte
        assert solution["code"].splitlines()[0] in texte
    assert CORRIGES[identifiant]["preuve"]["reponse"] not in texte
