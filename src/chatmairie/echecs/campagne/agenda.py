"""Tirer l'agenda mêlé de la ville : des sorties publiques, des brouillons, et ce que les agents notent pour eux.

Ce qui peut sortir a deux marques : `visibilite` vaut « public », et quelqu'un l'a décidé (`valide_par`). Le
logiciel du calendrier des agents remplit « public » d'office : le mot seul ne prouve donc rien.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.campagne import agenda_textes as t
from chatmairie.echecs.campagne import monde as m
from chatmairie.echecs.campagne.monde import Monde, exiger_monde
from chatmairie.echecs.commun.distribution import agents, habitants, personne, prenoms
from chatmairie.echecs.commun.exigences import exiger_generateur, exiger_lignes

COLONNES = ("id", "titre", "date", "heure", "lieu", "type", "theme", "calendrier", "visibilite", "valide_par")
DU_FICHIER = ("fatoumata", "linh", "aurelie", "margaux", "karim", "rayan")
"""Les habitants de la distribution que le rejeu place dans le fichier."""
PERIODE_JOURS = 60  # l'agenda couvre les deux mois qui suivent l'envoi (hypothèse du cours)


@dataclass(frozen=True, eq=False)
class Agenda:
    """evenements : la table montrée (colonnes `COLONNES`, textes, cases vides = ""). verite, à part : id, nature
    (« public », « interne », « brouillon »), sorte (clé de `agenda_textes.SORTES`, ou ""), exposes (tuple des personnes
    nommées), agents (vrai si ce sont des agents), sensible (bool)."""

    evenements: pd.DataFrame = field(repr=False)
    verite: pd.DataFrame = field(repr=False)


def tirer_evenements(rng: Generator, monde: Monde, combien: int = 60) -> Agenda:
    """Tire `combien` entrées (de 30 à 200) : un cinquième internes, quelques brouillons, le reste public.

    Les calendriers se suivent par ordre alphabétique, comme les lit la campagne. Lève `TypeError` ou `ValueError` si
    les arguments sont absurdes.
    """
    exiger_generateur(rng)
    exiger_monde(monde)
    exiger_lignes(combien, 30, 200)
    internes = round(m.PART_INTERNES * combien)
    brouillons = round(m.PART_BROUILLONS * combien)
    lignes = _internes(rng, monde, internes)
    lignes += [_sortie(rng, monde, i < brouillons) for i in range(combien - internes)]
    lignes.sort(key=lambda un: (un["calendrier"], un["rang"], un["date"]))
    numeros = sorted(rng.choice(999, combien, replace=False) + 1)
    for numero, ligne in zip(rng.permutation(numeros), lignes, strict=True):
        ligne["id"] = f"EV-{numero:03d}"
    table = pd.DataFrame(lignes)
    verite = table[["id", "nature", "sorte", "exposes", "agents", "sensible"]]
    return Agenda(table[list(COLONNES)].copy(), verite.copy())


def _internes(rng: Generator, monde: Monde, combien: int) -> list[dict]:
    """Les entrées des agents. Dans le monde du cours elles gardent leur ordre ; ailleurs elles sont mêlées."""
    cours = monde.jeu == "cours"
    modeles = list(t.INTERNES_DU_COURS) if cours else [t.INTERNES_D_AILLEURS[i] for i in _melange(rng)]
    noms = [p.prenom for p in agents() if p.cle != "jean_mi"] if cours else list(prenoms())
    chez = [p.prenom for p in habitants() if p.age >= 18 and p.cle not in DU_FICHIER] if cours else list(prenoms())
    noms = [noms[i] for i in rng.permutation(len(noms))]
    lignes, tour = [], 0
    for rang in range(combien):
        un = modeles[rang % len(modeles)]
        agent, agent2 = noms[tour % len(noms)], noms[(tour + 1) % len(noms)]
        habitant = str(rng.choice(chez))
        titre = elider(un.titre.format(agent=agent, agent2=agent2, habitant=habitant), agent)
        nommes = [n for cle, n in (("agent", agent), ("agent2", agent2)) if "{" + cle + "}" in un.titre + un.lieu]
        tour += len(nommes)
        if un.sorte == "depart" and cours:
            nommes = [personne("jean_mi").prenom]
        chez_quelqu_un = "{habitant}" in un.titre
        quand = date.fromisoformat(monde.date[:10]) + timedelta(2 + 4 * rang % PERIODE_JOURS)
        if cours and rang == 1:
            quand = date.fromisoformat(monde.date[:10]) + timedelta(31)  # « prévu dans 1 mois »
        quand += timedelta(7 - quand.weekday() if quand.weekday() > 4 else 0)  # les jours de travail
        lignes.append(
            {
                "titre": titre,
                "date": quand.isoformat(),
                "heure": "18 h" if un.sorte in ("depart", "loisir") else str(rng.choice(["9 h", "11 h", "14 h 30"])),
                "lieu": un.lieu.format(agent=agent, agent2=agent2),
                "type": un.type,
                "theme": str(rng.choice(m.THEMES)) if un.type == "culture" else "",
                "calendrier": monde.calendrier_agents,
                "visibilite": _visibilite(rng, monde, un),
                "valide_par": _valideur_interne(monde, int(rng.integers(1, 5))) if un.validee else "",
                "nature": "interne",
                "sorte": un.sorte,
                "exposes": (habitant,) if chez_quelqu_un else tuple(nommes),
                "agents": not chez_quelqu_un,
                "sensible": un.sensible,
                "rang": rang,
            }
        )
    return lignes


def elider(texte: str, nom: str) -> str:
    """« de Ingrid » devient « d'Ingrid »."""
    muet = nom[:1] in "AEÉIOUÂÎ" or nom.startswith(("Héloïse", "Hugo"))
    return texte.replace(f"de {nom}", f"d'{nom}") if muet else texte


def _melange(rng: Generator) -> list[int]:
    """Un autre ordre à chaque tirage : les douze premières gardent toujours des entrées « public » d'office."""
    return [int(i) for i in rng.permutation(len(t.INTERNES_D_AILLEURS))]


def _visibilite(rng: Generator, monde: Monde, un: t.Interne) -> str:
    if un.visibilite in ("vide", "public"):
        return "" if un.visibilite == "vide" else m.PUBLIC
    if monde.jeu == "cours":
        return un.visibilite
    return str(rng.choice(monde.mots_internes))


def _valideur_interne(monde: Monde, rang: int) -> str:
    """Un chef de service, ou quelqu'un qui valide aussi des sorties : le nom ne dit pas si l'entrée est publique."""
    return f"chef de service {rang}" if rang < 3 else monde.valideurs[rang - 3]


def _sortie(rng: Generator, monde: Monde, brouillon: bool) -> dict:
    theme = str(rng.choice(m.THEMES))
    quand = date.fromisoformat(monde.date[:10]) + timedelta(int(rng.integers(3, PERIODE_JOURS)))
    mot = monde.mots_internes[1]
    return {
        "titre": str(rng.choice(t.SORTIES[theme])),
        "date": quand.isoformat(),
        "heure": str(rng.choice(["10 h", "15 h", "18 h 30", "20 h"])),
        "lieu": str(rng.choice(t.LIEUX[monde.jeu])),
        "type": "culture" if rng.random() > m.PART_AUTRE_TYPE else "vie de la ville",
        "theme": theme,
        "calendrier": str(rng.choice(monde.calendriers)),
        "visibilite": mot if brouillon else m.PUBLIC,
        "valide_par": "" if brouillon else str(rng.choice(monde.valideurs)),
        "nature": "brouillon" if brouillon else "public",
        "sorte": "",
        "exposes": (),
        "agents": False,
        "sensible": False,
        "rang": 0,
    }
