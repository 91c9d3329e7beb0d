"""Ce que l'apprenant avait prévu, à côté de ce qui s'est passé : ses craintes, ses paris, ses trois lignes par projet.

Tout vient de sa progression, sur sa machine. Ce qu'il n'a pas dévoilé lui-même est lu dans les résultats enregistrés.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from chatmairie.affichage.cartes import CarteTexte, Ensemble
from chatmairie.affichage.tableaux import Tableau
from chatmairie.echecs import catalogue
from chatmairie.echecs.bilan import resultats
from chatmairie.echecs.commun import recit
from chatmairie.langue.texte import nombre
from chatmairie.parcours import progres

_MODULES = {"accueil": "Accueil", **resultats.ECHECS, "bilan": "Bilan"}

ISSUES = {
    "specialiste": (
        "choix_ia",
        "Le moins cher, choisi sur sa célébrité : un service que beaucoup ne pouvaient pas utiliser, retiré du site.",
        "Ceux qui ne pouvaient pas s'en servir ne se plaignaient pas : la satisfaction restait bonne.",
    ),
    "inscriptions": (
        "donnees",
        "Des enfants au dossier complet, refusés le mercredi.",
        "Personne n'avait refusé ces familles : un logiciel fermait ce que nul n'avait lu.",
    ),
    "interface": (
        "design",
        "« Mon reuf » pour tout le monde, et une page que des habitants ne pouvaient pas utiliser.",
        "Les jeunes de l'atelier n'avaient pas demandé qu'on leur parle en argot.",
    ),
    "acte": (
        "acte",
        "Un service qui marche, et des actes remis à quelqu'un d'autre que leur titulaire.",
        "Un code plus long ne change rien : celui qui demande est un proche, et il a répondu juste.",
    ),
    "campagne": (
        "campagne",
        "Des SMS à des gens qui n'avaient rien demandé, et l'agenda des agents avec.",
        "Les numéros venaient des démarches en ligne : donnés pour autre chose.",
    ),
}
"""Souhait -> (échec, ce qui s'est passé, ce que l'on n'avait peut-être pas prévu)."""


def montrer_vos_craintes() -> Ensemble:
    """Les cinq craintes de l'accueil, à côté de ce qui s'est passé, et de ce que l'on n'avait peut-être pas prévu."""
    gardees, mesures = recit.lire(), resultats.charger()
    lignes = []
    for souhait, (echec, passe, imprevu) in ISSUES.items():
        r = mesures.get(echec)
        combien = f" {r.avant} sur {r.sur} ({r.mesure})." if r else ""
        lignes.append(
            {
                "Souhait": recit.SOUHAITS[souhait],
                "Votre crainte": recit.en_phrase(gardees[souhait]) if souhait in gardees else "aucune n'a été gardée",
                "Ce qui s'est passé": passe + combien,
                "Cela aussi, l'aviez-vous prévu ?": imprevu,
            }
        )
    tableau = Tableau(
        lignes,
        legende=f"Vos craintes, et ce qui s'est passé (nombres enregistrés avec le numéro {resultats.graine()}). "
        "Jamais noté.",
        max_lignes=None,
    )
    if gardees:
        return Ensemble(tableau)
    return Ensemble(
        CarteTexte(
            "Vos craintes",
            "Aucune crainte n'est gardée ici : vous êtes passé par un autre chemin, ou une autre machine. Le tableau "
            "montre tout de "
            "même ce qui s'est passé.",
        ),
        tableau,
    )


def montrer_vos_paris() -> Ensemble:
    """Tous les paris du cours, module par module : votre prévision, et ce qui s'est passé."""
    suivi = progres.courant()
    faits, devoiles, enregistres = suivi.tout("paris"), suivi.tout("notes"), resultats.paris()
    tables: list[Any] = []
    for module, titre in _MODULES.items():
        lignes = []
        for identifiant, pari in catalogue.paris().items():
            if identifiant.split(".")[0] != module or module == "bilan" or identifiant == "accueil.temps_fou":
                continue
            dit = devoiles.get(progres.cle_du_devoilement(identifiant))
            passe = dit if isinstance(dit, str) else enregistres.get(identifiant, "À dévoiler dans le carnet.")
            lignes.append(
                {
                    "Question": pari.question,
                    "Votre prévision": _prevision(pari.reponses, faits.get(identifiant)),
                    "Ce qui s'est passé": passe,
                }
            )
        if lignes:
            tables.append(Tableau(lignes, legende=f"Vos paris : {titre}.", max_lignes=None))
    connus = [i for i in faits if i in catalogue.paris()]
    return Ensemble(
        CarteTexte(
            "Vos paris",
            f"Vous avez parié {len(connus)} fois sur {len(catalogue.paris())}. Un pari n'est jamais noté ; se tromper "
            f"est la règle, "
            "et c'est ce qui se retient.",
            f"Ce que vous n'avez pas dévoilé vous-même est montré avec le numéro {resultats.graine()}.",
        ),
        *tables,
    )


def _prevision(reponses: Any, donne: Any) -> str:
    if donne is None:
        return "pas de pari"
    if reponses is None:
        return f"{nombre(donne)} sur 100" if isinstance(donne, (int, float)) else "illisible"
    return reponses.get(str(donne), str(donne))


def projet() -> dict[str, list[str]]:
    """Module -> les trois lignes « Et pour votre projet ? » qui ont été gardées."""
    gardees = {}
    for module, titre in resultats.ECHECS.items():
        lu = progres.courant().lire("notes", f"{module}.projet")
        lignes = lu.get("lignes") if isinstance(lu, dict) else None
        if isinstance(lignes, list) and lignes:
            gardees[titre] = [str(x) for x in lignes]
    return gardees


@cache
def _lire(nom: str) -> Any:
    return yaml.safe_load(Path(__file__).with_name(nom).read_text(encoding="utf-8"))


def devenirs() -> dict[str, dict[str, Any]]:
    """Clé d'une personne de la distribution -> carnets, avant, apres."""
    return dict(_lire("devenirs.yaml"))


def reactions() -> list[dict[str, str]]:
    """Les réactions fictives, dans l'ordre : qui, ton, texte, et une légende s'il y en a une."""
    return list(_lire("reactions.yaml"))
