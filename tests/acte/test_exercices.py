"""Les juges du carnet 41 : des conséquences, dans des mondes frais ; les deux côtés de chaque erreur ; les
écritures."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest

from chatmairie.echecs import catalogue
from chatmairie.echecs.acte.exercices._commun import demandes_a_juger
from chatmairie.echecs.acte.exercices.notifier import fuites
from chatmairie.echecs.acte.monde import MONDE_DU_COURS, SITUATIONS, monde_mute
from chatmairie.juge import jugement
from chatmairie.juge.exercice import Verdict


def juger(identifiant: str, mondes: int = 0, **productions: Any) -> Verdict:
    exercice = catalogue.exercice(identifiant)
    sujets = [jugement.sujet_public(exercice)]
    sujets += [s for _, s in jugement.sujets_au_hasard(exercice, mondes)]
    return jugement.juger(exercice, productions, sujets, secondes=60).verdict


def familles(verdict: Verdict) -> set[str]:
    return {e.constat.famille for e in verdict.echecs if e.constat.phrase}


def decision(**changements: str) -> dict[str, str]:
    return {
        "voie": "courrier",
        "identification": "courrier_justifie",
        "remise": "courrier",
        "signe": "officier",
        "prevenir": "moyen_verifie",
        "motif": "Votre demande est transmise.",
    } | changements


# --- politique ----------------------------------------------------------------------------------------


def bonne_politique(demande: dict[str, Any]) -> dict[str, str]:
    fiche = demande["fiche"]
    if demande["usage"] in fiche["sans_acte"]:
        return decision(voie="pas_besoin", identification="aucune", remise="aucune")
    if demande["acte"] == "extrait sans filiation":
        return decision(identification="aucune")
    if demande["lien"] not in fiche["ayants_droit"]:
        return decision(voie="refus", identification="aucune", remise="aucune", motif="Cet acte est réservé.")
    if "franceconnect_plus" in demande["moyens"]:
        return decision(voie="en_ligne", identification="franceconnect_plus", remise="espace_securise")
    return decision()


def test_chaque_monde_a_de_quoi_juger_chaque_cote() -> None:
    for graine in range(20):
        hasard = np.random.default_rng(graine)
        monde = MONDE_DU_COURS if graine % 2 else monde_mute(hasard)
        demandes = demandes_a_juger(hasard, monde)
        genres = {d["genre"] for d in demandes}
        assert genres == {"ayant_droit", "sans_filiation", "sans_droit", "pas_besoin", "attaque"}
        ayants = [d for d in demandes if d["genre"] == "ayant_droit"]
        assert {d["situation"] for d in ayants} == set(SITUATIONS)
        assert min(sum(d["situation"] == s for d in ayants) for s in SITUATIONS) >= 3
        assert sum("franceconnect_plus" in d["vue"]["moyens"] for d in ayants) >= 10
        assert all("courrier_justifie" in d["vue"]["moyens"] for d in demandes)


def test_rien_dans_une_demande_ne_denonce_l_attaquant() -> None:
    """Une demande d'attaque se lit comme une autre : mêmes clés, mêmes valeurs possibles, aucun moyen qui la
    trahisse."""
    demandes = demandes_a_juger(np.random.default_rng(11), MONDE_DU_COURS)
    attaques = [d["vue"] for d in demandes if d["genre"] == "attaque"]
    honnetes = [d["vue"] for d in demandes if d["genre"] == "ayant_droit"]
    assert {tuple(v) for v in attaques} == {tuple(v) for v in honnetes}
    assert {m for v in attaques for m in v["moyens"]} <= {m for v in honnetes for m in v["moyens"]}
    assert {v["lien"] for v in attaques} <= {v["lien"] for v in honnetes}


def test_la_bonne_politique_tient_dans_douze_mondes() -> None:
    assert juger("acte.politique", 12, politique=bonne_politique).points == 5.0


@pytest.mark.parametrize(
    ("moyen", "famille"),
    [
        ("questions", "acte_vole"),
        ("photo_piece", "acte_vole"),
        ("code_numero_tape", "acte_vole"),
        ("code_numero_verifie", "acte_vole"),
        ("franceconnect", "acte_vole"),
        ("aucune", "acte_vole"),
    ],
)
def test_une_preuve_faible_est_passee_dans_chaque_monde(moyen: str, famille: str) -> None:
    def faible(demande: dict[str, Any]) -> dict[str, str]:
        rendu = bonne_politique(demande)
        peut = moyen == "aucune" or moyen in demande["moyens"]
        return rendu | {"identification": moyen} if rendu["identification"] == "courrier_justifie" and peut else rendu

    assert famille in familles(juger("acte.politique", 3, politique=faible))


def test_servir_tout_le_monde_et_refuser_tout_le_monde_perdent() -> None:
    sert = juger("acte.politique", 4, politique=lambda _d: decision(identification="aucune", remise="courriel"))
    refuse = juger("acte.politique", 4, politique=lambda _d: decision(voie="refus", remise="aucune"))
    inutile = juger("acte.politique", 4, politique=lambda _d: decision(voie="pas_besoin", remise="aucune"))
    assert sert.points <= 0.75 and refuse.points <= 0.25 and inutile.points <= 0.25


def test_le_partenaire_de_pacs_n_est_jamais_juge() -> None:
    for graine in range(40):
        monde = monde_mute(np.random.default_rng(graine))
        assert not any("pacs" in lien.lower() for lien in (*monde.ayants_droit, *monde.sans_droit))


@pytest.mark.parametrize(
    "rendu", [None, "courrier", [], {}, {"voie": "courrier"}, decision(voie="poste"), decision(motif=3)]
)
def test_une_decision_mal_formee_a_sa_phrase(rendu: Any) -> None:
    verdict = juger("acte.politique", politique=lambda _d: rendu)
    assert verdict.points == 0.0
    (echec, *_) = [e for e in verdict.echecs if e.constat.phrase]
    assert echec.constat.phrase and "None" not in echec.constat.phrase.replace("`None`", "")


# --- minimiser ----------------------------------------------------------------------------------------


def champs(demande: dict[str, Any]) -> set[str]:
    if not demande["besoin_d_un_acte"]:
        return set()
    soi = demande["identification"] == "FranceConnect+" and demande["lien"] == "la personne elle-même"
    trouver = set() if soi else {"nom", "prenoms", "date_naissance"}
    if demande["acte"] != "extrait sans filiation":
        trouver.add("parents")
    return trouver | ({"adresse"} if demande["remise"] == "courrier" else {demande["contact"]})


@pytest.mark.parametrize(
    "forme",
    [
        set, list, tuple, frozenset, sorted, iter, lambda c: dict.fromkeys(c).keys(), lambda c: (x.upper() for x in c),
        lambda c: np.array(sorted(c)), lambda c: pd.Series(sorted(c), dtype=object), lambda c: pd.Index(sorted(c)),
    ],
)  # fmt: skip
def test_toutes_les_facons_de_rendre_des_champs(forme: Any) -> None:
    verdict = juger("acte.minimiser", 6, champs_necessaires=lambda d: forme(champs(d)))
    assert verdict.points == 4.0


def test_un_dictionnaire_n_est_pas_un_ensemble() -> None:
    verdict = juger("acte.minimiser", 1, champs_necessaires=lambda d: dict.fromkeys(champs(d) | {"nom"}, True))
    assert verdict.points == 0.0
    assert "ensemble" in verdict.echecs[0].constat.phrase


@pytest.mark.parametrize("champ", ["lieu_naissance", "nationalite", "situation_familiale", "motif", "photo_piece"])
def test_chaque_champ_inutile_est_vu(champ: str) -> None:
    verdict = juger(
        "acte.minimiser", champs_necessaires=lambda d: champs(d) | ({champ} if d["besoin_d_un_acte"] else set())
    )
    assert familles(verdict) == {"en_trop"}


@pytest.mark.parametrize("champ", ["nom", "prenoms", "date_naissance", "parents", "adresse", "telephone", "courriel"])
def test_chaque_champ_utile_manque_a_quelqu_un(champ: str) -> None:
    verdict = juger("acte.minimiser", champs_necessaires=lambda d: champs(d) - {champ})
    assert familles(verdict) & {"acte_introuvable", "acte_pas_remis"}


def test_tout_demander_et_ne_rien_demander_perdent() -> None:
    tout = set().union(*(champs({**d, "besoin_d_un_acte": True}) for d in _demandes())) | {
        "motif",
        "courriel",
        "telephone",
    }
    assert juger("acte.minimiser", champs_necessaires=lambda _d: tout).points <= 1.75
    assert juger("acte.minimiser", champs_necessaires=lambda _d: set()).points <= 0.25


def _demandes() -> list[dict[str, Any]]:
    return jugement.sujet_public(catalogue.exercice("acte.minimiser")).entrees["demandes"]


# --- regler_code --------------------------------------------------------------------------------------

REGLAGE = {
    "longueur": 6,
    "essais": 5,
    "duree_min": 10,
    "envoye_a": "contact_verifie",
    "lie_a": "demande",
    "prolonger": True,
    "autre_voie": "guichet_et_courrier",
}


@pytest.mark.parametrize("longueur", [6, 7, 8])
@pytest.mark.parametrize("essais", [3, 4, 5])
@pytest.mark.parametrize(("duree", "prolonger"), [(10, False), (10, True), (15, False), (30, True), (5, True)])
def test_les_bons_reglages_passent_largement(longueur: int, essais: int, duree: float, prolonger: bool) -> None:
    reglage = REGLAGE | {"longueur": longueur, "essais": essais, "duree_min": duree, "prolonger": prolonger}
    assert juger("acte.regler_code", 2, REGLAGE_CODE=reglage).points == 3.0


def test_les_nombres_de_numpy_et_les_accents_sont_lus() -> None:
    reglage = REGLAGE | {"longueur": np.int64(6), "essais": 5.0, "envoye_a": "Contact vérifié", "lie_a": "DEMANDE"}
    assert juger("acte.regler_code", REGLAGE_CODE=reglage).points == 3.0


@pytest.mark.parametrize(
    "changement",
    [
        {"longueur": 0},
        {"essais": 2.5},
        {"duree_min": float("nan")},
        {"prolonger": "oui"},
        {"lie_a": 3},
        {"longueur": True},
    ],
)
def test_un_reglage_absurde_a_sa_phrase(changement: dict[str, Any]) -> None:
    verdict = juger("acte.regler_code", REGLAGE_CODE=REGLAGE | changement)
    assert verdict.points == 0.0 and next(iter(changement)) in verdict.echecs[0].constat.phrase


# --- notifier -----------------------------------------------------------------------------------------


def test_les_canaris_sont_trouves_meme_deguises() -> None:
    exercice = catalogue.exercice("acte.notifier")
    evenement = jugement.sujet_public(exercice).entrees["evenements"][0]
    annee, mois, jour = evenement["date_naissance"].split("-")
    assert fuites(f"né le {jour}/{mois}/{annee}", evenement) == ["date_naissance"]
    assert fuites(evenement["telephone"].replace(" ", "."), evenement) == ["telephone"]
    assert "nom" in fuites(" ".join(evenement["nom"]).lower(), evenement)
    assert fuites(f"+33{evenement['telephone'][1:]}", evenement) == ["telephone"]
    assert fuites(evenement["courriel"].split("@")[0], evenement) == ["courriel"]
    elise = evenement | {"prenom": "Élise-Lou"}
    assert fuites("Relisez votre dossier.", elise) == []
    assert fuites("Bonjour ÉLISE, du nouveau.", elise) == fuites("elise-lou", elise) == ["prenom"]
    assert fuites(f"{evenement['demande_id']} {evenement['type']} {evenement['date']}", evenement) == []


def test_un_message_neutre_ne_declenche_aucun_canari_par_hasard() -> None:
    texte = "Il y a du nouveau sur une démarche. Connectez-vous pour le lire : https://mairie.example/espace"
    exercice = catalogue.exercice("acte.notifier")
    for _, sujet in jugement.sujets_au_hasard(exercice, 12):
        assert all(fuites(texte, e) == [] for e in sujet.entrees["evenements"])


# --- code ---------------------------------------------------------------------------------------------


def test_l_horloge_avance_par_le_script_et_non_par_la_machine() -> None:
    import time

    class CodeUnique:
        def __init__(self, horloge):
            self.depart = {}

        def emettre(self, contact):
            self.depart[contact] = time.time()
            return "123456"

        def verifier(self, contact, code, session):
            return code == "123456" and time.time() - self.depart.get(contact, 0) < 600

    assert "code_sans_fin" in familles(juger("acte.code", CodeUnique=CodeUnique))


def test_une_classe_qui_plante_est_racontee() -> None:
    class CodeUnique:
        def __init__(self, horloge): ...

        def emettre(self, contact):
            return self.absent

        def verifier(self, contact, code, session):
            return True

    exercice = catalogue.exercice("acte.code")
    rendu = jugement.juger(exercice, {"CodeUnique": CodeUnique}, [jugement.sujet_public(exercice)])
    assert rendu.verdict.points == 0.0 and isinstance(rendu.erreur, AttributeError)
