"""Deux tableaux : ce que demande un module, et « où j'en suis »."""

from __future__ import annotations

from typing import Any

from chatmairie import catalogue
from chatmairie.exercice import Exercice, QuestionOuverte
from chatmairie.progres import Progres


def tableau_de_progression(suivi: Progres) -> Any:
    """Un tableau : exercice, statut, points visibles, essais, indices lus ; la légende fait le total."""
    from chatmairie.affichage import Tableau, points

    lignes, acquis, total = [], 0.0, 0.0
    for identifiant, exercice in catalogue.tous().items():
        etat = suivi.etat(identifiant)
        total += exercice.points
        if isinstance(exercice, Exercice):
            acquis += min(etat["points"], exercice.points)
            obtenus = f"{points(etat['points'])} sur {points(exercice.points)}"
            statut = etat["statut"]
        else:
            obtenus, statut = f"sur {points(exercice.points)}", "lue par une personne"
        lignes.append(
            {
                "Exercice": exercice.titre,
                "Identifiant": identifiant,
                "Statut": statut,
                "Points (dernier essai)": obtenus,
                "Essais": etat["essais"],
                "Indices lus": etat["indices"],
            }
        )
    legende = (
        f"Votre progression : {points(acquis)} sur {points(total)} points, aux tests visibles. "
        f"Paris faits : {len(suivi.tout('paris'))} sur {len(catalogue.paris())}."
    )
    return Tableau(lignes, legende=legende)


def carte_pour_garder() -> Any:
    """La phrase de fin de module : où vit le travail, et comment l'emporter."""
    from chatmairie.affichage import CarteTexte

    return CarteTexte(
        "Garder votre travail",
        "`sauvegarder()` met vos réponses, vos paris et votre progression dans un seul fichier à télécharger ; "
        "`reprendre()` les remet en place, ici ou ailleurs. Sur Binder, c'est indispensable : la session oublie tout "
        "quand elle se ferme.",
    )


_NIVEAUX = {1: "1, lire et choisir", 2: "2, compléter trois lignes", 3: "3, écrire une fonction"}


def tableau_du_module(module: str) -> Any:
    """Les exercices d'un module : titre, niveau, minutes, points, chemin sans code ; la légende fait les totaux.

    Lève `ValueError` pour un module inconnu.
    """
    from chatmairie.affichage import Tableau, points

    exercices = [e for i, e in catalogue.tous().items() if i.split(".")[0] == module]
    if not exercices:
        raise ValueError(f"Aucun module « {module} ». Modules : {', '.join(catalogue.PAQUETS)}.")
    lignes = [
        {
            "N°": rang,
            "Exercice": e.titre,
            "Niveau": _NIVEAUX[e.niveau] if isinstance(e, Exercice) else "écrire quelques phrases",
            "Minutes": e.duree_min,
            "Points": points(e.points),
            "Sans code": "oui" if sans_code(e) else "non",
        }
        for rang, e in enumerate(exercices, 1)
    ]
    libres = sum(e.points for e in exercices if sans_code(e))
    legende = (
        f"{points(sum(e.points for e in exercices))} points, dont {points(libres)} sans écrire de code ; "
        f"environ {sum(e.duree_min for e in exercices)} minutes d'exercices."
    )
    return Tableau(lignes, legende=legende)


def sans_code(exercice: Exercice | QuestionOuverte) -> bool:
    """Vrai si l'on peut répondre sans écrire de programme : décisions, données à remplir, ou texte."""
    return isinstance(exercice, QuestionOuverte) or exercice.choix is not None or exercice.niveau == 1
