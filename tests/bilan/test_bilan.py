"""Ce que le bilan montre : des résultats enregistrés et à jour, chacun raconté, ses paris retrouvés, une attestation
honnête."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest

from chatmairie import devoiler, prevoir
from chatmairie.echecs import catalogue
from chatmairie.echecs.bilan import attestation as att
from chatmairie.echecs.bilan import figures, memoire, resultats
from chatmairie.echecs.bilan.exercices import auditer, desactiver, refaire
from chatmairie.echecs.bilan.figures import manette_heures
from chatmairie.echecs.bilan.indicateurs import INDICATEURS
from chatmairie.echecs.bilan.resultats import MINUTES, compter
from chatmairie.echecs.commun import recit
from chatmairie.echecs.commun.distribution import PERSONNES
from chatmairie.echecs.donnees.rejeu import rejouer
from chatmairie.juge import jugement
from chatmairie.parcours import progres
from chatmairie.referentiel.lecture import charger
from outils import resultats_bilan


@pytest.fixture(autouse=True)
def _progression_a_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(progres.VARIABLE_FICHIER, str(tmp_path / "progression.json"))


def lu(objet: object) -> str:
    return re.sub("[\u00a0\u202f]", " ", str(objet))


# --- les résultats enregistrés --------------------------------------------------------------------------


@pytest.mark.lent
def test_les_resultats_enregistres_sont_ceux_des_carnets_resolus() -> None:
    assert resultats_bilan.fabriquer() == resultats_bilan.DESTINATION.read_text(encoding="utf-8")


def test_chaque_echec_du_cours_est_compte_avant_et_apres_sur_les_memes_gens() -> None:
    presents = {i.split(".")[0] for i in catalogue.tous()} & set(resultats.ECHECS)
    assert set(resultats.charger()) == presents and list(resultats.ECHECS) == list(MINUTES)
    for r in resultats.charger().values():
        assert 0 <= r.apres < r.avant <= r.sur and r.gestes > 0
        assert r.apres <= 0.2 * r.avant, f"{r.echec} : réparé, il devrait rester moins d'un tort sur cinq"


def test_aucune_solution_dans_le_paquet_installe() -> None:
    """Des nombres et des phrases, jamais le texte d'une réponse du formateur."""
    texte = resultats.FICHIER.read_text(encoding="utf-8")
    assert "def " not in texte and "lambda" not in texte and "choisir(" not in texte


def test_un_bon_indicateur_separe_et_un_mauvais_non() -> None:
    separes = {c for c, i in INDICATEURS.items() if i.malade[0] > i.sain[1] or i.malade[1] < i.sain[0]}
    assert separes == {
        "echecs_pire_public", "refus_a_tort_pire_groupe", "comprehension_pire_facon", "parcours_reussis",
        "actes_a_un_autre", "recus_sans_accord", "entrees_internes",
    }  # fmt: skip
    assert {INDICATEURS[c].echec for c in separes} == set(resultats.ECHECS)
    for code, i in INDICATEURS.items():
        bas, haut = i.echelle
        seuils = np.unique(np.concatenate([np.linspace(bas, haut, 501), *([*x] for x in (i.malade, i.moitie, i.sain))]))
        for sujet in jugement.sujets_de_notation(refaire.EXERCICE):
            tenus = [s for s in seuils if refaire.tient(sujet, {"indicateur": code, "seuil": s})]
            assert bool(tenus) is (code in separes), (code, tenus)


@pytest.mark.parametrize("code", ["refus_a_tort_pire_groupe", "actes_a_un_autre", "recus_sans_accord"])
def test_etre_plus_prudent_qu_un_service_sain_n_est_jamais_une_faute(code: str) -> None:
    """Du plus mauvais service sain au meilleur de ceux qui rouvrent : tous les seuils tiennent ; un service à moitié
    réparé ne rouvre jamais."""
    i = INDICATEURS[code]
    for sujet in jugement.sujets_de_notation(refaire.EXERCICE):
        for seuil in np.linspace(i.sain[0] + 0.4 * (i.sain[1] - i.sain[0]), i.sain[1], 9):
            assert refaire.tient(sujet, {"indicateur": code, "seuil": float(seuil)}), seuil
        assert not refaire.tient(sujet, {"indicateur": code, "seuil": i.malade[0] - (1 if i.entier else 0.01)})


# --- chacun est raconté ---------------------------------------------------------------------------------


def test_chaque_personne_de_la_distribution_a_un_avant_et_un_apres() -> None:
    racontes = memoire.devenirs()
    assert list(racontes) == [p.cle for p in PERSONNES]
    for cle, r in racontes.items():
        assert r["avant"] != r["apres"] and r["carnets"], cle
        for texte in (r["avant"], r["apres"]):
            assert len(texte) <= 200 and texte.rstrip("»\u00a0 ").endswith((".", "?", "!")), texte
    for agents in (False, True):
        assert all(p.prenom in lu(figures.montrer_devenirs(agents)) for p in PERSONNES if p.agent is agents)


def test_lea_est_bien_refusee_avant() -> None:
    decisions = rejouer(resultats.graine()).decisions
    ligne = decisions[decisions["prenom"].eq("Léa") & decisions["age"].eq(3)].iloc[0]
    assert ligne["decision"] == "refuser" and ligne["jour_depot"] == "mercredi" and ligne["recevable"]
    assert "refusée" in memoire.devenirs()["lea"]["avant"] and "cceptée" in memoire.devenirs()["lea"]["apres"]


def test_les_reactions_vont_du_decu_au_furieux_et_une_personne_etait_servie() -> None:
    tons = [r["ton"] for r in memoire.reactions()]
    assert {t.rstrip("e") for t in tons} == {"déçu", "consterné", "furieux", "furieus", "servi"}
    assert tons[-1] == "servi" and tons.count("servi") == 1
    page = figures.montrer_reactions()
    assert lu(page).count("C'est ça votre Smart City ?") == 2
    assert "<img" not in page._repr_html_() and all(r["texte"][:40] in lu(page) for r in memoire.reactions())


# --- ses paris et ses craintes --------------------------------------------------------------------------


def test_les_craintes_sont_a_cote_de_ce_qui_s_est_passe() -> None:
    assert "aucune n'a été gardée" in lu(memoire.montrer_vos_craintes())
    recit.craindre(acte="quelqu'un demande le mien", campagne="fuite")
    dit = lu(memoire.montrer_vos_craintes())
    assert "quelqu'un demande le mien" in dit and recit.MOTS["fuite"] in dit and "n'avaient rien demandé" in dit
    assert set(memoire.ISSUES) == set(recit.SOUHAITS)
    assert [i["echec"] for i in memoire.ISSUES.values()] == list(resultats.ECHECS)


def test_tous_les_paris_du_cours_ont_ce_qui_s_est_passe() -> None:
    enregistres = resultats.paris()
    attendus = {i for i in catalogue.paris() if not i.startswith("bilan.") and i != "accueil.temps_fou"}
    assert set(enregistres) == attendus
    dit = lu(memoire.montrer_vos_paris())
    assert "À dévoiler" not in dit and all(lu(catalogue.pari(i).question)[:40] in dit for i in attendus)
    page = memoire.montrer_vos_paris()._repr_html_()
    assert "<code>jour_depot</code>" in page and "`" not in page


def test_ce_que_j_ai_devoile_moi_meme_passe_avant_ce_qui_est_enregistre() -> None:
    prevoir("donnees.combien", 40)
    devoiler("donnees.combien", rejouer(7))
    dit = lu(memoire.montrer_vos_paris())
    attendu = catalogue.pari("donnees.combien").devoilement(rejouer(7))
    assert attendu in dit and resultats.paris()["donnees.combien"] not in dit and "40 sur 100" in dit


def test_une_progression_bizarre_ne_casse_pas_le_bilan() -> None:
    suivi = progres.courant()
    suivi.ecrire("paris", "donnees.combien", ["douze"])
    suivi.ecrire("paris", "inconnu.pari", 3)
    suivi.ecrire("notes", progres.cle_du_devoilement("donnees.combien"), 12)
    suivi.ecrire("notes", "donnees.projet", "texte")
    assert "illisible" in lu(memoire.montrer_vos_paris()) and memoire.projet() == {}
    assert "Attestation" in att.page("Ada")


# --- le temps fou ---------------------------------------------------------------------------------------


def test_les_heures_se_comptent_et_se_deplacent() -> None:
    heures = compter()
    assert heures.gagnees == pytest.approx(sum(r.gestes * MINUTES[e][0] / 60 for e, r in resultats.charger().items()))
    assert heures.passees == pytest.approx(sum(r.avant * MINUTES[e][1] / 60 for e, r in resultats.charger().items()))
    assert compter(0, 1).gagnees == 0 == compter(1, 0).passees
    assert compter(repare=True).solde > heures.solde
    with pytest.raises(ValueError, match="positif"):
        compter(-1)
    manette = manette_heures()
    avant = lu(manette.resultat)
    manette.regler(gain=300, reparation=0, service="réparé")
    assert lu(manette.resultat) != avant and "gagnées" in lu(manette.resultat)
    for commande in manette.commandes.values():
        assert commande.extremes() if hasattr(commande, "extremes") else True


def test_la_promesse_du_maire_se_devoile(capsys: pytest.CaptureFixture[str]) -> None:
    devoiler("accueil.temps_fou", compter())
    assert re.search(r"\d échecs sur 5.* multipliées par 0,\d\d\.", lu(capsys.readouterr().out), re.S)


# --- les tableaux des exercices -------------------------------------------------------------------------


def test_les_douze_criteres_sont_ceux_du_referentiel() -> None:
    choix = charger().choix.audit_bilan
    assert sorted(auditer.ATTENDUS) == sorted(c for liste in choix.values() for c in liste)
    assert all(len(liste) >= 2 for liste in choix.values())
    for attendu in auditer.ATTENDUS.values():
        for reponse, preuve, manque in attendu.reponses:
            assert reponse in auditer.REPONSES and preuve in auditer.PREUVES and preuve not in auditer.VAINES
            assert (reponse == "partiel") == bool(manque) and manque not in auditer.MANQUES_VAINS
            assert not (reponse == "oui" and (attendu.reste or preuve == auditer.AUCUNE))


def test_chaque_code_demande_est_montre() -> None:
    assert all(code in lu(figures.montrer_etapes()) for code in (*desactiver.ETAPES, *desactiver.ROLES))
    assert all(code in lu(figures.montrer_indicateurs()) for code in (*INDICATEURS, *refaire.QUI))
    codes_d_audit = (*auditer.ATTENDUS, *auditer.PREUVES, *auditer.MANQUES)
    assert all(code in lu(figures.montrer_criteres_audit()) for code in codes_d_audit)
    for echec, texte in (("2 à 12", "envoi"), ("4 à 12 jours", "rentrée"), ("2 à 7 jours", "journaux")):
        assert echec in lu(figures.montrer_la_situation(2026)) and texte in lu(figures.montrer_la_situation(2026))


def test_l_audit_montre_ce_qui_manque_et_dit_ce_qu_il_ne_lit_pas() -> None:
    assert "Écrivez d'abord" in lu(figures.montrer_audit(...))
    assert "Il manque 12 critères" in lu(figures.montrer_audit({}))
    bons = {c: next(iter(sorted(a.reponses, reverse=True))) for c, a in auditer.ATTENDUS.items()}
    dit = lu(figures.montrer_audit(bons))
    assert "CM-UX-02" in dit and "4 critères sur 12 sont tenus, preuve" in dit and "preuve citée : " in dit


# --- l'attestation --------------------------------------------------------------------------------------


def test_l_attestation_dit_ce_qu_elle_n_est_pas_et_ne_suit_personne(tmp_path: Path) -> None:
    progres.courant().ecrire(
        "exercices", "donnees.decider", {"statut": "réussi", "points": 4.0, "essais": 2, "indices": 0}
    )
    progres.courant().ecrire(
        "notes", "donnees.projet", {"lignes": ["Chez nous, <b>le</b> vendredi."], "le": "2026-11-24"}
    )
    fichier = tmp_path / "attestation.html"
    assert "est prête" in lu(att.attestation('Ada <script>alert("x")</script>', fichier))
    page = fichier.read_text(encoding="utf-8")
    assert '<html lang="fr">' in page and "<h1>" in page and page.count("<h1>") == 1
    for interdit in ("<script", "http://", "<img", "<link", "<iframe", "cookie"):
        assert interdit not in page
    assert "Ada &lt;script&gt;" in page and "Chez nous, &lt;b&gt;le&lt;/b&gt; vendredi." in page
    for promis in ("ni un diplôme", "personne n'a vérifié", "éditeur de texte", "1 sur 5"):
        assert promis in lu(page), promis
    assert "Rien n'a été écrit" in lu(att.attestation("Ada", fichier)) and "Ada &lt;" in fichier.read_text(
        encoding="utf-8"
    )
    assert "est prête" in lu(att.attestation("Ada", fichier, remplacer=True))


def test_sans_nom_ou_avec_un_nom_absurde_rien_n_est_ecrit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "Pour l'écrire" in lu(att.attestation())
    for absurde in ("", "  ", 12, None):
        assert "attestation(" in lu(att.attestation(absurde))
    assert "Rien n'a été écrit" in lu(att.attestation("Ada", tmp_path / "absent" / "a.html"))
    assert list(tmp_path.glob("*.html")) == []
