"""Le premier exercice : la part de refus de chaque guichet. Non noté, mais jugé comme les autres."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.accueil.demandes import VILLE_DU_COURS, Ville, autre_ville, tirer_demandes
from chatmairie.juge import formes
from chatmairie.juge.donnee_simple import est_nombre
from chatmairie.juge.exercice import (
    CheminSansCode,
    Constat,
    Controle,
    Entrees,
    Exercice,
    FormeInattendue,
    Mondes,
    Option,
    Productions,
    Reponse,
    Sujet,
)
from chatmairie.juge.jugement import controle_de_forme
from chatmairie.langue.mots import accorder

ECART_ADMIS = 0.005 + 1e-9
"""Arrondir au centième est permis."""


def _sujet(hasard: Generator, ville: Ville) -> Sujet:
    demandes = tirer_demandes(hasard, ville)
    refus = demandes["decision"].eq("refuse").groupby(demandes["guichet"])
    return Sujet(
        entrees={"demandes": demandes},
        verite={
            "refus": {g: int(n) for g, n in refus.sum().items()},
            "demandes": {g: int(n) for g, n in refus.size().items()},
            "petit": ville.petit,
            "grand": ville.grand,
        },
    )


def _repondre(productions: Productions, entrees: Entrees) -> Reponse:
    part_de_refus = formes.fonction(productions["part_de_refus"], "part_de_refus")
    rendu = formes.rendu(part_de_refus(entrees["demandes"].copy()), "part_de_refus")
    return {"parts": {str(guichet): _nombre(valeur) for guichet, valeur in _en_colonne(rendu).items()}}


def _en_colonne(rendu: Any) -> Mapping[Any, Any] | pd.Series:
    """Une colonne, un dictionnaire, ou un tableau qui n'a qu'une mesure par guichet."""
    if isinstance(getattr(rendu, "index", None), pd.MultiIndex):
        raise FormeInattendue(
            "`part_de_refus` renvoie plusieurs lignes par guichet : il en faut une seule, la part de ses refus."
        )
    if type(rendu) is pd.DataFrame:
        mesures = rendu.set_index("guichet") if "guichet" in rendu.columns else rendu
        if mesures.shape[1] == 1:
            return mesures.iloc[:, 0]
        raise FormeInattendue(
            f"`part_de_refus` renvoie un tableau de {mesures.shape[1]} colonnes : il en faut une, la part de refus."
        )
    if isinstance(rendu, dict):
        return rendu
    return formes.colonne(rendu, "part_de_refus")


def _nombre(valeur: Any) -> float:
    valeur = valeur.item() if isinstance(valeur, np.generic) else valeur
    if valeur is None or valeur is pd.NA or (type(valeur) is float and math.isnan(valeur)):
        return math.nan
    if not est_nombre(valeur):
        raise FormeInattendue("`part_de_refus` doit donner un nombre par guichet : une part, entre 0 et 1.")
    return float(valeur)


def _oublie(sujet: Sujet, reponse: Reponse) -> Constat | None:
    parts, attendus = reponse["parts"], sujet.verite["demandes"]
    absents = [g for g in attendus if math.isnan(parts.get(g, math.nan))]
    if not absents:
        return None
    combien = sum(attendus[g] for g in absents)
    if not parts:
        return Constat(
            "guichet_oublie",
            "Votre mesure ne compte aucun guichet : on ne sait rien de ce qui est arrivé à "
            f"{accorder(combien, 'personne', 'personnes')}.",
            essayer="Comparez lettre à lettre avec le tableau : dans `decision`, un refus s'écrit « refuse », sans "
            "accent.",
            leses=combien,
        )
    return Constat(
        "guichet_oublie",
        f"{accorder(len(absents), 'guichet a', 'guichets ont')} disparu de votre mesure (« {absents[0]} »…) : on ne "
        f"sait plus ce qui y est arrivé à {accorder(combien, 'personne', 'personnes')}.",
        observe=f"Guichets mesurés : {', '.join(g for g in attendus if g not in absents) or 'aucun'}.",
        essayer=_ou_les_chercher(absents, sujet, reponse),
        leses=combien,
    )


def _ou_les_chercher(absents: list[str], sujet: Sujet, reponse: Reponse) -> str:
    """Ce que les guichets absents ont en commun, et rien de plus."""
    if not any(sujet.verite["refus"][g] for g in absents):
        return "Un guichet sans aucun refus a aussi sa part : laquelle ? Regroupez les demandes avant de les trier."
    if not set(reponse["parts"]) & set(sujet.verite["demandes"]):
        return "Les guichets ne sont pas les mêmes partout : lisez leurs noms dans la colonne `guichet`."
    return "Chaque guichet de la colonne `guichet` a sa part, un nombre : lesquels n'en ont pas ?"


def _part(sujet: Sujet, reponse: Reponse) -> Constat | None:
    parts, refus, demandes = reponse["parts"], sujet.verite["refus"], sujet.verite["demandes"]
    connus = [g for g in demandes if not math.isnan(parts.get(g, math.nan))]
    if not connus:
        return Constat("guichet_oublie", "")

    def vaut(calcul: Any, admis: float = ECART_ADMIS) -> bool:
        return all(abs(parts[g] - calcul(g)) <= admis for g in connus)

    if vaut(lambda g: refus[g] / demandes[g]):
        return None
    petit, grand = sujet.verite["petit"], sujet.verite["grand"]
    ici = f"« {petit} » : {refus[petit]} refus sur {demandes[petit]} demandes"
    if vaut(lambda g: refus[g]):
        return Constat(
            "compter_au_lieu_de_rapporter",
            f"Vous comptez les refus : « {grand} » paraît le pire parce qu'il reçoit le plus de monde. {ici}, et les "
            "personnes qui y sont venues passent inaperçues.",
            essayer="Rapportez les refus de chaque guichet à ses demandes.",
        )
    if vaut(lambda g: refus[g] / sum(refus.values())):
        return Constat(
            "part_de_tous_les_refus",
            f"Vous donnez la part de chaque guichet dans tous les refus de la ville. {ici} : un petit guichet qui "
            "refuse tout le monde y pèse peu.",
            essayer="Le total à diviser est celui du guichet, pas celui de la ville.",
        )
    if vaut(lambda g: 1 - refus[g] / demandes[g]):
        return Constat(
            "acceptations",
            f"Vous mesurez les acceptations. {ici}, et votre tableau lui donne zéro : une personne qui le lit comme "
            "une part de "
            "refus croit ce guichet le plus clément.",
            essayer='La colonne `decision` vaut "accepte" ou "refuse" : laquelle comptez-vous ?',
        )
    if vaut(lambda g: 100 * refus[g] / demandes[g], admis=0.5):
        return Constat(
            "pourcentages",
            "Vos parts vont de 0 à 100 ; le cours lit des parts entre 0 et 1 (la moitié s'écrit 0,5). Deux tableaux "
            "d'unités différentes ne se comparent plus, et quelqu'un décidera sur un chiffre mal lu.",
            essayer="La même chose, sans multiplier par 100.",
        )
    pire = max(connus, key=lambda g: abs(parts[g] - refus[g] / demandes[g]))
    return Constat(
        "part_fausse",
        f"Au guichet « {pire} », {refus[pire]} refus sur {demandes[pire]} demandes, et votre mesure dit autre chose : "
        "on protégerait ou l'on accuserait au hasard.",
        observe=f"Vous trouvez {parts[pire]:.2f}.".replace(".", ",", 1),
        essayer="Prenez ce guichet à la main, sur les dix lignes : combien de demandes, combien de refus ?",
    )


# --- sans code --------------------------------------------------------------------------------------

_CALCULS = {
    "nombre": "le nombre de refus de chaque guichet",
    "part_de_la_ville": "les refus du guichet, divisés par tous les refus de la ville",
    "part_du_guichet": "les refus du guichet, divisés par les demandes de ce guichet",
    "acceptes": "les demandes acceptées du guichet, divisées par les demandes de ce guichet",
}


def _produire(decisions: Mapping[str, Any]) -> Productions:
    calcul = decisions["calcul"]

    def part_de_refus(demandes: pd.DataFrame) -> pd.Series:
        refus = demandes["decision"].eq("refuse").groupby(demandes["guichet"])
        return {
            "nombre": lambda: refus.sum(),
            "part_de_la_ville": lambda: refus.sum() / refus.sum().sum(),
            "part_du_guichet": lambda: refus.mean(),
            "acceptes": lambda: 1 - refus.mean(),
        }[calcul]()

    return {"part_de_refus": part_de_refus}


EXERCICE = Exercice(
    identifiant="accueil.guichets",
    titre="Premier exercice : la part de refus de chaque guichet",
    niveau=1,
    duree_min=5,
    criteres=("CM-SOC-04",),
    indices=(
        "Deux personnes sont venues à la médiathèque, et aucune n'est repartie avec ce qu'elle demandait. Dans un "
        "compte de refus, on ne les voit pas.",
        "Recommandation : mesurer par groupe, et rapporter chaque compte au nombre de personnes de ce groupe.",
        'La moyenne d\'une colonne de vrai et de faux est une part : regroupez `demandes["decision"] == "refuse"` par '
        '`demandes["guichet"]`, puis prenez la moyenne (`mean`). Sans code : le formulaire, ou `options(…)`.',
    ),
    productions=("part_de_refus",),
    mondes=Mondes(public=VILLE_DU_COURS, mute=autre_ville),
    sujet=_sujet,
    repondre=_repondre,
    controles=(
        controle_de_forme(0.25),
        Controle("aucun_guichet_oublie", 0.25, _oublie, ("forme",), "aucun guichet n'est oublié"),
        Controle("part_du_guichet", 0.5, _part, ("forme",), "une part, pas un compte"),
    ),
    choix=CheminSansCode(
        options={"calcul": Option("Que calculer pour chaque guichet ?", _CALCULS)},
        produire=_produire,
        exemple='part_de_refus = choisir("accueil.guichets", calcul="…")',
    ),
    optionnel=True,
)
