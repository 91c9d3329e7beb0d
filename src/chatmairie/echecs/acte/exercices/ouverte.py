"""`acte.ouverte` : trois risques, en trois lignes (notée par une personne)."""

from __future__ import annotations

from chatmairie.juge.exercice import QuestionOuverte

_RANGS = ("première", "deuxième", "troisième")
EXERCICE = QuestionOuverte(
    identifiant="acte.ouverte",
    titre="Trois risques, trois lignes",
    mots_max=150,
    duree_min=7,
    criteres=("CM-CAD-03",),
    indicateurs=tuple(
        couple
        for rang, suite_a, suite_b in (
            (_RANGS[0], ", avec un chiffre du rejeu de l'élève", ", avec un chiffre de mon propre rejeu"),
            (_RANGS[1], ", et cette personne n'est pas l'usager", ", et cette personne n'est pas l'usager"),
            (_RANGS[2], "", ""),
        )
        for couple in (
            (
                f"{rang} ligne : une personne et un dommage précis{suite_a}",
                f"Ma {rang} ligne nomme une personne et un dommage précis{suite_b}.",
            ),
            (
                f"{rang} ligne : une mesure qui réduit ce dommage-là, et qui la décide",
                f"Ma {rang} ligne dit une mesure qui réduit ce dommage-là, et qui la décide.",
            ),
        )
    ),
)
