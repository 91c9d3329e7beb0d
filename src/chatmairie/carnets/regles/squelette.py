"""Le squelette d'un carnet : ses parties, dans l'ordre, aucune vide ni en attente."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chatmairie.carnets.regles.commun import Contexte, Probleme, texte_sans_regions
from chatmairie.carnets.regles.textes import titres


@dataclass(frozen=True)
class Profil:
    """Ce qu'on attend d'un genre de carnet.

    parties : titres de niveau 2, dans l'ordre (un titre peut continuer après « : »).
    points : total des cellules notées, ou None si rien n'est imposé.
    paris : nombre minimal d'appels de `prevoir`.
    droit : vrai si le carnet doit dire une fois ce qui est à faire valider, et la date de vérification.
    """

    parties: tuple[str, ...]
    points: float | None = 20.0
    paris: int = 0
    droit: bool = False


_TETE = ("Objectifs", "Durée, prérequis, niveau")
_FIN = "Pour aller plus loin"

ECHEC = Profil(
    parties=(
        *_TETE,
        "Ce qu'on voulait",
        "Avant de regarder",
        "Ce qu'on a fait",
        "Ce qu'on a obtenu",
        "Diagnostic",
        "Ce qu'on aurait pu faire : et pour notre projet ?",
        "Rejouons",
        "À deux, trois minutes",
        "Question ouverte",
        "À retenir",
        "Et pour votre projet ?",
        _FIN,
    ),
    paris=3,
    droit=True,
)
ACCUEIL = Profil(
    parties=(
        *_TETE,
        "L'histoire",
        "Qu'est-ce qui pourrait échouer ?",
        "Le RIA31",
        "Votre numéro",
        "Premier exercice",
        "À retenir",
        _FIN,
    ),
    points=None,
)
BILAN = Profil(
    parties=(
        *_TETE,
        "Prenons du recul",
        "Bravo pour ce résultat !",
        "Les cinq échecs côte à côte",
        "Vos paris",
        "À désactiver d'urgence, et à refaire !",
        "Question ouverte",
        "Ce qu'il faut retenir du RIA 31",
        _FIN,
    ),
)
EXPRESS = Profil(
    parties=(
        *_TETE,
        "1. Le choix de l'IA",
        "2. Les données",
        "3. Le design",
        "4. L'acte de naissance",
        "5. La campagne",
        "6. Éteindre",
        "Votre bilan",
        _FIN,
    ),
    points=None,
)
PROFILS = {"00_accueil": ACCUEIL, "05_bilan": BILAN, "06_express": EXPRESS}
"""Carnets qui ont leur propre squelette ; tous les autres suivent celui d'un échec."""

_VERBES_VAGUES = {
    "comprendre",
    "connaître",
    "savoir",
    "découvrir",
    "appréhender",
    "maîtriser",
    "être",
    "prendre",
    "réfléchir",
    "sensibiliser",
    "apprendre",
}
_EN_ATTENTE = re.compile(
    r"\b(?:TODO|FIXME|XXX|TBD|placeholder|lorem ipsum)\b|\[(?:à compléter|à écrire|à venir)\]", re.I
)
_VIDE_DE_SENS = re.compile(r"[\s.…\-*_]*(?:(?:à|a) (?:compléter|écrire|venir|faire|rédiger)|n/?a)?[\s.…\-*_]*", re.I)
_DUREE = re.compile(r"\b[1-9]\d*\s*(?:min\b|minutes?\b|h\b|heures?\b)")
_VALIDER = re.compile(r"à faire valider par", re.I)
_VERIFIE = re.compile(r"\bdroit\b[^.]{0,80}?\bvérifié le\s+\d{1,2}(?:er)?\s+\w+\s+20\d\d", re.I | re.S)
_SYNTHETIQUES = re.compile(r"\bdonnées\s+(?:\w+\s+)?synthétiques\b", re.I)
_ENCADRE_DE_DROIT = re.compile(r"^>?\s*(?:#+\s*)?\**\s*La règle\b", re.M)
ENCADRES_MAX = 3


def profil_de(nom: str) -> Profil:
    """Le profil d'un carnet d'après son nom."""
    return PROFILS.get(nom, ECHEC)


def verifier(contexte: Contexte) -> Iterator[Probleme]:
    """Toutes les règles du squelette."""
    profil = profil_de(contexte.carnet.nom)
    parties = list(_parties(contexte))
    yield from _question_de_depart(contexte, parties)
    yield from _ordre(contexte, profil, parties)
    yield from _contenu(contexte, parties)
    yield from _objectifs_et_duree(contexte, parties)
    yield from _promesses(contexte, profil, parties)


@dataclass(frozen=True)
class _Partie:
    titre: str
    niveau: int
    lieu: tuple
    corps: str  # textes et code, titres retirés
    a_du_code: bool
    a_un_sous_titre: bool


def _parties(contexte: Contexte) -> Iterator[_Partie]:
    """Ce qui suit chaque titre, jusqu'au titre suivant."""
    marques = list(titres(contexte))
    par_cellule: dict[int, list] = {}
    for cellule, ligne, niveau, texte in marques:
        par_cellule.setdefault(cellule.numero, []).append((ligne, niveau, texte))
    courante: list | None = None
    for cellule in contexte.carnet.cellules:
        lignes = texte_sans_regions(cellule.texte).split("\n") if cellule.genre == "markdown" else []
        debuts = {ligne: (niveau, texte) for ligne, niveau, texte in par_cellule.get(cellule.numero, [])}
        for rang, ecrite in enumerate(lignes):
            if rang in debuts:
                niveau, texte = debuts[rang]
                if courante:
                    yield _fermer(courante, niveau)
                courante = [texte, niveau, (cellule, rang), [], False]
            elif courante:
                courante[3].append(ecrite)
        if cellule.genre == "code" and courante:
            courante[3].append(cellule.texte)
            courante[4] = True
    if courante:
        yield _fermer(courante, 1)


def _fermer(courante: list, niveau_suivant: int) -> _Partie:
    titre, niveau, lieu, corps, code = courante
    return _Partie(titre, niveau, lieu, "\n".join(corps), code, niveau_suivant > niveau)


def _ordre(contexte: Contexte, profil: Profil, parties: list[_Partie]) -> Iterator[Probleme]:
    attendues = list(profil.parties)
    rang = 0
    for partie in (p for p in parties if p.niveau == 2):
        trouve = next((i for i, a in enumerate(attendues) if correspond(partie.titre, a)), None)
        cellule, ligne = partie.lieu
        if trouve is None:
            phrase = f"« {partie.titre} » n'est pas une partie du squelette : prenez un titre de niveau 3."
            yield contexte.probleme(cellule, phrase, ligne)
        elif trouve < rang:
            yield contexte.probleme(cellule, f"« {partie.titre} » vient trop tard, ou deux fois.", ligne)
        else:
            for absente in attendues[rang:trouve]:
                yield contexte.probleme(cellule, f"il manque la partie « {absente} » avant « {partie.titre} ».", ligne)
            rang = trouve + 1
    for absente in attendues[rang:]:
        yield contexte.general(f"il manque la partie « {absente} ».")


def correspond(titre: str, attendu: str) -> bool:
    """Vrai si `titre` est la partie attendue, éventuellement continuée après « : » ou « , »."""
    titre, attendu = _simple(titre), _simple(attendu)
    return titre == attendu or any(titre.startswith(attendu + suite) for suite in (" :", ":", ", ", " ("))


def _simple(titre: str) -> str:
    titre = titre.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")
    return re.sub(r"\s+", " ", titre).strip().casefold()


def _question_de_depart(contexte: Contexte, parties: list[_Partie]) -> Iterator[Probleme]:
    premier = next((p for p in parties if p.niveau == 1), None)
    if premier and "?" not in premier.titre + premier.corps:
        cellule, ligne = premier.lieu
        yield contexte.probleme(
            cellule, "le titre est suivi de la question à laquelle le carnet répond (« ? »).", ligne
        )


def _contenu(contexte: Contexte, parties: list[_Partie]) -> Iterator[Probleme]:
    for partie in parties:
        cellule, ligne = partie.lieu
        if _VIDE_DE_SENS.fullmatch(partie.corps) and not (partie.a_du_code or partie.a_un_sous_titre):
            yield contexte.probleme(cellule, f"la partie « {partie.titre} » est vide.", ligne)
    for cellule in contexte.carnet.cellules:
        for rang, ligne in enumerate(cellule.texte.split("\n")):
            if trouve := _EN_ATTENTE.search(ligne):
                yield contexte.probleme(cellule, f"texte en attente : « {trouve.group()} ».", rang)


def _objectifs_et_duree(contexte: Contexte, parties: list[_Partie]) -> Iterator[Probleme]:
    for partie in parties:
        cellule, ligne = partie.lieu
        if correspond(partie.titre, _TETE[0]):
            points = re.findall(r"^\s*(?:[-*+]|\d+[.)])\s+\**([\w'’]+)", partie.corps, re.M)
            if not points:
                yield contexte.probleme(cellule, "les objectifs sont une liste, un verbe observable par ligne.", ligne)
            for verbe in points:
                if verbe.casefold() in _VERBES_VAGUES or not re.search(r"(?:er|ir|re)$", verbe.casefold()):
                    phrase = (
                        f"objectif « {verbe} … » : commencez par un verbe que l'on peut observer (mesurer, écrire…)."
                    )
                    yield contexte.probleme(cellule, phrase, ligne)
        if correspond(partie.titre, _TETE[1]) and not _DUREE.search(partie.corps.replace("\u00a0", " ")):
            yield contexte.probleme(cellule, "la durée se dit en minutes (« 60 minutes »).", ligne)


def _promesses(contexte: Contexte, profil: Profil, parties: list[_Partie]) -> Iterator[Probleme]:
    code = "\n".join(c.texte for c in contexte.codes)
    texte = "\n".join(c.texte for c in contexte.textes).replace("\u00a0", " ")
    paris = len(re.findall(r"^\s*prevoir\(", code, re.M))
    if paris < profil.paris:
        yield contexte.general(f"{paris} pari(s) (`prevoir`) : il en faut au moins {profil.paris}.")
    fin = next((p for p in parties if correspond(p.titre, _FIN)), None)
    principal = texte.split(fin.titre, 1)[0] if fin else texte
    encadres = len(_ENCADRE_DE_DROIT.findall(principal)) + len(re.findall(r"\bCarteLoi\(", code))
    if encadres > ENCADRES_MAX:
        yield contexte.general(f"{encadres} encadrés « La règle » : {ENCADRES_MAX} au plus avant « {_FIN} ».")
    if not profil.droit:
        return
    if not _SYNTHETIQUES.search(texte):
        yield contexte.general("le carnet doit dire « données synthétiques ».")
    validations = len(_VALIDER.findall(texte))
    if validations != 1:
        yield contexte.general(f"« À faire valider par … » est dit {validations} fois : une fois par carnet.")
    fin_entiere = texte[texte.rfind(fin.titre) :] if fin else ""
    if not _VERIFIE.search(fin_entiere):
        yield contexte.general(f"« {_FIN} » doit dire « droit vérifié le » et une date (« 3 mars 2026 »).")
