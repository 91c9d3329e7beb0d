"""`choix_ia.frugalite` (en plus) : prendre la plus petite solution qui suffit à tous, ou n'en prendre aucune."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.choix_ia.monde import MONDES, Monde
from chatmairie.juge import formes
from chatmairie.juge.exercice import Constat, Entrees, Productions, Reponse, Sujet
from chatmairie.juge.fiche import Fiche
from chatmairie.langue.mots import sans_accents

F = Fiche(__file__)
VILLES = 12
AUCUNE = "aucune"
_NOMS = ("formulaire à règles", "petit classifieur", "gros classifieur", "service en ligne", "arbre de questions")
_NOTES = ["exactitude", "pire_public"]


def _sujet(hasard: Generator, _monde: Monde) -> Sujet:
    """Douze villes : des mesures et un besoin ; dans trois d'entre elles, rien ne suffit.

    Des villes ont une solution sobre qui ne suffit qu'en moyenne ; d'autres, une sobre juste au minimum, ou une sobre
    très exacte, dont l'avance ne paie pas ce qui manque au public le moins bien compris. D'autres encore, une sobre
    plus lente et un peu moins exacte qu'une solution qui consomme à peine plus. Là où rien ne suffit, une solution
    manque le minimum de quelques millièmes : une mesure arrondie ne le voit pas.
    """
    villes, verite = [], []
    for rang in range(VILLES):
        table = _mesures(hasard)
        besoin = {"exactitude_min": 0.75, "pire_public_min": 0.65}
        if rang % 4 == 3:
            besoin = {"exactitude_min": 0.98, "pire_public_min": 0.96}
            _noter(table, {0: (0.976, 0.957)})
        elif rang % 4 == 1:  # la plus sobre suffit en moyenne, et laisse un public dehors
            _noter(table, {0: (0.9, 0.45), 1: (0.88, 0.8)})
        elif rang % 4 == 2:  # la plus sobre suffit, et elle est la plus lente ; une autre, plus exacte, consomme plus
            _noter(table, {0: (0.84, 0.78), -1: (0.95, 0.9)})
            energie = table["energie_wh_pour_1000"]
            table.loc[table.index[-1], "energie_wh_pour_1000"] = round(1.05 * energie[0], 6)
            table.loc[0, "secondes_pour_1000"] = 2 * table["secondes_pour_1000"].max()
        elif rang % 8 == 0:  # juste au minimum : « au moins » veut dire qu'elle suffit
            _noter(table, {0: tuple(besoin.values()), -1: (0.93, 0.86)})
        else:  # ni la moyenne des deux notes, ni un seul des deux minimums ne dit laquelle suffit
            _noter(table, {0: (0.72, 0.7), 1: (0.97, 0.6), 2: (0.82, 0.74)})
        melangee = table.sample(frac=1, random_state=int(hasard.integers(1_000_000))).reset_index(drop=True)
        villes.append({"mesures": melangee, "besoin": besoin})
        verite.append(_verite(table, besoin))
    return Sujet({"villes": villes}, {"villes": verite})


def _mesures(hasard: Generator) -> pd.DataFrame:
    """Trois à cinq solutions, de la plus sobre à la plus gourmande."""
    combien = int(hasard.integers(3, 6))
    noms = [str(n) for n in hasard.permutation(_NOMS)[:combien]]
    energie = np.round(np.sort(10 ** hasard.uniform(-4, 1, combien)) * np.cumprod(np.full(combien, 1.3)), 6)
    exactitude = np.round(hasard.uniform(0.6, 0.97, combien), 3)
    pire = np.round(exactitude - hasard.uniform(0.0, 0.25, combien), 3)
    return pd.DataFrame(
        {
            "solution": noms,
            "exactitude": exactitude,
            "pire_public": pire,
            "secondes_pour_1000": np.round(energie * 240, 4),
            "memoire_mo": np.round(10 ** hasard.uniform(-2, 2, combien), 3),
            "energie_wh_pour_1000": energie,
        }
    )


def _noter(table: pd.DataFrame, notes: Mapping[int, tuple[float, ...]]) -> None:
    for rang, valeurs in notes.items():
        table.loc[table.index[rang], _NOTES] = valeurs


def _verite(table: pd.DataFrame, besoin: Mapping[str, float]) -> dict[str, Any]:
    assez_exacte = table["exactitude"] >= besoin["exactitude_min"]
    suffit = assez_exacte & (table["pire_public"] >= besoin["pire_public_min"])
    admises = table[suffit]
    return {
        "bonne": AUCUNE if admises.empty else str(admises.loc[admises["energie_wh_pour_1000"].idxmin(), "solution"]),
        "suffisent": list(admises["solution"]),
        "au_minimum": bool(suffit[0]) and table.loc[0, "exactitude"] == besoin["exactitude_min"],
        "moyenne_seule": list(table.loc[assez_exacte & ~suffit, "solution"]),
    }


def _repondre(productions: Productions, entrees: Entrees) -> Reponse:
    choisir = formes.fonction(productions["choisir_solution"], "choisir_solution")
    choix: list[str] = []
    for ville in entrees["villes"]:
        rendu = choisir(ville["mesures"].copy(), dict(ville["besoin"]))
        if rendu is None and choix:
            raise F.refus("sans_retour")
        choix.append(_solution(rendu, ville["mesures"]["solution"]))
    return {"choix": choix}


def _solution(rendu: Any, mesurees: pd.Series) -> str:
    """La solution rendue, comme la table l'écrit, ou « aucune ». Lève `FormeInattendue`."""
    if isinstance(rendu, str) and not rendu.strip():
        raise F.refus("texte_vide")
    rendu = formes.rendu(rendu, "choisir_solution")
    if isinstance(rendu, (pd.Series, np.ndarray, list, tuple)) and len(rendu) == 1:
        (rendu,) = rendu  # une colonne d'une seule case, comme en rend `nsmallest(1, …)["solution"]`
    (texte,) = formes.textes([rendu])
    if texte is None:
        raise F.refus("pas_un_texte", rendu=formes.decrire(rendu))
    connues = {sans_accents(n): n for n in (*mesurees, AUCUNE)}
    if sans_accents(texte) not in connues:
        raise F.refus("inconnue", rendu=texte[:40])
    return connues[sans_accents(texte)]


def _villes(sujet: Sujet, reponse: Reponse) -> list[tuple[dict[str, Any], str]]:
    """Chaque ville, et la solution choisie pour elle."""
    return list(zip(sujet.verite["villes"], reponse["choix"], strict=True))


def _tort(famille: str, villes: list) -> Constat | None:
    return F.tort(famille, len(villes), sur=VILLES) if villes else None


@F.controle
def assez_exacte(sujet: Sujet, reponse: Reponse) -> Constat | None:
    servies = [(v, c) for v, c in _villes(sujet, reponse) if v["suffisent"]]
    refusees = [v for v, c in servies if c == AUCUNE]
    mal_servies = [v for v, c in servies if c not in v["suffisent"] + v["moyenne_seule"]]
    return _tort("rien_par_principe", refusees) or _tort("pas_assez_exacte", mal_servies)


@F.controle
def pire_public(sujet: Sujet, reponse: Reponse) -> Constat | None:
    oublies = [v for v, c in _villes(sujet, reponse) if c in v["moyenne_seule"] and v["suffisent"]]
    return _tort("moyenne_qui_cache", oublies)


@F.controle
def la_plus_sobre(sujet: Sujet, reponse: Reponse) -> Constat | None:
    lourdes = [v for v, c in _villes(sujet, reponse) if c in v["suffisent"] and c != v["bonne"]]
    au_minimum = all(v["au_minimum"] for v in lourdes)
    return _tort("juste_au_minimum" if au_minimum else "plus_gros_que_necessaire", lourdes)


@F.controle
def aucune_si_rien_ne_suffit(sujet: Sujet, reponse: Reponse) -> Constat | None:
    forcees = [v for v, c in _villes(sujet, reponse) if not v["suffisent"] and c != AUCUNE]
    return _tort("une_quand_meme", forcees)


def _produire(decisions: Mapping[str, Any]) -> Productions:
    facon = decisions["facon"]

    def choisir_solution(mesures: pd.DataFrame, besoin: Mapping[str, float]) -> str:
        garde = pd.Series(True, index=mesures.index)
        if facon not in ("plus_exacte", "plus_sobre"):
            garde = mesures["exactitude"] >= besoin["exactitude_min"]
        if facon in ("sobre_parmi_suffisantes", "plus_exacte_suffisante"):
            garde &= mesures["pire_public"] >= besoin["pire_public_min"]
        admises = mesures[garde]
        if admises.empty:
            return AUCUNE
        rang = admises["exactitude"].idxmax() if "exacte" in facon else admises["energie_wh_pour_1000"].idxmin()
        return str(admises.loc[rang, "solution"])

    return {"choisir_solution": choisir_solution}


EXERCICE = F.exercice(mondes=MONDES, sujet=_sujet, repondre=_repondre, produire=_produire)
