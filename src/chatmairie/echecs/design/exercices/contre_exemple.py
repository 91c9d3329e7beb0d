"""`design.contre_exemple` : un texte au score de lisibilité excellent, et qui n'aide personne (sans code)."""

from __future__ import annotations

import re
from types import FunctionType
from typing import Any

from numpy.random import Generator

from chatmairie.echecs.design.lisibilite import EXCELLENT, mots, score
from chatmairie.echecs.design.monde import MONDES
from chatmairie.echecs.design.public import passages_utiles, reussites
from chatmairie.juge import formes
from chatmairie.juge.exercice import Constat, Entrees, Productions, Reponse, Sujet
from chatmairie.juge.fiche import Fiche
from chatmairie.langue.mots import sans_accents

F = Fiche(__file__)
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
        raise F.refus("pas_un_texte", recu=formes.decrire(texte))
    texte = str.__str__(texte).strip()
    if not mots(texte):
        raise F.refus("vide")
    return {"texte": texte}


@F.controle
def longueur(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    lus = mots(reponse["texte"])
    if not MOTS_MIN <= len(lus) <= MOTS_MAX:
        famille = "trop_court" if len(lus) < MOTS_MIN else "trop_long"
        return F.tort(famille, mots=len(lus), mini=MOTS_MIN, maxi=MOTS_MAX)
    differents = {sans_accents(m) for m in lus}
    return F.tort("mots_repetes", mots=len(differents)) if len(differents) < DIFFERENTS else None


@F.controle
def score_excellent(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    obtenu = score(reponse["texte"])
    return F.tort("score_ordinaire", obtenu=f"{obtenu:.0f}", voulu=f"{EXCELLENT:.0f}") if obtenu < EXCELLENT else None


def chances(reponse: Reponse) -> dict[str, float]:
    """La chance de réussir de chacune des dix personnes avec ce texte (0 à 1), par prénom."""
    return reussites(_lu(reponse))


def _lu(reponse: Reponse) -> str:
    return _MAIRIE_NOMMEE.sub("on", reponse["texte"])


@F.controle
def n_aide_personne(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    aidees = {nom: c for nom, c in chances(reponse).items() if c > AIDE}
    if not aidees:
        return None
    mieux = max(aidees, key=aidees.__getitem__)
    passages = ", ".join(f"« {phrase[:60].strip()} »" for phrase in passages_utiles(_lu(reponse))[:2])
    return F.tort("aide_quelqu_un", qui=mieux, fois=round(100 * aidees[mieux]), aidees=len(aidees), passages=passages)


EXERCICE = F.exercice(mondes=MONDES, sujet=_sujet, repondre=_repondre)
