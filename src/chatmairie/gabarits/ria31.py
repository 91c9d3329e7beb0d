"""Le gabarit des exercices `*.ria31` : relier trois critères au récit, à une personne lésée et à une preuve.

Plusieurs réponses se défendent : pour chaque critère, le juge tient un ensemble de phrases, de personnes et de
preuves acceptables. Il nomme la ligne qui ne tient pas, et ce qui n'y tient pas, jamais ce qu'il fallait écrire. Chaque
module apporte ses codes et ses liens (`exercices/ria31.py`) ; ce qui les juge est ici, une seule fois.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from numpy.random import Generator

from chatmairie import formes
from chatmairie.exercice import (
    Constat,
    Controle,
    Entrees,
    Exercice,
    FormeInattendue,
    Mondes,
    Productions,
    Reponse,
    Sujet,
)
from chatmairie.exigences import accorder, sans_accents
from chatmairie.jugement import controle_de_forme

DEMANDES = 3
ENFREINTS = 8
HORS_SUJET = 4

INDICES = (
    "Un critère n'est pas une étiquette : s'il avait été suivi, une personne précise n'aurait pas été lésée.",
    "Recommandation : pour chaque critère, demander la preuve que l'on pourrait vérifier soi-même, et se "
    "méfier des déclarations.",
    'Trois fois {"critere": "…", "phrase": "R…", "personne": "…", "preuve": "…"}. Quatre critères parlent '
    "d'autre chose que de cette histoire.",
)


@dataclass(frozen=True)
class Lien:
    """Ce qui est acceptable pour un critère : phrases, personnes, preuves (des codes)."""

    phrases: frozenset[str]
    personnes: frozenset[str]
    preuves: frozenset[str]


def lien(phrases: str, personnes: Iterable[str], preuves: str) -> Lien:
    """Un lien, à partir de codes séparés par des espaces (les personnes : une collection de codes)."""
    return Lien(frozenset(phrases.split()), frozenset(personnes), frozenset(preuves.split()))


@dataclass(frozen=True, eq=False)
class Codes:
    """Ce que l'apprenant relie : codes et textes des phrases, personnes et preuves, et les critères proposés."""

    criteres: tuple[str, ...]
    phrases: Mapping[str, str]
    personnes: Mapping[str, str]
    preuves: Mapping[str, str]


CODES: dict[str, Codes] = {}
"""Par identifiant d'exercice : ce que montre le carnet (voir `gabarits/criteres.py`)."""


def exercice_ria31(
    *,
    identifiant: str,
    phrases: Mapping[str, str],
    personnes: Mapping[str, str],
    preuves: Mapping[str, str],
    ne_prouve_rien: Mapping[str, str],
    abstraites: Mapping[str, str],
    liens: Mapping[str, Lien],
    hors_sujet: Iterable[str],
    mondes: Mondes,
    indices: tuple[str, str, str] | None = None,
) -> Exercice:
    """L'exercice `ria31` d'un module (3 points).

    phrases, personnes, preuves : code -> texte. ne_prouve_rien : code de preuve -> ce qu'elle ne montre pas.
    abstraites : code de personne -> pourquoi ce n'est personne. liens : critère enfreint -> ce qui est acceptable.
    hors_sujet : critères proposés qui ne parlent pas de cette histoire.
    Lève `ValueError` si un lien cite un code inconnu, ou s'il n'y a pas huit critères enfreints et quatre hors sujet.
    """
    hors_sujet = tuple(hors_sujet)
    _verifier(identifiant, phrases, personnes, preuves, ne_prouve_rien, abstraites, liens, hors_sujet)
    proposes = tuple(sorted((*liens, *hors_sujet), key=lambda c: c[::-1]))  # mêlés, toujours dans le même ordre
    codes = CODES[identifiant] = Codes(proposes, dict(phrases), dict(personnes), dict(preuves))
    return Exercice(
        identifiant=identifiant,
        titre="Ce que le référentiel aurait demandé",
        niveau=1,
        duree_min=6,
        criteres=tuple(liens),
        indices=indices or INDICES,
        productions=("RIA31",),
        mondes=mondes,
        sujet=_sujet,
        repondre=_repondre(codes),
        controles=(
            controle_de_forme(0.25),
            Controle("trois_criteres_distincts", 0.25, _distincts, ("forme",), "trois critères différents"),
            Controle(
                "preuves_recevables",
                0.25,
                _recevables(dict(ne_prouve_rien), dict(abstraites)),
                ("forme",),
                "des preuves, et des personnes",
            ),
            *_trois_liens(dict(liens)),
        ),
    )


def ne_tient_pas(liens: Mapping[str, Lien], reponse: Mapping[str, str]) -> tuple[str, ...]:
    """« critere » s'il est hors sujet ; sinon, de « phrase », « personne » et « preuve », ce qui ne va pas avec lui."""
    attendu = liens.get(reponse["critere"])
    if attendu is None:
        return ("critere",)
    acceptes = {"phrase": attendu.phrases, "personne": attendu.personnes, "preuve": attendu.preuves}
    return tuple(cle for cle, connus in acceptes.items() if reponse[cle] not in connus)


def tient(liens: Mapping[str, Lien], reponse: Mapping[str, str]) -> bool:
    """Vrai si ce critère, cette phrase, cette personne et cette preuve vont ensemble."""
    return not ne_tient_pas(liens, reponse)


_CE_QUI_NE_TIENT_PAS = {
    "critere": "ce critère parle d'autre chose que de cette histoire",
    "phrase": "la phrase n'enfreint pas ce critère",
    "personne": "cette personne n'est pas de celles que ce critère aurait protégées ici",
    "preuve": "ce document ne montrerait pas que ce critère est suivi",
}


def _verifier(identifiant, phrases, personnes, preuves, ne_prouve_rien, abstraites, liens, hors_sujet) -> None:
    if len(liens) != ENFREINTS or len(hors_sujet) != HORS_SUJET or set(liens) & set(hors_sujet):
        raise ValueError(
            f"{identifiant} : il faut {ENFREINTS} critères enfreints et {HORS_SUJET} hors sujet, distincts."
        )
    for critere, attendu in liens.items():
        inconnus = (
            (attendu.phrases - set(phrases))
            | (attendu.personnes - set(personnes) | attendu.personnes & set(abstraites))
            | (attendu.preuves - set(preuves) | attendu.preuves & set(ne_prouve_rien))
        )
        if inconnus or not (attendu.phrases and attendu.personnes and attendu.preuves):
            raise ValueError(
                f"{identifiant}, {critere} : codes vides, inconnus ou sans valeur de preuve : {sorted(inconnus)}."
            )
    if set(ne_prouve_rien) - set(preuves) or set(abstraites) - set(personnes):
        raise ValueError(f"{identifiant} : une preuve vaine ou une personne abstraite n'est pas dans les codes.")


def _sujet(_hasard: Generator, _monde: Any) -> Sujet:
    return Sujet(entrees={}, verite={})


def _repondre(codes: Codes) -> Callable[[Productions, Entrees], Reponse]:
    def repondre(productions: Productions, _entrees: Entrees) -> Reponse:
        lignes = formes.liste(formes.lignes_de_table(productions["RIA31"]), "RIA31")
        autres = [ligne for ligne in lignes if not isinstance(ligne, dict)]
        if autres:
            raise FormeInattendue(
                "Chaque ligne de `RIA31` est un dictionnaire, "
                '{"critere": "…", "phrase": "…", "personne": "…", "preuve": '
                f'"…"}} ; l\'une des vôtres est {formes.decrire(autres[0])}.'
            )
        if len(lignes) != DEMANDES:
            raise FormeInattendue(
                "`RIA31` est une liste de trois dictionnaires ; elle contient "
                f"{accorder(len(lignes), 'élément', 'éléments')}."
            )
        return {"liens": [_lire(codes, i, ligne) for i, ligne in enumerate(lignes, 1)]}

    return repondre


def _lire(codes: Codes, rang: int, ligne: dict[str, Any]) -> dict[str, str]:
    lus = {}
    for cle, connus in (
        ("critere", codes.criteres),
        ("phrase", codes.phrases),
        ("personne", codes.personnes),
        ("preuve", codes.preuves),
    ):
        valeur = ligne.get(cle)
        if not isinstance(valeur, str) or not valeur.strip():
            raise FormeInattendue(f"Critère n° {rang} : il manque « {cle} » (un code entre guillemets).")
        trouve = {sans_accents(c): c for c in connus}.get(sans_accents(valeur))
        if trouve is None:
            raise FormeInattendue(
                f"Critère n° {rang} : « {valeur} » n'est pas un code de « {cle} ». Les codes : {', '.join(connus)}."
            )
        lus[cle] = trouve
    return lus


def _distincts(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    if len({un["critere"] for un in reponse["liens"]}) == DEMANDES:
        return None
    return Constat(
        "critere_repete",
        "Le même critère revient deux fois : une seule faiblesse est regardée, et les personnes lésées par les "
        "autres attendront.",
        essayer="Trois critères différents.",
    )


def _recevables(
    ne_prouve_rien: Mapping[str, str], abstraites: Mapping[str, str]
) -> Callable[[Sujet, Reponse], Constat | None]:
    def examiner(_sujet: Sujet, reponse: Reponse) -> Constat | None:
        for un in reponse["liens"]:
            if un["preuve"] in ne_prouve_rien:
                return Constat(
                    "preuve_vaine",
                    ne_prouve_rien[un["preuve"]],
                    essayer="Que pourriez-vous vérifier vous-même, sans croire personne ?",
                )
        for un in reponse["liens"]:
            if un["personne"] in abstraites:
                return Constat("personne_abstraite", abstraites[un["personne"]], essayer="Reprenez l'exercice 1.")
        return None

    return examiner


def _trois_liens(liens: Mapping[str, Lien]) -> tuple[Controle, ...]:
    return (
        Controle("un_lien_tient", 0.75, _tiennent(liens, 1), ("forme",), "un lien tient"),
        Controle("deux_liens_tiennent", 0.75, _tiennent(liens, 2), ("un_lien_tient",), "deux liens tiennent"),
        Controle("trois_liens_tiennent", 0.75, _tiennent(liens, 3), ("deux_liens_tiennent",), "trois liens tiennent"),
    )


def _tiennent(liens: Mapping[str, Lien], combien: int) -> Callable[[Sujet, Reponse], Constat | None]:
    def examiner(_sujet: Sujet, reponse: Reponse) -> Constat | None:
        lignes = reponse["liens"]
        tenus = len({un["critere"] for un in lignes if tient(liens, un)})  # un critère répété ne compte qu'une fois
        if tenus >= combien:
            return None
        defauts = [
            f"ligne {rang} : {', '.join(_CE_QUI_NE_TIENT_PAS[quoi] for quoi in manques)}"
            for rang, un in enumerate(lignes, 1)
            if (manques := ne_tient_pas(liens, un))
        ]
        repetes = len({un["critere"] for un in lignes}) < DEMANDES
        return Constat(
            f"{tenus}_sur_trois",
            f"{('Aucun des trois liens ne tient', 'Un lien sur trois tient', 'Deux liens sur trois tiennent')[tenus]} "
            ": un critère, la phrase qui l'enfreint, quelqu'un que cela lèse, et la preuve que l'on irait "
            "chercher.",
            observe=_en_phrase([*defauts, *["un critère répété ne compte qu'une fois"] * repetes]),
            essayer="Pour chaque ligne, lisez d'une traite : « cette phrase enfreint ce critère, cette personne "
            "en souffre, et ce document montrerait que c'est réparé ».",
        )

    return examiner


def _en_phrase(morceaux: list[str]) -> str:
    suite = " ; ".join(morceaux)
    return f"{suite[0].upper()}{suite[1:]}."
