"""Ce que montre le carnet 41 : chaque figure dit ses chiffres en texte, et ces chiffres sont ceux du rejeu."""

from __future__ import annotations

import pandas as pd
import pytest

from chatmairie.echecs import catalogue
from chatmairie.echecs.acte import vues
from chatmairie.echecs.acte.monde import CHAMPS
from chatmairie.echecs.acte.paris import PARIS
from chatmairie.echecs.acte.rejeu import avec_un_code_de, rejouer
from chatmairie.echecs.acte.remedes import champs_avant, mesurer, rejouer_avec
from chatmairie.echecs.acte.vues import montrer_champs, montrer_fiche, montrer_moyens
from chatmairie.juge import jugement
from outils import banque


@pytest.fixture(scope="module")
def reprise():
    pieces = {}
    for identifiant in ("acte.minimiser", "acte.politique", "acte.regler_code", "acte.notifier"):
        pieces |= banque.executer(banque.justes(identifiant)[1])
    return rejouer_avec(2026, **pieces)


def test_la_figure_des_attaquants_compte_ce_qui_est_arrive() -> None:
    rejeu = rejouer(2026)
    texte = repr(vues.figure_attaquants(rejeu))
    assert f"{int(rejeu.deroule.demandes['a_tort'].sum())} actes sont partis" in texte
    dehors = int(rejeu.deroule.demandes["dehors"].sum())
    assert f"{dehors} personnes sur" in repr(vues.figure_dehors(rejeu))


def test_la_collecte_montree_est_le_fichier_garde() -> None:
    rejeu = rejouer(2026)
    texte = repr(vues.montrer_collecte(rejeu))
    assert str(int(rejeu.collecte["telephone"].ne("").sum())) in texte and "carnet 42" in texte
    assert champs_avant(rejeu.deroule.demandes) < len(CHAMPS) * len(rejeu.collecte)


def test_rejouer_avec_rien_dit_quoi_ecrire() -> None:
    def a_ecrire(demande): ...

    texte = repr(vues.figure_avant_apres(rejouer_avec(3, politique=..., champs_necessaires=a_ecrire)))
    assert "écrivez d'abord" in texte and "politique" in texte and "champs_necessaires" in texte


def test_rejouer_avec_une_reponse_qui_plante_ne_leve_rien() -> None:
    reponse = rejouer_avec(
        3,
        champs_necessaires=lambda d: {"nom"},
        politique=lambda d: d["absent"],
        REGLAGE_CODE={},
        notifier=str,
        journaliser=dict,
    )
    assert "Le rejeu s'arrête" in reponse.manque


def test_rejouer_avec_de_bonnes_reponses_protege_et_sert(reprise) -> None:
    d = reprise.demandes
    reserve = d["acte"].ne("extrait sans filiation")
    autre = d["demandeur"].ne("la personne")
    assert int((d["a_tort"] & reserve).sum()) > 40
    assert not (d["apres"].eq("servi") & autre & reserve).any()
    assert d.loc[~autre, "apres"].isin(("servi", "pas_besoin")).all()
    assert d["champs"].sum() < champs_avant(d) / 4
    texte = repr(vues.figure_avant_apres(reprise))
    assert "Et Camille" in texte and "Minutes" in texte and "nan" not in texte


def test_la_manette_du_code_est_une_fonction_de_ses_reglages() -> None:
    court = repr(vues.montrer_code(1, 4, 5, 10, "contact_verifie", "demande", "non"))
    long = repr(vues.montrer_code(1, 8, 5, 10, "contact_verifie", "demande", "non"))
    assert court != long
    chat = [repr(vues.montrer_code(1, n, 5, 10, "chat", "demande", "non")) for n in (4, 8)]
    assert all("980" in texte for texte in chat)


def test_la_manette_des_champs_compte_les_reponses() -> None:
    assert "24000 réponses" in repr(vues.montrer_fichier(1, tuple(CHAMPS)))
    assert "Rien n'est gardé" in repr(vues.montrer_fichier(1, ()))


def test_la_fiche_dit_ce_qui_n_est_pas_etabli() -> None:
    texte = repr(montrer_fiche())
    assert "à vérifier" in texte and "choix du cours" in texte and "à relire" in texte
    assert "PACS" in texte and "acte de décès" in texte and "avis CADA" not in texte
    assert all(champ in repr(montrer_champs()) for champ in CHAMPS)


def test_chaque_moyen_d_une_demande_est_explique() -> None:
    demandes = jugement.sujet_public(catalogue.exercice("acte.politique")).entrees["demandes"]
    texte = repr(montrer_moyens())
    assert all(moyen in texte for demande in demandes for moyen in demande["moyens"])


def test_les_paris_se_devoilent_avec_les_chiffres_du_rejeu() -> None:
    rejeu, mesures = rejouer(2026), mesurer(2026, 500)
    donnees = {
        "acte.combien": (rejeu,),
        "acte.qui_dehors": (rejeu,),
        "acte.code_plus_long": (rejeu.deroule, avec_un_code_de(2026, 8)),
        "acte.questions": (mesures,),
    }
    for pari in PARIS:
        phrase = pari.devoilement(*donnees[pari.identifiant])
        assert any(c.isdigit() for c in phrase) and phrase.endswith((".", "»"))


@pytest.mark.parametrize("graine", [2026, 3, 13])
def test_un_code_plus_long_n_arrete_aucun_proche_et_bloque_d_honnetes_gens(graine: int) -> None:
    """Mesuré sur 45 numéros : autant d'actes obtenus ; 32 à 54 personnes bloquées avec 4 chiffres, 117 à 168 avec 8."""
    avant, apres = rejouer(graine).deroule.demandes, avec_un_code_de(graine, 8).demandes
    proche, elle = avant["demandeur"].eq("proche"), avant["demandeur"].eq("la personne")
    assert (proche & avant["a_tort"]).sum() == (proche & apres["a_tort"]).sum() > 20
    assert (elle & apres["etat"].eq("bloque")).sum() > 2 * (elle & avant["etat"].eq("bloque")).sum()
    with pytest.raises(ValueError, match="de 4 à 10"):
        avec_un_code_de(graine, 3)


@pytest.mark.parametrize("graine", [13, 21, 35])
def test_l_acte_de_camille_est_toujours_un_acte_reserve(graine: int) -> None:
    """Un extrait sans filiation s'ouvre à toute personne : la bonne politique le remettait, on le lui reprochait."""
    d = rejouer(graine).deroule.demandes
    assert d.loc[d["cle"].eq("camille"), "acte"].iloc[0] != "extrait sans filiation"


def test_le_journal_ne_dit_pas_d_un_extrait_sans_filiation_qu_il_cite_les_parents() -> None:
    for graine in range(1, 13):
        rejeu = rejouer(graine)
        d = rejeu.deroule.demandes
        filiation = d[d["a_tort"] & d["acte"].ne("extrait sans filiation")]["parents"].str.split(" et ").str[0]
        cites = rejeu.journal[rejeu.journal["texte"].str.contains("cité comme parent")]
        assert set(cites["personne"]) <= set(filiation)
        assert not pd.to_datetime(rejeu.journal["date"]).dt.day_of_week.eq(6).any()
