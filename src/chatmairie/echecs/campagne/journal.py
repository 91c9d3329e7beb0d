"""Le journal de la semaine qui suit l'envoi : ce qu'il a fait aux gens, usagers, agents ou ni l'un ni l'autre.

Il se déduit du fichier et de l'agenda tirés. `tort`, `perte`, `pertes` et `agent` sont la vérité du juge.
Données synthétiques, personnes fictives.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.campagne.exercices._commun import milliers
from chatmairie.echecs.campagne.mecanisme import MALGRE_UN_NON, SANS_ACCORD, rediger
from chatmairie.echecs.campagne.monde import MONDE_DU_COURS, TEXTES, Monde
from chatmairie.echecs.campagne.tirage import Agenda, Fichier, ages
from chatmairie.echecs.commun.distribution import agents, habitants, presenter
from chatmairie.echecs.commun.exigences import exiger_generateur, exiger_monde
from chatmairie.echecs.commun.journal import LigneDeJournal, numeroter, pertes_de
from chatmairie.langue.phrases import remplir

T = TEXTES["journal"]
PERTES = pertes_de("tranquillite", "choix", "vie_privee", "securite", "temps", "information")
AGENTS = "réunion de service"
FEUILLE = "feuille d'heures"


_PAR_PRENOM = {p.prenom: p.cle for p in agents()}
_LES_AGENTS = frozenset(presenter(p.cle) for p in agents())


def tirer_journal(hasard: Generator, fichier: Fichier, agenda: Agenda, monde: Monde = MONDE_DU_COURS) -> pd.DataFrame:
    """Tire le journal qui suit l'envoi naïf de cet agenda à ce fichier : colonnes de `gabarits.journal`, et `agent`."""
    exiger_generateur(hasard)
    exiger_monde(monde, Monde)
    lignes = [
        *_habitants(hasard, fichier, agenda, monde),
        *_exposes(hasard, fichier, agenda, monde),
        *_ordinaires(hasard, monde),
    ]
    journal = numeroter(hasard, lignes)
    return journal.assign(agent=journal["personne"].isin(_LES_AGENTS) | journal["source"].isin((AGENTS, FEUILLE)))


def _jour(hasard: Generator, monde: Monde, au_plus: int = 9) -> date:
    quand = date.fromisoformat(monde.date[:10]) + timedelta(int(hasard.integers(0, au_plus)))
    return quand + timedelta((7 - quand.weekday()) if quand.weekday() > 4 else 0)


def _habitants(hasard: Generator, fichier: Fichier, agenda: Agenda, monde: Monde) -> list[LigneDeJournal]:
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
        # masque, sorte, combien, usager, pertes
        (recoit & ici & adulte & table["situation"].isin(SANS_ACCORD) & ~table["aveugle"], "sans_accord", 18, True,
         ("choix", "tranquillite")),
        (recoit & ici & adulte & table["situation"].isin(MALGRE_UN_NON), "malgre_un_non", 7, True,
         ("choix", "tranquillite")),
        (recoit & ~table[f"{monde.contact}_verifie"], "inconnu", 5, False, ("tranquillite",)),
        (recoit & table["parti_ou_decede"], "parti", 4, False, ("tranquillite",)),
        (recoit & ici & (table["age"] < monde.age_minimum), "mineur", 3, False, ("choix", "tranquillite")),
        (partage & ici & adulte, "doublon", 3, True, ("tranquillite",)),
        (recoit & ici & adulte & table["situation"].eq("droit"), "noye", 3, True, ("information",)),
        (table["telephone"].eq("") & table["interesse"] & ~table["parti_ou_decede"] & adulte, "sans_telephone", 3, True,
         ("information",)),
        (recoit & ici & adulte & table["aveugle"] & table["situation"].isin(SANS_ACCORD), "lecteur_d_ecran", 2, True,
         ("tranquillite", "choix")),
    )  # fmt: skip
    lignes = []
    vus: set[Any] = set()
    for masque, sorte, combien, usager, pertes in sortes:
        for un in _choisir(hasard, table[masque & ~table["id_personne"].isin(vus)], combien):
            vus.add(un.id_personne)
            qui = f"{un.prenom} {un.nom}"
            phrase = remplir(
                str(hasard.choice(T[sorte])), qui=qui, raison=TEXTES["demarches"][un.base_origine], nombre=k,
                double=2 * k, age=un.age, texte=textes[int(hasard.integers(4))], rang=int(hasard.integers(k // 2, k)),
            )  # fmt: skip
            de = remplir(T["appelle"].get(sorte, "{qui}"), qui=qui)
            lignes.append(LigneDeJournal(_jour(hasard, monde), "standard", de, usager, phrase, pertes))
    return lignes


def _exposes(hasard: Generator, fichier: Fichier, agenda: Agenda, monde: Monde) -> list[LigneDeJournal]:
    """Ce que la fuite de l'agenda coûte à celles et ceux qui y sont nommés, et à qui répond au téléphone."""
    contacts = fichier.personnes[monde.contact]
    numeros = milliers(contacts[contacts.ne("")].nunique())
    appels = int(hasard.integers(70, 140))
    lignes = []
    for un in agenda.verite[agenda.verite["sensible"]].itertuples():
        for nom in un.exposes:
            quand = _jour(hasard, monde, 4)
            if not un.agents:
                qui, pertes = remplir(T["appelle"]["habitant"], nom=nom), ("securite", "vie_privee")
                phrases = [remplir(texte, personnes=numeros) for texte in T["habitant"]]
                lignes += [LigneDeJournal(quand, "courrier", qui, False, phrase, pertes) for phrase in phrases]
            elif un.sorte in T["agents"]:
                phrase = remplir(T["agents"][un.sorte], personnes=numeros)
                connu = _PAR_PRENOM.get(nom)
                qui = presenter(connu) if connu else remplir(T["appelle"]["figurant"], nom=nom)
                lignes.append(LigneDeJournal(quand, AGENTS, qui, False, phrase, ("vie_privee",)))
    for cle, texte in zip(("solange", "solange", "ingrid"), T["heures"], strict=True):
        phrase = remplir(texte, appels=appels)
        lignes.append(LigneDeJournal(_jour(hasard, monde, 3), FEUILLE, presenter(cle), False, phrase, ("temps",)))
    equipe, pertes = T["appelle"]["billard"], ("temps", "vie_privee")
    billard = LigneDeJournal(_jour(hasard, monde), AGENTS, equipe, False, T["billard"], pertes)
    return [*lignes, billard] if monde.jeu == "cours" else lignes


def _ordinaires(hasard: Generator, monde: Monde) -> list[LigneDeJournal]:
    """La vie de la mairie, où personne n'est lésé."""
    voix = [f"{p.prenom}, {p.role}" for p in habitants() if p.age >= 18][-6:]
    lignes = [
        LigneDeJournal(_jour(hasard, monde), "standard", str(hasard.choice(voix)), True, str(texte))
        for texte in [*T["ordinaires"], *hasard.choice(T["ordinaires"], 5)]
    ]
    autres = [(FEUILLE, presenter("gaspard"), False, x) for x in T["heures_ordinaires"]]
    autres += [("courrier", T["appelle"]["courrier"], True, x) for x in T["courriers_ordinaires"]]
    return [*lignes, *(LigneDeJournal(_jour(hasard, monde), *autre) for autre in autres)]


def _choisir(hasard: Generator, gens: pd.DataFrame, combien: int) -> list[Any]:
    """Au plus `combien` personnes au hasard ; celles de la distribution en tête si elles en font partie."""
    ordre = gens.iloc[hasard.permutation(len(gens))]
    connues = ordre["prenom"].isin([p.prenom for p in habitants()])
    return list(pd.concat([ordre[connues], ordre[~connues]]).head(combien).itertuples())
