"""`design.equilibrer` : un corpus qui comprend toutes les façons d'écrire, et ne répond que d'une : clairement."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.commun.distribution import prenoms
from chatmairie.echecs.design.mecanisme import entrainer
from chatmairie.echecs.design.monde import MONDES, Monde, parler_d_ici
from chatmairie.echecs.design.registre import marques
from chatmairie.echecs.design.tirage import (
    CLAIRE,
    COLONNES,
    REGISTRES,
    besoins,
    tirer_corpus,
    toutes_les_questions,
    varier,
)
from chatmairie.juge import formes
from chatmairie.juge.exercice import Constat, Entrees, Productions, Reponse, Sujet
from chatmairie.juge.fiche import Fiche

F = Fiche(__file__)
COMPRIS = 0.9
"""Part des questions comprises, dans chaque façon d'écrire. Mesuré : les bonnes réponses en comprennent au moins 0,96 ;
la fausse la plus proche, 0,68."""

_NUMEROS = "01 99 00 12"
"""Le début des numéros de cette mairie ; une autre a les siens : ses réponses enverraient les gens chez elle."""


def _sujet(hasard: Generator, monde: Monde) -> Sujet:
    questions = parler_d_ici(toutes_les_questions(), monde)
    corpus = tirer_corpus(hasard, monde.part_familiere, questions)
    corpus = corpus.iloc[hasard.permutation(len(corpus))].reset_index(drop=True)
    ici = f"01 99 {hasard.integers(10, 99)} 12" if monde.argot else _NUMEROS
    corpus["reponse"] = corpus["reponse"].str.replace(_NUMEROS, ici)
    essai = varier(hasard, questions)
    return Sujet(
        entrees={"corpus": corpus, "questions": list(essai["question"])},
        verite={
            "besoins": list(essai["besoin"]),
            "registres": list(essai["registre_question"]),
            "questions": list(essai["question"]),
            "qui": [str(p) for p in hasard.choice(prenoms(), len(essai))],
            "reponses": {b.cle: [t.replace(_NUMEROS, ici) for t in (b.claire, b.familiere)] for b in besoins()},
        },
    )


def _repondre(productions: Productions, entrees: Entrees) -> Reponse:
    equilibrer = formes.fonction(productions["equilibrer"], "equilibrer")
    corpus, colonnes = entrees["corpus"], ("question", "besoin", "reponse")
    rendu = formes.table(equilibrer(corpus.copy()), "equilibrer", colonnes)
    if rendu.empty:
        raise F.refus("table_vide")
    if len(rendu) > 20 * len(corpus):
        raise F.refus("trop_de_lignes", lignes=len(rendu))
    for colonne in colonnes:
        if not all(isinstance(v, str) and v.strip() for v in rendu[colonne]):
            raise F.refus("cases_vides", colonne=colonne)
    rendues = entrainer(rendu).repondre_a(list(entrees["questions"]))
    return {"compris": [r.besoin for r in rendues], "textes": [r.texte for r in rendues]}


def comprises(sujet: Sujet, reponse: Reponse) -> pd.Series:
    """Part des questions comprises, par façon d'écrire."""
    juste = [c == b for c, b in zip(reponse["compris"], sujet.verite["besoins"], strict=True)]
    return pd.Series(juste).groupby(sujet.verite["registres"]).mean().reindex(list(REGISTRES))


def _demande(sujet: Sujet, rang: int) -> dict[str, str]:
    return {"qui": sujet.verite["qui"][rang], "question": sujet.verite["questions"][rang]}


@F.controle
def tous_compris(sujet: Sujet, reponse: Reponse) -> Constat | None:
    parts = comprises(sujet, reponse)
    oublies = parts[parts < COMPRIS]
    if oublies.empty:
        return None
    pire, registres = str(oublies.idxmin()), sujet.verite["registres"]
    juste = zip(registres, reponse["compris"], sujet.verite["besoins"], strict=True)
    rangs = [rang for rang, (registre, compris, besoin) in enumerate(juste) if registre == pire and compris != besoin]
    return F.tort(
        "plus_personne_compris" if len(oublies) == len(parts) else "une_facon_d_ecrire_oubliee",
        len(rangs),
        **_demande(sujet, rangs[0]),
        ecrit=F.mots["facons_d_ecrire"][pire],
        sur=registres.count(pire),
        parts=", ".join(f"{REGISTRES[r]} {round(100 * v)}" for r, v in parts.items()),
    )


def _debut(texte: str, longueur: int) -> str:
    return texte if len(texte) <= longueur else texte[:longueur].rstrip(" .…") + "…"


@F.controle
def reponses_du_besoin(sujet: Sujet, reponse: Reponse) -> Constat | None:
    textes, reponses = reponse["textes"], sujet.verite["reponses"]
    rendus = zip(textes, reponse["compris"], strict=True)
    faux = [i for i, (texte, compris) in enumerate(rendus) if texte not in reponses.get(compris, ())]
    if not faux:
        return None
    lu = _debut(textes[faux[0]], 70)
    return F.tort("reponse_d_ailleurs", len(faux), **_demande(sujet, faux[0]), lu=lu, sur=len(textes))


@F.controle
def aucune_familiarite(sujet: Sujet, reponse: Reponse) -> Constat | None:
    textes = reponse["textes"]
    familieres = [i for i, texte in enumerate(textes) if marques(texte)]
    if not familieres:
        return None
    famille = "encore_familier" if len(familieres) > len(textes) / 2 else "parfois_familier"
    i = familieres[0]
    return F.tort(famille, len(familieres), **_demande(sujet, i), lu=_debut(textes[i], 90), sur=len(textes))


# --- sans code --------------------------------------------------------------------------------------------


def _produire(decisions: Mapping[str, Any]) -> Productions:
    def equilibrer(corpus: pd.DataFrame) -> pd.DataFrame:
        table, registre = corpus, corpus["registre_question"]
        claires = corpus[corpus["registre_reponse"].eq(CLAIRE)]
        if decisions["questions"] == "sans_argot":
            table = corpus[registre.ne("familier")]
        elif decisions["questions"] == "courantes":
            table = corpus[registre.eq("courant")]
        elif decisions["questions"] == "douze_par_facon":
            table = pd.concat([corpus.groupby("registre_question").head(12)] * 8)
        if decisions["reponses"] == "retirer_familieres":
            table = table[table["registre_reponse"].eq(CLAIRE)]
        elif decisions["reponses"] == "claire_du_besoin":
            par_besoin = claires.drop_duplicates("besoin").set_index("besoin")["reponse"]
            table = table.assign(reponse=table["besoin"].map(par_besoin), registre_reponse=CLAIRE)
        elif decisions["reponses"] == "une_seule":
            table = table.assign(reponse=claires["reponse"].mode()[0], registre_reponse=CLAIRE)
        return table[list(COLONNES)].reset_index(drop=True)

    return {"equilibrer": equilibrer}


EXERCICE = F.exercice(mondes=MONDES, sujet=_sujet, repondre=_repondre, produire=_produire)
