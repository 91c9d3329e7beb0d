"""Ce que la mairie achète et met en service : comment elle choisit, ce que cela coûte, le service jour par jour.

Tout compris, une offre coûte son prix, et le risque de devoir la retirer : P(retrait) = 1 / (1 + exp(-(3 - 0,08 ×
qualité))) ; un retrait coûte `monde.cout_du_retrait` (crise, rachat, heures d'agents). **Hypothèse du cours.** C'est la
lecture « coût global » du droit de la commande publique (R2152-9).

Chaque public a son taux d'échec : il dépend de la qualité du service et de ce dont ce public a besoin. Une plainte
part rarement, et arrive une à trois semaines après. Le questionnaire de satisfaction est rempli une fois sur
cinq après une réponse, une fois sur cinquante après un échec. **Hypothèses du cours**, données synthétiques.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.choix_ia.monde import (
    CRITERES,
    JOURS_DE_FORMATION,
    MONDE_DU_COURS,
    PLANCHER,
    TEXTES,
    Monde,
    Public,
)
from chatmairie.echecs.choix_ia.tirage import COLONNES, NOTES, Marche
from chatmairie.echecs.commun.exigences import exiger_colonnes, exiger_entier, exiger_generateur

PONDERABLES = (*CRITERES, "abonnes_tiktok")


def choix_du_maire(offres: pd.DataFrame) -> str:
    """La règle du maire : le moins cher, et à prix égal le plus suivi. Rend son nom."""
    exiger_colonnes(offres, ("nom", "prix_k_eur", "abonnes_tiktok"), "offres")
    return str(offres.sort_values(["prix_k_eur", "abonnes_tiktok"], ascending=[True, False])["nom"].iloc[0])


def noter_les_colonnes(colonnes: Mapping[str, np.ndarray]) -> np.ndarray:
    """Chaque critère sur 100 (offres × `PONDERABLES`) : le prix (le moins cher a 100, les autres au prorata),
    `transfert` (formation et plan), `abonnes_tiktok` (au prorata du plus suivi). Une note manquante vaut 0."""
    prix, abonnes = colonnes["prix_k_eur"].astype(float), colonnes["abonnes_tiktok"].astype(float)
    notes = {c: np.nan_to_num(colonnes[c].astype(float)) for c in NOTES}
    notes["prix"] = 100 * prix.min() / prix
    notes["transfert"] = 50.0 * colonnes["plan_reversibilite"].astype(float) + 5.0 * np.clip(
        colonnes["agents_formes_jours"], 0, 10
    )
    notes["abonnes_tiktok"] = 100 * abonnes / max(1.0, abonnes.max())
    return np.column_stack([notes[c] for c in PONDERABLES])


def classer(offres: pd.DataFrame, ponderation: Mapping[str, float]) -> pd.DataFrame:
    """Les offres, de la mieux notée à la moins bien notée, avec leur `note` sur 100 (somme pondérée).

    ponderation : critère -> poids (positifs ; seules leurs proportions comptent). Une table vide reste vide :
    personne à classer, la consultation est « sans suite ». Lève `ValueError` si un critère ou un poids est absurde.
    """
    inconnus = [c for c in ponderation if c not in PONDERABLES]
    if inconnus:
        raise ValueError(f"Critère inconnu : {inconnus[0]}. Les critères : {', '.join(CRITERES)}.")
    total = float(sum(ponderation.values()))
    if total <= 0 or any(p < 0 for p in ponderation.values()):
        raise ValueError("Les poids sont positifs, et l'un d'eux au moins n'est pas nul.")
    if offres.empty:
        return offres.assign(note=pd.Series(dtype=float))
    exiger_colonnes(offres, COLONNES, "offres")
    valeurs = noter_les_colonnes({c: offres[c].to_numpy() for c in COLONNES})
    notes = pd.DataFrame(valeurs, columns=list(PONDERABLES), index=offres.index)
    note = sum((notes[c] * p for c, p in ponderation.items()), pd.Series(0.0, index=offres.index)) / total
    return offres.assign(note=note.round(1)).iloc[np.argsort(-note.to_numpy(), kind="stable")].reset_index(drop=True)


def respecte_le_reglement(offres: pd.DataFrame | Mapping[str, np.ndarray]) -> Any:
    """Vrai là où une offre remplit le règlement de la consultation : planchers, plan de réversibilité, formation."""
    return (
        (offres["rgpd_ethique"] >= PLANCHER)
        & (offres["accessibilite"] >= PLANCHER)
        & offres["plan_reversibilite"].astype(bool)
        & (offres["agents_formes_jours"] >= JOURS_DE_FORMATION)
    )


def appliquer_les_planchers(offres: pd.DataFrame) -> pd.DataFrame:
    """Les offres que le règlement de la consultation laisse concourir (toutes leurs pièces sont là). Peut être vide."""
    return offres[respecte_le_reglement(offres)].reset_index(drop=True)


def chance_de_retrait(qualite: Any) -> Any:
    """Probabilité (0 à 1) de devoir retirer un service de cette qualité (0 à 100, ou une colonne). Hypothèse."""
    return 1 / (1 + np.exp(-(3 - 0.08 * qualite)))


def cout_total(marche: Marche, monde: Monde = MONDE_DU_COURS) -> pd.Series:
    """Coût total attendu de chaque offre, en k€ (index : le nom)."""
    prix = marche.offres.set_index("nom")["prix_k_eur"]
    return prix + monde.cout_du_retrait * chance_de_retrait(marche.qualite.reindex(prix.index))


# --- le service, jour par jour ------------------------------------------------------------------------

JOURS = 120
"""Durée d'un rejeu, en jours."""

FENETRE = 7
"""Chaque indicateur se lit sur les sept derniers jours."""

PLAINTES_AVANT_RETRAIT = 40
"""Sans condition d'arrêt, le maire retire le service à la quarantième plainte (hypothèse du cours)."""

PART_QUI_NOTE = {"servie": 0.20, "perdue": 0.02}
"""Part des demandes, servies ou perdues, dont l'auteur remplit le questionnaire de satisfaction (hypothèse du
cours)."""

INDICATEURS: dict[str, str] = TEXTES["indicateurs"]
ALERTE_SI_PLUS = {"echecs": True, "plaintes": True, "satisfaction": False, "visites": False}
"""Vrai : on s'inquiète au-dessus du seuil. Faux : au-dessous."""

REGARDS = ("pire_public", "moyenne")
"""Sur quoi lire l'indicateur : le public le moins bien servi ce jour-là, ou tous mélangés."""


@dataclass(frozen=True)
class Condition:
    """« Arrêter si `indicateur`, lu sur `sur`, passe `seuil` pendant `jours` jours de suite. »

    Lève `ValueError` si l'indicateur ou le regard n'existent pas, ou si `jours` n'est pas positif.
    """

    indicateur: str
    seuil: float
    jours: int
    sur: str = "pire_public"

    def __post_init__(self) -> None:
        if self.indicateur not in INDICATEURS or self.sur not in REGARDS:
            raise ValueError(
                f"Une condition lit un indicateur ({', '.join(INDICATEURS)}) sur un regard ({', '.join(REGARDS)})."
            )
        exiger_entier(self.jours, "jours")
        if self.jours < 1:
            raise ValueError("jours : attendu un entier à partir de 1.")


@dataclass(frozen=True, eq=False)
class Deroule:
    """Ce qui s'est passé : tableaux (jours × publics) de demandes, d'échecs, de plaintes reçues et de notes données."""

    publics: tuple[Public, ...]
    demandes: np.ndarray = field(repr=False)
    echecs: np.ndarray = field(repr=False)
    plaintes: np.ndarray = field(repr=False)
    notes: np.ndarray = field(repr=False)
    reponses: np.ndarray = field(repr=False)

    @property
    def jours(self) -> int:
        """Nombre de jours déroulés."""
        return int(self.demandes.shape[0])


def risque_d_echec(public: Public, qualite: float) -> float:
    """Part (0 à 1) des demandes de ce public qu'un service de cette qualité (0 à 100) n'aboutit pas. Hypothèse."""
    return float(np.clip(0.04 + (1 - qualite / 100) * (0.25 + 0.75 * public.exigence), 0, 0.97))


def derouler(
    hasard: Generator,
    monde: Monde = MONDE_DU_COURS,
    qualite: float = 97.0,
    oublie: str = "",
    jours: int = JOURS,
) -> Deroule:
    """Fait tourner le service. qualite : 0 à 100 (97 : un service sain). oublie : la clé d'un public que le service
    laisse tomber (une demande sur deux échoue), les autres restant bien servis.

    Lève `ValueError` si la qualité sort de 0 à 100 ou si le public n'existe pas.
    """
    exiger_generateur(hasard)
    exiger_entier(jours, "jours")
    if not 0 <= qualite <= 100:
        raise ValueError(f"qualite : attendu un nombre de 0 à 100, reçu {qualite}.")
    if oublie and oublie not in {p.cle for p in monde.publics}:
        raise ValueError(f"public inconnu : {oublie}.")
    publics = monde.publics
    semaine = np.array([1.2, 1.1, 1.0, 1.0, 1.1, 0.5, 0.3])[np.arange(jours) % 7]
    attendues = semaine[:, None] * np.array([p.demandes for p in publics])[None, :]
    risques = np.array([max(risque_d_echec(p, qualite), 0.5 * (p.cle == oublie)) for p in publics])
    demandes = hasard.poisson(attendues)
    echecs = hasard.binomial(demandes, risques)
    plaintes = np.zeros_like(demandes)
    for rang, public in enumerate(publics):
        ecrites = hasard.binomial(echecs[:, rang], public.plaint)
        for jour in np.flatnonzero(ecrites):
            for attente in hasard.integers(7, 22, ecrites[jour]):
                if jour + attente < jours:
                    plaintes[jour + attente, rang] += 1
    contents = hasard.binomial(demandes - echecs, PART_QUI_NOTE["servie"])
    decus = hasard.binomial(echecs, PART_QUI_NOTE["perdue"])
    reponses = contents + decus
    notes = 8.4 * contents + 3.0 * decus + hasard.normal(0, 1.0, reponses.shape) * np.sqrt(reponses)
    return Deroule(publics, demandes, echecs, plaintes, notes, reponses)


def mesurer(deroule: Deroule, indicateur: str) -> tuple[np.ndarray, np.ndarray]:
    """L'indicateur sur les sept derniers jours : par public (jours × publics), et tous mélangés (jours).

    NaN tant que moins de dix demandes (ou aucune réponse au questionnaire) n'ont été vues dans la fenêtre.
    """

    def cumul(valeurs: np.ndarray) -> np.ndarray:
        somme = np.cumsum(valeurs, axis=0, dtype=float)
        somme[FENETRE:] -= somme[:-FENETRE].copy()
        return somme

    def par_public_et_ensemble(haut: np.ndarray, bas: np.ndarray, mini: int) -> tuple[np.ndarray, np.ndarray]:
        hauts, bass = cumul(haut), cumul(bas)
        with np.errstate(divide="ignore", invalid="ignore"):
            par_public = np.where(bass >= mini, hauts / bass, np.nan)
            total = bass.sum(axis=1)
            ensemble = np.where(total >= mini, hauts.sum(axis=1) / total, np.nan)
        return par_public, ensemble

    vus = np.minimum(np.arange(deroule.jours) + 1, FENETRE)[:, None]
    if indicateur == "echecs":
        return par_public_et_ensemble(deroule.echecs, deroule.demandes, 10)
    if indicateur == "satisfaction":
        return par_public_et_ensemble(deroule.notes, deroule.reponses, 1)
    table = {"plaintes": deroule.plaintes, "visites": deroule.demandes}[indicateur]
    par_public = cumul(table) / vus
    return par_public, par_public.sum(axis=1)


def jour_d_arret(deroule: Deroule, condition: Condition) -> int | None:
    """Le jour (1 pour le premier) où la condition arrête le service ; None si elle ne l'arrête jamais."""
    par_public, ensemble = mesurer(deroule, condition.indicateur)
    plus = ALERTE_SI_PLUS[condition.indicateur]
    lu = ensemble
    if condition.sur == "pire_public":
        muet = np.where(np.isnan(par_public), -np.inf if plus else np.inf, par_public)
        lu = muet.max(axis=1) if plus else muet.min(axis=1)
    passe = (lu > condition.seuil) if plus else (lu < condition.seuil)
    suite = 0
    for jour, vrai in enumerate(np.where(np.isnan(lu), False, passe), start=1):
        suite = suite + 1 if vrai else 0
        if suite >= condition.jours:
            return jour
    return None


def jour_du_retrait(deroule: Deroule, plaintes: int = PLAINTES_AVANT_RETRAIT) -> int | None:
    """Sans condition écrite : le jour où les plaintes reçues atteignent `plaintes`."""
    recues = deroule.plaintes.sum(axis=1).cumsum()
    atteint = np.flatnonzero(recues >= plaintes)
    return int(atteint[0]) + 1 if len(atteint) else None


def leses(deroule: Deroule, jusqu_au: int | None = None) -> pd.Series:
    """Demandes qui n'ont pas abouti jusqu'à ce jour compris (toutes si None), par public (index : la clé)."""
    fin = deroule.jours if jusqu_au is None else jusqu_au
    return pd.Series(deroule.echecs[:fin].sum(axis=0), index=[p.cle for p in deroule.publics])


def en_table(deroule: Deroule, jusqu_au: int | None = None) -> pd.DataFrame:
    """Une ligne par public : public, demandes, echecs, sur_100, plaintes (jusqu'à ce jour compris)."""
    fin = deroule.jours if jusqu_au is None else jusqu_au
    demandes, echecs = deroule.demandes[:fin].sum(axis=0), deroule.echecs[:fin].sum(axis=0)
    return pd.DataFrame(
        {
            "cle": [p.cle for p in deroule.publics],
            "public": [p.nom for p in deroule.publics],
            "demandes": demandes,
            "echecs": echecs,
            "sur_100": np.round(100 * echecs / np.maximum(1, demandes)).astype(int),
            "plaintes": deroule.plaintes[:fin].sum(axis=0),
        }
    )


def lire_condition(arret: Mapping[str, Any]) -> Condition:
    """Une `Condition` à partir d'un dictionnaire. Lève `ValueError` ou `TypeError` si elle ne tient pas."""
    return Condition(
        indicateur=str(arret["indicateur"]),
        seuil=float(arret["seuil"]),
        jours=int(arret["jours"]),
        sur=str(arret.get("sur", "moyenne")),
    )
