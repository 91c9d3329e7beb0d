"""Ce que montre le module : chaque figure se lit en texte, chaque manette à tous ses réglages."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from chatmairie.echecs.design import discussion as discussion_du_cours
from chatmairie.echecs.design import paris, vues
from chatmairie.echecs.design.discussion import Discussion, discuter_avec
from chatmairie.echecs.design.mecanisme import EXEMPLE
from chatmairie.echecs.design.monde import COMPTE_RENDU
from chatmairie.echecs.design.page import defauts
from chatmairie.echecs.design.rejeu import rejouer
from chatmairie.echecs.design.remedes import essayer_les_remedes
from outils import banque
from tests.affichage.test_affichage_navigateur import violations


def test_les_figures_disent_ce_qu_elles_montrent() -> None:
    rejeu = rejouer(2026)
    texte = vues.figure_personnes(rejeu).corps_texte()
    assert "sur 300" in texte and "hypothèses du cours" in texte and "Données synthétiques" in texte
    assert texte.index("Nadège") < texte.index("Margaux"), "la moins bien servie en premier"
    assert "argot" in vues.figure_familiarite(rejeu).corps_texte()
    assert "93" in vues.montrer_scores().corps_texte()
    assert "0 sur 14" in vues.montrer_compte_rendu().corps_texte()
    assert "RGAA" in vues.montrer_page_en_ligne().corps_texte()
    assert "mon reuf" in vues.montrer_lexique().corps_texte()


def test_les_remedes_qui_echouent_echouent() -> None:
    essai = essayer_les_remedes(2026)
    assert essai.comprises["retirer les questions en argot"]["familier"] < 80
    assert essai.familieres["retirer les questions en argot"] > 80
    assert essai.familieres["retirer les lignes à réponse familière"] == 0
    assert max(essai.comprises["retirer les lignes à réponse familière"].values()) < 80
    assert "non." in paris.retirer(essai)


@pytest.mark.parametrize("graine", [2026, 5])
def test_sur_des_tournures_jamais_vues_retirer_l_argot_change_peu_et_jeter_des_lignes_beaucoup(graine: int) -> None:
    """Ce que disent le pari et le carnet. Mesuré sur 41 graines : -2 à +8 points pour l'argot ; 43 à 55 comprises sur
    100 quand on ne garde que les lignes à réponse claire, contre 75 à 82."""
    essai = essayer_les_remedes(graine)
    tout, sans_argot, claires = essai.neuves.values()
    assert abs(tout["familier"] - sans_argot["familier"]) <= 10
    assert np.mean(list(claires.values())) < np.mean(list(tout.values())) - 15
    assert essai.lignes["retirer les lignes à réponse familière"] < 0.2 * essai.lignes["tout garder"]
    assert f"({tout['familier']} puis {sans_argot['familier']} sur 100)" in paris.retirer(essai)
    assert "jamais vues" in vues.figure_remedes(essai).corps_texte()


def test_la_manette_ne_nomme_pas_la_moins_bien_servie_quand_toutes_le_sont_autant() -> None:
    assert "pour chacune" in vues.montrer_personnes("claire", "sans_defaut", 1.0, 1.0).legende
    avec, sans = (
        vues.montrer_personnes("administrative", "sans_defaut", 1.0, 1.0, jargon=x, longueur=x).lignes
        for x in (1.0, 0.0)
    )
    assert float(avec[0][2]) < 10 < float(sans[0][2]), "les quatre constantes se déplacent"


def test_les_devoilements_se_lisent() -> None:
    assert "Personne n'a demandé" in paris.atelier(COMPTE_RENDU)
    assert "sur 300" in paris.combien(rejouer(2026))
    assert paris.score(vues.TROIS_REPONSES).startswith("dans l'ordre, argot")


@pytest.mark.parametrize("manette", [lambda: vues.manette_part(7), vues.manette_personnes])
def test_une_manette_calcule_a_tous_ses_extremes(manette) -> None:
    ouverte = manette()
    for valeurs in ouverte.extremes():
        ouverte.regler(**valeurs)
        assert ouverte.resultat.corps_texte() and ouverte.erreur is None


def test_la_conversation_garde_tout_et_dit_ce_qui_ne_va_pas() -> None:
    discussion = Discussion(rejouer(2026).assistant)
    assert discussion.dire("koman avoir la karte de biblio")
    assert "Écrivez" in discussion.dire("   ") and "raccourcissez" in discussion.dire("a" * 501)
    discussion.dire("<b>la piscine</b> ouvre quand ?")
    assert len(discussion.historique) == 4
    html = discussion._repr_html_()
    assert 'role="log"' in html and "<b>la piscine" not in html and "une IA" in html


def test_la_conversation_se_mene_avec_les_vrais_widgets() -> None:
    discussion = Discussion(rejouer(2026).assistant)
    champ, bouton = discussion.vue().children[1].children
    champ.value = "la piscine ouvre à quelle heure ?"
    bouton.click()
    assert champ.value == "" and "piscine" in discussion.vue().children[0].value
    champ.value = "a" * 600
    bouton.click()
    assert len(champ.value) == 600, "une question refusée reste dans le champ"


def test_la_touche_entree_envoie_le_texte_entier_et_tabulation_n_envoie_rien(monkeypatch: pytest.MonkeyPatch) -> None:
    """La touche Entrée est dite avant le texte : c'est le texte qui arrive ensuite qui est envoyé."""

    async def seance() -> Discussion:
        discussion = Discussion(rejouer(2026).assistant)
        champ, _bouton = discussion.vue().children[1].children
        champ.value = "la pis"  # Tabulation : rien ne part
        assert discussion.historique == []
        champ._handle_string_msg(None, {"event": "submit"}, None)
        assert discussion.historique == [], "on attend le texte"
        champ.value = "la piscine, quels horaires ?"
        assert discussion.historique[0] == ("Vous", "la piscine, quels horaires ?") and champ.value == ""
        champ._handle_string_msg(None, {"event": "submit"}, None)
        await asyncio.sleep(0.01)  # la même boucle : ce qui devait venir avant est venu
        return discussion

    monkeypatch.setattr(discussion_du_cours, "DELAI_S", 0.0)
    with ThreadPoolExecutor(1) as ailleurs:  # une boucle peut déjà tourner ici (celle du navigateur)
        discussion = ailleurs.submit(lambda: asyncio.run(seance())).result()
    assert len(discussion.historique) == 2 and "Écrivez" in discussion.erreur


def test_discuter_avec_dit_ce_qui_manque() -> None:
    rejeu = rejouer(2026)
    assert "exercice 5" in discuter_avec(..., rejeu).corps_texte()
    assert "pas pu apprendre" in discuter_avec(lambda c: c.head(0), rejeu).corps_texte()
    assert "Votre assistant" in discuter_avec(lambda c: c, rejeu, "la piscine").corps_texte()


def _page_de_reference(erreur: str) -> str:
    reponse = next(r for r in banque.justes("design.interface") if r.nom == "juste_gabarit")
    return banque.executer(reponse)["interface_html"]({**EXEMPLE, "erreur": erreur})


@pytest.mark.navigateur
@pytest.mark.parametrize("erreur", ["", "Votre message est vide : écrivez votre question."])
def test_la_page_de_reference_n_a_aucune_violation_meme_petite_et_agrandie(navigateur, erreur: str) -> None:
    html = _page_de_reference(erreur)
    assert defauts(html) == []
    for largeur, agrandi in ((1000, "100%"), (1000, "200%"), (320, "100%"), (640, "200%")):
        onglet = navigateur.new_page(viewport={"width": largeur, "height": 800})
        onglet.set_content(html)
        onglet.add_style_tag(content=f"html{{font-size:{agrandi}}}")
        assert violations(onglet) == []
        assert onglet.evaluate("document.documentElement.scrollWidth") <= largeur
        onglet.close()
