"""« Où j'en suis » : le tableau de progression d'une personne."""

from __future__ import annotations

from typing import Any

from chatmairie import catalogue
from chatmairie.exercice import Exercice
from chatmairie.progres import Progres


def tableau_de_progression(suivi: Progres) -> Any:
    """Un tableau : exercice, statut, points visibles, essais, indices lus ; la légende fait le total."""
    from chatmairie.affichage import Tableau, points

    etats = suivi.tout("exercices")
    lignes, acquis, total = [], 0.0, 0.0
    for identifiant, exercice in catalogue.tous().items():
        etat = etats.get(identifiant, {})
        total += exercice.points
        if isinstance(exercice, Exercice):
            acquis += etat.get("points", 0.0)
            obtenus = f"{points(etat.get('points', 0.0))} sur {points(exercice.points)}"
            statut = etat.get("statut", "non traité")
        else:
            obtenus, statut = f"sur {points(exercice.points)}", "lue par une personne"
        lignes.append(
            {
                "Exercice": exercice.titre,
                "Identifiant": identifiant,
                "Statut": statut,
                "Points visibles": obtenus,
                "Essais": etat.get("essais", 0),
                "Indices lus": etat.get("indices", 0),
            }
        )
    legende = (
        f"Votre progression : {points(acquis)} points sur {points(total)}, aux tests visibles. "
        f"Paris notés : {len(suivi.tout('paris'))} sur {len(catalogue.paris())}."
    )
    return Tableau(lignes, legende=legende)
