"""Une attestation que l'on se fait à soi-même : une page HTML imprimable, sans script, sans rien envoyer.

Elle dit ce qui a été fait, et ce qu'elle n'est pas. Rien ne la certifie : elle le dit.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from chatmairie.affichage.cartes import CarteTexte
from chatmairie.affichage.html import echapper, page_entiere
from chatmairie.affichage.tableaux import Tableau
from chatmairie.echecs import catalogue
from chatmairie.echecs.bilan import memoire
from chatmairie.echecs.bilan.resultats import ECHECS
from chatmairie.echecs.commun.gabarit import textes
from chatmairie.juge.exercice import Exercice
from chatmairie.langue.texte import points
from chatmairie.parcours import progres
from chatmairie.referentiel.cartes import en_date
from chatmairie.referentiel.fichiers import ecrire

T = textes(__file__)
_MODULES = {"accueil": "Accueil", **ECHECS, "bilan": "Bilan"}


def lignes() -> list[dict[str, Any]]:
    """Une ligne par module : exercices réussis, points aux tests visibles, paris faits."""
    suivi = progres.courant()
    faits = suivi.tout("paris")
    sorties = []
    for module, titre in _MODULES.items():
        exercices = [e for i, e in catalogue.tous().items() if i.split(".")[0] == module and isinstance(e, Exercice)]
        exercices = [e for e in exercices if not e.optionnel] or exercices  # les exercices en plus ne comptent pas
        if not exercices:
            continue
        etats = [(e, suivi.etat(e.identifiant)) for e in exercices]
        paris = [i for i in catalogue.paris() if i.split(".")[0] == module]
        sorties.append(
            {
                "Module": titre,
                "Exercices réussis": f"{sum(x['statut'] == 'réussi' for _, x in etats)} sur {len(etats)}",
                "Points aux tests visibles": f"{points(sum(min(x['points'], e.points) for e, x in etats))} sur "
                f"{points(sum(e.points for e in exercices))}",
                "Paris faits": f"{sum(i in faits for i in paris)} sur {len(paris)}",
            }
        )
    return sorties


def page(nom: str, jour: dt.date | None = None) -> str:
    """La page HTML autonome. Le nom est échappé ; rien d'autre que lui n'y est personnel."""
    propre = " ".join(nom.split())[:120]
    tableau = Tableau(lignes(), "Ce que j'ai fait, module par module", max_lignes=None).cadre()
    projet = "".join(
        f"<h3>{echapper(titre)}</h3><ul>{''.join(f'<li>{echapper(x)}</li>' for x in textes)}</ul>"
        for titre, textes in memoire.projet().items()
    )
    dit, ne_dit_pas = echapper(T.dire("attestation_dit")), echapper(T.dire("attestation_ne_dit_pas"))
    suite = f"<section><h2>Et pour mon projet</h2>{projet}</section>" if projet else ""
    return page_entiere(
        "Attestation personnelle, que personne n'a vérifiée",
        f"<p><strong>{echapper(propre)}</strong> a suivi ChatMairie, un cours sur l'IA responsable. Établie par cette "
        f"personne, le {en_date(jour or dt.date.today())}.</p>"
        f"<section><h2>Ce qu'elle dit</h2><p>{dit}</p>{tableau}</section>"
        f"<section><h2>Ce qu'elle n'est pas</h2><p>{ne_dit_pas}</p></section>{suite}",
    )


def attestation(nom: Any = ..., fichier: str | Path = "attestation.html", remplacer: bool = False) -> CarteTexte:
    """Écrit la page dans `fichier`. Sans nom, dit ce qu'elle serait. N'écrase rien, sauf `remplacer=True`."""
    titre = "Votre attestation"
    if nom is ... or nom is None:
        dits = T.dire("attestation_dit"), T.dire("attestation_ne_dit_pas"), T.dire("attestation_mode_d_emploi")
        return CarteTexte(titre, "\n\n".join(dits))
    if not isinstance(nom, str) or not nom.strip():
        return CarteTexte(titre, T.dire("attestation_sans_nom"))
    try:
        ecrit = ecrire(fichier, page(nom), remplacer=remplacer)
    except (OSError, TypeError) as probleme:
        return CarteTexte("Rien n'a été écrit", T.dire("attestation_pas_ecrite", probleme=str(probleme)))
    return CarteTexte("Votre attestation est prête", T.dire("attestation_prete", fichier=Path(ecrit).name))
