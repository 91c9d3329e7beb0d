"""`donnees.ecarter` : quelles lignes de l'archive ne sont pas des décisions, et quelle décision retenir."""

from __future__ import annotations

from typing import Any

import pandas as pd
from numpy.random import Generator

from chatmairie import formes
from chatmairie.donnees.exercices._commun import (
    CLE,
    MONDES,
    archives_a_juger,
    critere_abroge,
    enfant,
    quelques,
    sans_decision,
)
from chatmairie.donnees.exercices.ecarter_sans_code import CHEMIN
from chatmairie.donnees.monde import Monde
from chatmairie.exercice import Constat, Controle, Entrees, Exercice, FormeInattendue, Productions, Reponse, Sujet
from chatmairie.exigences import accorder, combien_sur, sans_accents

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

LETTRES_D_UNE_RAISON = 8
"""Une raison est une phrase courte, pas un code (hypothèse du cours ; dans la banque, de 13 lettres à 2)."""


def _sujet(hasard: Generator, monde: Monde) -> Sujet:
    archives = archives_a_juger(hasard, monde)
    cloture, abroge = sans_decision(archives), critere_abroge(archives)
    a_rapprocher = archives.assign(raison_ecart="")
    a_rapprocher.loc[cloture, "raison_ecart"] = "clos par le logiciel, sans décision"
    a_rapprocher.loc[abroge, "raison_ecart"] = "critère « parents actifs » abandonné"
    vraies = a_rapprocher[a_rapprocher["raison_ecart"].eq("")]
    return Sujet(
        entrees={"archives": archives, "a_rapprocher": a_rapprocher},
        verite={
            "numeros": archives["num_dossier"].tolist(),
            "cloture": cloture,
            "abroge": abroge,
            "recent": archives["annee"].ge(2021) & ~cloture & ~abroge,
            "lignes": archives[["num_dossier", "prenom", "age", "jour_depot", "activite", "canal", "type_famille"]],
            "decisions": _derniere_decision(vraies),
            "clos": set(a_rapprocher.loc[cloture, "num_dossier"]),
            "abroges": set(a_rapprocher.loc[abroge & ~cloture, "num_dossier"]),
            "a_rapprocher": a_rapprocher[["prenom", "age", *CLE]],
        },
    )


def _derniere_decision(vraies: pd.DataFrame) -> dict[str, str]:
    derniere = vraies.drop_duplicates(CLE, keep="last")
    return dict(zip(_cles(derniere), derniere["decision"], strict=True))


def _cles(table: pd.DataFrame) -> list[str]:
    annees = pd.to_numeric(table["annee"], errors="coerce").fillna(0).astype(int)
    return [f"{e}|{a}|{n}" for e, a, n in zip(table["id_enfant"], table["activite"], annees, strict=True)]


# --- la réponse -------------------------------------------------------------------------------------


def _repondre(productions: Productions, entrees: Entrees) -> Reponse:
    return {
        "ecarter": _ou_phrase(_lire_ecarter, productions["ecarter"], entrees["archives"]),
        "rapprocher": _ou_phrase(_lire_rapprocher, productions["rapprocher"], entrees["a_rapprocher"]),
    }


def _ou_phrase(lire: Any, production: Any, table: pd.DataFrame) -> Any:
    try:
        return lire(production, table)
    except FormeInattendue as probleme:
        return str(probleme)


def _pas_ecrite(production: Any, nom: str) -> Any:
    from chatmairie.formes import non_traitee

    if non_traitee(production):
        raise FormeInattendue(f"`{nom}` n'est pas encore écrite : remplacez les « ... » sous `def {nom}`.")
    return formes.fonction(production, nom)


def _lire_ecarter(production: Any, archives: pd.DataFrame) -> dict[str, str]:
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
    raisons = _raisons_lues(rendu)
    if not all(isinstance(r, str) for r in raisons):
        raise FormeInattendue(
            "`raison_ecart` contient autre chose que du texte : une raison est une phrase courte, ou rien."
        )
    return dict(zip(rendu["num_dossier"].astype(str), (r.strip() for r in raisons), strict=True))


def _raisons_lues(table: pd.DataFrame) -> list[Any]:
    raisons = table["raison_ecart"].astype(object)
    return raisons.where(raisons.notna(), "").tolist()


def _lire_rapprocher(production: Any, table: pd.DataFrame) -> dict[str, list[str]]:
    rendu = _pas_ecrite(production, "rapprocher")(table.copy())
    if type(rendu) is pd.DataFrame and set(CLE) & set(rendu.index.names):
        rendu = rendu.reset_index()  # après un `groupby`, la demande est dans l'index : c'est admis
    rendu = formes.table(rendu, "rapprocher", (*CLE, "decision", "num_dossier"))
    if "raison_ecart" in rendu.columns:
        # la suite du carnet (`nettoyer`) retire encore ce qui garde une raison : ces lignes ne lèsent personne
        gardees = [not (isinstance(r, str) and r.strip()) for r in _raisons_lues(rendu)]
        rendu = rendu.loc[pd.array(gardees, dtype=bool)]
    decisions = rendu["decision"].tolist()
    if not all(isinstance(d, str) for d in decisions):
        raise FormeInattendue(
            "`rapprocher` rend des décisions qui ne sont plus du texte : elles devaient rester telles quelles."
        )
    return {"cles": _cles(rendu), "decisions": decisions, "numeros": rendu["num_dossier"].astype(str).tolist()}


# --- les contrôles ----------------------------------------------------------------------------------


def _forme(partie: str) -> Any:
    def examiner(_sujet: Sujet, reponse: Reponse) -> Constat | None:
        return Constat("forme", reponse[partie]) if isinstance(reponse[partie], str) else None

    return examiner


def _encore_la(sujet: Sujet, reponse: Reponse, quoi: str) -> pd.DataFrame:
    gardees = [reponse["ecarter"][n] == "" for n in sujet.verite["numeros"]]
    return sujet.verite["lignes"][pd.Series(gardees, index=sujet.verite["lignes"].index) & sujet.verite[quoi]]


def _clotures(sujet: Sujet, reponse: Reponse) -> Constat | None:
    restantes = _encore_la(sujet, reponse, "cloture")
    if restantes.empty:
        return None
    total = int(sujet.verite["cloture"].sum())
    rien = len(restantes) == total
    return Constat(
        "cause_encore_la" if rien else "cause_en_partie_la",
        f"{quelques(restantes)} : personne n'a lu leur dossier, et vous le donnez à apprendre comme un refus. La "
        "machine refusera les prochains.",
        observe=f"{accorder(len(restantes), 'dossier clos', 'dossiers clos')} sans être lus, sur {total}, restent "
        "dans l'archive comme des décisions.",
        essayer="Le libellé du motif change d'une mairie à l'autre. Qu'est-ce qui, dans une ligne, dit qu'un "
        'agent a décidé ? (Une case de texte vide vaut `""` : `isna()` ne la voit pas.)',
        leses=len(restantes),
    )


def _regle(sujet: Sujet, reponse: Reponse) -> Constat | None:
    restantes = _encore_la(sujet, reponse, "abroge")
    if restantes.empty:
        return None
    return Constat(
        "critere_illegal_encore_la",
        f"{quelques(restantes)} : refusés parce que leurs parents ne travaillaient pas. Ce critère est abandonné "
        "depuis 2021, parce qu'il est illégal ; l'archive l'enseignerait encore.",
        observe=f"{accorder(len(restantes), 'refus', 'refus')} de ce genre restent dans l'archive.",
        essayer="Relisez les motifs de refus un par un : lequel n'est pas dans le règlement d'aujourd'hui ?",
        leses=len(restantes),
    )


def pertes(sujet: Sujet, reponse: Reponse) -> tuple[float, pd.Series]:
    """Part des vraies décisions récentes écartées (0 à 1), en tout et par jour de dépôt."""
    table, recentes = sujet.verite["lignes"], sujet.verite["recent"]
    ecartee = pd.Series([reponse["ecarter"][n] != "" for n in sujet.verite["numeros"]], index=table.index)[recentes]
    return float(ecartee.mean()), ecartee.groupby(table.loc[recentes, "jour_depot"]).mean()


def _gardees(sujet: Sujet, reponse: Reponse) -> Constat | None:
    table, recentes = sujet.verite["lignes"], sujet.verite["recent"]
    ecartee = pd.Series([reponse["ecarter"][n] != "" for n in sujet.verite["numeros"]], index=table.index)
    perdues = table[recentes & ecartee]
    part, par_jour = pertes(sujet, reponse)
    vides = par_jour.index[par_jour >= PART_PERDUE_UN_JOUR]
    if 0 < len(vides) < len(par_jour):
        du_jour = perdues[perdues["jour_depot"].eq(vides[0])]
        return Constat(
            "jour_entier_perdu",
            f"{quelques(du_jour, 1)} : ce {vides[0]}-là, un agent a lu son dossier et décidé, et vous l'écartez "
            "avec tout le jour. La machine n'apprendra rien de ces familles.",
            observe=f"{accorder(len(du_jour), 'vraie décision', 'vraies décisions')} de ce jour, depuis 2021, "
            f"{'est écartée' if len(du_jour) < 2 else 'sont écartées'}.",
            essayer="Le jour n'est pas la cause. Qu'est-ce qui distingue, ce jour-là, un dossier lu d'un dossier "
            "que personne n'a ouvert ?",
            leses=len(du_jour),
        )
    if part <= 1 - PART_GARDEE:
        return _groupe_perdu(table[recentes], perdues)
    return Constat(
        "vraies_decisions_perdues",
        f"{quelques(perdues)} : un agent a lu leur dossier et décidé, et vous l'écartez. Ce que ces familles ont "
        "vécu ne comptera pas dans ce que la machine apprend.",
        observe=f"Vraies décisions écartées, depuis 2021 : {len(perdues)} sur {int(recentes.sum())}.",
        essayer="N'écartez que ce que personne n'a décidé, ou ce qu'une règle illégale a décidé.",
        leses=len(perdues),
    )


def _groupe_perdu(recentes: pd.DataFrame, perdues: pd.DataFrame) -> Constat | None:
    """Peu de décisions en tout, mais presque toutes celles d'un âge, d'une activité, d'une voie ou d'une situation."""
    for colonne, qui in GROUPES.items():
        parts = perdues[colonne].value_counts() / recentes[colonne].value_counts()[lambda n: n >= GROUPE_MIN]
        vides = parts.index[parts >= PART_PERDUE_UN_JOUR]
        if len(vides):
            du_groupe = perdues[perdues[colonne].eq(vides[0])]
            return Constat(
                "groupe_perdu",
                f"{quelques(du_groupe, 1)} : un agent a lu son dossier et décidé, et vous l'écartez avec {qui} "
                f"({vides[0]}). La machine ne saura rien d'eux, et se trompera d'abord sur eux.",
                observe=f"{len(du_groupe)} vraies décisions de ce groupe, depuis 2021, sont écartées.",
                essayer="N'écartez que ce que personne n'a décidé, ou ce qu'une règle illégale a décidé : pas des "
                "personnes.",
                leses=len(du_groupe),
            )
    return None


def _raisons(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    raisons = {r for r in reponse["ecarter"].values() if r}
    if not raisons:
        return Constat(
            "rien_ecarte",
            "Aucune ligne n'a de raison d'être écartée : l'archive entière est prise pour vraie.",
            essayer="Une archive garde aussi ce que personne n'a décidé : relisez ce que dit Gaspard du soir.",
        )
    courtes = [r for r in raisons if len(sans_accents(r).replace(" ", "")) < LETTRES_D_UNE_RAISON]
    if courtes:
        return Constat(
            "raison_muette",
            f"La raison « {courtes[0]} » ne dira rien à la famille qui demandera pourquoi son dossier a été mis de "
            "côté.",
            essayer="Une phrase courte, qu'un agent peut relire dans un an.",
        )
    return None


class _Noms:
    """« Léa, 3 ans », d'après la clé d'une demande."""

    def __init__(self, sujet: Sujet) -> None:
        self.lignes = sujet.verite["a_rapprocher"]

    def __getitem__(self, cle: str) -> str:
        ou = [c == cle for c in _cles(self.lignes)]
        return enfant(self.lignes[ou].iloc[0]) if any(ou) else "Un enfant"


def _rapproche(sujet: Sujet, reponse: Reponse) -> Constat | None:
    rendu, attendues = reponse["rapprocher"], sujet.verite["decisions"]
    qui = _Noms(sujet)
    if len(set(rendu["cles"])) != len(rendu["cles"]):
        doubles = pd.Series(rendu["cles"])
        double = doubles[doubles.duplicated()].iloc[0]
        return Constat(
            "encore_en_double",
            f"{qui[double]} : encore deux lignes pour la même demande. La machine apprend deux fois son histoire, "
            "et la seconde peut contredire la première.",
            observe=f"{accorder(int(doubles.duplicated().sum()), 'ligne est', 'lignes sont')} en trop.",
            essayer="Une demande, c'est un enfant, une activité et une année.",
        )
    ecartees = sujet.verite["clos"] | sujet.verite["abroges"]
    retenues = [(c, n) for c, n in zip(rendu["cles"], rendu["numeros"], strict=True) if n in ecartees]
    if retenues:
        qui_perd, numero = retenues[0]
        de_qui = "que personne n'a décidé" if numero in sujet.verite["clos"] else "décidé selon un critère illégal"
        return Constat(
            "ligne_ecartee_retenue",
            f"{qui[qui_perd]} : vous retenez une ligne qui avait été écartée. La machine apprendra un refus {de_qui}.",
            observe=f"{accorder(len(retenues), 'ligne écartée est retenue', 'lignes écartées sont retenues')}.",
            essayer="Regardez `raison_ecart` avant de choisir quelle ligne garder.",
            leses=len(retenues),
        )
    presentes = set(rendu["cles"])
    perdus = [c for c in attendues if c not in presentes]
    if perdus:
        return Constat(
            "enfants_perdus",
            f"{qui[perdus[0]]} : un agent a décidé, et sa demande n'est plus dans le tableau. Elle est oubliée.",
            observe=combien_sur(len(perdus), len(attendues), "demande {} a disparu.", "demandes {} ont disparu."),
            essayer="Un même enfant peut demander deux activités, ou revenir l'année suivante : ce sont d'autres "
            "demandes. Et la première ligne d'une demande est parfois celle que l'on écarte.",
            leses=len(perdus),
        )
    recus = dict(zip(rendu["cles"], rendu["decisions"], strict=True))
    changees = [c for c, d in attendues.items() if sans_accents(recus[c]) != d]
    if changees:
        return Constat(
            "decision_changee",
            f"{qui[changees[0]]} : la décision rendue n'est pas celle que l'agent a prise.",
            observe=f"{accorder(len(changees), 'décision diffère', 'décisions diffèrent')} de celles de l'archive.",
            essayer="Rapprocher n'invente rien : c'est choisir une ligne parmi celles qui existent.",
            leses=len(changees),
        )
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
        Controle("forme_ecarter", 0.25, _forme("ecarter"), libelle="la forme de ce que rend `ecarter`"),
        Controle(
            "clotures_ecartees", 0.75, _clotures, ("forme_ecarter",), "les dossiers que personne n'a lus sont écartés"
        ),
        Controle("regle_abrogee_ecartee", 0.5, _regle, ("forme_ecarter",), "les refus du critère illégal sont écartés"),
        Controle("vraies_decisions_gardees", 0.5, _gardees, ("forme_ecarter",), "les vraies décisions restent"),
        Controle("raisons_lisibles", 0.25, _raisons, ("forme_ecarter",), "chaque mise à l'écart a sa raison"),
        Controle("forme_rapprocher", 0.25, _forme("rapprocher"), libelle="la forme de ce que rend `rapprocher`"),
        Controle("decision_retenue", 0.5, _rapproche, ("forme_rapprocher",), "une demande, une décision, la vraie"),
    ),
    choix=CHEMIN,
)
