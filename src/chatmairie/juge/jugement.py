"""Juger une réponse : choisir les mondes, faire tourner le code, examiner la réponse, compter les points.

Aucun affichage ici. Un même juge sert `verifier`, `noter` et `eprouver` : seuls les mondes changent.

Le juge ne se sert que des productions qu'une porte lui donne (`appels.py`) : chez soi, elles sont dans ce processus,
et rien n'y compte ; à la correction, elles restent dans un autre (`correction/`), qui ne connaît ni les mondes cachés
ni la vérité, et d'où ne viennent que des données.
"""

from __future__ import annotations

import copy
import os
import sysconfig
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from chatmairie.juge.appels import Porte, UnePorte
from chatmairie.juge.classe_en_cours import monde_de_la_classe
from chatmairie.juge.donnee_simple import simplifier
from chatmairie.juge.execution import Execution
from chatmairie.juge.exercice import (
    Constat,
    Controle,
    Echec,
    Exercice,
    FormeInattendue,
    Productions,
    Reponse,
    Sujet,
    Verdict,
)
from chatmairie.langue.avertissements import EN_FRANCAIS, en_francais

LIMITE_S = 10.0
"""Secondes de calcul (processeur) permises au code de l'apprenant, par monde, chez lui comme à la correction."""

VARIABLE_SECRET = "CHATMAIRIE_SECRET"
SECRET_PAR_DEFAUT = "chatmairie"
"""Sans secret du formateur, les mondes cachés sont tirés de cette valeur publique."""

MONDE_VISIBLE = "les données d'essai du juge (ce n'est pas votre rejeu)"
"""Nom du sujet public dans les cartes."""

FORME = "forme"
"""Clé de réponse qui porte la phrase d'une `FormeInattendue`."""

QUELQU_UN_EST_LESE = (
    "Quelqu'un est lésé : tant que cela dure, l'exercice ne rapporte pas plus de la moitié de ses points, même si le "
    "reste tient."
)

JUGE_EN_DEFAUT = "juge_en_defaut"
"""Famille d'un contrôle qui s'est arrêté sur une erreur : un défaut du cours, jamais attendu."""


class ProductionsInattendues(ValueError):
    """Les noms rendus ne sont pas ceux de l'exercice ; le message dit lesquels."""


@dataclass(frozen=True)
class Jugement:
    """Un verdict, et ce qui a interrompu le code s'il y a lieu (erreur, temps dépassé).

    calcul : secondes de processeur du code de la personne, dans le monde où il en a pris le plus.
    """

    verdict: Verdict
    execution: Execution | None = None
    monde: str = ""
    calcul: float = 0.0

    @property
    def erreur(self) -> BaseException | None:
        return self.execution.erreur if self.execution else None


# --- les mondes -----------------------------------------------------------------------------------


_SUJETS_GARDES = 64
_sujets: dict[tuple[int, str], tuple[Exercice, tuple[Sujet, ...]]] = {}


def sujet_public(exercice: Exercice) -> Sujet:
    """Le sujet que l'apprenant voit : toujours le même dans une classe (voir `classe_en_cours`)."""
    return _gardes(exercice, "", _tirer_le_public)[0]


def sujets_de_notation(exercice: Exercice) -> tuple[Sujet, ...]:
    """Le sujet public et trois cachés : deux autres tirages, et un autre monde. Le public seul, si rien n'est tiré."""
    secret = os.environ.get(VARIABLE_SECRET) or SECRET_PAR_DEFAUT
    public = sujet_public(exercice)
    if not public.entrees and not public.verite:
        return (public,)
    return (public, *_gardes(exercice, f"secret-{secret}", lambda e: _tirer_les_caches(e, secret)))


def _gardes(exercice: Exercice, cle: str, tirer: Callable[[Exercice], tuple[Sujet, ...]]) -> tuple[Sujet, ...]:
    # Gardés par identité : un exercice contient des dictionnaires, et n'a donc pas de `hash`.
    trouves = _sujets.get((id(exercice), cle))
    if trouves is None:
        if len(_sujets) >= _SUJETS_GARDES:
            _sujets.pop(next(iter(_sujets)))
        trouves = _sujets[id(exercice), cle] = (exercice, tirer(exercice))
    return trouves[1]


def _tirer_le_public(exercice: Exercice) -> tuple[Sujet, ...]:
    classe = monde_de_la_classe()
    tirage = _tirage(exercice, "public" if classe is None else f"public-{classe}", 0)
    sujet = exercice.sujet(tirage, exercice.mondes.public)
    return (_nomme(sujet, MONDE_VISIBLE),)


def _tirer_les_caches(exercice: Exercice, secret: str) -> tuple[Sujet, ...]:
    public = exercice.mondes.public
    memes = [exercice.sujet(_tirage(exercice, secret, i), public) for i in (1, 2)]
    hasard = _tirage(exercice, secret, 3)
    mute = exercice.sujet(hasard, exercice.mondes.mute(hasard))
    return (*(_nomme(s, "la même mairie, une autre année") for s in memes), _nomme(mute, "une autre mairie"))


def sujets_au_hasard(exercice: Exercice, nombre: int, graine: int = 0) -> Iterator[tuple[str, Sujet]]:
    """`nombre` mondes frais, un sur deux étant un autre monde ; rend (nom, sujet), un à la fois."""
    for i in range(nombre):
        hasard = _tirage(exercice, f"eprouver-{graine}", i)
        autre = i % 2 == 1
        monde = exercice.mondes.mute(hasard) if autre else exercice.mondes.public
        nom = f"monde n° {i + 1} ({'une autre mairie' if autre else 'la même mairie, une autre année'})"
        yield nom, _nomme(exercice.sujet(hasard, monde), nom)


def _tirage(exercice: Exercice, secret: str, rang: int) -> np.random.Generator:
    return np.random.default_rng([zlib.crc32(exercice.identifiant.encode()), zlib.crc32(secret.encode()), rang])


def _nomme(sujet: Sujet, nom: str) -> Sujet:
    if not sujet.entrees and not sujet.verite:
        nom = ""  # rien n'est tiré pour cet exercice (le rejeu de l'apprenant, le référentiel) : aucune donnée à nommer
    return Sujet(entrees=sujet.entrees, verite=sujet.verite, nom=nom)


# --- le jugement ----------------------------------------------------------------------------------


def juger(
    exercice: Exercice,
    productions: Productions | UnePorte,
    sujets: Iterable[Sujet],
    secondes: float = LIMITE_S,
    examen: Callable[[Exercice, Sujet, Reponse], list[Echec]] | None = None,
) -> Jugement:
    """Juge `productions` sur tous les `sujets` (un contrôle doit être réussi sur chacun).

    productions : celles d'une personne, ou la porte qui y mène. secondes : de calcul, par monde. examen : `examiner`,
    ou qui s'en souvient. Le code de l'apprenant reçoit une copie des entrées. Lève `ProductionsInattendues` si les
    productions données ne sont pas celles de l'exercice.
    """
    porte = Porte(productions, secondes) if isinstance(productions, Mapping) else productions
    _verifier_les_noms(exercice, porte.noms)
    if porte.vides:
        return Jugement(_verdict(exercice, "non traité", message=_rien_ecrit(exercice)))
    manques: dict[str, Echec] = {}
    avis: list[str] = []
    pire = 0.0
    for sujet in sujets:
        with porte.monde() as seance:
            execution = seance.executer(_appel(exercice, seance.productions, sujet))
        avis += _avis(execution)
        pire = max(pire, execution.calcul)
        if isinstance(execution.erreur, NotImplementedError) and levee_par_la_personne(execution.erreur):
            return Jugement(_verdict(exercice, "non traité", message=_rien_ecrit(exercice)))
        if execution.erreur is not None:
            return Jugement(_verdict(exercice, "à revoir", avis=avis), execution, sujet.nom, pire)
        for echec in (examen or examiner)(exercice, sujet, execution.valeur):
            deja = manques.get(echec.controle)
            if deja is None or _gravite(echec) > _gravite(deja):
                manques[echec.controle] = echec
    if not manques:
        return Jugement(_verdict(exercice, "réussi", manques, avis), calcul=pire)
    # ce qui explique peut-être tout le reste se dit d'abord
    causes = tuple(dict.fromkeys(a for a in avis if a in EN_FRANCAIS))
    autres = [a for a in avis if a not in EN_FRANCAIS]
    return Jugement(_verdict(exercice, "à revoir", manques, autres, " ".join(causes)), calcul=pire)


def _gravite(echec: Echec) -> tuple[bool, bool, float]:
    """Ce qui se dit passe avant ce qui n'a pas été examiné, puis un tort grave, puis le plus de personnes lésées."""
    return bool(echec.constat.phrase), echec.constat.grave, echec.constat.leses


def levee_par_la_personne(erreur: BaseException) -> bool:
    """Vrai si `raise NotImplementedError` est écrit dans son code (pandas en lève aussi, pour dire autre chose)."""
    if (dit := getattr(erreur, "levee_par_la_personne", None)) is not None:  # une erreur venue d'un autre processus
        return dit
    trace = erreur.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    fichier = os.path.abspath(trace.tb_frame.f_code.co_filename) if trace is not None else ""
    return not fichier.startswith(_BIBLIOTHEQUES)


_BIBLIOTHEQUES = tuple(
    {os.path.abspath(sysconfig.get_paths()[lieu]) + os.sep for lieu in ("stdlib", "platstdlib", "purelib", "platlib")}
)


def repondre(exercice: Exercice, productions: Productions, sujet: Sujet, secondes: float = LIMITE_S) -> Execution:
    """Fait tourner le code sur un sujet et rend la réponse en données simples (`Execution.valeur`)."""
    with Porte(productions, secondes).monde() as seance:
        return seance.executer(_appel(exercice, seance.productions, sujet))


def examiner(exercice: Exercice, sujet: Sujet, reponse: Reponse) -> list[Echec]:
    """Les contrôles manqués par cette réponse sur ce sujet, dans l'ordre.

    Un contrôle qui dépend d'un contrôle manqué est perdu sans être examiné ; il n'a pas de phrase à
    lui : celle du contrôle dont il dépend suffit. Une réponse qui n'a pas la forme demandée perd tous
    les contrôles, et ne le dit qu'une fois.
    """
    manques: dict[str, Echec] = {}
    sans_forme = set(reponse) == {FORME}
    for controle in exercice.controles:
        bloquant = next((manques[d] for d in controle.depend_de if d in manques), None)
        if bloquant is not None:
            constat: Constat | None = Constat(bloquant.constat.famille, "")
        elif sans_forme:
            constat = Constat("forme", "" if manques else reponse[FORME])
        else:
            constat = _examiner_un(controle, sujet, reponse)
        if constat is not None:
            manques[controle.code] = Echec(controle.code, controle.points, sujet.nom, constat)
    return list(manques.values())


def _examiner_un(controle: Controle, sujet: Sujet, reponse: Reponse) -> Constat | None:
    try:
        return controle.examiner(sujet, reponse)
    except Exception as erreur:  # un défaut du juge ne doit pas arrêter le carnet de quelqu'un
        return Constat(
            JUGE_EN_DEFAUT,
            "Le juge n'a pas su lire cette partie de votre réponse.",
            observe=f"{type(erreur).__name__} dans le contrôle « {controle.code} »",
            essayer="Comparez la forme de votre réponse à celle de l'énoncé. Si elle est la bonne, c'est le juge qui "
            "se trompe : signalez ce message.",
        )


def _appel(exercice: Exercice, productions: Productions, sujet: Sujet) -> Callable[[], Reponse]:
    entrees = copy.deepcopy(dict(sujet.entrees))

    def appeler() -> Reponse:
        try:
            return simplifier(exercice.repondre(productions, entrees))
        except FormeInattendue as probleme:
            return {FORME: str(probleme)}

    return appeler


def controle_de_forme(points: float) -> Controle:
    """Le premier contrôle de presque tous les exercices : la réponse a la forme demandée."""

    def examiner_forme(_sujet: Sujet, reponse: Reponse) -> Constat | None:
        phrase = reponse.get(FORME)
        return Constat("forme", phrase) if phrase else None

    return Controle(FORME, points, examiner_forme, libelle="la forme de la réponse")


def _verifier_les_noms(exercice: Exercice, donnes: set[str]) -> None:
    attendus = set(exercice.productions)
    if attendus != donnes:
        noms = ", ".join(f"{p}={p}" for p in exercice.productions)
        raise ProductionsInattendues(
            f"Pour « {exercice.identifiant} », il faut rendre : {noms}. "
            "Complétez la parenthèse avec ces noms, et eux seuls."
        )


def _verdict(
    exercice: Exercice,
    statut: Any,
    manques: Mapping[str, Echec] | None = None,
    avis: Iterable[str] = (),
    message: str = "",
) -> Verdict:
    arret = statut != "réussi" and manques is None
    manques = manques or {}
    points = 0.0 if arret else exercice.points - sum(e.points for e in manques.values())
    if points > plafond(exercice) and any(e.constat.grave for e in manques.values()):
        points, avis = plafond(exercice), (QUELQU_UN_EST_LESE, *avis)
    return Verdict(
        exercice=exercice.identifiant,
        statut=statut,
        points=float(points),
        points_max=exercice.points,
        reussis=() if arret else tuple(c.code for c in exercice.controles if c.code not in manques),
        echecs=tuple(e for c in exercice.controles if (e := manques.get(c.code)) is not None),
        message=message,
        avis=tuple(dict.fromkeys(avis)),
    )


def plafond(exercice: Exercice) -> float:
    """Ce que l'exercice rapporte au plus tant que quelqu'un est lésé : la moitié de ses points, en quarts."""
    return exercice.points * 2 // 1 / 4


def _rien_ecrit(exercice: Exercice) -> str:
    noms = " et ".join(f"`{p}`" for p in exercice.productions)
    comment = "répondez dans le formulaire ; ou en Python, remplacez les « ... », puis exécutez la cellule."
    return f"Rien n'est encore écrit pour {noms} : {comment}"


def _avis(execution: Execution) -> list[str]:
    phrases = []
    if execution.sortie.strip():
        phrases.append(f"Votre code a affiché : « {_court(execution.sortie)} ». C'est sans effet sur les points.")
    for averti in execution.avertissements:
        if (phrase := en_francais(averti)) and phrase not in phrases:
            phrases.append(phrase)
    if execution.avertissements and not any(map(en_francais, execution.avertissements)):
        phrases.append(f"Python a averti : « {_court(execution.avertissements[0])} ». Cela ne coûte aucun point.")
    if execution.sortie_erreur.strip():
        phrases.append(
            f"Votre code a écrit sur la sortie d'erreur : « {_court(execution.sortie_erreur)} ». "
            "Cela ne coûte aucun point."
        )
    if execution.fils:
        phrases.append(f"Votre code a laissé tourner : {', '.join(execution.fils)}. Le verdict n'en dépend pas.")
    return phrases


def _court(texte: str, longueur: int = 160) -> str:
    texte = " ".join(texte.split())
    return texte if len(texte) <= longueur else texte[: longueur - 1] + "…"
