"""Chaque nombre et chaque personne d'une scène viennent du rejeu, pour plusieurs numéros ; express en est fait."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
import pytest

from chatmairie.affichage.jouer import JOUER, Jeu
from chatmairie.echecs import catalogue
from chatmairie.echecs.accueil.couverture import BONJOUR, ETAPES, EXPRESS, OUVRIR, Couverture, ouvrir_le_service
from chatmairie.echecs.acte import rejeu as acte
from chatmairie.echecs.acte.scenes import l_acte_de_camille
from chatmairie.echecs.bilan.rejouons import ville_de
from chatmairie.echecs.bilan.scenes import MESSAGE, PORTE, eteindre
from chatmairie.echecs.campagne import rejeu as campagne
from chatmairie.echecs.campagne.scenes import envoyer, la_suite_des_messages
from chatmairie.echecs.choix_ia import rejeu as choix_ia
from chatmairie.echecs.choix_ia.mecanisme import en_table
from chatmairie.echecs.choix_ia.scenes import DEMAIN, RIDEAU, SEMAINE, jour_apres_jour
from chatmairie.echecs.commun import craintes
from chatmairie.echecs.commun.merci import merci
from chatmairie.echecs.commun.souhait import le_maire_demande
from chatmairie.echecs.design import rejeu as design
from chatmairie.echecs.design.mecanisme import EXEMPLE, composer_page, page_naive
from chatmairie.echecs.design.scenes import QUESTION, avant_apres, ce_qu_on_entend, ecouter_la_page
from chatmairie.echecs.donnees import rejeu as donnees
from chatmairie.echecs.donnees.dossiers import autre_jour
from chatmairie.echecs.donnees.rejouons import Reprise
from chatmairie.echecs.donnees.scenes import la_pile, les_dossiers_reparaissent, un_autre_jour
from chatmairie.echecs.donnees.scenes import le_dernier_ecran as dernier_ecran_des_donnees
from chatmairie.echecs.express import ACTES, Express

COURS = Path(__file__).parents[1] / "course"
numeros = pytest.mark.parametrize("numero", [7, 2026, 4217])


def lu(objet) -> str:
    return re.sub(r"[\s\u00a0\u202f]+", " ", objet.corps_texte())


def bout(jeu: Jeu) -> Jeu:
    """Joue jusqu'à la fin, premier bouton à chaque fois."""
    for _ in range(200):
        pas = jeu.pas[jeu.courant]
        if not pas.suites:
            return jeu
        jeu.choisir(jeu.boutons[0], pas.saisie.attendu if pas.saisie else "")
        assert jeu.erreur == ""
    raise AssertionError("ce jeu ne finit pas")


# --- l'accueil ------------------------------------------------------------------------------------


def test_chatmairie_ecrit_le_premier_et_il_n_y_a_qu_un_bouton() -> None:
    jeu = ouvrir_le_service()
    assert BONJOUR in lu(jeu.ici) and jeu.boutons == [OUVRIR]


def test_la_couverture_a_les_carnets_et_les_minutes_qu_ils_annoncent() -> None:
    html = Couverture()._repr_html_()
    for chemin, _, _, minutes in ETAPES:
        source = (COURS / f"{chemin}.py").read_text(encoding="utf-8")
        assert int(re.search(r"Environ (\d+) minutes", source)[1]) == minutes and f'href="../{chemin}.ipynb"' in html
    assert len(ETAPES) + 1 == len(list(COURS.glob("*/[0-9][0-9]_*.py"))) and (COURS / f"{EXPRESS[0]}.py").is_file()


# --- le choix de l'IA -----------------------------------------------------------------------------


@numeros
def test_le_tableau_de_bord_et_le_rideau_comptent_ce_que_compte_le_rejeu(numero: int) -> None:
    rejeu = choix_ia.rejouer(numero)
    jeu = jour_apres_jour(rejeu)
    assert jeu.boutons == [DEMAIN, SEMAINE, RIDEAU] and "jour 1" in lu(jeu.ici)
    jeu.choisir(SEMAINE)
    assert f"Plaintes reçues : {int(rejeu.deroule.plaintes[:8].sum())} " in lu(jeu.ici)
    jeu.choisir(RIDEAU)
    table = en_table(rejeu.deroule, 8)
    pires = table.loc[table["sur_100"].eq(table["sur_100"].max()), "demandes"]
    assert any(f"{n} demandes" in lu(jeu.ici) for n in pires) and f"{table['echecs'].sum()} demandes" in lu(jeu.ici)
    assert f"jour {rejeu.retrait}" in lu(bout(jour_apres_jour(rejeu)).ici).lower()


# --- les données ----------------------------------------------------------------------------------


@numeros
def test_les_dossiers_de_la_pile_reparaissent_refuses_et_instruits_par_personne(numero: int) -> None:
    rejeu = donnees.rejouer(numero)
    archive = lu(bout(les_dossiers_reparaissent(rejeu)).ici)
    assert archive.count("Instruit par : (rien)") == 3 == archive.count("Réponse : refus")
    numeros_de_dossier = re.findall(r"Dossier (\d{4}-\d+)", archive)
    assert set(numeros_de_dossier) <= set(rejeu.archives["num_dossier"].astype(str).str.strip())
    pile = lu(la_pile(rejeu))
    assert "Pas même ouverts : 3" in pile and not set(numeros_de_dossier) & set(re.findall(r"\d{4}-\d+", pile))


@numeros
def test_la_lettre_de_lea_dit_ce_que_repond_la_machine_ce_jour_la(numero: int) -> None:
    rejeu = donnees.rejouer(numero)
    lea = rejeu.dossiers[rejeu.dossiers["prenom"].eq("Léa")].head(1)
    jeu = un_autre_jour(rejeu)
    for bouton, jour in jeu.pas["depot"].suites.items():
        jeu.choisir(bouton)
        prise = bool(rejeu.modele.accepte(autre_jour(lea, jour)).iloc[0])
        assert f"un {jour} : {'accepté' if prise else 'refusé'}" in lu(jeu.ici)
        jeu.courant = jeu.depart
    assert not rejeu.modele.accepte(lea).iloc[0] and "mercredi : refusé" in lu(jeu)


# --- le design ------------------------------------------------------------------------------------


@numeros
def test_la_reponse_au_deuil_est_celle_du_moteur(numero: int) -> None:
    rejeu = design.rejouer(numero)
    assert rejeu.assistant.repondre(QUESTION).texte in re.sub(r"[\u00a0]", " ", ecouter_la_page(rejeu).corps_texte())


def test_ce_qu_on_entend_suit_la_page() -> None:
    bonne = {"champ": "etiquette", "envoyer": "bouton", "annonce": "polie", "erreur": "reliee", "couleurs": "sombres",
             "mesures": "souples", "dire_ia": "en_tete", "contact": "plusieurs"}  # fmt: skip
    assert "Champ de texte, sans nom." in ce_qu_on_entend(page_naive(EXEMPLE))
    assert {"Champ de texte, Votre message.", "Bouton, Envoyer."} <= set(ce_qu_on_entend(composer_page(bonne, EXEMPLE)))
    assert "Bouton, Envoyer" in lu(avant_apres(lambda reponse: composer_page(bonne, reponse)))
    assert "interface_html" in lu(avant_apres(...)) and "Votre page" in lu(avant_apres(lambda r: 1 / 0))


# --- l'acte et la campagne ------------------------------------------------------------------------


@numeros
def test_l_acte_de_camille_est_joue_avec_la_conversation_du_rejeu(numero: int) -> None:
    rejeu = acte.rejouer(numero)
    jeu = l_acte_de_camille(rejeu)
    jeu.choisir(JOUER)
    jeu.choisir("Répondre", "1er janvier")
    assert jeu.erreur and jeu.courant == "carte", "ce que sait un proche est sur la carte"
    dite = lu(jeu)
    d = rejeu.deroule.demandes
    camille = d[d["cle"].eq("camille")].iloc[0]
    chat = rejeu.deroule.chat[rejeu.deroule.chat["demande_id"].eq(camille["demande_id"])]
    assert camille["a_tort"] and all(re.sub(r"\s+", " ", t) in dite for t in chat["texte"])
    assert "À qui l'avez-vous envoyé" in lu(bout(jeu).ici)


@numeros
def test_on_envoie_a_autant_de_numeros_que_le_fichier_en_a(numero: int) -> None:
    rejeu = campagne.rejouer(numero)
    numeros_du_fichier = rejeu.personnes.loc[rejeu.personnes["telephone"].ne(""), "telephone"].nunique()
    (bouton,) = envoyer(rejeu).boutons
    assert re.sub(r"\s", "", bouton) == f"Envoyerà{numeros_du_fichier}numéros"
    textes = [re.sub(r"\s+", " ", t) for t in rejeu.textes.values()]
    assert textes[1] in lu(envoyer(rejeu)) and textes[2] not in lu(envoyer(rejeu)), "la suite vient après le pari"
    suite = la_suite_des_messages(rejeu)
    suite.choisir(JOUER)
    assert textes[3] in lu(suite.ici) and "cardiologie" in textes[3]
    malade = rejeu.verite[rejeu.verite["sorte"].eq("sante")].iloc[0]["exposes"][0]
    assert malade in lu(bout(suite).ici) and "Tout le monde sait" in lu(suite.ici)


# --- le bilan -------------------------------------------------------------------------------------


@numeros
def test_on_eteint_et_quelqu_un_ecrit_encore(numero: int) -> None:
    jeu = eteindre(numero)
    assert f": {round(ville_de(numero).demandes_par_jour)} " in lu(jeu.ici)
    assert MESSAGE in lu(bout(jeu).ici) and PORTE in lu(jeu.ici)


@pytest.mark.parametrize("module", ["choix_ia", "donnees", "design", "acte", "campagne"])
def test_le_maire_demande_et_chatmairie_repond(module: str) -> None:
    assert "ChatMairie (IA)" in lu(le_maire_demande(module))


# --- express --------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def express() -> Express:
    return Express(4217)


@pytest.mark.parametrize("module", ACTES)
def test_chaque_acte_a_ses_scenes_son_pari_et_une_consequence_par_decision(express: Express, module: str) -> None:
    un = ACTES[module]
    pari = express.parier(module)
    assert lu(pari.ici).endswith(re.sub(r"[\s\u00a0]+", " ", catalogue.pari(un.pari).question))
    choisi = pari.boutons[0]
    pari.choisir(choisi)
    decider = express.decider(module)
    decider.choisir(decider.boutons[0])
    assert choisi.rstrip(".") in lu(decider.ici), "le pari est à côté de ce qui s'est passé"
    dites = set()
    decider.choisir("Décider")
    for bouton in list(decider.boutons):
        decider.choisir(bouton)
        assert express.decisions[module] == bouton
        dites.add(lu(decider.ici))
        decider.choisir("Essayer une autre décision")
    assert len(dites) >= 2, "deux décisions ne font pas la même chose"
    assert all(isinstance(express.scene(module, r), Jeu) for r in range(1, len(un.scenes) + 1))


def test_le_bilan_dit_les_decisions_prises(express: Express) -> None:
    assert express.decisions["bilan"] in lu(bout(express.bilan()).ici)


def test_un_autre_numero_change_les_consequences() -> None:
    assert lu(Express(7).decider("choix_ia")) != lu(Express(4217).decider("choix_ia"))


# --- le dernier écran -----------------------------------------------------------------------------


def test_le_dernier_ecran_nomme_qui_est_epargne_et_qui_ne_l_est_pas() -> None:
    """Deux réponses qui laissent attendre des enfants différents font deux écrans différents."""
    rejeu = donnees.rejouer(2026)
    en_regle = rejeu.decisions.index[rejeu.decisions["recevable"]]
    vus = set()
    for garde in (en_regle[:3], en_regle[-3:]):
        decisions = rejeu.decisions.assign(avant=rejeu.decisions["decision"], apres="accepter")
        decisions.loc[garde, "apres"] = "refuser"
        ecran = lu(dernier_ecran_des_donnees(Reprise(rejeu, "", decisions)))
        assert (
            "épargne quelqu'un : Léa" in ecran and decisions.loc[garde[0], "prenom"] in ecran.split("tout le monde")[1]
        )
        vus.add(ecran)
    assert len(vus) == 2


def test_le_dernier_ecran_rappelle_la_crainte_et_dit_ce_qui_manque(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(craintes, "lire", lambda: {"inscriptions": "exclusion"})
    manque = lu(dernier_ecran_des_donnees(Reprise(donnees.rejouer(2026), "Pour rejouer, écrivez d'abord : `decider`.")))
    assert "écrivez d'abord" in manque and "des gens ne pourront pas s'en servir" in manque and "Merci" in manque
    assert "vous n'en aviez pas écrit" in lu(merci("acte", "", "Camille.", ""))


def test_express_ne_montre_pas_de_code_et_n_a_rien_de_note() -> None:
    carnet = nbformat.read(COURS / f"{EXPRESS[0]}.ipynb", as_version=4)
    codes = [c for c in carnet.cells if c.cell_type == "code"]
    assert codes and all(c.metadata["jupyter"] == {"source_hidden": True} for c in codes)
    assert not any("nbgrader" in c.metadata for c in carnet.cells)
    attendues = {f'express.{geste}("{module}"' for module in ACTES for geste in ("parier", "scene", "decider")}
    assert not [a for a in attendues if not any(a in c.source for c in codes)]
