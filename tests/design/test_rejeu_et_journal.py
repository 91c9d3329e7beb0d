"""La première semaine : rien n'est écrit d'avance, et aucun tort n'est lié à un âge, un prénom ou une origine."""

from __future__ import annotations

import numpy as np
import pytest

from chatmairie.echecs import catalogue
from chatmairie.echecs.commun.distribution import prenoms
from chatmairie.echecs.design.journal import PERTES, tirer_journal
from chatmairie.echecs.design.rejeu import DEMANDES, defauts_de_la_page_naive, rejouer
from chatmairie.echecs.design.remedes import rejouer_avec
from chatmairie.juge import jugement
from outils import banque


def test_deux_rejeux_de_meme_graine_sont_les_memes() -> None:
    un, autre = rejouer(5), rejouer(5)
    assert un.echanges.equals(autre.echanges) and un.journal.equals(autre.journal)
    assert not rejouer(6).journal.equals(un.journal)
    un.echanges["chance"] = 0
    assert rejouer(5).echanges["chance"].sum() > 0, "une table modifiée n'abîme pas les autres"


@pytest.mark.parametrize("graine", [0, 3, 41, 2026])
def test_tout_le_monde_est_compris_et_presque_personne_ne_reussit(graine: int) -> None:
    echanges = rejouer(graine).echanges
    assert echanges.groupby("cle").size().eq(DEMANDES).all() and echanges["cle"].nunique() == 10
    assert echanges["compris"].mean() > 0.95
    assert echanges["registre_reponse"].eq("familier").mean() > 0.9
    assert echanges.groupby("cle")["chance"].mean().max() < 0.4


@pytest.mark.parametrize("graine", [0, 3, 41, 2026])
def test_le_journal_montre_des_usagers_des_agents_et_des_participants(graine: int) -> None:
    journal = rejouer.journal_du_juge(graine)
    torts = journal[journal["tort"]]
    assert set(torts["source"]) >= {"feuille d'heures", "atelier", "standard"}
    assert not torts["usager"].all() and torts["pertes"].map(lambda p: set(p) <= set(PERTES)).all()
    assert not journal["tort"].all() and "tort" not in rejouer(graine).journal
    assert {"Rayan", "Margaux", "Étienne"} <= set(torts["personne"])


def test_sans_echec_le_journal_n_a_aucun_tort() -> None:
    echanges = rejouer(1).echanges.assign(reussi=True)
    assert not tirer_journal(np.random.default_rng(0), echanges)["tort"].any()


def test_un_figurant_n_est_lie_a_aucun_tort() -> None:
    """Sur deux cents journaux, les prénoms des proches et des participants sont tirés sans préférence."""
    echanges = rejouer(1).echanges
    comptes = dict.fromkeys(prenoms(), 0)
    for graine in range(200):
        journal = tirer_journal(np.random.default_rng(graine), echanges)
        for qui in journal.loc[journal["tort"], "personne"]:
            prenom = qui.split(",")[0]
            if prenom in comptes:
                comptes[prenom] += 1
    attendu = sum(comptes.values()) / len(comptes)
    assert max(comptes.values()) < 3 * attendu


def test_la_page_mise_en_ligne_a_les_defauts_que_raconte_le_journal() -> None:
    codes = set(defauts_de_la_page_naive())
    assert {"souris_seule", "reponse_non_annoncee", "contraste", "deborde", "champ_sans_etiquette"} <= codes


@pytest.mark.parametrize("absurde", ["2026", -1, 1.5, None, True])
def test_une_graine_absurde_recoit_une_phrase(absurde: object) -> None:
    with pytest.raises((TypeError, ValueError), match="graine"):
        rejouer(absurde)


def test_rejouer_avec_de_bonnes_reponses_ne_laisse_personne_de_cote() -> None:
    pieces = {
        nom: banque.executer(banque.justes(f"design.{exercice}")[0])[nom]
        for exercice, nom in (
            ("reformuler", "reformuler"), ("interface", "interface_html"), ("equilibrer", "equilibrer"),
        )
    }  # fmt: skip
    reprise = rejouer_avec(2026, **pieces)
    assert not reprise.manque and not reprise.defauts
    assert reprise.personnes["apres"].min() >= 75 and reprise.personnes["dossier"].min() >= 75
    assert (reprise.personnes["apres"] - reprise.personnes["avant"]).min() >= 40
    assert reprise.personnes["apres"].max() - reprise.personnes["apres"].min() <= 15


def test_rejouer_sans_reponse_ou_avec_une_erreur_dit_quoi_faire() -> None:
    vide = rejouer_avec(2026, reformuler=..., interface_html=..., equilibrer=...)
    assert "écrivez d'abord" in vide.manque and "`equilibrer`" in vide.manque
    casse = rejouer_avec(2026, reformuler=lambda m, c: 1 / 0, interface_html=lambda r: "", equilibrer=lambda c: c)
    assert "s'arrête" in casse.manque


@pytest.mark.lent
@pytest.mark.parametrize("graine", range(1, 9001, 450))
def test_le_journal_de_chacun_permet_de_repondre(graine: int) -> None:
    exercice = catalogue.exercice("design.personnes")
    for reponse in banque.justes("design.personnes"):
        espace = banque.espace_du_carnet(banque.carnet_de("design.personnes"), graine)
        rendu = jugement.juger(exercice, banque.executer(reponse, espace), [jugement.sujet_public(exercice)])
        assert rendu.verdict.points == exercice.points, banque.carte(rendu)
