"""`donnees.ecarter` : quelles lignes de l'archive ne sont pas des décisions, et quelle décision retenir."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.donnees.exercices._commun import (
    CLE,
    MONDES,
    REGLES,
    archives_a_juger,
    critere_abroge,
    enfant,
    quelques,
    sans_decision,
)
from chatmairie.echecs.donnees.mecanisme import entrainer, garder, raisons_en_texte
from chatmairie.echecs.donnees.monde import Monde
from chatmairie.echecs.donnees.tirage import appliquer_reglement, tirer_dossiers
from chatmairie.juge import formes
from chatmairie.juge.exercice import Constat, Entrees, FormeInattendue, Productions, Reponse, Sujet
from chatmairie.juge.fiche import Fiche
from chatmairie.langue.mots import sans_accents

F = Fiche(__file__)

PART_GARDEE = 0.95
"""Part des vraies décisions depuis 2021 qui doit rester. Mesuré sur 40 mondes (outils/mesures_marges.py) : les bonnes
réponses gardent tout ; la fausse la plus proche en perd 9 %."""

PART_PERDUE_UN_JOUR = 0.9
"""Au-delà, ce sont toutes les vraies décisions d'un jour qui disparaissent (hypothèse du cours). Mesuré : les bonnes
réponses n'en perdent aucune ; écarter un jour entier les perd toutes."""

GROUPE_MIN = 5
"""Un groupe dont toutes les vraies décisions disparaissent n'apprend plus rien à personne, même petit ; à moins
de cinq décisions, on ne parle pas d'un groupe (hypothèse du cours). Le seuil est celui d'un jour."""

TORT_AJOUTE = 0.02
"""Part des enfants de la rentrée dont le sort peut changer parce qu'une fonction a réécrit une case (une inconnue
remplie, un type changé), ou parce que des décisions bien choisies manquent. Mesuré sur 60 mondes : 0 avec les bonnes
réponses."""

LETTRES_D_UNE_RAISON = 8
"""Une raison est une phrase courte, pas un code (hypothèse du cours ; dans la banque, de 13 lettres à 2)."""


def _sujet(hasard: Generator, monde: Monde) -> Sujet:
    archives = archives_a_juger(hasard, monde)
    cloture, abroge = sans_decision(archives), critere_abroge(archives)
    a_rapprocher = archives.assign(raison_ecart="")
    a_rapprocher.loc[cloture, "raison_ecart"] = F.mots["raisons"]["cloture"]
    a_rapprocher.loc[abroge, "raison_ecart"] = F.mots["raisons"]["abroge"]
    dossiers = tirer_dossiers(hasard, monde, lignes=1000)
    return Sujet(
        entrees={"archives": archives, "a_rapprocher": a_rapprocher, "dossiers": dossiers},
        verite={
            "numeros": archives["num_dossier"].tolist(),
            "cles": _cles(archives),
            "cloture": cloture,
            "abroge": abroge,
            "recent": archives["annee"].ge(2021) & ~cloture & ~abroge,
            "lignes": archives[["num_dossier", "prenom", "age", "jour_depot", "activite", "canal", "type_famille"]],
            "archive": dict(
                zip(archives["num_dossier"], zip(_cles(archives), archives["decision"], strict=True), strict=True)
            ),
            "raisons": dict(zip(a_rapprocher["num_dossier"], a_rapprocher["raison_ecart"], strict=True)),
            "clos": set(a_rapprocher.loc[cloture, "num_dossier"]),
            "abroges": set(a_rapprocher.loc[abroge & ~cloture, "num_dossier"]),
            "dossiers": dossiers,
            "recevable": appliquer_reglement(dossiers, monde.reglement)["recevable"],
        },
    )


def _cles(table: pd.DataFrame) -> list[str]:
    annees = pd.to_numeric(table["annee"], errors="coerce").fillna(0).astype(int)
    return [f"{e}|{a}|{n}" for e, a, n in zip(table["id_enfant"], table["activite"], annees, strict=True)]


# --- la réponse -------------------------------------------------------------------------------------


def _repondre(productions: Productions, entrees: Entrees) -> Reponse:
    archives, dossiers = entrees["archives"], entrees["dossiers"]
    lignes = archives.set_index("num_dossier", drop=False)
    rapproche = _ou_phrase(_lire_rapprocher, productions["rapprocher"], entrees["a_rapprocher"], lignes, dossiers)
    lu = _ou_phrase(_lire_ecarter, productions["ecarter"], archives, lignes, dossiers)
    if isinstance(lu, str) or isinstance(rapproche, str):
        ecarte = lu if isinstance(lu, str) else {c: v for c, v in lu.items() if c != "table"}
        return {"ecarter": ecarte, "rapprocher": rapproche, "chaine": ""}
    # la suite, comme le carnet l'enchaîne : `rapprocher` reçoit ce qu'a rendu `ecarter`
    chaine = _ou_phrase(_lire_rapprocher, productions["rapprocher"], lu.pop("table"), lignes, dossiers)
    return {"ecarter": lu, "rapprocher": rapproche, "chaine": chaine}


def _ou_phrase(lire: Any, *arguments: Any) -> Any:
    try:
        return lire(*arguments)
    except FormeInattendue as probleme:
        return str(probleme)


def _fonction(production: Any, nom: str) -> Any:
    if formes.non_traitee(production):
        raise F.refus("pas_ecrite", nom=nom)
    return formes.fonction(production, nom)


def _lire_ecarter(production: Any, archives: pd.DataFrame, lignes: pd.DataFrame, dossiers: pd.DataFrame) -> dict:
    rendu = formes.table(_fonction(production, "ecarter")(archives.copy()), "ecarter", ("num_dossier",))
    if "raison_ecart" not in rendu.columns:
        raise F.refus("lignes_supprimees" if len(rendu) < len(archives) else "sans_raison_ecart")
    if len(rendu) != len(archives) or set(rendu["num_dossier"]) != set(archives["num_dossier"]):
        raise F.refus("pas_toutes_les_lignes", n=len(rendu), sur=len(archives))
    formes.table(rendu, "ecarter", (*CLE, "decision", *REGLES))
    rendu = raisons_en_texte(rendu)
    if not all(isinstance(r, str) for r in rendu["raison_ecart"]):
        raise F.refus("raison_pas_un_texte")
    lu = _lues(rendu, "ecarter")
    return {
        "raisons": dict(zip(lu["numeros"], (r.strip() for r in rendu["raison_ecart"]), strict=True)),
        **lu,
        **_sorts(garder(rendu), lignes, dossiers, "ecarter"),
        "table": rendu,
    }


def _lire_rapprocher(production: Any, table: pd.DataFrame, lignes: pd.DataFrame, dossiers: pd.DataFrame) -> dict:
    rendu = _fonction(production, "rapprocher")(table.copy())
    if type(rendu) is pd.DataFrame and set(CLE) & set(rendu.index.names):
        rendu = rendu.drop(columns=[c for c in rendu.index.names if c in rendu.columns]).reset_index()
    rendu = formes.table(rendu, "rapprocher", (*CLE, "decision", "num_dossier", *REGLES))
    toutes = _lues(rendu, "rapprocher")
    if "raison_ecart" in rendu.columns:
        rendu = garder(raisons_en_texte(rendu))  # ce qui garde une raison ne lèse personne
    return {**_lues(rendu, "rapprocher"), "toutes": toutes, **_sorts(rendu, lignes, dossiers, "rapprocher")}


def _lues(table: pd.DataFrame, nom: str) -> dict[str, list[str]]:
    decisions = table["decision"].tolist()
    if not all(isinstance(d, str) for d in decisions):
        raise F.refus("decision_pas_un_texte", nom=nom)
    return {"cles": _cles(table), "decisions": decisions, "numeros": table["num_dossier"].astype(str).tolist()}


def _sorts(table: pd.DataFrame, lignes: pd.DataFrame, dossiers: pd.DataFrame, nom: str) -> dict[str, list[bool]]:
    """Ce que deux machines répondraient à la rentrée : l'une lit ces lignes, l'autre les mêmes, dans l'archive."""
    connus = [n for n in table["num_dossier"].astype(str) if n in lignes.index]
    if not connus:
        return {"accepte": [], "accepterait": []}
    telle_quelle = entrainer(lignes.loc[connus], REGLES)
    try:
        rendue = entrainer(table.assign(decision=table["decision"].map(sans_accents)), REGLES)
        accepte = rendue.accepte(dossiers).tolist()
    except (TypeError, ValueError) as erreur:
        raise F.refus("rien_a_apprendre", nom=nom, erreur=erreur) from None
    return {"accepte": accepte, "accepterait": telle_quelle.accepte(dossiers).tolist()}


# --- les contrôles ----------------------------------------------------------------------------------


@F.controle
def forme_ecarter(sujet: Sujet, reponse: Reponse) -> Constat | None:
    return _intacte(sujet, reponse["ecarter"], "ecarter")


@F.controle
def forme_rapprocher(sujet: Sujet, reponse: Reponse) -> Constat | None:
    return _intacte(sujet, reponse["rapprocher"], "rapprocher")


def _intacte(sujet: Sujet, lu: str | Mapping[str, Any], nom: str) -> Constat | None:
    """Ce que rend `nom` a la forme demandée, et dit de chacun ce qu'en disait l'archive."""
    if isinstance(lu, str):
        return F.tort("forme", dit=lu)
    refuses, admis, sorts = _sorts_changes(sujet, lu)
    suite = F.dire("suite", refuses=len(refuses), admis=len(admis), sur=sorts) if refuses or admis else ""
    if constat := _decision_changee(sujet, lu, nom, len(refuses) + len(admis), suite):
        return constat
    if len(refuses) + len(admis) <= TORT_AJOUTE * max(1, sorts):
        return None
    qui = enfant(sujet.verite["dossiers"].iloc[min(refuses + admis)])
    return F.tort("archive_changee", len(refuses) + len(admis), enfant=qui, nom=nom, suite=suite)


def _sorts_changes(sujet: Sujet, lu: Mapping[str, Any]) -> tuple[list[int], list[int], int]:
    """Les enfants de la rentrée refusés, puis admis, parce que `lu` réécrit l'archive ; sur combien d'enfants."""
    if not lu["accepte"]:
        return [], [], 0
    sorts = list(zip(sujet.verite["recevable"], lu["accepte"], lu["accepterait"], strict=True))
    refuses = [i for i, (recevable, ici, ailleurs) in enumerate(sorts) if recevable and ailleurs and not ici]
    admis = [i for i, (recevable, ici, ailleurs) in enumerate(sorts) if not recevable and ici and not ailleurs]
    return refuses, admis, len(sorts)


def _decision_changee(sujet: Sujet, lu: Mapping[str, Any], nom: str, leses: int, suite: str) -> Constat | None:
    """Une ligne qui ne dit plus ce que dit l'archive."""
    archive = sujet.verite["archive"]
    rendues = lu.get("toutes", lu)  # réécrire une ligne écartée la change aussi
    lues = list(zip(rendues["numeros"], rendues["cles"], rendues["decisions"], strict=True))
    fausses = [(n, d) for n, c, d in lues if archive.get(n, ("", ""))[0] != c or archive[n][1] != sans_accents(d)]
    if not fausses:
        return None
    numero, dite = fausses[0]
    cas, ecrite = "decision_changee/inconnue", archive.get(numero, ("", ""))[1]
    if numero in archive:
        meme = ecrite == sans_accents(dite)
        cas = "decision_changee/autre_demande" if meme else "decision_changee/autre_decision"
    return F.tort(
        cas,
        max(len(fausses), leses),
        qui=_qui(sujet, numero, "numeros"),
        numero=numero,
        ecrite=ecrite,
        dite=dite,
        de_qui=F.dire("pas_celle_du_logiciel" if numero in sujet.verite["clos"] else "pas_celle_de_l_agent"),
        lignes=len(fausses),
        sur=len(lues),
        suite=suite,
        nom=nom,
    )


def _qui(sujet: Sujet, valeur: str, parmi: str = "cles") -> str:
    """« Léa, 3 ans », d'après un numéro de dossier ou la clé d'une demande."""
    valeurs = sujet.verite[parmi]
    return enfant(sujet.verite["lignes"].iloc[valeurs.index(valeur)]) if valeur in valeurs else F.dire("un_enfant")


def _encore_la(sujet: Sujet, reponse: Reponse, quoi: str) -> pd.DataFrame:
    return sujet.verite["lignes"][~_ecartees(sujet, reponse) & sujet.verite[quoi]]


@F.controle
def clotures_ecartees(sujet: Sujet, reponse: Reponse) -> Constat | None:
    restantes, total = _encore_la(sujet, reponse, "cloture"), int(sujet.verite["cloture"].sum())
    if restantes.empty:
        return None
    famille = "cause_encore_la" if len(restantes) == total else "cause_en_partie_la"
    return F.tort(famille, len(restantes), qui=quelques(restantes), total=total)


@F.controle
def regle_abrogee_ecartee(sujet: Sujet, reponse: Reponse) -> Constat | None:
    restantes = _encore_la(sujet, reponse, "abroge")
    if restantes.empty:
        return None
    return F.tort("critere_illegal_encore_la", len(restantes), qui=quelques(restantes))


def pertes(sujet: Sujet, reponse: Reponse) -> tuple[float, pd.Series]:
    """Part des vraies décisions récentes écartées (0 à 1), en tout et par jour de dépôt."""
    table, recentes = sujet.verite["lignes"], sujet.verite["recent"]
    ecartee = _ecartees(sujet, reponse)[recentes]
    return float(ecartee.mean()), ecartee.groupby(table.loc[recentes, "jour_depot"]).mean()


def _ecartees(sujet: Sujet, reponse: Reponse) -> pd.Series:
    raisons = reponse["ecarter"]["raisons"]
    return pd.Series([raisons[n] != "" for n in sujet.verite["numeros"]], index=sujet.verite["lignes"].index)


@F.controle
def vraies_decisions_gardees(sujet: Sujet, reponse: Reponse) -> Constat | None:
    if not any(reponse["ecarter"]["raisons"].values()):
        return F.tort("rien_ecarte/deja_dit")  # tout garder n'est pas choisir : `raisons_lisibles` le dit
    table, recentes = sujet.verite["lignes"], sujet.verite["recent"]
    perdues = table[recentes & _ecartees(sujet, reponse)]
    part, par_jour = pertes(sujet, reponse)
    vides = par_jour.index[par_jour >= PART_PERDUE_UN_JOUR]
    if 0 < len(vides) < len(par_jour):
        du_jour = perdues[perdues["jour_depot"].eq(vides[0])]
        return F.tort("jour_entier_perdu", len(du_jour), qui=quelques(du_jour, 1), jour=vides[0])
    groupe = _groupe_perdu(table[recentes], perdues)
    if groupe is not None and groupe.leses >= PART_GARDEE * len(perdues):  # presque rien d'autre n'est perdu
        return groupe
    if part <= 1 - PART_GARDEE:
        return groupe or _refuses_ensuite(sujet, reponse, perdues)
    return F.tort("vraies_decisions_perdues", len(perdues), qui=quelques(perdues), sur=int(recentes.sum()))


def _groupe_perdu(recentes: pd.DataFrame, perdues: pd.DataFrame) -> Constat | None:
    """Peu de décisions en tout, mais presque toutes celles d'un âge, d'une activité, d'une voie ou d'une situation."""
    for colonne, groupe in F.mots["groupes"].items():
        parts = perdues[colonne].value_counts() / recentes[colonne].value_counts()[lambda n: n >= GROUPE_MIN]
        vides = parts.index[parts >= PART_PERDUE_UN_JOUR]
        if len(vides):
            du_groupe = perdues[perdues[colonne].eq(vides[0])]
            qui = quelques(du_groupe, 1)
            return F.tort("groupe_perdu", len(du_groupe), qui=qui, groupe=groupe, lequel=vides[0])
    return None


def _refuses_ensuite(sujet: Sujet, reponse: Reponse, perdues: pd.DataFrame) -> Constat | None:
    """Peu de décisions en tout, mais choisies : au bout de la chaîne, la machine refuse des enfants recevables."""
    propre = _encore_la(sujet, reponse, "cloture").empty and _encore_la(sujet, reponse, "abroge").empty
    recevable = sujet.verite["recevable"]
    sorts = zip(recevable, reponse["ecarter"]["accepte"], strict=True) if reponse["ecarter"]["accepte"] else ()
    refuses = [i for i, (r, accepte) in enumerate(sorts) if r and not accepte]
    if perdues.empty or not propre or len(refuses) <= TORT_AJOUTE * int(recevable.sum()):
        return None
    qui = enfant(sujet.verite["dossiers"].iloc[refuses[0]])
    return F.tort("refuses_ensuite", len(refuses), enfant=qui, sur=int(recevable.sum()), ecartees=len(perdues))


@F.controle
def raisons_lisibles(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    raisons = dict.fromkeys(r for r in reponse["ecarter"]["raisons"].values() if r)
    if not raisons:
        return F.tort("rien_ecarte")
    courtes = [r for r in raisons if len(sans_accents(r).replace(" ", "")) < LETTRES_D_UNE_RAISON]
    return F.tort("raison_muette", raison=courtes[0]) if courtes else None


@F.controle
def decision_retenue(sujet: Sujet, reponse: Reponse) -> Constat | None:
    """`rapprocher`, sur une table bien écartée ; puis la chaîne entière, sur ce qu'a rendu `ecarter`."""
    constat = _une_par_demande(sujet, reponse["rapprocher"], sujet.verite["raisons"])
    if constat is not None or isinstance(reponse["ecarter"], str):
        return constat
    if isinstance(reponse["chaine"], str):
        return F.tort("forme", dit=reponse["chaine"])
    return _une_par_demande(sujet, reponse["chaine"], reponse["ecarter"]["raisons"])


def _une_par_demande(sujet: Sujet, rendu: Mapping[str, Any], raisons: Mapping[str, str]) -> Constat | None:
    archive, cles = sujet.verite["archive"], pd.Series(rendu["cles"], dtype=object)
    doubles = cles[cles.duplicated()]
    if len(doubles):
        return F.tort("encore_en_double", qui=_qui(sujet, doubles.iloc[0]), n=len(doubles))
    retenues = [(c, n) for c, n in zip(cles, rendu["numeros"], strict=True) if raisons.get(n)]
    if retenues:
        qui, numero = retenues[0]
        cas = {
            numero in sujet.verite["clos"]: "ligne_ecartee_retenue/close",
            numero in sujet.verite["abroges"]: "ligne_ecartee_retenue/illegale",
        }.get(True, "ligne_ecartee_retenue/autre")
        return F.tort(cas, len(retenues), qui=_qui(sujet, qui))
    attendues = {archive[n][0] for n, raison in raisons.items() if not raison}
    if perdus := attendues - set(cles):
        return F.tort("enfants_perdus", len(perdus), qui=_qui(sujet, min(perdus)), sur=len(attendues))
    return None


# --- sans code --------------------------------------------------------------------------------------


def _produire(decisions: Mapping[str, Any]) -> Productions:
    raisons = F.contenu["options"]["lignes"]["valeurs"]

    def ecarter(archives: pd.DataFrame) -> pd.DataFrame:
        refus = archives["decision"].eq("refuse")
        pire = refus.groupby(archives["jour_depot"]).mean().idxmax()
        masques = {
            "personne_n_a_instruit": sans_decision(archives),
            "critere_abandonne": critere_abroge(archives),
            "tout_le_jour": archives["jour_depot"].eq(pire),
            "avant_2024": archives["annee"].lt(2024),
            "case_vide": archives.drop(columns=["motif", "instruit_par"]).isna().any(axis=1),
            "dossiers_incomplets": refus & archives["motif"].eq("DOSSIER INCOMPLET"),
        }
        rendu = archives.assign(raison_ecart="")
        for nom in decisions["lignes"]:
            rendu.loc[masques[nom], "raison_ecart"] = raisons[nom]
        return rendu

    def rapprocher(table: pd.DataFrame) -> pd.DataFrame:
        vraies = table[table["raison_ecart"].eq("")]
        return {
            "premiere_ligne": table.drop_duplicates(CLE, keep="first"),
            "derniere_vraie_decision": vraies.drop_duplicates(CLE, keep="last"),
            "une_ligne_par_enfant": vraies.drop_duplicates("id_enfant", keep="last"),
            "tout_garder": table,
        }[decisions["doubles"]]

    return {"ecarter": ecarter, "rapprocher": rapprocher}


EXERCICE = F.exercice(
    mondes=MONDES,
    sujet=_sujet,
    repondre=_repondre,
    produire=_produire,
)
