"""« Qu'est-ce qui pourrait échouer ? » : une crainte par souhait, jamais notée, gardée pour le bilan."""

from __future__ import annotations

import difflib
from typing import Any

from chatmairie.affichage.montrer import montrer, montrer_les_avis
from chatmairie.parcours import progres

SOUHAITS = {
    "specialiste": "un spécialiste de l'IA",
    "inscriptions": "traiter automatiquement les inscriptions des enfants",
    "interface": "une interface attractive, et un langage adapté aux plus jeunes",
    "acte": "envoyer les actes de naissance par le chatbot",
    "campagne": "une campagne personnalisée sur les événements culturels",
}
"""Les cinq souhaits de la mairie, dans l'ordre de l'histoire."""

MOT_POUR_MOT = {
    "specialiste": "« Un spécialiste de l'IA, à la Mairie on ne sait pas faire ! »",
    "inscriptions": "« Automatiser le traitement des dossiers d'inscription d'enfants aux activités périscolaires "
    "(garderie et animations). »",
    "interface": "« Une interface attractive pour les citoyens et adapter notre langage aux plus jeunes. »",
    "acte": "« Un chatbot qui permette d'envoyer sur un espace sécurisé aux citoyens, leur acte de naissance, "
    "de manière simplifiée. »",
    "campagne": "« Mettre en place une campagne de communication sur les événements culturels de la ville et "
    "si possible de manière personnalisée. »",
}
"""Les mêmes, tels que le support les dit (« Ce qu'on voulait »)."""

MOTS = {
    "cher": "cela coûtera bien plus que prévu",
    "personne": "personne ne s'en servira",
    "erreur": "la machine se trompera, et l'on ne s'en apercevra pas",
    "exclusion": "des gens ne pourront pas s'en servir",
    "fuite": "des informations sortiront de là où elles devaient rester",
    "abus": "quelqu'un s'en servira contre une autre personne",
    "travail": "les agents auront plus de travail, pas moins",
    "rien": "rien : cela se passera bien",
}
"""Des craintes toutes faites, pour qui préfère un mot ; les mêmes pour chaque souhait."""

CLE = "accueil.craintes"
LONGUEUR_MAX = 600


def craindre(**craintes: Any) -> None:
    """Garde une crainte par souhait (`specialiste`, `inscriptions`, `interface`, `acte`, `campagne`).

    Une crainte est une phrase à vous, ou un mot de la liste. `...` laisse la précédente ; on peut revenir.
    """
    from chatmairie.affichage.cartes import CarteTexte

    refus = [phrase for nom, texte in craintes.items() if (phrase := _refus(nom, texte))]
    suivi = progres.courant()
    gardees = {**lire(suivi), **{n: _propre(t) for n, t in craintes.items() if not _refus(n, t) and t is not ...}}
    if any(t is not ... and not _refus(n, t) for n, t in craintes.items()):
        suivi.ecrire("notes", CLE, gardees)
    lignes = [
        f"- {souhait} : {en_phrase(gardees[nom]) if nom in gardees else 'pas encore de crainte'}"
        for nom, souhait in SOUHAITS.items()
    ]
    if not gardees:
        lignes = [
            "Dans le formulaire ; ou en Python, à la place des « ... », une phrase à vous ou l'un de ces mots :",
            *(f'- "{mot}" : {phrase}' for mot, phrase in MOTS.items()),
        ]
    if refus:
        lignes += ["", "Pas gardé :", *(f"- {r}" for r in refus)]
    note = "Jamais noté. Vous les retrouverez dans le bilan, à côté de ce qui s'est passé."
    montrer(CarteTexte("Vos craintes" if gardees else "Qu'est-ce qui pourrait échouer ?", "\n".join(lignes), note))
    montrer_les_avis(suivi)


def montrer_souhaits() -> Any:
    """Le tableau des cinq souhaits, avec le nom à écrire dans `craindre`."""
    from chatmairie.affichage.tableaux import Tableau

    lignes = [{"Souhait": nom, "Ce qu'on voulait": texte} for nom, texte in MOT_POUR_MOT.items()]
    return Tableau(lignes, legende="Ce qu'on voulait : cinq souhaits.")


def lire(suivi: progres.Progres | None = None) -> dict[str, str]:
    """Les craintes gardées : souhait -> texte (seulement celles qui se lisent)."""
    lu = (progres.courant() if suivi is None else suivi).lire("notes", CLE)
    if not isinstance(lu, dict):
        return {}
    return {n: t for n, t in lu.items() if n in SOUHAITS and isinstance(t, str) and t.strip()}


def en_phrase(crainte: str) -> str:
    """La phrase d'un mot de la liste, ou le texte lui-même."""
    return MOTS.get(crainte.strip().lower(), crainte)


def _propre(texte: str) -> str:
    return " ".join(texte.split())[:LONGUEUR_MAX]


def _refus(nom: str, texte: Any) -> str:
    if nom not in SOUHAITS:
        proches = difflib.get_close_matches(nom, SOUHAITS, n=1, cutoff=0.5)
        suite = f" (vouliez-vous dire « {proches[0]} » ?)" if proches else ""
        return f"« {nom} » n'est pas un des cinq souhaits{suite} : {', '.join(SOUHAITS)}."
    if texte is ... or (isinstance(texte, str) and texte.strip()):
        return ""
    return f"« {nom} » attend une phrase entre guillemets, ou un mot de la liste."
