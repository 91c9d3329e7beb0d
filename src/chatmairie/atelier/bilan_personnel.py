"""Deux tableaux : ce que demande un module, et « où j'en suis »."""

from __future__ import annotations

from typing import Any

from chatmairie.echecs import catalogue
from chatmairie.juge.exercice import Exercice, QuestionOuverte
from chatmairie.parcours.progres import Progres


def tableau_de_progression(suivi: Progres, module: str | None = None) -> Any:
    """Un tableau : exercice, statut, points visibles, essais, indices lus ; la légende fait le total.

    module : un seul module ; `None` pour tout le cours. Un exercice en plus (`optionnel`) n'entre pas dans le total.
    Lève `ValueError` pour un module inconnu.
    """
    from chatmairie.affichage.tableaux import Tableau
    from chatmairie.langue.texte import points

    lignes, acquis, total = [], 0.0, 0.0
    exercices = catalogue.tous() if module is None else {e.identifiant: e for e in _du_module(module)}
    paris = [i for i in catalogue.paris() if module is None or i.split(".")[0] == module]
    for identifiant, exercice in exercices.items():
        etat = suivi.etat(identifiant)
        total += 0.0 if exercice.optionnel else exercice.points
        if isinstance(exercice, Exercice):
            acquis += 0.0 if exercice.optionnel else min(etat["points"], exercice.points)
            obtenus = f"{points(etat['points'])} sur {points(exercice.points)}"
            obtenus += ", en plus" if exercice.optionnel else ""
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
        f"Paris faits : {len(set(paris) & set(suivi.tout('paris')))} sur {len(paris)}."
    )
    return Tableau(lignes, legende=legende, max_lignes=None)


def carte_pour_garder() -> Any:
    """La phrase de fin de module : où vit le travail, et comment l'emporter."""
    from chatmairie.affichage.cartes import CarteTexte

    return CarteTexte(
        "Garder votre travail",
        "« Sauvegarder mon travail », dans « Plus », en bas ; ou en Python : `from chatmairie import sauvegarder`, "
        "puis `sauvegarder()`. Vos réponses, vos paris et votre progression sont mis dans un seul fichier à "
        "télécharger ; « Reprendre », ou `reprendre()`, importé de même, les remet en place, ici ou ailleurs. Sur "
        "Binder, c'est indispensable : la session oublie tout quand elle se ferme.",
    )


_NIVEAUX = {1: "1, lire et choisir", 2: "2, compléter trois lignes", 3: "3, écrire une fonction"}


def tableau_du_module(module: str) -> Any:
    """Les exercices d'un module : titre, niveau, minutes, points, chemin sans code ; la légende fait les totaux.

    Un exercice en plus (`optionnel`) est dit « en plus » et n'entre dans aucun total.
    Lève `ValueError` pour un module inconnu.
    """
    from chatmairie.affichage.tableaux import Tableau
    from chatmairie.langue.texte import points

    exercices = _du_module(module)
    lignes = [
        {
            "N°": rang,
            "Exercice": e.titre,
            "Niveau": _NIVEAUX[e.niveau] if isinstance(e, Exercice) else "écrire quelques phrases",
            "Minutes": e.duree_min,
            "Points": points(e.points) + (", en plus" if e.optionnel else ""),
            "Sans code": "oui" if sans_code(e) else "non",
        }
        for rang, e in enumerate(exercices, 1)
    ]
    comptes = [e for e in exercices if not e.optionnel]
    libres = sum(e.points for e in comptes if sans_code(e))
    legende = (
        f"{points(sum(e.points for e in comptes))} points, dont {points(libres)} sans écrire de code ; "
        f"environ {sum(e.duree_min for e in comptes)} minutes d'exercices."
    )
    if len(comptes) < len(exercices):
        legende += " « En plus » : un exercice que l'on peut laisser ; il ne compte pas dans la note."
    return Tableau(lignes, legende=legende)


def _du_module(module: str) -> list[Exercice | QuestionOuverte]:
    """Les exercices d'un module, dans l'ordre. Lève `ValueError` s'il n'y en a pas."""
    exercices = [e for i, e in catalogue.tous().items() if i.split(".")[0] == module]
    if not exercices:
        raise ValueError(f"Aucun module « {module} ». Modules : {', '.join(catalogue.PAQUETS)}.")
    return exercices


def sans_code(exercice: Exercice | QuestionOuverte) -> bool:
    """Vrai si l'on peut répondre sans écrire de programme : décisions, données à remplir, ou texte."""
    from chatmairie.juge.sans_code import se_repond_en_code

    if isinstance(exercice, QuestionOuverte) or exercice.niveau == 1:
        return True
    return exercice.choix is not None and not se_repond_en_code(exercice)
