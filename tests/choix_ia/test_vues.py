"""Ce que le module 01 montre : figures, « Rejouons » et manettes, par défaut et aux deux bouts de chaque curseur."""

from __future__ import annotations

import time
from types import SimpleNamespace

import pytest

from chatmairie.echecs.choix_ia import frugalite, vues
from chatmairie.echecs.choix_ia.exercices import eliminer as exercice_eliminer
from chatmairie.echecs.choix_ia.frugalite import SOLUTIONS, mesurer_les_solutions, mesures_enregistrees, questions
from chatmairie.echecs.choix_ia.rejeu import rejouer
from chatmairie.echecs.choix_ia.remedes import rejouer_avec
from chatmairie.echecs.choix_ia.vues import (
    POIDS,
    manette_arret,
    manette_lien,
    manette_poids,
    montrer_arret,
    montrer_lien,
    montrer_poids,
)

GRAINES = (2026, 1, 7)
ARRET = {"indicateur": "echecs", "sur": "pire_public", "seuil": 0.3, "jours": 3}
ELIMINER = exercice_eliminer.EXERCICE.choix.produire(
    {"planchers": "chacune", "piece_manquante": "demander", "transfert": "exiger", "si_personne": "sans_suite"}
)["eliminer"]


def _texte(objet: object) -> str:
    return repr(objet).replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize("graine", GRAINES)
def test_chaque_figure_a_son_resume_et_ses_chiffres(graine: int) -> None:
    rejeu = rejouer(graine)
    service, publics = _texte(vues.figure_service(rejeu)), _texte(vues.figure_publics(rejeu))
    assert f"jour {rejeu.retrait}" in service and "plaintes" in service
    assert str(rejeu.publics["echecs"].sum()) in publics and "tous ensemble" in publics
    assert all(nom in publics for nom in rejeu.publics["public"])
    for objet in (
        vues.montrer_offres(rejeu.offres), vues.montrer_couts(rejeu), vues.montrer_indicateurs(rejeu),
        vues.montrer_reglement(), vues.montrer_publics(), vues.dessiner_l_affiche(),
    ):  # fmt: skip
        assert len(_texte(objet)) > 100 and "nan" not in _texte(objet).split()


def _rejouer(graine: int = 2026, **changees: object):
    pieces = {"eliminer": ELIMINER, "PONDERATION": POIDS, "CADRAGE": {"arret": ARRET}} | changees
    return rejouer_avec(graine, **pieces)


@pytest.mark.parametrize("graine", GRAINES)
def test_rejouons_dit_qui_reste_sans_reponse(graine: int) -> None:
    reprise = _rejouer(graine)
    texte = _texte(vues.figure_avant_apres(reprise))
    assert reprise.gagnant == "ScopIA" and reprise.arret is None
    assert reprise.publics["Votre choix"].sum() < reprise.publics["Choix du maire"].sum() / 4
    assert reprise.leses_avec < reprise.leses_sans / 4
    assert f"en {reprise.rejeu.retrait} jours" in texte and "elle arrête aussi" not in texte.lower()


def test_rejouons_dit_quand_la_condition_arrete_aussi_le_bon_service() -> None:
    reprise = _rejouer(CADRAGE={"arret": ARRET | {"seuil": 0.02, "jours": 1}})
    assert f"au jour {reprise.arret}" in _texte(vues.figure_avant_apres(reprise))


def test_rejouons_dit_une_consultation_sans_suite_et_ce_qui_manque() -> None:
    sans_suite = _rejouer(eliminer=lambda o: o.assign(statut="eliminee", raison="aucune ne convient"))
    assert "sans suite" in _texte(vues.figure_avant_apres(sans_suite))
    assert "écrivez d'abord" in _texte(vues.figure_avant_apres(_rejouer(eliminer=..., PONDERATION=...)))
    assert "Le rejeu s'arrête. Critère inconnu : renom." in _texte(
        vues.figure_avant_apres(_rejouer(PONDERATION={"renom": 1}))
    )


def test_rejouons_raconte_l_erreur_en_francais() -> None:
    def eliminer(offres):
        return offres[offres["prix"] > 10]

    manque = _rejouer(eliminer=eliminer).manque
    assert manque.startswith("Le rejeu s'arrête. Dans `eliminer` : la colonne ou la clé « prix » n'existe pas.")
    assert "list index" not in _rejouer(eliminer=lambda offres: [][3]).manque


@pytest.mark.parametrize(
    "manette", [manette_poids(), manette_lien(), manette_arret(2026)], ids=["poids", "lien", "arret"]
)
def test_chaque_manette_se_lit_sans_bouger(manette: object) -> None:
    assert len(_texte(manette)) > 150


@pytest.mark.parametrize("planchers", ["sans", "avec"])
@pytest.mark.parametrize("abonnes", ["non", "oui"])
@pytest.mark.parametrize("prix", [0, 40, 100])
def test_les_poids_aux_deux_bouts(prix: float, planchers: str, abonnes: str) -> None:
    texte = _texte(montrer_poids(prix, planchers, abonnes))
    assert f"Avec {prix} % de prix" in texte
    if prix == 100:
        assert ("Chat'GPT Studio gagne" in texte) is (planchers == "sans")
    if planchers == "avec" and prix == 40 and abonnes == "non":
        assert "ScopIA gagne" in texte


@pytest.mark.parametrize("lien", [0.0, 0.5, 1.0])
def test_le_lien_aux_deux_bouts(lien: float) -> None:
    texte = _texte(montrer_lien(lien))
    assert f"Lien de {lien:g} k€".replace(".", ",") in texte and texte.count("Façon de choisir") == 3


@pytest.mark.parametrize("indicateur", ["echecs", "plaintes", "satisfaction", "visites"])
@pytest.mark.parametrize(("seuil", "jours"), [(0.0, 1), (0.0, 30), (10.0, 1), (10.0, 30), (6.0, 3)])
def test_l_arret_aux_bouts_de_chaque_curseur(indicateur: str, seuil: float, jours: int) -> None:
    for sur in ("moyenne", "pire_public"):
        texte = _texte(montrer_arret(2026, indicateur, sur, seuil, jours))
        assert "ChatMairie" in texte and "à tort" in texte and "sans écran" in texte


def test_une_condition_qui_ne_voit_rien_ne_fait_pas_pire_que_les_plaintes() -> None:
    """Sans elle, les plaintes font retirer le service : une condition sourde ne l'allonge pas."""
    rejeu = rejouer(2026)
    perdues = rejeu.publics["echecs"].sum()
    attendu = f"{perdues} demandes sans réponse (sans condition : {perdues})"
    assert attendu in _texte(montrer_arret(2026, "satisfaction", "moyenne", 6.0, 3))
    sourde = _rejouer(CADRAGE={"arret": {"indicateur": "satisfaction", "sur": "moyenne", "seuil": 6.0, "jours": 3}})
    assert sourde.jour is None and sourde.leses_avec == sourde.leses_sans == perdues
    assert f"au jour {rejeu.retrait}, après {perdues}" in _texte(vues.figure_avant_apres(sourde))


def test_sans_lien_ni_candidat_suppose_mauvais_le_moins_cher_reste_un_peu_plus_cher() -> None:
    """L'objection entière : ni lien, ni candidat supposé mauvais. L'écart fond, et ne s'inverse pas."""
    couts = []
    for candidat in ("partout", "nulle_part"):
        lignes = montrer_lien(0.0, candidat).lignes
        couts.append([float(ligne[3]) for ligne in lignes])
        assert "répond" in _texte(montrer_lien(0.0, candidat))
    (maire, *_, mieux), (maire_seul, *_, mieux_seul) = couts
    assert maire > 3 * mieux and mieux_seul < maire_seul < 2 * mieux_seul  # mesuré : 140 et 32 k€, puis 51 et 32 k€


def test_le_poids_affiche_est_celui_qui_compte() -> None:
    assert "ramenés à 40 %" in _texte(montrer_poids(50, "sans", "oui"))
    assert "ramenés" not in _texte(montrer_poids(50, "sans", "non"))


def test_une_bonne_condition_se_voit_dans_la_manette() -> None:
    texte = _texte(montrer_arret(2026, "echecs", "pire_public", 0.3, 3))
    assert "arrêté au jour" in texte and "aucun éteint à tort" in texte and "jamais arrêté" not in texte


# --- les trois solutions ----------------------------------------------------------------------------


def test_les_questions_couvrent_huit_themes_et_quatre_manieres() -> None:
    table = questions()
    assert len(table) == 320 and table["texte"].is_unique
    assert table.groupby(["theme", "maniere"]).size().shape == (32,)


@pytest.mark.lent
def test_les_mesures_enregistrees_sont_celles_que_l_on_refait(monkeypatch: pytest.MonkeyPatch) -> None:
    """L'exactitude se refait à l'identique ; le temps change de machine : les règles restent les plus rapides."""
    monkeypatch.setattr(frugalite, "time", SimpleNamespace(perf_counter=time.process_time))
    ici, enregistrees = mesurer_les_solutions(), mesures_enregistrees()
    assert tuple(ici["solution"]) == tuple(enregistrees["solution"]) == SOLUTIONS
    for colonne in ("exactitude", "pire_public"):
        assert (ici[colonne] - enregistrees[colonne]).abs().max() <= 0.02
    assert ici["quel_public"].iloc[0] == enregistrees["quel_public"].iloc[0]
    assert ici["secondes_pour_1000"].idxmin() == 0 and ici["memoire_mo"].is_monotonic_increasing
