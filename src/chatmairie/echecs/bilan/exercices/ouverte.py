"""`bilan.ouverte` : trois décisions à garder (notée par une personne)."""

from __future__ import annotations

from chatmairie.juge.exercice import QuestionOuverte

EXERCICE = QuestionOuverte(
    identifiant="bilan.ouverte",
    titre="Trois décisions à garder",
    mots_max=150,
    duree_min=8,
    criteres=("CM-STR-05", "CM-CAD-02"),
    indicateurs=tuple(
        couple
        for rang in ("première", "deuxième", "troisième")
        for couple in (
            (
                f"{rang} décision : une action que l'on peut vérifier, avec qui en répond et une date",
                f"Ma {rang} décision est une action vérifiable, avec qui en répond et une date.",
            ),
            (
                f"{rang} décision : la preuve demandée, et qui peut dire non (une des trois cite un chiffre du rejeu "
                f"de l'élève)",
                f"Ma {rang} décision dit la preuve que je demanderai et qui peut dire non ; une des trois cite un "
                f"chiffre de mon rejeu.",
            ),
        )
    ),
)
