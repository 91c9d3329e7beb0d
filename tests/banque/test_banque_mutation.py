"""Chaque contrôle sert : s'il réussissait toujours, une réponse au moins gagnerait des points."""

from __future__ import annotations

from dataclasses import replace

import pytest

from chatmairie.echecs import catalogue
from chatmairie.juge import jugement
from chatmairie.juge.exercice import Exercice
from outils import banque

pytestmark = pytest.mark.lent

CONTROLES = [(i, c.code) for i in banque.identifiants() for c in catalogue.exercice(i).controles]


def _sans(exercice: Exercice, code: str) -> Exercice:
    controles = [replace(c, examiner=lambda _s, _r: None) if c.code == code else c for c in exercice.controles]
    return replace(exercice, controles=tuple(controles))


@pytest.mark.parametrize(("identifiant", "code"), CONTROLES)
def test_un_controle_toujours_reussi_fait_gagner_une_reponse(
    identifiant: str, code: str, enregistrees: dict[str, banque.Enregistrement]
) -> None:
    exercice = catalogue.exercice(identifiant)
    if code == jugement.FORME:
        # Sans la forme, rien ne se lit : le juge refuse tout, quel que soit ce contrôle. Il sert donc si une
        # réponse le manque, et si une autre le réussit en manquant le reste.
        perdus = [banque.rejuger(e).verdict for e in _de(identifiant, enregistrees)]
        assert any(code in {x.controle for x in v.echecs} for v in perdus)
        assert any(code in v.reussis and v.echecs for v in perdus)
        return
    mutant = _sans(exercice, code)
    gagnantes = [
        e.reponse.nom
        for e in _de(identifiant, enregistrees)
        if code in {x.controle for x in banque.rejuger(e).verdict.echecs}
        and banque.rejuger(e, mutant).verdict.points > e.reponse.points
    ]
    assert gagnantes, f"personne ne manque « {code} », ou un autre contrôle le cache toujours"


def test_aucun_controle_ne_s_arrete_sur_une_erreur(enregistrees: dict[str, banque.Enregistrement]) -> None:
    for enregistre in (enregistrees[str(r)] for r in banque.toutes()):
        familles = {e.constat.famille for e in banque.rejuger(enregistre).verdict.echecs}
        assert jugement.JUGE_EN_DEFAUT not in familles, str(enregistre.reponse)


def test_retirer_un_controle_ne_fait_rien_perdre(enregistrees: dict[str, banque.Enregistrement]) -> None:
    """Le contrôle remplacé ne peut qu'aider : sinon les points ne s'additionnent pas comme annoncé."""
    exercice = catalogue.exercice("donnees.surveiller")
    for controle in exercice.controles[1:]:
        for enregistre in _de("donnees.surveiller", enregistrees):
            mute = banque.rejuger(enregistre, _sans(exercice, controle.code)).verdict
            suivent = sum(c.points for c in exercice.controles if controle.code in c.depend_de)
            assert 0.0 <= mute.points - enregistre.reponse.points <= controle.points + suivent


def _de(identifiant: str, enregistrees: dict[str, banque.Enregistrement]) -> list[banque.Enregistrement]:
    return [enregistrees[str(r)] for r in banque.charger(identifiant)]
