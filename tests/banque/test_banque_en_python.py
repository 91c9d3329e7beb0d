"""« La même réponse en Python » : le texte écrit fait exactement ce que font les décisions."""

from __future__ import annotations

import ast
from typing import Any

import pytest

from chatmairie.atelier.en_python import en_python, montrer_en_python
from chatmairie.echecs import catalogue
from chatmairie.juge import jugement
from chatmairie.parcours import progres
from outils import banque

TROP_LONGUES = {"design.interface", "design.registre"}
"""Une page entière, un motif de mille signes : le corrigé en donne une plus courte."""


def decisions(reponse: banque.Reponse) -> dict[str, Any]:
    appel = ast.parse(reponse.texte).body[-1].value
    return {c.arg: ast.literal_eval(c.value) for c in appel.keywords}


def par_decisions() -> list[banque.Reponse]:
    """Les réponses de la banque qui ne sont qu'un `choisir(…)`, justes ou fausses."""
    trouvees = []
    for reponse in (r for r in banque.toutes() if "choisir" in r.nom):
        appel = getattr(ast.parse(reponse.texte).body[-1], "value", None)
        if isinstance(appel, ast.Call) and ast.unparse(appel.func) == "choisir":
            trouvees.append(reponse)
    return trouvees


@pytest.mark.filterwarnings("ignore::SyntaxWarning")  # une mauvaise idée s'écrit parfois en mauvais Python
@pytest.mark.parametrize("reponse", par_decisions(), ids=str)
def test_le_texte_ecrit_a_les_memes_points_que_les_decisions(reponse: banque.Reponse) -> None:
    exercice = catalogue.exercice(reponse.exercice)
    texte = en_python(exercice, decisions(reponse))
    if texte is None:
        assert reponse.exercice in TROP_LONGUES
        return
    assert "choisir(" not in texte and "decisions" not in texte and ".exercices" not in texte
    espace = banque.espace_du_carnet(banque.carnet_de(reponse.exercice))
    exec(compile(texte, f"<{reponse}>", "exec"), espace)
    productions = {nom: espace[nom] for nom in exercice.productions}
    verdict = jugement.juger(exercice, productions, (jugement.sujet_public(exercice),)).verdict
    assert verdict.points == reponse.visibles


def test_elle_ne_se_montre_qu_apres_une_reussite(monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    dites = {"ecart": "moitie", "comparer_a": "estimation"}
    montrer_en_python("choix_ia.alerter", **dites)
    assert "après une réussite" in capsys.readouterr().out
    monkeypatch.setattr(progres.Progres, "etat", lambda *_: {"statut": "réussi"})
    montrer_en_python("choix_ia.alerter", **dites)
    assert "def offres_a_justifier(offres, estimation)" in capsys.readouterr().out
    montrer_en_python("choix_ia.alerter", ecart="moitie")
    assert "comparer_a" in capsys.readouterr().out
