"""Chaque réponse de la banque obtient exactement ce que le barème lui doit, et une carte qui dit pourquoi."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import nbformat
import pytest

from chatmairie.echecs import catalogue
from chatmairie.juge import jugement
from chatmairie.juge.exercice import Exercice, vers_grade_id
from outils import banque

REPONSES = banque.toutes()


@pytest.mark.parametrize("reponse", REPONSES, ids=str)
def test_une_reponse_obtient_ce_qui_lui_est_du(
    reponse: banque.Reponse, enregistrees: dict[str, banque.Enregistrement]
) -> None:
    rendu = banque.rejuger(enregistrees[str(reponse)])
    publics = banque.rejuger(enregistrees[str(reponse)], publics=True)
    assert rendu.verdict.reussis == reponse.tient, banque.carte(rendu)
    assert publics.verdict.reussis == reponse.tient_ici, banque.carte(publics, publics=True)
    obtenu = (rendu.verdict.points, publics.verdict.points, banque.famille(rendu))
    assert obtenu == (reponse.points, reponse.visibles, reponse.famille), banque.carte(rendu)
    assert (_grave(rendu), _grave(publics)) == (reponse.grave, reponse.grave_ici)
    assert reponse.mot in re.sub("[\u00a0\u202f]", " ", banque.carte(rendu))


def _grave(rendu: jugement.Jugement) -> bool:
    return any(e.constat.grave for e in rendu.verdict.echecs)


@pytest.mark.parametrize("identifiant", banque.identifiants())
def test_la_banque_a_de_quoi_eprouver_chaque_exercice(identifiant: str) -> None:
    genres = [r.genre for r in banque.charger(identifiant)]
    assert genres.count("juste") >= 2
    assert genres.count("faux") >= 4
    assert genres.count("vide") == 1
    assert genres.count("triche") >= 1
    assert set(genres) == {"juste", "faux", "vide", "triche"}
    if catalogue.exercice(identifiant).choix is not None:
        assert any("choisir(" in r.texte for r in banque.justes(identifiant))
        assert any("choisir(" in r.texte for r in banque.charger(identifiant) if r.genre == "faux")


def test_la_banque_couvre_tous_les_exercices() -> None:
    """Ceux que l'on note et ceux qui sont en plus : le même juge, la même banque."""
    assert banque.identifiants() == [i for i, e in catalogue.tous().items() if isinstance(e, Exercice)]


@pytest.mark.parametrize("reponse", REPONSES, ids=str)
def test_le_genre_d_une_reponse_se_lit_dans_ses_points(reponse: banque.Reponse) -> None:
    maximum = catalogue.exercice(reponse.exercice).points
    assert reponse.visibles >= reponse.points
    if reponse.genre == "juste":
        assert (reponse.points, reponse.visibles, reponse.famille) == (maximum, maximum, "")
    elif reponse.genre == "faux":
        assert reponse.points < maximum and reponse.famille
    elif reponse.genre == "vide":
        assert (reponse.points, reponse.famille) == (0.0, banque.NON_TRAITE)


def test_des_reponses_justes_chez_nous_sont_fausses_ailleurs() -> None:
    cachees = {r.exercice for r in REPONSES if r.visibles == catalogue.exercice(r.exercice).points > r.points}
    assert {"donnees.enqueter", "donnees.ecarter", "donnees.surveiller"} <= cachees


@pytest.mark.parametrize("identifiant", banque.identifiants())
def test_la_reponse_vide_est_la_cellule_distribuee(
    identifiant: str, copies_distribuees: dict[Path, nbformat.NotebookNode]
) -> None:
    nom = vers_grade_id(identifiant)
    copie = copies_distribuees[banque.carnet_de(identifiant)]
    cellule = next(c for c in copie.cells if c.metadata.get("nbgrader", {}).get("grade_id") == nom)
    vide = next(r for r in banque.charger(identifiant) if r.genre == "vide")
    assert vide.texte == cellule.source.rstrip("\n")


@cache
def _solutions(carnet: Path) -> dict[str, Any]:
    espace = banque.espace_du_carnet(carnet)
    for cellule in banque.carnet_du_formateur(carnet).cells:
        meta = cellule.metadata.get("nbgrader", {})
        if cellule.cell_type == "code" and meta.get("solution"):
            exec(compile(cellule.source, meta["grade_id"], "exec"), espace)  # le texte du cours
    return espace


@pytest.mark.parametrize("identifiant", banque.identifiants())
def test_la_solution_du_carnet_a_le_plein(identifiant: str) -> None:
    """La cellule du formateur, telle qu'elle est dans la source du carnet, au milieu des autres solutions."""
    exercice = catalogue.exercice(identifiant)
    espace = _solutions(banque.carnet_de(identifiant))
    productions = {nom: espace[nom] for nom in exercice.productions}
    rendu = jugement.juger(exercice, productions, jugement.sujets_de_notation(exercice))
    assert rendu.verdict.points == exercice.points, banque.carte(rendu)


@pytest.mark.parametrize("identifiant", banque.identifiants())
def test_le_juge_entier_dit_comme_les_reponses_enregistrees(
    identifiant: str, enregistrees: dict[str, banque.Enregistrement]
) -> None:
    """Les essais rejugent des réponses enregistrées : ici, le code tourne pour de bon dans `juger`."""
    exercice = catalogue.exercice(identifiant)
    reponses = banque.charger(identifiant)
    fausses = [r for r in reponses if r.genre == "faux"]
    for reponse in (banque.justes(identifiant)[0], fausses[0], fausses[-1]):
        rendu = jugement.juger(exercice, banque.executer(reponse), jugement.sujets_de_notation(exercice))
        enregistre = banque.rejuger(enregistrees[str(reponse)])
        assert (rendu.verdict.points, rendu.verdict.reussis) == (enregistre.verdict.points, enregistre.verdict.reussis)
        assert banque.famille(rendu) == reponse.famille
