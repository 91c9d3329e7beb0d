"""Ce qui se montre a un équivalent texte, et chaque manette calcule quelque chose à chacun de ses réglages."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from chatmairie.echecs import catalogue
from chatmairie.echecs.acte.collecte import fichier_collecte
from chatmairie.echecs.campagne import vues
from chatmairie.echecs.campagne.exercices.incident import ETAPES
from chatmairie.echecs.campagne.monde import TEXTES
from chatmairie.echecs.campagne.rejeu import rejouer
from chatmairie.echecs.campagne.remedes import REMEDES, essayer_les_remedes, rejouer_avec, torts_de_la_regle
from chatmairie.echecs.campagne.vues import (
    manette_canaux,
    manette_regles,
    manette_telephone,
    messages_recus,
    telephone_de,
)
from chatmairie.juge.exercice import Exercice

REJEU = rejouer(2026)


def bonnes() -> dict:
    """Les quatre fonctions du chemin sans code, bien choisies."""
    decisions = {
        "campagne.publier": {"regle": "public_et_valide"},
        "campagne.consentir": {
            "accord": "dernier_mot_ce_canal",
            "ordre": "date_de_l_evenement",
            "preuve": "preuves_valables",
            "ecarter": ["trop_jeunes", "partis_ou_decedes", "contacts_non_verifies", "contacts_en_double"],
        },
        "campagne.composer": {"pour": "gouts_declares", "dire": ["expediteur", "raison", "stop"]},
        "campagne.valider": {
            "echantillon": "un_de_chaque_genre",
            "depart": "personne_habilitee_et_horaires",
            "autres_canaux": ["guichet", "appel"],
        },
    }
    return {k: v for i, d in decisions.items() for k, v in catalogue.exercice(i).choix.produire(d).items()}


@pytest.mark.parametrize(
    "montre",
    [
        lambda: vues.montrer_collecte(fichier_collecte(2026)),
        lambda: vues.montrer_origines(REJEU),
        lambda: vues.montrer_agenda(REJEU.evenements),
        lambda: vues.montrer_accords(REJEU),
        lambda: vues.montrer_accords(REJEU, "fatoumata"),
        lambda: vues.montrer_personnes(REJEU),
        lambda: vues.montrer_etapes(ETAPES),
        lambda: vues.montrer_fuites(REJEU),
        lambda: vues.figure_qui_avait_demande(REJEU),
        lambda: vues.figure_remedes(essayer_les_remedes(2026)),
        lambda: manette_telephone(2026),
        lambda: manette_regles(2026),
        lambda: manette_canaux(2026),
    ],
)
def test_tout_ce_qui_se_montre_se_lit_en_texte(montre) -> None:
    objet = montre()
    texte, html = objet.corps_texte(), objet._repr_html_()
    assert len(texte) > 80 and "nan" not in texte and "None" not in texte
    assert 'lang="fr"' in html and "aria-label" in html


@pytest.mark.parametrize("fabrique", [manette_telephone, manette_regles, manette_canaux])
def test_chaque_manette_calcule_a_tous_ses_reglages_extremes(fabrique) -> None:
    manette = fabrique(2026)
    vus = set()
    for reglage in manette.extremes():
        manette.regler(**reglage)
        assert manette.erreur is None, (reglage, manette.erreur)
        vus.add(manette.resultat.corps_texte())
    assert len(vus) >= 2


def test_les_regles_de_la_manette_sont_celles_des_exercices() -> None:
    options = {o: e.choix.options[o].valeurs for e in catalogue.tous().values() if isinstance(e, Exercice) and e.choix
               for o in e.choix.options}  # fmt: skip
    assert set(TEXTES["accords"]) <= set(options["accord"]) and set(TEXTES["agendas"]) <= set(options["regle"])


def test_un_telephone_montre_ce_que_la_personne_a_recu() -> None:
    qui = REJEU.personnes[REJEU.personnes["prenom"].eq("Fatoumata")].iloc[0]["id_personne"]
    telephone = telephone_de(REJEU, qui, 4)
    assert telephone.messages == list(REJEU.textes.values())[:4] and telephone.reste == len(REJEU.textes) - 4
    assert "autres messages" in telephone.corps_texte() and "Jean-Mi" in telephone.corps_html()
    karim = REJEU.personnes[REJEU.personnes["prenom"].eq("Karim")].iloc[0]["id_personne"]
    assert messages_recus(REJEU, karim) == [] and "Aucun message" in telephone_de(REJEU, karim).corps_texte()
    with pytest.raises(ValueError, match="id_personne"):
        telephone_de(REJEU, "P-inconnu")
    assert set(REJEU.situations["situation"]) <= set(TEXTES["situations"])


def test_les_remedes_plausibles_ne_suffisent_pas() -> None:
    for graine in (2026, 5, 31, 77):
        essai = essayer_les_remedes(graine)
        assert set(essai.torts) == set(REMEDES)
        stop = essai.torts["ajouter « STOP », et respecter les non"]
        assert stop["sans_accord"] > 500 and stop["malgre_un_non"] == 0 and stop["oublies"] > 0
        noms = essai.torts["retirer les entrées où figure un prénom d'agent"]
        assert noms["agents"] == 0 and noms["habitants"] == 1
        assert 0 < essai.internes_restants < essai.internes
        assert essai.ailleurs_restants == essai.ailleurs


def test_la_bonne_regle_ne_lese_personne() -> None:
    for graine in (2026, 5, 31):
        assert set(torts_de_la_regle(graine, "dernier_mot_ce_canal", "public_et_valide").values()) == {0}


# --- Rejouons -----------------------------------------------------------------------------------------


def test_rejouer_avec_de_bonnes_reponses_ne_lese_plus_personne() -> None:
    reprise = rejouer_avec(2026, **bonnes())
    assert reprise.manque == "" and reprise.envoyer
    assert set(reprise.apres.values()) == {0} and sum(reprise.avant.values()) > 1000
    assert reprise.portee_avant.loc["sans téléphone", "joints"] == 0
    assert reprise.portee_apres.loc["sans téléphone", "joints"] > 30
    texte = vues.figure_avant_apres(reprise).corps_texte()
    assert "Fatoumata" in texte and "Aucun message" in texte and "STOP" in texte


def test_rejouer_dit_ce_qui_manque() -> None:
    reprise = rejouer_avec(2026, **{**bonnes(), "composer": ..., "plan_denvoi": ...})
    assert "`composer`, `plan_denvoi`" in reprise.manque
    assert "écrivez d'abord" in vues.figure_avant_apres(reprise).corps_texte()


@pytest.mark.parametrize(
    ("change", "mot"),
    [
        ({"evenements_publiables": lambda e: e.head(0)}, "ne publiez rien"),
        ({"destinataires": lambda p, c, x: p.head(0)}, "n'écrivez à personne"),
        ({"composer": lambda p, e: 1 / 0}, "s'arrête"),
        ({"destinataires": lambda p, c, x: [1]}, "DataFrame"),
        ({"plan_denvoi": lambda m, c: {}}, "autres_canaux"),
    ],
)
def test_rejouer_raconte_une_reponse_qui_ne_tourne_pas(change: dict, mot: str) -> None:
    reprise = rejouer_avec(2026, **{**bonnes(), **change})
    assert mot in reprise.manque and reprise.messages is None


def test_un_plan_qui_n_envoie_rien_se_voit() -> None:
    def jamais(messages: pd.DataFrame, contexte: dict) -> dict:
        return {"combien": len(messages), "echantillon": [], "envoyer": np.bool_(False), "autres_canaux": ["appel"]}

    reprise = rejouer_avec(2026, **{**bonnes(), "plan_denvoi": jamais})
    assert not reprise.envoyer and reprise.apres["oublies"] > 500
    assert "n'envoie rien" in vues.figure_avant_apres(reprise).corps_texte()
