"""`donnees.ecarter` : quelles lignes de l'archive ne sont pas des décisions, et quelle décision retenir."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
from numpy.random import Generator

from chatmairie import formes
from chatmairie.donnees.exercices._commun import (
    CLE,
    MONDES,
    MOTIF_ABROGE,
    accorder,
    archives_a_juger,
    critere_abroge,
    quelques,
    sans_accents,
    sans_decision,
)
from chatmairie.donnees.monde import Monde
from chatmairie.exercice import (
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

PART_GARDEE = 0.95
"""Part des vraies décisions depuis 2021 qui doit rester (domaine : une bonne réponse en garde 100 %)."""

LETTRES_D_UNE_RAISON = 8
"""Une raison est une phrase courte, pas un code (hypothèse du cours)."""


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
            "lignes": archives[["num_dossier", "prenom", "age", "jour_depot"]],
            "decisions": _derniere_decision(vraies),
            "clos": set(a_rapprocher.loc[cloture, "num_dossier"]),
            "a_rapprocher": a_rapprocher[["num_dossier", "prenom", "age", "decision", *CLE]],
        },
    )


def _derniere_decision(vraies: pd.DataFrame) -> dict[str, str]:
    derniere = vraies.drop_duplicates(CLE, keep="last")
    return dict(zip(_cles(derniere), derniere["decision"], strict=True))


def _cles(table: pd.DataFrame) -> list[str]:
    return ["|".join(map(str, valeurs)) for valeurs in table[CLE].itertuples(index=False)]


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
    from chatmairie.jugement import non_traitee

    if non_traitee(production):
        raise FormeInattendue(f"`{nom}` n'est pas encore écrite.")
    return formes.fonction(production, nom)


def _lire_ecarter(production: Any, archives: pd.DataFrame) -> dict[str, str]:
    rendu = formes.table(_pas_ecrite(production, "ecarter")(archives.copy()), "ecarter", ("num_dossier",))
    if "raison_ecart" not in rendu.columns:
        if len(rendu) < len(archives):
            raise FormeInattendue(
                "`ecarter` supprime des lignes sans dire pourquoi : on ne pourra plus l'expliquer aux familles. "
                "Rendez toutes les lignes, avec une colonne `raison_ecart` (texte vide pour celles que vous gardez)."
            )
        raise FormeInattendue("Dans le tableau que renvoie `ecarter`, il manque la colonne `raison_ecart`.")
    if len(rendu) != len(archives) or set(rendu["num_dossier"]) != set(archives["num_dossier"]):
        raise FormeInattendue(
            f"`ecarter` doit rendre toutes les lignes ({len(archives)}) ; elle en rend {len(rendu)}. "
            "La raison se note dans `raison_ecart` ; on retire les lignes ensuite."
        )
    raisons = rendu["raison_ecart"].where(rendu["raison_ecart"].notna(), "").tolist()
    if not all(isinstance(r, str) for r in raisons):
        raise FormeInattendue("`raison_ecart` contient autre chose que du texte : une raison est une phrase courte, ou rien.")
    return dict(zip(rendu["num_dossier"].astype(str), (r.strip() for r in raisons), strict=True))


def _lire_rapprocher(production: Any, table: pd.DataFrame) -> dict[str, list[str]]:
    rendu = formes.table(_pas_ecrite(production, "rapprocher")(table.copy()), "rapprocher", (*CLE, "decision", "num_dossier"))
    decisions = rendu["decision"].tolist()
    if not all(isinstance(d, str) for d in decisions):
        raise FormeInattendue("`rapprocher` rend des décisions qui ne sont plus du texte : elles devaient rester telles quelles.")
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
        f"{quelques(restantes)} : personne n'a lu leur dossier, et vous le donnez à apprendre comme un refus. "
        f"La machine refusera les prochains.",
        observe=f"{accorder(len(restantes), 'dossier clos', 'dossiers clos')} sans être lus, sur {total}, "
        "restent dans l'archive comme des décisions.",
        essayer="Le libellé du motif change d'une mairie à l'autre. Qu'est-ce qui, dans une ligne, dit qu'un agent a décidé ?",
        leses=len(restantes),
    )


def _regle(sujet: Sujet, reponse: Reponse) -> Constat | None:
    restantes = _encore_la(sujet, reponse, "abroge")
    if restantes.empty:
        return None
    return Constat(
        "critere_illegal_encore_la",
        f"{quelques(restantes)} : refusés parce que leurs parents ne travaillaient pas. Ce critère est abandonné depuis 2021, "
        "parce qu'il est illégal ; l'archive l'enseignerait encore.",
        observe=f"{accorder(len(restantes), 'refus', 'refus')} de ce genre restent dans l'archive.",
        essayer="Relisez les motifs de refus un par un : lequel n'est pas dans le règlement d'aujourd'hui ?",
        leses=len(restantes),
    )


def _gardees(sujet: Sujet, reponse: Reponse) -> Constat | None:
    ecartees = [reponse["ecarter"][n] != "" for n in sujet.verite["numeros"]]
    table = sujet.verite["lignes"]
    recentes = sujet.verite["recent"]
    perdues = table[recentes & pd.Series(ecartees, index=table.index)]
    if len(perdues) <= (1 - PART_GARDEE) * int(recentes.sum()):
        return None
    return Constat(
        "vraies_decisions_perdues",
        f"{quelques(perdues)} : un agent a lu leur dossier et décidé, et vous l'écartez. Ce que ces familles ont vécu "
        "ne comptera pas dans ce que la machine apprend.",
        observe=f"{len(perdues)} vraies décisions sur {int(recentes.sum())}, depuis 2021, sont écartées.",
        essayer="N'écartez que ce que personne n'a décidé, ou ce qu'une règle illégale a décidé.",
        leses=len(perdues),
    )


def _raisons(_sujet: Sujet, reponse: Reponse) -> Constat | None:
    raisons = {r for r in reponse["ecarter"].values() if r}
    if not raisons:
        return Constat("rien_ecarte", "Aucune ligne n'a de raison d'être écartée : l'archive entière est prise pour vraie.")
    courtes = [r for r in raisons if len(sans_accents(r).replace(" ", "")) < LETTRES_D_UNE_RAISON]
    if courtes:
        return Constat(
            "raison_muette",
            f"La raison « {courtes[0]} » ne dira rien à la famille qui demandera pourquoi son dossier a été mis de côté.",
            essayer="Une phrase courte, qu'un agent peut relire dans un an.",
        )
    return None


def _rapproche(sujet: Sujet, reponse: Reponse) -> Constat | None:
    rendu, attendues = reponse["rapprocher"], sujet.verite["decisions"]
    noms = sujet.verite["a_rapprocher"]
    qui = dict(zip(_cles(noms), noms["prenom"] + ", " + noms["age"].astype(int).astype(str) + " ans", strict=True))
    if len(set(rendu["cles"])) != len(rendu["cles"]):
        doubles = pd.Series(rendu["cles"])
        double = doubles[doubles.duplicated()].iloc[0]
        return Constat(
            "encore_en_double",
            f"{qui.get(double, 'Un enfant')} a encore deux lignes pour la même demande : la machine apprend deux fois son "
            "histoire, et la seconde peut contredire la première.",
            observe=f"{int(doubles.duplicated().sum())} lignes sont en trop.",
            essayer="Une demande, c'est un enfant, une activité et une année.",
        )
    clos = [c for c, n in zip(rendu["cles"], rendu["numeros"], strict=True) if n in sujet.verite["clos"]]
    if clos:
        return Constat(
            "cloture_retenue",
            f"{qui.get(clos[0], 'Un enfant')} : vous retenez la ligne close par le logiciel. La bizarrerie l'emporte sur "
            "la décision que l'agent a prise le lendemain.",
            observe=f"{len(clos)} clôtures sont retenues.",
            essayer="Regardez `raison_ecart` avant de choisir quelle ligne garder.",
            leses=len(clos),
        )
    perdus = [c for c in attendues if c not in set(rendu["cles"])]
    if perdus:
        return Constat(
            "enfants_perdus",
            f"{qui.get(perdus[0], 'Un enfant')} a une vraie décision, et n'est plus dans le tableau : sa demande est oubliée.",
            observe=f"{len(perdus)} demandes sur {len(attendues)} ont disparu.",
            essayer="Un même enfant peut demander deux activités, ou revenir l'année suivante : ce sont d'autres demandes.",
            leses=len(perdus),
        )
    recus = dict(zip(rendu["cles"], rendu["decisions"], strict=True))
    changees = [c for c, d in attendues.items() if sans_accents(recus[c]) != d]
    if changees:
        return Constat(
            "decision_changee",
            f"{qui.get(changees[0], 'Un enfant')} : la décision rendue n'est pas celle que l'agent a prise.",
            observe=f"{len(changees)} décisions diffèrent de celles de l'archive.",
            essayer="Rapprocher n'invente rien : c'est choisir une ligne parmi celles qui existent.",
            leses=len(changees),
        )
    return None


# --- sans code --------------------------------------------------------------------------------------

_LIGNES = {
    "personne_n_a_instruit": "les lignes qu'aucun agent n'a instruites",
    "critere_abandonne": "les refus pour « parents sans activité »",
    "tout_le_jour": "toutes les lignes du jour où l'on refuse le plus",
    "avant_2024": "tout ce qui est avant 2024 : trop vieux",
    "case_vide": "les lignes où une case est vide",
    "dossiers_incomplets": "les refus pour dossier incomplet",
}
_DOUBLES = {
    "premiere_ligne": "la première ligne du dossier",
    "derniere_vraie_decision": "la dernière ligne qui n'est pas écartée",
    "une_ligne_par_enfant": "la dernière ligne de chaque enfant",
    "tout_garder": "toutes les lignes",
}


def _produire(decisions: Mapping[str, Any]) -> Productions:
    def ecarter(archives: pd.DataFrame) -> pd.DataFrame:
        refus = archives["decision"].eq("refuse")
        pire = refus.groupby(archives["jour_depot"]).mean().idxmax()
        masques = {
            "personne_n_a_instruit": archives["instruit_par"].eq(""),
            "critere_abandonne": refus & archives["motif"].eq(MOTIF_ABROGE),
            "tout_le_jour": archives["jour_depot"].eq(pire),
            "avant_2024": archives["annee"].lt(2024),
            "case_vide": archives.drop(columns=["motif", "instruit_par"]).isna().any(axis=1),
            "dossiers_incomplets": refus & archives["motif"].eq("DOSSIER INCOMPLET"),
        }
        rendu = archives.assign(raison_ecart="")
        for nom in decisions["lignes"]:
            rendu.loc[masques[nom], "raison_ecart"] = _LIGNES[nom]
        return rendu

    def rapprocher(table: pd.DataFrame) -> pd.DataFrame:
        vraies = table[table["raison_ecart"].eq("")]
        return {
            "premiere_ligne": lambda: table.drop_duplicates(CLE, keep="first"),
            "derniere_vraie_decision": lambda: vraies.drop_duplicates(CLE, keep="last"),
            "une_ligne_par_enfant": lambda: vraies.drop_duplicates("id_enfant", keep="last"),
            "tout_garder": lambda: table,
        }[decisions["doubles"]]()

    return {"ecarter": ecarter, "rapprocher": rapprocher}


EXERCICE = Exercice(
    identifiant="donnees.ecarter",
    titre="Écarter ce qui n'est pas une décision",
    niveau=3,
    duree_min=8,
    criteres=("CM-SOC-02", "STR-2_01"),
    indices=(
        "Des enfants dont personne n'a ouvert le dossier sont dans l'archive comme des refus. D'autres ont été refusés parce que "
        "leurs parents ne travaillaient pas : c'était déjà illégal.",
        "Recommandation : avant d'apprendre, ne garder que de vraies décisions, prises selon les règles d'aujourd'hui, "
        "et noter pourquoi le reste est mis de côté.",
        "`ecarter` : partez de `archives.assign(raison_ecart=\"\")`, puis remplissez `raison_ecart` avec `.loc[condition, …]`. "
        "`rapprocher` : gardez les lignes sans raison, puis une seule par (id_enfant, activite, annee) avec `drop_duplicates`.",
    ),
    productions=("ecarter", "rapprocher"),
    mondes=MONDES,
    sujet=_sujet,
    repondre=_repondre,
    controles=(
        Controle("forme_ecarter", 0.25, _forme("ecarter"), libelle="la forme de ce que rend `ecarter`"),
        Controle("clotures_ecartees", 0.75, _clotures, ("forme_ecarter",), "les dossiers que personne n'a lus sont écartés"),
        Controle("regle_abrogee_ecartee", 0.5, _regle, ("forme_ecarter",), "les refus du critère illégal sont écartés"),
        Controle("vraies_decisions_gardees", 0.5, _gardees, ("forme_ecarter",), "les vraies décisions restent"),
        Controle("raisons_lisibles", 0.25, _raisons, ("forme_ecarter",), "chaque mise à l'écart a sa raison"),
        Controle("forme_rapprocher", 0.25, _forme("rapprocher"), libelle="la forme de ce que rend `rapprocher`"),
        Controle("decision_retenue", 0.5, _rapproche, ("forme_rapprocher",), "une demande, une décision, la vraie"),
    ),
    choix=CheminSansCode(
        options={
            "lignes": Option("Quelles lignes ne sont pas des décisions dont on peut apprendre ?", _LIGNES, plusieurs=True),
            "doubles": Option("Quand une demande a plusieurs lignes, laquelle garder ?", _DOUBLES),
        },
        produire=_produire,
        exemple='ecarter, rapprocher = choisir("donnees.ecarter", lignes=["…"], doubles="…")',
    ),
)
