"""Ce qu'un carnet appelle, lu comme le lit une personne (le texte des cartes)."""

from __future__ import annotations

import dataclasses
import json
import re
import sys
import time
import warnings
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
import yaml

import chatmairie
from chatmairie.atelier import gestes as atelier
from chatmairie.atelier.cartes_de_jugement import carte_du_jugement
from chatmairie.atelier.corriges import fermer
from chatmairie.echecs import catalogue
from chatmairie.juge import jugement, temps_limite
from chatmairie.parcours import progres
from tests.moteur.charge import calculer
from tests.moteur.factice import DOUBLER, doubler_juste


def etat(identifiant: str = "essai.doubler") -> dict:
    return progres.courant().etat(identifiant)


# --- vérifier et noter --------------------------------------------------------------------------------------


def test_noter_rend_les_points_et_garde_le_progres(dit) -> None:
    points = atelier.noter("essai.doubler", doubler=doubler_juste, sujets="notation")
    assert float(points) == 2.25 and isinstance(points, float) and repr(points) == str(points) == "2.25"
    assert "Réussi" in dit()
    assert etat() == {"statut": "réussi", "points": 2.25, "essais": 1, "indices": 0, "reussi_une_fois": True}
    assert repr(atelier.noter("essai.doubler", doubler=lambda p: p)) == "0.5"
    assert etat()["statut"] == "à revoir" and etat()["reussi_une_fois"] and etat()["essais"] == 2


def test_verifier_ne_rend_rien_et_montre_la_carte(dit) -> None:
    assert atelier.verifier("essai.doubler", doubler=lambda p: p) is None
    texte = dit()
    assert "À revoir" in texte and "leurs deux places" in texte and 'indice("essai.doubler")' in texte


def test_un_referentiel_absent_ne_coute_pas_de_points(dit, monkeypatch: pytest.MonkeyPatch) -> None:
    from chatmairie.referentiel import lecture

    def absent():
        raise FileNotFoundError("ria31.yaml")

    monkeypatch.setattr(lecture, "charger", absent)
    rendu = jugement.juger(DOUBLER, {"doubler": doubler_juste}, [jugement.sujet_public(DOUBLER)])
    avec_critere = dataclasses.replace(DOUBLER, criteres=("CM-SOC-04",))
    carte = carte_du_jugement(avec_critere, rendu, mode="noter", sujets="publics", indices_lus=0)
    assert "Réussi" in repr(carte) and "CM-SOC-04" in repr(carte)


def test_rien_d_ecrit_ne_compte_pas_comme_un_essai(dit) -> None:
    assert atelier.noter("essai.doubler", doubler=...) == 0.0
    assert "Non traité" in dit() and etat()["essais"] == 0


def test_une_erreur_du_code_est_racontee_avec_ce_qu_il_a_affiche(dit) -> None:
    def fautive(places):
        print("valeur intermédiaire")
        return places["absente"]

    assert atelier.noter("essai.doubler", doubler=fautive) == 0.0
    texte = dit()
    assert "absente" in texte and "valeur intermédiaire" in texte and "Traceback" not in texte


@pytest.mark.parametrize(
    ("fautive", "mots"),
    [
        (lambda p: input("?"), ["personne n'est là", "les données que la fonction reçoit"]),
        (lambda p: sys.exit(), ["s'arrêter", "return"]),
    ],
)
def test_input_et_exit_ont_leur_phrase(fautive, mots, dit) -> None:
    assert atelier.noter("essai.doubler", doubler=fautive) == 0.0
    texte = dit()
    assert all(mot in texte for mot in mots)


def test_trop_de_calcul_a_sa_phrase(dit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jugement.juger, "__defaults__", (0.1, None))
    assert atelier.noter("essai.doubler", doubler=lambda p: calculer(600)) == 0.0
    texte = dit()
    assert "de calcul dans un seul monde, pour 0,1 permises" in texte and "boucle" in texte and "attendait" not in texte


def test_un_sommeil_est_dit_comme_une_attente(dit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jugement.juger, "__defaults__", (4.0, None))
    monkeypatch.setattr(temps_limite, "ATTENTE_PAR_SECONDE", 0.05)
    assert atelier.noter("essai.doubler", doubler=lambda p: time.sleep(600)) == 0.0
    texte = dit()
    assert "il attendait sans calculer" in texte and "sur 4 permises" in texte and "boucle" not in texte


def test_les_avertissements_du_juge_ne_se_montrent_pas(dit) -> None:
    with warnings.catch_warnings(record=True) as montres:
        warnings.simplefilter("always")
        assert atelier.noter("essai.juge_bruyant", REPONSE=1) == 0.25
    assert montres == [] and "bruit du juge" not in dit()


def test_un_message_d_erreur_illisible_ne_casse_rien(dit) -> None:
    class Illisible(Exception):
        def __str__(self):
            raise RuntimeError("non")

    def fautive(places):
        raise Illisible

    assert atelier.noter("essai.doubler", doubler=fautive) == 0.0
    assert "Illisible" in dit()


@pytest.mark.parametrize("appel", [atelier.verifier, atelier.noter, atelier.eprouver])
def test_un_identifiant_inconnu_propose_les_plus_proches(appel, dit) -> None:
    assert not appel("essai.doublé", doubler=doubler_juste)
    texte = dit()
    assert "essai.doublé" in texte and "« essai.doubler »" in texte
    appel("rien.du_tout", doubler=doubler_juste)
    assert "« essai.colonnes »" in dit()
    appel(doubler_juste, doubler=doubler_juste)
    assert "entre guillemets" in dit()


@pytest.mark.parametrize("appel", [atelier.verifier, atelier.noter, atelier.eprouver])
def test_de_mauvais_noms_disent_lesquels_rendre(appel, dit) -> None:
    assert not appel("essai.doubler", double=doubler_juste)
    assert "doubler=doubler" in dit()


def test_une_question_ouverte_ne_se_note_pas_ici(dit) -> None:
    assert atelier.noter("essai.ouverte") == 0.0
    assert 'relire("essai.ouverte")' in dit()


def test_des_sujets_absurdes_sont_refuses() -> None:
    with pytest.raises(ValueError, match="publics"):
        atelier.noter("essai.doubler", doubler=doubler_juste, sujets="privés")


def test_un_defaut_du_juge_n_est_pas_dit_comme_une_faute_de_l_eleve(monkeypatch: pytest.MonkeyPatch) -> None:
    """Une ValueError du cours lui-même (un monde impossible) remonte : elle n'est pas « Impossible de juger »."""

    def casse(_exercice):
        raise ValueError("monde impossible")

    monkeypatch.setattr(jugement, "sujet_public", casse)
    with pytest.raises(ValueError, match="monde impossible"):
        atelier.verifier("essai.doubler", doubler=doubler_juste)


def test_sujet_public_est_une_copie(dit) -> None:
    donnees = atelier.sujet_public("essai.doubler")
    donnees["places"][:] = 0
    assert atelier.sujet_public("essai.doubler")["places"].abs().sum() > 0
    assert atelier.sujet_public("inconnu.x") == {} and "inconnu.x" in dit()


# --- éprouver -----------------------------------------------------------------------------------------------


def test_eprouver_une_reponse_juste(dit) -> None:
    atelier.eprouver("essai.doubler", doubler=doubler_juste, mondes=6)
    texte = dit()
    assert "6 mondes sur 6" in texte and "Arrêt" not in texte


def test_eprouver_montre_le_pire_d_abord(dit) -> None:
    def lese_selon_le_monde(places):
        doubles = places * 2
        doubles.iloc[: 1 if places.abs().max() <= 50 else 30] += 1
        return doubles

    atelier.eprouver("essai.doubler", doubler=lese_selon_le_monde, mondes=7)
    texte = dit()
    assert "0 monde sur 7" in texte
    assert texte.index(": 30 familles") < texte.index(": 1 familles")
    assert "une autre mairie" in texte


def test_eprouver_dit_une_reponse_vide_ou_une_erreur(dit) -> None:
    atelier.eprouver("essai.doubler", doubler=..., mondes=3)
    assert "Non traité" in dit()
    atelier.eprouver("essai.doubler", doubler=lambda p: p["absente"], mondes=3)
    assert "absente" in dit()


@pytest.mark.parametrize("mondes", [0, 201, -1, "x", 2.0, True, None])
def test_eprouver_refuse_un_nombre_de_mondes_absurde(mondes, dit) -> None:
    atelier.eprouver("essai.doubler", doubler=doubler_juste, mondes=mondes)
    assert "entre 1 et 200" in dit()


@pytest.fixture
def horloge(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """L'horloge de l'épreuve, simulée : elle n'avance que si l'on change `heure`."""
    from chatmairie.atelier import eprouve

    simulee = SimpleNamespace(heure=0.0)
    monkeypatch.setattr(eprouve, "time", SimpleNamespace(monotonic=lambda: simulee.heure))
    return simulee


def test_eprouver_s_arrete_a_l_heure_avec_les_mondes_vus(dit, horloge: SimpleNamespace) -> None:
    """Quinze secondes par monde, donc quatre mondes en soixante secondes."""

    def quinze_secondes(places):
        horloge.heure += 15
        return places * 2

    atelier.eprouver("essai.doubler", doubler=quinze_secondes, mondes=20)
    texte = dit()
    assert "4 mondes sur 4" in texte and "Arrêt après 60 secondes" in texte and "16 mondes sur 20" in texte


def test_eprouver_coupe_par_sa_propre_limite_n_accuse_pas_le_code(dit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(atelier, "LIMITE_EPREUVE_S", 0.0)
    atelier.eprouver("essai.doubler", doubler=doubler_juste, mondes=20)
    texte = dit()
    assert "1 monde sur 1" in texte and "Arrêt" in texte and "boucle" not in texte


# --- indices et corrigés ------------------------------------------------------------------------------------


def test_les_indices_viennent_un_par_un_puis_restent_au_troisieme(dit) -> None:
    for attendu in ("Qui attend", "Une règle", "Une fonction", "Une fonction"):
        atelier.indice("essai.doubler")
        assert attendu in dit()
    assert etat()["indices"] == 3
    atelier.indice("essai.doubler", 1)
    assert "Qui attend" in dit() and etat()["indices"] == 3


@pytest.mark.parametrize("numero", [0, 4, "deux", 1.0, True])
def test_un_numero_d_indice_absurde_est_dit(numero, dit) -> None:
    atelier.indice("essai.doubler", numero)
    assert "1, 2 et 3" in dit() and etat()["indices"] == 0


def test_un_indice_ne_change_ni_les_points_ni_le_statut(dit) -> None:
    atelier.noter("essai.doubler", doubler=doubler_juste)
    avant = etat()
    atelier.indice("essai.doubler")
    assert etat() == {**avant, "indices": 1}


CORRIGES = """
essai.doubler:
  solutions:
    - {titre: Multiplier, code: "def doubler(p): return p * 2", commentaire: "C'est court."}
    - {titre: Additionner, code: "def doubler(p): return p + p", commentaire: "C'est pareil."}
  idee_recue: {idee: "Prendre la valeur absolue.", effet: "Les annulations disparaissent."}
  preuve: {reponse: faux_valeur_absolue}
essai.deux:
  solutions: []
"""


def _corriges(texte: str = CORRIGES) -> None:
    lu = yaml.safe_load(texte)
    Path("corriges.json").write_text(fermer(lu) if isinstance(lu, dict) else texte, encoding="utf-8")


def test_le_corrige_s_ouvre_apres_trois_indices_et_confirmation(dit) -> None:
    _corriges()
    atelier.corrige("essai.doubler", confirmer=True)
    assert "Pas encore" in dit()
    for _ in range(3):
        atelier.indice("essai.doubler")
    dit()
    atelier.corrige("essai.doubler")
    assert "confirmer=True" in dit()
    atelier.corrige("essai.doubler", confirmer="non")
    assert "confirmer=True" in dit()
    atelier.corrige("essai.doubler", confirmer=True)
    texte = dit()
    assert all(
        m in texte for m in ("return p * 2", "return p + p", "C'est court.", "valeur absolue", "Les annulations")
    )
    assert "faux_valeur_absolue" not in texte


def test_le_corrige_s_ouvre_apres_une_reussite_meme_ancienne(dit) -> None:
    _corriges()
    atelier.noter("essai.doubler", doubler=doubler_juste)
    atelier.noter("essai.doubler", doubler=lambda p: p)
    dit()
    atelier.corrige("essai.doubler")
    assert "return p + p" in dit()


@pytest.mark.parametrize(
    ("texte", "mot"),
    [
        (None, "n'est pas distribué"),
        ('\'{"essai.doubler": "pas fermé"}\'', "abîmé"),
        ("- une liste", "abîmé"),
        ("", "abîmé"),
        ("autre.chose: {}", "n'a pas de corrigé complet"),
        ("essai.doubler: rien", "n'a pas de corrigé complet"),
        ("essai.doubler: {solutions: [{titre: sans code}], idee_recue: x}", "n'a pas de corrigé complet"),
        ("essai.doubler: {solutions: [{code: x}]}", "n'a pas de corrigé complet"),
    ],
)
def test_un_corrige_absent_abime_ou_incomplet_le_dit(texte, mot, dit) -> None:
    if texte is not None:
        _corriges(texte)
    atelier.noter("essai.doubler", doubler=doubler_juste)
    dit()
    atelier.corrige("essai.doubler", confirmer=True)
    assert mot in dit()


# --- sans code ----------------------------------------------------------------------------------------------


def test_choisir_rend_la_meme_reponse_que_du_code(dit) -> None:
    colonnes = atelier.choisir("essai.colonnes", garder=["age", "age"], raison="regle")
    assert colonnes == {"age": "regle"} and dit() == ""
    assert atelier.noter("essai.colonnes", COLONNES=colonnes, sujets="notation") == 1.0


@pytest.mark.parametrize(
    ("decisions", "mots"),
    [
        ({}, ["Il reste à décider", "`garder`", "`raison`"]),
        ({"garder": ["age"], "raison": ...}, ["Il reste à décider", "`raison`"]),
        ({"garder": ["…", "…"], "raison": "…"}, ["Il reste à décider", "`garder`", "`raison`"]),
        ({"garder": ["âge"], "raison": "regle"}, ['"âge"', "Les choix", '"age"']),
        ({"garder": ["jours"], "raison": "regle"}, ["vouliez-vous dire « jour »"]),
        ({"garder": "age", "raison": "regle"}, ["entre crochets"]),
        ({"garder": ["age"], "raison": ["regle"]}, ["sans crochets"]),
        ({"garder": [3, ["age"]], "raison": "regle"}, ["pas un texte (int)", "pas un texte (list)"]),
        ({"garder": ["age"], "raisons": "regle"}, ["« raisons » n'est pas une décision", "« raison »"]),
        ({"garder": ["age"], "raison": 12}, ["pas un texte (int)"]),
    ],
)
def test_une_decision_illisible_est_dite_et_rend_non_traite(decisions, mots, dit) -> None:
    assert atelier.choisir("essai.colonnes", **decisions) is ...
    texte = dit()
    assert all(mot in texte for mot in mots), texte


def test_options_montre_tout_et_un_exemple(dit) -> None:
    atelier.options("essai.colonnes")
    texte = dit()
    assert all(
        m in texte
        for m in ("Quelles colonnes", "l'âge de l'enfant", "au_cas_ou", 'COLONNES = choisir("essai.colonnes"')
    )


def test_sans_chemin_sans_code_cela_se_dit(dit) -> None:
    assert atelier.choisir("essai.deux", x=1) == (..., ...)
    assert "se répond en Python" in dit()
    atelier.options("essai.doubler")
    assert "se répond en Python" in dit()
    assert atelier.choisir("essai.inconnu") is ...


def test_une_reponse_qui_se_remplit_est_sans_code() -> None:
    texte = repr(atelier._rien_a_choisir(dataclasses.replace(DOUBLER, niveau=1)))
    assert "Sans code" in texte and "se remplit" in texte and "Python" not in texte


# --- parier -------------------------------------------------------------------------------------------------


def test_un_pari_se_garde_puis_se_devoile(dit) -> None:
    atelier.prevoir("essai.combien")
    assert "nombre entre 0 et 100" in dit()
    atelier.devoiler("essai.combien", 27)
    assert "pas encore parié" in dit()
    atelier.prevoir("essai.combien", np.float64(12.5))
    assert "12,5" in dit()
    atelier.devoiler("essai.combien", 27)
    texte = dit()
    assert "Votre prévision : 12,5 sur 100" in texte and "27 sur 100" in texte
    atelier.prevoir("essai.qui", "logiciel")
    dit()
    atelier.devoiler("essai.qui")
    assert "Votre prévision : Le logiciel" in dit()
    assert json.loads(progres.courant().fichier.read_text(encoding="utf-8"))["paris"] == {
        "essai.combien": 12.5,
        "essai.qui": "logiciel",
    }


@pytest.mark.parametrize(
    ("identifiant", "reponse", "mot"),
    [
        ("essai.combien", "beaucoup", "entre 0 et 100"),
        ("essai.combien", 101, "entre 0 et 100"),
        ("essai.combien", float("nan"), "entre 0 et 100"),
        ("essai.combien", True, "entre 0 et 100"),
        ("essai.combien", object(), "entre 0 et 100"),
        ("essai.qui", "le maire", '"agent"'),
        ("essai.qui", ["agent"], '"agent"'),
        ("essai.qui", None, '"agent"'),
        ("essai.quoi", 3, "« essai.qui »"),
    ],
)
def test_un_pari_illisible_n_est_pas_garde(identifiant, reponse, mot, dit) -> None:
    atelier.prevoir(identifiant, reponse)
    assert mot in dit() and progres.courant().tout("paris") == {}


@pytest.mark.parametrize("reponse", ["Agent", " agent ", "AGENT"])
def test_un_pari_recopie_avec_une_majuscule_est_garde(reponse, dit) -> None:
    atelier.prevoir("essai.qui", reponse)
    assert progres.courant().tout("paris") == {"essai.qui": "agent"}


def test_devoiler_sans_resultat_dit_quoi_executer(dit) -> None:
    atelier.devoiler("essai.combien", ...)
    assert "exécutez d'abord" in dit()


# --- questions ouvertes -------------------------------------------------------------------------------------


def test_relire_compte_les_mots_et_montre_les_six_points(dit) -> None:
    atelier.relire("essai.ouverte", "Aujourd'hui, l'agent a pris rendez‑vous : 3,5 heures.")
    texte = dit()
    assert "7 mots, sur 8 au plus" in texte and "6. Dites-vous 5" in texte
    atelier.relire("essai.ouverte", "un deux trois quatre cinq six sept huit neuf")
    assert "9 mots" in dit()
    atelier.relire("essai.ouverte", "un deux trois VOTRE RÉPONSE ICI")
    texte = dit()
    assert "3 mots" in texte and "effacez ces mots" in texte


@pytest.mark.parametrize("vide", ["", "  \n", "VOTRE RÉPONSE ICI", "*Votre réponse ici…*", "…"])
def test_un_texte_vide_se_dit(vide, dit) -> None:
    atelier.relire("essai.ouverte", vide)
    assert "Rien n'est encore écrit" in dit()


def _carnet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, contenu: str) -> None:
    chemin = tmp_path / "carnet.ipynb"
    chemin.write_text(contenu, encoding="utf-8")
    monkeypatch.setenv("JPY_SESSION_NAME", str(chemin))


def test_relire_lit_le_carnet_enregistre(tmp_path, monkeypatch, dit) -> None:
    cellule = {"metadata": {"nbgrader": {"grade_id": "essai-ouverte"}}, "source": ["Bonjour ", "madame"]}
    _carnet(tmp_path, monkeypatch, json.dumps({"cells": [{"metadata": {}}, cellule]}))
    atelier.relire("essai.ouverte")
    assert "2 mots" in dit()


@pytest.mark.parametrize("contenu", ["{", "[]", "null", '{"cells": [3]}', '{"cells": null}', '{"cells": []}'])
def test_un_carnet_illisible_propose_de_coller_le_texte(contenu, tmp_path, monkeypatch, dit) -> None:
    _carnet(tmp_path, monkeypatch, contenu)
    atelier.relire("essai.ouverte")
    assert "Enregistrez-le" in dit()


def test_relire_hors_d_une_question_ouverte(dit) -> None:
    atelier.relire("essai.doubler")
    assert 'verifier("essai.doubler"' in dit()
    atelier.relire("essai.ouvert")
    assert "« essai.ouverte »" in dit()
    atelier.relire("essai.ouverte", 12)
    assert "entre guillemets" in dit()


@pytest.mark.parametrize(
    ("texte", "mots"),
    [
        ("", 0),
        ("L'enfant d'aujourd’hui", 2),
        ("peut-être — non", 2),
        ("3,5 % de 1.200", 3),
        ("e\u0301te\u0301", 1),
        ("a_b", 2),
    ],
)
def test_les_mots_se_comptent(texte: str, mots: int, dit) -> None:
    assert atelier.verifier_longueur(texte, 3) == mots
    assert dit()


def test_une_longueur_absurde_est_refusee() -> None:
    for texte, mots_max in ((12, 3), ("mot", "trois"), ("mot", 0), (None, 3)):
        with pytest.raises(TypeError, match="entre guillemets|nombre entier"):
            atelier.verifier_longueur(texte, mots_max)


# --- garder, progresser -------------------------------------------------------------------------------------


def test_completer_et_pour_votre_projet_gardent(dit) -> None:
    atelier.completer("essai.ria31")
    atelier.completer("essai.ria31", {"critère": ...})
    atelier.completer("essai.ria31", {"critère": " "})
    assert progres.courant().tout("notes") == {}
    atelier.completer("essai.ria31", {"critère": 3})
    atelier.pour_votre_projet("essai", ..., "")
    atelier.pour_votre_projet("essai", "demander aux familles", ...)
    notes = progres.courant().tout("notes")
    assert notes["essai.ria31"] == {"critère": "3"} and notes["essai.projet"]["lignes"] == ["demander aux familles"]


def test_la_progression_fait_le_total_sans_croire_un_fichier_bricole(dit) -> None:
    suivi = progres.courant()
    suivi.ecrire("exercices", "essai.doubler", {"points": 900, "statut": "réussi"})
    suivi.ecrire("exercices", "essai.deux", ["bricolé"])
    atelier.progression()
    texte = dit()
    assert "2,25 sur 8 points" in texte and "0 sur 2" in texte and "lue par une personne" in texte


def test_un_exercice_en_plus_se_voit_et_ne_compte_dans_aucun_total(dit, monkeypatch) -> None:
    connus = catalogue.tous()
    en_plus = dataclasses.replace(connus["essai.doubler"], optionnel=True)
    monkeypatch.setitem(connus, "essai.doubler", en_plus)
    assert "essai.doubler" not in catalogue.notes() and len(catalogue.notes()) == len(connus) - 1
    progres.courant().ecrire("exercices", "essai.doubler", {"points": 2.25, "statut": "réussi"})
    atelier.progression()
    texte = dit()
    assert "0 sur 5,75 points" in texte and "2,25 sur 2,25, en plus" in texte
    atelier.progression("essai")
    assert "0 sur 5,75 points" in dit()
    atelier.progression("ailleurs")
    assert "Aucun module « ailleurs »" in dit()
    total = sum(e.points for e in catalogue.notes().values())
    atelier.sommaire("essai")
    texte = dit()
    assert f"{total:g} points, dont".replace(".", ",") in texte and "il ne compte pas dans la note" in texte


def test_un_progres_abime_se_dit_une_fois(dit) -> None:
    fichier = progres.courant().fichier
    fichier.parent.mkdir(parents=True)
    fichier.write_text("{", encoding="utf-8")
    atelier.indice("essai.doubler")
    assert "illisible" in dit()
    atelier.indice("essai.doubler")
    assert "illisible" not in dit()


APPELS_DE_TRAVERS: dict[str, tuple[tuple[Any, ...], dict[str, Any]]] = {
    "sans rien": ((), {}),
    "trop": (("donnees.decider", 3, 4, 5, 6), {}),
    "autre nom": ((), {"nimporte": 3}),
    "une liste": (([],), {}),
    "rien": ((None,), {}),
}


@pytest.mark.parametrize("de_travers", APPELS_DE_TRAVERS)
@pytest.mark.parametrize("nom", [n for n in chatmairie.__all__ if not n.startswith("_")])
def test_une_porte_appelee_de_travers_montre_comment_elle_s_ecrit(nom: str, de_travers: str, dit) -> None:
    arguments, nommes = APPELS_DE_TRAVERS[de_travers]
    try:
        getattr(chatmairie, nom)(*arguments, **nommes)
    except (TypeError, ValueError) as refus:
        assert "argument" not in str(refus) and str(refus)[-1] in ".)", "une phrase du cours, pas celle de Python"
    if "ne s'appelle pas ainsi" in (texte := dit()):
        assert f"Cela s'écrit : `{nom}(" in texte


def test_un_pari_devoile_avec_autre_chose_que_son_resultat_le_dit(dit) -> None:
    atelier.devoiler("essai.combien", 3, 4)
    assert "Ce n'est pas le résultat que ce pari attend" in dit()


def test_les_choix_se_montrent_dans_un_seul_ordre(dit) -> None:
    exercice = catalogue.exercice("essai.colonnes")
    assert exercice.choix is not None
    for nom, option in exercice.choix.options.items():
        atelier.options("essai.colonnes")
        montres = [ligne.split('"')[1] for ligne in dit().splitlines() if ligne.startswith('- "')]
        absent = "un mot qui n'y est pas"
        atelier.choisir("essai.colonnes", **{nom: [absent] if option.plusieurs else absent})
        refus = next(ligne for ligne in dit().splitlines() if "Les choix" in ligne)
        assert re.findall('"([^"]+)"', refus.split("Les choix")[1]) == [v for v in montres if v in option.valeurs]


def test_des_decisions_refusees_ne_passent_pas_pour_une_reponse_vide(dit) -> None:
    exercice = catalogue.exercice("essai.colonnes")
    refusees = dict.fromkeys(exercice.productions, atelier.choisir("essai.colonnes", nimporte="quoi"))
    assert "nimporte" in dit()
    assert float(atelier.noter("essai.colonnes", **refusees)) == 0
    texte = dit()
    assert "Vos décisions n'ont pas été lues" in texte and "« nimporte »" in texte and "encore écrit" not in texte
    autre = dict.fromkeys(exercice.productions, ...)
    atelier._REFUSEES.clear()
    atelier.noter("essai.colonnes", **autre)
    assert "Rien n'est encore écrit" in dit()
