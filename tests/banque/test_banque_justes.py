"""Les bonnes réponses ont le plein, partout : huit tirages du monde du cours, huit d'autres mairies.

`make mesures` en joue quarante, et publie les marges.
"""

from __future__ import annotations

import re

import pytest

from chatmairie.echecs import catalogue
from chatmairie.juge import jugement
from outils import banque, mesures_marges

MONDES = 16


@pytest.fixture(scope="session")
def bilan(enregistrees: dict[str, banque.Enregistrement]) -> mesures_marges.Bilan:
    return mesures_marges.bilan(enregistrees, MONDES)


@pytest.mark.complet
def test_chaque_bonne_reponse_a_le_plein_dans_seize_mondes(bilan: mesures_marges.Bilan) -> None:
    assert not bilan.refusees, "\n".join(bilan.refusees[:10])


@pytest.mark.complet
def test_aucune_bonne_reponse_ne_touche_un_seuil(bilan: mesures_marges.Bilan) -> None:
    for marge in bilan.marges:
        if marge.exercice == "donnees.taux":  # un arrondi au centième touche son seuil, par construction
            assert 0 <= marge.marge <= 0.005
        else:
            assert marge.marge >= 0.01 - 1e-9, marge


@pytest.mark.complet
def test_les_fausses_reponses_sont_loin_des_seuils(bilan: mesures_marges.Bilan) -> None:
    """Une fausse réponse n'est pas refusée d'un cheveu : elle dépasse le seuil d'au moins un tiers."""
    for marge in bilan.marges:
        if marge.proche is not None and marge.au_plus and marge.seuil < 0.5:
            assert marge.proche >= 4 / 3 * marge.seuil, marge


@pytest.mark.complet
def test_la_table_des_marges_se_publie(bilan: mesures_marges.Bilan) -> None:
    table = mesures_marges.en_markdown(bilan.marges)
    assert table.count("\n") == len(bilan.marges) + 1
    assert not re.search(r"\b(nan|None)\b", table)
    for identifiant in ("donnees.ecarter", "donnees.decider", "donnees.surveiller"):
        assert f"`{identifiant}`" in table


def test_les_sujets_frais_ne_sont_pas_ceux_de_la_notation() -> None:
    exercice = catalogue.exercice("donnees.taux")
    frais = list(mesures_marges.sujets_frais(exercice, 4))
    notation = jugement.sujets_de_notation(exercice)
    for sujet in frais:
        assert not any(sujet.entrees["archives"].equals(n.entrees["archives"]) for n in notation)
    taux = [s.verite["taux"]["jour_depot"] for s in frais]
    assert len({max(t, key=t.get) for t in taux}) > 1, "les mondes frais doivent compter d'autres mairies"


@pytest.mark.lent
@pytest.mark.parametrize("graine", range(1, 9001, 450))
@pytest.mark.parametrize("identifiant", [i for i in banque.identifiants() if i.endswith(".personnes")])
def test_le_journal_de_chacun_permet_de_repondre(identifiant: str, graine: int) -> None:
    """« qui est lésé ? » se juge dans le rejeu de l'élève : vingt numéros, en lisant le journal."""
    exercice = catalogue.exercice(identifiant)
    reponse = next(r for r in banque.justes(identifiant) if "rejeu.journal" in r.texte)
    productions = banque.executer(reponse, banque.espace_du_carnet(banque.carnet_de(identifiant), graine))
    assert productions["PERSONNES"]["graine"] == graine
    rendu = jugement.juger(exercice, productions, [jugement.sujet_public(exercice)])
    assert rendu.verdict.points == exercice.points, banque.carte(rendu)
