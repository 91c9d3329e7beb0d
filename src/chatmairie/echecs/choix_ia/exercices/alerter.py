"""`choix_ia.alerter` : à qui demander de justifier un prix très bas, sans jamais rejeter d'office."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.choix_ia.exercices._commun import MONDES
from chatmairie.echecs.choix_ia.monde import Monde
from chatmairie.echecs.choix_ia.offres import tirer_marche
from chatmairie.juge import formes
from chatmairie.juge.exercice import (
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
from chatmairie.juge.jugement import controle_de_forme
from chatmairie.langue.mots import accorder, sans_accents

TRES_BAS = (0.335, 0.35)
ORDINAIRE = 0.78
"""Les offres très basses du juge coûtent de 33,5 à 35 % de l'estimation (s'il y en a deux, l'autre de 20 à 25 %) ; les
suivantes, au moins 78 %. Entre les deux, rien : tout seuil de 36 à 77 % se défend. Deux très basses sur cinq font une
moyenne dont la moitié ne dépasse pas 32,8 % : qui compare à la moyenne ne voit pas la plus haute des deux ; qui compare
à la médiane les voit (39 % au moins)."""

# Les consultations du juge : combien d'offres très basses, et la taille de l'achat (1 : l'estimation du monde).
_MARCHES = {"une_basse": (1, 1), "deux_basses": (2, 1), "aucune": (0, 1), "grande_ville": (1, 4), "village": (0, 0.3)}


def _sujet(hasard: Generator, monde: Monde) -> Sujet:
    estimations = {nom: round(echelle * monde.estimation, 1) for nom, (_, echelle) in _MARCHES.items()}
    entrees: dict[str, Any] = {"estimation": round(monde.estimation, 1), "estimations": estimations}
    basses_de: dict[str, list[str]] = {}
    parts: dict[str, dict[str, int]] = {}  # le prix, en pour cent de ce que la mairie pensait payer
    for nom, (combien, _) in _MARCHES.items():
        offres = tirer_marche(hasard, monde, candidats=6 if combien < 2 else 5).offres
        facteurs = hasard.uniform(0.9, 1.35, len(offres)) if combien < 2 else hasard.uniform(0.86, 0.92, len(offres))
        facteurs[0] = hasard.uniform(ORDINAIRE, 0.84)  # une offre un peu moins chère que les autres : rien d'anormal
        if nom == "aucune":
            facteurs[-1] = hasard.uniform(2.0, 2.4)  # une offre très chère ne rend pas les autres anormales
        basses = hasard.permutation(np.arange(1, len(offres)))[:combien]
        facteurs[basses] = [*hasard.uniform(*TRES_BAS, min(combien, 1)), *hasard.uniform(0.2, 0.25, combien)][:combien]
        offres["prix_k_eur"] = np.round(facteurs * estimations[nom], 1)
        offres = offres.sample(frac=1, random_state=int(hasard.integers(1_000_000)))
        part = (100 * offres["prix_k_eur"] / estimations[nom]).round().astype(int)
        entrees[nom], basses_de[nom] = offres, list(offres.loc[part < 50, "nom"])
        parts[nom] = dict(zip(offres["nom"], part.tolist(), strict=True))
    return Sujet(entrees, {"basses": basses_de, "parts": parts})


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
        lus = formes.liste(rendu, "offres_a_justifier")
        noms = formes.textes(lus)
        connus = {sans_accents(n): n for n in offres["nom"]}
        inconnus = [lu for lu, n in zip(lus, noms, strict=True) if n is None or sans_accents(n) not in connus]
        if inconnus:
            raise FormeInattendue(
                f"`offres_a_justifier` rend « {str(inconnus[0])[:60]} », qui n'est le nom d'aucun candidat : rendez "
                "des noms de "
                "la colonne `nom`."
            )
        lues[nom] = [connus[sans_accents(n)] for n in noms]
    return lues


def _signalees(sujet: Sujet, reponse: Reponse) -> Constat | None:
    if all(len(set(reponse[cas])) == len(parts) for cas, parts in sujet.verite["parts"].items()):
        return _tout_le_monde(sujet, reponse)
    basses_de, parts = sujet.verite["basses"], sujet.verite["parts"]
    # une grande ville sert quatre fois plus d'habitants
    toutes = sum(_MARCHES[cas][1] * (n not in reponse[cas]) for cas, basses in basses_de.items() for n in basses)
    for cas, basses in basses_de.items():
        oubliees = [n for n in basses if n not in reponse[cas]]
        if not oubliees:
            continue
        part = parts[cas][oubliees[0]]
        observe = (
            f"{accorder(len(oubliees), 'offre', 'offres')} à moins de la moitié de l'estimation, sans aucune question."
        )
        if cas == "deux_basses" and not any(n not in reponse["une_basse"] for n in basses_de["une_basse"]):
            return Constat(
                "deux_basses_se_cachent",
                f"Deux offres sont très basses : « {oubliees[0]} » ne reçoit aucune question, alors qu'une offre aussi "
                "basse, seule, en reçoit une. Ses salariés, comme les habitants, découvriront après la signature ce "
                "que ce prix voulait dire.",
                observe=observe,
                essayer="À quoi comparez-vous ? Deux prix très bas tirent la moyenne vers eux. Et il peut y avoir "
                "plusieurs noms à rendre.",
                leses=toutes,
            )
        if cas == "grande_ville":
            return Constat(
                "seuil_fixe",
                f"Une grande ville achète un service quatre fois plus cher : « {oubliees[0]} » y propose {part} % de "
                "ce qu'elle pensait payer, et personne ne demande comment.",
                observe=f"{accorder(len(oubliees), 'offre non signalée', 'offres non signalées')} : votre règle voit "
                "les "
                "prix très bas d'une petite consultation, pas ceux d'une grande.",
                essayer="Un nombre d'euros ne vaut que pour un achat : que reçoit votre fonction, en plus des offres ?",
                leses=toutes,
            )
        return Constat(
            "prix_tres_bas_sans_question",
            f"« {oubliees[0]} » propose {part} % de ce que la mairie pensait payer, et personne ne demande comment : "
            "si "
            "le prix ne tient pas, le service s'arrêtera en route.",
            observe=observe,
            essayer="Comparez chaque prix à l'estimation de la mairie, et à rien d'autre : à partir de quelle part de "
            "l'estimation demanderiez-vous comment ce prix peut tenir ?",
            leses=toutes,
        )
    return None


def _tout_le_monde(sujet: Sujet, reponse: Reponse) -> Constat:
    parts = sujet.verite["parts"]
    chers = [n for cas in parts for n, part in parts[cas].items() if part >= 100]
    return Constat(
        "question_sans_objet",
        f"« {chers[0]} » coûte plus que ce que la mairie pensait payer, et doit justifier un prix très bas : personne "
        "ne saura quoi répondre, et la vraie question se perd parmi les autres.",
        observe=f"Toutes les offres de toutes les consultations, dont {len(chers)} au-dessus de l'estimation.",
        essayer="À qui écrit-on, et pour demander quoi ?",
        leses=sum(n not in sujet.verite["basses"][cas] for cas in reponse for n in reponse[cas]),
    )


def _ordinaires(sujet: Sujet, reponse: Reponse) -> Constat | None:
    tort = [(cas, n) for cas, noms in reponse.items() for n in noms if n not in sujet.verite["basses"][cas]]
    if not tort:
        return None
    cas, nom = tort[0]
    part = sujet.verite["parts"][cas][nom]
    cher = [n for c, n in tort if sujet.verite["parts"][c][n] >= 100]
    combien = f"{accorder(len(tort), 'demande', 'demandes')} de justification à des offres ordinaires"
    if len(cher) * 2 > len(tort):
        return Constat(
            "question_sans_objet",
            f"« {cher[0]} » coûte plus que ce que la mairie pensait payer, et doit justifier un prix très bas : "
            "personne "
            "ne saura quoi répondre, et la vraie question se perd parmi les autres.",
            observe=f"{combien}, dont {len(cher)} au-dessus de l'estimation.",
            essayer="À qui écrit-on, et pour demander quoi ?",
            leses=len(tort),
        )
    return Constat(
        "question_de_trop",
        f"« {nom} » coûte {part} % de ce que la mairie pensait payer, et doit se justifier : un petit écart de prix "
        "n'est "
        "pas une anomalie, et répondre coûte des heures à une entreprise.",
        observe=f"{combien} (moins de 25 % sous l'estimation).",
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
        Controle("prix_tres_bas_signales", 0.25, _signalees, ("forme",), "chaque prix très bas reçoit une question"),
        Controle(
            "prix_ordinaires_tranquilles",
            0.5,
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
