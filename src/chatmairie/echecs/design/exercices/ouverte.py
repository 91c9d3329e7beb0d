"""`design.ouverte` : le plan d'essai avec de vraies personnes (noté par une personne)."""

from __future__ import annotations

from chatmairie.juge.exercice import QuestionOuverte

EXERCICE = QuestionOuverte(
    identifiant="design.ouverte",
    titre="Préparer un essai avec de vraies personnes",
    mots_max=150,
    duree_min=6,
    criteres=("CM-UX-01", "CM-UX-02"),
    indicateurs=(
        (
            "au moins cinq personnes aux situations différentes, et avec qui elles sont recrutées",
            "Mon plan prévoit au moins cinq personnes aux situations différentes, et dit avec qui je les recrute.",
        ),
        (
            "une tâche réelle à accomplir, pas une opinion",
            "Je leur demande de réussir une vraie tâche, pas de donner un avis.",
        ),
        (
            "l'accord, le dédommagement ou le droit d'arrêter",
            "Je dis leur accord, leur dédommagement ou leur droit d'arrêter.",
        ),
        (
            "ce qui est noté, sans nom ; et pourquoi, avec un chiffre du rejeu de l'élève",
            "Je dis ce qui est noté, sans nom, et je cite un chiffre de mon propre rejeu.",
        ),
        ("une condition qui ferait renoncer", "Je donne une condition qui me ferait renoncer."),
        ("ce qu'on changera, et qui le leur dira", "Je dis ce que nous changerons, et qui le leur dira."),
    ),
)
