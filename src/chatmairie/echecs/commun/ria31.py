"""Le gabarit des exercices `*.ria31` : relier trois critères au récit, à une personne lésée et à une preuve.

Plusieurs réponses se défendent : pour chaque critère, le juge tient un ensemble de phrases, de personnes et de
preuves acceptables. Il dit combien des trois liens tiennent, et nomme la première ligne qui ne tient pas, avec ce qui
n'y tient pas ; jamais ce qui tiendrait. Chaque module apporte ses codes et ses liens (`exercices/ria31.py`) ; ce qui
les juge est ici, une seule fois.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from numpy.random import Generator

from chatmairie.juge import formes
from chatmairie.juge.exercice import (
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
from chatmairie.juge.jugement import controle_de_forme
from chatmairie.langue.mots import accorder, sans_accents

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


def ne_tient_pas(liens: Mapping[str, Lien], un: Mapping[str, str]) -> list[str]:
    """Ce qui, dans cette ligne, ne va pas avec son critère : « critere » s'il est hors sujet, sinon « phrase »,
    « personne », « preuve » ; vide si tout va ensemble."""
    attendu = liens.get(un["critere"])
    if attendu is None:
        return ["critere"]
    parts = {"phrase": attendu.phrases, "personne": attendu.personnes, "preuve": attendu.preuves}
    return [part for part, acceptables in parts.items() if un[part] not in acceptables]


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
    compte = Counter(un["critere"] for un in reponse["liens"])
    critere, fois = compte.most_common(1)[0]
    if fois == 1:
        return None
    return Constat(
        "critere_repete",
        f"Le même critère, {critere}, revient {'deux' if fois == 2 else 'trois'} fois : une seule faiblesse est "
        "regardée, et les personnes lésées par les autres attendront.",
        essayer="Trois critères différents.",
    )


def _recevables(
    ne_prouve_rien: Mapping[str, str], abstraites: Mapping[str, str]
) -> Callable[[Sujet, Reponse], Constat | None]:
    def examiner(_sujet: Sujet, reponse: Reponse) -> Constat | None:
        for rang, un in enumerate(reponse["liens"], 1):
            if un["preuve"] in ne_prouve_rien:
                return Constat(
                    "preuve_vaine",
                    f"Ligne n° {rang}, la preuve : {_minuscule(ne_prouve_rien[un['preuve']])}",
                    essayer="Que pourriez-vous vérifier vous-même, sans croire personne ?",
                )
        for rang, un in enumerate(reponse["liens"], 1):
            if un["personne"] in abstraites:
                phrase = f"Ligne n° {rang}, la personne : {_minuscule(abstraites[un['personne']])}"
                return Constat("personne_abstraite", phrase, essayer="Reprenez l'exercice 1.")
        return None

    return examiner


def _minuscule(phrase: str) -> str:
    return phrase[:1].lower() + phrase[1:]


def _trois_liens(liens: Mapping[str, Lien]) -> tuple[Controle, ...]:
    return (
        Controle("un_lien_tient", 0.75, _tiennent(liens, 1), ("forme",), "un lien tient"),
        Controle("deux_liens_tiennent", 0.75, _tiennent(liens, 2), ("un_lien_tient",), "deux liens tiennent"),
        Controle("trois_liens_tiennent", 0.75, _tiennent(liens, 3), ("deux_liens_tiennent",), "trois liens tiennent"),
    )


def _tiennent(liens: Mapping[str, Lien], combien: int) -> Callable[[Sujet, Reponse], Constat | None]:
    def examiner(_sujet: Sujet, reponse: Reponse) -> Constat | None:
        tenus = {un["critere"] for un in reponse["liens"] if not ne_tient_pas(liens, un)}
        if len(tenus) >= combien:
            return None
        return Constat(
            f"{len(tenus)}_sur_trois",
            _premiere_ligne_fausse(liens, reponse["liens"]),
            observe=f"{_COMBIEN[len(tenus)]} : un critère, la phrase qui l'enfreint, quelqu'un que cela lèse, et la "
            "preuve que l'on irait chercher.",
            essayer="Pour chaque ligne, lisez d'une traite : « cette phrase enfreint ce critère, cette personne "
            "en souffre, et ce document montrerait que c'est réparé ».",
        )

    return examiner


_COMBIEN = ("Aucun des trois liens ne tient", "Un lien sur trois tient", "Deux liens sur trois tiennent")
_CE_QUI_NE_TIENT_PAS = {
    "critere": "ce critère demande autre chose que ce que cette histoire a enfreint",
    "phrase": "la phrase « {} » ne montre pas que ce critère est enfreint",
    "personne": "suivre ce critère n'aurait pas évité le tort de « {} »",
    "preuve": "la preuve « {} » ne montrerait pas que ce critère est tenu",
}


def _premiere_ligne_fausse(liens: Mapping[str, Lien], lignes: Sequence[Mapping[str, str]]) -> str:
    vus: dict[str, int] = {}
    for rang, un in enumerate(lignes, 1):
        faux = ne_tient_pas(liens, un)
        if faux:
            dits = " ; ".join(_CE_QUI_NE_TIENT_PAS[part].format(un[part]) for part in faux)
            return f"Ligne n° {rang} ({un['critere']}) : {dits}."
        if un["critere"] in vus:
            return (
                f"Ligne n° {rang} : elle reprend le critère de la ligne n° {vus[un['critere']]}, et ne compte pas une "
                "seconde fois."
            )
        vus[un["critere"]] = rang
    return ""
