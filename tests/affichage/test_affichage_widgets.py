"""Les commandes, sans navigateur : mêmes règles, mêmes résultats, mêmes phrases."""

from __future__ import annotations

import math

import pytest

from chatmairie.affichage.cartes import CarteTexte
from chatmairie.affichage.widgets import Cases, Choix, Curseur, Manette
from tests.affichage.galerie import manette


def simple(calculer=lambda n: CarteTexte("Résultat", f"n vaut {n}"), **options):
    return Manette({"n": Curseur("Nombre", 0, 10, 1, 5, **options)}, calculer, "Essai")


def test_texte_et_html_de_l_etat_de_depart():
    m = manette()
    for forme in (repr(m), m._repr_html_()):
        for mot in ("Quelles colonnes retirer", "Avis minimal pour accepter", "50 sur 100", "mercredi", "aucune"):
            assert mot in forme
    assert m._vue is None, "aucun widget n'est construit pour lire l'état"


def test_mimebundle_vue_texte_et_html():
    paquet = simple()._repr_mimebundle_()
    assert set(paquet) == {"text/plain", "text/html", "application/vnd.jupyter.widget-view+json"}
    assert "n vaut 5" in paquet["text/plain"] and "n vaut 5" in paquet["text/html"]


def test_regler_change_le_resultat_et_les_champs():
    m = simple()
    m.vue()
    m.regler(n=7)
    assert "n vaut 7" in repr(m.resultat) and "n vaut 7" in m._sortie.value
    assert [c.value for c in m._champs["n"]] == [7, 7]
    m.depart()
    assert "n vaut 5" in m._sortie.value


@pytest.mark.parametrize("rang", [0, 1], ids=["champ nombre", "curseur"])
def test_bouger_un_champ_suit_la_meme_voie(rang):
    m = simple()
    m.vue()
    m._champs["n"][rang].value = 9
    assert m.valeurs == {"n": 9} and "n vaut 9" in m._sortie.value and "Nombre\u00a0: 9" in m._sortie.value
    assert [c.value for c in m._champs["n"]] == [9, 9]


def test_un_seul_calcul_par_geste():
    appels = []
    m = simple(lambda n: appels.append(n) or CarteTexte("R", str(n)))
    m.vue()
    m._champs["n"][1].value = 8
    m.regler(n=2)
    assert appels == [5, 8, 2]


def test_cases_liste_et_bouton_de_depart():
    m = manette()
    vue = m.vue()
    m._champs["retirees"][1].value = True
    m._champs["jour"][0].value = "lundi"
    assert m.valeurs == {"seuil": 50, "jour": "lundi", "retirees": ["code_file"]}
    bouton = next(w for w in vue.children if type(w).__name__ == "Button")
    bouton.click()
    assert m.valeurs == {"seuil": 50, "jour": "mercredi", "retirees": []}
    assert [c.value for c in m._champs["retirees"]] == [False, False]


def test_extremes_des_commandes():
    m = manette()
    m.vue()
    vus = list(m.extremes())
    assert len(vus) == 2 * 3 * 2
    for valeurs in vus:
        m.regler(**valeurs)
        assert m.erreur is None
        assert valeurs["jour"] in m._sortie.value


def test_une_erreur_devient_une_phrase_et_la_suite_marche():
    m = simple(lambda n: CarteTexte("R", f"inverse : {1 / n}"))
    m.vue()
    m.regler(n=0)
    assert isinstance(m.erreur, ZeroDivisionError)
    assert "n'a pas pu être calculé" in m._sortie.value and "divise par zéro" in m._sortie.value
    assert "Traceback" not in m._sortie.value
    m.regler(n=4)
    assert m.erreur is None and "0.25" in m._sortie.value


def test_un_calcul_qui_ne_rend_pas_d_affichage_est_signale():
    m = simple(lambda n: f"<b>{n}</b>")
    assert isinstance(m.resultat, CarteTexte) and isinstance(m.erreur, TypeError)
    assert "<b>" not in m._repr_html_()


@pytest.mark.parametrize(
    ("valeurs", "mot"),
    [({"n": 11}, "va de 0 à 10"), ({"n": -1}, "va de 0 à 10"), ({"n": 2.5}, "entier"), ({"n": "3"}, "nombre"),
     ({"n": math.nan}, "nombre"), ({"n": True}, "nombre"), ({"autre": 1}, "Pas de commande « autre »")],
)  # fmt: skip
def test_reglage_absurde_refuse_sans_rien_changer(valeurs, mot):
    m = simple()
    with pytest.raises((TypeError, ValueError), match=mot):
        m.regler(**valeurs)
    assert m.valeurs == {"n": 5}


def test_un_reglage_est_refuse_en_entier_si_une_seule_valeur_ne_convient_pas():
    m = manette()
    with pytest.raises(ValueError, match="dimanche"):
        m.regler(seuil=0, jour="dimanche")
    assert m.valeurs["seuil"] == 50


@pytest.mark.parametrize(
    ("appel", "mot"),
    [
        (lambda: Curseur("", 0, 1, 1, 0), "etiquette"),
        (lambda: Curseur("N", 1, 0, 1, 0), "mini < maxi"),
        (lambda: Curseur("N", 0, 10, 0, 0), "pas positif"),
        (lambda: Curseur("N", 0, 10, 1, 11), "va de 0 à 10"),
        (lambda: Curseur("N", 0, math.inf, 1, 1), "finis"),
        (lambda: Choix("C", []), "au moins une option"),
        (lambda: Choix("C", "abc"), "liste"),
        (lambda: Choix("C", ["a", "a"]), "répétition"),
        (lambda: Choix("C", ["a"], "b"), "n'est pas une option"),
        (lambda: Cases("C", ["a"], "a"), "liste"),
        (lambda: Cases("C", ["a"], ["b"]), "n'est pas une option"),
        (lambda: Cases("C", ["a"], [["a"]]), "n'est pas une option"),
        (lambda: Manette({}, print, "T"), "au moins une commande"),
        (lambda: Manette({"n": 3}, print, "T"), "Curseur"),
        (lambda: Manette({"n": Choix("C", ["a"])}, "f", "T"), "fonction"),
    ],
)
def test_commande_absurde_refusee(appel, mot):
    with pytest.raises((TypeError, ValueError), match=mot):
        appel()


def test_chaque_champ_a_son_nom_visible():
    m = manette()
    m.vue()
    champ, curseur = m._champs["seuil"]
    assert champ.description == "Avis minimal pour accepter (sur 100)" and (champ.min, champ.max, champ.step) == (
        0,
        100,
        5,
    )
    assert "Avis minimal" in curseur.tooltip
    assert m._champs["jour"][0].description == "Jour de dépôt"
    assert [c.description for c in m._champs["retirees"]] == ["le jour", "le code de la file"]


def test_l_unite_d_un_curseur_s_accorde():
    duree = Curseur("Durée", 0, 60, 1, 1, ("minute", "minutes"))
    assert [duree.en_phrase(v) for v in (0, 1, 2)] == ["0 minute", "1 minute", "2 minutes"]
    assert duree.possibles() == "de 0 minute à 60 minutes" and Curseur("Part", 0, 9, 1, 1, "%").en_phrase(1) == "1 %"
