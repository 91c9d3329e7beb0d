"""Essayer des remèdes, puis rejouer avec les réponses de l'apprenant : qui est encore lésé, qui a l'agenda ?

Les règles sont celles du chemin sans code des exercices ; rien n'est jugé ni noté ici. Ce qui n'est pas encore écrit
est dit, et le reste du carnet continue.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from chatmairie.echecs.campagne.exercices import composer as message
from chatmairie.echecs.campagne.exercices import consentir, publier
from chatmairie.echecs.campagne.exercices import valider as essai_a_blanc
from chatmairie.echecs.campagne.exercices._commun import table_ou_index
from chatmairie.echecs.campagne.exercices.valider import lire_le_plan
from chatmairie.echecs.campagne.mecanisme import PHRASES, compter_les_torts, portee, sorties_de
from chatmairie.echecs.campagne.monde import MONDE_DU_COURS, Monde, monde_mute
from chatmairie.echecs.campagne.rejeu import Rejeu, rejouer
from chatmairie.echecs.campagne.tirage import tirer_evenements
from chatmairie.echecs.commun import phrases
from chatmairie.echecs.commun.remedes import rejouer_avec_les_reponses
from chatmairie.juge.exercice import Exercice

REMEDES: Mapping[str, tuple[str, str]] = {
    "la campagne telle qu'elle est partie": ("tout_le_fichier", "tout"),
    "ajouter « STOP », et respecter les non": ("tous_sauf_non", "tout"),
    "retirer les entrées où figure un prénom d'agent": ("tout_le_fichier", "sans_noms"),
    "les deux": ("tous_sauf_non", "sans_noms"),
}
"""Les remèdes auxquels tout le monde pense : règle d'accord, règle d'agenda."""


@dataclass(frozen=True)
class Essai:
    """torts : remède -> sorte -> personnes lésées. internes_restants, internes : entrées internes qui sortent encore si
    l'on retire les prénoms connus, ici ; ailleurs_restants, ailleurs : la même chose dans une autre mairie."""

    torts: Mapping[str, Mapping[str, int]]
    internes_restants: int
    internes: int
    ailleurs_restants: int
    ailleurs: int


def essayer_les_remedes(graine: int) -> Essai:
    """Les quatre remèdes ci-dessus, sur le rejeu de cette graine. Lève ce que lève `rejouer`."""
    rejeu = rejouer(graine)
    hasard = np.random.default_rng([graine, 4242])
    ailleurs = tirer_evenements(hasard, monde_mute(hasard))
    ici = _internes(rejeu.evenements, rejeu.verite)
    la = _internes(ailleurs.evenements, ailleurs.verite)
    torts = {nom: torts_de_la_regle(graine, *regles) for nom, regles in REMEDES.items()}
    return Essai(torts, *ici, *la)


def _internes(evenements: pd.DataFrame, verite: pd.DataFrame) -> tuple[int, int]:
    internes = set(verite.loc[verite["nature"].eq("interne"), "id"])
    sortis = appliquer(publier.EXERCICE, {"regle": "sans_noms"})(evenements)
    return len(internes & set(sortis["id"])), len(internes)


def appliquer(exercice: Exercice, decisions: Mapping[str, object]) -> Any:
    """La fonction que font ces décisions (celles du chemin sans code de l'exercice)."""
    assert exercice.choix is not None
    (production,) = exercice.choix.produire(decisions).values()
    return production


@lru_cache(maxsize=64)
def torts_de_la_regle(graine: int, accord: str, agenda: str) -> dict[str, int]:
    """Les torts, par sorte, si l'on écrivait à ces gens-là ces entrées-là. `accord` et `agenda` : les clés des options
    « accord » de `campagne.consentir` et « regle » de `campagne.publier`. Lève `KeyError` pour une règle inconnue."""
    return compter_les_torts(rejouer(graine), *regle(graine, accord, agenda))


_ECARTES = ["trop_jeunes", "partis_ou_decedes", "contacts_non_verifies", "contacts_en_double"]


def regle(graine: int, accord: str, agenda: str) -> tuple[list[str], list[str]]:
    """(id des personnes à qui l'on écrit, id des entrées qui partent) selon ces deux règles."""
    rejeu = rejouer(graine)
    soigneux = accord == "dernier_mot_ce_canal"
    decisions = {
        "accord": accord,
        "ordre": "date_de_l_evenement",
        "preuve": "preuves_valables" if soigneux else "sans_regarder",
        "ecarter": _ECARTES if soigneux else [],
    }
    gens = appliquer(consentir.EXERCICE, decisions)(rejeu.personnes, rejeu.consentements, rejeu.campagne)
    entrees = appliquer(publier.EXERCICE, {"regle": agenda})(rejeu.evenements)
    return list(gens["id_personne"]), list(entrees["id"])


# --- avec les réponses de l'apprenant --------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class Reprise:
    """La campagne réparée. `manque` : phrase si quelque chose n'est pas écrit ou ne tourne pas ; sinon :

    avant, apres : sorte de tort -> personnes. messages : id_personne, genre, texte (un par destinataire).
    portee_avant, portee_apres : voir `mecanisme.portee`. canaux : ceux du plan. envoyer : ce que dit le plan.
    """

    rejeu: Rejeu
    manque: str = ""
    avant: Mapping[str, int] = field(default_factory=dict)
    apres: Mapping[str, int] = field(default_factory=dict)
    messages: pd.DataFrame | None = field(default=None, repr=False)
    portee_avant: pd.DataFrame | None = field(default=None, repr=False)
    portee_apres: pd.DataFrame | None = field(default=None, repr=False)
    canaux: tuple[str, ...] = ()
    envoyer: bool = False

    @property
    def leses(self) -> tuple[int, int, int] | None:
        """Personnes à qui l'on a écrit sans leur accord, avant, après, sur combien ; None si rien n'a été rejoué."""
        if self.messages is None:
            return None
        joignables = self.rejeu.personnes[self.rejeu.campagne["contact"]].ne("")
        avant, apres = (x["sans_accord"] + x["malgre_un_non"] for x in (self.avant, self.apres))
        return avant, apres, int(joignables.sum())


_MESSAGE = {"pour": "gouts_declares", "dire": ["expediteur", "raison", "stop"]}
_PLAN = {
    "echantillon": "un_de_chaque_genre",
    "depart": "personne_habilitee_et_horaires",
    "autres_canaux": ["affiche", "guichet", "appel"],
}


def rejouer_avec(
    graine: int,
    *,
    evenements_publiables: Any,
    destinataires: Any,
    composer: Any = None,
    plan_denvoi: Any = None,
    monde: Monde = MONDE_DU_COURS,
) -> Reprise:
    """Rejoue la campagne de cette graine avec ces réponses. composer, plan_denvoi : ceux du cours, sauf réponse aux
    exercices en plus. Ne lève rien de ce que lève leur code."""
    rejeu = rejouer(graine, monde)
    pieces = {
        "evenements_publiables": evenements_publiables,
        "destinataires": destinataires,
        "composer": appliquer(message.EXERCICE, _MESSAGE) if composer is None else composer,
        "plan_denvoi": appliquer(essai_a_blanc.EXERCICE, _PLAN) if plan_denvoi is None else plan_denvoi,
    }
    reprise, manque = rejouer_avec_les_reponses(pieces, lambda: _rejouer(rejeu, pieces, monde))
    return reprise if reprise is not None else Reprise(rejeu, manque)


def _rejouer(rejeu: Rejeu, pieces: Mapping[str, Any], monde: Monde) -> Reprise:
    sortis = table_ou_index(pieces["evenements_publiables"](rejeu.evenements.copy()), "evenements_publiables", "id")
    publies = rejeu.evenements[rejeu.evenements["id"].isin(sortis["id"])].reset_index(drop=True)
    campagne = {**rejeu.campagne, "preuves_valables": list(rejeu.campagne["preuves_valables"])}
    gens = table_ou_index(
        pieces["destinataires"](rejeu.personnes.copy(), rejeu.consentements.copy(), campagne),
        "destinataires",
        "id_personne",
    )
    if publies.empty or gens.empty:
        raise ValueError("vous ne publiez rien, ou n'écrivez à personne : il n'y a plus de campagne.")
    vises = rejeu.personnes[rejeu.personnes["id_personne"].isin(gens["id_personne"])]
    possibles = {**PHRASES, **sorties_de(publies)}
    messages = pd.DataFrame(
        [
            {
                "id_personne": p["id_personne"],
                "genre": _genre(p["interets"], set(publies["theme"]), monde.genres),
                "texte": phrases.ecrire(pieces["composer"](p, publies.copy()), possibles, p),
            }
            for p in vises.to_dict("records")
        ]
    )
    contexte = {
        "approbation": {"par": "une personne habilitée", "nombre": len(messages)},
        "date": rejeu.campagne["date"],
        "dernier_envoi": "2026-01-05",
    }
    plan = lire_le_plan(pieces["plan_denvoi"](messages.copy(), contexte), set(messages["id_personne"]))
    canaux = tuple(plan["autres_canaux"])
    tout = rejeu.evenements["id"]
    a_qui = set(messages["id_personne"]) if plan["envoyer"] else set()
    return Reprise(
        rejeu,
        avant=compter_les_torts(rejeu, rejeu.personnes["id_personne"], tout),
        apres=compter_les_torts(rejeu, a_qui, publies["id"]),
        messages=messages,
        portee_avant=portee(rejeu, ["message"], rejeu.personnes["id_personne"]),
        portee_apres=portee(rejeu, ["message", *canaux], a_qui),
        canaux=canaux,
        envoyer=plan["envoyer"],
    )


def _genre(interets: str, themes: set[str], genres: tuple[str, ...]) -> str:
    if not interets:
        return genres[1]
    return genres[0] if {g.strip() for g in interets.split(",")} & themes else genres[2]
