"""Le journal de la semaine qui suit l'envoi : ce qu'il a fait aux gens, usagers, agents ou ni l'un ni l'autre.

Il se déduit du fichier et de l'agenda tirés. `tort`, `perte`, `pertes` et `agent` sont la vérité du juge.
Données synthétiques, personnes fictives.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.campagne import journal_textes as t
from chatmairie.echecs.campagne.agenda import Agenda, elider
from chatmairie.echecs.campagne.envoi import MALGRE_UN_NON, SANS_ACCORD, rediger
from chatmairie.echecs.campagne.fichier import Fichier, ages
from chatmairie.echecs.campagne.monde import MONDE_DU_COURS, Monde, exiger_monde
from chatmairie.echecs.commun.distribution import agents, habitants, presenter
from chatmairie.echecs.commun.exigences import exiger_generateur
from chatmairie.echecs.commun.journal import LigneDeJournal, numeroter, pertes_de

PERTES = pertes_de("tranquillite", "choix", "vie_privee", "securite", "temps", "information")
AGENTS = "réunion de service"
FEUILLE = "feuille d'heures"


_PAR_PRENOM = {p.prenom: p.cle for p in agents()}
_LES_AGENTS = frozenset(presenter(p.cle) for p in agents())


def tirer_journal(rng: Generator, fichier: Fichier, agenda: Agenda, monde: Monde = MONDE_DU_COURS) -> pd.DataFrame:
    """Tire le journal qui suit l'envoi naïf de cet agenda à ce fichier : colonnes de `gabarits.journal`, et `agent`."""
    exiger_generateur(rng)
    exiger_monde(monde)
    lignes = [
        *_habitants(rng, fichier, agenda, monde),
        *_exposes(rng, fichier, agenda, monde),
        *_ordinaires(rng, monde),
    ]
    journal = numeroter(rng, lignes)
    return journal.assign(agent=journal["personne"].isin(_LES_AGENTS) | journal["source"].isin((AGENTS, FEUILLE)))


def _jour(rng: Generator, monde: Monde, au_plus: int = 9) -> date:
    quand = date.fromisoformat(monde.date[:10]) + timedelta(int(rng.integers(0, au_plus)))
    return quand + timedelta((7 - quand.weekday()) if quand.weekday() > 4 else 0)


def _habitants(rng: Generator, fichier: Fichier, agenda: Agenda, monde: Monde) -> list[LigneDeJournal]:
    """Les appels de gens du fichier, ou de ceux qui ont aujourd'hui leur téléphone."""
    table = fichier.personnes.assign(
        situation=fichier.situations["situation"],
        interesse=fichier.publics["interesse"],
        aveugle=fichier.publics["aveugle"],
        age=ages(fichier.personnes, monde.date),
    )
    k = len(agenda.evenements)
    recoit = table[monde.contact].ne("")
    ici = ~table["parti_ou_decede"] & table[f"{monde.contact}_verifie"]
    partage = table[monde.contact].duplicated(keep=False) & recoit
    adulte = table["age"] >= 18
    textes = list(rediger(agenda.evenements).values())
    sortes = (
        # masque, textes, combien, usager, pertes, qui appelle
        (recoit & ici & adulte & table["situation"].isin(SANS_ACCORD) & ~table["aveugle"], t.SANS_ACCORD, 18, True,
         ("choix", "tranquillite"), None),
        (recoit & ici & adulte & table["situation"].isin(MALGRE_UN_NON), t.MALGRE_UN_NON, 7, True,
         ("choix", "tranquillite"), None),
        (recoit & ~table[f"{monde.contact}_verifie"], t.INCONNU, 5, False, ("tranquillite",),
         "une personne qui n'est pas dans le fichier"),
        (recoit & table["parti_ou_decede"], t.PARTI, 4, False, ("tranquillite",), "la famille de {qui}"),
        (recoit & ici & (table["age"] < monde.age_minimum), t.MINEUR, 3, False, ("choix", "tranquillite"),
         "un parent de {qui}"),
        (partage & ici & adulte, t.DOUBLON, 3, True, ("tranquillite",), None),
        (recoit & ici & adulte & table["situation"].eq("droit"), t.NOYE, 3, True, ("information",), None),
        (table["telephone"].eq("") & table["interesse"] & ~table["parti_ou_decede"] & adulte, t.SANS_TELEPHONE, 3, True,
         ("information",), None),
        (recoit & ici & adulte & table["aveugle"] & table["situation"].isin(SANS_ACCORD), t.LECTEUR_D_ECRAN, 2, True,
         ("tranquillite", "choix"), None),
    )  # fmt: skip
    lignes = []
    vus: set[Any] = set()
    for masque, phrases, combien, usager, pertes, appelle in sortes:
        for un in _choisir(rng, table[masque & ~table["id_personne"].isin(vus)], combien):
            vus.add(un.id_personne)
            qui = f"{un.prenom} {un.nom}"
            texte = str(rng.choice(phrases)).format(
                qui=qui, raison=t.RAISONS[un.base_origine], nombre=k, double=2 * k, age=un.age,
                texte=textes[int(rng.integers(4))], rang=int(rng.integers(k // 2, k)),
            )  # fmt: skip
            de = appelle.format(qui=qui) if appelle else qui
            phrase = elider(texte, un.prenom)
            lignes.append(LigneDeJournal(_jour(rng, monde), "standard", elider(de, un.prenom), usager, phrase, pertes))
    return lignes


def _exposes(rng: Generator, fichier: Fichier, agenda: Agenda, monde: Monde) -> list[LigneDeJournal]:
    """Ce que la fuite de l'agenda coûte à celles et ceux qui y sont nommés, et à qui répond au téléphone."""
    contacts = fichier.personnes[monde.contact]
    numeros = int(contacts[contacts.ne("")].nunique())
    appels = int(rng.integers(70, 140))
    lignes = []
    for un in agenda.verite[agenda.verite["sensible"]].itertuples():
        for nom in un.exposes:
            quand = _jour(rng, monde, 4)
            if not un.agents:
                for texte in t.HABITANT:
                    phrase = texte.format(personnes=_milliers(numeros))
                    lignes.append(
                        LigneDeJournal(
                            quand,
                            "courrier",
                            f"{nom}, à qui l'on rend visite",
                            False,
                            phrase,
                            ("securite", "vie_privee"),
                        )
                    )
            elif un.sorte in t.AGENTS:
                phrase = t.AGENTS[un.sorte].format(personnes=_milliers(numeros))
                qui = presenter(_PAR_PRENOM[nom]) if nom in _PAR_PRENOM else f"{nom}, du service"
                lignes.append(LigneDeJournal(quand, AGENTS, qui, False, phrase, ("vie_privee",)))
    for cle, texte in zip(("solange", "solange", "ingrid"), t.HEURES, strict=True):
        phrase = texte.format(appels=appels)
        lignes.append(LigneDeJournal(_jour(rng, monde, 3), FEUILLE, presenter(cle), False, phrase, ("temps",)))
    lignes.append(
        LigneDeJournal(_jour(rng, monde), AGENTS, "l'équipe de la voirie", False, t.BILLARD, ("temps", "vie_privee"))
    )
    return lignes if monde.jeu == "cours" else lignes[:-1]


def _ordinaires(rng: Generator, monde: Monde) -> list[LigneDeJournal]:
    """La vie de la mairie, où personne n'est lésé."""
    voix = [f"{p.prenom}, {p.role}" for p in habitants() if p.age >= 18][-6:]
    lignes = [
        LigneDeJournal(_jour(rng, monde), "standard", str(rng.choice(voix)), True, str(texte))
        for texte in [*t.ORDINAIRES, *rng.choice(t.ORDINAIRES, 5)]
    ]
    lignes += [LigneDeJournal(_jour(rng, monde), FEUILLE, presenter("gaspard"), False, x) for x in t.HEURES_ORDINAIRES]
    lignes += [
        LigneDeJournal(_jour(rng, monde), "courrier", "une association", True, x) for x in t.COURRIERS_ORDINAIRES
    ]
    return lignes


def _choisir(rng: Generator, gens: pd.DataFrame, combien: int) -> list[Any]:
    """Au plus `combien` personnes au hasard ; celles de la distribution en tête si elles en font partie."""
    ordre = gens.iloc[rng.permutation(len(gens))]
    connues = ordre["prenom"].isin([p.prenom for p in habitants()])
    return list(pd.concat([ordre[connues], ordre[~connues]]).head(combien).itertuples())


def _milliers(n: int) -> str:
    return f"{n:,}".replace(",", " ")
