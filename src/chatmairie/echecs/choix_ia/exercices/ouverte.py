"""`choix_ia.ouverte` : la note au maire (notée par une personne)."""

from __future__ import annotations

from chatmairie.juge.exercice import QuestionOuverte

EXERCICE = QuestionOuverte(
    identifiant="choix_ia.ouverte",
    titre="Écrire une note au maire",
    mots_max=150,
    duree_min=8,
    criteres=("CM-CAD-01", "CM-CAD-02"),
    indicateurs=(
        ("dit en une phrase ce qu'il faut décider", "Ma note dit en une phrase ce qu'il faut décider."),
        (
            "cite un chiffre de la simulation de l'élève",
            "Elle cite un chiffre de ma propre simulation.",
        ),
        ("nomme un public lésé, et comment", "Elle nomme un public lésé, et dit comment."),
        (
            "donne la condition d'arrêt : indicateur, seuil, qui décide",
            "Elle donne la condition d'arrêt : l'indicateur, le seuil, et qui décide.",
        ),
        (
            "propose une solution sans IA ou plus simple, et dit pourquoi elle est retenue ou non",
            "Elle propose une solution sans IA, ou plus simple, et dit pourquoi je la retiens ou non.",
        ),
        ("n'emploie aucun mot de métier sans l'expliquer", "Chaque mot de métier y est expliqué."),
    ),
)
