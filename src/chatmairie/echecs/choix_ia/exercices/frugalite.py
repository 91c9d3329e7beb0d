"""`choix_ia.frugalite` (en plus) : prendre la plus petite solution qui suffit à tous, ou n'en prendre aucune."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.choix_ia.exercices._commun import MONDES
from chatmairie.echecs.choix_ia.monde import Monde
from chatmairie.juge import formes
from chatmairie.juge.exercice import (
    CheminSansCode,
    Constat,
    Controle,
    Entrees,
    Exercice,
    FormeInattendue,
    Option,
    Productions,
    Reponse,
    Sujet,
)
from chatmairie.juge.jugement import controle_de_forme
from chatmairie.langue.mots import accorder, combien_sur, sans_accents

AUCUNE = "aucune"
_NOMS = ("formulaire à règles", "petit classifieur", "gros classifieur", "service en ligne", "arbre de questions")


def _sujet(hasard: Generator, _monde: Monde) -> Sujet:
    """Douze villes : des mesures et un besoin ; dans trois d'entre elles, rien ne suffit.

    Des villes ont une solution sobre qui ne suffit qu'en moyenne ; d'autres, une sobre juste au minimum, ou une sobre
    très exacte, dont l'avance ne paie pas ce qui manque au public le moins bien compris. D'autres encore, une sobre
    plus lente et un peu moins exacte qu'une solution qui consomme à peine plus. Là où rien ne suffit, une solution
    manque le minimum de quelques millièmes : une mesure arrondie ne le voit pas.
    """
    villes, verite = [], []
    for rang in range(12):
        combien = int(hasard.integers(3, 6))
        noms = [str(n) for n in hasard.permutation(_NOMS)[:combien]]
        energie = np.round(np.sort(10 ** hasard.uniform(-4, 1, combien)) * np.cumprod(np.full(combien, 1.3)), 6)
        exactitude = np.round(hasard.uniform(0.6, 0.97, combien), 3)
        pire = np.round(exactitude - hasard.uniform(0.0, 0.25, combien), 3)
        table = pd.DataFrame(
            {
                "solution": noms,
                "exactitude": exactitude,
                "pire_public": pire,
                "secondes_pour_1000": np.round(energie * 240, 4),
                "memoire_mo": np.round(10 ** hasard.uniform(-2, 2, combien), 3),
                "energie_wh_pour_1000": energie,
            }
        )
        besoin = {"exactitude_min": 0.75, "pire_public_min": 0.65}
        if rang % 4 == 3:
            besoin = {"exactitude_min": 0.98, "pire_public_min": 0.96}
            table.loc[0, ["exactitude", "pire_public"]] = [0.976, 0.957]
        elif rang % 4 == 1:  # la plus sobre suffit en moyenne, et laisse un public dehors
            table.loc[0, ["exactitude", "pire_public"]] = [0.9, 0.45]
            table.loc[1, ["exactitude", "pire_public"]] = [0.88, 0.8]
        elif rang % 4 == 2:  # la plus sobre suffit, et elle est la plus lente ; une autre, plus exacte, consomme plus
            table.loc[0, ["exactitude", "pire_public"]] = [0.84, 0.78]
            table.loc[combien - 1, ["exactitude", "pire_public"]] = [0.95, 0.9]
            table.loc[combien - 1, "energie_wh_pour_1000"] = round(1.05 * energie[0], 6)
            table.loc[0, "secondes_pour_1000"] = 2 * table["secondes_pour_1000"].max()
        elif rang % 8 == 0:  # juste au minimum : « au moins » veut dire qu'elle suffit
            table.loc[0, ["exactitude", "pire_public"]] = [besoin["exactitude_min"], besoin["pire_public_min"]]
            table.loc[combien - 1, ["exactitude", "pire_public"]] = [0.93, 0.86]
        else:  # ni la moyenne des deux notes, ni un seul des deux minimums ne dit laquelle suffit
            table.loc[0, ["exactitude", "pire_public"]] = [0.72, 0.7]
            table.loc[1, ["exactitude", "pire_public"]] = [0.97, 0.6]
            table.loc[2, ["exactitude", "pire_public"]] = [0.82, 0.74]
        suffit = table["exactitude"].ge(besoin["exactitude_min"]) & table["pire_public"].ge(besoin["pire_public_min"])
        admises = table[suffit]
        bonne = AUCUNE if admises.empty else str(admises.loc[admises["energie_wh_pour_1000"].idxmin(), "solution"])
        melangee = table.sample(frac=1, random_state=int(hasard.integers(1_000_000))).reset_index(drop=True)
        villes.append({"mesures": melangee, "besoin": besoin})
        verite.append(
            {
                "bonne": bonne,
                "suffisent": list(admises["solution"]),
                "au_minimum": bool(suffit[0]) and table.loc[0, "exactitude"] == besoin["exactitude_min"],
                "moyenne_seule": list(
                    table.loc[table["exactitude"].ge(besoin["exactitude_min"]) & ~suffit, "solution"]
                ),
            }
        )
    return Sujet({"villes": villes}, {"villes": verite})


def _repondre(productions: Productions, entrees: Entrees) -> Reponse:
    choisir = formes.fonction(productions["choisir_solution"], "choisir_solution")
    choix: list[str] = []
    for ville in entrees["villes"]:
        rendu = choisir(ville["mesures"].copy(), dict(ville["besoin"]))
        if rendu is None and any(choix):
            raise FormeInattendue(
                "Dans une ville, `choisir_solution` ne renvoie rien : un de ses chemins n'a pas de `return`. Quand "
                "aucune "
                f'solution n\'atteint le besoin, elle rend "{AUCUNE}".'
            )
        if isinstance(rendu, str) and not rendu.strip():
            raise FormeInattendue(
                "Dans une ville, `choisir_solution` rend un texte vide. Quand aucune solution n'atteint le besoin, "
                f'elle rend "{AUCUNE}".'
            )
        rendu = formes.rendu(rendu, "choisir_solution")
        if isinstance(rendu, (pd.Series, np.ndarray, list, tuple)) and len(rendu) == 1:
            (rendu,) = rendu  # une colonne d'une seule case, comme en rend `nsmallest(1, …)["solution"]`
        (texte,) = formes.textes([rendu])
        connus = {sans_accents(n): n for n in (*ville["mesures"]["solution"], AUCUNE)}
        if texte is None:
            raise FormeInattendue(
                f'`choisir_solution` rend un seul nom, un texte (ou "{AUCUNE}" si rien ne suffit) ; elle rend '
                f"{formes.decrire(rendu)}. Prenez-en le nom, dans la colonne `solution`."
            )
        if sans_accents(texte) not in connus:
            raise FormeInattendue(
                f"`choisir_solution` rend « {texte[:40]} », qui n'est pas mesurée dans une de ces villes. Les "
                "solutions "
                "changent d'une ville à l'autre : choisissez parmi celles de la table reçue."
            )
        choix.append(connus[sans_accents(texte)])
    return {"choix": choix}


def _cas(sujet: Sujet, reponse: Reponse) -> list[tuple[dict[str, Any], str]]:
    return list(zip(sujet.verite["villes"], reponse["choix"], strict=True))


def _suffit(sujet: Sujet, reponse: Reponse) -> Constat | None:
    refus = [v for v, c in _cas(sujet, reponse) if v["suffisent"] and c == AUCUNE]
    if refus:
        return Constat(
            "rien_par_principe",
            "Une solution suffisait, et vous n'en prenez aucune : des habitants attendent au standard sans raison.",
            observe=combien_sur(len(refus), len(reponse["choix"]), "ville {} reste", "villes {} restent")
            + " sans solution alors qu'une suffisait.",
            essayer="Le besoin donne deux minimums : qui les atteint ?",
            leses=len(refus),
        )
    mauvaises = [v for v, c in _cas(sujet, reponse) if v["suffisent"] and c not in v["suffisent"] + v["moyenne_seule"]]
    if mauvaises:
        return Constat(
            "pas_assez_exacte",
            "La solution choisie se trompe plus souvent que la ville ne l'accepte : des demandes partent au mauvais "
            "service.",
            observe=f"{accorder(len(mauvaises), 'ville', 'villes')} sur {len(reponse['choix'])}.",
            essayer='Comparez `exactitude` à `besoin["exactitude_min"]`.',
            leses=len(mauvaises),
        )
    return None


def _pire(sujet: Sujet, reponse: Reponse) -> Constat | None:
    oublies = [v for v, c in _cas(sujet, reponse) if c in v["moyenne_seule"] and v["suffisent"]]
    if not oublies:
        return None
    return Constat(
        "moyenne_qui_cache",
        "La moyenne est bonne, et une façon d'écrire n'est pas comprise : Erin, qui apprend le français, est dirigée "
        "vers le mauvais service.",
        observe=f"{accorder(len(oublies), 'ville', 'villes')} sur {len(reponse['choix'])}.",
        essayer="Le besoin donne aussi un minimum pour le public le moins bien compris : il se vérifie seul, sans "
        "qu'une autre "
        "note le rachète.",
        leses=len(oublies),
    )


def _sobre(sujet: Sujet, reponse: Reponse) -> Constat | None:
    lourdes = [v for v, c in _cas(sujet, reponse) if c in v["suffisent"] and c != v["bonne"]]
    if not lourdes:
        return None
    if all(v["au_minimum"] for v in lourdes):
        return Constat(
            "juste_au_minimum",
            "Une solution plus sobre atteint exactement le minimum demandé, et vous l'écartez : la ville paie plus "
            "gros "
            "pour un besoin déjà couvert.",
            observe=f"{accorder(len(lourdes), 'ville', 'villes')} sur {len(reponse['choix'])}.",
            essayer="« Minimum » : l'atteindre suffit. Comment s'écrit « au moins » ?",
            leses=len(lourdes),
        )
    return Constat(
        "plus_gros_que_necessaire",
        "Une solution plus sobre suffisait à tous : la ville paie, chauffe et entretient ce dont personne n'a besoin.",
        observe=f"{accorder(len(lourdes), 'ville', 'villes')} sur {len(reponse['choix'])}.",
        essayer="Parmi celles qui suffisent, laquelle consomme le moins ?",
        leses=len(lourdes),
    )


def _aucune(sujet: Sujet, reponse: Reponse) -> Constat | None:
    forcees = [v for v, c in _cas(sujet, reponse) if not v["suffisent"] and c != AUCUNE]
    if not forcees:
        return None
    return Constat(
        "une_quand_meme",
        "Rien n'atteint le besoin, et vous prenez une solution quand même : les habitants en subiront les erreurs, "
        "avec la signature de la mairie.",
        observe=f"{accorder(len(forcees), 'ville', 'villes')} sur {len(reponse['choix'])}.",
        essayer=f"« {AUCUNE} » est une réponse. Et le besoin n'est pas le même dans toutes les villes : lisez celui "
        "qui est "
        "reçu.",
        leses=len(forcees),
    )


_FACONS = {
    "sobre_parmi_suffisantes": "la plus sobre de celles qui atteignent les deux minimums ; sinon aucune",
    "plus_exacte": "la plus exacte",
    "plus_sobre": "la plus sobre, quoi qu'il arrive",
    "suffisante_en_moyenne": "la plus sobre de celles dont l'exactitude suffit ; sinon aucune",
    "plus_exacte_suffisante": "la plus exacte de celles qui atteignent les deux minimums ; sinon aucune",
}


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


EXERCICE = Exercice(
    identifiant="choix_ia.frugalite",
    titre="Prendre la plus petite solution qui suffit à tous",
    niveau=3,
    duree_min=10,
    criteres=("CM-STR-02", "CM-SOC-11"),
    indices=(
        "Une moyenne de 90 sur 100 peut laisser dehors tous ceux qui écrivent autrement.",
        "Recommandation : étudier une solution sans IA ou plus simple, et retenir la plus petite qui suffit, même au "
        "public le moins bien servi.",
        'Filtrez `mesures` par les deux minimums du besoin ; s\'il ne reste rien, rendez "aucune" ; sinon la '
        "ligne dont "
        "`energie_wh_pour_1000` est la plus petite (`idxmin`).",
    ),
    productions=("choisir_solution",),
    mondes=MONDES,
    sujet=_sujet,
    repondre=_repondre,
    controles=(
        controle_de_forme(0.25),
        Controle("assez_exacte", 0.75, _suffit, ("forme",), "la solution suffit"),
        Controle("aucune_si_rien_ne_suffit", 0.5, _aucune, ("assez_exacte",), "aucune, si rien ne suffit"),
        Controle("pire_public", 0.75, _pire, ("aucune_si_rien_ne_suffit",), "aucune façon d'écrire n'est dehors"),
        Controle("la_plus_sobre", 0.75, _sobre, ("pire_public",), "rien de plus gros que nécessaire"),
    ),
    choix=CheminSansCode(
        options={"facon": Option("Quelle solution prendre ?", _FACONS)},
        produire=_produire,
        exemple='choisir_solution = choisir("choix_ia.frugalite", facon=...)',
    ),
    optionnel=True,
)
