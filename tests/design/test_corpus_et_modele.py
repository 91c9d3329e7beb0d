"""Le corpus et le moteur : de vraies questions, un vrai mécanisme, mesuré sur plusieurs graines."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from chatmairie.echecs.design.lisibilite import mots, phrases, score
from chatmairie.echecs.design.mecanisme import a_l_oreille, comprehension, entrainer
from chatmairie.echecs.design.monde import MONDE_DU_COURS, Monde, monde_mute, parler_d_ici
from chatmairie.echecs.design.public import USAGERS, lire, reussites
from chatmairie.echecs.design.registre import marques
from chatmairie.echecs.design.tirage import (
    CLAIRE,
    REGISTRES,
    besoin,
    besoins,
    separer,
    tirer_corpus,
    toutes_les_questions,
    varier,
)

GRAINES = range(6)


def _parts(assistant, questions) -> dict[str, float]:
    table = comprehension(assistant, questions)
    return (table["comprises"] / table["questions"]).to_dict()


def test_le_corpus_a_plus_de_quatre_cents_paires_et_aucune_copie() -> None:
    questions = toutes_les_questions()
    assert len(questions) >= 400 and not questions["question"].duplicated().any()
    assert set(questions["registre_question"]) == set(REGISTRES)
    assert questions.groupby(["besoin", "registre_question"]).size().eq(3).all()
    noms = [b.nom for b in besoins()]
    assert len(set(noms)) == len(noms) and len({b.claire for b in besoins()}) == len(noms)


def test_les_reponses_claires_le_sont_et_les_familieres_aussi() -> None:
    for b in besoins():
        assert not marques(b.claire), b.cle
        assert marques(b.familiere), b.cle
        assert lire(b.claire).suite and {"telephone"} < lire(b.claire).contacts, b.cle
        assert max(len(mots(p)) for p in phrases(b.claire)) <= 30 and len(phrases(b.claire)) >= 3, b.cle


def test_les_facons_d_ecrire_sont_bien_differentes() -> None:
    for b in besoins():
        assert all(q == q.lower() and q.isascii() for q in b.questions["sans_accents"]), b.cle
        assert all(marque.endswith(("?", "!", ".")) for marque in b.questions["courant"]), b.cle


@pytest.mark.parametrize("graine", GRAINES)
def test_la_majorite_devient_presque_la_totalite(graine: int) -> None:
    hasard = np.random.default_rng(graine)
    questions = varier(hasard, toutes_les_questions())
    donnees = {}
    for part in (0.0, 0.3, 0.85, 1.0):
        rendues = entrainer(tirer_corpus(hasard, part)).repondre_a(list(questions["question"]))
        donnees[part] = np.mean([r.registre != CLAIRE for r in rendues])
    assert donnees[0.0] == 0 and donnees[1.0] == 1
    assert donnees[0.3] < 0.3 and donnees[0.85] > 0.9


@pytest.mark.parametrize("graine", GRAINES)
def test_retirer_l_argot_fait_perdre_ceux_qui_l_ecrivent_et_eux_seuls(graine: int) -> None:
    hasard = np.random.default_rng(graine)
    corpus, essai = tirer_corpus(hasard, 0.85), varier(hasard, toutes_les_questions())
    avec = _parts(entrainer(corpus), essai)
    sans = _parts(entrainer(corpus[corpus["registre_question"] != "familier"]), essai)
    assert min(avec.values()) >= 0.9
    assert sans["familier"] < 0.8 and min(v for r, v in sans.items() if r != "familier") >= 0.9


@pytest.mark.parametrize("graine", GRAINES)
def test_sur_des_questions_neuves_le_moteur_se_trompe_environ_une_fois_sur_cinq(graine: int) -> None:
    """Ce que dit le carnet dans « Pour aller plus loin »."""
    apprises, neuves = separer(np.random.default_rng(graine))
    assert not set(apprises["question"]) & set(neuves["question"])
    compris = comprehension(entrainer(tirer_corpus(np.random.default_rng(graine), 0.5, apprises)), neuves)
    assert 0.7 < compris["comprises"].sum() / compris["questions"].sum() < 0.9


def test_a_l_oreille_rapproche_ce_qui_s_entend_pareil() -> None:
    assert a_l_oreille("la kantine") == a_l_oreille("La cantine") == a_l_oreille("la cantinne")
    assert a_l_oreille("") == "" and a_l_oreille("?!") == ""


def test_une_entree_absurde_recoit_une_phrase() -> None:
    hasard = np.random.default_rng(1)
    with pytest.raises(ValueError, match="part"):
        tirer_corpus(hasard, 1.5)
    with pytest.raises(ValueError, match="Besoin inconnu"):
        besoin("tramway")
    with pytest.raises(ValueError, match="aucune ligne"):
        entrainer(tirer_corpus(hasard, 0.5).head(0))
    with pytest.raises(TypeError):
        entrainer([1, 2])
    with pytest.raises(ValueError, match="absente"):
        entrainer(pd.DataFrame({"question": ["a"]}))
    with pytest.raises(ValueError, match="part"):
        Monde(part_familiere=2)
    assert entrainer(tirer_corpus(hasard, 0.5)).repondre("").texte


def test_une_autre_mairie_parle_un_autre_argot() -> None:
    questions = toutes_les_questions()
    assert parler_d_ici(questions, MONDE_DU_COURS) is questions
    autre = parler_d_ici(questions, monde_mute(np.random.default_rng(3)))
    changees = (autre["question"] != questions["question"]).groupby(questions["registre_question"]).sum()
    assert changees["familier"] >= 20
    assert not autre["question"].str.contains(r"\bbagnole\b", case=False).any()


def test_l_argot_a_un_meilleur_score_et_aide_moins() -> None:
    claires = np.mean([score(b.claire) for b in besoins()])
    familieres = np.mean([score(b.familiere) for b in besoins()])
    assert familieres > claires + 10
    for b in besoins():
        assert max(reussites(b.familiere).values()) < min(reussites(b.claire).values()), b.cle


def test_les_dix_personnes_sont_toutes_differentes_et_aucune_n_aime_l_argot_par_nature() -> None:
    assert len(USAGERS) == 10 and len({u.prenom for u in USAGERS}) == 10
    assert len({(u.longueur, u.familiarite, u.jargon, u.contacts, tuple(u.page)) for u in USAGERS}) == 10
    assert all(u.familiarite >= 0.5 for u in USAGERS), "l'argot coûte de la confiance à chacun"
    sans = reussites(
        "Wesh mon pote, passe au guichet.", poids={"longueur": 1, "familiarite": 0, "jargon": 1, "page": 1}
    )
    assert min(sans.values()) > 0.8, "la constante se déplace jusqu'à zéro"
