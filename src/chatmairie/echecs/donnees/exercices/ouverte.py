"""`donnees.ouverte` : la lettre aux parents de Léa (notée par une personne)."""

from __future__ import annotations

from chatmairie.juge.exercice import QuestionOuverte

EXERCICE = QuestionOuverte(
    identifiant="donnees.ouverte",
    titre="Écrire aux parents de Léa",
    mots_max=120,
    duree_min=6,
    criteres=("CM-UX-05", "CM-UX-06"),
    indicateurs=(
        (
            "dit que le refus était une erreur de la mairie, sans accuser la famille ni « l'ordinateur »",
            "Ma lettre dit que le refus était une erreur de la mairie, sans accuser la famille ni « l'ordinateur ».",
        ),
        (
            "dit ce que devient le dossier, avec un délai",
            "Elle dit ce que devient le dossier de Léa, et sous quel délai.",
        ),
        (
            "mentionne qu'un algorithme est intervenu dans la décision, et à quoi il sert",
            "Elle dit qu'un algorithme est intervenu dans la décision, et à quoi il sert.",
        ),
        (
            "rappelle le droit d'obtenir les règles, et comment faire",
            "Elle rappelle que les parents peuvent obtenir les règles de ce traitement, et comment.",
        ),
        (
            "nomme une personne à joindre, par deux moyens",
            "Elle nomme une personne à joindre, par deux moyens au moins.",
        ),
        (
            "cite un chiffre du rejeu de l'élève (combien d'autres familles)",
            "Elle cite un chiffre de mon propre rejeu : combien d'autres familles.",
        ),
    ),
)
