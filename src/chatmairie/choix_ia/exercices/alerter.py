"""`choix_ia.alerter` : à qui demander de justifier un prix très bas, sans jamais rejeter d'office."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from numpy.random import Generator

from chatmairie import formes
from chatmairie.choix_ia.exercices._commun import MONDES
from chatmairie.choix_ia.monde import Monde
from chatmairie.choix_ia.offres import tirer_marche
from chatmairie.exercice import (
    CheminSansCode,
    Constat,
    Controle,
    Entrees,
    Exercice,
    FormeInattendue,
    Option,
    Productions,
    Reponse,
    Sujet,
)
from chatmairie.exigences import accorder, sans_accents
from chatmairie.jugement import controle_de_forme

TRES_BAS = 0.45
"""Les offres très basses du juge coûtent au plus 45 % de l'estimation ; les autres, au moins 78 %. Entre les
deux, rien."""

ORDINAIRE = 0.78

# Les consultations du juge : combien d'offres très basses, et la taille de l'achat (1 : l'estimation du monde).
_MARCHES = {"une_basse": (1, 1), "deux_basses": (2, 1), "aucune": (0, 1), "grande_ville": (1, 4), "village": (0, 0.3)}


def _sujet(hasard: Generator, monde: Monde) -> Sujet:
    estimations = {nom: round(echelle * monde.estimation, 1) for nom, (_, echelle) in _MARCHES.items()}
    entrees: dict[str, Any] = {"estimation": round(monde.estimation, 1), "estimations": estimations}
    verite: dict[str, list[str]] = {}
    for nom, (combien, _) in _MARCHES.items():
        offres = tirer_marche(hasard, monde, candidats=6).offres
        facteurs = hasard.uniform(0.9, 1.35, len(offres))
        facteurs[0] = hasard.uniform(ORDINAIRE, 0.84)  # une offre un peu moins chère que les autres : rien d'anormal
        if nom == "aucune":
            facteurs[-1] = hasard.uniform(2.0, 2.4)  # une offre très chère ne rend pas les autres anormales
        basses = hasard.permutation(np.arange(1, len(offres)))[:combien]
        facteurs[basses] = hasard.uniform(0.2, TRES_BAS, combien)
        offres["prix_k_eur"] = np.round(facteurs * estimations[nom], 1)
        offres = offres.sample(frac=1, random_state=int(hasard.integers(1_000_000)))
        bas = offres["prix_k_eur"] <= TRES_BAS * estimations[nom] + 0.1
        entrees[nom], verite[nom] = offres, list(offres.loc[bas, "nom"])
    return Sujet(entrees, verite)


def _repondre(productions: Productions, entrees: Entrees) -> Reponse:
    fonction = formes.fonction(productions["offres_a_justifier"], "offres_a_justifier")
    lues = {}
    for nom in _MARCHES:
        offres = entrees[nom]
        rendu = formes.rendu(fonction(offres.copy(), entrees["estimations"][nom]), "offres_a_justifier")
        if isinstance(rendu, pd.DataFrame):
            raise FormeInattendue(
                "`offres_a_justifier` rend une liste de noms, pas un tableau : elle n'élimine personne, elle dit à qui "
                'écrire. Terminez par `["nom"].tolist()`.'
            )
        if isinstance(rendu, (pd.Series, np.ndarray)):
            rendu = rendu.tolist()
        noms = formes.textes(formes.liste(rendu, "offres_a_justifier"))
        connus = {sans_accents(n): n for n in offres["nom"]}
        inconnus = [n for n in noms if n is None or sans_accents(n) not in connus]
        if inconnus:
            raise FormeInattendue(
                f"`offres_a_justifier` rend « {inconnus[0]} », qui n'est le nom d'aucun candidat : rendez des noms de "
                "la colonne `nom`."
            )
        lues[nom] = [connus[sans_accents(n)] for n in noms]
    return lues


def _signalees(sujet: Sujet, reponse: Reponse) -> Constat | None:
    # une grande ville sert quatre fois plus d'habitants
    toutes = sum(_MARCHES[cas][1] * (n not in reponse[cas]) for cas, basses in sujet.verite.items() for n in basses)
    for cas, basses in sujet.verite.items():
        oubliees = [n for n in basses if n not in reponse[cas]]
        if not oubliees:
            continue
        if cas == "deux_basses" and not any(n not in reponse["une_basse"] for n in sujet.verite["une_basse"]):
            return Constat(
                "deux_basses_se_cachent",
                f"Deux offres très basses se cachent l'une l'autre : « {oubliees[0]} » ne reçoit aucune question, et "
                "ses salariés, comme les habitants, découvriront après la signature ce que ce prix voulait dire.",
                observe=f"Offres à moins de la moitié de l'estimation, non signalées : {len(oubliees)}.",
                essayer="À quoi comparez-vous ? Deux prix très bas tirent la moyenne vers eux.",
                leses=toutes,
            )
        if cas == "grande_ville":
            return Constat(
                "seuil_fixe",
                f"Une grande ville achète un service quatre fois plus cher : « {oubliees[0]} » y propose moins de la "
                "moitié de ce qu'elle pensait payer, et personne ne demande comment.",
                observe=f"{accorder(len(oubliees), 'offre non signalée', 'offres non signalées')} : "
                "votre règle voit les prix très bas d'une petite "
                "consultation, pas ceux d'une grande.",
                essayer="Un nombre d'euros ne vaut que pour un achat : que reçoit votre fonction, en plus des offres ?",
                leses=toutes,
            )
        return Constat(
            "prix_tres_bas_sans_question",
            f"« {oubliees[0]} » propose moins de la moitié de ce que la mairie pensait payer, et personne ne demande "
            "comment : si le prix ne tient pas, le service s'arrêtera en route.",
            observe=f"Offres à moins de la moitié de l'estimation, non signalées : {len(oubliees)}.",
            essayer="Comparez chaque prix à l'estimation de la mairie.",
            leses=toutes,
        )
    return None


def _ordinaires(sujet: Sujet, reponse: Reponse) -> Constat | None:
    tort = [(cas, n) for cas, noms in reponse.items() for n in noms if n not in sujet.verite[cas]]
    if not tort:
        return None
    return Constat(
        "question_de_trop",
        f"« {tort[0][1]} » est seulement un peu moins chère que les autres, et doit se justifier : un petit écart de "
        "prix n'est pas une anomalie, et répondre coûte des heures à une entreprise.",
        observe=f"{accorder(len(tort), 'demande de justification', 'demandes de justification')} à des offres "
        "ordinaires (moins de 25 % sous l'estimation).",
        essayer="De combien un prix doit-il s'écarter pour que l'on craigne qu'il ne tienne pas ?",
        leses=len(tort),
    )


_REFERENCE = {
    "estimation": "l'estimation de la mairie",
    "moyenne": "la moyenne des offres reçues",
    "plus_chere": "l'offre la plus chère",
}
_ECART = {
    "moitie": "quand le prix est à moins de la moitié de cette référence",
    "dix_pour_cent": "quand le prix est au moins 10 % sous cette référence",
    "vingt_fois": "quand le prix est vingt fois plus petit",
}


def _produire(decisions: Mapping[str, Any]) -> Productions:
    part = {"moitie": 0.5, "dix_pour_cent": 0.9, "vingt_fois": 0.05}[decisions["ecart"]]

    def offres_a_justifier(offres: pd.DataFrame, estimation: float) -> list:
        prix = offres["prix_k_eur"]
        reference = {"estimation": estimation, "moyenne": prix.mean(), "plus_chere": prix.max()}
        return offres.loc[prix < part * reference[decisions["comparer_a"]], "nom"].tolist()

    return {"offres_a_justifier": offres_a_justifier}


EXERCICE = Exercice(
    identifiant="choix_ia.alerter",
    titre="Demander qu'un prix très bas soit justifié",
    niveau=2,
    duree_min=4,
    criteres=("CM-STR-06",),
    indices=(
        "Un prix qui ne tient pas s'arrête en cours de route : ce sont les habitants et les agents qui restent.",
        "Recommandation : demander des justifications, jamais rejeter d'office ; un écart ordinaire n'est pas une "
        "anomalie.",
        'Une ligne : les noms (`offres.loc[condition, "nom"].tolist()`) des offres dont le prix est très au-dessous '
        "d'une référence qu'elles ne tirent pas elles-mêmes vers le bas.",
    ),
    productions=("offres_a_justifier",),
    mondes=MONDES,
    sujet=_sujet,
    repondre=_repondre,
    controles=(
        controle_de_forme(0.25),
        Controle("prix_tres_bas_signales", 0.5, _signalees, ("forme",), "chaque prix très bas reçoit une question"),
        Controle(
            "prix_ordinaires_tranquilles",
            0.25,
            _ordinaires,
            ("prix_tres_bas_signales",),
            "personne n'est dérangé pour rien",
        ),
    ),
    choix=CheminSansCode(
        options={
            "comparer_a": Option("À quoi comparer le prix d'une offre ?", _REFERENCE),
            "ecart": Option("À partir de quand demander une justification ?", _ECART),
        },
        produire=_produire,
        exemple='offres_a_justifier = choisir("choix_ia.alerter", comparer_a=..., ecart=...)',
    ),
)
