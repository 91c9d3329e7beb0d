"""`choix_ia.ponderer` : donner un poids à chaque critère, et voir ce que la mairie finit par payer.

Le juge applique les planchers (ceux de l'exercice précédent), puis classe avec ces poids sur beaucoup de
consultations. Il ne regarde que des conséquences : aucun poids n'a de limite à lui seul.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.choix_ia.mecanisme import (
    PONDERABLES,
    chance_de_retrait,
    noter_les_colonnes,
    respecte_le_reglement,
)
from chatmairie.echecs.choix_ia.monde import MONDES, Monde
from chatmairie.echecs.choix_ia.tirage import tirer_colonnes
from chatmairie.juge import formes
from chatmairie.juge.exercice import Constat, Entrees, Productions, Reponse, Sujet
from chatmairie.juge.fiche import Fiche
from chatmairie.langue.mots import sans_accents
from chatmairie.langue.texte import nombre

F = Fiche(__file__)
CONSULTATIONS = 300
COLONNES = PONDERABLES
SURCOUT_MAX = 1.115
"""Coût total attendu du gagnant, divisé par celui du meilleur candidat admis (moyenne de 300 consultations). Mesuré :
au plus 1,09 avec 30 à 50 % de prix, 1,11 avec 60 % ; au moins 1,13 avec 90 ou 99 % de prix, 1,15 avec 50 à 95 %
d'environnement, 1,23 avec 60 % de références (le pire de quatre mondes, sous douze secrets)."""

PETITE_MIN = 0.75
"""Part des consultations où gagne la petite entreprise, la moins chère et la meilleure : au-dessous, c'est d'elle que
parle le message."""


def _sujet(hasard: Generator, monde: Monde) -> Sujet:
    consultations: list[dict[str, Any]] = []
    while len(consultations) < CONSULTATIONS:
        colonnes, _, petite = tirer_colonnes(hasard, monde)
        admises = respecte_le_reglement(colonnes)
        if admises.sum() < 2:
            continue
        admis = {nom: valeurs[admises] for nom, valeurs in colonnes.items()}
        if not petite:
            # une offre très verte n'est ni meilleure, ni moins bonne : les notes ne disent pas toutes pareil
            admis["environnement"] = hasard.permutation(admis["environnement"])
        couts = admis["prix_k_eur"] + monde.cout_du_retrait * chance_de_retrait(admis["qualite"])
        consultations.append(
            {
                "noms": admis["nom"].tolist(),
                "notes": noter_les_colonnes(admis).tolist(),
                "couts": couts.tolist(),
                "petite": petite,
            }
        )
    return Sujet({}, {"ordinaires": consultations, "petites": [c for c in consultations if c["petite"]]})


def _repondre(productions: Productions, _entrees: Entrees) -> Reponse:
    donnee = productions["PONDERATION"]
    lus = formes.dictionnaire(donnee.to_dict() if isinstance(donnee, pd.Series) else donnee, "PONDERATION")
    if not lus:
        raise F.refus("vide")
    poids = dict(_poids(critere, valeur) for critere, valeur in lus.items())
    if sum(poids.values()) == 0:
        raise F.refus("tout_a_zero")
    return {"poids": [poids.get(c, 0.0) for c in COLONNES]}


def _poids(critere: Any, valeur: Any) -> tuple[str, float]:
    """Le critère, comme le cours l'écrit, et son poids. Lève `FormeInattendue`."""
    connus = {sans_accents(c): c for c in COLONNES}
    nom = connus.get(sans_accents(critere).replace(" ", "_"))
    if nom is None:
        raise F.refus("critere_inconnu", critere=str(critere), criteres=", ".join(COLONNES))
    if isinstance(valeur, bool) or not isinstance(valeur, (int, float)) or not np.isfinite(valeur):
        raise F.refus("pas_un_nombre", critere=critere)
    if valeur < 0:
        raise F.refus("negatif", critere=critere)
    return nom, float(valeur)


def _gagnant(notes: Any, poids: Any) -> int:
    """Le rang du gagnant, comme `classer` (note arrondie au dixième, le premier du tableau à égalité)."""
    return int(np.argmax(np.round(np.asarray(notes) @ np.asarray(poids) / sum(poids), 1)))


def surcout(sujet: Sujet, reponse: Reponse) -> float:
    """Coût total attendu du gagnant, divisé par le meilleur possible (moyenne des consultations)."""
    rapports = [
        c["couts"][_gagnant(c["notes"], reponse["poids"])] / min(c["couts"]) for c in sujet.verite["ordinaires"]
    ]
    return float(np.mean(rapports))


def part_des_petites(sujet: Sujet, reponse: Reponse) -> float:
    """Part des consultations où la petite entreprise gagne, quand elle est la moins chère et la meilleure."""
    petites = sujet.verite["petites"]
    gagnees = [c["noms"][_gagnant(c["notes"], reponse["poids"])] == c["petite"] for c in petites]
    return float(np.mean(gagnees)) if petites else 1.0


@F.controle
def somme_des_poids(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    somme = sum(reponse["poids"])
    if min(abs(somme - 100), abs(somme - 1)) < 1e-6:
        return None
    return F.tort("somme", somme=nombre(somme, 6))


@F.controle
def environnement_present(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    # de 0 à 100, la note publiée (au dixième) doit bouger : sinon le critère n'est là que pour la forme
    if round(100 * reponse["poids"][COLONNES.index("environnement")] / sum(reponse["poids"]), 1) > 0:
        return None
    return F.tort("environnement_absent")


@F.controle
def noms_et_abonnes_indifferents(sujet: Sujet, reponse: Reponse) -> Constat | None:
    suivi = COLONNES.index("abonnes_tiktok")
    changes = 0
    for consultation in sujet.verite["ordinaires"]:
        notes = np.array(consultation["notes"])
        avant = _gagnant(notes, reponse["poids"])
        notes[:, suivi] = notes[::-1, suivi]
        changes += avant != _gagnant(notes, reponse["poids"])
    if not changes:
        return None
    return F.tort("le_renom_change_le_gagnant", changes, sur=CONSULTATIONS)


@F.controle
def moins_cher_a_service_egal(sujet: Sujet, reponse: Reponse) -> Constat | None:
    prix = COLONNES.index("prix")
    perdus = 0
    for consultation in sujet.verite["ordinaires"]:
        notes = np.array(consultation["notes"])
        jumelle = notes[_gagnant(notes, reponse["poids"])].copy()
        jumelle[prix] /= 1.2  # la même offre, un cinquième plus chère, déposée avant les autres
        perdus += _gagnant(np.vstack([jumelle, notes]), reponse["poids"]) == 0
    if not perdus:
        return None
    return F.tort("prix_oublie", perdus, sur=CONSULTATIONS)


@F.controle
def cout_complet(sujet: Sujet, reponse: Reponse) -> Constat | None:
    rapport = surcout(sujet, reponse)
    if rapport <= SURCOUT_MAX:
        return None
    couts = {"surcout": _en_plus(rapport), "au_plus": _en_plus(SURCOUT_MAX)}
    if (part := part_des_petites(sujet, reponse)) < PETITE_MIN:
        petites = len(sujet.verite["petites"])
        perdues, gagnees = round((1 - part) * petites), round(part * petites)
        return F.tort("petite_entreprise_perdante", perdues, gagnees=gagnees, sur=petites, **couts)
    pires = [c["couts"][_gagnant(c["notes"], reponse["poids"])] - min(c["couts"]) for c in sujet.verite["ordinaires"]]
    return F.tort("cher_a_la_fin", float(sum(pires)), sur=CONSULTATIONS, **couts)


def _en_plus(rapport: float) -> str:
    """« 11,5 », pour un coût de 1,115 fois le meilleur."""
    return nombre(100 * (rapport - 1), 1, fixes=True)


EXERCICE = F.exercice(mondes=MONDES, sujet=_sujet, repondre=_repondre)
