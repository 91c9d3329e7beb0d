"""`campagne.ouverte` : le message d'excuses (noté par une personne)."""

from __future__ import annotations

from chatmairie.juge.exercice import QuestionOuverte

EXERCICE = QuestionOuverte(
    identifiant="campagne.ouverte",
    titre="S'excuser",
    mots_max=120,
    duree_min=6,
    criteres=("CM-SOC-10", "CM-UX-06"),
    indicateurs=(
        (
            "dit ce qui est parti et à qui, avec un chiffre du rejeu de l'élève, sans redonner la donnée",
            "Mon message dit ce qui est parti et à combien de gens (mon propre chiffre), sans redonner la donnée.",
        ),
        (
            "s'excuse, sans « si vous avez été gêné »",
            "Il s'excuse, sans « si vous avez été gêné » ni autre condition.",
        ),
        (
            "dit ce qui est arrêté, et depuis quand",
            "Il dit ce qui est arrêté, et depuis quand.",
        ),
        (
            "dit ce que la personne peut faire : retrait, contact",
            "Il dit ce que chacun peut faire : se retirer, joindre quelqu'un.",
        ),
        (
            "s'adresse à Jean-Mi à part, sans que le message public le nomme",
            "J'écris à Jean-Mi à part, et le message public ne le nomme pas.",
        ),
        (
            "phrases courtes, « vous »",
            "Mes phrases sont courtes, et je dis « vous ».",
        ),
    ),
)
