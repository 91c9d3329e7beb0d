"""Le tableau de bord d'une classe : une page HTML seule, sans nom d'élève, que l'on peut projeter.

    python -m chatmairie.correction tableau-de-bord [--racine DOSSIER] [--sortie FICHIER]

Les notes viennent du carnet de notes de nbgrader ; les idées reçues, des comptes rendus joints aux copies
corrigées ; les paris, des copies rendues (lus comme du texte : aucun code n'est exécuté).
"""

from __future__ import annotations

import argparse
import ast
import json
import re
import statistics
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from chatmairie.carnets.reglages import DOSSIER_CLASSE
from chatmairie.correction.commande import CorrectionImpossible, application, chemin_entier, commande
from chatmairie.correction.notes_de_classe import NON_RENDU, CopieNotee, lire_la_classe
from chatmairie.correction.reconstruction_lecture import champ, en_un_texte
from chatmairie.correction.retours import gabarit
from chatmairie.correction.retours_contenu import lire_le_compte_rendu
from chatmairie.echecs import catalogue
from chatmairie.juge.exercice import Exercice, QuestionOuverte, vers_grade_id
from chatmairie.langue.texte import propre
from chatmairie.parcours.fichiers import ecrire_atomiquement, pourquoi

PAGE = "tableau-de-bord.html"
TAILLE_MAX = 40_000_000
"""Un carnet plus gros que cela (octets) n'est pas lu pour ce tableau : ses notes comptent quand même."""
POUR_CONCLURE = 3
"""Copies au moins pour dire que « tout le monde » ou « personne » réussit."""

CODE_ARRETE = "code_arrete"
_FAMILLE = re.compile(r"[a-z0-9_]{1,60}")
_ISSUE = re.compile(r"Ce qui s.est passé\s*:\s*(.+)", re.DOTALL)


@dataclass
class LigneExercice:
    """Un exercice : combien de copies corrigées, réussies, à revoir, vides, à lire ; moyenne des notes données."""

    identifiant: str
    titre: str
    sur: float
    carnet: str = ""
    reussis: int = 0
    a_revoir: int = 0
    vides: int = 0
    a_lire: int = 0
    points: list[float] = field(default_factory=list)

    @property
    def copies(self) -> int:
        return self.reussis + self.a_revoir + self.vides + self.a_lire

    @property
    def ecrites(self) -> int:
        """Les réponses écrites et notées (ni vides, ni à lire)."""
        return self.reussis + self.a_revoir

    @property
    def moyenne(self) -> float | None:
        """La moyenne des points ; `None` s'il reste des réponses à lire (elle serait celle des réponses vides)."""
        return statistics.fmean(self.points) if self.points and not self.a_lire else None


@dataclass(frozen=True)
class IdeeRecue:
    """Une idée reçue : l'exercice, le contrôle manqué, la famille d'erreur, combien d'élèves, une phrase exemple."""

    exercice: str
    titre: str
    controle: str
    famille: str
    eleves: int
    phrase: str


@dataclass(frozen=True)
class LignePari:
    """Un pari : ce que la classe a répondu (réponse -> combien), et ce qui s'est passé."""

    question: str
    reponses: list[tuple[str, int]]
    total: int
    resume: str
    issue: str


@dataclass
class Devoir:
    """Un devoir : élèves inscrits, copies rendues, leurs notes (exercice -> points), et ses exercices."""

    nom: str
    inscrits: int = 0
    rendues: int = 0
    a_lire: int = 0
    notes: list[dict[str, float]] = field(default_factory=list)
    exercices: dict[str, LigneExercice] = field(default_factory=dict)

    @property
    def lus(self) -> list[LigneExercice]:
        """Les exercices dont aucune réponse ne reste à lire."""
        return [e for e in self.exercices.values() if not e.a_lire]

    @property
    def sur_lus(self) -> float:
        return sum(e.sur for e in self.lus)

    @property
    def mediane(self) -> float | None:
        """La note du milieu, sur `sur_lus` points : une question encore à lire n'y compte pour personne."""
        if not self.notes or not self.sur_lus:
            return None
        return statistics.median(sum(copie.get(e.identifiant, 0.0) for e in self.lus) for copie in self.notes)

    @property
    def carnets(self) -> dict[str, list[LigneExercice]]:
        """Les exercices, carnet par carnet (un devoir peut en avoir deux, avec les mêmes titres)."""
        par_carnet: dict[str, list[LigneExercice]] = {}
        for ligne in self.exercices.values():
            par_carnet.setdefault(ligne.carnet, []).append(ligne)
        return par_carnet


@dataclass(frozen=True)
class Tableau:
    devoirs: list[Devoir]
    idees: list[IdeeRecue]
    paris: list[LignePari]

    @property
    def tous_reussissent(self) -> list[LigneExercice]:
        return [e for e in self._jugeables() if not e.a_revoir]

    @property
    def personne_ne_reussit(self) -> list[LigneExercice]:
        return [e for e in self._jugeables() if e.reussis == 0]

    def _jugeables(self) -> list[LigneExercice]:
        """Ce dont on peut conclure : tout est lu, et assez de copies ont une réponse."""
        lignes = [e for d in self.devoirs for e in d.exercices.values() if not e.a_lire]
        return [e for e in lignes if e.ecrites >= POUR_CONCLURE]


def mesurer(copies: Iterable[CopieNotee], chemin: Callable[[str, CopieNotee], Path]) -> Tableau:
    """Le tableau d'une classe. `chemin("autograded" ou "submitted", copie)` : le dossier d'une copie."""
    devoirs: dict[str, Devoir] = {}
    erreurs: dict[tuple[str, str, str], dict[str, str]] = defaultdict(dict)
    paris: dict[str, dict[str, Any]] = defaultdict(dict)
    issues: dict[str, Counter[str]] = defaultdict(Counter)
    for copie in copies:
        devoir = devoirs.setdefault(copie.devoir, Devoir(copie.devoir))
        devoir.inscrits += 1
        if copie.etat == NON_RENDU:
            continue
        devoir.rendues += 1
        devoir.a_lire += len(copie.a_lire)
        devoir.notes.append({e.exercice: e.points for e in copie.exercices if e.points is not None})
        corriges = _cellules(chemin("autograded", copie))
        rendus = _comptes_rendus(corriges)
        _compter_les_exercices(devoir, copie, rendus)
        _compter_les_erreurs(erreurs, copie.eleve, rendus)
        for identifiant, valeur in paris_d_une_copie(_cellules(chemin("submitted", copie))).items():
            paris[identifiant][copie.eleve] = valeur
        for identifiant, texte in _issues(corriges).items():
            issues[identifiant][texte] += 1
    return Tableau(list(devoirs.values()), _idees(erreurs), _lignes_des_paris(paris, issues))


# --- lire les copies, comme du texte ----------------------------------------------------------------


def _cellules(dossier: Path) -> list[dict[str, Any]]:
    """Les cellules de tous les carnets d'un dossier ; un fichier illisible, trop gros ou un lien est ignoré."""
    cellules: list[dict[str, Any]] = []
    for carnet in sorted(dossier.glob("*.ipynb")) if dossier.is_dir() else []:
        try:
            if carnet.is_symlink() or carnet.stat().st_size > TAILLE_MAX:
                continue
            lu = json.loads(carnet.read_text(encoding="utf-8-sig"))
            cellules += [c for c in lu["cells"] if isinstance(c, dict)]
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            continue
    return cellules


def _comptes_rendus(cellules: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    connus = {f"{vers_grade_id(identifiant)}-note": identifiant for identifiant in catalogue.tous()}
    trouves = {}
    for cellule in cellules:
        identifiant = connus.get(str(champ(cellule, "metadata", "nbgrader", "grade_id")), "")
        if identifiant and (rendu := lire_le_compte_rendu(cellule, identifiant)):
            trouves[identifiant] = rendu
    return trouves


def paris_d_une_copie(cellules: list[dict[str, Any]]) -> dict[str, Any]:
    """Les paris écrits dans une copie : `prevoir("donnees.combien", 12)` -> {"donnees.combien": 12}.

    Le code est lu par `ast`, jamais exécuté ; une cellule illisible ou un pari impossible ne compte pas.
    """
    trouves: dict[str, Any] = {}
    connus = catalogue.paris()
    for cellule in cellules:
        source = en_un_texte(cellule.get("source"))
        if cellule.get("cell_type") != "code" or "prevoir(" not in source or len(source) > 20_000:
            continue
        lignes = (ligne for ligne in source.splitlines() if not ligne.lstrip().startswith(("%", "!", "?")))
        try:
            arbre = ast.parse("\n".join(lignes))
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            continue
        for noeud in ast.walk(arbre):
            if isinstance(noeud, ast.Call) and getattr(noeud.func, "id", "") == "prevoir" and len(noeud.args) == 2:
                identifiant, valeur = (getattr(a, "value", None) for a in noeud.args)
                if isinstance(identifiant, str) and identifiant in connus and _possible(connus[identifiant], valeur):
                    trouves[identifiant] = valeur
    return trouves


def _possible(pari: Any, valeur: Any) -> bool:
    if pari.reponses is None:
        return type(valeur) in (int, float) and 0 <= valeur <= 100
    return isinstance(valeur, str) and valeur in pari.reponses


def _issues(cellules: list[dict[str, Any]]) -> dict[str, str]:
    """Ce qui s'est passé, pari par pari, tel que la copie corrigée l'a montré."""
    trouves = {}
    for cellule in cellules:
        source = en_un_texte(cellule.get("source"))
        for identifiant in catalogue.paris():
            for sortie in cellule.get("outputs") or [] if f'devoiler("{identifiant}"' in source else ():
                if m := _ISSUE.search(en_un_texte(champ(sortie, "data", "text/plain"))):
                    trouves[identifiant] = propre(m.group(1)).strip()[:600]
    return trouves


# --- compter ---------------------------------------------------------------------------------------


def _compter_les_exercices(devoir: Devoir, copie: CopieNotee, rendus: Mapping[str, dict[str, Any]]) -> None:
    juges = {note.carnet for note in copie.exercices if note.exercice in rendus}
    for note in copie.exercices:
        connu = catalogue.tous().get(note.exercice)
        titre = connu.titre if connu else note.exercice
        ligne = devoir.exercices.setdefault(note.exercice, LigneExercice(note.exercice, titre, note.sur, note.carnet))
        if note.points is None:
            ligne.a_lire += 1
            continue
        ligne.points.append(note.points)
        vide = rendus.get(note.exercice, {}).get("statut") == "non traité"
        if note.points == 0 and (isinstance(connu, QuestionOuverte) or note.carnet not in juges):
            vide = True  # rien d'écrit, ou rien qui se lise : fichier vide, carnet d'un autre module…
        if note.points >= note.sur:
            ligne.reussis += 1
        elif vide:
            ligne.vides += 1
        else:
            ligne.a_revoir += 1


def _compter_les_erreurs(
    erreurs: dict[tuple[str, str, str], dict[str, str]], eleve: str, rendus: Mapping[str, dict[str, Any]]
) -> None:
    for identifiant, rendu in rendus.items():
        exercice = catalogue.tous()[identifiant]
        codes = {c.code for c in exercice.controles} if isinstance(exercice, Exercice) else set()
        for echec in rendu["echecs"]:
            if echec["phrase"] and echec["controle"] in codes and _FAMILLE.fullmatch(echec["famille"]):
                erreurs[identifiant, echec["controle"], echec["famille"]][eleve] = echec["phrase"]
        if rendu["erreur"] and rendu["erreur"]["phrase"]:
            erreurs[identifiant, "", CODE_ARRETE][eleve] = rendu["erreur"]["phrase"]


def _idees(erreurs: Mapping[tuple[str, str, str], dict[str, str]]) -> list[IdeeRecue]:
    idees = []
    for (identifiant, controle, famille), par_eleve in erreurs.items():
        exercice = catalogue.tous()[identifiant]
        controles = exercice.controles if isinstance(exercice, Exercice) else ()
        libelles = {c.code: c.libelle or c.code.replace("_", " ") for c in controles}
        phrase = Counter(par_eleve.values()).most_common(1)[0][0]
        manque = libelles.get(controle, "le code s'est arrêté en route")
        nom = "arrêt du code" if famille == CODE_ARRETE else famille.replace("_", " ")
        idees.append(IdeeRecue(identifiant, exercice.titre, manque, nom, len(par_eleve), phrase))
    ordre = {identifiant: rang for rang, identifiant in enumerate(catalogue.tous())}
    return sorted(idees, key=lambda i: (-i.eleves, ordre[i.exercice], i.controle, i.famille))


def _lignes_des_paris(paris: Mapping[str, dict[str, Any]], issues: Mapping[str, Counter[str]]) -> list[LignePari]:
    lignes = []
    for identifiant, pari in catalogue.paris().items():
        valeurs = list(paris.get(identifiant, {}).values())
        if not valeurs and identifiant not in issues:
            continue
        issue = next(iter(dict(issues.get(identifiant, Counter()).most_common(1))), "")
        if pari.reponses is not None:
            comptes, resume = Counter(valeurs), ""
            reponses = [(phrase, comptes[v]) for v, phrase in pari.reponses.items()]
        else:
            reponses, resume = _en_tranches(valeurs)
        lignes.append(LignePari(pari.question, reponses, len(valeurs), resume, issue))
    return lignes


def _en_tranches(valeurs: list[float]) -> tuple[list[tuple[str, int]], str]:
    comptes = Counter(min(4, v // 20) for v in valeurs)
    phrases = [f"de {a} à moins de {a + 20} sur 100" for a in (0, 20, 40, 60)] + ["de 80 à 100 sur 100"]
    tranches = [(phrase, comptes[rang]) for rang, phrase in enumerate(phrases)]
    if not valeurs:
        return tranches, ""
    milieu, bas, haut = statistics.median(valeurs), min(valeurs), max(valeurs)
    return tranches, f"Du plus bas au plus haut : {bas:g} à {haut:g} sur 100 ; au milieu : {milieu:g}."


# --- la page ---


class TableauImpossible(CorrectionImpossible):
    """La page n'a pas pu être faite ; le message dit pourquoi."""

    code = 1


def lire_les_copies(dossiers: Any) -> list[CopieNotee]:
    """Les copies de la classe. Lève `TableauImpossible` si aucun devoir n'a encore été corrigé."""
    from nbgrader.api import Gradebook

    fichier = dossiers.db_url.removeprefix("sqlite:///")
    if fichier != dossiers.db_url and not Path(fichier).is_file():
        raise TableauImpossible(f"Pas encore de carnet de notes ({fichier}) : corrigez d'abord un devoir.")
    with Gradebook(dossiers.db_url, dossiers.course_id) as carnet:
        copies = lire_la_classe(carnet)
    if not any(c.rendu for c in copies):
        raise TableauImpossible("Aucune copie n'a encore été corrigée : lancez la correction d'abord.")
    return copies


def ecrire_la_page(tableau: Tableau) -> str:
    """La page HTML, complète et seule (ni script, ni image, ni adresse extérieure)."""
    return gabarit("tableau_de_bord.html.j2", serre=True).render(t=tableau)


@commande(
    "tableau-de-bord",
    __doc__,
    {"--sortie": {"type": chemin_entier, "help": f"la page (par défaut {DOSSIER_CLASSE}/{PAGE})"}},
    "Impossible d'écrire{cite} ({raison}).",
    code=1,
    racine="le dossier qui contient nbgrader_config.py",
)
def principal(choix: argparse.Namespace) -> int:
    """La commande `tableau-de-bord`."""
    if not (choix.racine / "nbgrader_config.py").is_file():
        raise TableauImpossible(
            f"« {choix.racine} » n'est pas un dossier de cours : il n'y a pas de nbgrader_config.py."
        )
    dossiers = application(choix.racine).coursedir

    def dossier(etape: str, copie: CopieNotee) -> Path:
        return Path(dossiers.format_path(getattr(dossiers, f"{etape}_directory"), copie.eleve, copie.devoir))

    page = ecrire_la_page(mesurer(lire_les_copies(dossiers), dossier))
    cible = choix.sortie or choix.racine / DOSSIER_CLASSE / PAGE
    try:
        ecrire_atomiquement(cible, page.encode("utf-8"))
    except OSError as erreur:
        raise TableauImpossible(f"Impossible d'écrire « {cible} » ({pourquoi(erreur)}).") from erreur
    print(f"Le tableau de bord est dans {cible} : ouvrez-le dans un navigateur. Aucun nom d'élève n'y est écrit.")
    return 0
