"""`donnees.ecarter` : quelles lignes de l'archive ne sont pas des décisions, et quelle décision retenir."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
from numpy.random import Generator

from chatmairie.echecs.donnees.dossiers import appliquer_reglement, tirer_dossiers
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
from chatmairie.echecs.donnees.exercices.ecarter_sans_code import CHEMIN
from chatmairie.echecs.donnees.modele import entrainer
from chatmairie.echecs.donnees.monde import Monde
from chatmairie.echecs.donnees.nettoyage import garder, raisons_en_texte
from chatmairie.juge import formes
from chatmairie.juge.exercice import Constat, Controle, Entrees, Exercice, FormeInattendue, Productions, Reponse, Sujet
from chatmairie.langue.mots import accorder, combien_sur, sans_accents

PART_GARDEE = 0.95
"""Part des vraies décisions depuis 2021 qui doit rester. Mesuré sur 40 mondes (outils/mesures_marges.py) : les bonnes
réponses gardent tout ; la fausse la plus proche en perd 9 %."""

PART_PERDUE_UN_JOUR = 0.9
"""Au-delà, ce sont toutes les vraies décisions d'un jour qui disparaissent (hypothèse du cours). Mesuré : les bonnes
réponses n'en perdent aucune ; écarter un jour entier les perd toutes."""

GROUPES = {
    "age": "les enfants de cet âge",
    "activite": "les demandes de cette activité",
    "canal": "les dossiers arrivés par cette voie",
    "type_famille": "les familles dans cette situation",
}
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
    a_rapprocher.loc[cloture, "raison_ecart"] = "clos par le logiciel, sans décision"
    a_rapprocher.loc[abroge, "raison_ecart"] = "critère « parents actifs » abandonné"
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


def _pas_ecrite(production: Any, nom: str) -> Any:
    from chatmairie.juge.formes import non_traitee

    if non_traitee(production):
        raise FormeInattendue(f"`{nom}` n'est pas encore écrite : remplacez les « ... » sous `def {nom}`.")
    return formes.fonction(production, nom)


def _lire_ecarter(production: Any, archives: pd.DataFrame, lignes: pd.DataFrame, dossiers: pd.DataFrame) -> dict:
    rendu = formes.table(_pas_ecrite(production, "ecarter")(archives.copy()), "ecarter", ("num_dossier",))
    if "raison_ecart" not in rendu.columns:
        if len(rendu) < len(archives):
            raise FormeInattendue(
                "`ecarter` supprime des lignes sans dire pourquoi : on ne pourra plus l'expliquer aux familles. "
                "Rendez toutes les lignes, avec une colonne `raison_ecart` (texte vide pour celles que vous "
                "gardez)."
            )
        raise FormeInattendue("Dans le tableau que renvoie `ecarter`, il manque la colonne `raison_ecart`.")
    if len(rendu) != len(archives) or set(rendu["num_dossier"]) != set(archives["num_dossier"]):
        raise FormeInattendue(
            f"`ecarter` doit rendre toutes les lignes ({len(archives)}) ; elle en rend {len(rendu)}. La raison se "
            "note dans `raison_ecart` ; on retire les lignes ensuite."
        )
    formes.table(rendu, "ecarter", (*CLE, "decision", *REGLES))
    rendu = raisons_en_texte(rendu)
    if not all(isinstance(r, str) for r in rendu["raison_ecart"]):
        raise FormeInattendue(
            "`raison_ecart` contient autre chose que du texte : une raison est une phrase courte, ou rien."
        )
    lu = _lues(rendu, "ecarter")
    gardees = garder(rendu)
    return {
        "raisons": dict(zip(lu["numeros"], (r.strip() for r in rendu["raison_ecart"]), strict=True)),
        **lu,
        **_sorts(gardees, lignes, dossiers, "ecarter"),
        "table": rendu,
    }


def _lire_rapprocher(production: Any, table: pd.DataFrame, lignes: pd.DataFrame, dossiers: pd.DataFrame) -> dict:
    rendu = _pas_ecrite(production, "rapprocher")(table.copy())
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
        raise FormeInattendue(
            f"`{nom}` rend des décisions qui ne sont plus du texte : elles devaient rester telles quelles."
        )
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
        raise FormeInattendue(f"La machine ne peut rien apprendre de ce que rend `{nom}` : {erreur}") from None
    return {"accepte": accepte, "accepterait": telle_quelle.accepte(dossiers).tolist()}


# --- les contrôles ----------------------------------------------------------------------------------


def _intacte(nom: str) -> Any:
    """Ce que rend `nom` a la forme demandée, et dit de chacun ce qu'en disait l'archive."""

    def examiner(sujet: Sujet, reponse: Reponse) -> Constat | None:
        lu = reponse[nom]
        return F.tort("forme/cas2", lu=lu) if isinstance(lu, str) else _changees(sujet, lu, nom)

    return examiner


def _changees(sujet: Sujet, lu: Mapping[str, Any], nom: str) -> Constat | None:
    """Les lignes qui ne disent plus ce que dit l'archive, et les enfants de la rentrée dont le sort en change."""
    archive = sujet.verite["archive"]
    rendues = lu.get("toutes", lu)  # réécrire une ligne écartée la change aussi
    lues = list(zip(rendues["numeros"], rendues["cles"], rendues["decisions"], strict=True))
    recevable = sujet.verite["recevable"].tolist()
    sorts = list(zip(recevable, lu["accepte"], lu["accepterait"], strict=True)) if lu["accepte"] else []
    refuses = sum(r and ailleurs and not ici for r, ici, ailleurs in sorts)
    admis = sum(not r and ici and not ailleurs for r, ici, ailleurs in sorts)
    suite = (
        f" Une machine qui l'apprend refuserait {accorder(refuses, 'enfant', 'enfants')} de plus dont le dossier est "
        f"recevable, et en admettrait {admis} hors du règlement, sur {len(sorts)}."
    )
    essayer = f"`{nom}` choisit des lignes, sans réécrire ce qu'elles disent : regardez ce que devient chaque colonne."
    fausses = [(n, d) for n, c, d in lues if archive.get(n, ("", ""))[0] != c or archive[n][1] != sans_accents(d)]
    if fausses:
        numero, dite = fausses[0]
        ecrite = archive.get(numero, ("", "rien"))[1]
        autre = f"l'archive dit « {ecrite} », la vôtre « {dite} »"
        if ecrite == sans_accents(dite):
            autre = "la demande n'est plus la sienne"
        return F.tort(
            "decision_changee",
            max(len(fausses), refuses + admis),
            qui=_qui(sujet, numero, "numeros"),
            numero=numero,
            autre=autre,
            trou1="celle du logiciel." if numero in sujet.verite["clos"] else "celle que l'agent a prise.",
            trou2=len(fausses),
            trou3=len(lues),
            trou4=suite * bool(refuses or admis),
            essayer=essayer,
        )
    if refuses + admis <= TORT_AJOUTE * max(1, len(sorts)):
        return None
    i = next(i for i, (_r, ici, ailleurs) in enumerate(sorts) if ici != ailleurs)
    return F.tort(
        "archive_changee",
        refuses + admis,
        enfant=enfant(sujet.verite["dossiers"].iloc[i]),
        nom=nom,
        suite=suite,
        essayer=essayer,
    )


def _qui(sujet: Sujet, valeur: str, parmi: str = "cles") -> str:
    """« Léa, 3 ans », d'après un numéro de dossier ou la clé d'une demande."""
    valeurs = sujet.verite[parmi]
    return enfant(sujet.verite["lignes"].iloc[valeurs.index(valeur)]) if valeur in valeurs else "Un enfant"


def _encore_la(sujet: Sujet, reponse: Reponse, quoi: str) -> pd.DataFrame:
    return sujet.verite["lignes"][~_ecartees(sujet, reponse) & sujet.verite[quoi]]


def _clotures(sujet: Sujet, reponse: Reponse) -> Constat | None:
    restantes = _encore_la(sujet, reponse, "cloture")
    if restantes.empty:
        return None
    total = int(sujet.verite["cloture"].sum())
    rien = len(restantes) == total
    return F.tort(
        "A_NOMMER:'cause_encore_la' if rien else 'cause_en_partie_la'",
        len(restantes),
        quelques=quelques(restantes),
        total=total,
    )


def _regle(sujet: Sujet, reponse: Reponse) -> Constat | None:
    restantes = _encore_la(sujet, reponse, "abroge")
    if restantes.empty:
        return None
    return F.tort("critere_illegal_encore_la", len(restantes), quelques=quelques(restantes))


def pertes(sujet: Sujet, reponse: Reponse) -> tuple[float, pd.Series]:
    """Part des vraies décisions récentes écartées (0 à 1), en tout et par jour de dépôt."""
    table, recentes = sujet.verite["lignes"], sujet.verite["recent"]
    ecartee = _ecartees(sujet, reponse)[recentes]
    return float(ecartee.mean()), ecartee.groupby(table.loc[recentes, "jour_depot"]).mean()


def _ecartees(sujet: Sujet, reponse: Reponse) -> pd.Series:
    raisons = reponse["ecarter"]["raisons"]
    return pd.Series([raisons[n] != "" for n in sujet.verite["numeros"]], index=sujet.verite["lignes"].index)


def _gardees(sujet: Sujet, reponse: Reponse) -> Constat | None:
    if not any(reponse["ecarter"]["raisons"].values()):
        return Constat("rien_ecarte", "")  # tout garder n'est pas choisir : `_raisons` le dit
    table, recentes = sujet.verite["lignes"], sujet.verite["recent"]
    perdues = table[recentes & _ecartees(sujet, reponse)]
    part, par_jour = pertes(sujet, reponse)
    vides = par_jour.index[par_jour >= PART_PERDUE_UN_JOUR]
    if 0 < len(vides) < len(par_jour):
        du_jour = perdues[perdues["jour_depot"].eq(vides[0])]
        return F.tort("jour_entier_perdu", len(du_jour), quelques=quelques(du_jour, 1), trou1=vides[0])
    groupe = _groupe_perdu(table[recentes], perdues)
    if groupe is not None and groupe.leses >= PART_GARDEE * len(perdues):  # presque rien d'autre n'est perdu
        return groupe
    if part <= 1 - PART_GARDEE:
        return groupe or _refuses_ensuite(sujet, reponse, perdues)
    return F.tort("vraies_decisions_perdues", len(perdues), quelques=quelques(perdues), trou1=recentes.sum())


def _groupe_perdu(recentes: pd.DataFrame, perdues: pd.DataFrame) -> Constat | None:
    """Peu de décisions en tout, mais presque toutes celles d'un âge, d'une activité, d'une voie ou d'une situation."""
    for colonne, qui in GROUPES.items():
        parts = perdues[colonne].value_counts() / recentes[colonne].value_counts()[lambda n: n >= GROUPE_MIN]
        vides = parts.index[parts >= PART_PERDUE_UN_JOUR]
        if len(vides):
            du_groupe = perdues[perdues[colonne].eq(vides[0])]
            return F.tort("groupe_perdu", len(du_groupe), quelques=quelques(du_groupe, 1), qui=qui, trou1=vides[0])
    return None


def _refuses_ensuite(sujet: Sujet, reponse: Reponse, perdues: pd.DataFrame) -> Constat | None:
    """Peu de décisions en tout, mais choisies : au bout de la chaîne, la machine refuse des enfants recevables."""
    propre = _encore_la(sujet, reponse, "cloture").empty and _encore_la(sujet, reponse, "abroge").empty
    recevable = sujet.verite["recevable"]
    sorts = zip(recevable, reponse["ecarter"]["accepte"], strict=True) if reponse["ecarter"]["accepte"] else ()
    refuses = [i for i, (r, accepte) in enumerate(sorts) if r and not accepte]
    if perdues.empty or not propre or len(refuses) <= TORT_AJOUTE * int(recevable.sum()):
        return None
    return F.tort(
        "refuses_ensuite",
        len(refuses),
        enfant=enfant(sujet.verite["dossiers"].iloc[refuses[0]]),
        trou1=recevable.sum(),
        trou2=len(perdues),
    )


def _raisons(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    raisons = {r for r in reponse["ecarter"]["raisons"].values() if r}
    if not raisons:
        return F.tort("rien_ecarte")
    courtes = [r for r in raisons if len(sans_accents(r).replace(" ", "")) < LETTRES_D_UNE_RAISON]
    if courtes:
        return F.tort("raison_muette", trou1=courtes[0])
    return None


def _rapproche(sujet: Sujet, reponse: Reponse) -> Constat | None:
    """`rapprocher`, sur une table bien écartée ; puis la chaîne entière, sur ce qu'a rendu `ecarter`."""
    constat = _une_par_demande(sujet, reponse["rapprocher"], sujet.verite["raisons"])
    if constat is not None or isinstance(reponse["ecarter"], str):
        return constat
    if isinstance(reponse["chaine"], str):
        return F.tort("forme", chaine=reponse["chaine"])
    return _une_par_demande(sujet, reponse["chaine"], reponse["ecarter"]["raisons"])


def _une_par_demande(sujet: Sujet, rendu: Mapping[str, Any], raisons: Mapping[str, str]) -> Constat | None:
    archive = sujet.verite["archive"]
    attendues = {archive[n][0] for n, raison in raisons.items() if not raison}
    if len(set(rendu["cles"])) != len(rendu["cles"]):
        doubles = pd.Series(rendu["cles"])
        double = doubles[doubles.duplicated()].iloc[0]
        return F.tort("encore_en_double", qui=_qui(sujet, double), trou1=doubles.duplicated().sum())
    retenues = [(c, n) for c, n in zip(rendu["cles"], rendu["numeros"], strict=True) if raisons.get(n)]
    if retenues:
        qui_perd, numero = retenues[0]
        de_qui = {
            numero in sujet.verite["clos"]: "un refus que personne n'a décidé",
            numero in sujet.verite["abroges"]: "un refus décidé selon un critère illégal",
        }.get(True, "ce que vous aviez choisi de ne pas lui apprendre")
        return F.tort("ligne_ecartee_retenue", len(retenues), qui=_qui(sujet, qui_perd), de_qui=de_qui)
    presentes = set(rendu["cles"])
    perdus = [c for c in attendues if c not in presentes]
    if perdus:
        return F.tort("enfants_perdus", len(perdus), qui=_qui(sujet, min(perdus)), sur=len(attendues))
    return None


EXERCICE = Exercice(
    identifiant="donnees.ecarter",
    titre="Écarter ce qui n'est pas une décision",
    niveau=3,
    duree_min=8,
    criteres=("CM-SOC-02", "STR-2_01"),
    indices=(
        "Des enfants dont personne n'a ouvert le dossier sont dans l'archive comme des refus. D'autres ont été "
        "refusés parce que leurs parents ne travaillaient pas : c'était déjà illégal.",
        "Recommandation : avant d'apprendre, ne garder que de vraies décisions, prises selon les règles "
        "d'aujourd'hui, et noter pourquoi le reste est mis de côté.",
        '`ecarter` : partez de `archives.assign(raison_ecart="")`, puis remplissez `raison_ecart` avec '
        "`.loc[condition, …]`. `rapprocher` : gardez les lignes sans raison, puis une seule par (id_enfant, "
        "activite, annee) avec `drop_duplicates`.",
    ),
    productions=("ecarter", "rapprocher"),
    mondes=MONDES,
    sujet=_sujet,
    repondre=_repondre,
    controles=(
        Controle("forme_ecarter", 0.25, _intacte("ecarter"), libelle="`ecarter` rend toute l'archive, sans la changer"),
        Controle(
            "clotures_ecartees", 0.5, _clotures, ("forme_ecarter",), "les dossiers que personne n'a lus sont écartés"
        ),
        Controle("regle_abrogee_ecartee", 0.5, _regle, ("forme_ecarter",), "les refus du critère illégal sont écartés"),
        Controle("vraies_decisions_gardees", 0.5, _gardees, ("forme_ecarter",), "les vraies décisions restent"),
        Controle("raisons_lisibles", 0.25, _raisons, ("forme_ecarter",), "chaque mise à l'écart a sa raison"),
        Controle(
            "forme_rapprocher", 0.25, _intacte("rapprocher"), libelle="`rapprocher` choisit des lignes sans les changer"
        ),
        Controle("decision_retenue", 0.75, _rapproche, ("forme_rapprocher",), "une demande, une décision, la vraie"),
    ),
    choix=CHEMIN,
)
