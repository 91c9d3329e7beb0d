"""Les corrigés : chaque solution est une réponse juste de la banque, et l'erreur courante a bien l'effet annoncé."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from chatmairie.atelier.corriges import NOM, carte_du_corrige, fermer
from chatmairie.carnets.banque import corrige, fichier, sections
from chatmairie.echecs import catalogue
from outils import banque

pytestmark = pytest.mark.lent

CORRIGES: dict[str, Any] = {i: corrige(fichier(banque.REPONSES, i)) for i in banque.identifiants()}


def _marquees(identifiant: str, marque: str) -> list[banque.Reponse]:
    """Les réponses que marquent les textes de la banque de cet exercice."""
    lues = sections(fichier(banque.REPONSES, identifiant))
    return [banque.reponse(identifiant, s.attributs[marque]) for s in lues if marque in s.attributs]


@pytest.mark.parametrize("identifiant", CORRIGES)
def test_un_corrige_a_deux_solutions_justes_et_une_idee_recue(identifiant: str) -> None:
    """Leurs points sont vérifiés avec ceux de toute la banque."""
    assert [r.genre for r in _marquees(identifiant, "corrige")] == ["juste", "juste"]
    assert [r.genre for r in _marquees(identifiant, "idee_recue")] == ["faux"]
    for solution in CORRIGES[identifiant]["solutions"]:
        assert solution["titre"] and solution["commentaire"].endswith(".")


@pytest.mark.parametrize("identifiant", CORRIGES)
def test_les_deux_solutions_sont_differentes(identifiant: str) -> None:
    premiere, seconde = (set(s["code"].split()) for s in CORRIGES[identifiant]["solutions"])
    communs = len(premiere & seconde) / min(len(premiere), len(seconde))
    assert communs < 0.85


@pytest.mark.parametrize("identifiant", CORRIGES)
def test_l_erreur_courante_a_l_effet_annonce(identifiant: str, enregistrees: dict[str, banque.Enregistrement]) -> None:
    (preuve,), effet = _marquees(identifiant, "idee_recue"), CORRIGES[identifiant]["idee_recue"]["effet"]
    enregistree = enregistrees[str(preuve)]
    rendu = banque.rejuger(enregistree)
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
    assert all(reponse.nom not in texte for reponse in _marquees(identifiant, "idee_recue"))
