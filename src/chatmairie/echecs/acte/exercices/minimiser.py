"""`acte.minimiser` : ne demander que ce qui sert à cette demande-là.

Le juge rejoue chaque demande avec les champs rendus : l'acte est-il retrouvé, arrive-t-il, que reste-t-il en trop ?
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from numpy.random import Generator

from chatmairie.echecs.acte.exercices._commun import MONDES, un
from chatmairie.echecs.acte.monde import ACTES, AVEC_FILIATION, CHAMPS, Monde
from chatmairie.echecs.acte.tirage import tirer_registre
from chatmairie.juge import formes
from chatmairie.juge.exercice import Constat, Entrees, Productions, Reponse, Sujet
from chatmairie.juge.fiche import Fiche
from chatmairie.langue.mots import sans_accents

F = Fiche(__file__)
DEMANDES = 120
PART_UTILE = 0.10
"""Part des demandes qui doivent aboutir pour que le reste se juge. Mesuré : 0 en ne demandant rien ; 0,12 et plus quand
il manque un seul champ à tout le monde."""
IDENTITE = {"nom", "prenoms", "date_naissance"}
CONTACTS = ("telephone", "courriel")


def _sujet(hasard: Generator, monde: Monde) -> Sujet:
    registre = tirer_registre(hasard, DEMANDES).to_dict("records")
    demandes = [tirer_demande(hasard, monde) for _ in registre]
    return Sujet(
        entrees={"demandes": demandes},
        verite={"demandes": demandes, "qui": [f"{r['prenom']} {r['nom']}" for r in registre]},
    )


def tirer_demande(hasard: Generator, monde: Monde) -> dict[str, Any]:
    """Une demande : acte, usage, besoin_d_un_acte, lien, identification (« FranceConnect+ » ou « aucune »), remise,
    contact."""
    besoin = bool(hasard.random() < 0.8)
    acte = ACTES[int(hasard.choice(3, p=[0.5, 0.25, 0.25]))]
    plus = acte in AVEC_FILIATION and hasard.random() < 0.5
    return {
        "acte": acte,
        "usage": un(hasard, monde.avec_acte if besoin else monde.sans_acte),
        "besoin_d_un_acte": besoin,
        "lien": "la personne elle-même" if hasard.random() < 0.5 else un(hasard, monde.ayants_droit),
        "identification": "FranceConnect+" if plus else "aucune",
        "remise": "espace sécurisé" if plus and hasard.random() < 0.6 else "courrier",
        "contact": str(hasard.choice(CONTACTS)),
    }


def _repondre(productions: Productions, entrees: Entrees) -> Reponse:
    fonction = formes.fonction(productions["champs_necessaires"], "champs_necessaires")
    return {"champs": [lire_les_champs(fonction(dict(d))) for d in entrees["demandes"]]}


def lire_les_champs(rendu: Any) -> list[str]:
    """Les champs, triés, sans chicaner sur casse et accents. Lève `FormeInattendue`."""
    if isinstance(formes.rendu(rendu, "champs_necessaires"), str):
        raise F.refus("un_texte")
    if issubclass(type(rendu), dict) and rendu:
        raise F.refus("un_dictionnaire")
    if issubclass(type(rendu), (dict, Iterator)):
        rendu = list(rendu)  # {} est un dictionnaire vide : on a voulu dire « rien »
    connus = {sans_accents(c): c for c in CHAMPS}
    lus = set()
    for champ in formes.liste(rendu, "champs_necessaires"):
        trouve = connus.get(sans_accents(champ).replace(" ", "_")) if isinstance(champ, str) else None
        if trouve is None:
            raise F.refus("champ_inconnu", champ=champ, connus=", ".join(CHAMPS))
        lus.add(trouve)
    return sorted(lus)


def champs_de_la_fiche(demande: Mapping[str, Any]) -> tuple[set[str], set[str]]:
    """(ce qu'il faut pour retrouver l'acte, ce qu'il faut pour le remettre), d'après la fiche."""
    if not demande["besoin_d_un_acte"]:
        return set(), set()
    transmis = demande["identification"] == "FranceConnect+" and demande["lien"] == "la personne elle-même"
    trouver = set() if transmis else IDENTITE
    if demande["acte"] in AVEC_FILIATION:
        trouver = trouver | {"parents"}
    return trouver, {"adresse"} if demande["remise"] == "courrier" else {demande["contact"]}


def en_trop(demande: Mapping[str, Any], champs: set[str]) -> set[str]:
    """Les champs rendus qui ne servent à rien pour cette demande ; rien, si elle n'a pas besoin d'un acte."""
    return champs.difference(*champs_de_la_fiche(demande)) if demande["besoin_d_un_acte"] else set()


Cas = list[tuple[str, Mapping[str, Any], set[str]]]


def _cas(sujet: Sujet, reponse: Reponse, lire: Callable[[Mapping[str, Any], set[str]], set[str]]) -> Cas:
    """(qui, demande, champs) : les champs que `lire` trouve, là où il en trouve."""
    tous = zip(sujet.verite["qui"], sujet.verite["demandes"], map(set, reponse["champs"]), strict=True)
    return [(qui, d, trouves) for qui, d, champs in tous if (trouves := lire(d, champs))]


@F.controle
def presque_tous_servis(sujet: Sujet, reponse: Reponse) -> Constat | None:
    """Une demande sur dix au moins aboutit : sinon, ne rien demander serait une réponse."""
    utiles = sum(d["besoin_d_un_acte"] for d in sujet.verite["demandes"])
    perdus = len(_cas(sujet, reponse, lambda d, champs: set().union(*champs_de_la_fiche(d)) - champs))
    if utiles - perdus >= PART_UTILE * utiles:
        return None
    return F.tort("personne_servi", perdus, aboutissent=utiles - perdus, sur=utiles)


@F.controle
def acte_retrouve(sujet: Sujet, reponse: Reponse) -> Constat | None:
    perdus = _cas(sujet, reponse, lambda d, champs: champs_de_la_fiche(d)[0] - champs)
    if not perdus:
        return None
    qui, d, manque = perdus[0]
    return F.tort(
        "acte_introuvable/homonymes" if manque == {"parents"} else "acte_introuvable/personne",
        len(perdus),
        qui=qui,
        acte=d["acte"],
        sur=sum(d["besoin_d_un_acte"] for d in sujet.verite["demandes"]),
        manque=", ".join(sorted(manque)),
        identification=d["identification"],
        lien=d["lien"],
    )


@F.controle
def acte_remis(sujet: Sujet, reponse: Reponse) -> Constat | None:
    perdus = _cas(sujet, reponse, lambda d, champs: champs_de_la_fiche(d)[1] - champs)
    if not perdus:
        return None
    qui, d, manque = perdus[0]
    return F.tort(
        "acte_pas_remis/courrier" if d["remise"] == "courrier" else "acte_pas_remis/contact",
        len(perdus),
        qui=qui,
        contact=CHAMPS[d["contact"]].nom,
        sur=len(sujet.verite["demandes"]),
        manque=", ".join(sorted(manque)),
        remise=d["remise"],
    )


@F.controle
def rien_de_trop(sujet: Sujet, reponse: Reponse) -> Constat | None:
    trop = _cas(sujet, reponse, lambda d, champs: en_trop(d, champs).difference(CONTACTS))
    if not trop:
        return None
    qui, d, champs = trop[0]
    return F.tort(
        "en_trop",
        len(trop),
        qui=qui,
        champs=", ".join(sorted(champs)),
        prise=next(c.prise for cle, c in reversed(CHAMPS.items()) if cle in champs),
        gardees=sum(len(c) for _, _, c in trop),
        sur=len(sujet.verite["demandes"]),
        acte=d["acte"],
        remise=d["remise"],
        identification=d["identification"],
    )


@F.controle
def un_seul_contact(sujet: Sujet, reponse: Reponse) -> Constat | None:
    trop = _cas(sujet, reponse, lambda d, champs: en_trop(d, champs).intersection(CONTACTS))
    if not trop:
        return None
    qui, d, champs = trop[0]
    return F.tort(
        "contacts_en_trop/courrier" if d["remise"] == "courrier" else "contacts_en_trop/choisi",
        len(trop),
        qui=qui,
        contacts=sorted(champs),
        choisi=d["contact"],
        sur=len(sujet.verite["demandes"]),
    )


@F.controle
def rien_si_pas_besoin(sujet: Sujet, reponse: Reponse) -> Constat | None:
    inutiles = _cas(sujet, reponse, lambda d, champs: set() if d["besoin_d_un_acte"] else champs)
    if not inutiles:
        return None
    qui, d, champs = inutiles[0]
    return F.tort("collecte_inutile", len(inutiles), qui=qui, usage=d["usage"], champs=len(champs))


# --- sans code ----------------------------------------------------------------------------------------


def _produire(decisions: Mapping[str, Any]) -> Productions:
    def champs_necessaires(demande: Mapping[str, Any]) -> set[str]:
        if not demande["besoin_d_un_acte"] and decisions["pas_besoin"] == "ne_rien_demander":
            return set()
        champs = set(decisions["toujours"])
        if demande["acte"] in AVEC_FILIATION:
            champs.update(decisions["avec_filiation"])
        champs.update(decisions["par_courrier"] if demande["remise"] == "courrier" else decisions["en_ligne"])
        if "contact_choisi" in champs:
            champs = champs - {"contact_choisi"} | {demande["contact"]}
        redemander = decisions["franceconnect_plus"]
        pour_soi = demande["lien"] == "la personne elle-même" or redemander == "jamais"
        if demande["identification"] == "FranceConnect+" and redemander != "redemander" and pour_soi:
            champs -= IDENTITE
        return champs

    return {"champs_necessaires": champs_necessaires}


EXERCICE = F.exercice(mondes=MONDES, sujet=_sujet, repondre=_repondre, produire=_produire)
