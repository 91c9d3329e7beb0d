"""Le journal du service : appels, courriers, guichet, feuilles d'heures, du premier jour au retrait.

Il se déduit du déroulé : chaque échec raconté est tiré parmi ceux qui ont eu lieu, et un service sans échec donne un
journal sans tort. Données synthétiques, personnes fictives.
"""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.choix_ia.service import Deroule
from chatmairie.echecs.commun.distribution import personne, prenoms, presenter
from chatmairie.echecs.commun.journal import LigneDeJournal, jour_ouvert, numeroter, pertes_de

PERTES = pertes_de("droit", "temps", "argent", "autonomie", "travail_bien_fait")
OUVERTURE = date(2025, 10, 6)
"""Le jour de l'ouverture : un lundi (hypothèse du cours)."""

# public -> (source, texte, pertes) ; {q} : le prénom.
_ECHECS = {
    "parents": (
        ("standard", "{q} a demandé trois fois à ChatMairie comment inscrire sa fille ; trois réponses différentes. "
         "Une demi-journée de congé, sans solde, pour venir.", ("temps", "argent")),
        ("courrier", "{q} : « Votre assistant m'a donné la date limite de l'an dernier. L'inscription est close, mon "
         "fils n'a pas de place. »", ("droit",)),
    ),
    "jeunes": (
        ("standard", "{q} cherchait l'aide au permis : ChatMairie a répondu qu'elle n'existe pas. Elle existe, et le "
         "délai est passé.", ("droit", "argent")),
    ),
    "nouveaux": (
        ("courrier", "{q} vient d'emménager : ChatMairie a donné l'adresse d'un accueil fermé depuis deux ans. Une "
         "matinée perdue.", ("temps",)),
    ),
    "retraites": (
        ("guichet", "{q} a suivi la réponse de ChatMairie et payé sur un autre site ce que la mairie donne ; une "
         "matinée au guichet pour demander pourquoi.", ("argent", "temps", "droit")),
        ("standard", "{q} attendait l'aide au chauffage ; ChatMairie disait « dossier transmis ». Rien n'avait été "
         "transmis.", ("droit", "argent", "temps")),
    ),
    "lecteur_ecran": (
        ("guichet", "{q} lit l'écran avec un lecteur d'écran : la fenêtre de ChatMairie n'y est qu'un « bouton bouton "
         "bouton ». Rien n'a pu être rempli.", ("autonomie", "temps", "droit")),
    ),
    "apprenants": (
        ("guichet", "{q} apprend le français ; ChatMairie a répondu par un texte de loi. Sa demande de logement est "
         "partie sans la pièce qu'il fallait.", ("droit", "autonomie", "temps")),
    ),
    "sans_ecran": (
        ("standard", "{q} n'a pas d'écran. Le répondeur dit « demandez à ChatMairie ». Quarante minutes, puis plus "
         "rien.", ("temps", "droit", "autonomie")),
    ),
    "petits_commerces": (
        ("courrier", "{q} tient un commerce : ChatMairie lui a dit qu'aucune autorisation n'était nécessaire pour sa "
         "terrasse. Amende à la clé.", ("argent", "droit")),
    ),
}  # fmt: skip
_PROCHES = (
    ("standard", "{q} a recopié au téléphone, pour une voisine, tout ce que ChatMairie n'avait pas su lui expliquer. "
     "Une heure.", ("temps",)),
    ("guichet", "{q} accompagne sa tante : ChatMairie n'a rien compris à sa demande. Une matinée de travail "
     "perdue.", ("temps", "argent")),
)  # fmt: skip
_AGENTS = (
    ("solange", "Encore des appels « comme ChatMairie me l'a dit ». Je rappelle, je m'excuse, je refais. Deux heures "
     "ce soir.", ("temps", "travail_bien_fait")),
    ("gaspard", "Je ressaisis les demandes que l'outil a perdues ; les vraies attendent.",
     ("temps", "travail_bien_fait")),
    ("therese", "Personne ne nous a formés. On me demande pourquoi la machine répond cela : je ne sais pas le dire.",
     ("travail_bien_fait",)),
)  # fmt: skip
_ORDINAIRES = (
    ("standard", "{q} demande les horaires du marché ; réponse donnée."),
    ("standard", "{q} félicite pour les fleurs du rond-point."),
    ("courrier", "{q} demande une copie de délibération ; elle est en ligne, on lui indique la page."),
    ("guichet", "{q} vient retirer un sac de tri. Remis."),
    ("guichet", "{q} voulait une place déjà prise ; une autre date lui convient."),
    ("standard", "{q} a utilisé ChatMairie : réponse juste, et merci."),
)


def tirer_journal(rng: Generator, deroule: Deroule, jusqu_au: int) -> pd.DataFrame:
    """Le journal du premier jour au jour `jusqu_au` (compris), avec ce que seul le juge regarde."""
    lignes = [*_des_echecs(rng, deroule, jusqu_au), *_des_agents(rng, deroule, jusqu_au)]
    for _ in range(14):
        source, texte = _ORDINAIRES[int(rng.integers(len(_ORDINAIRES)))]
        qui = _prenom(rng)
        jour = int(rng.integers(1, jusqu_au + 1))
        lignes.append(LigneDeJournal(_date(jour), source, qui, True, texte.format(q=qui)))
    return numeroter(rng, lignes)


def _des_echecs(rng: Generator, deroule: Deroule, jusqu_au: int) -> list[LigneDeJournal]:
    lignes: list[LigneDeJournal] = []
    for rang, public in enumerate(deroule.publics):
        par_jour = deroule.echecs[:jusqu_au, rang]
        if not par_jour.sum():
            continue
        combien = int(min(par_jour.sum(), rng.integers(5, 9)))
        for jour in sorted(rng.choice(len(par_jour), combien, p=par_jour / par_jour.sum())):
            modeles = _ECHECS.get(public.cle, _ECHECS["nouveaux"])
            source, texte, pertes = modeles[int(rng.integers(len(modeles)))]
            qui = _de_la_distribution(public.cle, lignes) or _prenom(rng)
            lignes.append(LigneDeJournal(_date(int(jour) + 1), source, qui, True, texte.format(q=qui), pertes))
    return lignes


def _de_la_distribution(public: str, deja: list[LigneDeJournal]) -> str:
    cles = {"lecteur_ecran": "rayan", "sans_ecran": "karim", "apprenants": "erin"}
    if public not in cles:
        return ""
    prenom = personne(cles[public]).prenom
    return "" if any(ligne.personne == prenom for ligne in deja) else prenom


def _des_agents(rng: Generator, deroule: Deroule, jusqu_au: int) -> list[LigneDeJournal]:
    par_jour = deroule.echecs[:jusqu_au].sum(axis=1)
    total = int(par_jour.sum())
    if not total:
        return []
    lignes = []
    for jour in sorted(rng.choice(len(par_jour), min(8, total), p=par_jour / total)):
        cle, texte, pertes = _AGENTS[int(rng.integers(len(_AGENTS)))]
        qui = presenter(cle)
        lignes.append(LigneDeJournal(_date(int(jour) + 1), "feuille d'heures", qui, False, texte, pertes))
    for source, texte, pertes in _PROCHES:
        qui = _prenom(rng)
        jour = int(rng.choice(len(par_jour), p=par_jour / total))
        lignes.append(LigneDeJournal(_date(jour + 1), source, f"{qui}, un proche", False, texte.format(q=qui), pertes))
    return lignes


def _prenom(rng: Generator) -> str:
    connus = prenoms()
    return str(connus[int(rng.integers(len(connus)))])


def _date(jour: int) -> date:
    """Le jour où la ligne est écrite : ce jour-là, ou le suivant où la mairie est ouverte (ni dimanche, ni férié)."""
    return jour_ouvert(OUVERTURE + timedelta(days=int(np.clip(jour, 1, 400)) - 1))
