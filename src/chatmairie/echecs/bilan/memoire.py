"""Ce que l'apprenant avait prévu, à côté de ce qui s'est passé : ses craintes, ses paris, ses trois lignes par projet.

Tout vient de sa progression, sur sa machine. Ce qu'il n'a pas dévoilé lui-même est lu dans les résultats enregistrés.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from chatmairie.affichage.cartes import CarteTexte, Ensemble
from chatmairie.affichage.tableaux import Tableau
from chatmairie.echecs import catalogue
from chatmairie.echecs.bilan import resultats
from chatmairie.echecs.commun import recit
from chatmairie.echecs.commun.gabarit import textes
from chatmairie.langue.phrases import lire
from chatmairie.langue.texte import nombre
from chatmairie.parcours import progres

T = textes(__file__)
_MODULES = {"accueil": "Accueil", **resultats.ECHECS, "bilan": "Bilan"}

ISSUES: dict[str, dict[str, str]] = T.contenu["issues"]
"""Souhait -> échec, ce qui s'est passé (`passe`), ce que l'on n'avait peut-être pas prévu (`imprevu`)."""


def montrer_vos_craintes() -> Ensemble:
    """Les cinq craintes de l'accueil, à côté de ce qui s'est passé, et de ce que l'on n'avait peut-être pas prévu."""
    gardees, mesures = recit.lire(), resultats.charger()
    lignes = []
    for souhait, issue in ISSUES.items():
        r = mesures.get(issue["echec"])
        combien = f" {r.avant} sur {r.sur} ({r.mesure})." if r else ""
        crainte = recit.en_phrase(gardees[souhait]) if souhait in gardees else "aucune n'a été gardée"
        lignes.append(
            {
                "Souhait": recit.SOUHAITS[souhait],
                "Votre crainte": crainte,
                "Ce qui s'est passé": issue["passe"] + combien,
                "Cela aussi, l'aviez-vous prévu ?": issue["imprevu"],
            }
        )
    tableau = Tableau(lignes, legende=T.dire("craintes", graine=str(resultats.graine())), max_lignes=None)
    return Ensemble(*([] if gardees else [CarteTexte("Vos craintes", T.dire("sans_craintes"))]), tableau)


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
            T.dire("paris", n=len(connus), sur=len(catalogue.paris())),
            T.dire("paris_non_devoiles", graine=str(resultats.graine())),
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


def devenirs() -> dict[str, dict[str, Any]]:
    """Clé d'une personne de la distribution -> carnets, avant, apres."""
    return lire(Path(__file__).with_name("devenirs.yaml"))


def reactions() -> list[dict[str, str]]:
    """Les réactions fictives, dans l'ordre : qui, ton, texte, et une légende s'il y en a une."""
    return lire(Path(__file__).with_name("reactions.yaml"))
