"""Tirer le fichier de la campagne (des personnes, ce qu'elles ont accepté) et l'agenda mêlé de la ville ; à part, la
vérité : qui a vraiment dit oui, et ce qui peut sortir.

La vérité n'est pas recalculée : chaque personne reçoit un scénario (`monde.SCENARIOS`), d'où naissent ses événements.
Ce qui peut sortir de l'agenda a deux marques : `visibilite` vaut « public », et quelqu'un l'a décidé (`valide_par`). Le
logiciel du calendrier des agents remplit « public » d'office : le mot seul ne prouve donc rien.
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
from chatmairie.echecs.campagne.monde import Monde
from chatmairie.echecs.commun.distribution import agents, habitants, noms, personne, prenoms
from chatmairie.echecs.commun.exigences import exiger_colonnes, exiger_generateur, exiger_lignes, exiger_monde
from chatmairie.langue.phrases import remplir, trous

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


def tirer_fichier(hasard: Generator, monde: Monde, lignes: int = 2000) -> Fichier:
    """Tire un fichier de `lignes` personnes (de 50 à 9 000).

    personnes : id_personne, prenom, nom, naissance (texte ISO), telephone et courriel ("" s'il n'y en a pas),
    telephone_verifie et courriel_verifie (faux : ce contact n'est plus celui de la personne), parti_ou_decede,
    base_origine, interets (« concert, lecture », ou "" : rien de déclaré), quotient_familial (euros par mois ou NaN),
    handicap (bool). consentements : id_personne, finalite, canal, accord (bool), date (« 2026-01-14 10:22 »), preuve ;
    une ligne par événement, dans l'ordre de la saisie, qui n'est pas celui des dates.
    Lève `TypeError` ou `ValueError` si les arguments sont absurdes.
    """
    exiger_generateur(hasard)
    exiger_monde(monde, Monde)
    exiger_lignes(lignes, 50, 9000)
    return completer(hasard, monde, _identites(hasard, monde, lignes))


def completer(
    hasard: Generator, monde: Monde, identites: pd.DataFrame, imposes: Mapping[int, str] | None = None
) -> Fichier:
    """Ajoute à des identités (colonnes `IDENTITE`) ce que le fichier en dit d'autre, et leurs consentements.

    imposes : rang dans `identites` -> scénario (clé de `monde.SCENARIOS`), pour les gens de la distribution : leur
    contact est bien le leur, et ils habitent toujours la commune.
    """
    imposes = dict(imposes or {})
    exiger_colonnes(identites, IDENTITE, "identites")
    personnes = identites[list(IDENTITE)].reset_index(drop=True)
    n = len(personnes)
    _partager(hasard, personnes, set(imposes))
    for contact in ("telephone", "courriel"):
        verifie = personnes[contact].ne("") & ((hasard.random(n) >= m.PART_FAUX) | personnes.index.isin(imposes))
        premiers = personnes[contact].map({c: i for i, c in reversed(list(enumerate(personnes[contact])))}).astype(int)
        personnes[f"{contact}_verifie"] = verifie.to_numpy()[premiers.to_numpy()] & personnes[contact].ne("")
    personnes["parti_ou_decede"] = (hasard.random(n) < m.PART_PARTIS) & ~personnes.index.isin(imposes)
    scenario = hasard.choice(np.array(list(m.SCENARIOS), dtype=object), n, p=list(m.SCENARIOS.values()))
    scenario[list(imposes)] = list(imposes.values())
    oui = np.isin(scenario, m.OUI_A_LA_CAMPAGNE)
    personnes["interets"] = _interets(hasard, oui)
    quotient = np.exp(hasard.normal(np.log(812.0), 0.5, n)).round()
    calcule = personnes["base_origine"].str.contains("périscolaire|aide")
    personnes["quotient_familial"] = np.where(calcule, quotient, np.nan)
    personnes["handicap"] = hasard.random(n) < m.PART_HANDICAP
    interesse = oui | (hasard.random(n) < m.PART_INTERESSES)
    publics = pd.DataFrame({"id_personne": personnes["id_personne"], "interesse": interesse})
    publics["aveugle"] = hasard.random(n) < m.PART_AVEUGLES
    for canal in ("affiche", "site", "guichet", "appel"):
        publics[canal] = hasard.random(n)
    campagne = {
        "finalite": monde.finalite,
        "canal": monde.canal,
        "contact": monde.contact,
        "date": monde.date,
        "age_minimum": monde.age_minimum,
        "preuves_valables": list(monde.preuves_valables),
    }
    consentements = _consentements(hasard, monde, personnes["id_personne"].to_numpy(), scenario)
    return Fichier(personnes, consentements, campagne, _situations(personnes, scenario, monde), publics)


def ages(personnes: pd.DataFrame, quand: str) -> pd.Series:
    """L'âge de chaque personne, en années révolues, à cette date (« 2026-03-10 » ou « 2026-03-10 10:00 »)."""
    exiger_colonnes(personnes, ("naissance",), "personnes")
    jour = date.fromisoformat(str(quand)[:10])
    naissance = pd.to_datetime(personnes["naissance"])
    avant = (naissance.dt.month * 100 + naissance.dt.day) > jour.month * 100 + jour.day
    return (jour.year - naissance.dt.year - avant.astype(int)).astype(int)


def _identites(hasard: Generator, monde: Monde, n: int) -> pd.DataFrame:
    jour = date.fromisoformat(monde.date[:10])
    jeune = hasard.random(n) < m.PART_JEUNES
    annees = np.where(jeune, hasard.integers(10, 18, n), hasard.integers(18, 95, n))
    jours = annees * 365.25 + hasard.integers(1, 365, n)
    prenom, nom = noms_au_hasard(hasard, n)
    return pd.DataFrame(
        {
            "id_personne": [f"P-{i:05d}" for i in hasard.choice(99_999, n, replace=False) + 1],
            "prenom": prenom,
            "nom": nom,
            "naissance": [(jour - timedelta(int(j))).isoformat() for j in jours],
            "telephone": contacts(hasard, n)[0],
            "courriel": contacts(hasard, n)[1],
            "base_origine": hasard.choice(list(m.BASES), n, p=list(m.BASES.values())),
        }
    )


def noms_au_hasard(hasard: Generator, n: int) -> tuple[np.ndarray, np.ndarray]:
    """(prénoms, noms) de figurants, tirés sans lien l'un avec l'autre."""
    return hasard.choice(np.array(prenoms(), dtype=object), n), hasard.choice(np.array(noms(), dtype=object), n)


def contacts(hasard: Generator, n: int, premier: int = 0) -> tuple[list[str], list[str]]:
    """(téléphones, courriels) fictifs, tous différents, parfois vides : numéros en 06 39 98, boîtes en .example."""
    numeros = hasard.choice(np.arange(premier, 10_000), n, replace=False)
    sans_tel, sans_mail = hasard.random(n) < m.PART_SANS_TELEPHONE, hasard.random(n) < m.PART_SANS_COURRIEL
    telephones = ["" if s else f"06 39 98 {i // 100:02d} {i % 100:02d}" for i, s in zip(numeros, sans_tel, strict=True)]
    courriels = ["" if s else f"boite{i:05d}@courriel.example" for i, s in zip(numeros, sans_mail, strict=True)]
    return telephones, courriels


def _partager(hasard: Generator, personnes: pd.DataFrame, seuls: set[int]) -> None:
    """Certaines personnes ont les mêmes téléphone et courriel que la précédente (un couple, un parent)."""
    tires = np.flatnonzero(hasard.random(len(personnes)) < m.PART_NUMERO_PARTAGE)
    avec = [i for i in tires if i > 0 and i - 1 not in tires and not {i, i - 1} & seuls]
    for colonne in ("nom", "telephone", "courriel"):
        personnes.loc[avec, colonne] = personnes[colonne].to_numpy()[np.array(avec, dtype=int) - 1]


def _interets(hasard: Generator, oui: np.ndarray) -> list[str]:
    parts = np.where(oui, m.PART_INTERETS[True], m.PART_INTERETS[False])
    declare = hasard.random(len(oui)) < parts
    combien = hasard.integers(1, 4, len(oui))
    return [
        ", ".join(sorted(hasard.choice(m.THEMES, c, replace=False))) if d else ""
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


def _consentements(hasard: Generator, monde: Monde, qui: np.ndarray, scenario: np.ndarray) -> pd.DataFrame:
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
    ajout = hasard.random(len(qui)) < m.PART_AUTRE_FINALITE
    hasards = hasard.integers(0, tiers, (len(qui), 4))
    for i, (numero, nom) in enumerate(zip(qui, scenario, strict=True)):
        for rang, ((finalite, canal), accord, preuve) in enumerate(suites[nom]):
            minutes = -2 * int(hasards[i, rang] + (2 - rang) * tiers) - 2
            if nom == "trop_tard":
                # le jour même, après l'envoi, une fois sur deux ; sinon dans les vingt jours
                minutes = 60 + (int(hasards[i, rang] % 600) if i % 2 else 2 * int(hasards[i, rang] // 3))
            lignes.append((numero, finalite, canal, accord, minutes, _preuve(hasard, monde, preuve, accord)))
        if nom not in ("rien", "autre_finalite") and ajout[i]:
            canal = monde.canal if hasard.random() < 0.5 else "courrier"
            finalite = monde.autres_finalites[int(hasard.integers(len(monde.autres_finalites)))]
            lignes.append(
                (numero, finalite, canal, True, -2 * int(hasards[i, 3]) - 1, _preuve(hasard, monde, True, True))
            )
    ecarts = np.array([ligne[4] for ligne in lignes])
    papier = hasard.random(len(lignes)) < m.PART_PAPIER
    saisie = ecarts + np.where(papier, hasard.integers(0, 60 * 24 * m.RETARD_PAPIER_JOURS, len(lignes)), 0)
    ordre = np.argsort(saisie, kind="stable")
    dates = [(envoi + timedelta(minutes=int(x))).strftime("%Y-%m-%d %H:%M") for x in ecarts]
    table = pd.DataFrame(lignes, columns=["id_personne", "finalite", "canal", "accord", "date", "preuve"])
    table["date"] = dates
    return table.iloc[ordre].reset_index(drop=True)


def _preuve(hasard: Generator, monde: Monde, valable: bool | None, accord: bool) -> str:
    if not accord:  # un retrait n'a pas besoin de preuve : il est souvent noté sans
        return "" if hasard.random() < 0.7 else str(hasard.choice(monde.preuves_valables))
    return str(hasard.choice(monde.preuves_valables if valable else monde.preuves_nulles))


# --- l'agenda ---------------------------------------------------------------------------------------

COLONNES = ("id", "titre", "date", "heure", "lieu", "type", "theme", "calendrier", "visibilite", "valide_par")
DU_FICHIER = ("fatoumata", "linh", "aurelie", "margaux", "karim", "rayan")
"""Les habitants de la distribution que le rejeu place dans le fichier."""
PERIODE_JOURS = 60  # l'agenda couvre les deux mois qui suivent l'envoi (hypothèse du cours)


@dataclass(frozen=True, eq=False)
class Agenda:
    """evenements : la table montrée (colonnes `COLONNES`, textes, cases vides = ""). verite, à part : id, nature
    (« public », « interne », « brouillon »), sorte (une clé de « sortes », ou ""), exposes (tuple des personnes
    nommées), agents (vrai si ce sont des agents), sensible (bool)."""

    evenements: pd.DataFrame = field(repr=False)
    verite: pd.DataFrame = field(repr=False)


def tirer_evenements(hasard: Generator, monde: Monde, combien: int = 60) -> Agenda:
    """Tire `combien` entrées (de 30 à 200) : un cinquième internes, quelques brouillons, le reste public.

    Les calendriers se suivent par ordre alphabétique, comme les lit la campagne. Lève `TypeError` ou `ValueError` si
    les arguments sont absurdes.
    """
    exiger_generateur(hasard)
    exiger_monde(monde, Monde)
    exiger_lignes(combien, 30, 200)
    internes = round(m.PART_INTERNES * combien)
    brouillons = round(m.PART_BROUILLONS * combien)
    lignes = _internes(hasard, monde, internes)
    lignes += [_sortie(hasard, monde, i < brouillons) for i in range(combien - internes)]
    lignes.sort(key=lambda un: (un["calendrier"], un["rang"], un["date"]))
    numeros = sorted(hasard.choice(999, combien, replace=False) + 1)
    for numero, ligne in zip(hasard.permutation(numeros), lignes, strict=True):
        ligne["id"] = f"EV-{numero:03d}"
    table = pd.DataFrame(lignes)
    verite = table[["id", "nature", "sorte", "exposes", "agents", "sensible"]]
    return Agenda(table[list(COLONNES)].copy(), verite.copy())


def _internes(hasard: Generator, monde: Monde, combien: int) -> list[dict]:
    """Les entrées des agents. Dans le monde du cours elles gardent leur ordre ; ailleurs elles sont mêlées, et les
    douze premières gardent toujours des entrées « public » d'office."""
    cours, modeles = monde.jeu == "cours", m.TEXTES["internes"][monde.jeu]
    if not cours:
        modeles = [modeles[i] for i in hasard.permutation(len(modeles))]
    noms = [p.prenom for p in agents() if p.cle != "jean_mi"] if cours else list(prenoms())
    chez = [p.prenom for p in habitants() if p.age >= 18 and p.cle not in DU_FICHIER] if cours else list(prenoms())
    noms = [noms[i] for i in hasard.permutation(len(noms))]
    lignes, tour = [], 0
    for rang in range(combien):
        un = modeles[rang % len(modeles)]
        champs = trous(un["titre"]) | trous(un["lieu"])
        qui = {
            "agent": noms[tour % len(noms)],
            "agent2": noms[(tour + 1) % len(noms)],
            "habitant": str(hasard.choice(chez)),
        }
        nommes = tuple(qui[champ] for champ in ("agent", "agent2") if champ in champs)
        tour += len(nommes)
        if un["sorte"] == "depart" and cours:
            nommes = (personne("jean_mi").prenom,)
        le_soir = un["sorte"] in ("depart", "loisir")
        lignes.append(
            {
                "titre": remplir(un["titre"], **qui),
                "date": _jour_de_travail(monde, 31 if cours and rang == 1 else 2 + 4 * rang % PERIODE_JOURS),
                "heure": "18 h" if le_soir else str(hasard.choice(["9 h", "11 h", "14 h 30"])),
                "lieu": remplir(un["lieu"], **qui),
                "type": un["type"],
                "theme": str(hasard.choice(m.THEMES)) if un["type"] == "culture" else "",
                "calendrier": monde.calendrier_agents,
                "visibilite": _visibilite(hasard, monde, un["visibilite"]),
                "valide_par": _valideur_interne(monde, int(hasard.integers(1, 5))) if "validee" in un else "",
                "nature": "interne",
                "sorte": un["sorte"],
                "exposes": (qui["habitant"],) if "habitant" in champs else nommes,
                "agents": "habitant" not in champs,
                "sensible": "sensible" in un,
                "rang": rang,
            }
        )
    return lignes


def _jour_de_travail(monde: Monde, dans: int) -> str:
    quand = date.fromisoformat(monde.date[:10]) + timedelta(dans)
    return (quand + timedelta(7 - quand.weekday() if quand.weekday() > 4 else 0)).isoformat()


def _visibilite(hasard: Generator, monde: Monde, visibilite: str) -> str:
    if visibilite in ("vide", "public"):
        return "" if visibilite == "vide" else m.PUBLIC
    return visibilite if monde.jeu == "cours" else str(hasard.choice(monde.mots_internes))


def _valideur_interne(monde: Monde, rang: int) -> str:
    """Un chef de service, ou quelqu'un qui valide aussi des sorties : le nom ne dit pas si l'entrée est publique."""
    return f"chef de service {rang}" if rang < 3 else monde.valideurs[rang - 3]


def _sortie(hasard: Generator, monde: Monde, brouillon: bool) -> dict:
    theme = str(hasard.choice(m.THEMES))
    quand = date.fromisoformat(monde.date[:10]) + timedelta(int(hasard.integers(3, PERIODE_JOURS)))
    mot = monde.mots_internes[1]
    return {
        "titre": str(hasard.choice(m.TEXTES["sorties"][theme])),
        "date": quand.isoformat(),
        "heure": str(hasard.choice(["10 h", "15 h", "18 h 30", "20 h"])),
        "lieu": str(hasard.choice(m.TEXTES["lieux"][monde.jeu])),
        "type": "culture" if hasard.random() > m.PART_AUTRE_TYPE else "vie de la ville",
        "theme": theme,
        "calendrier": str(hasard.choice(monde.calendriers)),
        "visibilite": mot if brouillon else m.PUBLIC,
        "valide_par": "" if brouillon else str(hasard.choice(monde.valideurs)),
        "nature": "brouillon" if brouillon else "public",
        "sorte": "",
        "exposes": (),
        "agents": False,
        "sensible": False,
        "rang": 0,
    }
