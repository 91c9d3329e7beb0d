"""L'audit d'un projet : des réponses, des preuves, et ce qu'il manque d'abord.

Règles : « oui » sans preuve compte pour « partiel » ; « sans objet » demande une raison ; une case vide est un manque.
Score d'un groupe de critères = (oui + la moitié des partiels) / critères qui le concernent, sans réponse compris :
on ne gagne rien à laisser des cases vides. « Sans objet » (avec sa raison) ne compte ni pour ni contre.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from . import modeles as m
from .acces import critere as _critere
from .lecture import charger

Valeur = Literal["oui", "partiel", "non", "sans objet", "sans réponse"]
VALEURS: tuple[Valeur, ...] = ("oui", "partiel", "non", "sans objet", "sans réponse")
_POIDS: dict[str, float] = {"oui": 1.0, "partiel": 0.5, "non": 0.0, "sans réponse": 0.0}
_SYNONYMES: dict[str, Valeur] = {
    "oui": "oui",
    "o": "oui",
    "partiel": "partiel",
    "partielle": "partiel",
    "partiellement": "partiel",
    "en partie": "partiel",
    "p": "partiel",
    "non": "non",
    "n": "non",
    "sans objet": "sans objet",
    "so": "sans objet",
    "s.o.": "sans objet",
    "non applicable": "sans objet",
    "n/a": "sans objet",
    "na": "sans objet",
    "": "sans réponse",
    "sans reponse": "sans réponse",
}
_CREUX = {
    "",
    "-",
    "--",
    ".",
    "?",
    "x",
    "ok",
    "oui",
    "non",
    "na",
    "n/a",
    "nc",
    "ras",
    "neant",
    "aucun",
    "aucune",
    "rien",
    "a faire",
    "todo",
    "en cours",
    "prevu",
    "c'est prevu",
    "pas de preuve",
    "aucune preuve",
    "sans objet",
}
_URGENCE = {"non": 0, "sans réponse": 1, "partiel": 2}
_EFFORT = {"simple": 0, "moyen": 1, "difficile": 2}


def sans_accents(texte: str) -> str:
    """Minuscules, sans accents ni espaces en trop, apostrophes droites."""
    plat = unicodedata.normalize("NFKD", texte.replace("’", "'").replace("\u00a0", " ").replace("\u202f", " "))
    return " ".join("".join(c for c in plat if not unicodedata.combining(c)).lower().split())


def lire_valeur(ecrit: Any) -> Valeur:
    """« Oui », « n/a », « En partie »… -> la valeur. Lève `ValueError` si le mot n'est pas prévu."""
    if isinstance(ecrit, bool):
        return "oui" if ecrit else "non"
    if ecrit is not None and not isinstance(ecrit, str):
        raise TypeError(f"Une réponse est un mot (oui, partiel, non, sans objet), pas {type(ecrit).__name__}.")
    cle = sans_accents(ecrit or "")
    if cle not in _SYNONYMES:
        raise ValueError(f"Réponse « {ecrit} » non comprise : écrivez oui, partiel, non ou sans objet.")
    return _SYNONYMES[cle]


def preuve_creuse(preuve: str) -> bool:
    """Vrai pour une preuve absente ou de pure forme (« ok », « à faire », « - »)."""
    return sans_accents(preuve).strip(" .!") in _CREUX


@dataclass(frozen=True)
class Reponse:
    """Ce qu'une équipe répond à un critère. preuve : où la trouver ; ou, pour « sans objet », la raison."""

    valeur: str
    preuve: str = ""
    responsable: str = ""
    echeance: str = ""
    commentaire: str = ""


@dataclass(frozen=True)
class Ligne:
    """Un critère et ce qui en est retenu. `remarque` dit pourquoi la valeur retenue diffère de la réponse."""

    critere: m.Critere
    donnee: Valeur
    retenue: Valeur
    reponse: Reponse
    remarque: str = ""


@dataclass(frozen=True)
class Score:
    """Un groupe de critères. `part` va de 0 à 1, ou vaut None si aucun critère ne concerne le projet."""

    nom: str
    comptes: Mapping[str, int]

    @property
    def concernes(self) -> int:
        return sum(n for v, n in self.comptes.items() if v != "sans objet")

    @property
    def part(self) -> float | None:
        if not self.concernes:
            return None
        return sum(_POIDS[v] * n for v, n in self.comptes.items() if v != "sans objet") / self.concernes


def _score(nom: str, lignes: list[Ligne]) -> Score:
    return Score(nom, {v: sum(ligne.retenue == v for ligne in lignes) for v in VALEURS})


@dataclass(frozen=True)
class Bilan:
    """Le bilan d'un audit. Se montre dans un carnet ; s'exporte (`exporter_csv`, `exporter_html`).

    lignes : une par critère de la grille, dans l'ordre. nom : celui du projet. anomalies : ce qui n'a pas pu être lu.
    """

    lignes: tuple[Ligne, ...]
    nom: str = "Mon projet"
    anomalies: tuple[str, ...] = field(default=())

    @property
    def total(self) -> Score:
        return _score("Ensemble", list(self.lignes))

    def par_famille(self) -> list[Score]:
        """Un score par famille, dans l'ordre de la grille."""
        familles = charger().grille.familles
        return [_score(f.nom, [x for x in self.lignes if x.critere.famille == cle]) for cle, f in familles.items()]

    def par_odd(self) -> list[Score]:
        """Un score par ODD qu'au moins un critère adresse ; un critère compte pour chacun des siens."""
        odd = charger().odd
        return [
            _score(f"ODD {n}. {o.titre}", lignes)
            for n, o in odd.items()
            if (lignes := [x for x in self.lignes if n in x.critere.odd])
        ]

    def ecarts(self) -> list[Ligne]:
        """Ce qui manque, dans l'ordre où s'en occuper : non, sans réponse, partiel ; le plus simple d'abord."""
        manques = [x for x in self.lignes if x.retenue in _URGENCE]
        return sorted(manques, key=lambda x: (_URGENCE[x.retenue], _EFFORT[x.critere.difficulte]))

    def exporter_csv(self, chemin: Any, remplacer: bool = False) -> Any:
        """Écrit le bilan en CSV de tableur français. Lève `FileExistsError` si le fichier existe (sauf `remplacer`)."""
        from .grille import ecrire_bilan

        return ecrire_bilan(self, chemin, remplacer=remplacer)

    def exporter_html(self, chemin: Any, remplacer: bool = False) -> Any:
        """Écrit une page HTML autonome et accessible. Lève `FileExistsError` si elle existe (sauf `remplacer`)."""
        from .rapport import ecrire_rapport

        return ecrire_rapport(self, chemin, remplacer=remplacer)

    def affichage(self) -> Any:
        """L'objet d'affichage : manques d'abord, scores, figure et son équivalent texte."""
        from .rapport import affichage

        return affichage(self)

    def _repr_html_(self) -> str:
        return self.affichage()._repr_html_()

    def __repr__(self) -> str:
        return repr(self.affichage())


def _en_reponse(ident: str, valeur: Any) -> Reponse:
    if isinstance(valeur, Reponse):
        return valeur
    if isinstance(valeur, Mapping):
        inconnus = set(valeur) - {"valeur", "reponse", *Reponse.__dataclass_fields__}
        if inconnus:
            raise ValueError(
                f"{ident} : champ « {sorted(map(str, inconnus))[0]} » inconnu (valeur, preuve, responsable…)."
            )
        champs = {("valeur" if k == "reponse" else k): v for k, v in valeur.items()}
        if "valeur" not in champs:
            raise ValueError(f"{ident} : il manque la réponse (valeur : oui, partiel, non ou sans objet).")
        return Reponse(**champs)
    if isinstance(valeur, (tuple, list)):
        if not 1 <= len(valeur) <= 2:
            raise ValueError(f"{ident} : attendu (réponse, preuve).")
        return Reponse(*valeur)
    return Reponse(valeur)


def _retenir(c: m.Critere, reponse: Reponse) -> Ligne:
    for nom in ("preuve", "responsable", "echeance", "commentaire"):
        if not isinstance(getattr(reponse, nom), str):
            raise TypeError(f"{c.identifiant} : « {nom} » est un texte, pas {type(getattr(reponse, nom)).__name__}.")
    try:
        donnee = lire_valeur(reponse.valeur)
    except (TypeError, ValueError) as erreur:
        raise type(erreur)(f"{c.identifiant} : {erreur}") from None
    if donnee == "oui" and preuve_creuse(reponse.preuve):
        return Ligne(c, donnee, "partiel", reponse, "« Oui » sans preuve : compté comme partiel.")
    if donnee == "sans objet" and preuve_creuse(reponse.preuve):
        return Ligne(c, donnee, "sans réponse", reponse, "« Sans objet » sans raison : compté comme sans réponse.")
    return Ligne(c, donnee, donnee, reponse)


def auditer(reponses: Mapping[str, Any], nom: str = "Mon projet", anomalies: tuple[str, ...] = ()) -> Bilan:
    """Le bilan d'un projet.

    reponses : identifiant -> « oui », (« oui », preuve), un dictionnaire ou une `Reponse` ; un critère absent est
    « sans réponse ». Lève `ValueError` ou `TypeError`, en français, pour un identifiant inconnu, deux réponses au même
    critère, ou un mot non prévu.
    """
    if not isinstance(reponses, Mapping):
        raise TypeError("Les réponses vont dans un dictionnaire : identifiant du critère -> (réponse, preuve).")
    if not isinstance(nom, str) or not nom.strip():
        raise ValueError("Le nom du projet est un texte non vide.")
    donnees: dict[str, Reponse] = {}
    for ident, valeur in reponses.items():
        cle = _critere(ident).identifiant
        if cle in donnees:
            raise ValueError(f"{cle} : deux réponses ; gardez-en une.")
        donnees[cle] = _en_reponse(cle, valeur)
    lignes = tuple(_retenir(c, donnees.get(i, Reponse(""))) for i, c in charger().criteres.items())
    return Bilan(lignes, nom.strip(), tuple(anomalies))
