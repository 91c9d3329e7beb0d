"""`acte.notifier` : un message qui ne dit rien à qui regarde par-dessus l'épaule, un journal qui ne raconte la vie de
personne. Des leurres (canaris) sont cachés dans chaque événement, et recherchés dans ce qui est rendu."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from numpy.random import Generator

from chatmairie.echecs.acte.exercices._commun import MONDES, un
from chatmairie.echecs.acte.monde import Monde
from chatmairie.echecs.acte.tirage import tirer_registre
from chatmairie.juge import formes
from chatmairie.juge.donnee_simple import est_nombre
from chatmairie.juge.exercice import Constat, Entrees, Productions, Reponse, Sujet
from chatmairie.juge.fiche import Fiche
from chatmairie.langue.mots import sans_accents

F = Fiche(__file__)
LIENS = tuple(f"https://mairie.example/{ou}" for ou in ("espace", "demarches", "etat-civil/suivi"))
TYPES = ("demande_recue", "acte_pret", "demande_refusee")
INTIMES = tuple(F.mots["intimes"])
UTILES = ("demande_id", "type", "date")
LONGUEUR_MIN = 20
LETTRES_MIN = 6  # lettres autour du lien : un lien tout seul ne dit pas d'où il vient
JOURS_MAX = 400
EVENEMENTS = 24


_LOINTAINES = (
    {"date_naissance": "2012-11-30", "motif": "adoption n° 7", "telephone": "+32 2 555 12 12"},
    {"date_naissance": "1931-02-08", "motif": "divorce n° 1", "courriel": "y@autre.example", "nom": "LE"},
    {"adresse": "foyer de la Gare", "motif": "PACS n° 88", "prenom": "Ô", "code": "000000"},
)
"""Chaque valeur intime change pour de bon d'une personne à l'autre : l'âge, l'indicatif, la boîte, le quartier, la
longueur, la raison."""


def _sujet(hasard: Generator, monde: Monde) -> Sujet:
    registre = tirer_registre(hasard, 50).to_dict("records")[:EVENEMENTS]
    evenements = [_evenement(hasard, monde, ligne, i) for i, ligne in enumerate(registre)]
    jumeaux = [{**e, "personne_existe": not e["personne_existe"]} for e in evenements]
    autres = [
        {**e, **{cle: voisin[cle] for cle in INTIMES}, **_LOINTAINES[rang % len(_LOINTAINES)]}
        for rang, (e, voisin) in enumerate(zip(evenements, evenements[1:] + evenements[:1], strict=True))
    ]  # le même événement, pour quelqu'un d'autre
    return Sujet(
        entrees={"evenements": evenements, "jumeaux": jumeaux, "autres": autres}, verite={"evenements": evenements}
    )


def _evenement(hasard: Generator, monde: Monde, ligne: Mapping[str, Any], rang: int) -> dict[str, Any]:
    """Un événement du service. Les valeurs intimes sont propres au tirage : on peut les rechercher mot à mot."""
    marque = int(hasard.integers(10**5))
    return {
        "demande_id": f"D-{int(hasard.integers(10**6)):06d}",
        "type": TYPES[0] if rang % 2 == 0 else TYPES[1 + int(hasard.integers(2))],
        "date": f"2025-{int(hasard.integers(1, 13)):02d}-{int(hasard.integers(1, 29)):02d}",
        "lien_espace": LIENS[rang % len(LIENS)],
        "personne_existe": bool(hasard.random() < 0.5),
        "prenom": f"{ligne['prenom']}-{un(hasard, ('Lou', 'Ange', 'Noa'))}",
        "nom": f"{ligne['nom'].upper()}{marque:05d}",
        "date_naissance": ligne["date_naissance"],
        "telephone": f"06 39 98 {int(hasard.integers(100)):02d} {int(hasard.integers(100)):02d}",
        "courriel": f"canari{marque:05d}@courriel.example",
        "adresse": f"{marque} {ligne['adresse'].split(' ', 1)[1]}",
        "motif": f"{un(hasard, monde.avec_acte)} n° {marque}",
        "code": f"{int(hasard.integers(10**6, 10**7))}",
    }


def _repondre(productions: Productions, entrees: Entrees) -> Reponse:
    notifier = formes.fonction(productions["notifier"], "notifier")
    journaliser = formes.fonction(productions["journaliser"], "journaliser")
    lots = {**entrees, "encore": entrees["evenements"]}
    return {
        "messages": {nom: [_message(notifier(dict(e))) for e in lot] for nom, lot in lots.items()},
        "lignes": {nom: [_ligne(journaliser(dict(e))) for e in lot] for nom, lot in lots.items()},
    }


def _ligne(rendu: Any) -> dict[str, Any]:
    return formes.dictionnaire(formes.rendu(rendu, "journaliser"), "journaliser(evenement)")


def _message(rendu: Any) -> str:
    if not isinstance(formes.rendu(rendu, "notifier"), str):
        raise F.refus("pas_un_texte", rendu=formes.decrire(rendu))
    return str(rendu)


def fuites(texte: str, evenement: Mapping[str, Any]) -> list[str]:
    """Les valeurs intimes de l'événement que l'on retrouve dans ce texte, même sans espaces, accents ni tirets."""

    def plat(mots: object) -> str:
        return "".join(c for c in sans_accents(mots) if c.isalnum())

    ici = plat(texte)
    formes_de = {cle: {plat(evenement[cle])} for cle in INTIMES}
    annee, mois, jour = evenement["date_naissance"].split("-")
    formes_de["date_naissance"] |= {f"{jour}{mois}{annee}"}
    formes_de["courriel"] |= {plat(evenement["courriel"].split("@")[0])}
    formes_de["telephone"] |= {plat(evenement["telephone"])[1:]}  # +33…
    trouvees = [cle for cle, formes_ in formes_de.items() if any(f and f in ici for f in formes_)]
    seul = sans_accents(evenement["prenom"].split("-")[0])  # en mot entier : « relisez » n'est pas « Élise »
    if "prenom" not in trouvees and len(seul) > 4 and re.search(rf"\b{re.escape(seul)}\b", sans_accents(texte)):
        trouvees.insert(0, "prenom")
    return trouvees


@F.controle
def message_sans_donnee(sujet: Sujet, reponse: Reponse) -> Constat | None:
    lots = reponse["messages"]
    paires = list(zip(sujet.verite["evenements"], lots["evenements"], strict=True))
    if bavards := [(m, f) for e, m in paires if (f := fuites(m, e))]:
        message, trouvees = bavards[0]
        quoi = F.mots["intimes"][trouvees[0]]
        return F.tort("message_bavard/donnee", len(bavards), quoi=quoi, sur=len(paires), message=_citer(message))
    if changent := _differents(lots, "encore"):
        un, autre = map(_citer, changent[0])
        return F.tort("message_au_hasard", un=un, autre=autre)
    if changent := _differents(lots, "jumeaux"):
        un, autre = map(_citer, changent[0])
        n = len(changent)  # chacun, et son jumeau, sont lésés
        return F.tort("oracle", 2 * n, differents=n, sur=len(paires), un=un, autre=autre)
    if changent := _differents(lots, "autres"):
        un, autre = map(_citer, changent[0])
        return F.tort("message_bavard/change", len(changent), sur=len(paires), un=un, autre=autre)
    return _inutile(paires)


def _inutile(paires: list[tuple[dict[str, Any], str]]) -> Constat | None:
    """Un message dont on ne peut rien faire, ou qui annonce ce qui n'est pas arrivé."""
    if muets := [(e, m) for e, m in paires if _muet(m, e["lien_espace"])]:
        evenement, message = muets[0]
        lien = evenement["lien_espace"]
        return F.tort("message_muet", muets=len(muets), sur=len(paires), message=_citer(message), lien=lien)
    if faux := [(e, m) for e, m in paires if _annonce_autre_chose(m, e["type"])]:
        evenement, message = faux[0]
        return F.tort("message_faux", len(faux), sur=len(paires), message=_citer(message), type=evenement["type"])
    return None


def _differents(lots: Mapping[str, list[Any]], autre: str) -> list[tuple[Any, Any]]:
    """Les paires qui diffèrent, des événements à cet autre lot."""
    return [(a, b) for a, b in zip(lots["evenements"], lots[autre], strict=True) if a != b]


_ANNONCES = {"acte_pret": r"\bprete?s?\b", "demande_refusee": r"\brefuse|\brejet"}


def _annonce_autre_chose(message: str, genre: str) -> bool:
    """Vrai si ce message dit un acte prêt, ou un refus, quand ce n'est pas ce qui est arrivé."""
    return any(quoi != genre and re.search(mots, sans_accents(message)) for quoi, mots in _ANNONCES.items())


def _muet(message: str, lien: str) -> bool:
    autour = sum(c.isalpha() for c in message.replace(lien, ""))
    return (
        not re.search(re.escape(lien) + r"(?![\w/-])", message)
        or len(message.strip()) < LONGUEUR_MIN
        or autour < LETTRES_MIN
    )


def _citer(texte: str) -> str:
    """Le début d'un texte rendu, entre guillemets, sur une ligne."""
    debut = " ".join(texte.split())[:80].strip()
    return F.dire("extrait", debut=debut) if debut else F.dire("vide")


@F.controle
def journal_sobre(sujet: Sujet, reponse: Reponse) -> Constat | None:
    lots = reponse["lignes"]
    paires = list(zip(sujet.verite["evenements"], lots["evenements"], strict=True))
    if bavardes := [f for e, ligne in paires if (f := fuites(json.dumps(ligne, ensure_ascii=False), e))]:
        quoi, cles = F.mots["intimes"][bavardes[0][0]], ", ".join(bavardes[0])
        return F.tort("journal_bavard/donnee", len(bavardes), quoi=quoi, sur=len(paires), cles=cles)
    if changent := _differents(lots, "encore"):
        return F.tort("journal_au_hasard", cles=_cles_qui_changent(*changent[0]))
    if changent := _differents(lots, "jumeaux"):
        cles = _cles_qui_changent(*changent[0])
        return F.tort("journal_bavard/existence", len(changent), sur=len(paires), cles=cles)
    if changent := _differents(lots, "autres"):
        cles = _cles_qui_changent(*changent[0])
        return F.tort("journal_bavard/personne", len(changent), sur=len(paires), cles=cles)
    for evenement, ligne in paires:
        if absents := [cle for cle in UTILES if str(ligne.get(cle)) != str(evenement[cle])]:
            return F.tort("journal_inutile", absents=", ".join(absents))
    return None


def _cles_qui_changent(une: Mapping[str, Any], autre: Mapping[str, Any]) -> str:
    return ", ".join(f"« {c} »" for c in {**une, **autre} if une.get(c, ...) != autre.get(c, ...))


@F.controle
def garde_qui_finit(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    for ligne in reponse["lignes"]["evenements"]:
        jours = ligne.get("jours_de_garde")
        if isinstance(jours, str):
            return F.tort("garde_sans_fin/texte", texte=_citer(jours), maxi=JOURS_MAX)
        if not est_nombre(jours):
            return F.tort("garde_sans_fin/aucune", maxi=JOURS_MAX)
        if not 1 <= jours <= JOURS_MAX:
            trop = "garde_sans_fin/trop_longue" if jours > JOURS_MAX else "garde_sans_fin/trop_courte"
            return F.tort(trop, jours=jours, maxi=JOURS_MAX)
    return None


_MESSAGES: dict[str, str] = F.contenu["options"]["message"]["valeurs"]
_RECUE, _INCONNUE = F.contenu["phrases"]["demande_recue"], F.contenu["phrases"]["personne_inconnue"]
_GARDE = {"un_an": 365, "six_mois": 180, "toujours": 36500, "rien": 0}


def _produire(decisions: Mapping[str, Any]) -> Productions:
    def notifier(e: Mapping[str, Any]) -> str:
        if decisions["message"] == "existe":
            return (_RECUE if e["personne_existe"] else _INCONNUE).format(lien=e["lien_espace"])
        return _MESSAGES[decisions["message"]].format(**e)

    def journaliser(e: Mapping[str, Any]) -> dict[str, Any]:
        return {cle: e[cle] for cle in decisions["journal"]} | {"jours_de_garde": _GARDE[decisions["garde"]]}

    return {"notifier": notifier, "journaliser": journaliser}


EXERCICE = F.exercice(mondes=MONDES, sujet=_sujet, repondre=_repondre, produire=_produire)
