"""`design.contre_exemple` : un texte au score de lisibilité excellent, et qui n'aide personne (sans code)."""

from __future__ import annotations

import re
from types import FunctionType
from typing import Any

from numpy.random import Generator

from chatmairie.echecs.design.exercices._commun import MONDES
from chatmairie.echecs.design.lisibilite import EXCELLENT, mots, score
from chatmairie.echecs.design.public import passages_utiles, reussites
from chatmairie.juge import formes
from chatmairie.juge.exercice import Constat, Controle, Entrees, Exercice, FormeInattendue, Productions, Reponse, Sujet
from chatmairie.juge.jugement import controle_de_forme
from chatmairie.langue.mots import accorder, sans_accents

MOTS_MIN, MOTS_MAX, DIFFERENTS = 20, 60, 12
AIDE = 0.5
"""Au-delà, la personne a une chance sur deux de réussir : le texte l'aide (hypothèse du cours). Un texte sans suite ni
contact laisse moins de 0,25 à chacun ; une réponse du corpus donne au moins 0,7."""

_MAIRIE_NOMMEE = re.compile(r"(?<!\bà )(?<!\ben )(?<!\bdans )\b(?:la|votre|notre) mairie\b", re.IGNORECASE)
"""« La mairie pense à vous » nomme la mairie ; « à la mairie » dit où aller."""


def _sujet(_hasard: Generator, _monde: Any) -> Sujet:
    return Sujet(entrees={}, verite={})  # le texte est jugé pour ce qu'il est : rien n'est tiré


def _repondre(productions: Productions, _entrees: Entrees) -> Reponse:
    texte = productions["CONTRE_EXEMPLE"]
    if type(texte) is FunctionType:
        texte = formes.rendu(texte(), "CONTRE_EXEMPLE")
    if isinstance(texte, (list, tuple)) and len(texte) == 1:
        texte = texte[0]
    if not issubclass(type(texte), str):
        raise FormeInattendue(
            f"`CONTRE_EXEMPLE` est un texte entre guillemets ; c'est {formes.decrire(texte)}. Plusieurs lignes : "
            f"trois guillemets."
        )
    texte = str.__str__(texte).strip()
    if not mots(texte):
        raise FormeInattendue("`CONTRE_EXEMPLE` est vide : écrivez la réponse que personne ne voudrait recevoir.")
    return {"texte": texte}


def _longueur(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    lus = mots(reponse["texte"])
    if not MOTS_MIN <= len(lus) <= MOTS_MAX:
        return Constat(
            "trop_court" if len(lus) < MOTS_MIN else "trop_long",
            f"Votre texte a {accorder(len(lus), 'mot', 'mots')} ; il en faut de {MOTS_MIN} à {MOTS_MAX}. "
            + (
                "Sur deux ou trois mots, la formule ne veut rien dire : « Oui. » a le meilleur score du monde."
                if len(lus) < MOTS_MIN
                else "Au-delà, ce n'est plus une réponse de conversation."
            ),
            essayer="Trois ou quatre phrases courtes suffisent.",
        )
    differents = {sans_accents(m) for m in lus}
    if len(differents) < DIFFERENTS:
        return Constat(
            "mots_repetes",
            f"Votre texte répète les mêmes mots ({accorder(len(differents), 'seul mot', 'mots différents')}) : "
            f"un score obtenu ainsi n'étonnera "
            f"personne au conseil municipal.",
            essayer="Une réponse qu'un assistant pourrait vraiment donner convaincra mieux.",
        )
    return None


def _score(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    obtenu = score(reponse["texte"])
    if obtenu >= EXCELLENT:
        return None
    return Constat(
        "score_ordinaire",
        f"Ce texte a un score de {obtenu:.0f} ; il en faut {EXCELLENT:.0f} pour être « excellent ». Qui ne croit "
        f"qu'au score le "
        "rejetterait, et ne verrait pas ce que vous voulez montrer.",
        essayer="La formule aime les phrases courtes et les mots d'une syllabe. Elle ne lit pas le sens.",
    )


def chances(reponse: Reponse) -> dict[str, float]:
    """La chance de réussir de chacune des dix personnes avec ce texte (0 à 1), par prénom."""
    return reussites(_lu(reponse))


def _lu(reponse: Reponse) -> str:
    return _MAIRIE_NOMMEE.sub("on", reponse["texte"])


def _personne(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    aidees = {nom: c for nom, c in chances(reponse).items() if c > AIDE}
    if not aidees:
        return None
    mieux = max(aidees, key=aidees.__getitem__)
    return Constat(
        "aide_quelqu_un",
        f"{mieux} réussirait sa démarche {round(100 * aidees[mieux])} fois sur 100 avec ce texte (modèle du cours) : "
        "c'est une réponse utile, pas un contre-exemple.",
        observe=f"Personnes qui y trouvent quoi faire ou qui joindre : {len(aidees)} sur 10. Ce qui est lu ainsi : "
        + ", ".join(f"« {phrase[:60].strip()} »" for phrase in passages_utiles(_lu(reponse))[:2])
        + ".",
        essayer="Un contre-exemple plaît à la formule et laisse chacun sans rien : retirez les phrases citées, ou "
        "dites-les autrement.",
    )


EXERCICE = Exercice(
    identifiant="design.contre_exemple",
    titre="Faire mentir un score",
    niveau=1,
    duree_min=4,
    criteres=("CM-UI-02",),
    indices=(
        "Avec une réponse facile à lire et vide, Zofia et Erin lisent tout, et ne savent toujours pas quoi apporter.",
        "Recommandation : un score compte des syllabes. Une réponse se juge à ce que les gens font ensuite.",
        "De 20 à 60 mots, phrases courtes, mots courts ; aucune démarche, aucun lieu, aucun numéro.",
    ),
    productions=("CONTRE_EXEMPLE",),
    mondes=MONDES,
    sujet=_sujet,
    repondre=_repondre,
    controles=(
        controle_de_forme(0.25),
        Controle("longueur", 0.25, _longueur, ("forme",), f"de {MOTS_MIN} à {MOTS_MAX} mots, une vraie réponse"),
        Controle("score_excellent", 0.75, _score, ("forme", "longueur"), "un score de lisibilité excellent"),
        Controle("n_aide_personne", 0.75, _personne, ("forme", "longueur"), "aucune des dix personnes n'en est aidée"),
    ),
)
