"""La simulation de la campagne : d'où viennent les gens, ce qu'ils ont dit, ce que l'agenda contient, ce qui fuit."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from chatmairie.echecs.acte.tirage import fichier_collecte
from chatmairie.echecs.campagne.mecanisme import (
    CANAUX_DE_PORTEE,
    PART_APPEL_UTILE,
    TORTS,
    compter_les_torts,
    longueur_sms,
    portee,
    portee_attendue,
    pour_sms,
)
from chatmairie.echecs.campagne.monde import MONDE_DU_COURS, Monde, monde_mute
from chatmairie.echecs.campagne.rejeu import rejouer
from chatmairie.echecs.campagne.tirage import ages, tirer_evenements, tirer_fichier
from tests.patience import temps_de_calcul

GRAINES = range(7, 7 + 20 * 91, 91)


def mondes() -> list[tuple[int, Monde]]:
    return [(g, MONDE_DU_COURS if g % 2 else monde_mute(np.random.default_rng(g))) for g in GRAINES]


def qui_a_droit(personnes: pd.DataFrame, consentements: pd.DataFrame, campagne: dict) -> set[str]:
    """Relu d'après les événements seuls, sans les scénarios de la simulation."""
    dernier: dict[str, tuple] = {}
    for e in consentements.itertuples():
        if e.finalite == campagne["finalite"] and e.canal == campagne["canal"] and e.date <= campagne["date"]:
            if e.id_personne not in dernier or e.date > dernier[e.id_personne][0]:
                dernier[e.id_personne] = (e.date, e.accord and e.preuve in campagne["preuves_valables"])
    contact = campagne["contact"]
    bons = (
        personnes[contact].ne("")
        & personnes[f"{contact}_verifie"]
        & ~personnes["parti_ou_decede"]
        & (ages(personnes, campagne["date"]) >= campagne["age_minimum"])
    )
    return {i for i in personnes.loc[bons, "id_personne"] if dernier.get(i, ("", False))[1]}


@pytest.mark.parametrize(("graine", "monde"), mondes())
def test_la_verite_est_celle_que_disent_les_evenements(graine: int, monde: Monde) -> None:
    fichier = tirer_fichier(np.random.default_rng(graine), monde, 900)
    situations = fichier.situations
    attendu = qui_a_droit(fichier.personnes, fichier.consentements, fichier.campagne)
    assert set(situations.loc[situations["droit"], "id_personne"]) == attendu
    assert 0.15 < len(attendu) / 900 < 0.35


@pytest.mark.parametrize(("graine", "monde"), mondes())
def test_l_ordre_des_lignes_n_est_pas_celui_des_dates(graine: int, monde: Monde) -> None:
    """Prendre la dernière ligne saisie, c'est se tromper sur des gens : cela se voit à chaque tirage."""
    fichier = tirer_fichier(np.random.default_rng(graine), monde, 900)
    c = fichier.consentements
    ici = c[c["finalite"].eq(monde.finalite) & c["canal"].eq(monde.canal) & c["date"].le(monde.date)]
    saisie = ici.drop_duplicates("id_personne", keep="last").set_index("id_personne")["accord"]
    vrai = ici.sort_values("date").drop_duplicates("id_personne", keep="last").set_index("id_personne")["accord"]
    assert (saisie != vrai.reindex(saisie.index)).sum() >= 3


@pytest.mark.parametrize(("graine", "monde"), mondes())
def test_l_agenda_a_sa_part_d_interne_et_rien_d_interne_n_a_les_deux_marques(graine: int, monde: Monde) -> None:
    agenda = tirer_evenements(np.random.default_rng(graine), monde, 80)
    nature = agenda.verite["nature"]
    assert nature.eq("interne").mean() == pytest.approx(0.20) and nature.eq("brouillon").sum() >= 4
    marques = agenda.evenements["visibilite"].eq("public") & agenda.evenements["valide_par"].ne("")
    assert (marques == nature.eq("public")).all()
    internes = agenda.evenements[nature.eq("interne")]
    assert {"", "public"} <= set(internes["visibilite"])  # des cases vides, et des « public » d'office
    assert internes["valide_par"].ne("").any() and internes["type"].eq("culture").any()
    assert agenda.evenements[nature.eq("public")]["type"].ne("culture").any()
    assert agenda.evenements["id"].is_unique
    assert agenda.verite["sensible"].sum() >= 5


def test_on_rit_a_la_premiere_ligne_et_pas_a_la_quatrieme() -> None:
    for graine in (2026, 5, 77):
        rejeu = rejouer(graine)
        titres = list(rejeu.evenements["titre"][:10])
        assert titres[0] == "Pot de départ de Jean-Mi" and "Billard avec le service voirie" in titres[1]
        assert "médical" in titres[3] and "disciplinaire" in titres[4] and "syndicale" in titres[5]
        assert "2e étage" in rejeu.textes[rejeu.evenements["id"].iloc[0]]


@pytest.mark.parametrize("graine", [2026, *list(GRAINES)[:4]])
def test_quatre_numeros_sur_cinq_viennent_de_chatmairie(graine: int) -> None:
    rejeu = rejouer(graine)
    avec = rejeu.personnes[rejeu.personnes["telephone"].ne("")]
    assert 0.75 <= avec["base_origine"].str.startswith("ChatMairie").mean() <= 0.85


def test_les_personnes_de_l_acte_sont_celles_du_carnet_41() -> None:
    collecte, rejeu = fichier_collecte(2026), rejouer(2026)
    actes = rejeu.personnes[rejeu.personnes["base_origine"].eq("ChatMairie : acte de naissance")]
    assert len(actes) == len(collecte) == 2000
    assert sorted(actes["prenom"]) == sorted(collecte["prenom"])
    communs = set(actes["telephone"]) & set(collecte["telephone"])
    assert len(communs) > 0.9 * collecte["telephone"].nunique()  # quelques-uns partagent un téléphone


def test_les_gens_de_la_distribution_gardent_leur_place() -> None:
    for graine in (2026, 3, 11):
        rejeu = rejouer(graine)
        situation = rejeu.situations.set_index(rejeu.personnes["prenom"])["situation"]
        assert situation["Fatoumata"] == "rien" and situation["Linh"] == "autre_finalite"
        assert situation["Aurélie"] == "retire" and situation["Margaux"] == "droit"
        karim = rejeu.personnes[rejeu.personnes["prenom"].eq("Karim")].iloc[0]
        assert karim["telephone"] == ""


def test_la_boite_d_envoi_a_une_ligne_par_message() -> None:
    rejeu = rejouer(2026)
    joignables = int(rejeu.personnes["telephone"].ne("").sum())
    assert len(rejeu.envois) == joignables * len(rejeu.evenements)
    assert rejeu.envois["rang"].max() == len(rejeu.evenements)


def test_meme_graine_memes_tables_et_des_copies() -> None:
    un = rejouer(2026)
    un.personnes.loc[:, "prenom"] = "X"
    un.campagne["preuves_valables"].clear()
    deux = rejouer(2026)
    assert not deux.personnes["prenom"].eq("X").any() and deux.campagne["preuves_valables"]
    assert not rejouer(2027).personnes["telephone"].equals(deux.personnes["telephone"])


def test_un_rejeu_neuf_prend_moins_de_deux_secondes() -> None:
    rejouer(1)  # imports
    rejouer.cache_clear()
    assert temps_de_calcul(lambda fois: rejouer(987 + fois)) < 2


@pytest.mark.parametrize("graine", ["2026", 1.5, None, True])
def test_une_graine_qui_n_est_pas_un_entier_est_refusee(graine: object) -> None:
    with pytest.raises(TypeError, match="graine"):
        rejouer(graine)


def test_les_autres_entrees_absurdes_sont_refusees() -> None:
    with pytest.raises(ValueError, match="graine"):
        rejouer(-1)
    with pytest.raises(ValueError, match="lignes"):
        tirer_fichier(np.random.default_rng(1), MONDE_DU_COURS, 3)
    with pytest.raises(TypeError, match="hasard"):
        tirer_evenements(42, MONDE_DU_COURS)
    with pytest.raises(ValueError, match="Canal inconnu"):
        portee(rejouer(2026), ["tambour"])


# --- les torts et la portée -------------------------------------------------------------------------


def test_la_campagne_naive_fait_tous_les_torts_sauf_oublier() -> None:
    rejeu = rejouer(2026)
    comptes = compter_les_torts(rejeu, rejeu.personnes["id_personne"], rejeu.evenements["id"])
    assert set(comptes) == set(TORTS)
    assert comptes.pop("oublies") == 0 and min(comptes.values()) >= 1
    assert comptes["agents"] >= 4


def test_ne_rien_envoyer_oublie_tout_le_monde_et_n_expose_personne() -> None:
    rejeu = rejouer(2026)
    for gens, entrees in (([], rejeu.evenements["id"]), (rejeu.personnes["id_personne"], [])):
        comptes = compter_les_torts(rejeu, gens, entrees)
        droit = rejeu.personnes.loc[rejeu.situations["droit"], "telephone"].nunique()
        assert comptes["oublies"] == droit
        assert sum(comptes.values()) == droit


def test_la_portee_compte_qui_n_a_pas_de_telephone() -> None:
    for graine in (2026, 8, 19):
        rejeu = rejouer(graine)
        seul = portee(rejeu, ["message"])
        tous = portee(rejeu, CANAUX_DE_PORTEE)
        assert seul.loc["sans téléphone", "joints"] == 0
        assert tous.loc["sans téléphone", "joints"] > 0.5 * tous.loc["sans téléphone", "interesses"]
        assert portee(rejeu, ["affiche"]).loc["personnes aveugles", "joints"] == 0
        assert (seul["interesses"] == tous["interesses"]).all()


def test_la_portee_attendue_est_celle_des_tirages() -> None:
    canaux = ("guichet", "appel")
    attendue = portee_attendue(canaux)
    mesures = [portee(rejouer(g), canaux).loc["sans téléphone"] for g in (2026, 8, 19)]
    part = sum(m["joints"] for m in mesures) / sum(m["interesses"] for m in mesures)
    assert part == pytest.approx(attendue["sans téléphone"], abs=0.06)
    assert portee_attendue([]) == {"sans téléphone": 0.0, "personnes aveugles": 0.0}
    assert portee_attendue(["appel"])["personnes aveugles"] == pytest.approx(PART_APPEL_UTILE)


@pytest.mark.parametrize(
    ("texte", "signes", "messages"),
    [("", 0, 0), ("a" * 160, 160, 1), ("a" * 161, 161, 2), ("€" * 80, 160, 1), ("ê" * 70, 70, 1), ("ê" * 71, 71, 2)],
)
def test_la_longueur_d_un_sms(texte: str, signes: int, messages: int) -> None:
    mesure = longueur_sms(texte)
    assert (mesure["signes"], mesure["messages"]) == (signes, messages)


def test_pour_sms_ne_garde_que_l_alphabet_des_sms() -> None:
    rendu = pour_sms("Théâtre : « L'œuvre » — à 18 h 30… ✨")
    assert longueur_sms(rendu)["hors_gsm"] == ""
    assert rendu.startswith('Théatre : "L\'oeuvre"')
    for fonction in (pour_sms, longueur_sms):
        with pytest.raises(TypeError, match="texte"):
            fonction(12)
