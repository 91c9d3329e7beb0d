"""Rejouer trente jours avec un plan d'arrêt : qui est encore lésé, qui reste sans service, qui ne sera jamais prévenu.

Le plan est une suite d'étapes (heure, étape, personne). Rien n'est jugé ici : tout se compte en personnes.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from chatmairie.echecs.bilan.ville import (
    CANAUX,
    HEURES,
    HEURES_PAR_JOUR,
    JOURS,
    OUVERTES,
    PUBLICS,
    Ville,
    demandes_par_heure,
    envois_programmes,
    fraudes,
    torts_par_heure,
)
from chatmairie.echecs.commun.gabarit import textes

_T = textes(__file__).contenu
ETAPES: Mapping[str, str] = _T["etapes"]
"""Code -> ce que fait l'étape. Les mauvaises idées tentantes y sont aussi."""
ROLES: Mapping[str, str] = _T["roles"]

FONCTIONS = {
    "decisions": "arreter_decisions", "actes": "arreter_actes", "envois": "arreter_envois",
    "conversation": "arreter_conversation",
}  # fmt: skip

CAPACITE = 0.65
"""Ce qu'une voie sans IA sert en un jour, en part des demandes ordinaires : deux voies suffisent, une seule non."""
RODAGE_H = 72
"""Des agents que personne n'a prévenus servent moitié moins pendant trois jours."""
NON_TROUVE = 0.5
"""Part des habitants qui ne trouvent pas où s'adresser tant que personne ne le leur a dit."""
RETROUVES_SANS_LISTE = 0.3
"""Sans journaux ni preuves, on ne retrouve que les personnes qui s'étaient plaintes."""
PART_REEMPLOYEE = 0.8
"""Part des numéros recueillis qui sont dans la liste demandée par un autre service."""
COPIE_H = 2
"""Copier les preuves prend deux heures : ce qui est effacé pendant ce temps est perdu."""
DELAI_D_UN_DOSSIER_H = 15 * 24
"""Au-delà, une famille sans réponse s'est organisée sans la mairie."""

JAMAIS = math.inf


@dataclass(frozen=True)
class Etape:
    """Une étape du plan. heure : depuis la décision (0 : tout de suite)."""

    code: str
    heure: float
    qui: str


@dataclass(frozen=True, eq=False)
class Suite:
    """Trente jours plus tard, en personnes.

    leses : cause -> personnes lésées après la décision (« decisions », « actes », « envois », « conversation »,
    « reemploi », « second_sms », « fraudes »). sans_service : public -> personnes restées sans service.
    refusees : familles refusées à tort qui n'ont pas retrouvé leur place. non_prevenus : titulaires d'un acte parti,
    jamais prévenus. dossiers_perdus : dossiers en attente restés sans réponse. agents_surpris : agents qui
    l'apprennent des habitants. sans_preuve : personnes lésées qui ne pourront plus montrer ce qui leur est arrivé.
    efface : vrai si tout a été effacé avant d'être copié. heures : étape -> heure (infini : jamais).
    par_jour : (jour, lésés, sans service).
    """

    leses: dict[str, int]
    sans_service: dict[str, int]
    refusees: int
    non_prevenus: int
    dossiers_perdus: int
    agents_surpris: int
    sans_preuve: int
    efface: bool
    heures: dict[str, float]
    par_jour: list[tuple[int, int, int]] = field(default_factory=list, repr=False)

    @property
    def nouveaux(self) -> int:
        """Personnes lésées après la décision d'arrêter."""
        return sum(self.leses.values())

    @property
    def annonce(self) -> float:
        """L'heure où les habitants savent où s'adresser."""
        return _annonce(self.heures)

    @property
    def dehors(self) -> int:
        """Personnes restées sans service."""
        return sum(self.sans_service.values())


def derouler(ville: Ville, plan: Sequence[Etape]) -> Suite:
    """Déroule les trente jours avec ce plan. Une étape répétée compte à sa première heure.

    Lève `ValueError` pour une étape inconnue.
    """
    inconnues = sorted({e.code for e in plan} - set(ETAPES))
    if inconnues:
        raise ValueError(f"Étape inconnue : {', '.join(inconnues)}.")
    quand = {code: min((e.heure for e in plan if e.code == code), default=JAMAIS) for code in ETAPES}
    allumees = {f: allumee(quand[code], quand["relancer_v2"]) for f, code in FONCTIONS.items()}
    torts = {f: t * allumees[f] for f, t in torts_par_heure(ville).items()}
    leses = {f: int(round(t.sum())) for f, t in torts.items()} | _envois(ville, quand, allumees["envois"])
    heures_de_fraude, non_prevenus = _titulaires(ville, quand)
    leses["fraudes"] = len(heures_de_fraude)
    dehors = _sans_service(ville, quand, allumees)
    return Suite(
        leses=leses,
        sans_service={p: int(round(dehors[:, i].sum())) for i, p in enumerate(PUBLICS)},
        refusees=_refusees(ville, quand),
        non_prevenus=non_prevenus,
        dossiers_perdus=_dossiers_perdus(ville, quand),
        agents_surpris=0 if quand["prevenir_agents"] <= min(_annonce(quand), 24) else ville.agents,
        sans_preuve=0 if _preuves_gardees(ville, quand) else ville.refusees + ville.actes_partis,
        efface=quand["tout_effacer"] < quand["copier_preuves"] + COPIE_H,
        heures=quand,
        par_jour=_par_jour(torts, _ponctuels(ville, quand, allumees["envois"], heures_de_fraude), dehors),
    )


def allumee(arret: float, relance: float) -> np.ndarray:
    """Heure par heure : vrai tant que la fonction est allumée (une relance d'avant l'arrêt ne compte pas)."""
    heures = np.arange(HEURES)
    return (heures < arret) | (heures >= (relance if relance >= arret else JAMAIS))


def _annonce(quand: Mapping[str, float]) -> float:
    return min(quand["prevenir_habitants"], quand["bulletin"] + 24 * 28)


def _numeros_utilisables(quand: Mapping[str, float], heure: float) -> bool:
    return heure <= min(quand["geler_numeros"], quand["tout_effacer"])


def _envois(ville: Ville, quand: Mapping[str, float], allumee: np.ndarray) -> dict[str, int]:
    combien = ville.destinataires
    partis = [h for h in envois_programmes(ville) if allumee[h]]  # déjà chez le prestataire : geler ne les arrête pas
    reemploi = ville.reemploi_h
    return {
        "envois": combien * len(partis),
        "reemploi": round(PART_REEMPLOYEE * combien)
        if _numeros_utilisables(quand, reemploi) and not allumee[reemploi]
        else 0,
        "second_sms": combien  # qui gèle les numéros puis écrit quand même lève son propre gel
        if quand["second_sms"] < JAMAIS and quand["second_sms"] <= quand["tout_effacer"]
        else 0,
    }


def _preuves_gardees(ville: Ville, quand: Mapping[str, float]) -> bool:
    """Vrai si les preuves ont été copiées avant que les journaux, ou quelqu'un, ne les effacent."""
    return quand["copier_preuves"] + COPIE_H <= min(ville.journaux_h, quand["tout_effacer"])


def _part_retrouvee(ville: Ville, quand: Mapping[str, float], heure: float) -> float:
    """Part des personnes que l'on sait encore retrouver à cette heure : dans les journaux, ou dans leur copie."""
    lisibles = heure <= ville.journaux_h and heure < quand["tout_effacer"]
    return 1.0 if lisibles or _preuves_gardees(ville, quand) else RETROUVES_SANS_LISTE


def _titulaires(ville: Ville, quand: Mapping[str, float]) -> tuple[np.ndarray, int]:
    """(heures où un acte a servi contre son titulaire avant qu'on le prévienne, titulaires jamais prévenus)."""
    alerte, quantieme = quand["alerter_titulaires"], fraudes(ville)
    combien = len(quantieme)
    prevenus = 0 if alerte >= HEURES else int(round(combien * _part_retrouvee(ville, quand, alerte)))
    return quantieme[quantieme < (alerte if prevenus == combien else HEURES)], combien - prevenus


def _refusees(ville: Ville, quand: Mapping[str, float]) -> int:
    rappel, combien = quand["rappeler_refusees"], ville.refusees
    if rappel > ville.rentree_h:
        return combien
    return combien - int(round(combien * _part_retrouvee(ville, quand, rappel)))


def _dossiers_perdus(ville: Ville, quand: Mapping[str, float]) -> int:
    reprise, efface = quand["reprendre_dossiers"], quand["tout_effacer"]
    lisibles = reprise < efface or _preuves_gardees(ville, quand)
    return 0 if reprise <= DELAI_D_UN_DOSSIER_H and lisibles else ville.en_attente


def _sans_service(ville: Ville, quand: Mapping[str, float], allumees: Mapping[str, np.ndarray]) -> np.ndarray:
    """(jours × publics) : qui s'adressait à une fonction éteinte, et n'a trouvé aucune voie à sa portée."""
    heures = np.arange(HEURES)
    besoins = sum(d * ~allumees[f][:, None] for f, d in demandes_par_heure(ville).items())
    annonce = _annonce(quand)
    perdus = np.where(heures < annonce, NON_TROUVE, 0.0)[:, None] * besoins
    cherchent = besoins - perdus
    par_heure = ville.demandes_par_jour * CAPACITE / HEURES_PAR_JOUR
    capacites = {canal: _capacite(quand, f"ouvrir_{canal}", par_heure) for canal in CANAUX}
    reste = np.zeros((JOURS, len(PUBLICS)))
    for jour in range(JOURS):
        tranche = slice(24 * jour, 24 * (jour + 1))
        libres = {canal: float(c[tranche].sum()) for canal, c in capacites.items()}
        reste[jour] = perdus[tranche].sum(axis=0) + _servir(cherchent[tranche].sum(axis=0), libres)
    return reste


def _capacite(quand: Mapping[str, float], etape: str, par_heure: float) -> np.ndarray:
    heures, ouverture = np.arange(HEURES), quand[etape]
    prets = max(ouverture, quand["prevenir_agents"])
    rode = (heures >= prets) | (heures >= ouverture + RODAGE_H)
    return OUVERTES * (heures >= ouverture) * np.where(rode, 1.0, 0.5) * par_heure


def _servir(attendent: np.ndarray, libres: dict[str, float]) -> np.ndarray:
    """Ce qui reste sans service : les publics qui ont le moins de voies d'abord, par la voie la plus libre."""
    reste = attendent.astype(float).copy()
    noms = list(PUBLICS)
    for i in sorted(range(len(noms)), key=lambda i: sum(noms[i] in p for p in CANAUX.values())):
        for canal in sorted((c for c, p in CANAUX.items() if noms[i] in p), key=lambda c: -libres[c]):
            servis = min(reste[i], libres[canal])
            reste[i] -= servis
            libres[canal] -= servis
    return reste


def _ponctuels(ville: Ville, quand: Mapping[str, float], allumee: np.ndarray, fraudes: np.ndarray) -> np.ndarray:
    """Heure par heure : les torts qui arrivent d'un coup (envois, réemploi, excuses, fraudes)."""
    par_heure = np.bincount(fraudes.astype(int), minlength=HEURES).astype(float)
    comptes = _envois(ville, quand, allumee)
    for h in envois_programmes(ville):
        par_heure[h] += ville.destinataires * bool(allumee[h])
    for heure, cause in ((ville.reemploi_h, "reemploi"), (quand["second_sms"], "second_sms")):
        if comptes[cause]:
            par_heure[min(int(heure), HEURES - 1)] += comptes[cause]
    return par_heure


def _par_jour(torts: Mapping[str, np.ndarray], ponctuels: np.ndarray, dehors: np.ndarray) -> list[tuple[int, int, int]]:
    """(jour, lésés, sans service) : les cumuls sont arrondis, si bien que les sommes sont celles de la `Suite`."""
    causes = np.stack([*torts.values(), ponctuels]).reshape(-1, JOURS, 24).sum(axis=2)
    leses = np.rint(causes.cumsum(axis=1)).sum(axis=0)
    absents = np.rint(dehors.cumsum(axis=0)).sum(axis=1)
    par_jour = zip(np.diff(leses, prepend=0), np.diff(absents, prepend=0), strict=True)
    return [(jour, int(a), int(b)) for jour, (a, b) in enumerate(par_jour, start=1)]
