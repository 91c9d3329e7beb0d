"""Tirer le fichier de la campagne : des personnes, ce qu'elles ont accepté, et, à part, qui a vraiment dit oui.

La vérité n'est pas recalculée : chaque personne reçoit un scénario (`monde.SCENARIOS`), d'où naissent ses événements.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

import numpy as np
import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.campagne import monde as m
from chatmairie.echecs.campagne.monde import Monde, exiger_monde
from chatmairie.echecs.commun.distribution import noms, prenoms
from chatmairie.echecs.commun.exigences import exiger_colonnes, exiger_generateur, exiger_lignes

IDENTITE = ("id_personne", "prenom", "nom", "naissance", "telephone", "courriel", "base_origine")
MINUTES = 2 * 90 * 24 * 60  # les accords s'étalent sur les six mois qui précèdent l'envoi (hypothèse du cours)


@dataclass(frozen=True, eq=False)
class Fichier:
    """Ce qu'une campagne a en main, et la vérité à part.

    personnes, consentements, campagne : voir `tirer_fichier`. situations (vérité) : id_personne, situation, droit.
    publics (vérité, pour mesurer la portée, jamais pour choisir) : id_personne, interesse, aveugle, et un hasard par
    canal.
    """

    personnes: pd.DataFrame = field(repr=False)
    consentements: pd.DataFrame = field(repr=False)
    campagne: dict[str, Any]
    situations: pd.DataFrame = field(repr=False)
    publics: pd.DataFrame = field(repr=False)


def tirer_fichier(rng: Generator, monde: Monde, lignes: int = 2000) -> Fichier:
    """Tire un fichier de `lignes` personnes (de 50 à 9 000).

    personnes : id_personne, prenom, nom, naissance (texte ISO), telephone et courriel ("" s'il n'y en a pas),
    telephone_verifie et courriel_verifie (faux : ce contact n'est plus celui de la personne), parti_ou_decede,
    base_origine, interets (« concert, lecture », ou "" : rien de déclaré), quotient_familial (euros par mois ou NaN),
    handicap (bool). consentements : id_personne, finalite, canal, accord (bool), date (« 2026-01-14 10:22 »), preuve ;
    une ligne par événement, dans l'ordre de la saisie, qui n'est pas celui des dates.
    Lève `TypeError` ou `ValueError` si les arguments sont absurdes.
    """
    exiger_generateur(rng)
    exiger_monde(monde)
    exiger_lignes(lignes, 50, 9000)
    return completer(rng, monde, _identites(rng, monde, lignes))


def completer(
    rng: Generator, monde: Monde, identites: pd.DataFrame, imposes: Mapping[int, str] | None = None
) -> Fichier:
    """Ajoute à des identités (colonnes `IDENTITE`) ce que le fichier en dit d'autre, et leurs consentements.

    imposes : rang dans `identites` -> scénario (clé de `monde.SCENARIOS`), pour les gens de la distribution : leur
    contact est bien le leur, et ils habitent toujours la commune.
    """
    imposes = dict(imposes or {})
    exiger_colonnes(identites, IDENTITE, "identites")
    personnes = identites[list(IDENTITE)].reset_index(drop=True)
    n = len(personnes)
    _partager(rng, personnes, set(imposes))
    for contact in ("telephone", "courriel"):
        verifie = personnes[contact].ne("") & ((rng.random(n) >= m.PART_FAUX) | personnes.index.isin(imposes))
        premiers = personnes[contact].map({c: i for i, c in reversed(list(enumerate(personnes[contact])))}).astype(int)
        personnes[f"{contact}_verifie"] = verifie.to_numpy()[premiers.to_numpy()] & personnes[contact].ne("")
    personnes["parti_ou_decede"] = (rng.random(n) < m.PART_PARTIS) & ~personnes.index.isin(imposes)
    scenario = rng.choice(np.array(list(m.SCENARIOS), dtype=object), n, p=list(m.SCENARIOS.values()))
    scenario[list(imposes)] = list(imposes.values())
    oui = np.isin(scenario, m.OUI_A_LA_CAMPAGNE)
    personnes["interets"] = _interets(rng, oui)
    quotient = np.exp(rng.normal(np.log(812.0), 0.5, n)).round()
    calcule = personnes["base_origine"].str.contains("périscolaire|aide")
    personnes["quotient_familial"] = np.where(calcule, quotient, np.nan)
    personnes["handicap"] = rng.random(n) < m.PART_HANDICAP
    interesse = oui | (rng.random(n) < m.PART_INTERESSES)
    publics = pd.DataFrame({"id_personne": personnes["id_personne"], "interesse": interesse})
    publics["aveugle"] = rng.random(n) < m.PART_AVEUGLES
    for canal in ("affiche", "site", "guichet", "appel"):
        publics[canal] = rng.random(n)
    campagne = {
        "finalite": monde.finalite,
        "canal": monde.canal,
        "contact": monde.contact,
        "date": monde.date,
        "age_minimum": monde.age_minimum,
        "preuves_valables": list(monde.preuves_valables),
    }
    consentements = _consentements(rng, monde, personnes["id_personne"].to_numpy(), scenario)
    return Fichier(personnes, consentements, campagne, _situations(personnes, scenario, monde), publics)


def ages(personnes: pd.DataFrame, quand: str) -> pd.Series:
    """L'âge de chaque personne, en années révolues, à cette date (« 2026-03-10 » ou « 2026-03-10 10:00 »)."""
    exiger_colonnes(personnes, ("naissance",), "personnes")
    jour = date.fromisoformat(str(quand)[:10])
    naissance = pd.to_datetime(personnes["naissance"])
    avant = (naissance.dt.month * 100 + naissance.dt.day) > jour.month * 100 + jour.day
    return (jour.year - naissance.dt.year - avant.astype(int)).astype(int)


def _identites(rng: Generator, monde: Monde, n: int) -> pd.DataFrame:
    jour = date.fromisoformat(monde.date[:10])
    jeune = rng.random(n) < m.PART_JEUNES
    annees = np.where(jeune, rng.integers(10, 18, n), rng.integers(18, 95, n))
    jours = annees * 365.25 + rng.integers(1, 365, n)
    prenom, nom = noms_au_hasard(rng, n)
    return pd.DataFrame(
        {
            "id_personne": [f"P-{i:05d}" for i in rng.choice(99_999, n, replace=False) + 1],
            "prenom": prenom,
            "nom": nom,
            "naissance": [(jour - timedelta(int(j))).isoformat() for j in jours],
            "telephone": contacts(rng, n)[0],
            "courriel": contacts(rng, n)[1],
            "base_origine": rng.choice(list(m.BASES), n, p=list(m.BASES.values())),
        }
    )


def noms_au_hasard(rng: Generator, n: int) -> tuple[np.ndarray, np.ndarray]:
    """(prénoms, noms) de figurants, tirés sans lien l'un avec l'autre."""
    return rng.choice(np.array(prenoms(), dtype=object), n), rng.choice(np.array(noms(), dtype=object), n)


def contacts(rng: Generator, n: int, premier: int = 0) -> tuple[list[str], list[str]]:
    """(téléphones, courriels) fictifs, tous différents, parfois vides : numéros en 06 39 98, boîtes en .example."""
    numeros = rng.choice(np.arange(premier, 10_000), n, replace=False)
    sans_tel, sans_mail = rng.random(n) < m.PART_SANS_TELEPHONE, rng.random(n) < m.PART_SANS_COURRIEL
    telephones = ["" if s else f"06 39 98 {i // 100:02d} {i % 100:02d}" for i, s in zip(numeros, sans_tel, strict=True)]
    courriels = ["" if s else f"boite{i:05d}@courriel.example" for i, s in zip(numeros, sans_mail, strict=True)]
    return telephones, courriels


def _partager(rng: Generator, personnes: pd.DataFrame, seuls: set[int]) -> None:
    """Certaines personnes ont les mêmes téléphone et courriel que la précédente (un couple, un parent)."""
    tires = np.flatnonzero(rng.random(len(personnes)) < m.PART_NUMERO_PARTAGE)
    avec = [i for i in tires if i > 0 and i - 1 not in tires and not {i, i - 1} & seuls]
    for colonne in ("nom", "telephone", "courriel"):
        personnes.loc[avec, colonne] = personnes[colonne].to_numpy()[np.array(avec, dtype=int) - 1]


def _interets(rng: Generator, oui: np.ndarray) -> list[str]:
    parts = np.where(oui, m.PART_INTERETS[True], m.PART_INTERETS[False])
    declare = rng.random(len(oui)) < parts
    combien = rng.integers(1, 4, len(oui))
    return [
        ", ".join(sorted(rng.choice(m.THEMES, c, replace=False))) if d else ""
        for d, c in zip(declare, combien, strict=True)
    ]


def _situations(personnes: pd.DataFrame, scenario: np.ndarray, monde: Monde) -> pd.DataFrame:
    """Pourquoi l'on peut, ou non, écrire à chacun. Les empêchements passent après le consentement."""
    situation = pd.Series(np.where(np.isin(scenario, m.OUI_A_LA_CAMPAGNE), "droit", scenario), dtype=object)
    contact = personnes[monde.contact]
    for nom, masque in (
        ("sans_contact", contact.eq("")),
        ("faux_numero", ~personnes[f"{monde.contact}_verifie"]),
        ("parti_ou_decede", personnes["parti_ou_decede"]),
        ("mineur", ages(personnes, monde.date) < monde.age_minimum),
    ):
        situation = situation.mask(situation.eq("droit") & masque.to_numpy(dtype=bool), nom)
    return pd.DataFrame(
        {"id_personne": personnes["id_personne"], "situation": situation.astype(str), "droit": situation.eq("droit")}
    )


def _consentements(rng: Generator, monde: Monde, qui: np.ndarray, scenario: np.ndarray) -> pd.DataFrame:
    """Les événements de chaque scénario, puis d'autres accords sans rapport, dans l'ordre de la saisie."""
    envoi = datetime.fromisoformat(monde.date)
    tiers = MINUTES // 6
    campagne = (monde.finalite, monde.canal)
    ailleurs = (monde.finalite, monde.autre_canal)
    autre = (monde.autres_finalites[0], monde.canal)
    # scénario -> suite de (finalité et canal, accord, preuve valable ?)
    suites: dict[str, list[tuple[tuple[str, str], bool, bool | None]]] = {
        "accord": [(campagne, True, True)],
        "repris": [(campagne, True, True), (campagne, False, False), (campagne, True, True)],
        "non_ailleurs": [(campagne, True, True), (ailleurs, False, False)],
        "retire": [(campagne, True, True), (campagne, False, False)],
        "autre_canal": [(ailleurs, True, True)],
        "sans_preuve": [(campagne, True, None)],
        "trop_tard": [(campagne, True, True)],
        "refus": [(campagne, False, False)],
        "autre_finalite": [(autre, True, True)],
        "rien": [],
    }
    lignes = []
    ajout = rng.random(len(qui)) < m.PART_AUTRE_FINALITE
    hasards = rng.integers(0, tiers, (len(qui), 4))
    for i, (personne, nom) in enumerate(zip(qui, scenario, strict=True)):
        for rang, ((finalite, canal), accord, preuve) in enumerate(suites[nom]):
            minutes = -2 * int(hasards[i, rang] + (2 - rang) * tiers) - 2
            if nom == "trop_tard":
                # le jour même, après l'envoi, une fois sur deux ; sinon dans les vingt jours
                minutes = 60 + (int(hasards[i, rang] % 600) if i % 2 else 2 * int(hasards[i, rang] // 3))
            lignes.append((personne, finalite, canal, accord, minutes, _preuve(rng, monde, preuve, accord)))
        if nom not in ("rien", "autre_finalite") and ajout[i]:
            canal = monde.canal if rng.random() < 0.5 else "courrier"
            finalite = monde.autres_finalites[int(rng.integers(len(monde.autres_finalites)))]
            lignes.append(
                (personne, finalite, canal, True, -2 * int(hasards[i, 3]) - 1, _preuve(rng, monde, True, True))
            )
    ecarts = np.array([ligne[4] for ligne in lignes])
    papier = rng.random(len(lignes)) < m.PART_PAPIER
    saisie = ecarts + np.where(papier, rng.integers(0, 60 * 24 * m.RETARD_PAPIER_JOURS, len(lignes)), 0)
    ordre = np.argsort(saisie, kind="stable")
    dates = [(envoi + timedelta(minutes=int(x))).strftime("%Y-%m-%d %H:%M") for x in ecarts]
    table = pd.DataFrame(lignes, columns=["id_personne", "finalite", "canal", "accord", "date", "preuve"])
    table["date"] = dates
    return table.iloc[ordre].reset_index(drop=True)


def _preuve(rng: Generator, monde: Monde, valable: bool | None, accord: bool) -> str:
    if not accord:  # un retrait n'a pas besoin de preuve : il est souvent noté sans
        return "" if rng.random() < 0.7 else str(rng.choice(monde.preuves_valables))
    return str(rng.choice(monde.preuves_valables if valable else monde.preuves_nulles))
