"""Les paris du module : une question avant de regarder, ce qui s'est passé ensuite. Jamais notés."""

from __future__ import annotations

from typing import Any

import numpy as np

from chatmairie.echecs.choix_ia.mecanisme import PART_QUI_NOTE, Condition, jour_d_arret
from chatmairie.juge.exercice import Prevision

_JE_NE_SAIS_PAS = {"je ne sais pas": "Je ne sais pas."}


def _combien(rejeu: Any) -> str:
    perdues, demandes = int(rejeu.publics["echecs"].sum()), int(rejeu.publics["demandes"].sum())
    return (
        f"{perdues} demandes sur {demandes} sont restées sans réponse avant le retrait "
        f"({round(100 * perdues / demandes)} sur 100)."
    )


def _quand(rejeu: Any) -> str:
    perdues = rejeu.deroule.echecs.sum(axis=1).cumsum()
    recues = rejeu.deroule.plaintes.sum(axis=1).cumsum()
    premiere = int(np.argmax(recues > 0))
    qui = [p.nom for p, n in zip(rejeu.deroule.publics, rejeu.deroule.plaintes[premiere], strict=True) if n]
    pires = rejeu.publics.nlargest(3, "sur_100")
    return (
        f"la première plainte arrive au jour {premiere + 1} ({' ; '.join(qui)}) : {int(perdues[premiere])} demandes "
        f"étaient déjà sans réponse. Le retrait vient au jour {rejeu.retrait}, après "
        f"{int(rejeu.publics['plaintes'].sum())} plaintes : « VIIIIITE » aura pris {rejeu.retrait} jours. Les trois "
        "publics les plus gênés en ont écrit "
        f"{int(pires['plaintes'].sum())}, pour {int(pires['echecs'].sum())} demandes sans réponse ; les cinq autres, "
        "tout le reste."
    )


def _satisfaction(rejeu: Any) -> str:
    jour = jour_d_arret(rejeu.deroule, Condition("satisfaction", 6.0, 3, "moyenne"))
    if jour is not None:
        return f"cette condition arrête le service au jour {jour}."
    return (
        f"cette condition ne l'arrête jamais, en {rejeu.deroule.jours} jours. Le questionnaire est rempli après "
        f"{round(100 * PART_QUI_NOTE['servie'])} demandes servies sur 100, et après "
        f"{round(100 * PART_QUI_NOTE['perdue'])} demandes perdues sur 100 (hypothèse du cours) : la moyenne n'entend "
        "presque que les personnes servies."
    )


def _frugalite(mesures: Any) -> str:
    lignes = mesures.set_index("solution")
    petit, gros = lignes.loc["petit classifieur"], lignes.loc["gros classifieur"]
    formulaire = lignes.loc["formulaire à règles"]
    return (
        f"sur 100 questions, le formulaire à règles en comprend {round(100 * formulaire['exactitude'])}, le petit "
        f"classifieur {round(100 * petit['exactitude'])}, le gros {round(100 * gros['exactitude'])} ; le gros met "
        f"{round(gros['secondes_pour_1000'] / max(petit['secondes_pour_1000'], 1e-9))} fois plus de temps que le petit."
    )


PARIS = (
    Prevision(
        "choix_ia.combien",
        "Sur 100 demandes faites à ChatMairie entre l'ouverture et le retrait, combien resteront sans réponse ?",
        None,
        _combien,
    ),
    Prevision(
        "choix_ia.quand",
        "Qui, d'après vous, fera savoir en premier que le service va mal ?",
        {
            "les plus gênés": "Les personnes qui ne peuvent pas du tout s'en servir.",
            "les mieux servis": "Celles qui y arrivent presque, et savent écrire à la mairie.",
            "le questionnaire": "Le questionnaire de satisfaction.",
            **_JE_NE_SAIS_PAS,
        },
        _quand,
    ),
    Prevision(
        "choix_ia.satisfaction",
        "On écrit : « arrêter si la satisfaction moyenne passe sous 6 sur 10 ». Cela suffira-t-il ?",
        {"oui": "Oui : des gens mécontents donnent de mauvaises notes.", "non": "Non.", **_JE_NE_SAIS_PAS},
        _satisfaction,
    ),
    Prevision(
        "choix_ia.frugalite",
        "Formulaire à règles, petit classifieur, gros classifieur : le plus gros sera-t-il nettement plus exact ?",
        {"oui": "Oui, nettement.", "un peu": "Un peu.", "non": "Non.", **_JE_NE_SAIS_PAS},
        _frugalite,
    ),
)
