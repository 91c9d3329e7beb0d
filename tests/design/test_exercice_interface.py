"""`design.interface` : de bonnes pages écrites autrement passent ; chaque défaut d'une page coûte, et le dit."""

from __future__ import annotations

from html import escape

import pytest

from chatmairie.echecs.design.exercices.interface import EXERCICE
from chatmairie.echecs.design.mecanisme import EXEMPLE, composer_page, page_naive
from chatmairie.echecs.design.page import FEUILLE, REGLES
from chatmairie.juge.jugement import juger, sujets_au_hasard, sujets_de_notation

BONNES = {
    "champ": "etiquette",
    "envoyer": "bouton",
    "annonce": "polie",
    "erreur": "reliee",
    "couleurs": "sombres",
    "mesures": "souples",
    "dire_ia": "en_tete",
    "contact": "plusieurs",
}


def verdict(interface, mondes: int = 0):
    sujets = [s for _, s in sujets_au_hasard(EXERCICE, mondes)] if mondes else sujets_de_notation(EXERCICE)
    return juger(EXERCICE, {"interface_html": interface}, sujets).verdict


def bonne(reponse, **change):
    return composer_page({**BONNES, **change}, reponse)


def test_les_bonnes_decisions_tiennent_dans_vingt_mondes() -> None:
    assert verdict(bonne, 20).statut == "réussi"


@pytest.mark.parametrize("decision", sorted(EXERCICE.choix.options))
def test_chaque_decision_tentante_laisse_quelqu_un_dehors(decision: str) -> None:
    for valeur in EXERCICE.choix.options[decision].valeurs:
        juge = verdict(lambda reponse, v=valeur: bonne(reponse, **{decision: v}))
        assert (juge.statut == "réussi") == (valeur == BONNES[decision]), (decision, valeur)
        assert all(e.constat.phrase and e.constat.essayer for e in juge.echecs)


def test_la_page_mise_en_ligne_perd_partout_sauf_la_forme_et_le_texte() -> None:
    assert {e.controle for e in verdict(page_naive).echecs} == {
        "tout_y_est",
        "reponse_annoncee",
        "erreur_avec_son_champ",
        "commandes_au_clavier",
        "page_pour_tous",
    }


@pytest.mark.parametrize(
    "autrement",
    [
        lambda page: page.replace("\n", ""),
        lambda page: page.replace("<!DOCTYPE html>", ""),
        lambda page: page.replace("<main>", '<header><p>La mairie</p></header><main id="contenu">'),
        lambda page: page.replace("<body>", '<body><a href="#contenu">Aller au contenu</a>').replace(
            "<main>", '<main id="contenu">'
        ),
        lambda page: page.replace("<style>", f"<style>{FEUILLE}"),
        lambda page: page.replace("<style>", "<style>li { padding: 0.25rem; border-color: #ccc; } "),
        lambda page: page.replace("une IA", "intelligence artificielle"),
    ],
)
def test_la_meme_page_ecrite_autrement_passe(autrement) -> None:
    assert verdict(lambda reponse: autrement(bonne(reponse))).statut == "réussi"


def test_une_page_qui_vide_le_champ_de_texte_des_autres_ne_rapporte_rien() -> None:
    """Une page sans rapport avec la conversation ne garde que la forme."""
    for page in ("<html></html>", "<html><body>Bonjour</body></html>", bonne(EXEMPLE)):
        assert verdict(lambda reponse, p=page: p).points == 0.25


@pytest.mark.parametrize("refuse", ["opacity: .3", "filter: blur(4px)", "color: rgb(180 180 180)", "font: 7px serif"])
def test_un_style_que_le_juge_ne_connait_pas_est_nomme_et_refuse(refuse: str) -> None:
    juge = verdict(lambda reponse: bonne(reponse).replace("<main>", f'<main style="{refuse}">'))
    assert juge.points == 0.25 and refuse.split(":")[0] in juge.echecs[0].constat.observe


def test_ce_que_les_gens_ecrivent_ne_s_execute_pas() -> None:
    def brute(reponse):
        page = bonne(reponse)
        for message in reponse["historique"]:
            page = page.replace(escape(message["texte"]), message["texte"])
        return page

    assert [e.constat.famille for e in verdict(brute).echecs] == ["signes_avales"]


def test_chaque_defaut_que_le_juge_dit_a_sa_piste() -> None:
    from chatmairie.echecs.design.exercices import interface as i

    dits = {*i._INCONNUS, *i._ANNONCES, *i._COMMANDES, *i._ECRAN, *i._PAGE}
    assert dits <= {code for code, tort in i.F.contenu["torts"].items() if "essayer" in tort} and dits <= set(REGLES)


@pytest.mark.parametrize("absurde", [None, 3, b"<html>", ["<html>"], {"html": 1}, "", "bonjour", ...])
def test_une_reponse_absurde_recoit_une_phrase(absurde) -> None:
    juge = verdict(lambda reponse: absurde)
    assert juge.points == 0 and "juge_en_defaut" not in {e.constat.famille for e in juge.echecs}


@pytest.mark.lent
def test_des_elements_emboites_se_lisent_sans_erreur_du_juge() -> None:
    def emboitee(reponse):
        return bonne(reponse).replace("<main>", "<main>" + "<div>" * 230)

    juge = verdict(emboitee)
    assert "juge_en_defaut" not in {e.constat.famille for e in juge.echecs}
