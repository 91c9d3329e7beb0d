"""Le premier exercice : la part de refus de chaque guichet. Non noté, mais jugé comme les autres."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.accueil.demandes import VILLE_DU_COURS, Ville, autre_ville, tirer_demandes
from chatmairie.juge import formes
from chatmairie.juge.donnee_simple import est_nombre
from chatmairie.juge.exercice import Constat, Entrees, Mondes, Productions, Reponse, Sujet
from chatmairie.juge.fiche import Fiche

F = Fiche(__file__)
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
        raise F.refus("plusieurs_lignes")
    if type(rendu) is pd.DataFrame:
        mesures = rendu.set_index("guichet") if "guichet" in rendu.columns else rendu
        if mesures.shape[1] == 1:
            return mesures.iloc[:, 0]
        raise F.refus("plusieurs_colonnes", n=mesures.shape[1])
    if isinstance(rendu, dict):
        return rendu
    return formes.colonne(rendu, "part_de_refus")


def _nombre(valeur: Any) -> float:
    valeur = valeur.item() if isinstance(valeur, np.generic) else valeur
    if valeur is None or valeur is pd.NA or (type(valeur) is float and math.isnan(valeur)):
        return math.nan
    if not est_nombre(valeur):
        raise F.refus("pas_un_nombre")
    return float(valeur)


@F.controle
def aucun_guichet_oublie(sujet: Sujet, reponse: Reponse) -> Constat | None:
    parts, attendus = reponse["parts"], sujet.verite["demandes"]
    absents = [g for g in attendus if math.isnan(parts.get(g, math.nan))]
    if not absents:
        return None
    combien = sum(attendus[g] for g in absents)
    if not parts:
        return F.tort("guichet_oublie/tous", combien)
    mesures = ", ".join(g for g in attendus if g not in absents) or "aucun"
    famille = _ce_qu_ils_ont_en_commun(absents, sujet, reponse)
    return F.tort(famille, combien, guichets=len(absents), premier=absents[0], mesures=mesures)


def _ce_qu_ils_ont_en_commun(absents: list[str], sujet: Sujet, reponse: Reponse) -> str:
    """Ce que les guichets absents ont en commun, et rien de plus."""
    if not any(sujet.verite["refus"][g] for g in absents):
        return "guichet_oublie/sans_refus"
    if not set(reponse["parts"]) & set(sujet.verite["demandes"]):
        return "guichet_oublie/autres_noms"
    return "guichet_oublie"


@F.controle
def part_du_guichet(sujet: Sujet, reponse: Reponse) -> Constat | None:
    parts, refus, demandes = reponse["parts"], sujet.verite["refus"], sujet.verite["demandes"]
    connus = [g for g in demandes if not math.isnan(parts.get(g, math.nan))]
    if not connus:
        return Constat("guichet_oublie", "")

    def vaut(calcul: Callable[[str], float], admis: float = ECART_ADMIS) -> bool:
        return all(abs(parts[g] - calcul(g)) <= admis for g in connus)

    if vaut(lambda g: refus[g] / demandes[g]):
        return None
    petit, grand = sujet.verite["petit"], sujet.verite["grand"]
    ici = F.dire("ici", guichet=petit, refus=refus[petit], demandes=demandes[petit])
    if vaut(lambda g: refus[g]):
        return F.tort("compter_au_lieu_de_rapporter", grand=grand, ici=ici)
    if vaut(lambda g: refus[g] / sum(refus.values())):
        return F.tort("part_de_tous_les_refus", ici=ici)
    if vaut(lambda g: 1 - refus[g] / demandes[g]):
        return F.tort("acceptations", ici=ici)
    if vaut(lambda g: 100 * refus[g] / demandes[g], admis=0.5):
        return F.tort("pourcentages")
    pire = max(connus, key=lambda g: abs(parts[g] - refus[g] / demandes[g]))
    trouve = f"{parts[pire]:.2f}".replace(".", ",")
    return F.tort("part_fausse", pire=pire, refus=refus[pire], demandes=demandes[pire], trouve=trouve)


# --- sans code --------------------------------------------------------------------------------------


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


EXERCICE = F.exercice(
    mondes=Mondes(public=VILLE_DU_COURS, mute=autre_ville), sujet=_sujet, repondre=_repondre, produire=_produire
)
