"""Parcourir la grille : filtrer par famille, métier, ODD, difficulté et mot. Le résultat est un tableau."""

from __future__ import annotations

from typing import Any

from chatmairie.affichage.tableaux import Tableau
from chatmairie.affichage.widgets import Choix, Manette
from chatmairie.langue.texte import compte

from . import modeles as m
from .audit import sans_accents
from .lecture import charger

TOUT = "toutes"


def _texte_entier(c: m.Critere) -> str:
    g = charger().grille
    morceaux = [
        c.identifiant,
        c.identifiant_officiel,
        c.enonce,
        c.argumentaire,
        c.cas_usage,
        c.limites,
        c.recurrence,
        *c.tests,
        *(g.metiers[x] for x in c.metiers),
        *(g.themes[x] for x in c.themes),
    ]
    return sans_accents(" ".join(morceaux))


def filtrer(
    famille: str = TOUT, metier: str = TOUT, odd: int = 0, difficulte: str = TOUT, mot: str = ""
) -> tuple[m.Critere, ...]:
    """Les critères qui répondent à tout à la fois.

    famille, metier : clés de `ria31.yaml` ; odd : 1 à 17, ou 0 pour tous ; mot : chaque mot doit s'y trouver, sans
    souci d'accents ni de majuscules. Lève `ValueError` pour une valeur inconnue.
    """
    r = charger()
    for nom, valeur, permises in (
        ("Famille", famille, [TOUT, *r.grille.familles]),
        ("Métier", metier, [TOUT, *r.grille.metiers]),
        ("Difficulté", difficulte, [TOUT, "simple", "moyen", "difficile"]),
        ("ODD", odd, [0, *r.odd]),
    ):
        if valeur not in permises:
            raise ValueError(f"{nom} : « {valeur} » n'existe pas. Attendu : {', '.join(map(str, permises))}.")
    if not isinstance(mot, str):
        raise TypeError(f"Le mot cherché est un texte, pas {type(mot).__name__}.")
    mots = sans_accents(mot).split()
    return tuple(
        c
        for c in r.criteres.values()
        if famille in (TOUT, c.famille)
        and (metier == TOUT or metier in c.metiers)
        and (odd == 0 or odd in c.odd)
        and difficulte in (TOUT, c.difficulte)
        and all(x in _texte_entier(c) for x in mots)
    )


def tableau(famille: str = TOUT, metier: str = TOUT, odd: int = 0, difficulte: str = TOUT, mot: str = "") -> Tableau:
    """Le tableau des critères filtrés ; sa légende dit combien il en reste."""
    r = charger()
    trouves = filtrer(famille, metier, odd, difficulte, mot)
    lignes = [
        {
            "Critère": c.identifiant,
            "Famille": r.grille.familles[c.famille].nom,
            "Question": c.enonce,
            "Difficulté": c.difficulte,
            "ODD": ", ".join(map(str, c.odd)) or "aucun",
            "Statut": c.provenance.statut,
        }
        for c in trouves
    ]
    return Tableau(
        lignes,
        f"{compte(len(trouves), 'critère')} sur {len(r.criteres)} (grille du cours, en forme de RIA31)",
        max_lignes=None,
        vide="Aucun critère ne répond à tout à la fois : ôtez un filtre.",
    )


class Mot(Choix):
    """Un champ de texte libre, avec son étiquette : la seule commande que les cartes n'ont pas."""

    def __init__(self, etiquette: str, valeur: str = "") -> None:
        self.etiquette, self.options, self.valeur = etiquette, {"": "aucun"}, self.valider(valeur)

    def valider(self, valeur: Any) -> str:
        """Le texte, s'il tient en 60 caractères ; `TypeError`/`ValueError` en français sinon."""
        if not isinstance(valeur, str):
            raise TypeError(f"« {self.etiquette} » : on attend un texte, pas {valeur!r}.")
        if len(valeur) > 60:
            raise ValueError(f"« {self.etiquette} » : 60 caractères au plus.")
        return valeur

    def extremes(self) -> list[Any]:
        return ["", "introuvable"]

    def en_phrase(self, valeur: Any) -> str:
        return valeur.strip() or "aucun"

    def possibles(self) -> str:
        return "un ou plusieurs mots"

    def construire(self, w: Any, largeur: str) -> tuple[Any, list[Any]]:
        champ = w.Text(
            value=self.valeur,
            description=self.etiquette,
            continuous_update=False,
            style={"description_width": "initial"},
            layout=w.Layout(width="24em", max_width="100%"),
        )
        return champ, [champ]


def explorer() -> Manette:
    """Les commandes de filtre et leur tableau. Sans navigateur : `explorer().regler(mot="accord")`."""
    r = charger()
    g = r.grille
    adresses = sorted({n for c in r.criteres.values() for n in c.odd})
    return Manette(
        {
            "famille": Choix("Famille", {TOUT: "toutes", **{k: f.nom for k, f in g.familles.items()}}),
            "metier": Choix("Métier", {TOUT: "tous", **g.metiers}),
            "odd": Choix("ODD", {0: "tous", **{n: f"{n}. {r.odd[n].titre}" for n in adresses}}),
            "difficulte": Choix(
                "Difficulté", {TOUT: "toutes", "simple": "simple", "moyen": "moyen", "difficile": "difficile"}
            ),
            "mot": Mot("Mot cherché"),
        },
        tableau,
        "Explorer la grille",
    )
