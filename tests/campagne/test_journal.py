"""Le journal de la semaine : chaque tort s'y lit, des agents y sont, et la vérité du juge n'est pas montrée."""

from __future__ import annotations

import pytest

from chatmairie.echecs.campagne.journal import PERTES
from chatmairie.echecs.campagne.rejeu import rejouer
from chatmairie.echecs.commun.distribution import agents

GRAINES = [2026, *range(4, 400, 66)]


@pytest.mark.parametrize("graine", GRAINES)
def test_chaque_perte_se_lit_et_des_lignes_n_en_montrent_aucune(graine: int) -> None:
    journal = rejouer.journal_du_juge(graine)
    assert set(journal["perte"]) == {*PERTES, ""}
    assert journal["tort"].mean() < 0.9
    assert (journal["tort"] == journal["pertes"].map(bool)).all()


@pytest.mark.parametrize("graine", GRAINES)
def test_des_agents_sont_leses_et_jean_mi_en_est(graine: int) -> None:
    journal = rejouer.journal_du_juge(graine)
    leses = journal[journal["tort"] & journal["agent"]]
    assert len(leses) >= 6
    assert leses["personne"].str.startswith("Jean-Mi").sum() == 1
    assert not leses["usager"].any()


def test_la_verite_du_juge_n_est_pas_dans_le_journal_montre() -> None:
    assert set(rejouer(2026).journal) == {"ligne", "date", "source", "personne", "usager", "texte"}


@pytest.mark.parametrize("graine", GRAINES)
def test_les_nombres_cites_sont_ceux_du_rejeu(graine: int) -> None:
    rejeu = rejouer(graine)
    telephones = rejeu.personnes["telephone"]
    combien = f"{telephones[telephones.ne('')].nunique():,}".replace(",", " ")
    cites = rejeu.journal[rejeu.journal["texte"].str.contains("numéros")]
    assert len(cites) >= 6 and cites["texte"].str.contains(combien).all()


@pytest.mark.lent
def test_aucun_prenom_n_est_lie_a_un_tort() -> None:
    """Sur vingt rejeux, les agents exposés changent : nul n'est toujours celui que l'on sanctionne."""
    sanctionnes, soignes = set(), set()
    for graine in range(100, 120):
        rejeu = rejouer(graine)
        verite = rejeu.verite
        sanctionnes |= {n for noms in verite.loc[verite["sorte"].eq("discipline"), "exposes"] for n in noms}
        soignes |= {n for noms in verite.loc[verite["sorte"].eq("sante"), "exposes"] for n in noms}
    prenoms = {a.prenom for a in agents() if a.cle != "jean_mi"}
    assert sanctionnes == prenoms and soignes == prenoms
