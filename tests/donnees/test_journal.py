"""Le journal : il suit les décisions, chaque tort s'y lit, et le juge garde ses colonnes pour lui."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest

from chatmairie.echecs.commun.distribution import PERSONNES
from chatmairie.echecs.commun.journal import COLONNES_DU_JUGE, pour_apprenant
from chatmairie.echecs.donnees.journal import PERTES, TEXTES, tirer_journal
from chatmairie.echecs.donnees.monde import MONDE_DU_COURS, monde_mute
from chatmairie.echecs.donnees.rejeu import rejouer

REJEUX = [(g, MONDE_DU_COURS) for g in range(5)] + [(g, monde_mute(np.random.default_rng(g))) for g in range(5)]

# Un mot au moins dit la perte, pour qui lit la ligne.
SIGNES = {
    "place": ("Pas de place", "la place", "La place"),
    "temps": ("temps", "garde", "garder", "soirée", "repos", "Troisième appel"),
    "revenu": ("salaire", "euros"),
    "explication": ("Motif donné : aucun", "aucun motif", "pourquoi", "règle appliquée"),
    "travail_bien_fait": ("signature", "travail", "défendre"),
}


@pytest.fixture(scope="module", params=REJEUX, ids=lambda c: f"{c[1].jour_sale}-{c[0]}")
def rejeu(request):
    # le journal tel que le juge le lit
    return replace(rejouer(*request.param), journal=rejouer.journal_du_juge(*request.param))


def _simple(texte):
    return texte.replace("\u00a0", " ")


def test_une_centaine_de_lignes_datees_et_numerotees(rejeu):
    journal = rejeu.journal
    assert 80 <= len(journal) <= 150  # mesuré : 116
    assert journal["ligne"].str.match(r"^J-\d{4}$").all() and journal["ligne"].is_unique
    assert journal["ligne"].is_monotonic_increasing and journal["date"].is_monotonic_increasing
    assert journal["date"].str.match(r"^2025-0[6-9]-\d{2}$").all()
    assert journal["usager"].dtype == bool and journal["tort"].dtype == bool
    assert journal["personne"].str.len().gt(3).all() and journal["texte"].str.len().gt(30).all()


def test_chaque_tort_a_une_perte_lisible_et_les_autres_lignes_n_en_ont_pas(rejeu):
    for ligne in rejeu.journal.itertuples():
        assert ligne.tort == bool(ligne.pertes) == bool(ligne.perte)
        for perte in ligne.pertes:
            assert perte in PERTES
            assert any(signe in _simple(ligne.texte) for signe in SIGNES[perte]), (perte, ligne.texte)
    assert set(rejeu.journal["perte"]) == {"", *PERTES}


def test_des_non_usagers_perdent_du_temps_du_revenu_et_le_gout_du_travail(rejeu):
    leses = rejeu.journal[rejeu.journal["tort"]]
    assert {"temps", "revenu", "travail_bien_fait"} <= set(leses.loc[~leses["usager"], "perte"])
    assert {"place", "revenu", "explication"} <= set(leses.loc[leses["usager"], "perte"])
    assert rejeu.journal["tort"].mean() == pytest.approx(0.53, abs=0.08)  # mesuré : 0,534


def test_chaque_ligne_qui_cite_un_dossier_dit_vrai(rejeu):
    decisions = rejeu.decisions.set_index("num_dossier")
    cites = 0
    for ligne in rejeu.journal.itertuples():
        for numero in re.findall(r"2025-\d{5}", ligne.texte):
            dossier = decisions.loc[numero]
            cites += 1
            assert dossier["refus_a_tort"] == ligne.tort, ligne.texte
            assert dossier["prenom"] in ligne.texte or dossier["prenom"] in ligne.personne
            if "réservée" in ligne.texte:
                assert dossier["decision"] == "accepter" and dossier["recevable"]
            elif not ligne.tort:
                assert dossier["decision"] == "refuser" and not dossier["eligible"]
    assert cites > 60


def test_les_parents_de_lea_ont_leur_lettre_et_karim_appelle(rejeu):
    lettre = rejeu.journal[rejeu.journal["personne"].eq("les parents de Léa")]
    assert len(lettre) == 1 and lettre["perte"].iloc[0] == "place" and lettre["usager"].iloc[0]
    karim = rejeu.journal[rejeu.journal["personne"].str.startswith("Karim")]
    assert len(karim) == 1 and karim["perte"].iloc[0] == "temps" and not karim["usager"].iloc[0]
    assert lettre["date"].iloc[0] < karim["date"].iloc[0]


def test_un_service_qui_ne_refuse_personne_a_tort_n_a_pas_de_tort_au_journal():
    decisions = rejouer(1).decisions
    repare = decisions.assign(decision=np.where(decisions["recevable"], "accepter", "refuser"))
    journal = tirer_journal(np.random.default_rng(1), repare)
    assert len(journal) > 40 and not journal["tort"].any()
    un_seul = repare.copy()
    un_seul.loc[un_seul.index[un_seul["recevable"]][0], "decision"] = "refuser"
    journal = tirer_journal(np.random.default_rng(1), un_seul)
    assert set(journal.loc[journal["tort"], "perte"]) == {"place", "temps", "revenu", "explication"}
    assert journal["tort"].sum() == 4


def test_les_numeros_de_ligne_dependent_de_la_graine():
    numeros = [tuple(rejouer.journal_du_juge(g).loc[lambda t: t["tort"], "ligne"]) for g in range(5)]
    assert len(set(numeros)) == 5
    for i in range(4):
        communs = set(numeros[i]) & set(numeros[i + 1])
        assert len(communs) < 0.35 * len(numeros[i])  # mesuré : 0,10 au plus


def test_les_colonnes_du_juge_restent_au_juge(rejeu):
    montre = pour_apprenant(rejeu.journal)
    assert list(montre.columns) == ["ligne", "date", "source", "personne", "usager", "texte"]
    assert {"tort", "perte", "pertes"} <= set(rejeu.journal.columns)
    with pytest.raises(ValueError, match="texte"):
        pour_apprenant(montre.drop(columns="texte"))


def test_les_textes_se_composent_en_francais_sans_reste(rejeu):
    for texte in rejeu.journal["texte"]:
        assert not re.search(r"[{}]|nan|None|True|False", texte), texte
        assert not re.search(r" [;:?!»]|« ", texte), texte
        assert not re.search(r"\b(d'[BCDFGLMNPRST]|de [AEIOUÉ])[a-zà-ÿ]+ (était|alors)", texte)
    varies = rejeu.journal.loc[rejeu.journal["tort"], "texte"].str.replace(r"\d+|[A-ZÉ]\w+", "", regex=True)
    assert varies.nunique() > 20


def test_les_agents_du_journal_sont_ceux_de_la_distribution(rejeu):
    agents = {p.prenom for p in PERSONNES if p.agent}
    internes = rejeu.journal[rejeu.journal["source"].isin(["feuille d'heures", "animations", "réunion de service"])]
    assert {p.split(",")[0] for p in internes["personne"]} <= agents
    assert not internes["usager"].any()


def test_aucune_phrase_ne_juge_une_famille():
    tout = str(TEXTES).lower()
    for mot in ("monoparental", "assist", "quartier", "étrang", "origine", "retardataire", "mauvais"):
        assert mot not in tout


def test_une_entree_absurde_donne_une_phrase():
    decisions = rejouer(1).decisions
    with pytest.raises(TypeError, match="default_rng"):
        tirer_journal(1, decisions)
    with pytest.raises(ValueError, match="recevable"):
        tirer_journal(np.random.default_rng(1), decisions.drop(columns="recevable"))
    with pytest.raises(TypeError, match="Monde"):
        tirer_journal(np.random.default_rng(1), decisions, "mercredi")


def test_le_rejeu_montre_le_journal_sans_l_avis_du_juge():
    montre = rejouer(3).journal
    assert not set(COLONNES_DU_JUGE) & set(montre.columns)
    assert montre["ligne"].tolist() == rejouer.journal_du_juge(3)["ligne"].tolist()
