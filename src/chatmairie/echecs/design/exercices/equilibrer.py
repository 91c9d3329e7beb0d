"""`design.equilibrer` : un corpus qui comprend toutes les façons d'écrire, et ne répond que d'une : clairement."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.commun.distribution import prenoms
from chatmairie.echecs.design.corpus import (
    CLAIRE,
    COLONNES,
    REGISTRES,
    besoins,
    tirer_corpus,
    toutes_les_questions,
    varier,
)
from chatmairie.echecs.design.exercices._commun import MONDES
from chatmairie.echecs.design.modele import entrainer
from chatmairie.echecs.design.monde import Monde, parler_d_ici
from chatmairie.echecs.design.registre import marques
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
)  # fmt: skip
from chatmairie.juge.jugement import controle_de_forme
from chatmairie.langue.mots import accorder, combien_sur

COMPRIS = 0.9
"""Part des questions comprises, dans chaque façon d'écrire. Mesuré : les bonnes réponses en comprennent au moins 0,96 ;
la fausse la plus proche, 0,68."""

_DE_QUI = {
    "courant": "écrit en français courant",
    "familier": "écrit en argot",
    "sans_accents": "écrit vite, sans accents",
    "phonetique": "écrit comme on l'entend",
    "apprenant": "apprend le français",
}


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
            "lignes": len(corpus),
        },
    )


def _repondre(productions: Productions, entrees: Entrees) -> Reponse:
    equilibrer = formes.fonction(productions["equilibrer"], "equilibrer")
    rendu = formes.table(equilibrer(entrees["corpus"].copy()), "equilibrer", ("question", "besoin", "reponse"))
    if rendu.empty:
        raise FormeInattendue(
            "`equilibrer` rend une table vide : l'assistant n'apprendrait rien, et ne répondrait à personne."
        )
    if len(rendu) > 20 * len(entrees["corpus"]):
        raise FormeInattendue(f"`equilibrer` rend {len(rendu)} lignes, plus de vingt fois le corpus : il répète trop.")
    for colonne in ("question", "besoin", "reponse"):
        if not all(isinstance(v, str) and v.strip() for v in rendu[colonne]):
            raise FormeInattendue(
                f"Dans la table que rend `equilibrer`, la colonne `{colonne}` a des cases vides ou qui ne sont pas du "
                f"texte."
            )
    assistant = entrainer(rendu)
    rendues = assistant.repondre_a(list(entrees["questions"]))
    return {"compris": [r.besoin for r in rendues], "textes": [r.texte for r in rendues], "lignes": len(rendu)}


def comprises(sujet: Sujet, reponse: Reponse) -> pd.Series:
    """Part des questions comprises, par façon d'écrire."""
    juste = [c == b for c, b in zip(reponse["compris"], sujet.verite["besoins"], strict=True)]
    return pd.Series(juste).groupby(sujet.verite["registres"]).mean().reindex(list(REGISTRES))


def _comprend(sujet: Sujet, reponse: Reponse) -> Constat | None:
    parts = comprises(sujet, reponse)
    oublies = parts[parts < COMPRIS]
    if oublies.empty:
        return None
    pire = str(oublies.idxmin())
    rangs = [
        rang
        for rang, (registre, compris) in enumerate(zip(sujet.verite["registres"], reponse["compris"], strict=True))
        if registre == pire and compris != sujet.verite["besoins"][rang]
    ]
    combien = sum(r == pire for r in sujet.verite["registres"])
    tous = len(oublies) == len(parts)
    return Constat(
        "plus_personne_compris" if tous else "une_facon_d_ecrire_oubliee",
        f"{sujet.verite['qui'][rangs[0]]} {_DE_QUI[pire]} et demande « {sujet.verite['questions'][rangs[0]]} » : "
        f"votre assistant ne "
        f"comprend pas. Sur {combien} questions ainsi écrites, "
        f"{accorder(len(rangs), 'reste', 'restent')} sans la bonne réponse.",
        observe="Comprises, sur 100 : " + ", ".join(f"{REGISTRES[r]} {round(100 * v)}" for r, v in parts.items()) + ".",
        essayer="Ce qui gêne, c'est la réponse qui accompagne la question. Faut-il vraiment perdre la question avec "
            "elle ?"
        if not tous else "Moins de lignes, ou toujours les mêmes : l'assistant n'a plus de quoi reconnaître une "
            "demande.",
        leses=len(rangs), grave=True,
    )  # fmt: skip


def _debut(texte: str, longueur: int) -> str:
    return texte if len(texte) <= longueur else texte[:longueur].rstrip(" .…") + "…"


def _sans_familiarite(sujet: Sujet, reponse: Reponse) -> Constat | None:
    familieres = [i for i, t in enumerate(reponse["textes"]) if marques(t)]
    if not familieres:
        return None
    i = familieres[0]
    tutoyes = len(familieres)
    return Constat(
        "encore_familier" if tutoyes > len(reponse["textes"]) / 2 else "parfois_familier",
        f"{sujet.verite['qui'][i]} demande « {sujet.verite['questions'][i]} » et lit « "
        f"{_debut(reponse['textes'][i], 90)} ». La mairie ne "
        "connaît pas cette personne.",
        observe=combien_sur(tutoyes, len(reponse["textes"]), "réponse {} est", "réponses {} sont")
        + " dans un registre inadapté à un service public.",
        essayer="`registre_reponse` dit le registre de chaque réponse. Que peut-on mettre à la place d'une réponse "
        "familière ?",
        leses=tutoyes,
        grave=True,
    )


def _vraies_reponses(sujet: Sujet, reponse: Reponse) -> Constat | None:
    faux = [
        i for i, (t, c) in enumerate(zip(reponse["textes"], reponse["compris"], strict=True))
        if t not in sujet.verite["reponses"].get(c, ())
    ]  # fmt: skip
    if not faux:
        return None
    i = faux[0]
    return Constat(
        "reponse_d_ailleurs",
        f"{sujet.verite['qui'][i]} demande « {sujet.verite['questions'][i]} » et reçoit « "
        f"{_debut(reponse['textes'][i], 70)} » : ce n'est pas "
        "une réponse du corpus à cette demande. Sa démarche n'avance pas.",
        observe=f"{accorder(len(faux), 'réponse est', 'réponses sont')} dans ce cas, sur {len(reponse['textes'])}.",
        essayer="Pour chaque besoin, le corpus contient déjà une réponse claire : reprenez-la, sans en inventer.",
        leses=len(faux),
        grave=True,
    )


# --- sans code --------------------------------------------------------------------------------------------

_QUESTIONS = {
    "toutes": "garder toutes les questions",
    "sans_argot": "retirer les questions en argot",
    "courantes": "ne garder que les questions en français courant",
    "douze_par_facon": "prendre douze questions de chaque façon d'écrire, et les répéter",
}
_REPONSES = {
    "du_corpus": "laisser à chaque question sa réponse",
    "retirer_familieres": "retirer les lignes dont la réponse est familière",
    "claire_du_besoin": "donner à chaque question une réponse claire au même besoin",
    "une_seule": "donner à toutes la réponse claire la plus fréquente",
}


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


CHEMIN = CheminSansCode(
    options={
        "questions": Option("Quelles questions garder ?", _QUESTIONS),
        "reponses": Option("Quelles réponses leur donner ?", _REPONSES),
    },
    produire=_produire,
    exemple='equilibrer = choisir("design.equilibrer", questions="…", reponses="…")',
)

EXERCICE = Exercice(
    identifiant="design.equilibrer",
    titre="Comprendre tout le monde, répondre clairement",
    niveau=2,
    duree_min=5,
    criteres=("CM-UI-03", "CM-SOC-04"),
    indices=(
        "Retirer l'argot du corpus, c'est retirer des gens : ils écriront encore, et ne seront plus compris.",
        "Recommandation : comprendre toutes les façons d'écrire, mesurer chacune, et répondre à toutes avec le même "
        "respect.",
        'Gardez toutes les lignes. Cherchez une réponse claire par besoin (`drop_duplicates("besoin")`), puis '
        "remplacez "
        "`reponse` avec `.map(…)`.",
    ),
    productions=("equilibrer",),
    mondes=MONDES,
    sujet=_sujet,
    repondre=_repondre,
    controles=(
        controle_de_forme(0.25),
        Controle("tous_compris", 0.75, _comprend, ("forme",), "chaque façon d'écrire est comprise"),
        Controle("reponses_du_besoin", 0.25, _vraies_reponses, ("forme",), "chaque réponse répond à la demande"),
        Controle(
            "aucune_familiarite",
            0.75,
            _sans_familiarite,
            ("forme", "reponses_du_besoin"),
            "aucune réponse familière",
        ),
    ),
    choix=CHEMIN,
)
