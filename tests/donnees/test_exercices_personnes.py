"""`donnees.personnes` et `donnees.ria31` : toute citation honnête est admise, aucune citation à côté ne l'est."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from chatmairie.echecs import catalogue
from chatmairie.echecs.commun.ria31 import ne_tient_pas
from chatmairie.echecs.donnees.exercices.ria31 import LIENS
from chatmairie.echecs.donnees.exercices.ria31 import RIA31 as FICHE
from chatmairie.echecs.donnees.rejeu import rejouer
from chatmairie.juge import jugement

pytestmark = pytest.mark.lent

PERSONNES = catalogue.exercice("donnees.personnes")
GRAINES = (1, 7, 2026, 9999)


def _juger(exercice: Any, nom: str, production: Any) -> jugement.Jugement:
    return jugement.juger(exercice, {nom: production}, [jugement.sujet_public(exercice)])


def _lignes(graine: int, tort: bool) -> list[dict]:
    journal = rejouer.journal_du_juge(graine)
    return journal[journal["tort"].eq(tort)].to_dict("records")


def _citer(ligne: dict, qui: str | None = None, perd: str | None = None) -> dict:
    return {"qui": qui or ligne["personne"], "perd": perd or ligne["pertes"][0], "preuve": ligne["ligne"]}


def _appuis(graine: int) -> list[dict]:
    """Deux citations sûres, pour accompagner celle que l'on essaie : des usagers et une agente, de noms différents."""
    lignes = _lignes(graine, True)
    agente = next(x for x in lignes if x["source"] == "feuille d'heures")
    return [_citer(agente), _citer(next(x for x in lignes if x["source"] == "animations"))]


@pytest.mark.parametrize("graine", GRAINES)
def test_chaque_tort_du_journal_peut_etre_cite_avec_chacune_de_ses_pertes(graine: int) -> None:
    for ligne in _lignes(graine, True):
        for perte in ligne["pertes"]:
            personnes = [_citer(ligne, perd=perte), *_appuis(graine)]
            if len({p["qui"] for p in personnes}) < 3:
                personnes.append(_citer(next(x for x in _lignes(graine, True) if x["usager"])))
            rendu = _juger(PERSONNES, "PERSONNES", {"graine": graine, "personnes": personnes})
            assert rendu.verdict.statut == "réussi", (ligne, [e.constat.phrase for e in rendu.verdict.echecs])


@pytest.mark.parametrize("graine", GRAINES)
def test_une_ligne_ordinaire_n_est_jamais_une_preuve(graine: int) -> None:
    ordinaires = _lignes(graine, False)
    assert len(ordinaires) > 20
    for ligne in ordinaires:
        personnes = [_citer(ligne, perd="temps"), *_appuis(graine)]
        verdict = _juger(PERSONNES, "PERSONNES", {"graine": graine, "personnes": personnes}).verdict
        assert "preuves_qui_montrent" in {e.controle for e in verdict.echecs}, ligne


@pytest.mark.parametrize(
    ("source", "qui"),
    [
        ("feuille d'heures", "Gaspard ou Thérèse"),
        ("feuille d'heures", "l'agente, responsable du service"),
        ("feuille d'heures", "les AGENTES"),
        ("feuille d'heures", "une employée de la mairie"),
        ("animations", "animatrice"),
        ("animations", "les animateurs"),
        ("animations", "sofiane"),
        ("réunion de service", "les agents"),
        ("réunion de service", "Therese, gaspard, Solange"),
    ],
)
def test_une_personne_peut_se_nommer_de_plusieurs_facons(source: str, qui: str) -> None:
    lignes = [x for x in _lignes(2026, True) if x["source"] == source]
    autres = [_citer(x) for x in _lignes(2026, True) if x["usager"]]
    for ligne in lignes:
        if qui == "l'agente, responsable du service" and "responsable" not in ligne["personne"]:
            continue
        production = {"graine": 2026, "personnes": [_citer(ligne, qui=qui), *autres]}
        verdict = _juger(PERSONNES, "PERSONNES", production).verdict
        assert verdict.statut == "réussi", [e.constat.phrase for e in verdict.echecs]


@pytest.mark.parametrize("qui", ["tout le monde", "les familles", "l'image de la mairie", "les usagers", "un enfant",
                                 "le service périscolaire", "les parents", "?"])  # fmt: skip
def test_tout_le_monde_n_est_personne(qui: str) -> None:
    lettre = next(x for x in _lignes(2026, True) if x["source"] == "courrier")
    production = {"graine": 2026, "personnes": [_citer(lettre, qui=qui), *_appuis(2026)]}
    familles = {e.constat.famille for e in _juger(PERSONNES, "PERSONNES", production).verdict.echecs}
    assert familles == {"trop_vague"}


# --- ria31 ----------------------------------------------------------------------------------------------

RIA31 = catalogue.exercice("donnees.ria31")


@pytest.mark.parametrize("critere", LIENS)
def test_tous_les_liens_admis_d_un_critere_tiennent(critere: str) -> None:
    lien = LIENS[critere]
    appuis = [
        {"critere": c, "phrase": min(x.phrases), "personne": min(x.personnes), "preuve": min(x.preuves)}
        for c, x in LIENS.items()
        if c != critere
    ][:2]
    for phrase, personne, preuve in product(sorted(lien.phrases), sorted(lien.personnes), sorted(lien.preuves)):
        cite = {"critere": critere, "phrase": phrase, "personne": personne, "preuve": preuve}
        assert _juger(RIA31, "RIA31", [*appuis, cite]).verdict.points == 3.0, cite


@pytest.mark.parametrize("critere", FICHE.contenu["hors_sujet"])
def test_aucun_lien_ne_tient_avec_un_critere_hors_sujet(critere: str) -> None:
    for phrase, personne, preuve in product(FICHE.phrases, FICHE.personnes, FICHE.preuves):
        assert ne_tient_pas(LIENS, {"critere": critere, "phrase": phrase, "personne": personne, "preuve": preuve})


def test_repondre_au_hasard_ne_rapporte_presque_rien() -> None:
    """Parmi toutes les réponses possibles, moins d'une sur quinze est un lien qui tient."""
    tous = list(product(FICHE.criteres, FICHE.phrases, FICHE.personnes, FICHE.preuves))
    cles = ("critere", "phrase", "personne", "preuve")
    tenus = sum(not ne_tient_pas(LIENS, dict(zip(cles, x, strict=True))) for x in tous)
    assert 0 < tenus < len(tous) / 15


def test_la_carte_dit_combien_de_liens_tiennent_et_ce_qui_ne_tient_pas() -> None:
    bon = {"critere": "CM-SOC-02", "phrase": "R2", "personne": "enfant", "preuve": "lignes_ecartees"}
    autre = {"critere": "CM-SOC-04", "phrase": "R3", "personne": "enfant", "preuve": "taux_par_groupe"}
    faux = {"critere": "CM-SOC-01", "phrase": "R6", "personne": "enfant", "preuve": "taux_par_groupe"}
    for rangee in ([bon, autre, faux], [faux, bon, autre], [autre, faux, bon]):
        (echec,) = _juger(RIA31, "RIA31", rangee).verdict.echecs
        assert echec.constat.phrase.startswith(f"Ligne n° {rangee.index(faux) + 1} (CM-SOC-01) : la phrase « R6 »")
        assert "la preuve « taux_par_groupe »" in echec.constat.phrase and "tort de" not in echec.constat.phrase
        assert echec.constat.observe.startswith("Deux liens sur trois tiennent")


def test_un_critere_repete_ne_compte_qu_une_fois_et_cela_se_dit() -> None:
    bon = {"critere": "CM-SOC-02", "phrase": "R2", "personne": "enfant", "preuve": "lignes_ecartees"}
    repete, lien, *_ = _juger(RIA31, "RIA31", [bon, bon, bon]).verdict.echecs
    assert "CM-SOC-02, revient trois fois" in repete.constat.phrase
    assert "reprend le critère de la ligne n° 1" in lien.constat.phrase
    assert lien.constat.observe.startswith("Un lien sur trois tient")
