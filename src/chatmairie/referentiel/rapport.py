"""Le bilan montré : les manques d'abord, les scores, une figure et son équivalent ; et la page HTML autonome."""

from __future__ import annotations

import datetime as dt
import html
from pathlib import Path
from typing import Any

from chatmairie.affichage.cartes import CarteTexte, Encadre, Ensemble
from chatmairie.affichage.figures import barres
from chatmairie.affichage.html import page_entiere
from chatmairie.affichage.tableaux import Tableau
from chatmairie.langue.texte import compte, nombre, typographier

from .audit import VALEURS, Bilan, Ligne, Score
from .cartes import en_date
from .fichiers import ecrire
from .lecture import charger


def _part(score: Score) -> str:
    return "aucun critère concerné" if score.part is None else f"{nombre(100 * score.part, 0)} sur 100"


def phrase_du_total(bilan: Bilan) -> str:
    """Le bilan en deux phrases, effectifs avant le score."""
    t = bilan.total
    n = t.comptes
    return typographier(
        f"Sur {compte(t.concernes, 'critère qui concerne', 'critères qui concernent')} ce projet : "
        f"{compte(n['oui'], 'tenu', 'tenus')} avec une preuve, {n['partiel']} en partie, "
        f"{compte(n['non'], 'non tenu', 'non tenus')}, {n['sans réponse']} sans réponse. Score : {_part(t)}."
    )


def _table_des_manques(lignes: list[Ligne]) -> list[dict[str, str]]:
    g = charger().grille
    return [
        {
            "Critère": x.critere.identifiant,
            "Question": x.critere.enonce,
            "Retenu": f"{x.retenue}. {x.remarque} Mise en œuvre : {x.critere.difficulte}.".replace(".  ", ". "),
            "Premier test, et preuve à demander": f"{x.critere.tests[0]} Preuve : {g.preuves[x.critere.preuves[0]]}.",
            "Qui, quand": f"{x.reponse.responsable or 'à nommer'}, {x.reponse.echeance or 'à fixer'}",
        }
        for x in lignes
    ]


def _table_des_scores(scores: list[Score], quoi: str) -> list[dict[str, Any]]:
    return [{quoi: s.nom, "Score": _part(s), **{v.capitalize(): s.comptes[v] for v in VALEURS}} for s in scores]


def figure(bilan: Bilan) -> Any:
    """Le score par famille en barres, avec son tableau. Les familles sans critère concerné ne sont pas dessinées."""
    notes = {s.nom: round(100 * s.part, 1) for s in bilan.par_famille() if s.part is not None}
    if not notes:
        return CarteTexte("Score par famille", "Aucun critère ne concerne ce projet : rien à dessiner.")
    bas = min(notes, key=lambda nom: notes[nom])
    resume = f"La famille la moins avancée est « {bas} » : {nombre(notes[bas], 0)} sur 100."
    return barres(notes, titre="Score par famille", resume=resume, quoi="Famille")


def _methode() -> str:
    return (
        "Score : un « oui » avec une preuve vaut 1, un « partiel » 0,5, le reste 0, sur les critères qui concernent le "
        "projet. « Oui » sans preuve compte pour « partiel » ; « sans objet » demande une raison ; une case vide est "
        "un manque. Un bon score ne dit pas que personne n'est lésé : il dit quelles preuves existent."
    )


def affichage(bilan: Bilan) -> Ensemble:
    """Tout le bilan, dans l'ordre : total, anomalies, manques, familles, ODD, méthode."""
    ecarts = bilan.ecarts()
    objets: list[Any] = [CarteTexte(f"Bilan : {bilan.nom}", phrase_du_total(bilan), _methode())]
    if bilan.anomalies:
        objets.append(CarteTexte("À vérifier dans votre fichier", "\n".join(f"- {a}" for a in bilan.anomalies)))
    objets.append(
        Tableau(_table_des_manques(ecarts), "Ce qui manque, par ordre d'urgence puis de facilité", max_lignes=None)
        if ecarts
        else CarteTexte(
            "Ce qui manque", "Rien : chaque critère a sa réponse et sa preuve. À relire à chaque changement."
        )
    )
    objets += [
        figure(bilan),
        Tableau(_table_des_scores(bilan.par_famille(), "Famille"), "Les réponses par famille", max_lignes=None),
        Tableau(
            _table_des_scores(bilan.par_odd(), "Objectif"),
            "Les réponses par objectif de développement durable",
            max_lignes=None,
        ),
    ]
    return Ensemble(*objets, nom=f"Bilan : {bilan.nom}")


def _reponses(bilan: Bilan) -> list[dict[str, str]]:
    return [
        {
            "Critère": x.critere.identifiant,
            "Question": x.critere.enonce,
            "Statut de l'énoncé": x.critere.provenance.statut,
            "Réponse": x.donnee,
            "Retenu": x.retenue,
            "Preuve ou raison": x.reponse.preuve or "aucune",
            "Commentaire": x.reponse.commentaire,
        }
        for x in bilan.lignes
    ]


def page(bilan: Bilan, jour: dt.date | None = None) -> str:
    """La page HTML autonome : sans script, sans image distante, imprimable, en français."""
    r = charger()
    tout = affichage(bilan)
    titres = [
        "En bref",
        *(["À vérifier"] if bilan.anomalies else []),
        "Ce qui manque d'abord",
        "Score par famille",
        "Réponses par famille",
        "Réponses par objectif",
    ]
    sections = "".join(
        f"<section><h2>{html.escape(t)}</h2>{o.cadre()}</section>" for t, o in zip(titres, tout.objets, strict=True)
    )
    toutes = Tableau(_reponses(bilan), "Toutes les réponses", max_lignes=None).cadre()
    provenance = Encadre("D'où vient cette grille", r.grille.avertissement, r.grille.ria31.pourquoi_31_et_41).cadre()
    date = en_date(jour or dt.date.today())
    return page_entiere(
        f"Bilan d'audit : {bilan.nom}",
        f"<p>Établi le {date}, sur les {len(bilan.lignes)} critères de la grille "
        "du cours ChatMairie. Ce bilan n'est ni une certification ni un avis juridique : à faire valider par le DPO ou "
        f"le service juridique.</p>{sections}<section><h2>Toutes les réponses</h2>{toutes}</section>"
        f"<section><h2>Provenance</h2>{provenance}</section>",
        figures=True,
        largeur=66,
        impression=".cm{break-inside:auto}",
    )


def ecrire_rapport(bilan: Bilan, chemin: str | Path, remplacer: bool = False) -> Path:
    """Écrit la page HTML d'un bilan. Lève `FileExistsError` si elle existe (sauf `remplacer`)."""
    return ecrire(chemin, page(bilan), remplacer=remplacer)
