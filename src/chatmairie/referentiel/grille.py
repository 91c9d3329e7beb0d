"""La grille à remplir dans un tableur : l'écrire vide, la relire remplie, exporter un bilan.

À la relecture, rien n'est perdu : une ligne que l'on ne comprend pas est mise de côté, montrée avec son contenu et son
numéro de ligne dans le tableur, et le reste est jugé.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from chatmairie.langue.texte import compte

from . import modeles as m
from .acces import critere as _critere
from .audit import Bilan, Reponse, lire_valeur, sans_accents
from .fichiers import FichierIllisible, ecrire, en_csv, lire_table
from .lecture import charger

GrilleIllisible = FichierIllisible
_FIXES = (
    "Identifiant",
    "Famille",
    "Recommandation",
    "Critère",
    "Statut de l'énoncé",
    "Difficulté",
    "Quand",
    "Métiers",
    "Tests",
    "Preuves acceptables",
)
_A_REMPLIR = (
    "Réponse (oui, partiel, non, sans objet)",
    "Preuve (où la trouver), ou raison si sans objet",
    "Responsable",
    "Échéance",
    "Commentaire",
)
COLONNES = (*_FIXES, *_A_REMPLIR)
_CLES = {
    "identifiant": "identifiant",
    "id": "identifiant",
    "reponse": "valeur",
    "preuve": "preuve",
    "responsable": "responsable",
    "echeance": "echeance",
    "commentaire": "commentaire",
}


def _cle(titre: str) -> str | None:
    """« Réponse (oui, …) » -> « valeur » ; None pour une colonne que l'on ne relit pas."""
    plat = sans_accents(titre)
    if plat.startswith("preuves"):  # la colonne d'aide, pas la réponse
        return None
    for debut, cle in _CLES.items():
        if plat == debut or plat.startswith((debut + " ", debut + "(")):
            return cle
    return None


def _ligne_fixe(c: m.Critere) -> list[str]:
    r = charger()
    g = r.grille
    return [
        c.identifiant,
        g.familles[c.famille].nom,
        r.recommandations[c.recommandation].titre,
        c.enonce,
        c.provenance.statut,
        c.difficulte,
        c.recurrence,
        ", ".join(g.metiers[x] for x in c.metiers),
        " / ".join(f"{n}. {t}" for n, t in enumerate(c.tests, 1)),
        " / ".join(g.preuves[x] for x in c.preuves),
    ]


def ecrire_grille(chemin: str | Path, remplacer: bool = False) -> Path:
    """Écrit la grille vide, une ligne par critère (CSV, `;`, UTF-8 avec BOM).

    Lève `FileExistsError` si le fichier existe déjà : une grille remplie ne s'écrase pas.
    """
    lignes = [[*_ligne_fixe(c), "", "", "", "", ""] for c in charger().criteres.values()]
    return ecrire(chemin, en_csv(COLONNES, lignes), remplacer=remplacer, bom=True)


def ecrire_bilan(bilan: Bilan, chemin: str | Path, remplacer: bool = False) -> Path:
    """Écrit un bilan : la grille, ce qui est retenu et pourquoi. Se relit comme une grille."""
    lignes = []
    for x in bilan.lignes:
        rep = x.reponse
        donnee = "" if x.donnee == "sans réponse" else x.donnee
        lignes.append(
            [
                *_ligne_fixe(x.critere),
                donnee,
                rep.preuve,
                rep.responsable,
                rep.echeance,
                rep.commentaire,
                x.retenue,
                x.remarque,
            ]
        )
    return ecrire(chemin, en_csv((*COLONNES, "Retenu", "Remarque"), lignes), remplacer=remplacer, bom=True)


@dataclass(frozen=True)
class Lecture:
    """Ce qu'une grille remplie contient. anomalies : une phrase par ligne mise de côté ou mal comprise."""

    reponses: dict[str, Reponse]
    anomalies: tuple[str, ...]


def _contenu(cellules: dict[str, str]) -> str:
    dit = " | ".join(f"{cle} : {v}" for cle, v in cellules.items() if v and cle != "identifiant")
    return f" Contenu gardé ici : {dit.replace('valeur', 'réponse', 1)}." if dit else ""


def lire_grille(chemin: str | Path) -> Lecture:
    """Relit une grille remplie. Lève `GrilleIllisible` si le fichier entier ne se lit pas."""
    titres, lignes = lire_table(chemin, lambda t: _cle(t) is not None)
    cles = [_cle(t) for t in titres]
    for cle, nom in (("identifiant", "Identifiant"), ("valeur", "Réponse")):
        if cles.count(cle) != 1:
            combien = "manque" if cle not in cles else "est en double"
            raise GrilleIllisible(
                f"« {Path(chemin).name} » : la colonne « {nom} » {combien}. Repartez d'une grille vide."
            )
    reponses: dict[str, Reponse] = {}
    vues: dict[str, int] = {}
    anomalies: list[str] = []
    for numero, brutes in lignes:
        cellules = {cle: brutes[i] if i < len(brutes) else "" for i, cle in enumerate(cles) if cle}
        if not any(cellules.values()):
            continue
        ident = cellules["identifiant"]
        if not ident:
            anomalies.append(f"Ligne {numero} : pas d'identifiant, ligne mise de côté.{_contenu(cellules)}")
            continue
        try:
            c = _critere(ident)
        except ValueError as erreur:
            anomalies.append(f"Ligne {numero} : {erreur} Ligne mise de côté.{_contenu(cellules)}")
            continue
        rep = Reponse(**{k: v for k, v in cellules.items() if k != "identifiant"})
        if c.identifiant in vues:
            if rep != reponses[c.identifiant]:
                anomalies.append(
                    f"Ligne {numero} : « {c.identifiant} » a déjà une réponse ligne {vues[c.identifiant]}, gardée."
                    + _contenu(cellules)
                )
            continue
        try:
            lire_valeur(rep.valeur)
        except ValueError as erreur:
            anomalies.append(f"Ligne {numero} : {c.identifiant} : {erreur} Comptée sans réponse.{_contenu(cellules)}")
            rep = Reponse("", rep.preuve, rep.responsable, rep.echeance, rep.commentaire)
        reponses[c.identifiant], vues[c.identifiant] = rep, numero
    absents = [i for i in charger().criteres if i not in vues]
    if absents:
        combien = compte(len(absents), "critère absent", "critères absents")
        anomalies.append(f"{combien} du fichier, sans réponse : {', '.join(absents)}.")
    return Lecture(reponses, tuple(anomalies))
